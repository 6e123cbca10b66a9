"""Gait age from the ground reaction force of walking (GaitRec)."""

from ..definition import Candidate, Definition
from ..estimators import boosted_regression, kernel_ridge, ridge, ridge_with_products
from ..features import Feature
from ..sources import gaitrec
from ..tasks import AgeOfForce
from ..text import text
from . import shared

BODY = (shared.MALE, Feature("weight_kg"))

GAIT_AGE_FORCE = Definition(
    name="gait-age-force",
    protocol="walk",
    title=text("Gait age from force plates", "Edad de marcha con plataformas de fuerza"),
    summary=text(
        "The age typical of people who load the ground like this when they walk, with this mass and sex.",
        "La edad típica de las personas que cargan así el suelo al caminar, con este peso y sexo.",
    ),
    load=gaitrec,
    task=AgeOfForce(),
    features=(*BODY, *shared.MEAN_AND_DIFFERENCE),
    build=ridge(30.0, lambda feature: 3),
    method=text(
        "Ridge regression that is piecewise linear in each input: the mean and the difference of both sides, at slow, self-selected and fast speed. "
        + shared.HELD_OUT["en"],
        "Regresión ridge, lineal a tramos en cada dato: la media y la diferencia de los dos lados, caminando despacio, a velocidad elegida y deprisa. "
        + shared.HELD_OUT["es"],
    ),
    candidates=(
        Candidate(text("A straight line for each input", "Una recta para cada dato"), ridge(30.0)),
        Candidate(text("The lower and the higher side instead", "El lado menor y el mayor en su lugar"), features=(*BODY, *shared.LOWER_AND_HIGHER)),
        Candidate(text("Squares and products", "Cuadrados y productos"), ridge_with_products(1000.0)),
        Candidate(text("Kernel regression", "Regresión con núcleo"), kernel_ridge(30.0, 0.01, 300, 10.0)),
        Candidate(text("Boosted trees", "Árboles potenciados"), boosted_regression()),
    ),
    limits=(
        shared.WIDE,
        shared.TOWARDS_THE_MIDDLE,
        shared.MOSTLY_PATIENTS,
        text(
            "Nine in ten people were patients of one rehabilitation centre; among healthy people alone it is less exact.",
            "Nueve de cada diez personas eran pacientes de un centro de rehabilitación; entre personas sanas es menos exacto.",
        ),
        shared.PLATES,
        shared.ADULTS,
    ),
)

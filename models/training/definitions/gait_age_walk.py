"""Gait age from walking speed and body size (RIC)."""

from ..definition import Candidate, Definition
from ..estimators import boosted_regression, kernel_ridge, ridge, ridge_with_products, support_vectors
from ..features import Feature
from ..sources import gutenberg, ric
from ..tasks import Age
from ..text import text
from . import shared

FEATURES = (Feature("speed"), *shared.BODY)
GAP = 0.35


def bends(feature: Feature) -> int:
    """Speed says most, so it may bend most."""
    return 10 if feature.code == "speed" else 4


GAIT_AGE_WALK = Definition(
    name="gait-age-walk",
    protocol="walk",
    title=text("Gait age from walking speed", "Edad de marcha por la velocidad al caminar"),
    summary=text(
        "The age typical of people who walk at this speed with this body size and sex.",
        "La edad típica de las personas de esta talla, peso y sexo que caminan a esta velocidad.",
    ),
    load=lambda data: ric(data, "walk"),
    task=Age(),
    features=FEATURES,
    build=ridge(1.0, bends, GAP),
    method=text(
        "Ridge regression that is piecewise linear in each input; bends keep apart so that they follow people and not the treadmill's settings, where "
        "freer curves gain a tenth of a year at most. "
        + shared.HELD_OUT["en"],
        "Regresión ridge, lineal a tramos en cada dato; los cambios de pendiente se mantienen separados para que sigan a las personas "
        "y no los ajustes de la cinta, donde curvas más libres ganan una décima de año como mucho. " + shared.HELD_OUT["es"],
    ),
    candidates=(
        Candidate(text("A straight line for each input", "Una recta para cada dato"), ridge(1.0)),
        Candidate(text("Squares and products", "Cuadrados y productos"), ridge_with_products(10.0)),
        Candidate(text("Twelve free bends in speed", "Doce cambios de pendiente libres en la velocidad"), ridge(1.0, lambda one: 12 if one.code == "speed" else 3)),
        Candidate(text("Kernel regression", "Regresión con núcleo"), kernel_ridge(3.0, 0.1, 200, 3.0)),
        Candidate(text("Support vectors", "Vectores de soporte"), support_vectors(0.05)),
        Candidate(text("Boosted trees", "Árboles potenciados"), boosted_regression()),
        Candidate(
            text(
                "Learning also from the Gutenberg Gait Database (healthy, overground, mostly students), judged on the same treadmill walkers",
                "Aprender también de la Gutenberg Gait Database (personas sanas, en el suelo, sobre todo estudiantes), evaluado en las mismas personas en cinta",
            ),
            also=gutenberg,
        ),
    ),
    limits=(shared.WIDE, shared.TOWARDS_THE_MIDDLE, shared.PAIN_AND_SPEED, shared.TREADMILL, shared.MOSTLY_PATIENTS, shared.ADULTS),
)

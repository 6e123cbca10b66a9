"""Healthy, hip, knee, ankle or foot from the ground reaction force of walking (GaitRec)."""

from ..definition import Candidate, Definition
from ..estimators import boosted_classification, kernel_logistic, logistic, logistic_with_products
from ..features import Feature
from ..sources import gaitrec
from ..tasks import Prior, Zones
from ..text import text
from . import shared

CLASSES = ("healthy", "hip", "knee", "ankle", "foot")
BODY = (Feature("age_years"), shared.MALE, Feature("weight_kg"))
HEALTHY = 0.8


def checkup(rates: dict[str, float]) -> dict[str, float]:
    """Four in five healthy, the zones among themselves as in the clinic."""
    impaired = 1 - rates["healthy"]
    return {name: HEALTHY if name == "healthy" else round((1 - HEALTHY) * rate / impaired, 5) for name, rate in rates.items()}


ZONE_WALK_FORCE = Definition(
    name="zone-walk-force",
    version="1.0.1",
    protocol="walk",
    title=text("Injury zone from force plates", "Zona de lesión con plataformas de fuerza"),
    summary=text(
        "How much the way of loading the ground looks like that of healthy people, or of people under treatment for hip, knee, ankle or foot.",
        "Cuánto se parece la forma de cargar el suelo a la de personas sanas, o a la de personas en tratamiento de cadera, rodilla, tobillo o pie.",
    ),
    load=gaitrec,
    task=Zones(
        CLASSES,
        ("age_years", "sex", "weight_kg"),
        Prior(
            checkup,
            text(
                "An assumption, not a measurement: four in five people who come without a complaint are healthy; the zones share the rest as in the clinic.",
                "Un supuesto, no una medida: cuatro de cada cinco personas que vienen sin molestias están sanas; las zonas se reparten el resto como en la clínica.",
            ),
        ),
        text(
            "The shares of the people measured: patients of one rehabilitation centre and healthy volunteers.",
            "Las proporciones de las personas medidas: pacientes de un centro de rehabilitación y voluntarios sanos.",
        ),
    ),
    features=(*BODY, *shared.MEAN_AND_DIFFERENCE),
    build=kernel_logistic(0.03, 0.005, 300, 20.0),
    method=text(
        "Logistic regression on the mean and the difference of both sides and on a smooth function of all inputs together (Nyström map of an RBF "
        "kernel). Trained on slow, self-selected and fast walking; judged at self-selected speed unless a figure says otherwise. Height was left out: it is missing for patients only, so a blank would tell them. "
        + shared.HELD_OUT["en"],
        "Regresión logística con la media y la diferencia de los dos lados y con una función suave de todos los datos juntos (mapa de Nyström de "
        "un núcleo RBF). Entrenada con marcha lenta, a velocidad elegida y rápida; evaluada a velocidad elegida salvo que la cifra diga otra cosa. La altura se dejó fuera: solo falta en pacientes, y un hueco los delataría. "
        + shared.HELD_OUT["es"],
    ),
    candidates=(
        Candidate(text("Logistic regression, linear", "Regresión logística, lineal"), logistic(0.3)),
        Candidate(text("With bends in each input", "Con cambios de pendiente en cada dato"), logistic(0.01, lambda feature: 3)),
        Candidate(text("Squares and products", "Cuadrados y productos"), logistic_with_products(0.003)),
        Candidate(text("Boosted trees", "Árboles potenciados"), boosted_classification()),
        Candidate(
            text("The lower and the higher side instead, linear", "El lado menor y el mayor en su lugar, lineal"),
            logistic(0.3),
            (*BODY, *shared.LOWER_AND_HIGHER),
        ),
    ),
    limits=(
        shared.PATIENTS,
        text(
            "Nine in ten people were patients of one rehabilitation centre with marked conditions (fractures, torn ligaments, joint replacements). "
            "Mild complaints may look healthy.",
            "Nueve de cada diez personas eran pacientes de un centro de rehabilitación con lesiones marcadas (fracturas, roturas de ligamentos, prótesis). "
            "Las molestias leves pueden parecer sanas.",
        ),
        text(
            "Healthy people who walk slowly look more like patients: measure at the speed the person chooses.",
            "Las personas sanas que caminan despacio se parecen más a las pacientes: mide a la velocidad que elija la persona.",
        ),
        text(
            "It knows hip, knee, ankle and foot only; back, thigh and lower leg are not assessed. Two zones at once were not among its answers.",
            "Solo conoce cadera, rodilla, tobillo y pie; no evalúa espalda, muslo ni pierna. No contempla dos zonas a la vez.",
        ),
        text(
            "The healthy people were younger, lighter and more often women than the patients. It leans a little on that: see the figure without age, sex and mass.",
            "Las personas sanas eran más jóvenes, más ligeras y más a menudo mujeres que las pacientes. Se apoya algo en eso: mira la cifra sin edad, sexo ni masa.",
        ),
        shared.PLATES,
        shared.ADULTS,
    ),
)

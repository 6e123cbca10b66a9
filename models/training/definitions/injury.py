"""Injured or not from speed and body size (RIC), walking and running."""

from ..definition import Candidate, Definition
from ..dictionary import Protocol
from ..estimators import boosted_classification, kernel_logistic, logistic, logistic_with_products
from ..features import Feature
from ..sources import RIC_METRICS, ric
from ..tasks import Injured, Prior
from ..text import Text, text
from . import shared

FEATURES = (Feature("speed"), *shared.BODY, Feature("age_years"))
OPTIONAL_METRICS = tuple(
    Feature(code, transform, deviation=deviation, required=False)
    for code in RIC_METRICS
    for transform, deviation in (("mean", False), ("difference", False), ("mean", True))
)
BENT = {"speed", "age_years"}
COMPLAINT = text(
    "The share of injured people among those the clinic measured.",
    "La proporción de personas lesionadas entre las que midió la clínica.",
)
CANDIDATES = (
    Candidate(text("A straight line for each input", "Una recta para cada dato"), logistic(0.3)),
    Candidate(text("Bends in every input", "Cambios de pendiente en todos los datos"), logistic(0.3, lambda feature: 4)),
    Candidate(text("Squares and products", "Cuadrados y productos"), logistic_with_products(0.03)),
    Candidate(text("Kernel logistic regression", "Regresión logística con núcleo"), kernel_logistic(0.3, 0.1, 150, 3.0)),
    Candidate(text("Boosted trees", "Árboles potenciados"), boosted_classification()),
)
WITH_METRICS = Candidate(
    text(
        "With the running metrics too (left out: trained before 2014 they tell the equipment of the year, not the injury)",
        "Con las métricas de carrera (descartadas: entrenadas antes de 2014 reconocen el equipo de cada año, no la lesión)",
    ),
    logistic(0.03),
    (*FEATURES, *OPTIONAL_METRICS),
)
SET_SPEED = text(
    "A speed above the usual can raise the figure as well: the clinic partly set the treadmill, and who was set faster was not chosen by "
    "chance. It is no sign that moving faster harms.",
    "Una velocidad mayor que la habitual también puede subir la cifra: la clínica fijaba en parte la cinta, y a quién se la ponía más "
    "rápida no fue al azar. No es señal de que ir más rápido haga daño.",
)
WEAK = text(
    "Weak: speed, body size and age say little of who is injured. Better measures, where they exist, are preferred.",
    "Es débil: la velocidad, el tamaño corporal y la edad dicen poco de quién está lesionado. Si hay mejores medidas, se prefieren.",
)
LABEL = text(
    "Injured means that the person said so at the visit: training affected, workouts missed or training in pain.",
    "Lesionado significa que la persona lo dijo en la visita: entrenamiento afectado, sesiones perdidas o entrenar con dolor.",
)


def bends(feature: Feature) -> int:
    """Both very slow and very fast people, and the young, differ from a straight line."""
    return 4 if feature.code in BENT else 0


def definition(protocol: Protocol, title: Text, summary: Text, prior: Prior, candidates: tuple[Candidate, ...]) -> Definition:
    """The model of one protocol."""
    return Definition(
        name=f"injury-{protocol}",
        version="1.0.1",
        protocol=protocol,
        title=title,
        summary=summary,
        load=lambda data: ric(data, protocol),
        task=Injured(prior, COMPLAINT),
        features=FEATURES,
        build=logistic(0.3, bends),
        method=text(
            "Logistic regression, piecewise linear in speed and age and linear in the rest. Sessions whose injury status is blank were left out. "
            + shared.HELD_OUT["en"],
            "Regresión logística, lineal a tramos en la velocidad y la edad y lineal en lo demás. Se dejaron fuera las sesiones sin estado de lesión. "
            + shared.HELD_OUT["es"],
        ),
        candidates=candidates,
        limits=(shared.PATIENTS, WEAK, shared.CLINIC, LABEL, shared.PAIN_AND_SPEED, SET_SPEED, shared.TREADMILL, shared.ADULTS),
    )


INJURY_WALK = definition(
    "walk",
    text("Injured or not, from walking speed", "Lesión o no, por la velocidad al caminar"),
    text(
        "How much speed, body size, sex and age look like those of people with an injury in a clinic.",
        "Cuánto se parecen la velocidad, el tamaño corporal, el sexo y la edad a los de personas lesionadas en una clínica.",
    ),
    Prior(
        lambda rates: {"injured": 0.2},
        text(
            "An assumption, not a measurement: one in five people who come without a complaint has an injury.",
            "Un supuesto, no una medida: una de cada cinco personas que vienen sin molestias tiene una lesión.",
        ),
    ),
    CANDIDATES,
)
INJURY_RUN = definition(
    "run",
    text("Injured or not, from running speed", "Lesión o no, por la velocidad al correr"),
    text(
        "How much speed, body size, sex and age look like those of runners with an injury in a clinic.",
        "Cuánto se parecen la velocidad, el tamaño corporal, el sexo y la edad a los de corredores lesionados en una clínica.",
    ),
    Prior(
        lambda rates: {"injured": 0.3},
        text(
            "An assumption: three in ten runners who come without a complaint have an injury. A review found about four in ten runners injured "
            "over the periods its studies covered (Kakouris 2021, doi 10.1016/j.jshs.2021.04.001); we assume fewer in a check-up.",
            "Un supuesto: tres de cada diez corredores que vienen sin molestias tienen una lesión. Una revisión encontró unos cuatro de cada diez "
            "lesionados en los periodos que cubrían sus estudios (Kakouris 2021, doi 10.1016/j.jshs.2021.04.001); en un chequeo suponemos menos.",
        ),
    ),
    (*CANDIDATES, WITH_METRICS),
)

"""Gait age from running speed, body size and gait metrics (RIC)."""

from ..definition import Candidate, Definition
from ..estimators import boosted_regression, kernel_ridge, ridge, ridge_with_products, support_vectors
from ..features import Feature
from ..sources import RIC_METRICS, ric
from ..tasks import AgeOfRunning
from ..text import text
from . import shared

OFTEN_MISSING = "vertical_oscillation"
SPEED_AND_BODY = (Feature("speed"), *shared.BODY)
MEANS = tuple(Feature(code, "mean", required=code != OFTEN_MISSING) for code in RIC_METRICS)
DEVIATIONS = tuple(Feature(code, "mean", deviation=True, required=False) for code in RIC_METRICS)
DIFFERENCES = tuple(Feature(code, "difference", required=code != OFTEN_MISSING) for code in RIC_METRICS)

GAIT_AGE_RUN = Definition(
    name="gait-age-run",
    protocol="run",
    title=text("Gait age from running", "Edad de marcha al correr"),
    summary=text(
        "The age typical of runners with this speed, body size, sex and running pattern.",
        "La edad típica de quienes corren con esta velocidad, talla, peso, sexo y forma de correr.",
    ),
    load=lambda data: ric(data, "run"),
    task=AgeOfRunning(),
    features=(*SPEED_AND_BODY, *MEANS, *DEVIATIONS),
    build=ridge(30.0),
    method=text(
        "Ridge regression on the mean of both sides and the step-to-step deviations. Values beyond the outermost half percent of people are "
        "held there; a missing optional value is filled with what the others say of it. "
        "A kernel gained a tenth of a year; the straight lines were kept, as each one's part in the answer can be read off. " + shared.HELD_OUT["en"],
        "Regresión ridge con la media de los dos lados y las desviaciones entre pasos. Los valores más extremos que el medio por ciento de las "
        "personas se recortan ahí; un dato opcional que falta se completa con lo que dicen de él los demás. "
        "Un núcleo ganaba una décima de año; se mantuvieron las rectas, porque se ve qué aporta cada dato a la respuesta. " + shared.HELD_OUT["es"],
    ),
    candidates=(
        Candidate(text("Speed and body size alone", "Solo velocidad y tamaño corporal"), ridge(30.0), SPEED_AND_BODY),
        Candidate(text("Without step-to-step deviations", "Sin las desviaciones entre pasos"), ridge(30.0), (*SPEED_AND_BODY, *MEANS)),
        Candidate(
            text("With the differences between sides", "Con las diferencias entre lados"),
            ridge(30.0),
            (*SPEED_AND_BODY, *MEANS, *DIFFERENCES, *DEVIATIONS),
        ),
        Candidate(text("With bends in each input", "Con cambios de pendiente en cada dato"), ridge(100.0, lambda feature: 3)),
        Candidate(text("Squares and products", "Cuadrados y productos"), ridge_with_products(1000.0)),
        Candidate(text("Kernel regression", "Regresión con núcleo"), kernel_ridge(30.0, 0.005, 300, 10.0)),
        Candidate(text("Support vectors", "Vectores de soporte"), support_vectors(0.005)),
        Candidate(text("Boosted trees", "Árboles potenciados"), boosted_regression()),
    ),
    limits=(shared.WIDE, shared.TOWARDS_THE_MIDDLE, shared.PAIN_AND_SPEED, shared.TREADMILL, shared.MOSTLY_PATIENTS, shared.ADULTS),
)

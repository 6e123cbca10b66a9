"""The card's figures and how they are called."""

from .rounding import significant
from .figures import Figure
from .text import Text

LABELS: dict[str, tuple[str, str]] = {
    "mae": ("Mean absolute error", "Error absoluto medio"),
    "mae_gain": ("Smaller error than always saying the mean age, by", "Error que se ahorra frente a decir siempre la edad media"),
    "r2": ("Share of the differences in age explained (R²)", "Parte de las diferencias de edad que explica (R²)"),
    "coverage80": ("People whose age lies in the 80 % interval", "Personas cuya edad cae en el intervalo del 80 %"),
    "mae_without_deviations": ("Mean absolute error without step-to-step deviations", "Error absoluto medio sin las desviaciones entre pasos"),
    "coverage80_without_deviations": (
        "People whose age lies in the 80 % interval, without step-to-step deviations",
        "Personas cuya edad cae en el intervalo del 80 %, sin las desviaciones entre pasos",
    ),
    "mae_self_selected": ("Mean absolute error at self-selected speed", "Error absoluto medio a la velocidad elegida por la persona"),
    "macro_auc": ("ROC AUC, mean of the classes", "AUC ROC, media de las clases"),
    "balanced_accuracy": ("Balanced accuracy of the class that stands out most", "Exactitud equilibrada de la clase que más destaca"),
    "auc_healthy_self_selected": ("ROC AUC of healthy or not, at self-selected speed", "AUC ROC de sano o no, a la velocidad elegida por la persona"),
    "auc_healthy_slow": ("ROC AUC of healthy or not, healthy people walking slowly", "AUC ROC de sano o no, personas sanas que caminan despacio"),
    "auc_healthy_fast": ("ROC AUC of healthy or not, healthy people walking fast", "AUC ROC de sano o no, personas sanas que caminan deprisa"),
    "auc_without_body": (
        "ROC AUC, mean of the classes, of a model without age, sex and mass",
        "AUC ROC, media de las clases, de un modelo sin edad, sexo ni masa",
    ),
    "auc_subject": ("ROC AUC of injured or not, other people", "AUC ROC de lesionado o no, en otras personas"),
    "auc_time_split": (
        "ROC AUC of injured or not, trained before 2014, other people from 2014 on",
        "AUC ROC de lesionado o no, entrenado con datos anteriores a 2014, en otras personas desde 2014",
    ),
    "brier": ("Brier score of injured or not", "Puntuación de Brier de lesionado o no"),
}

CLASS_LABELS: dict[str, tuple[str, str]] = {
    "auc": ("ROC AUC, {}", "AUC ROC, {}"),
    "ece": ("Calibration error, {}", "Error de calibración, {}"),
}


def metric(key: str, figure: Figure, baseline: float | None = None, unit: str | None = None, of: Text | None = None) -> dict[str, object]:
    """One entry of the card's `metrics`; a key such as `ece_knee` takes the class's name in `of`."""
    if of is None:
        english, spanish = LABELS[key]
    else:
        english, spanish = (label.format(of[language]) for label, language in zip(CLASS_LABELS[key.split("_")[0]], ("en", "es")))
    return {
        "key": key,
        "label": {"en": english, "es": spanish},
        "unit": unit,
        "value": significant(figure.value, 4),
        "low": significant(figure.low, 4),
        "high": significant(figure.high, 4),
        "baseline": None if baseline is None else significant(baseline, 4),
    }

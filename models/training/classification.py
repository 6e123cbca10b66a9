"""Injured or not, and zones: base rates, noise, calibration, and the card's `output`."""

from collections.abc import Sequence

import numpy as np

from .heldout import Sample
from .metric import metric
from .rounding import significant
from .points import points
from .figures import Statistic, auc_of, bootstrap, calibration_error_of, over_repeats, weighted_quantile
from .text import Text, class_name

NOISE = 0.9


def base_rates(sample: Sample, classes: Sequence[str]) -> dict[str, float]:
    """The share of people in each class; a binary target is 1 where it has the one class."""
    total = sample.weight.sum()
    return {name: significant(sample.weight[positive(sample, classes, name)].sum() / total) for name in classes}


def positive(sample: Sample, classes: Sequence[str], name: str) -> np.ndarray:
    """The rows that belong to the class."""
    return sample.target == (1 if len(classes) == 1 else list(classes).index(name))


def column(held: np.ndarray, classes: Sequence[str], name: str) -> np.ndarray:
    """The class's held-out probabilities [repeats, rows]."""
    return held[:, :, 1 if len(classes) == 1 else list(classes).index(name)]


def output(
    sample: Sample, held: np.ndarray, shown: np.ndarray, classes: Sequence[str], healthy: str | None, zones: Sequence[str], priors: dict[str, object]
) -> dict[str, object]:
    """The card's `output`; noise and calibration come from the rows in `shown`."""
    rates = base_rates(sample, classes)
    seen = sample.where(shown)
    probabilities = {name: column(held, classes, name)[:, shown] for name in classes}
    marks = {name: positive(seen, classes, name) for name in classes}
    return {
        "kind": "classification",
        "classes": list(classes),
        "healthyClass": healthy,
        "zones": list(zones),
        "baseRates": rates,
        "priors": priors,
        "noise": {name: _noise(probabilities[name], ~marks[name], seen, rates[name]) for name in classes},
        "calibration": {name: points(probabilities[name][0], marks[name], seen.person) for name in classes},
    }


def calibration_metrics(sample: Sample, held: np.ndarray, classes: Sequence[str]) -> list[dict[str, object]]:
    """The calibration error of each class."""
    return [_calibration_metric(sample, column(held, classes, name), positive(sample, classes, name), name) for name in classes]


def macro_auc(sample: Sample, held: np.ndarray, classes: Sequence[str]) -> Statistic:
    """The mean over classes of one against the rest."""
    statistics = [auc(column(held, classes, name), positive(sample, classes, name)) for name in classes]
    return lambda weight: float(np.mean([statistic(weight) for statistic in statistics]))


def auc(probabilities: np.ndarray, marks: np.ndarray) -> Statistic:
    """ROC AUC, mean of the repeats."""
    return over_repeats(lambda one: auc_of(one, marks), probabilities)


def balanced_accuracy(sample: Sample, held: np.ndarray, classes: Sequence[str], rates: dict[str, float]) -> Statistic:
    """The mean share of each class found by the largest probability over base rate."""
    prior = np.array([rates[name] for name in classes])
    right = (held / prior).argmax(axis=2) == sample.target

    def accuracy(weight: np.ndarray) -> float:
        of_class = [weight * (sample.target == index) for index in range(len(classes))]
        return float(np.mean([(right @ each).mean() / each.sum() for each in of_class]))

    return accuracy


def brier(probabilities: np.ndarray, marks: np.ndarray) -> Statistic:
    """Brier score, mean of the repeats."""
    scores = ((probabilities - marks) ** 2).mean(axis=0)
    return lambda weight: float(weight @ scores / weight.sum())


def complaint(sample: Sample, classes: Sequence[str], source: Text) -> dict[str, object]:
    """The prior of someone who comes with a complaint: the clinic's own shares."""
    return {"shares": base_rates(sample, classes), "source": source}


def _calibration_metric(sample: Sample, probabilities: np.ndarray, marks: np.ndarray, name: str) -> dict[str, object]:
    statistic = over_repeats(lambda one: calibration_error_of(one, marks), probabilities)
    return metric(f"ece_{name}", bootstrap(statistic, sample.person, biased=True), of=class_name(name))


def _noise(probabilities: np.ndarray, others: np.ndarray, sample: Sample, rate: float) -> float:
    lift = (probabilities[:, others] - rate).ravel()
    weight = np.tile(sample.weight[others], len(probabilities))
    return significant(max(0.0, weighted_quantile(lift, weight, NOISE)), 4)

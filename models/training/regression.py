"""Age: held-out figures, the interval, and the card's `output`."""

from dataclasses import dataclass

import numpy as np

from .figures import Statistic, bootstrap, mean_of, over_repeats, r_squared_of, weighted_quantile
from .heldout import FOLDS, Sample, folds
from .metric import metric
from .points import points
from .rounding import significant
from .text import Text, text

LEVEL = 0.8


@dataclass(frozen=True)
class AgeResult:
    """The card's `output` and `metrics` of a regression."""

    output: dict[str, object]
    metrics: list[dict[str, object]]
    half_width: float


def evaluate(sample: Sample, held: np.ndarray) -> AgeResult:
    """From held-out predictions [repeats, rows, 1]."""
    predicted = held[:, :, 0]
    errors = np.abs(predicted - sample.target)
    half_width = float(np.mean([_half_width(error, sample) for error in errors]))
    mean_errors = np.abs(_mean_of_others(sample) - sample.target)
    inside = np.stack([_inside(error, sample, repeat) for repeat, error in enumerate(errors)])
    person = sample.person
    baseline = bootstrap(mean_of(mean_errors), person, 1).value
    metrics = [
        metric("mae", bootstrap(_mean(errors), person), baseline, "years"),
        metric("mae_gain", bootstrap(_mean(mean_errors - errors), person), 0, "years"),
        metric("r2", bootstrap(over_repeats(lambda one: r_squared_of(sample.target, one), predicted), person), 0),
        metric("coverage80", bootstrap(_mean(inside.astype(float)), person)),
    ]
    interval = {
        "level": LEVEL,
        "method": "80 % quantile of absolute held-out residuals (cross-validation by person, every person weighing the same)",
        "halfWidth": significant(half_width),
        "scaled": False,
    }
    fit = points(predicted[0], sample.target, person)
    return AgeResult({"kind": "regression", "unit": "years", "interval": interval, "fit": fit}, metrics, half_width)


def mean_error(sample: Sample, held: np.ndarray) -> Statistic:
    """Mean absolute error of held-out predictions."""
    return _mean(np.abs(held[:, :, 0] - sample.target))


def without_deviations(sample: Sample, full: np.ndarray, reduced: np.ndarray) -> list[dict[str, object]]:
    """How well people are answered who lack the step-to-step deviations, with the interval of the full answer."""
    width = np.mean([_half_width(error, sample) for error in np.abs(full[:, :, 0] - sample.target)])
    errors = np.abs(reduced[:, :, 0] - sample.target)
    return [
        metric("mae_without_deviations", bootstrap(_mean(errors), sample.person), None, "years"),
        metric("coverage80_without_deviations", bootstrap(_mean((errors <= width).astype(float)), sample.person)),
    ]


def own_widths(sample: Sample, held: np.ndarray, expected: np.ndarray) -> Text:
    """What intervals would gain whose width follows the error `expected` of each person [rows], on the first repeat's folds."""
    error = np.abs(held[0, :, 0] - sample.target)
    scale = np.maximum(expected, np.quantile(expected, 0.05))
    fold = folds(sample.person, 0)
    widths = {}
    for name, unit in (("one", np.ones(len(error))), ("own", scale)):
        quantiles = [_half_width((error / unit)[fold != index], sample.where(fold != index)) for index in range(FOLDS)]
        width = unit * np.array(quantiles)[fold]
        inside = np.average(error <= width, weights=sample.weight)
        widths[name] = f"{np.average(width, weights=sample.weight):.1f}", f"{100 * inside:.0f} %"
    (one, one_inside), (own, own_inside) = widths["one"], widths["own"]
    return text(
        f"A width of the interval for each person: mean half-width {own} years ({own_inside} inside); with one width for everyone, as kept, {one} ({one_inside}).",
        f"Una anchura del intervalo para cada persona: semianchura media de {own} años ({own_inside} dentro); con una sola para todas, la elegida, {one} ({one_inside}).",
    )


def _mean(values: np.ndarray) -> Statistic:
    return over_repeats(mean_of, values)


def _half_width(error: np.ndarray, sample: Sample) -> float:
    return weighted_quantile(error, sample.weight, min(1.0, LEVEL * (1 + 1 / sample.people)))


def _inside(error: np.ndarray, sample: Sample, repeat: int) -> np.ndarray:
    """Whether each row lies in the interval whose width the other folds' people gave."""
    fold = folds(sample.person, repeat)
    inside = np.empty(len(error), dtype=bool)
    for index in range(FOLDS):
        others = fold != index
        inside[~others] = error[~others] <= _half_width(error[others], sample.where(others))
    return inside


def _mean_of_others(sample: Sample) -> np.ndarray:
    """The mean age of the people outside the row's fold."""
    fold = folds(sample.person, 0)
    means = [np.average(sample.target[fold != index], weights=sample.weight[fold != index]) for index in range(FOLDS)]
    return np.array(means)[fold]

"""Figures as functions of row weights, so that a bootstrap over people is only another weighting."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

DRAWS = 500
BINS = 10

Statistic = Callable[[np.ndarray], float]
"""A figure for these row weights."""


@dataclass(frozen=True)
class Figure:
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


def bootstrap(statistic: Statistic, person: np.ndarray, draws: int = DRAWS, biased: bool = False) -> Figure:
    """The figure with every person weighing the same, and its spread when people are drawn anew.

    `biased` moves the spread back by the bootstrap's own bias: drawing anew makes a sum of absolute gaps larger, never smaller.
    """
    compact = np.unique(person, return_inverse=True)[1]
    weight = 1.0 / np.bincount(compact)[compact]
    people = int(compact.max()) + 1
    random = np.random.default_rng(0)
    counts = (np.bincount(random.integers(0, people, people), minlength=people) for _ in range(draws))
    drawn = [statistic(weight * count[compact]) for count in counts]
    value = statistic(weight)
    shift = float(np.nanmean(drawn)) - value if biased else 0.0
    low, high = np.nanquantile(drawn, [0.025, 0.975]) - shift
    return Figure(value, max(0.0, float(low)) if biased else float(low), float(high))


def over_repeats(make: Callable[[np.ndarray], Statistic], repeats: np.ndarray) -> Statistic:
    """The mean of a figure over the repeats of cross-validation."""
    statistics = [make(one) for one in repeats]
    return lambda weight: float(np.mean([statistic(weight) for statistic in statistics]))


def mean_of(values: np.ndarray) -> Statistic:
    """Weighted mean."""
    return lambda weight: float(weight @ values / weight.sum())


def auc_of(score: np.ndarray, positive: np.ndarray) -> Statistic:
    """Weighted area under the ROC curve, ties counted half."""
    rank = np.unique(score, return_inverse=True)[1]
    size = int(rank.max()) + 1

    def auc(weight: np.ndarray) -> float:
        ones = np.bincount(rank, weight * positive, size)
        zeros = np.bincount(rank, weight * ~positive, size)
        total = ones.sum() * zeros.sum()
        return float(ones @ (np.cumsum(zeros) - zeros / 2) / total) if total > 0 else float("nan")

    return auc


def calibration_error_of(probability: np.ndarray, positive: np.ndarray) -> Statistic:
    """Expected calibration error over bins of equal size."""
    bins = equal_bins(probability)

    def error(weight: np.ndarray) -> float:
        gaps = np.bincount(bins, weight * (probability - positive), BINS)
        return float(np.abs(gaps).sum() / weight.sum())

    return error


def r_squared_of(target: np.ndarray, predicted: np.ndarray) -> Statistic:
    """Share of the variance explained."""

    def share(weight: np.ndarray) -> float:
        mean = weight @ target / weight.sum()
        return float(1 - weight @ (target - predicted) ** 2 / (weight @ (target - mean) ** 2))

    return share


def weighted_quantile(values: np.ndarray, weight: np.ndarray, level: float) -> float:
    """The smallest value with at least `level` of the weight at or below it."""
    order = np.argsort(values, kind="stable")
    share = np.cumsum(weight[order]) / weight.sum()
    return float(values[order][min(np.searchsorted(share, level), len(values) - 1)])


def equal_bins(values: np.ndarray, bins: int = BINS) -> np.ndarray:
    """The bin of each value; bins hold about the same number of rows."""
    edges = np.quantile(values, np.linspace(0, 1, bins + 1)[1:-1])
    return np.searchsorted(edges, values, side="right")

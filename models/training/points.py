"""Observed against predicted, in bins, for the card's page."""

import numpy as np

from .rounding import significant
from .figures import BINS, bootstrap, equal_bins, mean_of

SMALLEST = 5
DRAWS = 300


def points(predicted: np.ndarray, observed: np.ndarray, person: np.ndarray) -> list[dict[str, float | int]]:
    """One point per bin of held-out predictions; none that stands for fewer than five people."""
    bins = equal_bins(predicted)
    masks = [bins == index for index in range(BINS)]
    return [_point(predicted[mask], observed[mask], person[mask]) for mask in masks if len(np.unique(person[mask])) >= SMALLEST]


def _point(predicted: np.ndarray, observed: np.ndarray, person: np.ndarray) -> dict[str, float | int]:
    figure = bootstrap(mean_of(observed.astype(float)), person, DRAWS)
    place = bootstrap(mean_of(predicted), person, 1).value
    numbers = {"predicted": place, "observed": figure.value, "low": figure.low, "high": figure.high}
    return {**{name: significant(value, 4) for name, value in numbers.items()}, "people": int(len(np.unique(person)))}

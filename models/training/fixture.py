"""Made-up input rows with scikit-learn's answers, to test the app's runtime with. Nobody's data."""

import numpy as np
from sklearn.pipeline import Pipeline

from .graph import answer

ROWS = 500
WIDE = 0.1
MISSING = 0.05


def synthetic_rows(features: list[dict[str, object]]) -> np.ndarray:
    """Rows drawn evenly from each feature's range on the card, some beyond the usual, some lacking what may lack."""
    random = np.random.default_rng(7)
    return np.column_stack([_values(feature, random) for feature in features]).astype(np.float32)


def fixture(pipeline: Pipeline, rows: np.ndarray) -> dict[str, list[list[float | None]]]:
    """The file's content; every number is the shortest that gives the same float32."""
    return {"features": _lists(rows), "outputs": _lists(answer(pipeline, rows))}


def _values(feature: dict[str, object], random: np.random.Generator) -> np.ndarray:
    usual, wide = (random.uniform(feature[low], feature[high], ROWS) for low, high in (("p05", "p95"), ("min", "max")))
    values = np.where(random.random(ROWS) < WIDE, wide, usual)
    missing = random.random(ROWS) < MISSING
    if feature["transform"] == "is":
        values = random.integers(0, 2, ROWS).astype(float)
    rounded = np.array([float(f"{value:.5g}") for value in values])
    return rounded if feature["required"] else np.where(missing, np.nan, rounded)


def _lists(values: np.ndarray) -> list[list[float | None]]:
    return [[None if np.isnan(value) else float(str(value)) for value in row] for row in values.astype(np.float32)]

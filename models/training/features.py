"""Features drawn from the dictionary's columns, the way the app draws them (`lib/inference/features.ts`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from .dictionary import FINDING, field
from .rounding import significant

Transform = Literal["value", "mean", "lower", "higher", "difference", "is"]


@dataclass(frozen=True)
class Feature:
    """One column of the model's input."""

    code: str
    transform: Transform = "value"
    deviation: bool = False
    category: str | None = None
    required: bool = True

    @property
    def stem(self) -> str:
        """The column's name without its side."""
        return f"{self.code}_sd" if self.deviation else self.code


def draw(frame: pd.DataFrame, features: Sequence[Feature]) -> np.ndarray:
    """The model's input rows as float32; what is missing is NaN."""
    return np.column_stack([_values(frame, feature) for feature in features]).astype(np.float32)


def complete(rows: np.ndarray, features: Sequence[Feature]) -> np.ndarray:
    """True for the rows that have every feature the model cannot do without."""
    required = [feature.required for feature in features]
    return ~np.isnan(rows[:, required]).any(axis=1)


def describe(rows: np.ndarray, features: Sequence[Feature]) -> list[dict[str, object]]:
    """The card's `features`: each with the spread of the training people."""
    return [_describe(rows[:, index].astype(float), feature) for index, feature in enumerate(features)]


def _describe(values: np.ndarray, feature: Feature) -> dict[str, object]:
    p05, median, p95 = np.nanquantile(values, [0.05, 0.5, 0.95])
    entry: dict[str, object] = {"code": feature.code, "deviation": feature.deviation, "transform": feature.transform}
    if feature.category is not None:
        entry["category"] = feature.category
    spread = {"median": median, "p05": p05, "p95": p95, "min": np.nanmin(values), "max": np.nanmax(values)}
    numbers = {name: significant(value) for name, value in spread.items()}
    return {**entry, "unit": field(feature.code).unit, "required": feature.required, **numbers}


def _values(frame: pd.DataFrame, feature: Feature) -> np.ndarray:
    if feature.transform == "is":
        words = frame[feature.stem]
        return np.where(words.isna(), np.nan, (words == feature.category).astype(float))
    one, left, right = (_numbers(frame, feature.stem + ending) for ending in ("", "_left", "_right"))
    match feature.transform:
        case "lower":
            return np.where(np.isnan(one), np.minimum(left, right), one)
        case "higher":
            return np.where(np.isnan(one), np.maximum(left, right), one)
        case "difference":
            return np.abs(left - right)
        case _:
            return np.where(np.isnan(one), (left + right) / 2, one)


def _numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    if name not in frame:
        return np.full(len(frame), np.nan)
    values = frame[name] if pd.api.types.is_numeric_dtype(frame[name]) else frame[name].map(FINDING)
    return values.to_numpy(dtype=float)

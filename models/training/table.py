"""A table of assessments in the dictionary's columns, cleaned."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .dictionary import FINDING, Column, Protocol, field, read_column
from .errors import TrainingError

ADULT = 18


@dataclass(frozen=True)
class Source:
    """Where a table comes from, as the card names it."""

    title: str
    doi: str | None
    licence: str


@dataclass(frozen=True)
class Table:
    """Rows of `frame` belong to the person in `subject`; `extra` is for evaluation only and never an input."""

    frame: pd.DataFrame
    subject: pd.Series
    extra: pd.DataFrame
    source: Source

    def where(self, mask: pd.Series) -> "Table":
        """The rows where `mask` is true."""
        keep = mask.to_numpy(dtype=bool)
        return Table(*(part[keep].reset_index(drop=True) for part in (self.frame, self.subject, self.extra)), self.source)


def clean(frame: pd.DataFrame, subject: pd.Series, extra: pd.DataFrame, source: Source, protocol: Protocol) -> Table:
    """Only the dictionary's columns, implausible values missing, body mass index derived, adults only."""
    if "age_years" not in frame:
        raise TrainingError("the table has no column age_years: the models are for adults, so age has to be known")
    columns = {name: read_column(name) for name in frame.columns}
    kept = {name: _plausible(frame[name], column, protocol) for name, column in columns.items() if column is not None}
    cleaned = pd.DataFrame(kept, index=frame.index)
    if {"height_cm", "weight_kg"} <= set(cleaned):
        bmi = cleaned["weight_kg"] / (cleaned["height_cm"] / 100) ** 2
        cleaned["bmi"] = _within(bmi, field("bmi").range(protocol))
    return Table(cleaned, subject, extra, source).where((cleaned["age_years"] >= ADULT) & subject.notna())


def _plausible(values: pd.Series, column: Column, protocol: Protocol) -> pd.Series:
    if column.field.kind == "number":
        return _within(pd.to_numeric(values, errors="coerce"), column.field.range(protocol, column.deviation))
    words = FINDING if column.field.kind == "finding" else column.field.values
    text = values.astype("string").str.strip().str.lower()
    return text.where(text.isin(list(words))).astype(object).where(lambda word: word.notna(), np.nan)


def _within(values: pd.Series, bounds: tuple[float, float] | None) -> pd.Series:
    return values.where(values.between(*bounds)) if bounds else pd.Series(np.nan, index=values.index)

"""What a model is, before it is trained."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol as Interface

import numpy as np

from .dictionary import Protocol
from .estimators import Build
from .features import Feature
from .figures import Figure, Statistic
from .heldout import Sample
from .table import Table
from .text import Text


@dataclass(frozen=True)
class Prepared:
    """A table's usable rows as a sample, beside the table they came from."""

    sample: Sample
    table: Table


@dataclass(frozen=True)
class Evaluated:
    """What held-out predictions say, as the card writes it."""

    output: dict[str, object]
    metrics: list[dict[str, object]]
    uncertainty: float
    tried: tuple[Text, ...] = ()


HeldOut = Callable[[Build, tuple[Feature, ...]], np.ndarray]
"""Held-out predictions by another estimator or from other features of the same rows."""


class Task(Interface):
    """What is predicted and how it is judged."""

    question: str

    def target(self, table: Table) -> np.ndarray:
        """What each row should give; NaN where unknown."""
        ...

    def evaluate(self, model: "Definition", prepared: Prepared, held: np.ndarray, held_out: HeldOut) -> Evaluated:
        """The card's output and metrics."""
        ...

    def judge(self, prepared: Prepared, held: np.ndarray) -> Statistic:
        """The one figure candidates are compared by."""
        ...

    def compare(self, label: Text, candidate: float, difference: Figure) -> Text:
        """A candidate's figure, and how it differs from the chosen model's."""
        ...


@dataclass(frozen=True)
class Candidate:
    """Something that was tried: another estimator, other features, or more people to learn from."""

    label: Text
    build: Build | None = None
    features: tuple[Feature, ...] | None = None
    also: Callable[[Path], Table] | None = None


@dataclass(frozen=True)
class Definition:
    """One model: what it reads, how it learns, and what its card says in words."""

    name: str
    protocol: Protocol
    title: Text
    summary: Text
    load: Callable[[Path], Table]
    task: Task
    features: tuple[Feature, ...]
    build: Build
    method: Text
    limits: tuple[Text, ...]
    candidates: tuple[Candidate, ...] = ()
    version: str = "1.0.0"

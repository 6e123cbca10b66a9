"""Held-out predictions: folds by person, every person weighing the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.base import is_classifier
from sklearn.pipeline import Pipeline

FOLDS = 5
REPEATS = 3


@dataclass(frozen=True)
class Sample:
    """Input rows, what they should give, and whose they are (`person` counts from 0)."""

    rows: np.ndarray
    target: np.ndarray
    person: np.ndarray

    @property
    def weight(self) -> np.ndarray:
        """One over the person's rows, so that everyone weighs the same."""
        return 1.0 / np.bincount(self.person)[self.person]

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(np.unique(self.person))

    def where(self, mask: np.ndarray) -> "Sample":
        """The rows where `mask` is true, people counted anew."""
        return Sample(self.rows[mask], self.target[mask], np.unique(self.person[mask], return_inverse=True)[1])


def join(one: Sample, other: Sample) -> Sample:
    """Both samples' rows; their people are different people."""
    person = np.concatenate([one.person, other.person + one.person.max() + 1])
    return Sample(np.vstack([one.rows, other.rows]), np.concatenate([one.target, other.target]), person)


def folds(person: np.ndarray, repeat: int) -> np.ndarray:
    """The fold of each row; a person's rows share one."""
    order = np.random.default_rng(repeat).permutation(int(person.max()) + 1)
    return (order % FOLDS)[person]


def splits(person: np.ndarray, repeat: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Masks of training and held-out rows."""
    fold = folds(person, repeat)
    for held in range(FOLDS):
        yield fold != held, fold == held


def fit(pipeline: Pipeline, sample: Sample) -> Pipeline:
    """Fits with every person weighing the same."""
    return pipeline.fit(sample.rows, sample.target, head__sample_weight=sample.weight)


def out_of_fold(
    build: Callable[[], Pipeline], sample: Sample, repeats: int = REPEATS, also: Sample | None = None, shown: np.ndarray | None = None
) -> np.ndarray:
    """Predictions [repeats, rows, outputs] by models that never saw the person.

    `also` joins every training part; `shown` is what held-out people show instead of their own rows.
    """
    rows = sample.rows if shown is None else shown
    return np.stack([_repeat(build, sample, rows, repeat, also) for repeat in range(repeats)])


def _repeat(build: Callable[[], Pipeline], sample: Sample, rows: np.ndarray, repeat: int, also: Sample | None) -> np.ndarray:
    answers = []
    for training, held in splits(sample.person, repeat):
        part = sample.where(training)
        fitted = fit(build(), join(part, also) if also else part)
        answers.append((held, predict(fitted, rows[held])))
    result = np.empty((len(rows), answers[0][1].shape[1]))
    for held, answer in answers:
        result[held] = answer
    return result


def predict(fitted: Pipeline, rows: np.ndarray) -> np.ndarray:
    """Values [rows, 1], or the probabilities of every class."""
    return fitted.predict_proba(rows) if is_classifier(fitted) else fitted.predict(rows).reshape(-1, 1)

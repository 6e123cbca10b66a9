"""The steps before the linear head. Each has its ONNX twin in `graph.py`."""

from collections.abc import Sequence

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import Ridge


class Limit(TransformerMixin, BaseEstimator):
    """Holds each column within the training people's outermost `tail` on both ends, so one tracking fault moves nothing."""

    def __init__(self, tail: float = 0.005):
        self.tail = tail

    def fit(self, X: np.ndarray, y: np.ndarray | None = None) -> "Limit":
        low, high = np.nanquantile(X, [self.tail, 1 - self.tail], axis=0)
        constant = low == high
        self.low_ = np.where(constant, np.nanmin(X, axis=0), low).astype(np.float32)
        self.high_ = np.where(constant, np.nanmax(X, axis=0), high).astype(np.float32)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        return np.clip(X, self.low_, self.high_).astype(float)


class Complete(TransformerMixin, BaseEstimator):
    """Fills the optional columns with what the others say of them: a ridge regression, so a missing value adds no signal of its own."""

    def __init__(self, optional: Sequence[int] = (), penalty: float = 10.0):
        self.optional = optional
        self.penalty = penalty

    def fit(self, X: np.ndarray, y: np.ndarray | None = None) -> "Complete":
        width = X.shape[1]
        known = [index for index in range(width) if index not in set(self.optional)]
        self.weights_ = np.zeros((width, width))
        self.offsets_ = np.zeros(width)
        for index in self.optional:
            rows = ~np.isnan(X[:, index])
            if not known:
                self.offsets_[index] = X[rows, index].mean()
                continue
            fitted = Ridge(self.penalty).fit(X[rows][:, known], X[rows, index])
            self.weights_[known, index] = fitted.coef_
            self.offsets_[index] = fitted.intercept_
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        missing = np.isnan(X)
        return np.where(missing, np.where(missing, 0.0, X) @ self.weights_ + self.offsets_, X)


class Hinges(TransformerMixin, BaseEstimator):
    """The columns and, for column j, at most `counts[j]` bends `max(0, x - knot)` at its quantiles: piecewise linear in each input.

    Knots keep `gap` apart, so that no bend follows a value many people share (a treadmill's setting).
    """

    def __init__(self, counts: Sequence[int], gap: float = 0.0):
        self.counts = counts
        self.gap = gap

    def fit(self, X: np.ndarray, y: np.ndarray | None = None) -> "Hinges":
        pairs = [
            (column, knot)
            for column, count in enumerate(self.counts)
            for knot in self._apart(np.quantile(X[:, column], np.linspace(0, 1, count + 2)[1:-1]))
        ]
        self.columns_ = np.array([column for column, _ in pairs], dtype=int)
        self.knots_ = np.array([knot for _, knot in pairs])
        return self

    def _apart(self, knots: np.ndarray) -> list[float]:
        kept: list[float] = []
        for knot in np.unique(knots):
            if not kept or knot - kept[-1] >= self.gap:
                kept.append(float(knot))
        return kept

    def transform(self, X: np.ndarray) -> np.ndarray:
        return np.hstack([X, np.maximum(X[:, self.columns_] - self.knots_, 0)])


class KernelFeatures(TransformerMixin, BaseEstimator):
    """The columns and a Nyström map of an RBF kernel: a smooth function of all inputs together."""

    def __init__(self, gamma: float, components: int, weight: float):
        self.gamma = gamma
        self.components = components
        self.weight = weight

    def fit(self, X: np.ndarray, y: np.ndarray | None = None) -> "KernelFeatures":
        components = min(self.components, len(X))
        self.map_ = Nystroem(gamma=self.gamma, n_components=components, random_state=0).fit(X)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        return np.hstack([X, self.weight * self.map_.transform(X)])

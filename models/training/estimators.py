"""The estimators the models are made of: the same careful first steps, then a linear head on a chosen expansion."""

from collections.abc import Callable, Sequence

from sklearn.base import BaseEstimator
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler
from sklearn.svm import SVR

from .features import Feature
from .transformers import Complete, Hinges, KernelFeatures, Limit

Build = Callable[[Sequence[Feature]], Pipeline]
"""Makes an unfitted pipeline for these features."""

Bends = Callable[[Feature], int]
"""How many bends a feature's contribution may have."""


def ridge(penalty: float, bends: Bends | None = None, gap: float = 0.0) -> Build:
    """Regression, linear or with bends."""
    return lambda features: _pipeline(features, _hinges(features, bends, gap), Ridge(penalty))


def ridge_with_products(penalty: float) -> Build:
    """Regression with the squares and products of the inputs."""
    return lambda features: _pipeline(features, _products(), Ridge(penalty))


def kernel_ridge(penalty: float, gamma: float, components: int, weight: float) -> Build:
    """Regression, linear and a smooth function of all inputs."""
    return lambda features: _pipeline(features, [("kernel", KernelFeatures(gamma, components, weight))], Ridge(penalty))


def support_vectors(gamma: float) -> Build:
    """Support vector regression."""
    return lambda features: _pipeline(features, [], SVR(C=10, gamma=gamma, epsilon=2))


def boosted_regression() -> Build:
    """Gradient-boosted trees."""
    head = dict(max_iter=120, learning_rate=0.05, max_leaf_nodes=8, min_samples_leaf=20, random_state=0)
    return lambda features: _pipeline(features, [], HistGradientBoostingRegressor(**head))


def logistic(strength: float, bends: Bends | None = None, gap: float = 0.0) -> Build:
    """Classification, linear or with bends."""
    return lambda features: _pipeline(features, _hinges(features, bends, gap), _logistic(strength))


def logistic_with_products(strength: float) -> Build:
    """Classification with the squares and products of the inputs."""
    return lambda features: _pipeline(features, _products(), _logistic(strength))


def kernel_logistic(strength: float, gamma: float, components: int, weight: float) -> Build:
    """Classification, linear and a smooth function of all inputs."""
    return lambda features: _pipeline(features, [("kernel", KernelFeatures(gamma, components, weight))], _logistic(strength))


def boosted_classification() -> Build:
    """Gradient-boosted trees."""
    head = dict(max_iter=80, learning_rate=0.06, max_leaf_nodes=8, l2_regularization=5, min_samples_leaf=20, random_state=0)
    return lambda features: _pipeline(features, [], HistGradientBoostingClassifier(**head))


def _logistic(strength: float) -> LogisticRegression:
    # To the one optimum: what stops short of it stops elsewhere on another processor.
    return LogisticRegression(C=strength, solver="newton-cg", tol=1e-8, max_iter=1000)


def _hinges(features: Sequence[Feature], bends: Bends | None, gap: float) -> list[tuple[str, BaseEstimator]]:
    if bends is None:
        return []
    counts = [0 if feature.transform == "is" else bends(feature) for feature in features]
    return [("bends", Hinges(counts, gap)), ("rescale", StandardScaler())]


def _products() -> list[tuple[str, BaseEstimator]]:
    return [("products", PolynomialFeatures(2, include_bias=False)), ("rescale", StandardScaler())]


def _pipeline(features: Sequence[Feature], expansion: list[tuple[str, BaseEstimator]], head: BaseEstimator) -> Pipeline:
    optional = [index for index, feature in enumerate(features) if not feature.required]
    first = [("limit", Limit()), ("scale", StandardScaler()), ("complete", Complete(optional))]
    return Pipeline([*first, *expansion, ("head", head)])

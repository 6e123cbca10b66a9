"""What is learnt does not hang on the last digits, which every processor rounds its own way."""

import numpy as np
import pytest
from training.estimators import Build, kernel_logistic, logistic, logistic_with_products
from training.features import Feature

FEATURES = tuple(Feature(code) for code in ("speed", "stride_length", "contact_ratio", "age_years"))


@pytest.mark.parametrize("build", [logistic(0.3, lambda feature: 4), logistic_with_products(0.003), kernel_logistic(0.03, 0.005, 100, 20.0)])
def test_rounding_otherwise_gives_the_same_classes(build: Build) -> None:
    random = np.random.default_rng(0)
    rows = random.normal(size=(600, len(FEATURES))) @ random.normal(size=(len(FEATURES), len(FEATURES)))
    target = (rows[:, 0] + rows[:, 1] ** 2 + random.normal(size=len(rows)) > 1).astype(int) + (rows[:, 2] > 1)
    rounded = rows * (1 + 1e-13 * random.normal(size=rows.shape))
    one, other = (build(FEATURES).fit(each, target).predict_proba(rows) for each in (rows, rounded))
    assert np.abs(one - other).max() < 1e-6

"""The figures agree with scikit-learn, and folds keep people together."""

import numpy as np
from sklearn.metrics import roc_auc_score
from training.figures import auc_of, bootstrap, mean_of, weighted_quantile
from training.heldout import Sample, folds, splits


def test_auc_is_scikit_learns() -> None:
    random = np.random.default_rng(0)
    score, weight = random.integers(0, 9, 200) / 9, random.random(200)
    positive = random.random(200) < score
    assert np.isclose(auc_of(score, positive)(weight), roc_auc_score(positive, score, sample_weight=weight))


def test_everyone_weighs_the_same() -> None:
    person, values = np.array([0, 0, 0, 1]), np.array([0.0, 0.0, 0.0, 1.0])
    assert bootstrap(mean_of(values), person).value == 0.5


def test_quantile() -> None:
    assert weighted_quantile(np.array([3.0, 1.0, 2.0, 4.0]), np.ones(4), 0.75) == 3


def test_nobody_is_on_both_sides() -> None:
    person = np.repeat(np.arange(40), 3)
    sample = Sample(np.zeros((120, 1)), np.zeros(120), person)
    assert len(np.unique(folds(person, 0))) == 5
    for training, held in splits(person, 1):
        assert not set(person[training]) & set(person[held])
        assert np.isclose(sample.where(held).weight.sum(), sample.where(held).people)

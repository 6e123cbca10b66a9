"""Sentinels and minors go, and no input tells the answer."""

import numpy as np
import pandas as pd
import pytest
from training.definitions import DEFINITIONS
from training.definition import Definition
from training.errors import TrainingError
from training.features import Feature, draw
from training.sources import GAITREC, ric
from training.table import Table, clean

LEAKS = {"injured_joint", "injury_location", "injury_side", "affected_zone", "shoe_size_eu"}


def cleaned(**columns: list[object]) -> Table:
    frame = pd.DataFrame({"age_years": [30.0] * len(next(iter(columns.values()))), **columns})
    return clean(frame, pd.Series(range(len(frame))), pd.DataFrame(index=frame.index), GAITREC, "walk")


def test_sentinels_are_missing() -> None:
    table = cleaned(height_cm=[170, 0, 999], weight_kg=[70, 1564, 0])
    assert table.frame["height_cm"].isna().tolist() == [False, True, True]
    assert table.frame["weight_kg"].isna().tolist() == [False, True, True]
    assert table.frame["bmi"].isna().tolist() == [False, True, True]


def test_only_adults_of_known_age() -> None:
    assert cleaned(age_years=[17.9, 18, 255, np.nan, 101]).frame["age_years"].tolist() == [18]


def test_age_has_to_be_there() -> None:
    with pytest.raises(TrainingError, match="age_years"):
        clean(pd.DataFrame({"speed": [1.0]}), pd.Series([1]), pd.DataFrame(index=[0]), GAITREC, "walk")


def test_columns_the_dictionary_does_not_know_are_not_kept() -> None:
    assert set(cleaned(Level=["a"], YrsRunning=[3], AFFECTED_SIDE=[1]).frame) == {"age_years"}


def test_words_are_read_and_unknown_ones_are_missing() -> None:
    table = cleaned(sex=["Female", "male ", "Unknown"])
    rows = draw(table.frame, [Feature("sex", "is", category="male")])
    np.testing.assert_array_equal(rows[:, 0], [0, 1, np.nan])


def test_sides() -> None:
    table = cleaned(contact_time_left=[0.6, 0.7], contact_time_right=[0.8, np.nan], genu_varum_left=["present", "absent"], genu_varum_right=["absent", None])
    features = [Feature(code, transform) for code in ("contact_time", "genu_varum") for transform in ("mean", "lower", "higher", "difference")]
    rows = draw(table.frame, features)
    np.testing.assert_allclose(rows[0], [0.7, 0.6, 0.8, 0.2, 0.5, 0, 1, 1], rtol=1e-6)
    assert np.isnan(rows[1]).all()


@pytest.mark.parametrize("model", DEFINITIONS, ids=lambda model: model.name)
def test_no_input_tells_the_answer(model: Definition) -> None:
    codes = {feature.code for feature in model.features}
    assert not codes & LEAKS
    assert model.task.question == "injury" or "age_years" not in codes


def test_absent_data_say_where_to_get_them(tmp_path) -> None:
    with pytest.raises(TrainingError, match="10.25452/figshare.plus.24255795"):
        ric(tmp_path, "walk")

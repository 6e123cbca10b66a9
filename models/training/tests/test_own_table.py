"""A clinic's own table becomes a model."""

import json
from pathlib import Path

import numpy as np
import pytest
from synthetic import clinic_table, finding_codes, sensor_codes
from training.errors import TrainingError
from training.graph import run
from training.own_table import OwnTable, train_own

INPUTS = (*sensor_codes(), *finding_codes(), "height_cm", "weight_kg", "bmi", "sex")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clinic") / "clinic.csv"
    clinic_table().to_csv(path, index=False)
    return path


def trained(table: Path, folder: Path, target: str, inputs: tuple[str, ...]) -> tuple[dict, list[str]]:
    messages = train_own(OwnTable(table, target, inputs, "athlete", "walk", folder.name), folder)
    return json.loads((folder / "card.json").read_text(encoding="utf8")), messages


def matches_its_fixture(folder: Path) -> bool:
    fixture = json.loads((folder / "fixture.json").read_text(encoding="utf8"))
    rows = np.array(fixture["features"], dtype=np.float32)
    return np.allclose(run((folder / "model.onnx").read_bytes(), rows), np.array(fixture["outputs"]), atol=1e-4)


def test_zones_from_sensor_metrics_and_clinical_tests(table: Path, tmp_path: Path) -> None:
    card, messages = trained(table, tmp_path / "zones", "injured_joint", INPUTS)
    assert card["output"]["classes"] == ["healthy", "hip", "knee", "ankle", "foot"]
    assert card["output"]["zones"] == ["hip", "knee", "ankle", "foot"]
    assert any("back" in message for message in messages)
    knee = next(metric for metric in card["metrics"] if metric["key"] == "auc_knee")
    assert knee["low"] > 0.6
    assert matches_its_fixture(tmp_path / "zones")


def test_sides_expand_and_tests_that_are_missing_are_optional(table: Path, tmp_path: Path) -> None:
    card, _ = trained(table, tmp_path / "zones", "injured_joint", ("speed", "genu_varum", "sex"))
    drawn = [(entry["code"], entry["transform"], entry["required"]) for entry in card["features"]]
    four = ("mean", "lower", "higher", "difference")
    assert drawn == [*(("speed", one, True) for one in four), *(("genu_varum", one, False) for one in four), ("sex", "is", True)]


def test_age(table: Path, tmp_path: Path) -> None:
    card, _ = trained(table, tmp_path / "age", "age_years", (*sensor_codes(), "sex"))
    gain = next(metric for metric in card["metrics"] if metric["key"] == "mae_gain")
    assert card["output"]["kind"] == "regression"
    assert gain["low"] > 0
    assert matches_its_fixture(tmp_path / "age")


@pytest.mark.parametrize(("target", "name"), [("injured", "injured"), ("genu_varum", "genu_varum")])
def test_one_class(table: Path, tmp_path: Path, target: str, name: str) -> None:
    card, _ = trained(table, tmp_path / "one", target, ("speed", "step_rate", "age_years"))
    assert card["output"]["classes"] == [name]
    assert matches_its_fixture(tmp_path / "one")


@pytest.mark.parametrize("inputs", [("injured_joint",), ("genu_varum", "injury_side"), ("nothing_of_the_kind",), ("swing_time",)])
def test_inputs_that_tell_the_answer_or_are_not_there_are_refused(table: Path, tmp_path: Path, inputs: tuple[str, ...]) -> None:
    with pytest.raises(TrainingError):
        trained(table, tmp_path / "no", "injured_joint", inputs)


def test_same_table_same_files(table: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        trained(table, tmp_path / folder / "age", "age_years", ("speed", "step_rate"))
    for name in ("model.onnx", "card.json", "fixture.json"):
        assert (tmp_path / "one" / "age" / name).read_bytes() == (tmp_path / "two" / "age" / name).read_bytes()


def test_a_table_as_the_app_exports_it(tmp_path: Path) -> None:
    """With a byte order mark, every column of the dictionary, and metrics that the protocol does not measure left empty."""
    frame = clinic_table().rename(columns={"athlete": "subject"})
    frame["flight_ratio"] = np.nan
    frame["leg_stiffness"] = np.nan
    path = tmp_path / "export.csv"
    frame.to_csv(path, index=False, encoding="utf-8-sig")
    train_own(OwnTable(path, "age_years", ("speed", "height_cm", "weight_kg", "sex"), "subject", "walk", "age"), tmp_path / "age")
    assert json.loads((tmp_path / "age" / "card.json").read_text(encoding="utf8"))["question"] == "age"

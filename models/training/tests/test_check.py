"""The check forgives rounding and nothing else."""

import json
from pathlib import Path

import pytest
from synthetic import clinic_table
from training.check import compare
from training.own_table import OwnTable, train_own


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    clinic_table().to_csv(tmp_path / "clinic.csv", index=False)
    pair = (tmp_path / "kept" / "age", tmp_path / "fresh" / "age")
    for folder in pair:
        train_own(OwnTable(tmp_path / "clinic.csv", "age_years", ("step_rate",), "athlete", "walk", "age"), folder)
    return pair


def change(folder: Path, edit) -> None:
    path = folder / "card.json"
    card = json.loads(path.read_text(encoding="utf8"))
    edit(card)
    path.write_text(json.dumps(card), encoding="utf8")


def test_same(folders: tuple[Path, Path]) -> None:
    assert list(compare(*folders)) == []


def test_last_digit_is_forgiven(folders: tuple[Path, Path]) -> None:
    change(folders[0], lambda card: card["metrics"][0].update(value=card["metrics"][0]["value"] * 1.0005))
    assert list(compare(*folders)) == []


def test_another_figure_is_named(folders: tuple[Path, Path]) -> None:
    change(folders[0], lambda card: card["metrics"][0].update(value=1.0))
    assert any("card.metrics[0].value" in found for found in compare(*folders))


def test_another_graph_is_named(folders: tuple[Path, Path]) -> None:
    with (folders[0] / "model.onnx").open("ab") as file:
        file.write(b"\x52\x00")
    assert any("sha256" in found for found in compare(*folders))


def test_a_missing_file_is_named(folders: tuple[Path, Path]) -> None:
    (folders[0] / "fixture.json").unlink()
    assert list(compare(*folders)) == ["fixture.json missing"]


def test_the_last_digit_is_forgiven_in_words_as_well(folders: tuple[Path, Path]) -> None:
    def says(number: str):
        return lambda card: card["training"].update(tried=[{"en": "", "es": f"frente al elegido {number}"}])

    for number, alike in (("−0,014", True), ("−0,017", False), ("0,015", False)):
        change(folders[0], says("−0,015"))
        change(folders[1], says(number))
        assert (list(compare(*folders)) == []) is alike

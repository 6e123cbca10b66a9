"""Reference figures are of enough people, each counted once, and of two different days."""

import numpy as np
import pandas as pd
from training import references
from training.references import LEAST, first_visits, revisits


def visits(rows: list[tuple[str, str, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["subject", "date", "contact_time_left"])
    dates = pd.to_datetime(frame["date"])
    return frame.assign(date=dates, contact_time_right=frame["contact_time_left"]).sort_values("date", kind="stable")


def people(count: int, age: float = 25.5, sex: str = "female") -> pd.DataFrame:
    values = np.linspace(0.2, 0.4, count)
    return pd.DataFrame({"age_years": age, "sex": sex, "contact_time_left": values, "contact_time_right": values + 0.1})


def test_a_cell_holds_enough_people() -> None:
    few = references._series("ric", "run", "contact_time", people(LEAST - 1), ((18, 29),))
    enough = references._series("ric", "run", "contact_time", people(LEAST), ((18, 29),))
    assert few["cells"] == []
    assert [(cell["sex"], cell["n"]) for cell in enough["cells"]] == [("female", LEAST)]


def test_a_band_counts_completed_years() -> None:
    inside = references._cell(people(LEAST, age=29.9), "contact_time", "female", (18, 29))
    outside = references._cell(people(LEAST, age=30.0), "contact_time", "female", (18, 29))
    assert (inside["n"], outside["n"]) == (LEAST, 0)


def test_the_spread_is_that_of_one_side() -> None:
    cell = references._cell(people(LEAST), "contact_time", "female", (18, 29))
    assert cell["mean"] == 0.35
    assert cell["sd"] == round(float(np.std(np.linspace(0.2, 0.4, LEAST), ddof=1)), 4)


def test_who_lacks_a_side_is_left_out() -> None:
    frame = people(LEAST + 1)
    frame.loc[0, "contact_time_right"] = np.nan
    assert references._cell(frame, "contact_time", "female", (18, 29))["n"] == LEAST


def test_a_person_counts_once() -> None:
    frame = visits([("a", "2012-01-01", 0.3), ("a", "2012-03-01", 0.4), ("b", "2012-02-01", 0.2)])
    assert first_visits(frame)["contact_time_left"].tolist() == [0.3, 0.2]


def test_a_revisit_is_on_another_day_within_a_year() -> None:
    frame = visits(
        [
            ("same day", "2012-01-01", 0.1),
            ("same day", "2012-01-01", 0.2),
            ("too late", "2012-01-01", 0.1),
            ("too late", "2013-06-01", 0.2),
            ("seen again", "2012-05-01", 0.3),
            ("seen again", "2012-05-01", 0.9),
            ("seen again", "2012-05-08", 0.4),
            ("seen again", "2012-05-09", 0.5),
        ]
    )
    first, again = revisits(frame)
    assert first["subject"].tolist() == again["subject"].tolist() == ["seen again"]
    assert (first["contact_time_left"].tolist(), again["contact_time_left"].tolist()) == ([0.3], [0.4])


def test_people_and_revisits_keep_their_order() -> None:
    frame = visits([("a", "2012-01-01", 1.0), ("b", "2012-01-02", 2.0), ("b", "2012-01-03", 2.5), ("a", "2012-01-04", 1.5)])
    first, again = revisits(frame)
    assert (again["contact_time_left"].to_numpy() - first["contact_time_left"].to_numpy()).tolist() == [0.5, 0.5]


def test_a_difference_is_named(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(references, "NORMS", tmp_path / "norms-computed.json")
    monkeypatch.setattr(references, "norms", lambda data: {"series": []})
    monkeypatch.setattr(references, "detectable_changes", lambda data: {"contact_time": 0.5})
    references.write_norms(tmp_path)
    found = list(references.differences(tmp_path))
    assert any("contact_time in running is 0.034, the data gives 0.5" in one for one in found)
    assert not any("norms-computed.json" in one for one in found)
    references.NORMS.write_text("{}", encoding="utf8")
    assert any("norms-computed.json is not what the data gives" in one for one in references.differences(tmp_path))

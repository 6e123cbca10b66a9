"""What healthy people measure, and how far two of their visits differ: the app's figures that open data give."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from .dictionary import SIDES, Protocol
from .project import FIELDS
from .rounding import significant
from .sources import GAITREC, GAITREC_METRICS, RIC, RIC_METRICS, gaitrec, ric
from .table import Table
from .text import text

NORMS = FIELDS.with_name("norms-computed.json")
SEXES = ("female", "male")
LEAST = 20
"""People below whom a cell is left out."""

YEAR = pd.Timedelta(days=365)
DECADES = ((18, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 79))
TWO_DECADES = ((18, 39), (40, 59), (60, 79))

DERIVED = ("step_length", "contact_ratio")
NORMS_OF_RUNNING = (*RIC_METRICS, "step_length")
"""Not the contact ratio: motion capture and foot sensors, which the field is of, find the foot's contact at different instants."""

SOURCES = {
    "ric": {
        "title": RIC.title,
        "doi": RIC.doi,
        "year": 2024,
        "licence": RIC.licence,
        "origin": "computed",
        "condition": text(
            "Runners without injury on a treadmill, nine in ten at 2.2 to 3.4 m/s, measured with motion capture",
            "Corredores sin lesión en cinta, nueve de cada diez entre 2,2 y 3,4 m/s, medidos con captura de movimiento",
        ),
    },
    "gaitrec": {
        "title": GAITREC.title,
        "doi": GAITREC.doi,
        "year": 2020,
        "licence": GAITREC.licence,
        "origin": "computed",
        "condition": text(
            "Healthy people walking at the speed they chose over force plates, in shoes or barefoot",
            "Personas sanas que caminan a la velocidad que eligen sobre plataformas de fuerza, con calzado o descalzas",
        ),
    },
}


def norms(data: Path) -> dict[str, object]:
    """The content of norms-computed.json: mean and spread by sex and age of healthy people, one session each."""
    runners, walkers = first_visits(healthy_runners(data)), first_visits(healthy_walkers(data))
    series = [
        *(_series("ric", "run", code, runners, DECADES) for code in NORMS_OF_RUNNING),
        *(_series("gaitrec", "walk", code, walkers, TWO_DECADES) for code in GAITREC_METRICS),
    ]
    return {"sources": SOURCES, "series": [one for one in series if one["cells"]]}


def detectable_changes(data: Path) -> dict[str, float]:
    """By code, the difference between two days that 95 % of healthy runners stay within: 1.96 times the root mean square."""
    first, again = revisits(healthy_runners(data))
    codes = (*RIC_METRICS, *DERIVED)
    return {code: significant(1.96 * _root_mean_square(_sides(again, code) - _sides(first, code)), 2) for code in codes}


def healthy_runners(data: Path) -> pd.DataFrame:
    """Treadmill runs of people who stated no injury and named no joint, with who and when, the earliest first."""
    table = ric(data, "run")
    healthy = table.where((table.extra["injured"] == 0) & ~table.extra["named"])
    frame = _frame(healthy).assign(date=healthy.extra["date"]).sort_values("date", kind="stable")
    contact, swing = (_sides(frame, code) for code in ("contact_time", "swing_time"))
    derived = {"step_length": _sides(frame, "stride_length") / 2, "contact_ratio": 100 * contact / (contact + swing)}
    columns = {f"{code}_{side}": values[:, index] for code, values in derived.items() for index, side in enumerate(SIDES)}
    return frame.assign(**columns)


def healthy_walkers(data: Path) -> pd.DataFrame:
    """Walks over force plates, at the speed they chose, of the healthy people."""
    table = gaitrec(data)
    return _frame(table.where((table.extra["class"] == "healthy") & (table.extra["speed"] == "self_selected")))


def first_visits(frame: pd.DataFrame) -> pd.DataFrame:
    """One session per person."""
    return frame.drop_duplicates("subject")


def revisits(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Each person's first session, and the first on another day within a year: row by row the same people."""
    begun = frame.groupby("subject")["date"].transform("first")
    later = first_visits(frame[(frame["date"] > begun) & (frame["date"] <= begun + YEAR)])
    first = first_visits(frame).set_index("subject").loc[later["subject"]].reset_index()
    return first, later


def write_norms(data: Path) -> None:
    """Writes norms-computed.json."""
    NORMS.write_text(_json(norms(data)), encoding="utf8")


def differences(data: Path) -> Iterator[str]:
    """Where the committed figures are not what the data gives."""
    if not NORMS.is_file() or NORMS.read_text(encoding="utf8") != _json(norms(data)):
        yield f"{NORMS.name} is not what the data gives: write it again with --norms"
    computed = detectable_changes(data)
    kept = {code: change["value"] for code, change in _kept_changes()}
    for code in sorted({*computed, *kept}):
        if computed.get(code) != kept.get(code):
            yield f"{FIELDS.name}: the detectable change of {code} in running is {kept.get(code)}, the data gives {computed.get(code)}"


def _kept_changes() -> Iterator[tuple[str, dict[str, object]]]:
    entries = json.loads(FIELDS.read_text(encoding="utf8"))
    for code, entry in entries.items():
        change = entry.get("detectableChange", {}).get("run")
        if change is not None and change["doi"] == RIC.doi:
            yield code, change


def _series(source: str, protocol: Protocol, code: str, frame: pd.DataFrame, bands: tuple[tuple[int, int], ...]) -> dict[str, object]:
    cells = [_cell(frame, code, sex, band) for sex in SEXES for band in bands]
    return {"field": code, "protocol": protocol, "source": source, "cells": [cell for cell in cells if cell["n"] >= LEAST]}


def _cell(frame: pd.DataFrame, code: str, sex: str, band: tuple[int, int]) -> dict[str, object]:
    """The spread is that of one side among people, pooled over left and right."""
    age = np.floor(frame["age_years"])
    values = _sides(frame[(frame["sex"] == sex) & age.between(*band)], code)
    values = values[~np.isnan(values).any(axis=1)]
    cell: dict[str, object] = {"sex": sex, "from": band[0], "to": band[1], "n": len(values)}
    if len(values) < LEAST:
        return cell
    return {**cell, "mean": significant(values.mean(), 4), "sd": significant(np.sqrt(values.var(axis=0, ddof=1).mean()), 3)}


def _frame(table: Table) -> pd.DataFrame:
    return table.frame.assign(subject=table.subject)


def _sides(frame: pd.DataFrame, code: str) -> np.ndarray:
    return frame[[f"{code}_{side}" for side in SIDES]].to_numpy(dtype=float)


def _root_mean_square(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(values[~np.isnan(values).any(axis=1)] ** 2)))


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"

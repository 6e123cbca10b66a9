"""The dictionary of measured fields, read from the app's `fields.json`."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .errors import TrainingError
from .project import FIELDS

Protocol = Literal["walk", "run"]
SIDES = ("left", "right")
FINDING = {"absent": 0.0, "present": 1.0}


@dataclass(frozen=True)
class Field:
    """One entry of the dictionary."""

    code: str
    kind: Literal["number", "enum", "finding"]
    unit: str | None
    sides: Literal["none", "each", "each_or_both"]
    ranges: dict[str, tuple[float, float] | None]
    values: tuple[str, ...]
    deviation: bool
    derived: bool
    label: dict[str, str]
    value_labels: dict[str, dict[str, str]]

    def range(self, protocol: Protocol, deviation: bool = False) -> tuple[float, float] | None:
        """Plausible values; those of a step-to-step deviation go from 0 to half the width."""
        bounds = self.ranges.get(protocol)
        if bounds is None or not deviation:
            return bounds
        return 0.0, (bounds[1] - bounds[0]) / 2


@dataclass(frozen=True)
class Column:
    """What a column's name says: `contact_time_sd_left` is the field, its deviation, and the side."""

    field: Field
    deviation: bool
    side: str | None


@cache
def fields() -> dict[str, Field]:
    """Every field by its code."""
    entries = json.loads(FIELDS.read_text(encoding="utf8"))
    return {
        code: Field(
            code=code,
            kind=entry["kind"],
            unit=entry["unit"],
            sides=entry["sides"],
            ranges={protocol: tuple(bounds) if bounds else None for protocol, bounds in entry.get("range", {}).items()},
            values=tuple(entry.get("values", ())),
            deviation=entry["deviation"],
            derived=entry["derived"] is not None,
            label=entry["label"],
            value_labels=entry.get("valueLabels", {}),
        )
        for code, entry in entries.items()
    }


def field(code: str) -> Field:
    """The field with this code."""
    if code not in fields():
        raise TrainingError(f"{code} is no field of the dictionary ({FIELDS.name})")
    return fields()[code]


def read_code(name: str) -> tuple[Field, bool]:
    """A field's code, or its code with `_sd` for the step-to-step deviation."""
    known = fields().get(name)
    if known is not None:
        return known, False
    base = fields().get(name.removesuffix("_sd"))
    if name.endswith("_sd") and base is not None and base.deviation:
        return base, True
    raise TrainingError(f"{name} is no field of the dictionary ({FIELDS.name})")


def read_column(name: str) -> Column | None:
    """The column a table's heading names, or None where the dictionary knows no such column."""
    stem, side = name, None
    for ending in SIDES:
        if name.endswith(f"_{ending}"):
            stem, side = name.removesuffix(f"_{ending}"), ending
    try:
        known, deviation = read_code(stem)
    except TrainingError:
        return None
    fits = known.sides != "each" if side is None else known.sides != "none"
    return Column(known, deviation, side) if fits else None

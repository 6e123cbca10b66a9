"""A model from a table of one's own, in the dictionary's columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from .definition import Definition
from .dictionary import SIDES, Protocol, field, fields, read_code
from .errors import TrainingError
from .estimators import logistic, ridge
from .features import Feature, draw
from .files import write
from .learn import train
from .own_task import OwnClasses
from .table import Source, Table, clean
from .tasks import Age
from .text import Text, class_name, text

FEWEST = 20
BOTH_SIDES = ("mean", "lower", "higher", "difference")
OUTCOMES = {"injured_joint", "injury_location", "injury_side", "affected_zone"}
TRUE, FALSE = {"present", "yes", "true", "1", "1.0"}, {"absent", "no", "false", "0", "0.0"}
DERIVED_FROM = {"bmi": ("weight_kg", "height_cm")}


@dataclass(frozen=True)
class OwnTable:
    """What the command line says."""

    path: Path
    target: str
    inputs: tuple[str, ...]
    group: str
    protocol: Protocol
    name: str


def train_own(own: OwnTable, folder: Path) -> list[str]:
    """Trains, writes the folder, and says what was left out."""
    frame = _read(own)
    features = tuple(feature for code in own.inputs for feature in _features(code, frame, own))
    messages: list[str] = []
    if own.target == "age_years":
        classes: tuple[str, ...] = ()
        labels = pd.Series(np.nan, index=frame.index)
    else:
        labels, classes = _labels(own, frame, messages)
    table = clean(frame, frame[own.group], pd.DataFrame({"class": labels}), Source(own.path.name, None, "own data"), own.protocol)
    features = _with_requirement(features, table, messages)
    write(folder, train(_definition(own, table, features, classes), folder))
    return messages


def _definition(own: OwnTable, table: Table, features: tuple[Feature, ...], classes: tuple[str, ...]) -> Definition:
    age = own.target == "age_years"
    what = text("Age", "Edad") if age else class_name("injured") if classes == ("injured",) else _label(own.target)
    inputs = {language: ", ".join(_label(code.removesuffix("_sd"))[language].lower() for code in own.inputs) for language in ("en", "es")}
    return Definition(
        name=own.name,
        protocol=own.protocol,
        title=text(f"{what['en'].capitalize()}, from this clinic's data", f"{what['es'].capitalize()}, con datos de esta clínica"),
        summary=text(f"Answers from: {inputs['en']}.", f"Responde a partir de: {inputs['es']}."),
        load=lambda _: table,
        task=Age() if age else OwnClasses(classes),
        features=features,
        build=ridge(30.0) if age else logistic(0.1),
        method=text(
            f"{'Ridge' if age else 'Logistic'} regression, trained on {own.path.name}. Figures are held out by person: cross-validation in five parts, three times.",
            f"Regresión {'ridge' if age else 'logística'}, entrenada con {own.path.name}. Las cifras son de personas no vistas: validación cruzada en cinco partes, tres veces.",
        ),
        limits=(
            text(
                "Trained on one clinic's own records: it describes people like those, measured the same way.",
                "Entrenado con los registros de una sola clínica: describe a personas como esas, medidas igual.",
            ),
            text(
                "It says how much a pattern looks like that of the people recorded. It is no forecast and no diagnosis.",
                "Dice cuánto se parece un patrón al de las personas registradas. No es una predicción ni un diagnóstico.",
            ),
            text("For adults only.", "Solo para personas adultas."),
        ),
    )


def _read(own: OwnTable) -> pd.DataFrame:
    if not own.path.is_file():
        raise TrainingError(f"{own.path} is not there")
    # Spreadsheets and the app put a byte order mark in front.
    frame = pd.read_csv(own.path, encoding="utf-8-sig")
    if own.group not in frame:
        raise TrainingError(f"{own.path.name} has no column {own.group} (--group)")
    return frame


def _features(code: str, frame: pd.DataFrame, own: OwnTable) -> Iterator[Feature]:
    """What one input code becomes: one feature, or four where the table has both sides."""
    known, deviation = read_code(code)
    if code == own.target or code in OUTCOMES:
        raise TrainingError(f"{code} is what is to be told, or says it: it cannot be an input")
    stem = f"{known.code}_sd" if deviation else known.code
    if all(f"{stem}_{side}" in frame for side in SIDES) and known.sides != "none":
        yield from (Feature(known.code, transform, deviation) for transform in BOTH_SIDES)
    elif known.kind == "enum":
        _need(stem, frame, own)
        present = [value for value in known.values if (frame[stem].astype("string").str.lower() == value).any()]
        yield from (Feature(known.code, "is", category=value) for value in present[1:])
    else:
        for column in DERIVED_FROM.get(code, (stem,)):
            _need(column, frame, own)
        yield Feature(known.code, "value", deviation)


def _need(column: str, frame: pd.DataFrame, own: OwnTable) -> None:
    if column not in frame:
        raise TrainingError(f"{own.path.name} has no column {column}, nor one for each side")


def _with_requirement(features: Sequence[Feature], table: Table, messages: list[str]) -> tuple[Feature, ...]:
    """A feature that every row has is required; one that some rows lack is optional; one without two values is left out."""
    rows = draw(table.frame, features)
    kept = []
    for feature, values in zip(features, rows.T):
        if len(np.unique(values[~np.isnan(values)])) < 2:
            messages.append(f"{feature.stem} ({feature.transform}) never changes: left out")
            continue
        kept.append(Feature(feature.code, feature.transform, feature.deviation, feature.category, not np.isnan(values).any()))
    if not kept:
        raise TrainingError("none of the inputs has values that differ")
    return tuple(kept)


def _labels(own: OwnTable, frame: pd.DataFrame, messages: list[str]) -> tuple[pd.Series, tuple[str, ...]]:
    """The class of each row as a number, and the classes' names."""
    if own.target == "injured_joint":
        return _zones(own, frame, messages)
    if own.target == "injured" and "injured" not in frame:
        _need("injured_joint", frame, own)
        joint = frame["injured_joint"].astype("string").str.strip().str.lower()
        return (joint != "none").astype(float).where(joint.isin(list(field("injured_joint").values))), ("injured",)
    if own.target != "injured" and (own.target not in fields() or field(own.target).kind != "finding"):
        raise TrainingError(f"--target {own.target}: neither age_years, injured_joint, injured nor a clinical test")
    names = [name for name in (own.target, *(f"{own.target}_{side}" for side in SIDES)) if name in frame]
    if not names:
        _need(own.target, frame, own)
    sides = [_mark(frame[name]) for name in names]
    name = "injured" if own.target == "injured" else own.target
    return pd.concat(sides, axis=1).max(axis=1), (name,)


def _zones(own: OwnTable, frame: pd.DataFrame, messages: list[str]) -> tuple[pd.Series, tuple[str, ...]]:
    """Healthy and the zones that enough people have; the rest together as `other`, or left out where they are too few."""
    _need("injured_joint", frame, own)
    joint = frame["injured_joint"].astype("string").str.strip().str.lower()
    joint = joint.where(joint.isin(list(field("injured_joint").values))).replace("none", "healthy")
    people = frame.groupby(joint)[own.group].nunique()
    order = [name for name in ("healthy", *field("injured_joint").values) if name in people.index]
    enough = [name for name in order if people[name] >= FEWEST]
    few = [name for name in order if name not in enough]
    if few:
        together = int(frame.loc[joint.isin(few), own.group].nunique())
        fate = "put together as other" if together >= FEWEST else "left out"
        messages.append(f"{', '.join(few)}: fewer than {FEWEST} people each, {fate}")
        joint = joint.replace(few, "other") if together >= FEWEST else joint.where(~joint.isin(few))
        enough += ["other"] if together >= FEWEST else []
    if len(enough) < 2:
        raise TrainingError(f"injured_joint: fewer than two classes have {FEWEST} people")
    return joint.map({name: index for index, name in enumerate(enough)}).astype(float), tuple(enough)


def _mark(values: pd.Series) -> pd.Series:
    words = values.astype("string").str.strip().str.lower()
    return words.isin(TRUE).astype(float).where(words.isin(TRUE | FALSE))


def _label(code: str) -> Text:
    return text(*(field(code).label[language] for language in ("en", "es")))

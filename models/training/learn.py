"""From a definition and its table to model.onnx, card.json and fixture.json."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .definition import Candidate, Definition, Evaluated, Prepared
from .errors import TrainingError
from .estimators import Build
from .features import Feature, complete, describe, draw
from .figures import bootstrap
from .fixture import fixture, synthetic_rows
from .graph import to_graph, verify
from .heldout import FOLDS, Sample, fit, out_of_fold
from .table import Table
from .text import Text, as_written


@dataclass(frozen=True)
class Trained:
    """The three files of a model."""

    graph: bytes
    card: dict[str, object]
    fixture: dict[str, list[list[float | None]]]


def train(model: Definition, data: Path) -> Trained:
    """Judges the model on held-out people, then fits it on everyone."""
    prepared = prepare(model, model.load(data))
    sample = prepared.sample
    held = out_of_fold(lambda: model.build(model.features), sample)

    def held_out(build: Build, features: tuple[Feature, ...]) -> np.ndarray:
        rows = draw(prepared.table.frame, features)
        return out_of_fold(lambda: build(features), Sample(rows, sample.target, sample.person))

    evaluated = model.task.evaluate(model, prepared, held, held_out)
    tried = [_try(model, candidate, prepared, held, data) for candidate in model.candidates]
    pipeline = fit(model.build(model.features), sample)
    graph = to_graph(pipeline, len(model.features))
    entries = describe(sample.rows, model.features)
    rows = synthetic_rows(entries)
    verify(graph, pipeline, rows)
    verify(graph, pipeline, sample.rows)
    return Trained(graph, _card(model, prepared, entries, evaluated, tried, graph), fixture(pipeline, rows))


def prepare(model: Definition, table: Table) -> Prepared:
    """The rows that have what the model needs and whose answer is known."""
    rows, target = draw(table.frame, model.features), model.task.target(table)
    usable = complete(rows, model.features) & ~np.isnan(target)
    people = table.subject[usable].nunique()
    if people < 2 * FOLDS:
        raise TrainingError(f"{model.name}: only {people} people have every input and a known answer; {2 * FOLDS} are needed at least")
    person = np.unique(table.subject[usable], return_inverse=True)[1]
    return Prepared(Sample(rows[usable], target[usable], person), table.where(table.subject.notna() & usable))


def _try(model: Definition, candidate: Candidate, prepared: Prepared, held: np.ndarray, data: Path) -> Text:
    features = candidate.features or model.features
    build = candidate.build or model.build
    sample = Sample(draw(prepared.table.frame, features), prepared.sample.target, prepared.sample.person)
    also = prepare(model, candidate.also(data)).sample if candidate.also else None
    other = out_of_fold(lambda: build(features), sample, repeats=1, also=also)
    tried, kept = (model.task.judge(prepared, one) for one in (other, held[:1]))
    difference = bootstrap(lambda weight: tried(weight) - kept(weight), sample.person)
    return model.task.compare(candidate.label, bootstrap(tried, sample.person, 1).value, difference)


def _card(
    model: Definition, prepared: Prepared, features: list[dict[str, object]], evaluated: Evaluated, tried: list[Text], graph: bytes
) -> dict[str, object]:
    source = prepared.table.source
    counts = {"subjects": prepared.sample.people, "rows": len(prepared.sample.rows)}
    return {
        "schema": 1,
        "name": model.name,
        "version": model.version,
        "question": model.task.question,
        "protocol": model.protocol,
        "title": model.title,
        "summary": model.summary,
        "features": features,
        "additive": False,
        "output": evaluated.output,
        "uncertainty": evaluated.uncertainty,
        "training": {
            "sources": [{"title": source.title, "doi": source.doi, "licence": source.licence, **counts}],
            "method": model.method,
            "tried": [as_written(each) for each in (*tried, *evaluated.tried)],
        },
        "metrics": evaluated.metrics,
        "limits": {language: [limit[language] for limit in model.limits] for language in ("en", "es")},
        "sha256": hashlib.sha256(graph).hexdigest(),
    }

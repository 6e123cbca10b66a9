"""Are the committed models what the data gives?"""

import hashlib
import json
import math
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from .definition import Definition
from .files import write
from .graph import run
from .learn import train
from .project import MODELS

TOLERANCE = 1e-3
NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)?")


def check(models: Sequence[Definition], data: Path) -> int:
    """Trains into a folder of its own, names every difference, and gives the exit code."""
    differences = []
    with tempfile.TemporaryDirectory() as folder:
        for model in models:
            write(Path(folder) / model.name, train(model, data))
            found = list(compare(MODELS / model.name, Path(folder) / model.name))
            print(f"{model.name}: {'; '.join(found) if found else verdict(MODELS / model.name, Path(folder) / model.name)}", flush=True)
            differences += found
    return 1 if differences else 0


def verdict(kept: Path, fresh: Path) -> str:
    """How alike two folders without differences are."""
    same = all((kept / name).read_bytes() == (fresh / name).read_bytes() for name in ("model.onnx", "card.json", "fixture.json"))
    return "identical" if same else f"equal within {TOLERANCE:g} (another processor rounds otherwise)"


def compare(kept: Path, fresh: Path) -> Iterator[str]:
    """What differs by more than rounding between a committed folder and a freshly trained one."""
    missing = [name for name in ("model.onnx", "card.json", "fixture.json") if not (kept / name).is_file()]
    if missing:
        yield f"{', '.join(missing)} missing"
        return
    cards = [json.loads((folder / "card.json").read_text(encoding="utf8")) for folder in (kept, fresh)]
    digests = [card.pop("sha256") for card in cards]
    yield from _differences("card", *cards)
    if digests[0] != _digest(kept):
        yield "card.sha256 is not that of model.onnx"
    fixtures = [json.loads((folder / "fixture.json").read_text(encoding="utf8")) for folder in (kept, fresh)]
    yield from _differences("fixture", *fixtures)
    rows = np.array(fixtures[0]["features"], dtype=np.float32)
    answers = [run((folder / "model.onnx").read_bytes(), rows) for folder in (kept, fresh)]
    if answers[0].shape != answers[1].shape:
        yield f"model.onnx answers {answers[0].shape}, not {answers[1].shape}"
    elif not np.allclose(*answers, rtol=TOLERANCE, atol=TOLERANCE):
        yield f"model.onnx answers differ by up to {np.abs(answers[0] - answers[1]).max():.3g}"


def _digest(folder: Path) -> str:
    return hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()


def _differences(place: str, kept: object, fresh: object) -> Iterator[str]:
    match kept, fresh:
        case dict(), dict():
            for name in sorted(kept.keys() | fresh.keys()):
                if name in kept and name in fresh:
                    yield from _differences(f"{place}.{name}", kept[name], fresh[name])
                else:
                    yield f"{place}.{name} only {'committed' if name in kept else 'in the new training'}"
        case list(), list():
            if len(kept) != len(fresh):
                yield f"{place} has {len(kept)} entries, not {len(fresh)}"
            for index, (one, other) in enumerate(zip(kept, fresh)):
                yield from _differences(f"{place}[{index}]", one, other)
        case str(), str():
            if not _alike(kept, fresh):
                yield f"{place} is {kept!r}, not {fresh!r}"
        case (int() | float()), (int() | float()):
            if not math.isclose(kept, fresh, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
                yield f"{place} is {kept}, not {fresh}"
        case _:
            if kept != fresh:
                yield f"{place} is {kept!r}, not {fresh!r}"


def _alike(kept: str, fresh: str) -> bool:
    """The same words, and numbers that differ by no more than one in the last printed digit."""
    if NUMBER.sub("#", kept) != NUMBER.sub("#", fresh):
        return False
    pairs = zip(*([number.replace(",", ".").replace("−", "-") for number in NUMBER.findall(words)] for words in (kept, fresh)))
    return all(abs(float(one) - float(other)) <= 1.01 * 10.0 ** -len(one.partition(".")[2]) * ("." in one) for one, other in pairs)

"""A model's folder."""

import json
from pathlib import Path

from .learn import Trained


def write(folder: Path, trained: Trained) -> None:
    """Writes model.onnx, card.json and fixture.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(trained.graph)
    (folder / "card.json").write_text(json.dumps(trained.card, indent=2, ensure_ascii=False) + "\n", encoding="utf8")
    lines = [f'"{name}": [\n' + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]" for name, rows in trained.fixture.items()]
    (folder / "fixture.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf8")

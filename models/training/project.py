"""Where things are in the project."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
FIELDS = ROOT / "lib" / "measurements" / "fields.json"

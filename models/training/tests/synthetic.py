"""A made-up clinic's table: foot-sensor metrics and clinical tests of people who do not exist."""

import numpy as np
import pandas as pd

from training.dictionary import fields

PEOPLE = 260
ZONES = ("none", "hip", "knee", "ankle", "foot", "back")
SHARES = (0.25, 0.15, 0.25, 0.15, 0.18, 0.02)


def sensor_codes() -> list[str]:
    """What the foot sensors measure when walking."""
    return [
        code
        for code, one in fields().items()
        if one.kind == "number" and one.sides == "each_or_both" and one.range("walk") is not None and code != "treadmill_speed"
    ]


def finding_codes() -> list[str]:
    """The clinical tests that are present or absent."""
    return [code for code, one in fields().items() if one.kind == "finding"]


def clinic_table() -> pd.DataFrame:
    """Two sessions a person; knees walk slower and more often with genu varum, age lowers the step rate."""
    random = np.random.default_rng(1)
    person = np.repeat(np.arange(PEOPLE), 2)
    age = random.uniform(15, 75, PEOPLE).round()[person]
    zone = random.choice(ZONES, PEOPLE, p=SHARES)[person]
    rows = len(person)
    table: dict[str, np.ndarray] = {
        "athlete": np.array([f"p{index}" for index in person]),
        "age_years": age,
        "sex": np.where(random.random(PEOPLE) < 0.5, "female", "male")[person],
        "height_cm": random.normal(172, 9, PEOPLE).round(1)[person],
        "weight_kg": random.normal(72, 11, PEOPLE).round(1)[person],
        "injured_joint": zone,
    }
    for code in sensor_codes():
        low, high = fields()[code].range("walk")
        middle, spread = (low + high) / 2, (high - low) / 12
        shift = -1.2 * (zone == "knee") if code == "speed" else -(age - 45) / 20 if code == "step_rate" else 0.0
        for side in ("left", "right"):
            table[f"{code}_{side}"] = np.clip(middle + spread * (random.normal(size=rows) * 0.7 + shift), low, high)
    for code in finding_codes():
        chance = np.where(zone == "knee", 0.6, 0.15) if code == "genu_varum" else np.full(rows, 0.3)
        for side in ("left", "right"):
            words = np.where(random.random(rows) < chance, "present", "absent").astype(object)
            words[random.random(rows) < 0.1] = None
            table[f"{code}_{side}"] = words
    return pd.DataFrame(table)

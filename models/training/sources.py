"""The open data sets, read into the dictionary's columns."""

from pathlib import Path

import numpy as np
import pandas as pd

from .dictionary import Protocol
from .errors import TrainingError
from .table import Source, Table, clean

RIC = Source("Running Injury Clinic kinematic dataset", "10.25452/figshare.plus.24255795", "CC BY 4.0")
GAITREC = Source("GaitRec", "10.6084/m9.figshare.c.4788012", "CC BY 4.0")
GUTENBERG = Source("Gutenberg Gait Database", "10.6084/m9.figshare.c.5311538", "CC BY 4.0")

FILES: dict[str, Source] = {
    "ric-2024/run_data_meta.csv": RIC,
    "ric-2024/walk_data_meta.csv": RIC,
    "ric-2024/run_gait_metrics.csv": RIC,
    "gaitrec-2020/sessions.csv": GAITREC,
    "gutenberg-2021/GRF_metadata.csv": GUTENBERG,
    "gutenberg-2021/GRF_walking_speed.csv": GUTENBERG,
}
MISSING = ["NaN", "NaT", "NA", ""]
SIDES = {"left": "L", "right": "R"}

# The dictionary's code: the published name and the factor to the dictionary's unit and sign.
RIC_METRICS: dict[str, tuple[str, float]] = {
    "step_rate": ("STRIDE_RATE", 2),
    "stride_length": ("STRIDE_LENGTH", 1),
    "contact_time": ("STANCE_TIME", 1),
    "swing_time": ("SWING_TIME", 1),
    "vertical_oscillation": ("VERTICAL_OSCILLATION", 1),
    "foot_strike_angle": ("FOOT_ANG_at_HS", 1),
    "ankle_dorsiflexion_peak": ("ANKLE_DF_PEAK_ANGLE", 1),
    "ankle_eversion_peak": ("ANKLE_EVE_PEAK_ANGLE", -1),
    "ankle_rotation_peak": ("ANKLE_ROT_PEAK_ANGLE", 1),
    "foot_progression_angle": ("FOOT_PROG_ANGLE", 1),
    "pronation_onset": ("PRONATION_ONSET", 1),
    "pronation_offset": ("PRONATION_OFFSET", 1),
}

GAITREC_METRICS: dict[str, tuple[str, float]] = {
    "vertical_force_first_peak": ("GRF_F_V_{}_max1", 1),
    "vertical_force_valley": ("GRF_F_V_{}_min", 1),
    "vertical_force_second_peak": ("GRF_F_V_{}_max2", 1),
    "braking_force_peak": ("GRF_F_AP_{}_min", -1),
    "propulsive_force_peak": ("GRF_F_AP_{}_max", 1),
    "medial_force_first_peak": ("GRF_F_ML_{}_max1", 1),
    "medial_force_second_peak": ("GRF_F_ML_{}_max2", 1),
    "lateral_force_peak": ("GRF_F_ML_{}_min", -1),
    "cop_path_ap": ("GRF_COP_AP_{}_length", 1),
    "cop_path_ml": ("GRF_COP_ML_{}_length", 1),
}

GAITREC_CLASSES = {"HC": "healthy", "H": "hip", "K": "knee", "A": "ankle", "C": "foot"}
GAITREC_SPEEDS = {1: "slow", 2: "self_selected", 3: "fast"}


def ric(data: Path, protocol: Protocol) -> Table:
    """The clinic's treadmill sessions; a run has its gait metrics. `extra`: injured (1, 0, unknown), whether a joint is named, date and year."""
    sessions = _read(data, f"ric-2024/{protocol}_data_meta.csv")
    if protocol == "run":
        metrics = _read(data, "ric-2024/run_gait_metrics.csv").rename(columns={"session_file": "filename"})
        sessions = sessions.merge(metrics, on=["sub_id", "filename"], how="left", validate="one_to_one")
    frame = pd.DataFrame(
        {
            "age_years": sessions["age"],
            "sex": sessions["Gender"].str.lower(),
            "height_cm": sessions["Height"],
            "weight_kg": sessions["Weight"],
            "speed": sessions[f"speed_{protocol[0]}"],
            **(_ric_metrics(sessions) if protocol == "run" else {}),
        }
    )
    known = sessions["InjDefn"].notna()
    injured = (sessions["InjDefn"] != "No injury").astype(float).where(known)
    named = ~sessions["InjJoint"].fillna("no").str.lower().str.startswith("no")
    day = pd.to_datetime(sessions["filename"].str[:8], format="%Y%m%d")
    extra = pd.DataFrame({"injured": injured, "named": named, "date": day, "year": day.dt.year})
    return clean(frame, sessions["sub_id"], extra, RIC, protocol)


def gaitrec(data: Path) -> Table:
    """The rehabilitation centre's force-plate sessions. `extra`: class and walking speed (slow, self_selected, fast)."""
    sessions = _read(data, "gaitrec-2020/sessions.csv")
    metrics = {
        f"{code}_{side}": factor * sessions[name.format(letter.lower())]
        for code, (name, factor) in GAITREC_METRICS.items()
        for side, letter in SIDES.items()
    }
    frame = pd.DataFrame({**_gaitrec_people(sessions), **metrics})
    extra = pd.DataFrame({"class": sessions["CLASS_LABEL"].map(GAITREC_CLASSES), "speed": sessions["SPEED"].map(GAITREC_SPEEDS)})
    return clean(frame, sessions["SUBJECT_ID"], extra, GAITREC, "walk")


def gutenberg(data: Path) -> Table:
    """Healthy people's overground walking: the mean speed of each session's trials."""
    session = ["DATASET_ID", "SUBJECT_ID", "SESSION_ID"]
    people = _read(data, "gutenberg-2021/GRF_metadata.csv")
    trials = _read(data, "gutenberg-2021/GRF_walking_speed.csv")
    speed = trials.groupby(session, as_index=False)["WALKING_SPEED"].mean()
    sessions = people.merge(speed, on=session, validate="one_to_one")
    frame = pd.DataFrame({**_gaitrec_people(sessions), "height_cm": sessions["HEIGHT"], "speed": sessions["WALKING_SPEED"]})
    subject = sessions["DATASET_ID"].astype(str) + "-" + sessions["SUBJECT_ID"].astype(str)
    return clean(frame, subject, pd.DataFrame(index=frame.index), GUTENBERG, "walk")


def _gaitrec_people(sessions: pd.DataFrame) -> dict[str, pd.Series]:
    sex = sessions["SEX"].map({0: "female", 1: "male"})
    return {"age_years": sessions["AGE"], "sex": sex, "weight_kg": sessions["BODY_MASS"]}


def _ric_metrics(sessions: pd.DataFrame) -> dict[str, pd.Series]:
    values = {}
    for code, (name, factor) in RIC_METRICS.items():
        for side, letter in SIDES.items():
            values[f"{code}_{side}"] = factor * sessions[f"{letter}_{name}_median"]
            values[f"{code}_sd_{side}"] = np.abs(factor) * sessions[f"{letter}_{name}_std"]
    return values


def require(data: Path) -> None:
    """Stops where a table is missing, and says which and where it comes from."""
    missing = [name for name in FILES if not (data / name).is_file()]
    if missing:
        raise TrainingError("\n".join([f"TRAINING_DATA ({data}) lacks:", *map(origin, missing)]))


def origin(name: str) -> str:
    """The file, and where to download it from."""
    source = FILES[name]
    return f"  {name}: {source.title}, https://doi.org/{source.doi} ({source.licence})"


def _read(data: Path, name: str) -> pd.DataFrame:
    path = data / name
    if not path.is_file():
        raise TrainingError(f"TRAINING_DATA ({data}) lacks:\n{origin(name)}")
    return pd.read_csv(path, na_values=MISSING, keep_default_na=False)

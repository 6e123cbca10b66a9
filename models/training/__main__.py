"""`python -m training`: see README.md."""

import argparse
import os
import sys
from pathlib import Path

from .check import check
from .definitions import DEFINITIONS
from .errors import TrainingError
from .files import write
from .learn import train
from .own_table import OwnTable, train_own
from .project import MODELS
from .references import differences, write_norms
from .sources import FILES, origin, require


def main() -> int:
    """Trains the models that come with the project, checks them, or trains one on a table of one's own."""
    options = _options()
    if options.data is not None:
        return _own(options)
    data = _training_data()
    if options.norms:
        return _norms(data, options.check)
    chosen = [model for model in DEFINITIONS if not options.only or model.name in options.only]
    if options.check:
        failed = check(chosen, data)
        return failed if options.only else _norms(data, checking=True) or failed
    for model in chosen:
        write(MODELS / model.name, train(model, data))
        print(f"{model.name}: written", flush=True)
    return 0


def _norms(data: Path, checking: bool) -> int:
    if not checking:
        write_norms(data)
    found = list(differences(data))
    print(f"norms and detectable changes: {'; '.join(found) if found else 'what the data gives'}", flush=True)
    return 1 if found else 0


def _own(options: argparse.Namespace) -> int:
    for option in ("target", "inputs", "group"):
        if not getattr(options, option):
            raise TrainingError(f"--data needs --{option} too")
    table = OwnTable(
        path=options.data,
        target=options.target,
        inputs=tuple(code.strip() for code in options.inputs.split(",") if code.strip()),
        group=options.group,
        protocol=options.protocol,
        name=options.name or f"own-{options.target.replace('_', '-')}",
    )
    folder = (options.out or MODELS) / table.name
    for message in train_own(table, folder):
        print(message)
    print(f"{table.name}: written to {folder}")
    return 0


def _training_data() -> Path:
    folder = os.environ.get("TRAINING_DATA")
    if not folder:
        raise TrainingError("\n".join(["set TRAINING_DATA to the folder that holds the open tables:", *map(origin, FILES)]))
    require(Path(folder))
    return Path(folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="npm run train --", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="train again and fail where the committed files are not what the data gives")
    parser.add_argument("--only", action="append", choices=[model.name for model in DEFINITIONS], help="just this model; may be repeated")
    parser.add_argument("--norms", action="store_true", help="write the norms that the data gives, instead of training; with --check, compare them")
    own = parser.add_argument_group("a table of your own")
    own.add_argument("--data", type=Path, metavar="FILE.csv", help="columns named by the dictionary")
    own.add_argument("--target", help="age_years, injured_joint, injured, or a clinical test's code")
    own.add_argument("--inputs", help="dictionary codes, separated by commas")
    own.add_argument("--group", help="the column that says whose row it is")
    own.add_argument("--protocol", choices=["walk", "run"], default="walk")
    own.add_argument("--name", help="the model's name, which is its folder's")
    own.add_argument("--out", type=Path, help="where to put the folder; models/ unless told")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except TrainingError as error:
        sys.exit(f"train: {error}")

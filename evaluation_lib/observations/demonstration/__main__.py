"""Write the demonstration observations into a folder."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

from evaluation_lib.observations.demonstration.ledger import (
    commitment_rows,
    demonstration_ledger,
    ledger_sources,
)
from evaluation_lib.observations.demonstration.returns import (
    demonstration_rows,
    demonstration_sources,
)
from evaluation_lib.observations.ledger import LedgerEntry
from evaluation_lib.observations.sources.files import REGISTER
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.plan import read_plan

PLAN_FOLDER = "data/plans/zhanjiang-2021-2025"


def write_demonstration(folder: Path, plan_folder: str | Path = PLAN_FOLDER) -> list[Path]:
    """Write observations, ledger and sources into `folder`, the same bytes every time.

    Raises:
        PlanError: The plan cannot be read.
    """
    plan = read_plan(plan_folder)
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        folder / "observations.csv": demonstration_rows(plan),
        folder / "observations_commitments.csv": commitment_rows(plan),
    }
    for path, table in tables.items():
        table.to_csv(path, index=False, lineterminator="\n")
    register, ledger = folder / REGISTER, folder / "ledger.csv"
    _write(register, Source, [*demonstration_sources(plan), *ledger_sources()])
    _write(ledger, LedgerEntry, demonstration_ledger(plan))
    return [*tables, register, ledger]


def _write(path: Path, model: type[BaseModel], rows: Iterable[BaseModel]) -> None:
    """Write `rows` as CSV; what is not known is blank."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(model.model_fields), lineterminator="\n")
        writer.writeheader()
        writer.writerows(one.model_dump(mode="json") for one in rows)


def main() -> None:
    """Read the command line, write the files and name them."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation_lib.observations.demonstration", description=__doc__
    )
    parser.add_argument("folder", type=Path, help="where observations.csv and sources.csv go")
    parser.add_argument("--plan", default=PLAN_FOLDER, help="plan folder (default: %(default)s)")
    options = parser.parse_args()
    for path in write_demonstration(options.folder, options.plan):
        print(path)


if __name__ == "__main__":
    main()

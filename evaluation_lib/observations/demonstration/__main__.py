"""Write the demonstration observations into a folder."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from evaluation_lib.observations.demonstration.returns import (
    demonstration_rows,
    demonstration_sources,
)
from evaluation_lib.observations.sources.delimited import REGISTER
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.plan import read_plan

PLAN_FOLDER = "data/plans/zhanjiang-2021-2025"


def write_demonstration(folder: Path, plan_folder: str | Path = PLAN_FOLDER) -> list[Path]:
    """Write `observations.csv` and `sources.csv` into `folder`, the same bytes every time.

    Raises:
        PlanError: The plan cannot be read.
    """
    plan = read_plan(plan_folder)
    folder.mkdir(parents=True, exist_ok=True)
    observations, register = folder / "observations.csv", folder / REGISTER
    demonstration_rows(plan).to_csv(observations, index=False, lineterminator="\n")
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(Source.model_fields), lineterminator="\n")
        writer.writeheader()
        writer.writerows(one.model_dump() for one in demonstration_sources(plan))
    return [observations, register]


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

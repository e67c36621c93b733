"""Write the demonstration forms into a folder."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from evaluation_lib.observations.demonstration_forms.forms import demonstration_forms
from evaluation_lib.plan import read_plan

PLAN_FOLDER = "data/plans/zhanjiang-2021-2025"
FORMS_FOLDER = "sent"
EXPECTED_OBSERVATIONS = "expected_observations.csv"
EXPECTED_QUERIES = "expected_queries.csv"


def write_forms(folder: Path, plan_folder: str | Path = PLAN_FOLDER) -> list[Path]:
    """Write the forms into `folder`/sent and what must come of them beside it.

    Raises:
        PlanError: The plan cannot be read.
    """
    drafts = demonstration_forms(read_plan(plan_folder))
    forms = folder / FORMS_FOLDER
    forms.mkdir(parents=True, exist_ok=True)
    written = [draft.write(forms) for draft in drafts]
    for name, rows in (
        (EXPECTED_OBSERVATIONS, [row for draft in drafts for row in draft.observations()]),
        (EXPECTED_QUERIES, [row for draft in drafts for row in draft.queries()]),
    ):
        path = folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(sorted(rows, key=lambda row: (*row.values(),)))
        written.append(path)
    return written


def main() -> None:
    """Read the command line, write the files and name them."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation_lib.observations.demonstration_forms", description=__doc__
    )
    parser.add_argument("folder", type=Path, help="where sent/ and the expected tables go")
    parser.add_argument("--plan", default=PLAN_FOLDER, help="plan folder (default: %(default)s)")
    options = parser.parse_args()
    for path in write_forms(options.folder, options.plan):
        print(path)


if __name__ == "__main__":
    main()

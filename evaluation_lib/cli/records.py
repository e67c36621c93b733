"""`plan-eval new-records`, `sample`: what a third party owes, ready to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, Tongue, chosen_plan
from evaluation_lib.language import Language
from evaluation_lib.report.strata import Sampled, Strata

EXAMPLE = """\b
Example:
  plan-eval new-records data/jobs/midterm-demo
"""
EXAMPLE_SAMPLE = """\b
Examples:
  plan-eval sample reports/midterm-demo/440800/zh --size 30 --seed 2024-1 --out check.xlsx
  plan-eval sample result.json --what tasks --by nature --size 12 --seed a --out tasks.xlsx
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(name="new-records", epilog=EXAMPLE)(new_records)
    app.command(epilog=EXAMPLE_SAMPLE)(sample)


def new_records(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder that the job names as `folder`.")
    ],
    plan: PlanFolder = None,
) -> None:
    """Lay out the evaluation matrix, the comment log and the recommendation tracker in FOLDER.

    The matrix asks about every indicator and every chapter of tasks; what its rows leave blank the
    report tells from its results. Prints the files written, one a line. Nothing that exists is
    overwritten.
    """
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.report.authored.starting import start_records

    for path in start_records(folder, read_plan(chosen_plan(plan))):
        print(path)


def sample(
    report: Annotated[
        Path, typer.Argument(metavar="REPORT", help="Folder or result.json of a report.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Worksheet to write, an .xlsx file.")],
    seed: Annotated[
        str, typer.Option("--seed", help="Any text, named before the data are looked at.")
    ],
    size: Annotated[int, typer.Option("--size", min=1, help="Number of items to draw.")] = 30,
    what: Annotated[Sampled, typer.Option("--what", help="What is drawn.")] = Sampled.VALUES,
    by: Annotated[
        Strata, typer.Option("--by", help="By what the whole is divided first.")
    ] = Strata.EVIDENCE,
    language: Tongue = Language.ZH,
) -> None:
    """Draw values or tasks of REPORT to check against their originals, and write the worksheet.

    Each stratum is drawn from in proportion to its size. The same seed draws the same items from
    the same report, on any machine. Filled in and put into verification/ of the job's folder, the
    worksheet gives the next report an error rate with its interval.
    """
    from evaluation_lib.publish.check_sheet import write_check_sheet
    from evaluation_lib.report.reading import read_report
    from evaluation_lib.report.sampling import draw_sample

    drawn = draw_sample(read_report(report), what=what, by=by, size=size, seed=seed)
    write_check_sheet(drawn, out, language=language)
    print(out)

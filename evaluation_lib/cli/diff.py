"""`plan-eval diff`: what is another in a report than in an earlier one, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.publish.choices import DiffFormat

if TYPE_CHECKING:
    from evaluation_lib.report.changes import Ground

EXAMPLE = """\b
Examples:
  plan-eval diff old/result.json reports/midterm-demo/440800/zh
  plan-eval diff 2023/bundle.zip 2024/bundle.zip
  plan-eval diff old new --observations data/observations/demonstration
  plan-eval diff old new --format html --output changes.html
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(diff)


def diff(
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", help="Folder, result.json or bundle of the older report."),
    ],
    new: Annotated[
        Path,
        typer.Argument(metavar="NEW", help="Folder, result.json or bundle of the newer report."),
    ],
    plan: Annotated[
        Path | None, typer.Option("--plan", help="Plan folder the newer report was made from.")
    ] = None,
    observations: Annotated[
        str,
        typer.Option("--observations", metavar="SOURCE", help="Observations it was made from."),
    ] = "",
    form: Annotated[
        DiffFormat, typer.Option("--format", help="How the differences are told.")
    ] = DiffFormat.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", help="File to write to; stdout if none is named.")
    ] = None,
) -> None:
    """Tell what is another in NEW than in OLD: verdicts, probabilities, values, and the cause.

    A cause is a new period, the revision of a past value, the plan, a setting, the method, or what
    the evaluators wrote. With a bundle of NEW, or the plan and observations it was made from, each
    cause is let in by itself, and a verdict is told by the one that moved it. Without them only the
    results are compared, and causes that stand together are told as several. The language is that
    of NEW.
    """
    from evaluation_lib.publish.difference import read_difference

    told = read_difference(old, new, _ground(plan, observations)).told(form)
    if output is None:
        sys.stdout.write(told)
    else:
        output.write_text(told, encoding="utf-8")
        print(output)


def _ground(plan: Path | None, observations: str) -> Ground | None:
    from evaluation_lib.cli.options import chosen_plan
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.report.changes import Ground

    if not observations:
        if plan is not None:
            raise typer.BadParameter("--plan is of use only together with --observations.")
        return None
    table, _ = read_observations(observations)
    return Ground(read_plan(chosen_plan(plan)), table)

"""`plan-eval check`: question observations before they are used."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, Source, Tongue, chosen_plan, parse_day
from evaluation_lib.language import Language

EXAMPLE = """\b
Examples:
  plan-eval check data/observations/demonstration
  plan-eval check returns.csv --plan data/plans/zhanjiang-2021-2025 --language en
  plan-eval check sqlite:///returns.db?table=observations
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(check)


def check(
    source: Source,
    plan: PlanFolder = None,
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM-DD",
            parser=parse_day,
            help="Look only at what was published by this day.",
        ),
    ] = None,
    language: Tongue = Language.ZH,
) -> None:
    """Check the observations in SOURCE against the plan, cell by cell.

    Prints one line for each finding: severity, rule, jurisdiction, indicator, period, place in the
    source, and what is wrong, separated by tabs. Exit code 1 if any finding is an error.

    A database password is never written in SOURCE: it is taken from the environment, as
    PLAN_EVAL_DB_PASSWORD or as NAME where the address says ${NAME}.
    """
    from evaluation_lib.observations.checks import Severity
    from evaluation_lib.observations.checks import check as find
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.observations.vintages import published_by
    from evaluation_lib.plan.reading import read_plan

    table, _ = read_observations(source)
    known = table if as_of is None else published_by(table, as_of)
    findings = find(known, read_plan(chosen_plan(plan)))
    for one in findings:
        place = f"{one.source}!{one.cell}" if one.cell else one.source
        what = (one.severity, one.rule, one.jurisdiction, one.indicator, one.period, place)
        print(*what, one.text.into(language), sep="\t")
    number = {kind: sum(one.severity is kind for one in findings) for kind in Severity}
    counts = ", ".join(f"{count} {kind}" for kind, count in number.items())
    print(f"{len(known)} observations: {counts}", file=sys.stderr)
    sys.exit(number[Severity.ERROR] > 0)

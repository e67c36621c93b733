"""`plan-eval evaluate`: the scorecard of one jurisdiction."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, Source, Tongue, chosen_plan, parse_day
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import Model, Scale

EXAMPLE = """\b
Examples:
  plan-eval evaluate data/observations/demonstration -j 440800 --as-of 2023-07-31
  plan-eval evaluate returns.csv -j 440800 --as-of 2026-06-30 --product final --csv > scores.csv
  plan-eval evaluate returns.csv -j 440800 --as-of 2024-03-31 --assume trademarks:2024=7.5
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(evaluate)


def evaluate(
    source: Source,
    jurisdiction: Annotated[
        str, typer.Option("--jurisdiction", "-j", metavar="CODE", help="GB/T 2260 code.")
    ],
    as_of: Annotated[
        date,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM-DD",
            parser=parse_day,
            help="Day on which the evaluation looks at the data.",
        ),
    ],
    plan: PlanFolder = None,
    product: Annotated[
        Scale, typer.Option("--product", help="Which evaluation it is.")
    ] = Scale.MIDTERM,
    assume: Annotated[
        list[str] | None,
        typer.Option(
            "--assume",
            metavar="INDICATOR:YEAR=VALUE",
            help="What if: a value of a coming year; also INDICATOR:target=VALUE and "
            "INDICATOR:milestone-YEAR=VALUE. May be given more than once; what rests on it is "
            "marked.",
        ),
    ] = None,
    cut_offs: Annotated[
        str,
        typer.Option("--cut-offs", metavar="NAME=VALUE,…", help="Cut-offs in place of the plan's."),
    ] = "",
    weights: Annotated[
        str, typer.Option("--weights", metavar="FILE", help="Weights of the indicators: a score.")
    ] = "",
    model: Annotated[
        Model | None, typer.Option("--model", help="Model whose forecasts decide.")
    ] = None,
    language: Tongue = Language.ZH,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole result, as in result.json.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the scorecard as CSV.")] = False,
) -> None:
    """Evaluate one jurisdiction and print its scorecard.

    Only what was published by the as-of day is looked at. The scorecard says for each indicator of
    the plan where it started, what is promised, what is known, how likely the target is, and the
    verdict.
    """
    if as_json and as_csv:
        raise typer.BadParameter("give --json or --csv, not both.")
    from evaluation_lib import evaluation as method
    from evaluation_lib.assessment.what_if import parse_assumption
    from evaluation_lib.cli.scorecard import print_csv, print_scorecard
    from evaluation_lib.observations.ledger import read_ledger
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.plan.weights import chosen_weights
    from evaluation_lib.report.facts import build_report

    table, sources = read_observations(source)
    promised = read_plan(chosen_plan(plan)).with_cut_offs(cut_offs)
    found = method.evaluate(
        promised,
        table,
        jurisdiction,
        as_of,
        product=product,
        model=model or "",
        ledger=read_ledger(source),
        weights=chosen_weights(weights, promised),
        assumptions=[parse_assumption(one, promised) for one in assume or ()],
    )
    report = build_report(found, sources, language=language)
    if as_json:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
    elif as_csv:
        print_csv(report, sys.stdout)
    else:
        print_scorecard(report)

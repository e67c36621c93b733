"""`plan-eval revisions`: what later publications changed, and which verdicts they moved."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, Source, Tongue, chosen_plan, parse_day
from evaluation_lib.language import Language, Text
from evaluation_lib.publish.choices import Scale

if TYPE_CHECKING:
    from evaluation_lib.evaluation import Evaluation
    from evaluation_lib.observations.revisions import Movement
    from evaluation_lib.plan.model import Plan

EXAMPLE = """\b
Examples:
  plan-eval revisions data/observations/demonstration --since 2023-05-31 --until 2023-12-31
  plan-eval revisions returns.csv -j 440802 --since 2025-01-01 --until 2026-06-30 --json
"""
_CAUSES = {
    "revision": Text("数据修订", "restated data"),
    "time": Text("新数据与时间推移", "new data and time"),
}


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(revisions)


def revisions(
    source: Source,
    since: Annotated[
        date,
        typer.Option("--since", metavar="YYYY-MM-DD", parser=parse_day, help="Earlier day."),
    ],
    until: Annotated[
        date,
        typer.Option("--until", metavar="YYYY-MM-DD", parser=parse_day, help="Later day."),
    ],
    plan: PlanFolder = None,
    jurisdiction: Annotated[
        str,
        typer.Option(
            "--jurisdiction", "-j", metavar="CODE", help="GB/T 2260 code; the plan's if not given."
        ),
    ] = "",
    product: Annotated[
        Scale, typer.Option("--product", help="Which evaluation the verdicts are of.")
    ] = Scale.MIDTERM,
    language: Tongue = Language.ZH,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")] = False,
) -> None:
    """List the values that were restated between two days, and the verdicts that moved.

    Prints a line for each restated value: indicator, period, old value, new value, day of
    publication, new source; then a line for each verdict that is another on the later day, with
    its cause. The cause is the restatement if the verdict of the later day would be another
    without it, and otherwise new periods and the time that passed.
    """
    from evaluation_lib.evaluation import evaluate
    from evaluation_lib.observations import checks
    from evaluation_lib.observations.revisions import find_revisions
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.observations.table import JURISDICTION
    from evaluation_lib.plan.reading import read_plan

    table, _ = read_observations(source)
    read = read_plan(chosen_plan(plan))
    place = jurisdiction or read.jurisdiction
    sound = checks.sound(table, checks.check(table, read))
    movement = find_revisions(sound[sound[JURISDICTION] == place], since, until)
    before, after, unrevised = (
        evaluate(read, rows, place, day, product=product)
        for rows, day in ((sound, since), (sound, until), (movement.unrevised, until))
    )
    verdicts = list(_moved(before, after, unrevised))
    if as_json:
        _print_json(movement, verdicts)
    else:
        _print_lines(movement, verdicts, read, language)
    print(
        f"values restated: {len(movement.revisions)}, new: {movement.added}; "
        f"verdicts moved: {len(verdicts)}",
        file=sys.stderr,
    )


def _moved(
    before: Evaluation, after: Evaluation, unrevised: Evaluation
) -> Iterator[dict[str, str]]:
    """Yield each verdict that is another on the later day or would be without restatements."""
    found = zip(before.assessments, after.assessments, unrevised.assessments, strict=True)
    for old, new, without in found:
        revised = new.verdict != without.verdict
        if old.verdict != new.verdict or revised:
            yield {
                "indicator": new.indicator.id,
                "old": str(old.verdict),
                "unrevised": str(without.verdict),
                "new": str(new.verdict),
                "cause": "revision" if revised else "time",
            }


def _print_json(movement: Movement, verdicts: list[dict[str, str]]) -> None:
    result = {
        "revisions": [asdict(one) for one in movement.revisions],
        "added": movement.added,
        "verdicts": verdicts,
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def _print_lines(
    movement: Movement, verdicts: list[dict[str, str]], plan: Plan, language: Language
) -> None:
    from evaluation_lib.report.wording import words

    def name(key: str) -> str:
        known = plan.quantity(key)
        if known is None:
            return key
        return known.name if language is Language.ZH else known.name_en

    spoken = words(language)
    for one in movement.revisions:
        what = (name(one.indicator), one.period, f"{one.old:g}", f"{one.new:g}")
        print(*what, one.published_on, one.source, sep="\t")
    for moved in verdicts:
        cause = _CAUSES[moved["cause"]].into(language)
        old, new = spoken.verdict(moved["old"]), spoken.verdict(moved["new"])
        print(name(moved["indicator"]), f"{old} → {new}", cause, sep="\t")

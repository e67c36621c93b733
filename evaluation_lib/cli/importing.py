"""`plan-eval import` and `plan-eval template`: department forms in, blank forms out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, Tongue, chosen_plan
from evaluation_lib.errors import ObservationError, PlanError
from evaluation_lib.language import Language

IMPORT_EXAMPLE = """\b
Examples:
  plan-eval import data/observations/demonstration/forms/sent --out imported
  plan-eval import forms returned --plan data/plans/zhanjiang-2021-2025 --out imported
"""
TEMPLATE_EXAMPLE = """\b
Examples:
  plan-eval template 2023 --out blank-forms
  plan-eval template 2023-01/2023-09 -j 440803 -i food_inspections --out blank-forms
"""


def enter(app: typer.Typer) -> None:
    """Enter the commands in `app`."""
    app.command("import", epilog=IMPORT_EXAMPLE)(import_forms)
    app.command("template", epilog=TEMPLATE_EXAMPLE)(template)


def import_forms(
    places: Annotated[
        list[Path],
        typer.Argument(
            metavar="FORM...",
            help="Forms (.xlsx, .xls, .csv), folders of them, and answered query workbooks.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to write into.")],
    plan: PlanFolder = None,
    stamped: Annotated[
        bool,
        typer.Option(
            "--stamped", help="Someone has seen stamp and ledger of all these forms: evidence B."
        ),
    ] = False,
    annotate: Annotated[
        bool, typer.Option(help="Write annotated copies and lists to send back.")
    ] = True,
    language: Tongue = Language.ZH,
) -> None:
    """Turn department forms into observations and queries.

    Writes observations.csv, queries.csv and answers.csv into the folder given by --out, an
    annotated copy of each form with queries, and one list for each sender. A value that is not
    certain is not taken but asked about. Answers found in returned workbooks, and those of earlier
    imports into the same folder, are used and not asked for again.

    Prints the files written. Exit code 1 if any query is an error.
    """
    from evaluation_lib.observations.checks.registry import Severity
    from evaluation_lib.observations.forms import import_forms as read_forms
    from evaluation_lib.observations.queries.answers import ANSWERS_FILE, read_answers
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.publish.intake import write_intake

    known = read_answers(out / ANSWERS_FILE)
    read = read_forms(places, read_plan(chosen_plan(plan)), answers=known, stamped=stamped)
    for path in write_intake(read, out, language, annotate=annotate):
        print(path)
    number = {kind: sum(one.severity is kind for one in read.queries) for kind in Severity}
    counts = ", ".join(f"{count} {kind}" for kind, count in number.items())
    print(
        f"{len(read.forms)} forms, {len(read.observations)} observations; queries: {counts}",
        file=sys.stderr,
    )
    sys.exit(number[Severity.ERROR] > 0)


def template(
    periods: Annotated[
        list[str], typer.Argument(metavar="PERIOD...", help="Such as 2023 or 2023-01/2023-09.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to write into.")],
    jurisdictions: Annotated[
        list[str] | None,
        typer.Option(
            "-j", "--jurisdiction", help="GB/T 2260 code; the plan's own and its parts if none."
        ),
    ] = None,
    indicators: Annotated[
        list[str] | None,
        typer.Option("-i", "--indicator", help="Indicator id; all of the plan if none is given."),
    ] = None,
    sender: Annotated[
        str, typer.Option("--sender", help="Department that fills it in (填报单位).")
    ] = "",
    plan: PlanFolder = None,
    language: Tongue = Language.ZH,
) -> None:
    """Write blank forms that come back without a query, one for each jurisdiction.

    Headers, names and units are locked; cells to fill in know the bounds of their indicator.
    Prints the files written.
    """
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.publish.template_workbook import write_template

    read = read_plan(chosen_plan(plan))
    own = [one.code for one in read.jurisdictions if read.jurisdiction in (one.code, one.parent)]
    known = {one.code for one in read.jurisdictions}
    for code in jurisdictions or ():
        if code not in known:
            raise PlanError(f"--jurisdiction {code}: the plan knows {', '.join(sorted(known))}.")
    ids = {one.id for one in read.indicators}
    for key in indicators or ():
        if key not in ids:
            raise PlanError(f"--indicator {key}: the plan knows {', '.join(sorted(ids))}.")
    chosen = [one for one in read.indicators if not indicators or one.id in indicators]
    out.mkdir(parents=True, exist_ok=True)
    for code in jurisdictions or own:
        path = out / f"{read.place(code).name}_{'_'.join(periods).replace('/', '_')}.xlsx"
        try:
            write_template(
                read,
                path,
                jurisdiction=code,
                periods=periods,
                sender=sender,
                indicators=chosen,
                language=language,
            )
        except ValueError as error:
            raise ObservationError(f"{error}.") from error
        print(path)

"""`plan-eval explain`: one indicator from the cell of its source to its verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.cli.options import JobsFile, PlanFolder, Tongue, chosen_plan, parse_day
from evaluation_lib.errors import PlanError
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import JOBS_FILE, Product

if TYPE_CHECKING:
    from evaluation_lib.report.model import Report

EXAMPLE = """\b
Examples:
  plan-eval explain certificates midterm-demo
  plan-eval explain certificates midterm-demo --language en --json
  plan-eval explain trademarks --observations returns.csv -j 440800 --as-of 2023-07-31
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(explain)


def explain(
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="Id of the indicator.")],
    job: Annotated[
        str, typer.Argument(metavar="[JOB]", help="Job whose settings hold, by name.")
    ] = "",
    observations: Annotated[
        str,
        typer.Option("--observations", metavar="SOURCE", help="Observations, where no job is."),
    ] = "",
    jurisdiction: Annotated[
        str,
        typer.Option(
            "--jurisdiction", "-j", metavar="CODE", help="GB/T 2260 code; the job's first one."
        ),
    ] = "",
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            metavar="YYYY-MM-DD",
            parser=parse_day,
            help="Day; the job's own if none.",
        ),
    ] = None,
    plan: PlanFolder = None,
    product: Annotated[
        Product, typer.Option("--product", help="Which evaluation it is, where no job is.")
    ] = Product.MIDTERM,
    jobs_file: JobsFile = Path(JOBS_FILE),
    language: Tongue = Language.ZH,
    as_json: Annotated[bool, typer.Option("--json", help="Print the derivation as JSON.")] = False,
) -> None:
    """Print how the verdict on INDICATOR came about, from each cell to the last word.

    Every line bears the number of its note in the report's annex: observations with source, cell,
    day and words; baseline and target with their line of the plan; each sum with its numbers put
    in; the forecast with its intervals; the verdict with its rule. Name a JOB, or the observations
    with a jurisdiction and a day.
    """
    from evaluation_lib.cli.derivation import print_derivation
    from evaluation_lib.publish.job_faults import nearest_word
    from evaluation_lib.report.explaining import explain as explained

    if job:
        report = _of_job(jobs_file, job, jurisdiction, as_of, language)
    elif observations and jurisdiction and as_of:
        report = _of_source(observations, chosen_plan(plan), jurisdiction, as_of, product, language)
    else:
        raise typer.BadParameter("name a JOB, or give --observations, --jurisdiction and --as-of.")
    known = [one.id for one in report.indicators]
    if indicator not in known:
        near = nearest_word(indicator, known)
        raise PlanError(f"no indicator is called {indicator!r}.{near} Known: {', '.join(known)}.")
    told = explained(report, indicator)
    if as_json:
        print(told.model_dump_json(indent=1))
    else:
        print_derivation(told)


def _of_job(
    jobs_file: Path, job: str, jurisdiction: str, as_of: date | None, language: Language
) -> Report:
    from evaluation_lib.publish.edition_report import edition_report
    from evaluation_lib.publish.jobs import editions

    edition = editions(jobs_file, [job])[0]
    settings = edition.job.model_copy(update={"as_of": as_of or edition.job.as_of})
    place = jurisdiction or edition.jurisdiction
    return edition_report(replace(edition, job=settings, jurisdiction=place, language=language))


def _of_source(
    source: str, plan: Path, jurisdiction: str, as_of: date, product: Product, language: Language
) -> Report:
    from evaluation_lib.evaluation import evaluate
    from evaluation_lib.observations.ledger import read_ledger
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.report.facts import build_report

    table, sources = read_observations(source)
    found = evaluate(
        read_plan(plan), table, jurisdiction, as_of, product=product, ledger=read_ledger(source)
    )
    return build_report(found, sources, language=language)

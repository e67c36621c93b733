"""`plan-eval list`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import JobsFile, PlanFolder, Tongue, chosen_plan
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import JOBS_FILE

EXAMPLE = """\b
Examples:
  plan-eval list indicators
  plan-eval list checks --language en
  plan-eval list figures midterm-demo
"""


class What(StrEnum):
    """What can be listed."""

    INDICATORS = "indicators"
    MODELS = "models"
    METHODS = "methods"
    CHECKS = "checks"
    JOBS = "jobs"
    FIGURES = "figures"


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(name="list", epilog=EXAMPLE)(list_what)


def list_what(
    what: Annotated[What, typer.Argument(help="What to list.")],
    job: Annotated[
        str, typer.Argument(metavar="[JOB]", help="Job whose figures are listed, by name.")
    ] = "",
    plan: PlanFolder = None,
    jobs_file: JobsFile = Path(JOBS_FILE),
    language: Tongue = Language.ZH,
) -> None:
    """List indicators of the plan, forecasting models, judgement methods, checks, jobs or figures.

    Prints one a line: its name, then what it is, separated by tabs. `figures JOB` names every
    figure that the text of a job may quote, with its value today.
    """
    match what:
        case What.INDICATORS:
            lines = _indicators(chosen_plan(plan), language)
        case What.MODELS:
            lines = _models(language)
        case What.METHODS:
            lines = _methods(language)
        case What.CHECKS:
            lines = _checks(language)
        case What.JOBS:
            lines = _jobs(jobs_file)
        case What.FIGURES:
            lines = _figures(jobs_file, job, language)
    for line in lines:
        print(*line, sep="\t")


Lines = Iterator[Iterable[object]]


def _indicators(folder: Path, language: Language) -> Lines:
    from evaluation_lib.plan.reading import read_plan

    for one in read_plan(folder).indicators:
        name = one.name if language is Language.ZH else one.name_en
        target = "" if one.target is None else f"{one.comparison}{one.target:g}"
        yield one.id, one.number, name, one.unit, one.nature, one.kind, target


def _models(language: Language) -> Lines:
    from evaluation_lib.evaluation import HEADLINE_MODEL
    from evaluation_lib.forecast.panel import MODELS
    from evaluation_lib.forecast.rivals import RIVALS

    usual, other = (
        ("报告采用", "可选") if language is Language.ZH else ("used by reports", "on demand")
    )
    for name in MODELS:
        yield name, usual if name == HEADLINE_MODEL else other
    for rival in RIVALS.values():
        yield rival.name, rival.title_zh if language is Language.ZH else rival.title_en


def _methods(language: Language) -> Lines:
    from evaluation_lib.assessment.methods import METHODS

    for method in METHODS.values():
        yield method.name, method.title.into(language)


def _checks(language: Language) -> Lines:
    from evaluation_lib.observations.checks import RULES

    for rule in RULES.values():
        yield rule.name, rule.severity, rule.title.into(language)


def _jobs(path: Path) -> Lines:
    from evaluation_lib.publish.jobs import read_jobs

    for name, job in read_jobs(path).items():
        yield name, job.product, job.as_of, job.observations, " ".join(job.languages)


def _figures(path: Path, job: str, language: Language) -> Lines:
    from dataclasses import replace

    from evaluation_lib.publish.edition_report import edition_report
    from evaluation_lib.publish.jobs import editions
    from evaluation_lib.report.figures import quotable_figures

    if not job:
        raise typer.BadParameter("name the job: plan-eval list figures JOB.")
    report = edition_report(replace(editions(path, [job])[0], language=language))
    for one in quotable_figures(report).values():
        yield one.name, one.text, one.label

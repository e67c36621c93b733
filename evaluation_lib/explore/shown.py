"""What a question shows: numbers to go on with, a figure to point at, and the report's own page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from evaluation_lib.evaluation import Evaluation, evaluate
from evaluation_lib.inquiry import Desk, Setting
from evaluation_lib.report.blocks import Section
from evaluation_lib.report.exhibits import Asked, tell
from evaluation_lib.report.facts import ASSUMPTION, build_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_exhibit import ExhibitFact
from evaluation_lib.report.origin_facts import Names
from evaluation_lib.report.sections import exhibit_blocks
from evaluation_lib.report.show import Blocks


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The answer to one question; as the value of a notebook cell it shows the report's page.

    Attributes:
        setting: What was asked; `Setting.model_dump_json` keeps it.
        fact: What a report would say of it.
        table: Numbers as they are drawn, in the indicator's unit.
        draw: Makes the interactive figure; None where the view is a table.
        frame: The report the view belongs to.
    """

    setting: Setting
    fact: ExhibitFact
    table: pd.DataFrame
    draw: Callable[[], go.Figure] | None
    frame: Report

    @property
    def figure(self) -> go.Figure | None:
        """The interactive figure, for plotly; None where the view is a table."""
        return self.draw() if self.draw is not None else None

    @property
    def blocks(self) -> Blocks:
        """The view as a report prints it."""
        heading = Section(level=2, title=self.fact.title, key=f"exhibit-{self.fact.view}")
        shown = (heading, *exhibit_blocks(self.frame, self.fact))
        return Blocks(shown, self.frame.language, self.fact.demonstration)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return the output of the cell in every form; Jupyter itself chooses what to show."""
        return self.blocks._repr_mimebundle_(include, exclude)


@lru_cache(maxsize=8)
def whole(desk: Desk) -> Evaluation:
    """Return the whole evaluation that a desk's questions belong to, computed once."""
    return evaluate(
        desk.plan,
        desk.observations,
        desk.jurisdiction,
        desk.as_of,
        product=desk.product,
        model=desk.model,
    )


@lru_cache(maxsize=8)
def report_of(desk: Desk, language: str = "zh", job: str = "") -> Report:
    """Return the report that a desk's questions belong to.

    Args:
        desk: Plan and observations.
        language: `zh` or `en`.
        job: Name of the job.
    """
    return build_report(whole(desk), desk.sources, language=language, job=job)


def asked_of(desk: Desk, setting: Setting, language: str) -> Asked:
    """Return a question in the frame of the whole evaluation."""
    evaluation = whole(desk)
    sources = {**desk.sources, ASSUMPTION.id: ASSUMPTION}
    return Asked(desk, setting, evaluation, Names(evaluation.plan, sources, language))


def shown(asked: Asked, table: pd.DataFrame, draw: Callable[[str], go.Figure] | None) -> Shown:
    """Put the parts of an answer together.

    Args:
        asked: The question.
        table: Its numbers.
        draw: Makes the figure from its title; None where there is none.
    """
    fact = tell(asked)
    return Shown(
        setting=asked.setting,
        fact=fact,
        table=table,
        draw=(lambda: draw(fact.title)) if draw is not None else None,
        frame=report_of(asked.desk, asked.language),
    )

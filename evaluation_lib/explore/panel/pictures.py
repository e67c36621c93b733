"""What each view puts on the canvas, and what the rest of the panel says of it."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from evaluation_lib.explore.drawings import (
    backtest_drawing,
    quality_drawing,
    revisions_drawing,
    trajectory_drawing,
)
from evaluation_lib.explore.figures.drawing import Drawing
from evaluation_lib.explore.multiples import counties_of
from evaluation_lib.inquiry import Answer, View, ask
from evaluation_lib.inquiry.answer import ask_report
from evaluation_lib.inquiry.beside import divisions_of
from evaluation_lib.inquiry.look_back import look_back
from evaluation_lib.inquiry.questioned import Question, questions_on
from evaluation_lib.inquiry.restated import Vintage, vintages_of
from evaluation_lib.report.exhibits import Asked
from evaluation_lib.report.exhibits.beside import tell_counties, tell_methods
from evaluation_lib.report.exhibits.data import tell_backtest, tell_quality, tell_revisions
from evaluation_lib.report.exhibits.trajectory import Told, tell_trajectory, title_of


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One view, ready for the panel.

    Attributes:
        before: The indicator as the report judges it.
        after: The indicator judged as set.
        drawing: For the canvas; None for a view that has none.
        figure: Small multiples in place of the canvas; None for other views.
        told: Tables; None while a slider moves, when only `after` changes.
        origins: Years that can be looked back from.
        vintages: Of the indicator, rising.
        questions: Findings on the indicator.
    """

    title: str
    before: Answer
    after: Answer
    drawing: Drawing | None = None
    figure: go.Figure | None = None
    told: Told | None = None
    origins: tuple[int, ...] = ()
    vintages: tuple[Vintage, ...] = ()
    questions: tuple[Question, ...] = ()


def picture(asked: Asked, vintage: int | None) -> Picture:
    """Answer a question with all that its view shows.

    Args:
        asked: The question.
        vintage: Place of the vintage looked at; None for the last.

    Raises:
        JobError: The setting names what is not there, or assumes what is known.
    """
    before, after = ask_report(asked.desk, asked.setting), ask(asked.desk, asked.setting)
    match asked.setting.view:
        case View.TRAJECTORY:
            title = title_of(asked, after)
            drawing = trajectory_drawing(asked, after, title)
            return Picture(title, before, after, drawing, told=tell_trajectory(asked))
        case View.COMPARE:
            told = tell_counties(asked)
            figure = counties_of(asked, divisions_of(asked.desk, asked.setting))
            return Picture(told.title, before, after, figure=figure, told=told)
        case View.METHODS:
            told = tell_methods(asked)
            return Picture(told.title, before, after, told=told)
        case View.BACKTEST:
            told, found = tell_backtest(asked), look_back(asked.desk, asked.setting)
            drawing = backtest_drawing(asked, found, told.title)
            return Picture(told.title, before, after, drawing, told=told, origins=found.origins)
        case View.QUALITY:
            told, questioned = tell_quality(asked), questions_on(asked.desk, asked.setting)
            drawing = quality_drawing(asked, questioned, told.title)
            questions = questioned.questions
            return Picture(told.title, before, after, drawing, told=told, questions=questions)
    told, vintages = tell_revisions(asked), vintages_of(asked.desk, asked.setting)
    place = len(vintages) - 1 if vintage is None else min(vintage, len(vintages) - 1)
    drawing = revisions_drawing(asked, vintages, place, told.title, after)
    return Picture(told.title, before, after, drawing, told=told, vintages=vintages)

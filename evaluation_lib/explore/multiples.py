"""From the divisions of a plan to their small multiples and their table."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from evaluation_lib.explore.figures.counties import Panel, counties_figure
from evaluation_lib.inquiry.beside import Divisions
from evaluation_lib.inquiry.desk import is_demonstration
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits import Asked
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.explorer import explorer_words


def counties_of(asked: Asked, found: Divisions) -> go.Figure:
    """Draw one indicator in every county of the plan."""
    voice = Voice(found.answer.assessment.indicator, asked.language)
    panels = tuple(_panel(asked, code, one, voice) for code, one in found.series.items())
    invented = any(is_demonstration(asked.desk, found.answer.as_of, code) for code in found.series)
    return counties_figure(panels, asked.language, demonstration=invented)


def _panel(asked: Asked, code: str, series: Series, voice: Voice) -> Panel:
    points = series.points
    known = {one.year: one for one in points}
    years = tuple(range(points[0].year, points[-1].year + 1)) if points else ()
    values = [known[year].value if year in known else None for year in years]
    hover = [_hover(asked, known[year], voice) if year in known else "" for year in years]
    return Panel(
        name=asked.names.jurisdiction(code),
        years=years,
        values=tuple(values),
        hover=tuple(hover),
        caption=f"{points[-1].year} {voice.value(points[-1].value, points[-1].comparator)}"
        if points
        else numbers.NO_VALUE,
    )


def _hover(asked: Asked, one: Observation, voice: Voice) -> str:
    value = voice.value(one.value, one.comparator)
    return explorer_words(asked.language, "hover.value", year=one.year, value=value)


def counties_table(found: Divisions) -> pd.DataFrame:
    """Return the values of the whole and of every county.

    Returns:
        A row for each division by code, the whole first, and a column for each year, in the
        indicator's unit; NaN where nothing is known.
    """
    own = found.answer
    rows = {own.jurisdiction: own.assessment.series.values()}
    rows |= {code: one.values() for code, one in found.series.items()}
    years = sorted({year for one in rows.values() for year in one})
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=years, dtype=float)
    return frame.rename_axis("jurisdiction")

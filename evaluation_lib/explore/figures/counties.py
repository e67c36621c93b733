"""Small multiples: one indicator in every county, each on its own scale."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from evaluation_lib.explore.figures.theme import FONTS, axis, frame
from evaluation_lib.report.style import MUTED, OBSERVED, SECONDARY

COLUMNS = 3
_ROW_HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Panel:
    """One county; the y axis of each starts where its own values lie, as its title says.

    Attributes:
        years: Calendar years from the first to the last known.
        values: In the indicator's unit; None for a missing year, which parts the line.
        hover: What each point says to the pointer.
        caption: Value of the last year, or that nothing is known.
    """

    name: str
    years: tuple[int, ...]
    values: tuple[float | None, ...]
    hover: tuple[str, ...]
    caption: str


def counties_figure(panels: tuple[Panel, ...], language: str, *, demonstration: bool) -> go.Figure:
    """Return one small figure for each county, in the plan's order, with the years in common."""
    rows = max(1, -(-len(panels) // COLUMNS))
    titles = [f"{one.name}　{one.caption}" for one in panels]
    figure = make_subplots(
        rows=rows, cols=COLUMNS, subplot_titles=titles, vertical_spacing=0.3 / rows,
        horizontal_spacing=0.07,
    )  # fmt: skip
    years = sorted({year for one in panels for year in one.years})
    ends = (years[0] - 0.4, years[-1] + 0.4) if years else (0.0, 1.0)
    for place, one in enumerate(panels):
        where = {"row": place // COLUMNS + 1, "col": place % COLUMNS + 1}
        figure.add_trace(_line(one), **where)
        figure.update_xaxes(
            **axis(showgrid=False, range=ends, tickvals=years, tickformat="d"), **where
        )
        figure.update_yaxes(**axis(nticks=4, rangemode="normal"), **where)
    shared = frame(language, demonstration=demonstration, height=60 + _ROW_HEIGHT * rows)
    marks = [*figure.layout.annotations, *shared.pop("annotations")]
    figure.update_layout(**{**shared, "margin": {"l": 48, "r": 16, "t": 40, "b": 32}})
    figure.update_layout(annotations=marks)
    figure.for_each_annotation(
        lambda one: (
            one.update(font={"size": 13, "family": FONTS, "color": SECONDARY})
            if one.text in titles
            else None
        )
    )
    return figure


def _line(one: Panel) -> go.Scatter:
    return go.Scatter(
        x=list(one.years),
        y=list(one.values),
        mode="lines+markers",
        line={"color": OBSERVED, "width": 2.5},
        marker={"size": 6, "color": OBSERVED if one.values else MUTED},
        hovertext=list(one.hover),
        hoverinfo="text",
        name=one.name,
    )

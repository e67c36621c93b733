"""The one canvas of all views with a time axis: the same marks, filled or empty."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from evaluation_lib.explore.figures.drawing import MARKS, Drawing, Mark, value_span
from evaluation_lib.explore.figures.theme import ASSUMED, axis, frame
from evaluation_lib.report.blocks import Tone
from evaluation_lib.report.style import (
    BAND_EDGE,
    BANDS,
    MUTED,
    OBSERVED,
    OBSERVED_LIGHT,
    PAPER,
    SECONDARY,
    TARGET,
    TONES,
)
from evaluation_lib.report.wording.explorer import explorer_words

_LINES: dict[str, dict[str, Any]] = {
    "earlier": {"line": {"color": OBSERVED_LIGHT, "width": 1, "dash": "dot"}, "mode": "lines"},
    "path": {"line": {"color": TARGET, "width": 1.6, "dash": "6px,4px"}, "mode": "lines"},
    "rivals": {"line": {"color": MUTED, "width": 1}, "mode": "lines"},
    "median": {"line": {"color": OBSERVED, "width": 2, "dash": "2px,3px"}, "mode": "lines+markers",
               "marker": {"size": 5, "color": OBSERVED}},
    "observed": {"line": {"color": OBSERVED, "width": 3}, "mode": "lines+markers+text",
                 "marker": {"size": 8, "color": OBSERVED, "line": {"color": PAPER, "width": 1}},
                 "textfont": {"color": OBSERVED, "size": 13}, "textposition": "top left"},
    "assumed": {"line": {"color": ASSUMED, "width": 2.5}, "mode": "lines+markers+text",
                "marker": {"size": 10, "symbol": "square", "color": ASSUMED},
                "textfont": {"color": ASSUMED, "size": 13}, "textposition": "top center"},
    "target": {"mode": "markers+text", "textposition": "middle right",
               "textfont": {"color": TARGET, "size": 13},
               "marker": {"size": 13, "symbol": "diamond", "color": PAPER,
                          "line": {"color": TARGET, "width": 2}}},
    "pointed": {"mode": "markers", "marker": {"size": 16, "symbol": "circle-open",
                                              "color": TONES[Tone.BAD].ink,
                                              "line": {"width": 2.5}}},
}  # fmt: skip


def canvas_figure(drawing: Drawing) -> go.Figure:
    """Return the figure of a drawing; its traces are the marks in order, whatever is drawn."""
    return go.Figure(
        data=[_trace(name, values) for name, values in mark_values(drawing).items()],
        layout=_layout(drawing),
    )


def mark_values(drawing: Drawing) -> dict[str, dict[str, Any]]:
    """Return what changes of each trace from drawing to drawing, by name in `MARKS`."""
    return {name: _values(drawing.marks.get(name, Mark())) for name in MARKS}


def layout_values(drawing: Drawing) -> dict[str, Any]:
    """Return what changes of the layout from drawing to drawing."""
    layout = _layout(drawing)
    return {
        "xaxis.range": layout["xaxis"]["range"],
        "yaxis.range": layout["yaxis"]["range"],
        "annotations": layout["annotations"],
        "shapes": layout["shapes"],
    }


def _values(mark: Mark) -> dict[str, Any]:
    return {
        "x": list(mark.x),
        "y": list(mark.y),
        "text": list(mark.labels),
        "customdata": list(mark.keys) or None,
        "hovertext": list(mark.hover) or None,
        "hoverinfo": "text" if mark.hover else "skip",
    }


def _trace(name: str, values: dict[str, Any]) -> Any:
    shared = {"name": name, "cliponaxis": False, **values}
    if name == "bars":
        marker = {"color": OBSERVED}
        return go.Bar(**shared, width=0.55, marker=marker, textposition="outside")
    if name.startswith("band_"):
        edge = {"color": BAND_EDGE, "width": 0.6}
        fill = BANDS[name.removeprefix("band_")]
        return go.Scatter(**shared, mode="lines", line=edge, fill="toself", fillcolor=fill)
    return go.Scatter(**shared, **_LINES[name], connectgaps=False)


def _layout(drawing: Drawing) -> dict[str, Any]:
    layout = frame(drawing.language, demonstration=drawing.demonstration)
    low, high = value_span(drawing)
    layout["xaxis"] = axis(showgrid=False, dtick=1, tickformat="d", range=list(_years(drawing)))
    layout["yaxis"] = axis(range=[low, high], nticks=7)
    layout["annotations"] += list(drawing.notes)
    if drawing.seam is not None:
        layout["shapes"] = [_seam(drawing.seam)]
        layout["annotations"] += _sides(drawing.seam, drawing.language)
    return layout


def _years(drawing: Drawing) -> tuple[float, float]:
    years = [one for mark in drawing.marks.values() for one in mark.x if one is not None]
    return (min(years) - 0.5, max(years) + 0.5) if years else (0.0, 1.0)


def _seam(year: float) -> dict[str, Any]:
    return {
        "type": "line", "xref": "x", "yref": "paper", "x0": year, "x1": year, "y0": 0, "y1": 1,
        "line": {"color": SECONDARY, "width": 1, "dash": "dot"}, "layer": "below",
    }  # fmt: skip


def _sides(year: float, language: str) -> list[dict[str, Any]]:
    shared = {"xref": "x", "yref": "paper", "x": year, "y": 1.0, "showarrow": False,
              "yanchor": "bottom", "font": {"size": 12, "color": SECONDARY}}  # fmt: skip
    known, ahead = explorer_words(language, "known"), explorer_words(language, "ahead")
    return [
        {**shared, "text": known, "xanchor": "right", "xshift": -6},
        {**shared, "text": ahead, "xanchor": "left", "xshift": 6},
    ]

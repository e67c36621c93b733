"""The parts of the panel that show: canvas, small multiples, readouts, tables; and their places."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import ipywidgets as w
import pandas as pd
import plotly.graph_objects as go
from itables.widget import ITable

from evaluation_lib.explore.figures.canvas import canvas_figure, layout_values, mark_values
from evaluation_lib.explore.figures.drawing import Drawing
from evaluation_lib.explore.figures.theme import CONFIG
from evaluation_lib.explore.panel.announcer import Announcer
from evaluation_lib.explore.panel.controls import SLIDERS, Controls
from evaluation_lib.report.fragments import stylesheet
from evaluation_lib.report.model_exhibit import ExhibitTable
from evaluation_lib.report.wording.explorer import explorer_words


class Surface:
    """The widgets that show an answer.

    Attributes:
        box: Everything, controls included, as one widget.
        tables: The tables shown, one widget each.
        canvas: The figure with a time axis; its traces never change in number or order.
    """

    def __init__(self, controls: Controls, drawing: Drawing, language: str) -> None:
        self._language = language
        self.canvas: Any = go.FigureWidget(canvas_figure(drawing))
        self.canvas._config = {**self.canvas._config, **CONFIG}
        self._multiples: Any = None
        self.tables: list[Any] = []
        self.head, self.title, self.chance, self.pace, self.conclusion, self.status, self.cell = (
            w.HTML() for _ in range(7)
        )
        self.code = w.Textarea(layout=w.Layout(width="100%", height="210px", display="none"))
        self.announcer = Announcer()
        self._plot = w.VBox([self.canvas])
        self._tables = w.VBox()
        self._tables.add_class("pe-tables")
        self.box = self._put_together(controls)

    def _say(self, key: str) -> str:
        return explorer_words(self._language, key)

    def _put_together(self, of: Controls) -> Any:
        head = _row([self.head, of.copy, of.send], "pe-head")
        data = [_heading(self._say("data")), of.indicator, of.jurisdiction, of.as_of, of.since]
        data += [of.model, of.rivals, of.prior, of.level, of.scenario, of.origin, of.vintage]
        data += [of.question]
        note = f'<span class="pe-assumed-tag">{self._say("scenario.note")}</span>'
        assume = [_heading(self._say("scenario") + note), *(getattr(of, one) for one in SLIDERS)]
        left = _column([*data, *assume, of.reset], "pe-data", "320px")
        right = _column([of.view, self.title, self._plot, self.cell], "pe-plot", "auto")
        right.layout.flex = "1 1 0"
        read = _row([self.chance, self.pace, self.conclusion], "pe-read")
        for one in read.children:
            one.layout.flex = "1 1 0"
        foot = _column(
            [_row([of.name, of.note, of.undo], ""), self.status, self.code, self.announcer],
            "pe-foot",
            "auto",
        )
        css = files("evaluation_lib.explore.panel").joinpath("panel.css").read_text("utf-8")
        style = w.HTML(f"<style>{stylesheet()}{css}</style>", layout=w.Layout(display="none"))
        body = _row([left, right], "pe-body")
        body.layout.align_items = "stretch"
        of.send.add_class("pe-send")
        return _column([style, head, body, read, self._tables, foot], "pe-desk", "auto")

    def draw(self, drawing: Drawing) -> None:
        """Put a drawing on the canvas, in one message to the browser."""
        self._plot.children = [self.canvas]
        with self.canvas.batch_update():
            for trace, values in zip(self.canvas.data, mark_values(drawing).values(), strict=True):
                trace.update(values)
            for name, value in layout_values(drawing).items():
                self.canvas.layout[name] = value

    def draw_multiples(self, figure: go.Figure) -> None:
        """Show small multiples in place of the canvas.

        The widget is made once: with each comes the whole of plotly's script to the browser.
        """
        if self._multiples is None:
            self._multiples = go.FigureWidget(figure)
            self._multiples._config = {**self._multiples._config, **CONFIG}
        else:
            with self._multiples.batch_update():
                for old, new in zip(self._multiples.data, figure.data, strict=True):
                    old.update(x=new.x, y=new.y, hovertext=new.hovertext, name=new.name)
                for axis in (one for one in figure.layout if one.startswith("xaxis")):
                    self._multiples.layout[axis].range = figure.layout[axis].range
                    self._multiples.layout[axis].tickvals = figure.layout[axis].tickvals
                self._multiples.layout.annotations = figure.layout.annotations
        self._plot.children = [self._multiples]

    def draw_nothing(self) -> None:
        """Leave the place of the figure empty: the view is a table."""
        self._plot.children = []

    def tabulate(self, tables: tuple[ExhibitTable, ...]) -> None:
        """Show the tables of an answer, to sort and to search; nothing is loaded for it."""
        self.tables = []
        for one in tables:
            frame = pd.DataFrame(list(one.rows), columns=[column.title for column in one.columns])
            self.tables.append(
                ITable(
                    frame,
                    caption=one.title,
                    showIndex=False,
                    paging=False,
                    classes="display compact",
                    style="width:100%;margin:0",
                    language={"search": self._say("search")},
                    layout={"topEnd": "search" if len(one.rows) > 5 else None},
                )
            )
        heading = w.HTML(f"<h4>{self._say('table')}</h4>")
        self._tables.children = [heading, *self.tables] if self.tables else []


def _row(children: list[Any], name: str) -> Any:
    box = w.HBox(children)
    box.add_class(name or "pe-row")
    return box


def _column(children: list[Any], name: str, width: str) -> Any:
    box = w.VBox(children, layout=w.Layout(width=width))
    box.add_class(name)
    return box


def _heading(inner: str) -> Any:
    return w.HTML(f"<h4>{inner}</h4>")

"""What a chart says and where, read from the figure it was drawn on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest import mock

import matplotlib.figure
from matplotlib.text import Text

from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.charts.lettering import CAP_HEIGHT, MM_PER_POINT, width_of
from evaluation_lib.report.charts.placing import Rect

_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_RISE = {"baseline": 1.0, "center_baseline": 0.5}  # of the capitals above the given height


@dataclass(frozen=True)
class DrawnText:
    """One label: its characters, and the rectangle of its capitals, in mm from the upper left."""

    text: str
    rect: Rect


@dataclass(frozen=True)
class Drawn:
    """A chart with its labels and its size in mm; labels without the watermark."""

    figure: Figure
    labels: list[DrawnText]
    width: float
    height: float

    @property
    def texts(self) -> list[str]:
        """Return what the labels say."""
        return [one.text for one in self.labels]

    @property
    def overlaps(self) -> list[tuple[str, str]]:
        """Return the pairs of labels of which one lies on the other."""
        return [
            (one.text, other.text)
            for index, one in enumerate(self.labels)
            for other in self.labels[index + 1 :]
            if one.rect.overlap(other.rect) > 0.02
        ]


def drawn(chart: Callable[..., Figure | None], *arguments: Any) -> Drawn | None:
    """Return what `chart` draws for `arguments`, or None where it draws nothing."""
    sheets: list[matplotlib.figure.Figure] = []
    save = matplotlib.figure.Figure.savefig

    def watched(sheet: matplotlib.figure.Figure, *rest: Any, **options: Any) -> None:
        sheets.append(sheet)
        save(sheet, *rest, **options)

    with mock.patch.object(matplotlib.figure.Figure, "savefig", watched):
        figure = chart(*arguments)
    if figure is None:
        return None
    sheet = sheets[-1]
    width, height = sheet.get_size_inches() * 25.4
    found = [one for one in sheet.findobj(Text) if _is_label(one)]
    return Drawn(figure, [_label(one, sheet.dpi, height) for one in found], width, height)


def _is_label(text: Text) -> bool:
    return bool(text.get_visible() and text.get_text() and not text.get_rotation())


def _label(text: Text, dpi: float, height: float) -> DrawnText:
    x, y = text.get_transform().transform(text.get_unitless_position()) * 25.4 / dpi
    size = text.get_fontsize()
    left = x - _SHIFT[text.get_horizontalalignment()] * width_of(text.get_text(), size)
    top = height - y - CAP_HEIGHT * size * MM_PER_POINT * _RISE[text.get_verticalalignment()]
    right, bottom = left + width_of(text.get_text(), size), top + CAP_HEIGHT * size * MM_PER_POINT
    return DrawnText(text.get_text(), Rect(left, top, right, bottom))

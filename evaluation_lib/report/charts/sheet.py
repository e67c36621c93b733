"""A sheet of paper in millimetres over a matplotlib figure: words, rules and marks.

Curves and bars are drawn in the units of the data, on the axes that `Sheet.plot` returns. What is
measured on paper, such as labels, rules and marks, is drawn on the sheet, above them.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import StringIO

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from evaluation_lib.report.charts.lettering import CAP_HEIGHT, MM_PER_POINT, font_of, width_of
from evaluation_lib.report.charts.plot import Plot, dashes
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.shortening import HALO, STRONG, shorten
from evaluation_lib.report.charts.verdict_marks import mark_path
from evaluation_lib.report.style import DEMONSTRATION, INK, PAPER, verdict_style

Point = tuple[float, float]

_ANCHOR = {"left": 0.0, "center": 0.5, "right": 1.0}
_MM_PER_INCH = 25.4


class Sheet:
    """A drawing of `width` by `height` mm, y downwards; later calls are drawn above earlier ones.

    To be used within the theme, see `theme.new_sheet`.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._figure = Figure(figsize=(width / _MM_PER_INCH, height / _MM_PER_INCH), frameon=False)
        to_inches = Affine2D().scale(1 / _MM_PER_INCH, -1 / _MM_PER_INCH)
        self._mm = to_inches.translate(0, height / _MM_PER_INCH) + self._figure.dpi_scale_trans
        self._drawn = 0

    def plot(self, x: Scale, y: Scale, *, left: float, right: float) -> Plot:
        """Return axes in the units of the data, below everything that is drawn on the sheet.

        Args:
            x: From data to mm, from the left.
            y: From data to mm, from the upper edge; its ends are the ends of the axes.
            left: Left end of the axes, mm.
            right: Right end of the axes, mm.
        """
        top, bottom = y.end, y.start
        axes: Axes = self._figure.add_axes(
            (
                left / self.width,
                1 - bottom / self.height,
                (right - left) / self.width,
                (bottom - top) / self.height,
            ),
            xlim=(x.value_at(left), x.value_at(right)),
            ylim=(y.low, y.high),
            autoscale_on=False,
        )
        return Plot(axes)

    def line(
        self,
        points: Sequence[Point],
        *,
        colour: str = INK,
        weight: float = 0.7,
        dash: str = "",
    ) -> None:
        """Draw a line through `points`.

        Args:
            points: Corners, in mm.
            colour: Stroke colour.
            weight: Stroke width in points.
            dash: Lengths of dashes and gaps in mm, such as `2 1`.
        """
        self._shape(Path(points), edge=colour, weight=weight, dash=dash)

    def area(
        self,
        points: Sequence[Point],
        *,
        fill: str = "none",
        edge: str = "none",
        weight: float = 0.5,
        dash: str = "",
    ) -> None:
        """Fill the polygon with corners `points` (mm) and draw its edge (`weight` in points)."""
        outline = Path([*points, points[0]], closed=True)
        self._shape(outline, fill=fill, edge=edge, weight=weight, dash=dash)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "none",
        weight: float = 0.5,
        dash: str = "",
    ) -> None:
        """Draw the rectangle with its upper left corner at `x`, `y` (mm)."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.area(corners, fill=fill, edge=edge, weight=weight, dash=dash)

    def dot(
        self, x: float, y: float, radius: float, *, fill: str, edge: str = PAPER, weight: float = 1
    ) -> None:
        """Draw a disc of `radius` mm around `x`, `y`, parted from what lies below by its edge."""
        self._shape(Path.circle((x, y), radius), fill=fill, edge=edge, weight=weight)

    def mark(self, verdict: str, x: float, y: float, *, size: float = 2.3) -> None:
        """Draw the mark of `verdict`, `size` mm wide, with its middle at `x`, `y`."""
        style, path = verdict_style(verdict), mark_path(verdict)
        # A marker is scaled so that its outermost point lies half its size from the middle.
        reach = float(np.abs(path.vertices).max())
        point = Line2D(
            [x],
            [y],
            linestyle="none",
            marker=path,
            markersize=2 * reach * size / MM_PER_POINT,
            markerfacecolor=style.ink,
            markeredgewidth=0,
            transform=self._mm,
        )
        self._figure.add_artist(point)
        self._place(point)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        colour: str = INK,
        align: str = "left",
        strong: bool = False,
        halo: bool = False,
    ) -> None:
        """Write `text` in one line.

        Args:
            x: Left end, middle or right end, as `align` says, in mm.
            y: Middle of the figures and capitals, in mm.
            text: Words.
            size: In points as printed.
            colour: Fill colour.
            align: `left`, `center` or `right`.
            strong: Whether to write bold.
            halo: Whether to clear a white ground around the letters.
        """
        left = x - _ANCHOR[align] * width_of(text, size)
        written = self._figure.text(
            left,
            y + CAP_HEIGHT / 2 * size * MM_PER_POINT,
            text,
            fontproperties=font_of(size),
            color=colour,
            transform=self._mm,
            parse_math=False,
        )
        # The font has one weight, and lines run behind words: both are mended in the finished SVG.
        written.set_gid(STRONG * strong + HALO * halo or None)
        self._place(written)

    def watermark(self, text: str) -> None:
        """Write `text` large and pale across the sheet, below everything else."""
        em = width_of(text, 1.0) / MM_PER_POINT
        size = min(42.0, self.width / max(1.0, em) / MM_PER_POINT * 0.62)
        size = min(size, self.height / MM_PER_POINT * 0.5)
        self._figure.text(
            self.width * 0.45,
            self.height * 0.5,
            text,
            fontproperties=font_of(size),
            color=DEMONSTRATION,
            alpha=0.08,
            rotation=14,
            ha="center",
            va="center",
            transform=self._mm,
            parse_math=False,
            zorder=-1,
        )

    def svg(self) -> str:
        """Return the drawing as one SVG element.

        Raises:
            UserWarning: A word on the axes has a character that the font lacks.
        """
        written = StringIO()
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Glyph .* missing")
            self._figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
        return shorten(written.getvalue(), width=self.width, height=self.height)

    def _shape(
        self,
        path: Path,
        *,
        fill: str = "none",
        edge: str = "none",
        weight: float = 0.0,
        dash: str = "",
    ) -> None:
        patch = PathPatch(
            path,
            facecolor=fill,
            edgecolor=edge,
            linewidth=weight,
            linestyle=dashes(dash, weight),
            transform=self._mm,
        )
        self._figure.add_artist(patch)
        self._place(patch)

    def _place(self, artist: Artist) -> None:
        self._drawn += 1
        artist.set_zorder(self._drawn)

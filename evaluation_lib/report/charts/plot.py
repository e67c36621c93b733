"""Axes in the units of the data: curves, bands and bars, drawn by seaborn and matplotlib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import seaborn
from matplotlib.axes import Axes

from evaluation_lib.report.charts.lettering import MM_PER_POINT, font_of
from evaluation_lib.report.style import PAPER, SECONDARY

_GAP_MM = 1.6  # between the axis and its values


class Plot:
    """Axes of a sheet, whose limits stay as they were made."""

    def __init__(self, axes: Axes) -> None:
        self.axes = axes
        self._limits = axes.get_xlim(), axes.get_ylim()
        seaborn.despine(ax=axes, left=True, bottom=True)
        axes.set(xticks=[], yticks=[])

    def values(self, labels: Mapping[float, str], *, size: float) -> None:
        """Draw a grid line at each value, with its label in `size` points at the left."""
        self.axes.set_yticks(
            list(labels),
            labels=list(labels.values()),
            fontproperties=font_of(size),
            color=SECONDARY,
            va="center_baseline",
            parse_math=False,
        )
        self.axes.tick_params(axis="y", length=0, pad=_GAP_MM / MM_PER_POINT)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        colour: str,
        weight: float,
        runs: Sequence[int],
        points: float,
    ) -> None:
        """Draw a line with its points, `points` mm wide; those of different `runs` stay apart."""
        seaborn.lineplot(
            x=list(xs),
            y=list(ys),
            units=list(runs),
            estimator=None,
            marker="o",
            markersize=points / MM_PER_POINT,
            markeredgecolor=PAPER,
            markeredgewidth=1.0,
            color=colour,
            linewidth=weight,
            clip_on=False,
            ax=self.axes,
        )
        self._restore()

    def dashed(
        self, xs: Sequence[float], ys: Sequence[float], *, colour: str, weight: float, dash: str
    ) -> None:
        """Draw a line that is dashed, `dash` as lengths of dashes and gaps in mm."""
        style = dashes(dash, weight)
        self.axes.plot(xs, ys, color=colour, linewidth=weight, linestyle=style, clip_on=False)

    def band(
        self,
        xs: Sequence[float],
        lower: Sequence[float],
        upper: Sequence[float],
        *,
        fill: str,
        edge: str,
        weight: float = 0.5,
    ) -> None:
        """Fill what lies between two curves and draw its outline."""
        self.axes.fill_between(
            xs, lower, upper, facecolor=fill, edgecolor=edge, linewidth=weight, clip_on=False
        )

    def points(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        fill: str,
        edge: str = PAPER,
        width: float,
        marker: str = "o",
    ) -> None:
        """Draw points `width` mm wide, parted from what lies below by their edge."""
        self.axes.plot(
            xs,
            ys,
            linestyle="none",
            marker=marker,
            markersize=width / MM_PER_POINT,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=1.0,
            clip_on=False,
        )

    def bars(
        self,
        xs: Sequence[float],
        heights: Sequence[float],
        *,
        colours: Sequence[str],
        width: float,
    ) -> None:
        """Draw bars that start at zero.

        Args:
            xs: Middles of the bars, in the units of the axis.
            heights: Their values, negative ones below zero.
            colours: Colour of each bar.
            width: Width of every bar, in the units of the axis.
        """
        if not xs:
            return
        gaps = [
            later - earlier for earlier, later in zip(sorted(xs)[:-1], sorted(xs)[1:], strict=True)
        ]
        seaborn.barplot(
            x=list(xs),
            y=list(heights),
            hue=list(colours),
            palette={one: one for one in colours},
            # seaborn measures widths in distances between neighbouring bars.
            width=width / min(gaps, default=1.0),
            saturation=1,
            native_scale=True,
            dodge=False,
            errorbar=None,
            legend=False,
            linewidth=0,
            clip_on=False,
            ax=self.axes,
        )
        self._restore()

    def boxes(
        self,
        xs: Sequence[float],
        lower: Sequence[float],
        upper: Sequence[float],
        *,
        width: float,
        edge: str,
        fill: str = "none",
        weight: float = 0.5,
        dash: str = "",
    ) -> None:
        """Draw boxes from `lower` to `upper`: intervals, or bars of what is still to come."""
        self.axes.bar(
            xs,
            [high - low for low, high in zip(lower, upper, strict=True)],
            bottom=lower,
            width=width,
            facecolor=fill,
            edgecolor=edge,
            linewidth=weight,
            linestyle=dashes(dash, weight),
            clip_on=False,
        )

    def levels(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        width: float,
        colour: str,
        weight: float,
    ) -> None:
        """Draw level strokes `width` wide, in the units of the axis."""
        starts = [x - width / 2 for x in xs]
        ends = [x + width / 2 for x in xs]
        self.axes.hlines(ys, starts, ends, colors=colour, linewidths=weight, clip_on=False)

    def _restore(self) -> None:
        """Undo what seaborn does besides drawing: limits, names and ticks of its own."""
        (left, right), (low, high) = self._limits
        self.axes.set(xlim=(left, right), ylim=(low, high), xlabel="", ylabel="", xticks=[])


def dashes(lengths: str, weight: float) -> str | tuple[float, tuple[float, ...]]:
    """Return a line style of matplotlib, which measures dashes in widths of the line.

    Args:
        lengths: Dashes and gaps in mm, such as `2 1`; empty for a line without gaps.
        weight: Width of the line in points.
    """
    if not lengths:
        return "solid"
    return (0.0, tuple(float(one) / MM_PER_POINT / weight for one in lengths.split()))

"""What all charts share: sizes, the theme of seaborn in our colours, and the axes of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from evaluation_lib.report import numbers
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.scale import Scale, tick_decimals
from evaluation_lib.report.model import Report
from evaluation_lib.report.style import HAIRLINE, SECONDARY, SIZES, TEXT_WIDTH_MM
from evaluation_lib.report.wording import words

if TYPE_CHECKING:
    from evaluation_lib.report.charts.plot import Plot
    from evaluation_lib.report.charts.sheet import Sheet

FULL_WIDTH = TEXT_WIDTH_MM
NARROW_WIDTH = 56.0  # the smaller of two blocks side by side, mm

VALUE = SIZES["value_label"]
AXIS = SIZES["note"]
GRID_WEIGHT = 0.4
MAIN_WEIGHT = 2.2
PATH_WEIGHT = 1.1
PATH_DASH = "2 1.1"
UNKNOWN_DASH = "0.9 0.7"  # not known or not yet

_SETTINGS = {
    "axes.facecolor": "none",
    "axes.grid.axis": "y",
    "grid.color": HAIRLINE,
    "grid.linewidth": GRID_WEIGHT,
    "axes.unicode_minus": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "plan-evaluation",
}


@contextmanager
def new_sheet(report: Report, *, width: float, height: float) -> Iterator[Sheet]:
    """Give an empty sheet, marked where its data are for demonstration, within the theme.

    The theme is in force as long as the sheet is drawn on, and what the reader's notebook has set
    for charts of its own is not.
    """
    # Seaborn takes seconds to import, so a report without charts does without it.
    import matplotlib
    import seaborn

    from evaluation_lib.report.charts.sheet import Sheet

    theme = seaborn.axes_style("whitegrid") | seaborn.plotting_context("paper") | _SETTINGS
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(theme)
        sheet = Sheet(width, height)
        if report.demonstration:
            sheet.watermark(words(report.language)["demonstration"])
        yield sheet


def draw_value_axis(
    plot: Plot, ticks: tuple[float, ...], *, language: str, signed: bool = False
) -> None:
    """Draw grid lines with their values at the left."""
    decimals = tick_decimals(ticks)
    write = numbers.signed if signed else numbers.decimal
    labels = {tick: write(tick, decimals, language=language) for tick in ticks}
    plot.values(labels, size=AXIS)


def draw_year_axis(sheet: Sheet, years: Iterable[int], scale: Scale, *, y: float) -> None:
    """Write `years` below the chart, only every second, fifth … where they would touch."""
    shown = list(years)
    room = abs(scale(shown[-1]) - scale(shown[0])) / max(1, len(shown) - 1) if shown else 0.0
    every = next((step for step in (1, 2, 3, 5, 10, 20) if room * step >= 8.5), 20)
    for year in shown:
        if (shown[-1] - year) % every == 0:
            sheet.text(scale(year), y, str(year), size=AXIS, colour=SECONDARY, align="center")


def axis_width(ticks: tuple[float, ...], *, language: str) -> float:
    """Return the room the values of an axis need at the left, mm."""
    decimals = tick_decimals(ticks)
    written = (numbers.decimal(tick, decimals, language=language) for tick in ticks)
    return max(width_of(one, AXIS) for one in written) + 2.6

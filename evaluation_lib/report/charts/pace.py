"""What each remaining year must add, beside what the years so far added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Tone, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.points import observed_points
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import (
    AXIS,
    NARROW_WIDTH,
    UNKNOWN_DASH,
    VALUE,
    new_sheet,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import decimal
from evaluation_lib.report.style import INK, OBSERVED, SECONDARY, TONES
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import difference_unit, pace_decimals

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

HEIGHT = 28.0
_TOP, _BOTTOM = 5.0, 22.0
_MOST_YEARS = 4  # years so far that are shown


def pace(report: Report, fact: IndicatorFact) -> Figure | None:
    """Return the small chart of yearly changes seen and needed.

    None where nothing more is needed, nothing is known, or the kind is judged every year.

    Args:
        report: Report the chart belongs to.
        fact: Indicator of kind `stock`, `rate` or `cumulative`.
    """
    needed, latest, target = fact.required_pace, fact.latest, fact.target
    if fact.is_yearly or not needed or latest is None or target is None:
        return None
    seen = yearly_changes(fact)
    years = list(range(latest.year + 1, target.year + 1))
    if not seen or not years:
        return None
    language, spoken = report.language, words(report.language)
    decimals = pace_decimals(fact)
    reached = sum(1 for change in seen.values() if _as_much(change, needed))
    written = decimal(abs(needed), decimals, language=language)
    key = "pace.title_never" if reached == 0 else "pace.title_sometimes"
    falling = "_fall" if needed < 0 else ""
    title = spoken.say(f"{key}{falling}", needed=written, reached=reached, count=len(seen))
    shown = dict(sorted(seen.items())[-_MOST_YEARS:])
    changes = [
        spoken.say("alt.year_value", year=year, value=decimal(value, decimals, language=language))
        for year, value in seen.items()
    ]
    return Figure(
        key=f"pace-{fact.id}",
        title=title,
        subtitle=spoken.say("pace.subtitle", unit=difference_unit(fact, language)),
        svg=_draw(report, fact, shown, years, needed, reached == 0),
        alt=spoken.say("pace.alt", title=title, changes=spoken.listed(changes)),
        table=_table(fact, seen, years, needed, language),
    )


def yearly_changes(fact: IndicatorFact) -> dict[int, float]:
    """Return what each year added, in the indicator's unit; bounds have no change."""
    exact = {one.year: one.value for one in observed_points(fact) if one.comparator == "="}
    if fact.kind == "cumulative":
        return exact
    return {year: exact[year] - exact[year - 1] for year in sorted(exact) if year - 1 in exact}


def _as_much(change: float, needed: float) -> bool:
    return change >= needed - 1e-9 if needed > 0 else change <= needed + 1e-9


def _draw(
    report: Report,
    fact: IndicatorFact,
    seen: dict[int, float],
    years: list[int],
    needed: float,
    never: bool,
) -> str:
    decimals = pace_decimals(fact)
    heights = [*seen.values(), needed, 0.0]
    low, high = min(heights), max(heights)
    room = 3.0 if low < 0 else 0.0
    bars = [(year, change, OBSERVED) for year, change in seen.items()]
    bars += [(year, needed, TONES[Tone.BAD if never else Tone.MUTED].ink) for year in years]
    step = NARROW_WIDTH / len(bars)
    width = min(8.5, step * 0.76)
    x = Scale(0, len(bars), step / 2, NARROW_WIDTH + step / 2)
    y = Scale(low, high, _BOTTOM - room, _TOP)
    with new_sheet(report, width=NARROW_WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=0.0, right=NARROW_WIDTH)
        plot.bars(
            list(range(len(seen))),
            list(seen.values()),
            colours=[OBSERVED] * len(seen),
            width=width / step,
        )
        plot.boxes(
            list(range(len(seen), len(bars))),
            [min(needed, 0.0)] * len(years),
            [max(needed, 0.0)] * len(years),
            width=width / step,
            edge=bars[-1][2],
            weight=0.9,
            dash=UNKNOWN_DASH,
        )
        for index, (year, change, colour) in enumerate(bars):
            text = decimal(change, decimals, language=report.language)
            _label_bar(sheet, text, x(index), y(change), y(0), step, colour)
            text = _short_year(year, step)
            place = x(index), _BOTTOM + 3.6
            sheet.text(*place, text, size=AXIS, colour=SECONDARY, align="center")
        sheet.line([(0.5, y(0)), (NARROW_WIDTH - 0.5, y(0))], colour=INK, weight=0.9)
        return sheet.svg()


def _label_bar(
    sheet: Sheet, text: str, x: float, end: float, zero: float, step: float, colour: str
) -> None:
    height = end - 2.1 if end <= zero else end + 2.1
    size = _fitting(text, step)
    sheet.text(x, height, text, size=size, colour=colour, align="center", strong=True)


def _fitting(text: str, step: float) -> float:
    """Return the size at which `text` stays clear of its neighbours, not below 6 points."""
    return max(6.0, min(VALUE, VALUE * (step - 0.8) / max(width_of(text, VALUE), 0.1)))


def _short_year(year: int, step: float) -> str:
    return str(year) if step >= 7.5 else f"{year % 100:02d}"


def _table(
    fact: IndicatorFact, seen: dict[int, float], years: list[int], needed: float, language: str
) -> Table:
    spoken = words(language)
    decimals = pace_decimals(fact)
    rows = [
        (str(year), decimal(value, decimals, language=language), "seen")
        for year, value in seen.items()
    ]
    rows += [(str(year), decimal(needed, decimals, language=language), "needed") for year in years]
    return Table(
        key=f"pace-{fact.id}-values",
        title=spoken.say("pace.table", name=fact.short_name),
        columns=(
            Column(title=spoken["values.year"]),
            Column(title=spoken["values.change"], align="right"),
            Column(title=spoken["values.sort"]),
        ),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=plain(text)) for text in (year, value, spoken[f"pace.{sort}"])
                )
            )
            for year, value, sort in rows
        ),
    )

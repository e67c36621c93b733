"""What each remaining year must add, beside what the years so far added."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Tone, plain
from evaluation_lib.report.charts.points import observed_points
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.sheet import width_of
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
    sheet = new_sheet(report, width=NARROW_WIDTH, height=HEIGHT)
    decimals = pace_decimals(fact)
    heights = [*seen.values(), needed, 0.0]
    low, high = min(heights), max(heights)
    room = 3.0 if low < 0 else 0.0
    y = Scale(low, high, _BOTTOM - room, _TOP)
    count = len(seen) + len(years)
    step = NARROW_WIDTH / count
    width = min(8.5, step * 0.76)
    bars = [(year, change, False) for year, change in seen.items()]
    bars += [(year, needed, True) for year in years]
    for index, (year, change, ahead) in enumerate(bars):
        middle = step * (index + 0.5)
        colour = OBSERVED if not ahead else TONES[Tone.BAD if never else Tone.MUTED].ink
        top, bottom = min(y(change), y(0)), max(y(change), y(0))
        sheet.box(
            middle - width / 2,
            top,
            width,
            max(bottom - top, 0.3),
            fill="none" if ahead else colour,
            edge=colour if ahead else "",
            weight=0.9,
            dash=UNKNOWN_DASH if ahead else "",
        )
        sheet.text(
            middle,
            top - 2.1 if change >= 0 else bottom + 2.1,
            decimal(change, decimals, language=report.language),
            size=_fitting(decimal(change, decimals, language=report.language), step),
            colour=colour,
            align="center",
            strong=True,
        )
        sheet.text(
            middle,
            _BOTTOM + 3.6,
            _short_year(year, step),
            size=AXIS,
            colour=SECONDARY,
            align="center",
        )
    sheet.line([(0.5, y(0)), (NARROW_WIDTH - 0.5, y(0))], colour=INK, weight=0.9)
    return sheet.svg()


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

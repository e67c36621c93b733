"""What the chart of a yearly threshold shows, in columns, in words and in its table."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.report.blocks import Cell, Column, Row, Table, plain
from evaluation_lib.report.model import ForecastYear, IndicatorFact, YearFact
from evaluation_lib.report.numbers import NO_VALUE, probability, signed
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import value_text, with_difference_unit


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year: what was observed, or else what is forecast; both minus the threshold."""

    year: int
    difference: float | None
    met: bool | None
    ahead: ForecastYear | None


def year_columns(fact: IndicatorFact) -> list[YearColumn]:
    """Return each year judged or forecast, rising; what is observed replaces a forecast."""
    ahead = {one.year: one for one in fact.forecast.path} if fact.forecast else {}
    judged = {one.year: one for one in fact.years}
    columns = []
    for year in sorted({*judged, *ahead}):
        seen = judged.get(year)
        known = seen is not None and seen.difference is not None
        columns.append(
            YearColumn(
                year,
                seen.difference if seen else None,
                seen.met if seen else None,
                None if known else ahead.get(year),
            )
        )
    return columns


def yearly_title(fact: IndicatorFact, language: str) -> str:
    """Return the finding: how many years kept the threshold, and the worst miss."""
    spoken = words(language)
    missed = [one for one in fact.years if one.met is False]
    known = [one for one in fact.years if one.met is not None]
    if not known:
        return spoken["yearly.title_unknown"]
    if not missed:
        return spoken.say("yearly.title_met", count=len(known))
    worst = max(missed, key=lambda one: abs(one.difference or 0.0))
    gap = with_difference_unit(
        value_text(abs(worst.difference or 0.0), fact, language), fact, language
    )
    return spoken.say(
        "yearly.title_missed", count=len(known), missed=len(missed), year=worst.year, gap=gap
    )


def yearly_alt(fact: IndicatorFact, columns: list[YearColumn], title: str, language: str) -> str:
    """Return the chart in sentences with its numbers."""
    spoken = words(language)
    parts = [title]
    for one in columns:
        if one.difference is not None:
            difference = signed(one.difference, fact.decimals, language=language)
            parts.append(spoken.say("yearly.alt_year", year=one.year, difference=difference))
        elif one.ahead:
            low, high = one.ahead.intervals.get("80", (one.ahead.median,) * 2)
            parts.append(
                spoken.say(
                    "yearly.alt_forecast",
                    year=one.year,
                    median=value_text(one.ahead.median, fact, language),
                    low=value_text(low, fact, language),
                    high=value_text(high, fact, language),
                )
            )
        else:
            parts.append(spoken.say("yearly.alt_missing", year=one.year))
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def yearly_table(fact: IndicatorFact, columns: list[YearColumn], language: str) -> Table:
    """Return what the chart draws, a row a year."""
    spoken = words(language)
    judged = {one.year: one for one in fact.years}
    rows = tuple(_row(one, judged.get(one.year), fact, language) for one in columns)
    titles = ["year", "observed", "difference", "judged", "median", "80", "95", "chance"]
    return Table(
        key=f"yearly-{fact.id}-values",
        title=spoken.say("table.values_of", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(
                title=spoken[f"values.{one}"],
                align="left" if one in ("year", "judged") else "right",
            )
            for one in titles
        ),
        rows=rows,
    )


def _row(column: YearColumn, seen: YearFact | None, fact: IndicatorFact, language: str) -> Row:
    spoken = words(language)
    value = seen.value if seen else None
    known = column.difference
    met = {True: spoken.verdict("met"), False: spoken.verdict("not_met"), None: NO_VALUE}
    texts = [
        str(column.year),
        NO_VALUE if value is None else value_text(value, fact, language),
        NO_VALUE if known is None else signed(known, fact.decimals, language=language),
        met[column.met],
        value_text(column.ahead.median, fact, language) if column.ahead else NO_VALUE,
    ]
    for level in ("80", "95"):
        interval = column.ahead.intervals.get(level) if column.ahead else None
        if interval is None:
            texts.append(NO_VALUE)
            continue
        low, high = (value_text(end, fact, language) for end in interval)
        texts.append(spoken.say("interval", low=low, high=high))
    chance = seen.probability if seen else None
    texts.append(NO_VALUE if chance is None else probability(chance))
    return Row(cells=tuple(Cell(spans=plain(text)) for text in texts))

"""What the chart of a running total shows, in sums, in words and in its table."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Table, plain
from evaluation_lib.report.charts.points import YearPoint, observed_points, path_points
from evaluation_lib.report.charts.trajectory_words import aims
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, percent
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    progress_text,
    target_number,
    value_text,
)


def added_years(report: Report, fact: IndicatorFact) -> tuple[YearPoint, ...]:
    """Return the years of the plan with what each added; the base year is a reference only."""
    return tuple(
        one for one in observed_points(fact) if report.plan.start <= one.year <= report.plan.end
    )


def running_totals(
    report: Report, added: tuple[YearPoint, ...]
) -> list[tuple[int, float, float, bool]]:
    """Return year, what it added, the sum so far, and whether that sum is only a lower bound."""
    rows = []
    total, bound, due = 0.0, False, report.plan.start
    for one in added:
        bound = bound or one.year > due or one.comparator in (">", ">=")
        total += one.value
        rows.append((one.year, one.value, total, bound))
        due = one.year + 1
    return rows


def cumulative_title(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> str:
    """Return the finding: the sum so far against the target."""
    spoken, language = words(report.language), report.language
    year, _, total, bound = running_totals(report, added)[-1]
    written = ("≥" if bound else "") + value_text(total, fact, language)
    if fact.target is None:
        why = spoken[f"target.{fact.no_target}_long"].lower()
        return spoken.say("cumulative.title_no_target", year=year, total=written, why=why)
    target = target_number(fact, language)
    # Far beyond its target an indicator no longer says how well the plan is kept.
    share = fact.progress if fact.progress is not None else total / fact.target.value
    key = "cumulative.title_beyond" if share >= 3 else "cumulative.title"
    return spoken.say(
        key,
        year=year,
        total=written,
        target=target,
        share=progress_text(fact, language)
        if fact.progress is not None
        else percent(share, language=language),
        times=f"{share:.1f}",
    )


def cumulative_alt(
    report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...], title: str
) -> str:
    """Return the chart in sentences with its numbers."""
    spoken, language = words(report.language), report.language
    values = [
        spoken.say("alt.year_value", year=one.year, value=value_text(one.value, fact, language))
        for one in added
    ]
    parts = [title, spoken.say("cumulative.alt", values=spoken.listed(values))]
    parts += aims(fact, language)
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def cumulative_table(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> Table:
    """Return what the chart draws, a row for each year of the plan."""
    spoken, language = words(report.language), report.language
    path = dict(path_points(fact))
    seen = {row[0]: row for row in running_totals(report, added)}
    ahead = {one.year: one for one in fact.forecast.path} if fact.forecast else {}
    rows = []
    for year in range(report.plan.start, report.plan.end + 1):
        _, value, total, bound = seen.get(year, (year, None, None, False))
        coming = ahead.get(year) if year not in seen else None
        texts = [str(year)]
        texts.append(NO_VALUE if value is None else value_text(value, fact, language))
        texts.append(
            NO_VALUE
            if total is None
            else ("≥" if bound else "") + value_text(total, fact, language)
        )
        texts.append(value_text(path[year], fact, language) if year in path else NO_VALUE)
        texts.append(value_text(coming.median, fact, language) if coming else NO_VALUE)
        for level in ("80", "95"):
            interval = coming.intervals.get(level) if coming else None
            texts.append(
                spoken.say(
                    "interval",
                    low=value_text(interval[0], fact, language),
                    high=value_text(interval[1], fact, language),
                )
                if interval
                else NO_VALUE
            )
        rows.append(Row(cells=tuple(Cell(spans=plain(text)) for text in texts)))
    titles = ["year", "added", "total", "path", "median", "80", "95"]
    return Table(
        key=f"cumulative-{fact.id}-values",
        title=spoken.say("table.values_of", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(title=spoken[f"values.{one}"], align="left" if one == "year" else "right")
            for one in titles
        ),
        rows=tuple(rows),
    )

"""What the chart of a way to a target says in words and in its table."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Table, plain
from evaluation_lib.report.charts.points import YearPoint, path_points
from evaluation_lib.report.model import ForecastYear, IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, compared, plan_value, signed, with_unit
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    probability_text,
    source_note,
    target_number,
    value_text,
)


def trajectory_title(fact: IndicatorFact, language: str) -> str:
    """Return the finding of the chart: how the target lies to the forecast or to the schedule."""
    spoken = words(language)
    if fact.target is None:
        why = spoken[f"target.{fact.no_target}_long"].lower()
        return spoken.say("trajectory.title_no_target", name=fact.short_name, why=why)
    target = target_number(fact, language)
    year = fact.target.year
    if fact.outlook in ("observed_met", "observed_missed") and fact.latest:
        value = value_text(fact.latest.value, fact, language)
        key = f"trajectory.title_{fact.outlook}"
        return spoken.say(key, year=fact.latest.year, value=value, target=target)
    if fact.forecast is None:
        return _title_from_gap(fact, language)
    sense = 1 if fact.direction == "higher" else -1
    median = value_text(fact.forecast.median, fact, language)
    if sense * (fact.forecast.median - fact.target.value) >= 0:
        return spoken.say("trajectory.title_reached", year=year, median=median, target=target)
    for level in ("50", "80", "95"):
        low, high = fact.forecast.intervals.get(level, (0.0, 0.0))
        best = high if sense > 0 else low
        if level in fact.forecast.intervals and sense * (best - fact.target.value) >= 0:
            return spoken.say(
                "trajectory.title_within" if level == "50" else "trajectory.title_inside",
                year=year,
                median=median,
                target=target,
                level=level,
            )
    return spoken.say("trajectory.title_outside", year=year, median=median, target=target)


def _title_from_gap(fact: IndicatorFact, language: str) -> str:
    spoken = words(language)
    due = dict(path_points(fact)).get(fact.latest.year) if fact.latest else None
    if fact.latest is None or due is None:
        return spoken.say("trajectory.title_plain", name=fact.short_name)
    gap = fact.latest.value - due
    return spoken.say(
        "trajectory.title_below" if gap < 0 else "trajectory.title_above",
        year=fact.latest.year,
        value=value_text(fact.latest.value, fact, language),
        due=value_text(due, fact, language),
        gap=value_text(abs(gap), fact, language),
    )


def trajectory_subtitle(fact: IndicatorFact, *, starts_at_zero: bool, language: str) -> str:
    """Return measure, unit and what the bands are."""
    spoken = words(language)
    parts = [spoken.say("trajectory.measure", name=fact.name, unit=fact.unit)]
    if fact.forecast and fact.forecast.path:
        first, last = fact.forecast.path[0].year, fact.forecast.path[-1].year
        years = str(first) if first == last else spoken.say("period.range", first=first, last=last)
        parts.append(spoken.say("trajectory.bands", years=years))
    if not starts_at_zero:
        parts.append(spoken["trajectory.axis"])
    return spoken["clause.separator"].join(parts)


def trajectory_note(report: Report, fact: IndicatorFact) -> str:
    """Return sources, what the interval rests on, and what the grey ticks are."""
    spoken = words(report.language)
    parts = [source_note(report, fact)]
    if fact.forecast:
        parts.append(spoken.say("trajectory.history", count=fact.forecast.observations))
    rivals = rivals_line(fact, report.language)
    if rivals:
        parts.append(spoken.say("trajectory.ticks", sentence=rivals))
    return spoken["sentence.space"].join(parts)


def rivals_line(fact: IndicatorFact, language: str) -> str:
    """Return the sentence that sets the rival models beside the target, or nothing."""
    spoken = words(language)
    values = sorted(one.value for one in fact.rivals if one.value is not None)
    if not values or fact.target is None:
        return ""
    sense = 1 if fact.direction == "higher" else -1
    reaching = sum(1 for value in values if sense * (value - fact.target.value) >= 0)
    key = "rivals.some"
    if reaching == 0:
        key = "rivals.none"
    elif reaching == len(values):
        key = "rivals.all"
    return spoken.say(
        key,
        count=len(values),
        low=value_text(values[0], fact, language),
        high=value_text(values[-1], fact, language),
        target=target_number(fact, language),
        reaching=reaching,
    )


def trajectory_alt(
    fact: IndicatorFact, points: tuple[YearPoint, ...], title: str, language: str
) -> str:
    """Return the chart in sentences with all numbers that it shows as words."""
    spoken = words(language)
    seen = spoken.listed(
        [
            spoken.say(
                "alt.year_value",
                year=one.year,
                value=compared(value_text(one.value, fact, language), one.comparator),
            )
            for one in points
        ]
    )
    parts = [title, spoken.say("alt.observed", name=fact.name, unit=fact.unit, values=seen)]
    parts += aims(fact, language)
    if fact.forecast and fact.forecast.probability is not None:
        parts.append(spoken.say("alt.probability", value=probability_text(fact)))
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def aims(fact: IndicatorFact, language: str) -> list[str]:
    """Return what a reader who hears the chart is told of target and forecast."""
    spoken = words(language)
    parts = []
    if fact.target:
        target = with_unit(
            target_number(fact, language), bare_unit(fact, language), language=language
        )
        parts.append(spoken.say("alt.target", year=fact.target.year, target=target))
    if fact.forecast:
        low, high = fact.forecast.intervals.get("80", (fact.forecast.median,) * 2)
        parts.append(
            spoken.say(
                "alt.forecast",
                median=value_text(fact.forecast.median, fact, language),
                low=value_text(low, fact, language),
                high=value_text(high, fact, language),
            )
        )
    return parts


def trajectory_table(fact: IndicatorFact, points: tuple[YearPoint, ...], language: str) -> Table:
    """Return what the chart draws, a row a year."""
    spoken = words(language)
    seen = {one.year: one for one in points}
    path = dict(path_points(fact))
    ahead = {one.year: one for one in fact.forecast.path} if fact.forecast else {}
    if fact.target:
        path.setdefault(fact.target.year, fact.target.value)
    rows = []
    for year in sorted({*seen, *path, *ahead}):
        rows.append(_row(year, seen.get(year), path.get(year), ahead.get(year), fact, language))
    titles = ["year", "observed", "path", "difference", "median", "50", "80", "95"]
    return Table(
        key=f"trajectory-{fact.id}-values",
        title=spoken.say("table.values_of", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(title=spoken[f"values.{one}"], align="left" if one == "year" else "right")
            for one in titles
        ),
        rows=tuple(rows),
    )


def _row(
    year: int,
    seen: YearPoint | None,
    due: float | None,
    ahead: ForecastYear | None,
    fact: IndicatorFact,
    language: str,
) -> Row:
    texts = [str(year)]
    texts.append(
        compared(value_text(seen.value, fact, language), seen.comparator) if seen else NO_VALUE
    )
    if due is None:
        texts.append(NO_VALUE)
    elif fact.target and year == fact.target.year:
        texts.append(plan_value(due, language=language))
    else:
        texts.append(value_text(due, fact, language))
    both = seen is not None and due is not None
    difference = seen.value - due if seen is not None and due is not None else 0.0
    texts.append(signed(difference, fact.decimals, language=language) if both else NO_VALUE)
    texts.append(value_text(ahead.median, fact, language) if ahead else NO_VALUE)
    for level in ("50", "80", "95"):
        texts.append(_interval(ahead, level, fact, language))
    return Row(cells=tuple(Cell(spans=plain(text)) for text in texts))


def _interval(ahead: ForecastYear | None, level: str, fact: IndicatorFact, language: str) -> str:
    if ahead is None or level not in ahead.intervals:
        return NO_VALUE
    low, high = ahead.intervals[level]
    first, last = value_text(low, fact, language), value_text(high, fact, language)
    return words(language).say("interval", low=first, high=last)

"""How the values of one indicator are written, with the decimals and signs they need."""

from __future__ import annotations

from evaluation_lib.report import numbers
from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.wording import words


def value_text(value: float, fact: IndicatorFact, language: str) -> str:
    """Return an observed or forecast value with the decimals of its indicator."""
    return numbers.decimal(value, fact.decimals, language=language)


def observed_text(observation: ObservationFact, fact: IndicatorFact, language: str) -> str:
    """Return an observed value with the sign of the bound it may be."""
    written = value_text(observation.value, fact, language)
    return numbers.compared(written, observation.comparator)


def target_text(fact: IndicatorFact, language: str) -> str:
    """Return the target as the plan prints it, or a dash where the plan is blank."""
    if fact.target is None:
        return numbers.NO_VALUE
    written = numbers.plan_value(fact.target.value, language=language)
    if fact.target.high is not None:
        other = numbers.plan_value(fact.target.high, language=language)
        rising = fact.direction == "higher"
        first, last = (written, other) if rising else (other, written)
        return words(language).say("period.range", first=first, last=last)
    return numbers.compared(written, fact.target.comparison)


def target_number(fact: IndicatorFact, language: str) -> str:
    """Return the target without its sign, or a dash where the plan is blank."""
    if fact.target is None:
        return numbers.NO_VALUE
    return numbers.plan_value(fact.target.value, language=language)


def baseline_text(fact: IndicatorFact, language: str) -> str:
    """Return the value of the base year as the plan prints it, or a dash."""
    if fact.baseline.value is None:
        return numbers.NO_VALUE
    return numbers.plan_value(fact.baseline.value, language=language)


def latest_text(fact: IndicatorFact, language: str) -> str:
    """Return the latest value, or a dash where there is none."""
    if fact.latest is None:
        return numbers.NO_VALUE
    return observed_text(fact.latest, fact, language)


def progress_text(fact: IndicatorFact, language: str, *, sign: bool = True) -> str:
    """Return the share done as a percentage, or a dash where the kind has none."""
    if fact.progress is None or fact.is_yearly:
        return numbers.NO_VALUE
    written = numbers.percent(fact.progress, language=language, sign=sign)
    return f"≥{written}" if fact.progress_is_lower_bound else written


def probability_text(fact: IndicatorFact) -> str:
    """Return the attainment probability, or a dash where there is none."""
    value = probability_of(fact)
    if value is None:
        return numbers.NO_VALUE
    return numbers.probability(value, observed=fact.probability_observed)


def probability_of(fact: IndicatorFact) -> float | None:
    """Return the attainment probability; a fact that has been observed is 0 or 1."""
    if fact.outlook == "observed_met":
        return 1.0
    if fact.outlook == "observed_missed":
        return 0.0
    return fact.forecast.probability if fact.forecast else None


def pace_decimals(fact: IndicatorFact) -> int:
    """Return the decimals of yearly changes: one more than counts have, so that shares show."""
    return max(1, fact.decimals)


def bare_unit(fact: IndicatorFact, language: str) -> str:
    """Return the unit of one year's value; “a year” is left out, because the year is named."""
    return fact.unit.removesuffix(words(language)["unit.a_year"])


def difference_unit(fact: IndicatorFact, language: str) -> str:
    """Return the unit of a difference: percentage points for rates, else the indicator's."""
    return words(language)["unit.points"] if fact.unit == "%" else bare_unit(fact, language)


def change_text(value: float, fact: IndicatorFact, language: str) -> str:
    """Return a yearly change with its unit, one decimal more than a count has where it needs it."""
    decimals = max(fact.decimals, 0 if value == int(value) else 1)
    return with_difference_unit(numbers.decimal(value, decimals, language=language), fact, language)


def with_difference_unit(text: str, fact: IndicatorFact, language: str) -> str:
    """Return a written difference and its unit."""
    return numbers.with_unit(text, difference_unit(fact, language), language=language)


def date_text(date: str, language: str) -> str:
    """Return an ISO date as a reader writes it."""
    parts = date.split("-")
    if len(parts) != 3:
        return date
    spoken = words(language)
    month = spoken[f"month.{int(parts[1])}"]
    return spoken.say("date", year=parts[0], month=month, day=int(parts[2]))


def source_note(report: Report, fact: IndicatorFact | None = None) -> str:
    """Return the line below a figure or table: sources, demonstration data, date."""
    spoken = words(report.language)
    mark = spoken["source.demonstration"] if report.demonstration else ""
    date = date_text(report.as_of, report.language)
    shown = sorted(fact.observations, key=lambda one: one.year, reverse=True) if fact else []
    titles = list(dict.fromkeys(one.source_title or one.source for one in shown))
    if not titles:
        return spoken.say("source.short", mark=mark, date=date)
    named = titles[0]
    if len(titles) > 1:
        named = spoken.say("source.among", title=named, count=len(titles))
    return spoken.say("source.note", title=named, mark=mark, date=date)


def yearly_count_text(fact: IndicatorFact, language: str) -> str:
    """Return how many of the years known kept their threshold."""
    known = [one for one in fact.years if one.met is not None]
    kept = sum(1 for one in known if one.met)
    return words(language).say("yearly.count", kept=kept, count=len(known))


def no_verdict_text(fact: IndicatorFact, language: str) -> str:
    """Return in a few words why there is no verdict, with value and direction where known."""
    spoken = words(language)
    known = sorted(
        (one for one in fact.observations if len(one.period) == 4), key=lambda one: one.year
    )
    why = spoken[f"target.{fact.no_target}_long"] if fact.target is None else ""
    if fact.target is None and not known:
        return spoken.say("no_verdict.no_target_no_data", why=why)
    if fact.target is None:
        last = known[-1]
        value = observed_text(last, fact, language)
        parts = {"why": why, "year": last.year, "value": value}
        if len(known) < 2:
            return spoken.say("no_verdict.no_target", **parts)
        trend = _trend(known[-2].value, last.value)
        return spoken.say("no_verdict.no_target_trend", trend=spoken[f"trend.{trend}"], **parts)
    return spoken["no_verdict.no_data" if fact.latest is None else "no_verdict.not_enough"]


def _trend(before: float, after: float) -> str:
    if after == before:
        return "flat"
    return "up" if after > before else "down"


def cut_offs_text(report: Report) -> str:
    """Return where one verdict ends and the next begins, with the values used."""
    spoken = words(report.language)
    limits = {
        key: numbers.decimal(value, 2, language=report.language)
        for key, value in report.cut_offs.items()
    }
    if report.product == "final":
        return spoken.say(
            "cut_offs.final",
            share=numbers.percent(report.cut_offs["basically_completed"], language=report.language),
        )
    return spoken.say("cut_offs.midterm", **limits)

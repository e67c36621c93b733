"""Where numbers come from, in words: places in sources, sums with their numbers, rules."""

from __future__ import annotations

from evaluation_lib.report.model import ForecastFact, IndicatorFact, ObservationFact, Report
from evaluation_lib.report.numbers import with_unit
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.forecasts import forecast_words
from evaluation_lib.report.wording.origins import originally
from evaluation_lib.report.wording.phrases import bare_unit, target_text, value_text
from evaluation_lib.report.wording.sentences import say

_LABELS = {"synthetic": "cell.synthetic", "assumed": "cell.assumed"}
"""What must be said beside a value that nobody observed, by its status."""


def observation_place(one: ObservationFact, language: str) -> str:
    """Return source, place, day, evidence grade and the words of an observation."""
    title = one.source_title or one.source
    parts = [title]
    if one.cell:
        parts.append(originally(language, "cell.place", cell=one.cell))
    if one.published_on:
        parts.append(originally(language, "cell.published", day=one.published_on))
    elif one.raw:  # the plan's own text is no observation that was published
        parts.append(originally(language, "cell.undated"))
    parts.append(originally(language, "cell.evidence", grade=one.evidence))
    if one.raw:
        parts.append(originally(language, "cell.raw", raw=one.raw))
    label = _LABELS.get(one.status)
    if label and originally(language, label) not in title.lower():
        parts.append(originally(language, label))
    return words(language)["sentence.end"].join(parts)


def baseline_place(report: Report, fact: IndicatorFact) -> str:
    """Return where the plan prints the baseline."""
    return _of_year(report, fact, fact.baseline.year)


def target_place(report: Report, fact: IndicatorFact) -> str:
    """Return where the plan prints the target."""
    return _of_year(report, fact, fact.target.year if fact.target else report.plan.end)


def _of_year(report: Report, fact: IndicatorFact, year: int) -> str:
    language, plan = report.language, report.plan
    key = "plan" if fact.line is None else "plan.line"
    place = originally(
        language, key, plan=plan.short_title, version=plan.version, line=fact.line or ""
    )
    return words(language)["sentence.end"].join((originally(language, "year", year=year), place))


def latest_place(report: Report, fact: IndicatorFact) -> str:
    """Return which observation the latest value is."""
    if fact.latest is None:
        return originally(report.language, "blank.latest")
    language = report.language
    parts = [
        originally(
            language,
            "latest.is_year" if len(fact.latest.period) == 4 else "latest.is",
            period=fact.latest.period,
            note=f"{fact.number}.{fact.latest.period}",
        )
    ]
    if fact.latest.stale:
        parts.append(originally(language, "latest.stale", year=report.evaluation_year))
    return words(language)["sentence.end"].join(parts)


def sum_behind(fact: IndicatorFact, key: str, language: str) -> str:
    """Return the sum that the report prints under the label `key`; blank where there is none."""
    return dict(fact.arithmetic).get(say(language, key), "")


def year_sums(report: Report, fact: IndicatorFact) -> str:
    """Return the comparison of every year with its threshold, one after the other."""
    labels = {say(report.language, "sum.year", year=one.year) for one in fact.years}
    colon = "：" if report.language == "zh" else ": "
    sums = [f"{label}{colon}{sum_}" for label, sum_ in fact.arithmetic if label in labels]
    return words(report.language)["sentence.end"].join(sums)


def interval_words(report: Report, fact: IndicatorFact, forecast: ForecastFact) -> str:
    """Return model, number of observations and all intervals, and the sum where there is one."""
    language = report.language
    spoken = words(language)
    intervals = [
        originally(
            language,
            "interval",
            level=level,
            low=value_text(low, fact, language),
            high=value_text(high, fact, language),
        )
        for level, (low, high) in forecast.intervals.items()
    ]
    told = originally(
        language,
        "median.how",
        model=forecast_words(language, f"model.{forecast.model}"),
        count=forecast.observations,
        intervals=spoken["sentence.end"].join(intervals),
    )
    return spoken["sentence.end"].join([told, *filter(None, [forecast.arithmetic])])


def probability_words(report: Report, fact: IndicatorFact) -> str:
    """Return what the probability is a part of, or that it is a fact."""
    language = report.language
    if fact.probability_observed or fact.forecast is None or fact.target is None:
        return originally(language, "probability.observed")
    word = words(language).outlook(fact.outlook)
    key = "probability.yearly" if fact.is_yearly else "probability.how"
    target = with_unit(target_text(fact, language), bare_unit(fact, language), language=language)
    return originally(language, key, period=fact.forecast.period, target=target, word=word)


def verdict_words(report: Report, fact: IndicatorFact) -> str:
    """Return what the verdict follows from, or why there is none."""
    language = report.language
    spoken = words(language)
    if fact.reason:
        return fact.reason
    if report.product == "final":
        parts = [originally(language, "verdict.final")]
    else:
        parts = [
            originally(
                language,
                "verdict.how",
                status=spoken.verdict(fact.status),
                outlook=spoken.outlook(fact.outlook),
            )
        ]
        if fact.verdict != fact.status:
            parts.append(originally(language, "verdict.stricter"))
    if any(flag.id == "reported_only" for flag in fact.flags):
        parts.append(originally(language, "verdict.reported"))
    return spoken["sentence.end"].join(parts)

"""From the cell of a source to the verdict: every number of one indicator with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_origin import Explanation, Step
from evaluation_lib.report.numbers import NO_VALUE, percent, with_unit
from evaluation_lib.report.origin_words import (
    baseline_place,
    interval_words,
    latest_place,
    observation_place,
    probability_words,
    sum_behind,
    target_place,
    verdict_words,
    year_sums,
)
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.origins import originally
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    baseline_text,
    change_text,
    latest_text,
    observed_text,
    probability_of,
    probability_text,
    progress_text,
    target_text,
    value_text,
    yearly_count_text,
)

ITEMS = (
    "baseline",
    "target",
    "latest",
    "progress",
    "time_share",
    "pace",
    "median",
    "probability",
    "status",
    "verdict",
)
"""Steps that every indicator may have, in the order of their numbers."""

OBSERVED = "observed"

_NO_ANCHOR = re.compile(r"[^a-z0-9]+")


def origin_anchor(fact: IndicatorFact, item: str) -> str:
    """Return the anchor of the row that tells where a number of an indicator comes from.

    Args:
        fact: The indicator.
        item: Key of the number, or the period of an observation.
    """
    return "origin-" + _NO_ANCHOR.sub("-", f"{fact.id} {item}".lower())


def explain(report: Report, indicator: str) -> Explanation:
    """Return how the verdict on one indicator came about.

    Args:
        report: The result of an evaluation; nothing is computed beside it.
        indicator: Id of the indicator.

    Raises:
        KeyError: The plan has no such indicator.
    """
    fact = report.indicator(indicator)
    return Explanation(
        indicator=fact.id,
        number=fact.number,
        name=fact.name,
        jurisdiction=report.jurisdiction,
        jurisdiction_name=report.jurisdiction_name,
        as_of=report.as_of,
        plan_version=report.plan.version,
        data_version=report.data_version,
        method_version=report.method_version,
        demonstration=report.demonstration,
        language=report.language,
        headline=fact.headline,
        steps=tuple(steps_of(report, fact)),
    )


def steps_of(report: Report, fact: IndicatorFact) -> Iterator[Step]:
    """Yield the steps of one indicator: observations by period, then what follows from them."""
    written = {
        "baseline": _baseline(report, fact),
        "target": _target(report, fact),
        "latest": _latest(report, fact),
        "progress": _progress(report, fact),
        "time_share": _time_share(report, fact),
        "pace": _pace(report, fact),
        "median": _median(report, fact),
        "probability": _probability(report, fact),
        "status": _status(report, fact),
        "verdict": _verdict(report, fact),
    }
    yield from _observed(report, fact)
    for number, key in enumerate(ITEMS, start=1):
        told = written[key]
        if told is not None:
            yield Step(
                key=key,
                note=f"{fact.number}.{number}",
                anchor=origin_anchor(fact, key),
                label=originally(report.language, key),
                value=told[0],
                how=told[1],
            )


_Told = tuple[str, str] | None


def _observed(report: Report, fact: IndicatorFact) -> Iterator[Step]:
    language = report.language
    shown = sorted((*fact.observations, *fact.parts), key=lambda one: (one.year, one.period))
    seen: dict[str, int] = {}
    for one in shown:
        # Two values of one period are both shown; the second gets a note of its own.
        suffix = ".year" if len(one.period) == 4 else ""
        seen[one.period] = seen.get(one.period, 0) + 1
        place = one.period if seen[one.period] == 1 else f"{one.period}/{seen[one.period]}"
        yield Step(
            key=OBSERVED,
            note=f"{fact.number}.{place}",
            anchor=origin_anchor(fact, place),
            label=originally(language, f"{OBSERVED}{suffix}", period=one.period),
            value=_unit(report, fact, observed_text(one, fact, language)),
            how=observation_place(one, language),
            observation=one,
        )


def _unit(report: Report, fact: IndicatorFact, text: str) -> str:
    return with_unit(text, bare_unit(fact, report.language), language=report.language)


def _baseline(report: Report, fact: IndicatorFact) -> _Told:
    if fact.baseline.value is None:
        return NO_VALUE, originally(report.language, "blank.baseline")
    return _unit(report, fact, baseline_text(fact, report.language)), baseline_place(report, fact)


def _target(report: Report, fact: IndicatorFact) -> _Told:
    if fact.target is None:
        return NO_VALUE, originally(report.language, f"blank.{fact.no_target}")
    return _unit(report, fact, target_text(fact, report.language)), target_place(report, fact)


def _latest(report: Report, fact: IndicatorFact) -> _Told:
    if fact.latest is None:
        return NO_VALUE, originally(report.language, "blank.latest")
    return _unit(report, fact, latest_text(fact, report.language)), latest_place(report, fact)


def _progress(report: Report, fact: IndicatorFact) -> _Told:
    language = report.language
    if fact.is_yearly:
        sums = year_sums(report, fact)
        return (yearly_count_text(fact, language), sums) if sums else None
    sum_ = sum_behind(fact, "sum.share", language)
    return (progress_text(fact, language), sum_) if sum_ and fact.progress is not None else None


def _time_share(report: Report, fact: IndicatorFact) -> _Told:
    sum_ = sum_behind(fact, "sum.due", report.language)
    if not sum_ or fact.time_share is None or fact.is_yearly:
        return None
    return percent(fact.time_share, language=report.language), sum_


def _pace(report: Report, fact: IndicatorFact) -> _Told:
    sum_ = sum_behind(fact, "sum.pace", report.language)
    if not sum_ or fact.required_pace is None or fact.is_yearly:
        return None
    return change_text(fact.required_pace, fact, report.language), sum_


def _median(report: Report, fact: IndicatorFact) -> _Told:
    if fact.forecast is None:
        return None
    written = _unit(report, fact, value_text(fact.forecast.median, fact, report.language))
    return written, interval_words(report, fact, fact.forecast)


def _probability(report: Report, fact: IndicatorFact) -> _Told:
    if probability_of(fact) is None:
        return None
    return probability_text(fact), probability_words(report, fact)


def _status(report: Report, fact: IndicatorFact) -> _Told:
    sum_ = sum_behind(fact, "sum.status", report.language)
    return (words(report.language).verdict(fact.status), sum_) if sum_ else None


def _verdict(report: Report, fact: IndicatorFact) -> _Told:
    return words(report.language).verdict(fact.verdict), verdict_words(report, fact)

"""Sentences whose numbers lead to the annex that tells where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evaluation_lib.report.blocks import Rich, Span
from evaluation_lib.report.explaining import ITEMS, steps_of
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_origin import Step
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import value_text

_SIGNS = "≥≤><≈"


def step_of(report: Report, fact: IndicatorFact, key: str) -> Step | None:
    """Return the step `key` of an indicator, None where there is none or it has no value."""
    return next(
        (one for one in steps_of(report, fact) if one.key == key and one.value != NO_VALUE), None
    )


def linked(report: Report, fact: IndicatorFact, sentences: Iterable[str]) -> Rich:
    """Return `sentences` as one run in which every known number leads to its origin.

    On paper, where nothing can be followed, the notes of the numbers stand after each sentence.

    Args:
        report: Report the indicator belongs to.
        fact: The indicator that is spoken of.
        sentences: Finished sentences.
    """
    spoken = words(report.language)
    known = _written(report, fact)
    runs: list[Span] = []
    for sentence in sentences:
        if runs:
            runs += [Span(text=spoken["sentence.space"])] if spoken["sentence.space"] else []
        runs += _sentence(sentence, known)
    return tuple(runs)


def _sentence(sentence: str, known: dict[str, Step]) -> Iterator[Span]:
    used: dict[str, Step] = {}
    place = 0
    for match in _pattern(known).finditer(sentence) if known else ():
        if match.start() > place:
            yield Span(text=sentence[place : match.start()])
        step = known[match.group()]
        used[step.note] = step
        yield Span(text=match.group(), href=f"#{step.anchor}")
        place = match.end()
    if place < len(sentence):
        yield Span(text=sentence[place:])
    for count, step in enumerate(sorted(used.values(), key=_rank)):
        yield Span(text=f" {step.note}" if count else step.note, href=f"#{step.anchor}", note=True)


def _pattern(known: dict[str, Step]) -> re.Pattern[str]:
    longest_first = sorted(known, key=len, reverse=True)
    # Digits beside a number would make it part of another: 0.07 is not in 10.07, nor 5 in 2025.
    return re.compile(
        r"(?<![\d.,])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\d]|[.,]\d)"
    )


def _written(report: Report, fact: IndicatorFact) -> dict[str, Step]:
    """Return the steps by what stands for them in prose; the item before the observation."""
    steps = [one for one in steps_of(report, fact) if _has_digit(one.value)]
    steps.sort(key=_rank)
    known: dict[str, Step] = {}
    for step in steps:
        known.setdefault(step.value.lstrip(_SIGNS), step)
        if step.key == "median" and fact.forecast:
            for bound in fact.forecast.intervals.get("80", ()):
                known.setdefault(value_text(bound, fact, report.language), step)
    return known


def _rank(step: Step) -> tuple[int, str]:
    """Return the place of a step among the items, observations last and by period."""
    return (ITEMS.index(step.key) if step.key in ITEMS else len(ITEMS), step.note)


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)

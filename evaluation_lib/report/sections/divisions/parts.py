"""Anchors and short texts that the chapters of a comparison share."""

from __future__ import annotations

from evaluation_lib.report.model import IndicatorFact
from evaluation_lib.report.model_divisions import DividedFact
from evaluation_lib.report.wording.divisions import divided


def division_anchor(fact: IndicatorFact) -> str:
    """Return the anchor of the section that compares counties in one indicator."""
    return f"divisions-of-{fact.id.replace('_', '-')}"


def closes_words(found: DividedFact, language: str) -> str:
    """Return whether the counties sum to the city, in words."""
    if not found.is_summed:
        return divided(language, "closes.unsummed")
    if found.closes is None:
        return divided(language, "closes.open")
    return divided(language, "closes.yes" if found.closes else "closes.no")

"""How the values of one indicator are spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.plan.model import Basis, Indicator
from evaluation_lib.report import numbers
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.sentences import say


@dataclass(frozen=True, slots=True)
class Voice:
    """Writes the numbers of one indicator in one language, each with its unit."""

    indicator: Indicator
    language: str

    @property
    def name(self) -> str:
        """Short name of the indicator."""
        return self.indicator.short(self.language)

    @property
    def unit(self) -> str:
        """Unit of a yearly value; “a year” is left out, because the year is named."""
        unit = self.indicator.unit if self.language == "zh" else self.indicator.unit_en
        return unit.removesuffix("/年").removesuffix(" a year")

    @property
    def unit_of_change(self) -> str:
        """Unit of a difference: percentage points between percentages."""
        if self.indicator.unit != "%":
            return self.unit
        return "个百分点" if self.language == "zh" else "percentage points"

    def value(self, value: float, comparator: str = "=") -> str:
        """Return an observed value with its unit and the sign of its bound."""
        written = self.bare(value)
        return numbers.with_unit(
            numbers.compared(written, comparator), self.unit, language=self.language
        )

    def bare(self, value: float) -> str:
        """Return a value without its unit."""
        return numbers.decimal(value, self.indicator.decimals, language=self.language)

    def planned(self, value: float) -> str:
        """Return a value of the plan with its unit and the plan's own decimals."""
        return numbers.with_unit(self.bare_planned(value), self.unit, language=self.language)

    def bare_planned(self, value: float) -> str:
        """Return a value of the plan without its unit."""
        return numbers.plan_value(value, language=self.language)

    def change(self, value: float) -> str:
        """Return the size of a difference with its unit, one decimal more than a count has."""
        decimals = max(self.indicator.decimals, 1 if value != int(value) else 0)
        written = numbers.decimal(abs(value), decimals, language=self.language)
        return numbers.with_unit(written, self.unit_of_change, language=self.language)

    def distance(self, value: float) -> str:
        """Return the size of a difference with the decimals of values, more only to show it."""
        written = self.bare(abs(value))
        if not any(one in "123456789" for one in written):
            return self.change(value)
        return numbers.with_unit(written, self.unit_of_change, language=self.language)

    def share(self, value: float) -> str:
        """Return a share as a percentage with one decimal."""
        return numbers.percent(value, language=self.language)

    def points(self, difference: float) -> str:
        """Return the size of a difference of shares in percentage points, without the words."""
        return numbers.decimal(abs(difference) * 100, 1, language=self.language)

    def span(self, first: int, last: int) -> str:
        """Return a span of years."""
        if first == last:
            return str(first)
        return f"{first}—{last}" if self.language == "zh" else f"{first}–{last}"

    def outlook(self, word: str) -> str:
        """Return the word for an outlook as it stands inside a sentence."""
        return words(self.language).outlook(word).lower()

    def verdict(self, word: str) -> str:
        """Return the word for a verdict as it stands inside a sentence."""
        return words(self.language).verdict(word).lower()

    def say(self, key: str, **values: object) -> str:
        """Return the sentence `key` in this voice's language."""
        return say(self.language, key, **values)


def counted_years(assessment: Assessment, voice: Voice) -> str:
    """Return the span of plan years that a cumulative total runs over."""
    latest = assessment.progress.latest
    first = assessment.indicator.baseline_year + 1
    return voice.span(first, latest.year if latest else first)


def no_target(indicator: Indicator) -> str:
    """Return why `indicator` has no target, as `IndicatorFact.no_target` tells it."""
    if indicator.target is not None:
        return ""
    return "not_broken_down" if indicator.basis is Basis.NOT_BROKEN_DOWN else "pending"

"""Rules on how quantities of one place and year stand to each other, as the plan declares it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Numbers, Subject, Values
from evaluation_lib.observations.table import DEFINITION, INDICATOR, JURISDICTION
from evaluation_lib.observations.vintages import is_first
from evaluation_lib.plan.indicator import Comparison
from evaluation_lib.plan.relations import Amount, Relation

_YEARS = 10_000  # a place and a year are one number: place * 10000 + year


@dataclass(frozen=True, slots=True)
class _Known:
    """Exact yearly values of one quantity, one for each place and year.

    Attributes:
        key: Place and year, rising. Shape ``(k,)``.
        value: In the quantity's unit. Shape ``(k,)``.
        row: Label in the observation table. Shape ``(k,)``.
    """

    key: Numbers
    value: Values
    row: Numbers

    def at(self, key: Numbers) -> Values:
        """Return the value of each place and year, NaN where none is known."""
        if not len(self.key):
            return np.full(len(key), np.nan)
        found = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        return np.where(self.key[found] == key, self.value[found], np.nan)


@rule("relation", severity=Severity.WARNING, zh="指标之间矛盾", en="Quantities at odds")
def find_broken_relations(subject: Subject) -> Iterator[Fault]:
    """Find values that break a relation of the plan, such as a part greater than its whole."""
    yield from _broken(subject, lambda one: not one.is_balance and not one.is_per_head)


@rule("balance", severity=Severity.WARNING, zh="存量与增量不平衡", en="Stock ≠ base + new")
def find_broken_balances(subject: Subject) -> Iterator[Fault]:
    """Find stocks that are not what last year's stock and the year's additions make."""
    yield from _broken(subject, lambda one: one.is_balance)


@rule("per_head", severity=Severity.WARNING, zh="人均数与分母不符", en="Per-head figure off")
def find_wrong_denominators(subject: Subject) -> Iterator[Fault]:
    """Find figures per head that their numerator and the declared year's denominator contradict."""
    yield from _broken(subject, lambda one: one.is_per_head and not one.is_balance)


def _broken(subject: Subject, wanted: Callable[[Relation], bool]) -> Iterator[Fault]:
    chosen = [one for one in subject.plan.relations if wanted(one)]
    if not chosen:
        return
    known = {key: _known(subject, key) for one in chosen for key in one.ids}
    for relation in chosen:
        left = known[relation.left]
        right = _right(relation, known, left.key)
        broken = _breaks(relation, left.value, right)
        other = (
            _right(relation, known, left.key, shifted=True)
            if relation.is_per_head
            else np.full(len(right), np.nan)
        )
        fits = ~np.isnan(other) & ~_breaks(relation, left.value, other)
        for at in np.flatnonzero(broken).tolist():
            yield _told(subject, relation, left, at, float(right[at]), bool(fits[at]))


def _told(
    subject: Subject, relation: Relation, left: _Known, at: int, right: float, fits: bool
) -> Fault:
    value = left.value[at]
    hint = (
        "；以另一年度为分母则相符，请写明分母年份",
        "; with the denominator of the other year it fits",
    )
    zh, en = hint if fits else ("", "")
    named = _spelt(subject, relation)
    return fault(
        left.row[at],
        f"数值{value:g}，应{relation.comparison}{right:g}（{named[0]}）{zh}。",
        f"{value:g} should be {relation.comparison} {right:g} ({named[1]}){en}.",
    )


def _spelt(subject: Subject, relation: Relation) -> tuple[str, str]:
    """Return what the relation says, in its note or else with the names of its quantities."""
    if relation.note:
        return relation.note, relation.note_en or relation.right
    names = [subject.plan.quantity(key) for key in relation.ids[1:]]
    listed = "、".join(one.name for one in names if one is not None)
    return listed, relation.right


def _right(
    relation: Relation, known: dict[str, _Known], key: Numbers, *, shifted: bool = False
) -> Values:
    """Return the right-hand side for each place and year; NaN where a part is unknown.

    Args:
        relation: What is declared.
        known: Yearly values by id.
        key: Place and year. Shape ``(k,)``.
        shifted: Whether denominators are taken from the other of the two years.
    """

    def amount(one: Amount, *, below: bool) -> Values:
        previous = one.previous != (shifted and below)
        return known[one.id].at(key - 1 if previous else key)

    total = np.zeros(len(key))
    for term in relation.terms:
        product = np.full(len(key), term.factor)
        for one in term.above:
            product = product * amount(one, below=False)
        for one in term.below:
            divisor = amount(one, below=True)
            product = product / np.where(divisor == 0, np.nan, divisor)
        total = total + product
    return total


def _breaks(relation: Relation, left: Values, right: Values) -> Flags:
    """Return where a known right-hand side is contradicted by more than the tolerance."""
    margin = relation.tolerance * np.maximum(np.abs(left), np.abs(right))
    above, below = left - right > margin, right - left > margin
    if relation.comparison is Comparison.AT_MOST:
        return above
    return below if relation.comparison is Comparison.AT_LEAST else above | below


def _known(subject: Subject, key: str) -> _Known:
    """Return the yearly values of `key`; of several definitions the plan's own, then the first."""
    yearly = subject.yearly
    where = subject.position(yearly.row)
    chosen = np.flatnonzero(subject.levels(INDICATOR).are([key])[where] & yearly.exact)
    rows = where[chosen]
    place = subject.levels(JURISDICTION).codes[rows] * _YEARS + yearly.year[chosen]
    order = np.lexsort((subject.levels(DEFINITION).codes[rows], place))
    order = order[is_first(place[order])]
    chosen = chosen[order]
    return _Known(place[order], yearly.value[chosen], yearly.row[chosen])

"""What redoing a claim of the text shows, in one sentence."""

from __future__ import annotations

from fractions import Fraction

from evaluation_lib.plan.arithmetic import spoken
from evaluation_lib.plan.claims import Audited, Claim, ClaimKind, Outcome, Reading
from evaluation_lib.report import numbers
from evaluation_lib.report.wording.whole import whole


def claim_finding(audited: Audited, language: str) -> str:
    """Return the sum and what it shows; for an ambiguous claim, every reading of it."""
    claim, main = audited.claim, audited.main
    if audited.outcome is Outcome.NOT_CHECKABLE:
        return whole(
            language,
            "finding.open",
            sum=spoken(main.expression),
            value=_written(main.value, claim, language),
        ) + whole(language, "stop")
    if audited.outcome is Outcome.WRONG_PERIOD:
        return whole(
            language,
            "finding.period",
            sum=spoken(main.expression),
            value=_written(main.value, claim, language),
            expected=_expected(claim, language),
        ) + whole(language, "stop")
    shown = _reading(claim, main, language)
    if audited.outcome is Outcome.AMBIGUOUS:
        others = [one for one in audited.readings if one.expression != main.expression]
        same = [one for one in audited.readings if one.expression == main.expression]
        label = same[0].label if same else ""
        parts = [
            _label(name, number, language) + _reading(claim, one, language)
            for number, (name, one) in enumerate(
                [(label, main), *((one.label, one) for one in others)], start=1
            )
        ]
        shown = whole(language, "clause").join(parts)
    if audited.outcome is Outcome.DOES_NOT_CLOSE and _is_cut_off(claim, main.value):
        shown += whole(language, "finding.cut_off", expected=_expected(claim, language))
    return shown + whole(language, "stop")


def _is_cut_off(claim: Claim, value: Fraction) -> bool:
    """Return whether the text's figure is the result with its last digits cut off, not rounded."""
    scale = 10 ** _decimals(claim.expected)
    return claim.comparison == "=" and Fraction(int(value * scale), scale) == Fraction(
        claim.expected
    )


def _label(label: str, number: int, language: str) -> str:
    """Return what sets a reading apart; labels are Chinese, so English numbers the readings."""
    key = "finding.reading" if label else "finding.words"
    return whole(language, key, label=label, number=number) + whole(language, "colon")


def _reading(claim: Claim, reading: Reading, language: str) -> str:
    low, high = (_written(end, claim, language) for end in reading.interval)
    span = ""
    # What the text prints twice is compared digit by digit, so rounding does not matter.
    if low != high and claim.kind is not ClaimKind.REPETITION:
        span = whole(language, "finding.range", low=low, high=high)
    said = {
        "sum": spoken(reading.expression),
        "value": _written(reading.value, claim, language),
        "range": span,
        "expected": _expected(claim, language),
    }
    if claim.comparison == "=":
        if reading.agrees:
            return whole(language, "finding.agrees", **said)
        gap = abs(reading.value - Fraction(claim.expected))
        return whole(language, "finding.differs", gap=_gap(gap, claim, language), **said)
    key = "finding.bound_holds" if reading.agrees else "finding.bound_fails"
    return whole(language, key, comparison=numbers.compared("", claim.comparison), **said)


def _expected(claim: Claim, language: str) -> str:
    if not claim.expected:
        return numbers.NO_VALUE
    exact = Fraction(claim.expected)
    if claim.kind is ClaimKind.GROWTH:
        return numbers.plan_value(float(exact * 100), language=language) + "%"
    return numbers.plan_value(float(exact), language=language)


def _gap(gap: Fraction, claim: Claim, language: str) -> str:
    if claim.kind is ClaimKind.GROWTH:
        return whole(
            language, "points", value=numbers.decimal(float(gap * 100), 2, language=language)
        )
    return _written(gap, claim, language)


def _written(value: Fraction, claim: Claim, language: str) -> str:
    """Write a result with two digits more than the text prints, so that rounding can be seen."""
    if claim.kind is ClaimKind.GROWTH:
        shown = float(value * 100)
        decimals = max(2, _decimals(claim.expected) - 1)
        return numbers.decimal(shown, decimals, language=language) + "%"
    exact = float(value)
    decimals = 0 if value.denominator == 1 else _decimals(claim.expected) + 2
    if exact and value.denominator != 1:
        decimals = max(decimals, 3)
    return numbers.decimal(exact, decimals, language=language)


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])

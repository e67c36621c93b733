"""The arithmetic that the plan's own text asserts, redone from its printed numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from pydantic import Field, model_validator

from evaluation_lib.plan.arithmetic import Interval, interval_of, value_of
from evaluation_lib.plan.frozen import Frozen, refuse
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

FILE = "claims.csv"


class ClaimKind(StrEnum):
    """What sort of arithmetic a claim is."""

    GROWTH = "growth"  # 增幅
    INCREMENT = "increment"  # 增量
    SUM = "sum"  # 合计
    RATIO = "ratio"  # 比例
    PER_HEAD = "per_head"  # 人均
    CONVERSION = "conversion"  # 单位换算
    REPETITION = "repetition"  # 前后一致
    PERIOD = "period"  # 时期


class Outcome(StrEnum):
    """What redoing a claim shows."""

    CLOSES = "closes"  # 闭合
    DOES_NOT_CLOSE = "does_not_close"  # 不闭合
    AMBIGUOUS = "ambiguous"  # 存疑
    WRONG_PERIOD = "wrong_period"  # 时期有误
    NOT_CHECKABLE = "not_checkable"  # 无从核算


class Claim(Frozen):
    """One arithmetic statement of the text.

    Attributes:
        expression: The sum, over printed numbers.
        comparison: How its result should stand to `expected`.
        expected: Number the text states; blank where it states none.
        precision: Half a unit of the last digit of `expected`.
        inputs: `label=value@place` of each number; places are lines of the text, or sources.
        readings: `label=expression`, other ways to read the same words.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    line: int | None
    quote: str = Field(min_length=1)
    kind: ClaimKind
    statement: str = Field(min_length=1)
    statement_en: str = Field(min_length=1)
    expression: str = Field(min_length=1)
    comparison: str = Field(pattern=r"^(=|>|>=|<=|<)$")
    expected: str = Field(default="", pattern=r"^(-?\d+(\.\d+)?)?$")
    precision: str = Field(default="", pattern=r"^(\d+(\.\d+)?)?$")
    tolerance_note: str = ""
    inputs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _can_be_redone(self) -> Claim:
        refuse(tuple(self._contradictions()))
        return self

    def _contradictions(self) -> Iterator[str]:
        if bool(self.expected) != bool(self.precision):
            yield "expected and precision must both be given or both be blank"
        for reading in self.readings:
            if "=" not in reading:
                yield f"reading {reading!r} must be written label=expression"
        sums = [reading.split("=", 1)[1] for reading in self.readings if "=" in reading]
        for expression in (self.expression, *sums):
            try:
                interval_of(expression)
            except ValueError as error:
                yield str(error)

    @property
    def alternatives(self) -> tuple[tuple[str, str], ...]:
        """Label and sum of each other reading."""
        return tuple((one.split("=", 1)[0], one.split("=", 1)[1]) for one in self.readings)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a claim, and what comes of it.

    Attributes:
        label: What sets it apart; blank for the reading the claim was entered with.
        value: Result with every number as printed.
        interval: Least and greatest result that the rounding of the numbers allows.
        agrees: Whether it agrees with the text; None where the text states no number.
    """

    label: str
    expression: str
    value: Fraction
    interval: Interval
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Audited:
    """A claim after it has been redone."""

    claim: Claim
    outcome: Outcome
    main: Reading
    readings: tuple[Reading, ...]


def read_claims(path: Path, faults: list[str]) -> Numbered[Claim]:
    """Read the claims in the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Claim, faults)


def audit(claim: Claim) -> Audited:
    """Redo `claim` and say what comes of it.

    A printed figure names its own reading, because only the reading that was meant gives it; a
    bound does not, so every reading of it has to hold. A text is accused only where no reading
    agrees.
    """
    main = _read(claim, "", claim.expression)
    readings = tuple(_read(claim, label, sum_) for label, sum_ in claim.alternatives)
    return Audited(claim, _outcome(claim, main, readings), main, readings)


def _outcome(claim: Claim, main: Reading, readings: tuple[Reading, ...]) -> Outcome:
    if main.agrees is None:
        return Outcome.NOT_CHECKABLE
    others = [one.agrees for one in readings]
    if claim.comparison == "=" and main.agrees:
        return Outcome.CLOSES
    if main.agrees and all(others):
        return Outcome.CLOSES
    if main.agrees or any(others):
        return Outcome.AMBIGUOUS
    # One quantity cannot have two values at one time: what is wrong is the time, not the sum.
    if claim.kind is ClaimKind.PERIOD:
        return Outcome.WRONG_PERIOD
    return Outcome.DOES_NOT_CLOSE


def _read(claim: Claim, label: str, expression: str) -> Reading:
    interval = interval_of(expression)
    agrees = _agrees(claim, interval) if claim.expected else None
    return Reading(label, expression, value_of(expression), interval, agrees)


def _agrees(claim: Claim, interval: Interval) -> bool:
    expected, precision = Fraction(claim.expected), Fraction(claim.precision)
    low, high = interval
    match claim.comparison:
        case "=":
            return low <= expected + precision and high >= expected - precision
        case ">":
            return low > expected
        case ">=":
            return low >= expected
        case "<":
            return high < expected
        case _:
            return high <= expected

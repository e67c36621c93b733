"""Whether a value can be what the form says, seen from the plan's own figures.

A wrong scale is the commonest fault of such forms and the easiest to see: 0.738 under 万元 is
0.0000738 亿元, ten thousand times less than the plan's baseline, and right in place as 亿元.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from evaluation_lib.observations.quantities.model import Reading, Unit
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.plan.model import Indicator, Measure, PeriodRule

_FAR = 20  # times the plan's figures, for the place the plan was made for
_SMALLEST_PART = 2000  # a county's share of the city's figure
_LARGEST_PART = 3
_LARGE_WITHOUT_REFERENCE = 1000
_SCALES = {"元": (0, 4, 8)}
_COUNTED = frozenset({"户", "家", "个", "件", "项", "张", "批次", "人", "次", "起", "宗", "条"})


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against a value.

    Attributes:
        refuses: Whether the value is not taken.
    """

    kind: Kind
    refuses: bool = True
    proposals: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Band:
    """Values that the plan's own figures make credible; empty where it has none."""

    low: Decimal
    high: Decimal

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= abs(value) <= self.high


def objection(
    reading: Reading, quantity: Indicator | Measure, *, expected: Unit, part: bool, year: int
) -> Objection | None:
    """Return what speaks against the value of `reading`, None where nothing does.

    Args:
        reading: What the cell says.
        quantity: Gives bounds, baseline and target.
        expected: Unit of the plan.
        part: Whether the value is of a county, which holds a part of the plan's figures.
        year: Year in which the period ends.
    """
    value, unit = reading.value, reading.unit
    if value is None or unit is None:
        return None
    number = expected.scaled(value, unit)
    if _outside(value, quantity):
        others = _other_scales(number, unit)
        inside = [text for other, text in others if not _outside(_in(other, expected), quantity)]
        bounds = {"lower": _bound(quantity.lower), "upper": _bound(quantity.upper)}
        return Objection(Kind.OUT_OF_BOUNDS, proposals=tuple(inside[:1]), details=bounds)
    if number == year and unit.power == 0 and unit.base != "%":
        return Objection(Kind.YEAR_AS_VALUE, proposals=(_written(number, unit),))
    if unit.base in _COUNTED and unit.power == 0 and _is_fraction(number, quantity, expected):
        return Objection(Kind.FRACTION, proposals=_texts(_other_scales(number, unit)))
    references = _references(quantity)
    if value == 0:
        doubtful = _zero_is_doubtful(quantity, references, expected, part=part)
        baseline = {"baseline": f"{references[0]:f} {expected.text}"} if references else {}
        return Objection(Kind.ZERO_OR_MISSING, details=baseline) if doubtful else None
    return _scale_objection(value, number, unit, quantity, expected, references, reading, part)


def _scale_objection(
    value: Decimal,
    number: Decimal,
    unit: Unit,
    quantity: Indicator | Measure,
    expected: Unit,
    references: tuple[Decimal, ...],
    reading: Reading,
    part: bool,
) -> Objection | None:
    own = _written(number, unit)
    others = _other_scales(number, unit)
    if not references:
        large = number == int(number) and number >= _LARGE_WITHOUT_REFERENCE
        if unit.power > 0 and large and others:
            return Objection(Kind.TENFOLD, proposals=(own, *_texts(others)))
        return None
    band = _band(references, part=part and _is_additive(quantity))
    fitting = tuple(text for other, text in others if _in(other, expected) in band)
    if value not in band and fitting:
        return Objection(Kind.TENFOLD, proposals=(own, *fitting))
    if value in band and fitting and not reading.unit_given:
        return Objection(Kind.TENFOLD, proposals=(own, *fitting))
    if value not in band:
        return Objection(Kind.IMPLAUSIBLE, refuses=False)
    return None


def _references(quantity: Indicator | Measure) -> tuple[Decimal, ...]:
    if isinstance(quantity, Measure):
        return ()
    figures = (quantity.baseline, quantity.target)
    return tuple(Decimal(repr(figure)) for figure in figures if figure)


def _band(references: tuple[Decimal, ...], *, part: bool) -> _Band:
    if part:
        return _Band(min(references) / _SMALLEST_PART, max(references) * _LARGEST_PART)
    return _Band(min(references) / _FAR, max(references) * _FAR)


def _is_additive(quantity: Indicator | Measure) -> bool:
    return (
        quantity.period_rule is not PeriodRule.MEAN
        and "每" not in quantity.name
        and ("%" not in quantity.unit)
    )


def _other_scales(number: Decimal, unit: Unit) -> list[tuple[tuple[Decimal, Unit], str]]:
    """Return the same digits as they would read in the other units a clerk may have meant."""
    if unit.base == "%":
        shifted = [number.scaleb(2), number.scaleb(-2)]
        percent = Unit("%", "%", 0)
        return [((other, percent), _written(other, percent)) for other in shifted]
    units = [
        Unit(f"{'万' if power == 4 else '亿' if power == 8 else ''}{unit.base}", unit.base, power)
        for power in _SCALES.get(unit.base, (0, 4))
        if power != unit.power
    ]
    return [((number, other), _written(number, other)) for other in units]


def _in(other: tuple[Decimal, Unit], expected: Unit) -> Decimal:
    number, unit = other
    return unit.scaled(number, expected)


def _texts(others: list[tuple[tuple[Decimal, Unit], str]]) -> tuple[str, ...]:
    return tuple(text for _, text in others)


def _written(number: Decimal, unit: Unit) -> str:
    return f"{number.normalize():f}{unit.text}"


def _outside(value: Decimal, quantity: Indicator | Measure) -> bool:
    low, high = quantity.lower, quantity.upper
    return (low is not None and value < Decimal(repr(low))) or (
        high is not None and value > Decimal(repr(high))
    )


def _bound(bound: float | None) -> str:
    return "—" if bound is None else f"{bound:g}"


def _is_fraction(number: Decimal, quantity: Indicator | Measure, expected: Unit) -> bool:
    if number == int(number) or "每" in quantity.name:
        return False
    # A figure per head is counted in whole units too, and rightly has decimals.
    return expected.power > 0 or (isinstance(quantity, Indicator) and quantity.decimals == 0)


def _zero_is_doubtful(
    quantity: Indicator | Measure, references: tuple[Decimal, ...], expected: Unit, *, part: bool
) -> bool:
    if not references or (quantity.period_rule is PeriodRule.SUM and part):
        return False
    return not part or expected.power > 0 or not _is_additive(quantity)

"""What a cell was read as, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from evaluation_lib.observations.table import Comparator


class Doubt(StrEnum):
    """Why a reading is not literal, or why there is none."""

    # Read, but not letter by letter.
    FULL_WIDTH = "full_width"  # ３６．７
    SPACES = "spaces"  # blanks or an apostrophe around the number
    GROUPED = "grouped"  # 6,590
    NUMERAL = "numeral"  # 三十二
    COMPARATOR = "comparator"  # 约, 超过, 不少于
    SCALED = "scaled"  # 32.45万
    CELL_UNIT = "cell_unit"  # the cell's unit is not the header's
    # Not read.
    TENFOLD = "tenfold"  # two readings differ tenfold or more
    RANGE = "range"  # 3-4
    DATE = "date"  # 1月2日
    ANNOTATED = "annotated"  # 12.31（含经开区）
    WRONG_UNIT = "wrong_unit"  # 件 where 户 is asked for
    FORMULA_ERROR = "formula_error"  # #REF!
    UNREADABLE = "unreadable"
    # Nothing was given, and that means something.
    NOT_REPORTED = "not_reported"  # blank
    NOT_APPLICABLE = "not_applicable"  # “/”, “—”, 不适用
    NONE_OR_ZERO = "none_or_zero"  # 无
    PENDING = "pending"  # 暂无, 待定
    SAME_AS = "same_as"  # 同上
    ELSEWHERE = "elsewhere"  # 见附件
    NOT_PUBLISHED = "not_published"  # 数据由省局统一发布
    WITHHELD = "withheld"  # 涉密

    @property
    def leaves_a_value(self) -> bool:
        """Whether a reading with this doubt still carries a value."""
        return self in _READ


_READ = frozenset(
    {
        Doubt.FULL_WIDTH,
        Doubt.SPACES,
        Doubt.GROUPED,
        Doubt.NUMERAL,
        Doubt.COMPARATOR,
        Doubt.SCALED,
        Doubt.CELL_UNIT,
    }
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure as forms write it.

    Attributes:
        text: As written, such as `万批次/年`.
        base: What is counted, such as `批次`; `%` for every spelling of per cent.
        power: Power of ten of the scale word: 0 for `户`, 4 for `万户`, 8 for `亿元`.
    """

    text: str
    base: str
    power: int

    def scaled(self, value: Decimal, into: Unit) -> Decimal:
        """Return `value` of this unit in the unit `into`, exactly.

        Raises:
            ValueError: The two units count different things.
        """
        if self.base != into.base:
            raise ValueError(f"{self.text} cannot be turned into {into.text}")
        return value.scaleb(self.power - into.power)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one cell says.

    Attributes:
        raw: As written.
        value: In the unit that was asked for; None where nothing was read.
        comparator: How the value stands to the truth.
        decimals: Decimals written, counted in the unit asked for; trailing zeros count.
        doubts: What is not literal, or why there is no value; worst first.
        proposals: Texts of which the sender may confirm one; each reads without doubt about scale.
        unit: Unit in which the number was taken; None where nothing was read.
        unit_given: Whether cell, header or title name that unit, or only the plan does.
    """

    raw: str
    value: Decimal | None = None
    comparator: Comparator = Comparator.EQUAL
    decimals: int = 0
    doubts: tuple[Doubt, ...] = ()
    proposals: tuple[str, ...] = ()
    unit: Unit | None = None
    unit_given: bool = True

    def __post_init__(self) -> None:
        refused = any(not doubt.leaves_a_value for doubt in self.doubts)
        if (self.value is None) != refused:
            raise ValueError(f"{self.raw!r}: a value and its refusal exclude each other")

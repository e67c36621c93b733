"""What one row of the plan's table promises, and the words that describe it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field, model_validator

from evaluation_lib.plan.frozen import Frozen, refuse


class Nature(StrEnum):
    """How firmly the government promised."""

    BINDING = "binding"  # 约束性
    ANTICIPATORY = "anticipatory"  # 预期性


class Kind(StrEnum):
    """What the numbers of an indicator count, which decides its arithmetic."""

    STOCK = "stock"  # 期末存量
    CUMULATIVE = "cumulative"  # 规划期累计
    ANNUAL_FLOW = "annual_flow"  # 年度流量
    RATE = "rate"  # 比率
    MAINTAIN = "maintain"  # 保持型


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Comparison(StrEnum):
    """How the plan prints its target; a bare number is `EQUAL` and is met by reaching it."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="


class PeriodRule(StrEnum):
    """How a year's value follows from its quarters or months."""

    END = "end"  # 期末值
    SUM = "sum"  # 各期相加
    MEAN = "mean"  # 各期平均


class Basis(StrEnum):
    """What the target's number is counted against."""

    LEVEL = "level"  # 达到某一水平
    INCREMENT = "increment"  # 比基期增加
    CUMULATIVE_REDUCTION = "cumulative_reduction"  # 五年累计下降百分之几
    AVERAGE_GROWTH = "average_growth"  # 年均增长百分之几
    RELATIVE_GROWTH = "relative_growth"  # 与另一指标增长同步
    RANGE = "range"  # 保持在区间内
    YES_NO = "yes_no"  # 是否实现
    UNQUANTIFIED = "unquantified"  # 视情，未量化
    NOT_BROKEN_DOWN = "not_broken_down"  # 未分解到该行政区


class Indicator(Frozen):
    """One row of the plan's table of main indicators.

    Attributes:
        id: Short English id, the key everywhere.
        number: Row number printed in the plan.
        short_name_en: Name for charts and headings in English; blank for `name_en`.
        baseline: Value in `baseline_year`, in `unit`; None where the plan is blank.
        target: Promised value in `target_year`, in `unit`; None where the plan is blank.
        comparison: Sign printed before the target; None where there is no target.
        lower: Smallest possible value, in `unit`, such as 0 for a rate; None for no bound.
        upper: Largest possible value, in `unit`; None for no bound.
        decimals: Decimals to print for observed values; plan values keep the plan's own.
        aliases: Other names under which departments report it.
        line: Line of the plan's text the row stands on.
        basis: What `target` is counted against; the units of `target` follow from it: the
            indicator's own for `level`, `increment` and `range`, percent for
            `cumulative_reduction` (over the whole plan) and `average_growth` (a year).
        target_high: Other end of a range, in `unit`; None unless `basis` is `range`.
        relative_to: Id of the indicator whose growth is to be kept up with; blank unless `basis`
            is `relative_growth`.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    number: int = Field(ge=1)
    group: str = Field(min_length=1)
    name: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    short_name: str = Field(min_length=1)
    short_name_en: str = ""
    unit: str = Field(min_length=1)
    unit_en: str = Field(min_length=1)
    nature: Nature
    kind: Kind
    direction: Direction
    comparison: Comparison | None
    baseline_year: int
    baseline: float | None
    target_year: int
    target: float | None
    lower: float | None
    upper: float | None
    period_rule: PeriodRule
    decimals: int = Field(ge=0, le=6)
    aliases: tuple[str, ...] = ()
    note: str = ""
    line: int | None = None
    basis: Basis = Basis.LEVEL
    target_high: float | None = None
    relative_to: str = ""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Indicator:
        refuse((*self._contradictions(), *self._contradictions_of_basis()))
        return self

    def _contradictions(self) -> Iterator[str]:
        if self.target_year <= self.baseline_year:
            years = f"target_year {self.target_year}", f"baseline_year {self.baseline_year}"
            yield " must lie after ".join(years)
        if (self.target is None) != (self.comparison is None):
            yield "target and comparison must both be given or both be blank"
        levels = ["baseline"]
        if self.basis in (Basis.LEVEL, Basis.RANGE, Basis.YES_NO):
            levels += ["target", "target_high"]
        for name in levels:
            value = getattr(self, name)
            if value is not None and not self.within_bounds(value):
                yield f"{name} {value} lies outside {self.lower}..{self.upper}"

    def _contradictions_of_basis(self) -> Iterator[str]:
        if (self.target_high is not None) != (self.basis is Basis.RANGE):
            yield "target_high belongs to basis range, and only to it"
        if bool(self.relative_to) != (self.basis is Basis.RELATIVE_GROWTH):
            yield "relative_to belongs to basis relative_growth, and only to it"
        if self.target is None:
            return
        if self.basis in (Basis.RELATIVE_GROWTH, Basis.UNQUANTIFIED, Basis.NOT_BROKEN_DOWN):
            yield f"basis {self.basis} has no number of its own; leave target blank"
        if self.basis is Basis.INCREMENT and self.baseline is None:
            yield "basis increment needs a baseline to add the increment to"
        if self.basis is Basis.CUMULATIVE_REDUCTION and not 0 < self.target < 100:
            yield "basis cumulative_reduction needs a target between 0 and 100 percent"
        if self.basis is Basis.AVERAGE_GROWTH and self.target <= -100:
            yield "basis average_growth needs a target above -100 percent a year"
        if self.basis is Basis.YES_NO and self.target != 1:
            yield "basis yes_no needs the target 1"

    def short(self, language: str) -> str:
        """Return the name for charts and headings in `language`."""
        return self.short_name if language == "zh" else self.short_name_en or self.name_en

    @property
    def is_binding(self) -> bool:
        """Whether the government bound itself to this indicator."""
        return self.nature is Nature.BINDING

    def within_bounds(self, value: float) -> bool:
        """Return whether `value` is possible at all for this indicator."""
        return (self.lower is None or value >= self.lower) and (
            self.upper is None or value <= self.upper
        )

    def is_met_by(self, value: float) -> bool:
        """Return whether `value` keeps the target; equality does, and so do both ends of a range.

        Raises:
            ValueError: The plan sets no target.
        """
        if self.target is None:
            raise ValueError(f"{self.id}: the plan sets no target")
        if self.target_high is not None:
            low, high = sorted((self.target, self.target_high))
            return low <= value <= high
        return value >= self.target if self.direction is Direction.HIGHER else value <= self.target


class Measure(Frozen):
    """A quantity the plan does not promise but the evaluation needs.

    Attributes:
        role: `denominator`, `component` or `context` of the indicator in `relates_to`.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    unit: str = Field(min_length=1)
    role: str = Field(pattern=r"^(denominator|component|context)$")
    relates_to: str = ""
    period_rule: PeriodRule
    lower: float | None = None
    upper: float | None = None
    aliases: tuple[str, ...] = ()
    note: str = ""

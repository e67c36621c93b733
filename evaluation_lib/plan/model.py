"""What was promised: the plan, its indicators, and the words that describe them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, model_validator


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


class Frozen(BaseModel):
    """A value that checks itself when made and never changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Indicator(Frozen):
    """One row of the plan's table of main indicators.

    Attributes:
        id: Short English id, the key everywhere.
        number: Row number printed in the plan.
        baseline: Value in `baseline_year`, in `unit`; None where the plan is blank.
        target: Promised value in `target_year`, in `unit`; None where the plan is blank.
        comparison: Sign printed before the target; None where there is no target.
        lower: Smallest possible value, in `unit`, such as 0 for a rate; None for no bound.
        upper: Largest possible value, in `unit`; None for no bound.
        decimals: Decimals to print for observed values; plan values keep the plan's own.
        aliases: Other names under which departments report it.
        line: Line of the plan's text the row stands on.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    number: int = Field(ge=1)
    group: str = Field(min_length=1)
    name: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    short_name: str = Field(min_length=1)
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

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Indicator:
        if self.target_year <= self.baseline_year:
            raise ValueError(
                f"target_year {self.target_year} must lie after baseline_year {self.baseline_year}"
            )
        if (self.target is None) != (self.comparison is None):
            raise ValueError("target and comparison must both be given or both be blank")
        for name in ("baseline", "target"):
            value = getattr(self, name)
            if value is not None and not self.within_bounds(value):
                raise ValueError(f"{name} {value} lies outside {self.lower}..{self.upper}")
        return self

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
        """Return whether `value` keeps the target; equality does.

        Raises:
            ValueError: The plan sets no target.
        """
        if self.target is None:
            raise ValueError(f"{self.id}: the plan sets no target")
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


class CutOffs(Frozen):
    """Where one verdict ends and the next begins; printed in every report.

    Attributes:
        ahead: Smallest progress ÷ time share that counts as ahead of schedule. No unit.
        on_schedule: Smallest one that counts as on schedule.
        slightly_behind: Smallest one that counts as only slightly behind.
        basically_completed: Smallest share of the planned change that an anticipatory indicator
            must have covered at the end to count as basically completed.
        implausible_change: Yearly change, as a multiple of the median of the other years'
            changes, from which a jump is questioned.
        no_longer_binds: Progress from which a target is said to have lost its force.
    """

    ahead: float = 1.10
    on_schedule: float = 1.00
    slightly_behind: float = 0.75
    basically_completed: float = 0.90
    implausible_change: float = 3.0
    no_longer_binds: float = 3.0

    @model_validator(mode="after")
    def _falls(self) -> CutOffs:
        if not self.ahead >= self.on_schedule >= self.slightly_behind > 0:
            raise ValueError("cut-offs must fall: ahead >= on_schedule >= slightly_behind > 0")
        return self


class Jurisdiction(Frozen):
    """An administrative division by its GB/T 2260 code."""

    code: str = Field(pattern=r"^\d{6}$")
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


class PlanSource(Frozen):
    """A document the plan itself consists of; known as long as the plan is known."""

    id: str
    title: str
    title_en: str
    published_on: date | None = None
    note: str = ""


class Plan(Frozen):
    """A five-year plan as read from its folder.

    Attributes:
        id: Folder name of the plan.
        version: Which text was read, such as 征求意见稿.
        jurisdiction: Code of the division whose government made the plan.
        start: First year of the plan period.
        end: Last year of the plan period.
    """

    id: str
    version: str
    version_en: str
    title: str
    title_en: str
    short_title: str
    short_title_en: str
    jurisdiction: str = Field(pattern=r"^\d{6}$")
    baseline_year: int
    start: int
    end: int
    organisation: str = ""
    organisation_en: str = ""
    jurisdictions: tuple[Jurisdiction, ...]
    sources: tuple[PlanSource, ...]
    cut_offs: CutOffs = CutOffs()
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...] = ()
    notes: tuple[str, ...] = ()

    def indicator(self, key: str) -> Indicator:
        """Return the indicator with id `key`.

        Raises:
            KeyError: The plan has no such indicator.
        """
        return next(one for one in self.indicators if one.id == key)

    def place(self, code: str) -> Jurisdiction:
        """Return the jurisdiction with GB/T 2260 `code`.

        Raises:
            KeyError: The plan does not name it.
        """
        for one in self.jurisdictions:
            if one.code == code:
                return one
        raise KeyError(code)

    def quantity(self, key: str) -> Indicator | Measure | None:
        """Return the indicator or measure with id `key`, None if the plan knows neither."""
        known: tuple[Indicator | Measure, ...] = (*self.indicators, *self.measures)
        return next((one for one in known if one.id == key), None)

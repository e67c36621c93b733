"""What is asked: one indicator and everything that can be set otherwise than in the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from evaluation_lib.assessment.what_if import Assumption, parse_assumption
from evaluation_lib.errors import JobError, listed
from evaluation_lib.evaluation import last_whole_year
from evaluation_lib.forecast import RIVALS
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.forecast.scenarios import AS_IS, SCENARIOS
from evaluation_lib.plan.model import Plan

LEVELS = (50, 80, 95)
"""Interval levels in percent that can be shown."""


class View(StrEnum):
    """What is looked at."""

    TRAJECTORY = "trajectory"  # 趋势与情景
    COMPARE = "compare"  # 区县对比
    METHODS = "methods"  # 方法对照
    BACKTEST = "backtest"  # 回看预测
    QUALITY = "quality"  # 数据质量
    REVISIONS = "revisions"  # 数据修订


class Prior(StrEnum):
    """What the width of an interval was learned from."""

    PUBLIC = "public"  # 公开序列
    OWN = "own"  # 本规划自身序列


class Setting(BaseModel):
    """One question to the data; what is left blank stands as in the report.

    Attributes:
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the report's own.
        as_of: Day on which the data are looked at; None for the report's own.
        since: First year the forecast rests on; None for all.
        model: Forecasting model; blank for the report's own.
        rivals: Rival models shown beside it.
        level: Level of the interval that is written out, in percent.
        scenario: How 2020 and 2021 are read, a name of `forecast.scenarios`.
        assume: What if: `2024=45`, `target=50` or `milestone-2024=42`, of the indicator.
        origin: Year from whose end a backtest looks ahead; None for the last that can be tested.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    view: View = View.TRAJECTORY
    indicator: str = Field(min_length=1)
    jurisdiction: Annotated[str, Field(pattern=r"^(\d{6})?$")] = ""
    as_of: date | None = None
    since: int | None = None
    model: str = ""
    rivals: tuple[str, ...] = ()
    prior: Prior = Prior.PUBLIC
    level: int = 80
    scenario: str = AS_IS.name
    assume: tuple[str, ...] = ()
    origin: int | None = None

    def assumptions(self, plan: Plan) -> tuple[Assumption, ...]:
        """Return what is assumed of the indicator.

        Raises:
            JobError: An assumption cannot be read, or is impossible.
        """
        return tuple(parse_assumption(f"{self.indicator}:{one}", plan) for one in self.assume)


def refuse_unknown(setting: Setting, plan: Plan) -> None:
    """Raise for everything in `setting` that is not there.

    Raises:
        JobError: Every fault, with what was found and what is allowed.
    """
    if faults := list(setting_faults(setting, plan)):
        raise JobError(listed(faults))


def setting_faults(setting: Setting, plan: Plan) -> Iterator[str]:
    """Yield a sentence for everything in `setting` that `plan` or the method does not have."""
    scenarios = (AS_IS, *SCENARIOS)
    choices: list[tuple[str, str, list[str]]] = [
        ("indicator", setting.indicator, [one.id for one in plan.indicators]),
        ("jurisdiction", setting.jurisdiction, ["", *(one.code for one in plan.jurisdictions)]),
        ("model", setting.model, ["", *MODELS]),
        *(("rival", one, list(RIVALS)) for one in setting.rivals),
        ("scenario", setting.scenario, [one.name for one in scenarios]),
        ("level", str(setting.level), [str(one) for one in LEVELS]),
    ]
    yield from (
        f"{name} {found!r} is unknown; use one of {', '.join(filter(None, known))}."
        for name, found, known in choices
        if found not in known
    )
    if setting.as_of is not None:
        try:
            last_whole_year(plan, setting.as_of)
        except JobError as error:
            yield str(error)
    if setting.indicator in [one.id for one in plan.indicators]:
        for one in setting.assume:
            try:
                parse_assumption(f"{setting.indicator}:{one}", plan)
            except JobError as error:
                yield str(error)

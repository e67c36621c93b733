"""Reports of every sort a plan can give rise to, small enough to be read."""

from __future__ import annotations

from typing import Any

from evaluation_lib.report.model import (
    BaselineFact,
    FindingFact,
    FlagFact,
    IndicatorFact,
    LatestFact,
    MethodFact,
    Report,
    RivalFact,
    TargetFact,
    YearFact,
)
from tests.report.builders import (
    make_forecast,
    make_indicator_fact,
    make_observation,
    make_report,
)


def make_yearly_fact(
    *values: float | None, threshold: float = 3.67, **changes: Any
) -> IndicatorFact:
    """Return a binding target for every year, with one value a year from 2021 on."""
    years = []
    for year, value in enumerate(values, start=2021):
        difference = None if value is None else value - threshold
        met = None if difference is None else difference >= 0
        years.append(
            YearFact(year=year, value=value, met=met, difference=difference, probability=None)
        )
    seen = tuple(make_observation(one.year, one.value) for one in years if one.value is not None)
    missed = any(one.met is False for one in years)
    facts: dict[str, Any] = {
        "number": 14,
        "id": "food_inspections",
        "name": "食品安全抽样检验量",
        "short_name": "食品抽样检验量",
        "nature": "binding",
        "kind": "annual_flow",
        "unit": "万批次/年",
        "baseline": BaselineFact(year=2020, value=threshold),
        "target": TargetFact(year=2025, comparison=">=", value=threshold),
        "latest": LatestFact(**seen[-1].model_dump(), stale=False) if seen else None,
        "observations": seen,
        "years": tuple(years),
        "progress": 0.5,
        "time_share": 1.0,
        "target_path": {},
        "required_pace": threshold,
        "forecast": None,
        "status": "not_met" if missed else "met",
        "verdict": "not_met" if missed else "met",
        "outlook": "observed_missed" if missed else "likely",
        "probability_observed": missed,
        "headline": "2022年食品抽样检验量3.51万批次，低于要求0.16万批次，未达标",
    }
    return make_indicator_fact(**(facts | changes))


def make_sum_fact(*values: float, target: float = 5.0, **changes: Any) -> IndicatorFact:
    """Return a target for the sum of all years, with what 2021 and the years after it added."""
    seen = tuple(make_observation(year, value) for year, value in enumerate(values, start=2021))
    facts: dict[str, Any] = {
        "number": 4,
        "id": "ip_pledge_financing",
        "name": "知识产权质押融资金额",
        "short_name": "知识产权质押融资",
        "kind": "cumulative",
        "unit": "亿元",
        "baseline": BaselineFact(year=2020, value=0.73),
        "target": TargetFact(year=2025, comparison="=", value=target),
        "latest": LatestFact(**seen[-1].model_dump(), stale=False),
        "observations": seen,
        "progress": sum(values) / target,
        "forecast": None,
        "target_path": {2020 + step: target * step / 5 for step in range(6)},
    }
    return make_indicator_fact(**(facts | changes))


def make_blank_fact(**changes: Any) -> IndicatorFact:
    """Return an indicator whose target the plan leaves blank and nobody reported."""
    facts: dict[str, Any] = {
        "number": 19,
        "id": "drug_inspections",
        "name": "药品抽检批次数",
        "short_name": "药品抽检批次",
        "nature": "binding",
        "kind": "annual_flow",
        "baseline": BaselineFact(year=2020, value=None),
        "target": None,
        "latest": None,
        "progress": None,
        "gap": None,
        "required_pace": None,
        "best_pace": None,
        "last_pace": None,
        "forecast": None,
        "status": "not_assessable",
        "verdict": "not_assessable",
        "outlook": "not_assessable",
        "reason": "规划目标未定。",
        "observations": (),
        "target_path": {},
        "headline": "药品抽检批次目标未定且无可用数据",
        "analysis": ("评价结论：无法评价。规划目标未定。",),
        "arithmetic": (),
    }
    return make_indicator_fact(**(facts | changes))


def make_many(count: int) -> Report:
    """Return a plan of `count` indicators of all verdicts, every fourth of them binding."""
    verdicts = ("ahead", "on_schedule", "slightly_behind", "well_behind", "achieved_early")
    shares = (0.9, 0.62, 0.5, 0.3, 1.4)
    facts = [
        make_indicator_fact(
            number=number,
            nature="binding" if number % 4 == 0 else "anticipatory",
            verdict=verdicts[number % 5],
            status=verdicts[number % 5],
            progress=shares[number % 5],
            short_name=f"第{number}项名称较长的主要指标",
        )
        for number in range(1, count + 1)
    ]
    return make_report(*facts)


def make_full_report(**changes: Any) -> Report:
    """Return a report with every kind, a breach, a bound, a stale value, findings and methods."""
    methods = {
        "elapsed_share": MethodFact(
            value=0.83, class_="slightly_behind", reason=None, title="甲法"
        ),
        "growth_ratio": MethodFact(
            value=0.97, class_="substantial_progress", reason=None, title="乙法"
        ),
        "projected_miss": MethodFact(value=None, class_=None, reason="数据不足。", title="丙法"),
    }
    old = make_observation(2022, 38.0)
    facts = (
        make_indicator_fact(
            number=1,
            methods=methods,
            flags=(FlagFact(id="methods_disagree", text="各方法结论不一致。"),),
            rivals=(
                RivalFact(name="linear", title="直线", value=44.0, reason=None),
                RivalFact(name="holt", title="霍尔特", value=None, reason="数据不足。"),
            ),
            parts=(make_observation(2024, 41.0, period="2024-H1"),),
        ),
        make_indicator_fact(
            number=3,
            latest=LatestFact(**old.model_dump(), stale=True),
            time_share=0.4,
            flags=(FlagFact(id="reported_only", text="仅有C级证据，结论据填报。"),),
            note="备注一",
        ),
        make_sum_fact(0.5, 1.0, progress_is_lower_bound=True),
        make_yearly_fact(
            3.72, 3.51, None, flags=(FlagFact(id="breached_years", text="2022年未达标。"),)
        ),
        make_yearly_fact(
            100.0,
            100.0,
            threshold=100.0,
            number=16,
            id="open_kitchens",
            kind="maintain",
            unit="%",
            decimals=1,
            forecast=make_forecast((2023, 2024, 2025)),
        ),
        make_blank_fact(),
    )
    findings = tuple(
        FindingFact(
            rule="jump",
            severity=severity,
            text=f"第{index % 2}类问题。",
            jurisdiction="440800",
            indicator="indicator_1",
            period=str(2021 + index),
            source="部门填报表",
            cell=f"C{index}",
        )
        for index, severity in enumerate(("note", "note", "note", "error", "warning", "note"))
    )
    base: dict[str, Any] = {
        "findings": findings,
        "limitations": ("各指标只有3个年度观测值。",),
        "cut_offs": {
            "ahead": 1.1,
            "on_schedule": 1.0,
            "slightly_behind": 0.75,
            "basically_completed": 0.9,
        },
    }
    return make_report(*facts, **(base | changes))

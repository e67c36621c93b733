"""The smallest valid reports and indicators; a test states only what matters to it."""

from __future__ import annotations

from typing import Any

from evaluation_lib.report.model import (
    BaselineFact,
    Counts,
    ForecastFact,
    ForecastYear,
    IndicatorFact,
    LatestFact,
    ObservationFact,
    OverallFact,
    PlanFact,
    Report,
    SourceFact,
    TargetFact,
)


def make_observation(year: int, value: float, **changes: Any) -> ObservationFact:
    """Return one whole year as a department reported it."""
    facts: dict[str, Any] = {
        "period": str(year),
        "year": year,
        "value": value,
        "comparator": "=",
        "status": "final",
        "published_on": f"{year + 1}-02-20",
        "evidence": "B",
        "source": "form",
        "source_title": "部门填报表",
        "cell": "Sheet1!C7",
        "raw": f"{value:g}",
    }
    return ObservationFact(**(facts | changes))


def make_forecast(years: tuple[int, ...] = (2024, 2025), **changes: Any) -> ForecastFact:
    """Return quantiles that widen by the year around a median of 40."""
    path = tuple(
        ForecastYear(
            year=year,
            median=40.0 + step,
            intervals={
                level: (40.0 + step - width * step, 40.0 + step + width * step)
                for level, width in (("50", 1.0), ("80", 2.0), ("95", 3.0))
            },
        )
        for step, year in enumerate(years, start=1)
    )
    facts: dict[str, Any] = {
        "period": str(years[-1]),
        "median": path[-1].median,
        "intervals": path[-1].intervals,
        "probability": 0.3,
        "model": "pooled",
        "observations": 4,
        "path": path,
    }
    return ForecastFact(**(facts | changes))


def make_indicator_fact(**changes: Any) -> IndicatorFact:
    """Return a stock from 32 in 2020 towards 48 in 2025, at 40 in 2023."""
    number = changes.get("number", 1)
    seen = (
        make_observation(2021, 35.0),
        make_observation(2022, 38.0),
        make_observation(2023, 40.0),
    )
    facts: dict[str, Any] = {
        "id": f"indicator_{number}",
        "number": number,
        "group": "总体数据",
        "name": "期末市场主体总量",
        "short_name": "市场主体总量",
        "nature": "anticipatory",
        "kind": "stock",
        "direction": "higher",
        "unit": "万户",
        "decimals": 2,
        "line": 57,
        "note": "",
        "baseline": BaselineFact(year=2020, value=32.0),
        "target": TargetFact(year=2025, comparison="=", value=48.0),
        "latest": LatestFact(**seen[-1].model_dump(), stale=False),
        "progress": 0.5,
        "progress_is_lower_bound": False,
        "time_share": 0.6,
        "gap": -0.1,
        "required_pace": 4.0,
        "best_pace": 3.0,
        "last_pace": 2.0,
        "forecast": make_forecast(),
        "forecast_reason": None,
        "probability_observed": False,
        "methods": {},
        "status": "slightly_behind",
        "outlook": "unlikely",
        "verdict": "slightly_behind",
        "reason": None,
        "flags": (),
        "observations": seen,
        "parts": (),
        "target_path": {2021: 35.2, 2022: 38.4, 2023: 41.6, 2024: 44.8, 2025: 48.0},
        "years": (),
        "rivals": (),
        "headline": "市场主体达40.00万户，完成率50.0%，低于时序进度10.0个百分点",
        "analysis": ("2023年末40.00万户，比2020年增加8.00万户。",),
        "arithmetic": (("完成率", "(40 − 32) ÷ (48 − 32) = 50.0%"),),
    }
    return IndicatorFact(**(facts | changes))


def make_counts(indicators: tuple[IndicatorFact, ...]) -> Counts:
    """Count `indicators` as their verdicts say."""
    verdicts = [one.verdict for one in indicators]
    judged = [one for one in indicators if one.verdict != "not_assessable"]
    binding = [one for one in indicators if one.is_binding]
    reached = {"achieved_early", "ahead", "on_schedule", "met", "completed", "basically_completed"}
    failing = [one for one in judged if one.is_binding and one.verdict not in reached]
    return Counts(
        total=len(indicators),
        binding=len(binding),
        assessable=len(judged),
        pending=sum(one.target is None for one in indicators),
        binding_pending=sum(one.target is None for one in binding),
        without_data=sum(
            one.target is not None and one.verdict == "not_assessable" for one in indicators
        ),
        binding_assessable=sum(one.is_binding for one in judged),
        binding_failing=len(failing),
        reached=sum(one.verdict in reached for one in judged),
        by_verdict={verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)},
    )


def make_report(*indicators: IndicatorFact, **changes: Any) -> Report:
    """Return a mid-term report of one indicator, or of `indicators`."""
    shown = indicators or (make_indicator_fact(),)
    facts: dict[str, Any] = {
        "job": "midterm-demo",
        "product": "midterm",
        "language": "zh",
        "title": "《湛江市市场监管现代化“十四五”规划》实施情况中期评估报告",
        "plan": PlanFact(
            id="zhanjiang-2021-2025",
            version="征求意见稿",
            title="湛江市市场监管现代化“十四五”规划",
            short_title="湛江市场监管规划",
            organisation="湛江市市场监督管理局",
            start=2021,
            end=2025,
            baseline_year=2020,
        ),
        "as_of": "2024-03-31",
        "evaluation_year": 2023,
        "time_share": 0.6,
        "jurisdiction": "440800",
        "jurisdiction_name": "湛江市",
        "demonstration": True,
        "data_version": "0123456789ab",
        "method_version": "0.1.0",
        "counts": make_counts(shown),
        "overall": OverallFact(
            verdict="not_on_schedule",
            headline="可评价的1项指标中0项达到时序进度",
            sentences=(),
            expected_attained=None,
            evidence={"B": 1},
        ),
        "indicators": shown,
        "findings": (),
        "sources": (
            SourceFact(
                id="form",
                title="部门填报表",
                url="",
                kind="form",
                published_on="2024-02-20",
                note="",
            ),
        ),
        "limitations": (),
        "cut_offs": {"ahead": 1.1, "on_schedule": 1.0, "slightly_behind": 0.75},
        "provenance": {},
    }
    return Report(**(facts | changes))

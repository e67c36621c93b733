"""Divisions as a report carries them, for charts and tables."""

from __future__ import annotations

from typing import Any

from evaluation_lib.report.model import ObservationFact, TargetFact
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from tests.report.builders import make_indicator_fact


def make_value(year: int, value: float, **changes: Any) -> ObservationFact:
    """Return an exact official value of one year."""
    fields: dict[str, Any] = {
        "period": str(year),
        "year": year,
        "value": value,
        "comparator": "=",
        "status": "final",
        "published_on": f"{year + 1}-03-01",
        "evidence": "B",
        "source": "returns",
        "source_title": "Return 2022",
        "cell": "B3",
        "raw": str(value),
    }
    return ObservationFact(**{**fields, **changes})


def make_division(name: str, known: dict[int, float], **changes: Any) -> DivisionFact:
    """Return one division without a target of its own."""
    fields: dict[str, Any] = {
        "jurisdiction": f"44{sum(map(ord, name)) % 10_000:04d}",
        "jurisdiction_name": name,
        "values": tuple(make_value(year, value) for year, value in known.items()),
        "rank": None,
        "change": None,
        "growth": None,
        "baseline": None,
        "target": None,
        "progress": None,
        "verdict": "",
        "reason": None,
    }
    return DivisionFact(**{**fields, **changes})


def make_divided(*divisions: DivisionFact, **changes: Any) -> DividedFact:
    """Return an indicator whose divisions sum to 100 in 2022."""
    fields: dict[str, Any] = {
        "indicator": make_indicator_fact().id,
        "year": 2022,
        "whole": (make_value(2021, 90.0), make_value(2022, 100.0)),
        "is_summed": True,
        "total": 100.0,
        "covered": len(divisions),
        "difference": 0.0,
        "closes": True,
        "divisions": divisions,
    }
    return DividedFact(**{**fields, **changes})


def make_goal(value: float) -> TargetFact:
    """Return a target for 2025."""
    return TargetFact(year=2025, comparison="=", value=value)

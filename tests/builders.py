"""The smallest valid objects; a test states only what matters to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.observations.table import COLUMNS
from evaluation_lib.plan.model import Indicator, Jurisdiction, Plan, PlanSource

CITY = "440800"
COUNTIES = ("440802", "440803")


def make_indicator(key: str = "stock", **changes: Any) -> Indicator:
    """Return a stock indicator that is to rise from 100 in 2020 to 200 in 2025."""
    fields: dict[str, Any] = {
        "id": key,
        "number": 1,
        "group": "总体数据",
        "name": f"{key}指标",
        "name_en": key.title(),
        "short_name": key,
        "unit": "项",
        "unit_en": "items",
        "nature": "anticipatory",
        "kind": "stock",
        "direction": "higher",
        "comparison": "=",
        "baseline_year": 2020,
        "baseline": 100.0,
        "target_year": 2025,
        "target": 200.0,
        "lower": 0.0,
        "upper": None,
        "period_rule": "end",
        "decimals": 0,
    }
    return Indicator(**{**fields, **changes})


def make_plan(*indicators: Indicator, **changes: Any) -> Plan:
    """Return a plan of one city with two counties that holds `indicators`."""
    places = (
        Jurisdiction(code=CITY, name="某市", name_en="City"),
        *(Jurisdiction(code=code, name=code, name_en=code, parent=CITY) for code in COUNTIES),
    )
    fields: dict[str, Any] = {
        "id": "plan",
        "version": "草案",
        "version_en": "draft",
        "title": "某规划",
        "title_en": "A plan",
        "short_title": "规划",
        "short_title_en": "plan",
        "jurisdiction": CITY,
        "baseline_year": 2020,
        "start": 2021,
        "end": 2025,
        "jurisdictions": places,
        "sources": (PlanSource(id="plan-text", title="规划文本", title_en="Text of the plan"),),
        "indicators": indicators or (make_indicator(),),
    }
    return Plan(**{**fields, **changes})


def make_rows(*rows: Mapping[str, Any], **shared: Any) -> pd.DataFrame:
    """Return an observation table; each row states what differs from an official yearly value."""
    usual: dict[str, Any] = {
        "jurisdiction": CITY,
        "indicator": "stock",
        "period": "2021",
        "value": 120.0,
        "comparator": "=",
        "unit": "项",
        "definition": "",
        "status": "final",
        "published_on": "2022-03-31",
        "evidence": "A",
        "source": "bulletin",
        "cell": "",
        "raw": "",
    }
    table = pd.DataFrame([{**usual, **shared, **row} for row in rows], columns=list(COLUMNS))
    return table.astype({"value": float})


def make_yearly(values: Mapping[int, float], **shared: Any) -> pd.DataFrame:
    """Return yearly observations, each published in March of the next year."""
    return make_rows(
        *(
            {"period": str(year), "value": value, "published_on": f"{year + 1}-03-31"}
            for year, value in values.items()
        ),
        **shared,
    )


def make_observation(year: int, value: float, **changes: Any) -> Observation:
    """Return an exact official value of `year`."""
    fields: dict[str, Any] = {
        "period": str(year),
        "year": year,
        "value": value,
        "comparator": "=",
        "status": "final",
        "published_on": f"{year + 1}-03-31",
        "evidence": "A",
        "source": "bulletin",
        "cell": "",
        "raw": "",
    }
    return Observation(**{**fields, **changes})


def make_series(values: Mapping[int, float], **changes: Any) -> Series:
    """Return a series of exact yearly values."""
    points = tuple(make_observation(year, value, **changes) for year, value in values.items())
    return Series("stock", CITY, points)

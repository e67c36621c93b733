"""Verdicts that two statistics offices published, reproduced from the inputs they published.

The tables are no part of the project. The environment variable names the folder that holds them.
"""

import csv
import os
from pathlib import Path

import pytest

from evaluation_lib.assessment.methods import (
    aggregate_scores,
    aggregate_status,
    growth_ratio,
    projected_miss,
)

FOLDER = os.environ.get("PLAN_EVAL_CASES", "")
RULES = {"trend": "reach", "constant": "keep", "direction": "direction"}
DIRECTIONS = {"high": "higher", "low": "lower", "1.0": "higher", "-1.0": "lower", "": None}

pytestmark = pytest.mark.skipif(
    not FOLDER or not Path(FOLDER).is_dir(),
    reason="PLAN_EVAL_CASES names no folder with the published cases",
)


def read_cases(name, **kept):
    with (Path(FOLDER) / name).open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if kept.items() <= row.items()]
    assert rows, f"{name} has no row with {kept}"
    return rows


def number(text):
    return float(text) if text else None


def differences(rows, judge):
    """Return the id of every row whose published answer differs from `judge`."""
    return [row["case_id"] for row in rows if not judge(row)]


def growth_of(row):
    return growth_ratio(
        baseline_year=number(row["base_year"]),
        baseline=number(row["base_value"]),
        year=number(row["current_year"]),
        value=number(row["current_value"]),
        target_year=number(row["target_year"]),
        target=number(row["target"]),
        direction=DIRECTIONS[row["direction"]],
        limit=number(row["limit"]),
    )


def is_same(found, published):
    if found is None or published is None:
        return found is published
    return found == pytest.approx(published, rel=1e-9, abs=0)


def test_every_clear_weather_symbol_of_destatis_is_reproduced():
    rows = read_cases("destatis_cases.csv", strict="1")

    def judge(row):
        pairs = (point.split(":") for point in row["points"].split(";"))
        symbol = projected_miss(
            {int(year): float(value) for year, value in pairs},
            rule=RULES[row["rule"]],
            evaluation_year=int(row["eval_year"]),
            direction=DIRECTIONS[row["better"]],
            target=number(row["target"]),
            target_year=number(row["target_year"]),
        )
        return symbol == row["expected_symbol"]

    assert differences(rows, judge) == []


def test_every_exact_progress_of_statistics_canada_is_reproduced():
    rows = read_cases("statcan_published_cases.csv", recomputed="exact")

    def judge(row):
        found = growth_of(row)
        return (
            found.status == row["status"]
            and is_same(found.ratio, number(row["progress_value"]))
            and is_same(found.score, number(row["score"]))
        )

    assert differences(rows, judge) == []


def test_every_simple_mean_of_statistics_canada_is_reproduced():
    rows = read_cases("statcan_aggregate_cases.csv", simple_mean_holds="1")

    def judge(row):
        scores = [number(score) for score in row["series_scores"].split("|")]
        status = aggregate_status(scores, row["series_statuses"].split("|"))
        return status == row["indicator_status"] and is_same(
            aggregate_scores(scores), number(row["indicator_score"])
        )

    assert differences(rows, judge) == []


def test_every_vintage_of_statistics_canada_keeps_its_verdict():
    rows = read_cases("statcan_revisions.csv")

    assert [row["group"] for row in rows if growth_of(row).status != row["status"]] == []

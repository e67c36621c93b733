"""No method answers data of any kind with inf, nan or an exception."""

import math
import os
import random
from dataclasses import astuple
from decimal import Decimal
from enum import StrEnum

import numpy as np
import pandas as pd
import pytest

from evaluation_lib.assessment.methods import (
    REASONS,
    ElapsedStatus,
    GrowthStatus,
    Rule,
    Symbol,
    aggregate_scores,
    aggregate_status,
    anticipated_gap,
    anticipated_value,
    elapsed_share,
    growth_ratio,
    projected_miss,
)
from evaluation_lib.plan.model import Direction, Kind

ROUNDS = int(os.environ.get("RANDOM_CASES", "25_000"))
ODD = [
    *(None, math.nan, math.inf, -math.inf, 0, 0.0, -0.0, True, False, "", "n/a", pd.NA),
    *(1e308, -1e308, 5e-324, -5e-324, 1e-300, 10**400, 10**5000, 1 + 1e-15),
    *(np.float64("nan"), np.float32(0.1), np.int64(3), np.bool_(True), Decimal("0.6")),
    *(Decimal("NaN"), Decimal("Infinity")),
]
ODD_YEARS = [None, math.nan, math.inf, 2020.5, np.int64(2023), True, 0, 1e300, -1e300, 10**400]


def a_value(rng):
    roll = rng.random()
    if roll < 0.3:
        return rng.choice(ODD)
    if roll < 0.5:
        return rng.choice([-1.0, 0.5, 60.0, 61.0, 100.0])
    return round(rng.uniform(-100, 100), rng.randint(0, 3)) * 10 ** rng.randint(-3, 3)


def a_year(rng):
    return rng.choice(ODD_YEARS) if rng.random() < 0.15 else rng.randint(2018, 2027)


def a_series(rng):
    if rng.random() < 0.05:
        return {}
    return {a_year(rng): a_value(rng) for _ in range(rng.randint(1, 12))}


def a_direction(rng):
    return rng.choice([*Direction, "higher", "lower", None, math.nan, ""])


def judge_growth(rng):
    return growth_ratio(
        baseline_year=a_year(rng),
        baseline=a_value(rng),
        year=a_year(rng),
        value=a_value(rng),
        target_year=a_year(rng),
        target=rng.choice([None, a_value(rng)]),
        direction=a_direction(rng),
        limit=rng.choice([None, a_value(rng)]),
    )


def judge_miss(rng):
    return projected_miss(
        {year: a_value(rng) for year in range(2016, 2016 + rng.randint(0, 9))} | a_series(rng),
        rule=rng.choice(list(Rule)),
        evaluation_year=a_year(rng),
        direction=a_direction(rng),
        target=a_value(rng),
        target_year=a_year(rng),
    )


def judge_gap(rng):
    return anticipated_gap(
        baseline=a_value(rng),
        value=a_value(rng),
        predicted=a_value(rng),
        target=a_value(rng),
        direction=a_direction(rng),
    )


def judge_share(rng):
    return elapsed_share(
        kind=rng.choice([*Kind, "stock", None]),
        baseline_year=a_year(rng),
        baseline=a_value(rng),
        values=a_series(rng),
        year=a_year(rng),
        target_year=a_year(rng),
        target=a_value(rng),
        direction=a_direction(rng),
        milestones=rng.choice([None, a_series(rng)]),
    )


@pytest.mark.parametrize("judge", [judge_growth, judge_gap, judge_share])
def test_a_record_holds_finite_numbers_and_a_reason_only_where_nothing_is_judged(judge):
    rng = random.Random(2021)
    words = set()

    for _ in range(ROUNDS):
        record = judge(rng)
        for field in astuple(record):
            assert field is None or isinstance(field, (str, bool)) or math.isfinite(field), record
        is_judged = record.status not in ("not_available", "not_assessable")
        assert is_judged == (record.reason is None), record
        assert record.reason is None or record.reason in REASONS
        words.add(record.status)

    classes: type[StrEnum] = type(record.status)
    assert words == set(classes), "the cases did not reach every class"


def test_a_symbol_is_a_symbol_or_none():
    rng = random.Random(2022)

    symbols = {judge_miss(rng) for _ in range(ROUNDS)}

    assert symbols == {None, *Symbol}


def test_scores_and_predictions_are_finite_or_none():
    rng = random.Random(2023)

    for _ in range(ROUNDS):
        scores = [a_value(rng) for _ in range(rng.randint(0, 5))]
        series, year = a_series(rng), a_year(rng)
        mean = aggregate_scores(scores)
        predicted = anticipated_value(series, target_year=year, is_percentage=rng.random() < 0.5)
        assert mean is None or math.isfinite(mean)
        assert predicted is None or math.isfinite(predicted)
        assert aggregate_status(scores, ["deterioration"]) in GrowthStatus


def test_a_share_that_no_float_can_hold_is_refused_with_the_reason():
    answer = elapsed_share(
        kind="stock",
        baseline_year=2020,
        baseline=0.0,
        values={2021: 1e308},
        year=2021,
        target_year=2025,
        target=5e-324,
        direction="higher",
    )

    assert answer.done is None
    assert answer.status is ElapsedStatus.NOT_ASSESSABLE
    assert answer.reason == "out_of_range"

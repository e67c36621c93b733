import re
from datetime import date

import pandas as pd
import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly


def fact_of(values, *, model="pooled", language="zh", **changes):
    plan = make_plan(make_indicator(**changes))
    as_of = date(max(values) + 1, 6, 1)
    found = evaluate(plan, make_yearly(values), CITY, as_of, model=model)
    return build_report(found, {}, language=language).indicators[0]


RISING = {2018: 80.0, 2019: 90.0, 2020: 100.0, 2021: 111.0, 2022: 124.0}


def test_the_sum_behind_the_transparent_median_can_be_redone():
    fact = fact_of(RISING, model="transparent", decimals=1)

    share = float(load_table("transparent")["trend_share"][5 - 1, 3 - 1])
    assert fact.forecast.arithmetic.startswith("末值124.0 + ")
    told = [float(one) for one in re.findall(r"\d+\.?\d*", fact.forecast.arithmetic)]
    last, m, ahead, change, median = told[:5]
    assert (last, ahead, change) == (124.0, 3.0, 11.0)
    assert m == pytest.approx(share, abs=0.0005)
    assert last + m * ahead * change == pytest.approx(median, abs=0.1)
    assert median == pytest.approx(fact.forecast.median, abs=0.05)
    # 80% interval: median, k, typical change, both ends.
    _, again, k, typical, low, high = told[5:]
    assert again == median
    assert typical == pytest.approx((122.5 + (0.005 * 124) ** 2) ** 0.5, abs=0.0005)
    assert (low, high) == pytest.approx(fact.forecast.intervals["80"], abs=0.05)
    assert high == pytest.approx(median + k * typical, abs=0.1)


def test_a_falling_trend_is_subtracted_in_the_sum():
    falling = {2020: 100.0, 2021: 90.0, 2022: 84.0}

    fact = fact_of(falling, model="transparent", language="en", direction="lower", target=60)

    assert "last value 84 − " in fact.forecast.arithmetic
    assert "× 3 × 8.00 =" in fact.forecast.arithmetic


def test_the_pooled_engine_has_no_such_sum_but_the_transparent_form_beside_it():
    pooled, transparent = fact_of(RISING), fact_of(RISING, model="transparent")

    assert pooled.forecast.model == "pooled"
    assert pooled.forecast.arithmetic == ""
    rival = pooled.rivals[0]
    assert (rival.name, rival.title) == ("transparent", "透明算式")
    assert rival.value == pytest.approx(transparent.forecast.median)
    assert "transparent" not in [one.name for one in transparent.rivals]


def test_a_median_cut_off_by_a_limit_is_no_sum():
    fact = fact_of(
        {2019: 60.0, 2020: 70.0, 2021: 85.0, 2022: 99.0},
        model="transparent", kind="rate", baseline=70, target=95, upper=100,
    )  # fmt: skip

    assert fact.forecast.median == 100
    assert fact.forecast.arithmetic == ""


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        pytest.param(126.0, "中位数在2023年即达到目标。", id="before the target year"),
        pytest.param(152.0, r"到202[678]年才达到目标。", id="after the target year"),
    ],
)
def test_the_year_in_which_the_median_passes_the_target_is_told(target, sentence):
    fact = fact_of(RISING, target=target)

    assert re.search(sentence, "".join(fact.analysis))
    assert str(fact.forecast.passing_year) in "".join(fact.analysis)


def test_a_target_that_no_median_reaches_has_no_passing_year():
    fact = fact_of(RISING, target=900.0)

    assert fact.forecast.passing_year is None
    assert "才达到目标" not in "".join(fact.analysis)


def test_a_running_total_is_passed_within_the_plan_or_not_at_all():
    flows = {2018: 10.0, 2019: 10.0, 2020: 10.0, 2021: 10.0, 2022: 10.5}
    shape = {"kind": "cumulative", "baseline": 10.0, "period_rule": "sum"}

    assert fact_of(flows, target=40.0, **shape).forecast.passing_year == 2024
    assert fact_of(flows, target=58.0, **shape).forecast.passing_year is None


def months(**values):
    return make_rows(
        *(
            {"period": key[1:].replace("_", "-"), "value": value, "published_on": "2023-05-02"}
            for key, value in values.items()
        )
    )


def flow_of(*rows, language="zh", as_of=date(2023, 6, 1), model="pooled", **changes):
    plan = make_plan(
        make_indicator(**{"kind": "annual_flow", "period_rule": "sum", "decimals": 1, **changes})
    )
    table = pd.concat([make_yearly({2021: 100.0, 2022: 110.0}), *rows])
    return build_report(evaluate(plan, table, CITY, as_of, model=model), {}, language=language)


QUARTERS = {"y2021_Q1": 20.0, "y2022_Q1": 22.0, "y2023_Q1": 30.0}


def test_known_months_are_divided_by_their_usual_share_and_reported_as_known():
    fact = flow_of(months(**QUARTERS), target=120, comparison=">=").indicators[0]

    (part,) = fact.forecast.parts_known
    # A fifth of each earlier year came in its first quarter.
    assert (part.known, part.share, part.compared) == (30.0, pytest.approx(0.2), 2)
    assert part.estimate == pytest.approx(150.0)
    assert part.median == pytest.approx(
        part.weight * part.estimate + (1 - part.weight) * part.annual, rel=0.01
    )
    assert part.text in fact.analysis
    assert part.text.startswith("其中已知2023年1—3月30.0项")
    assert fact.forecast.path[0].median == pytest.approx(part.median)


def test_the_months_are_named_in_english_too():
    fact = flow_of(months(**QUARTERS), target=120, comparison=">=", language="en").indicators[0]

    assert fact.forecast.parts_known[0].text.startswith(
        "Of which known: 30.0 items in the first 3 months of 2023. Over 2 earlier years"
    )


def test_months_without_earlier_ones_bound_their_year():
    fact = flow_of(months(y2023_Q1=108.0), target=120, comparison=">=").indicators[0]

    assert fact.forecast.parts_known == ()
    low, _ = fact.forecast.path[0].intervals["95"]
    assert low >= 108.0
    assert any("作为全年下限" in sentence for sentence in fact.analysis)


def test_a_running_total_counts_the_months_that_are_certain():
    fact = flow_of(months(**QUARTERS), kind="cumulative", target=235, comparison=">=").indicators[0]

    # 100 + 110 in whole years and 30 in the first quarter of the third.
    assert (fact.outlook, fact.probability_observed) == ("observed_met", True)
    assert any("2021—2025年累计中已知240.0项" in sentence for sentence in fact.analysis)


def test_the_transparent_sum_stands_before_what_the_months_tell():
    report = flow_of(months(**QUARTERS), target=120, comparison=">=", model="transparent")

    assert "当年各月的影响另计" in report.indicators[0].forecast.arithmetic

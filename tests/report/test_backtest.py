from datetime import date

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.forecast.held_out import held_out_table
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Headline, Paragraph, SideBySide, Table, text_of
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_indicator, make_plan, make_yearly

SHORT = {2018: 80.0, 2019: 90.0, 2020: 100.0, 2021: 111.0, 2022: 124.0}
LONG = {year: 100.0 + 7 * (year - 2010) + (-1) ** year for year in range(2010, 2023)}


def report_of(values, language="zh", model="pooled", first=None):
    plan = make_plan(make_indicator(baseline=first or values[2020]))
    found = evaluate(plan, make_yearly(values), CITY, date(2023, 6, 1), model=model)
    return build_report(found, {}, language=language)


def told(report):
    blocks = sections.backtest(report)
    texts = [one.text for one in blocks if isinstance(one, Headline)]
    texts += [text_of(one.spans) for one in blocks if isinstance(one, Paragraph)]
    return "".join(texts)


def test_every_year_that_can_be_forecast_from_an_earlier_one_is_compared():
    fact = report_of(SHORT).backtest

    # From 2018-2020 two years can be compared, from 2018-2021 one.
    assert (fact.indicators, fact.origins) == (1, 2)
    assert [(one.ahead, one.cases) for one in fact.rows] == [(1, 2), (2, 1), (0, 3)]


def test_an_indicator_of_few_values_says_that_it_is_not_testable():
    assert "1项指标的年度观测值不超过6个，不可单独检验" in told(report_of(SHORT))
    assert "16491条公开年度序列" in told(report_of(SHORT))
    assert "not testable on their own history" in told(report_of(SHORT, "en"))
    assert "不可单独检验" not in told(report_of(LONG))


def test_skill_is_claimed_only_where_it_shows():
    few = report_of({2017: 70.0, 2018: 80.0, 2019: 78.0, 2020: 100.0, 2021: 99.0, 2022: 101.0})

    assert report_of(LONG).backtest.shows_skill
    assert "小于朴素预测" in told(report_of(LONG))
    assert not few.backtest.shows_skill
    assert not report_of(SHORT).backtest.shows_skill
    assert "没有可断定的差别" in told(few)


def test_a_plan_without_enough_values_shows_the_public_test_alone():
    report = report_of({2020: 100.0, 2021: 110.0, 2022: 121.0})
    tables = [one.key for one in sections.backtest(report) if isinstance(one, Table)]

    assert report.backtest.rows == ()
    assert tables == ["held-out-table", "held-out-coverage"]
    assert "没有一项指标" in told(report)


def test_without_a_forecast_there_is_no_annex():
    report = report_of({2020: 100.0, 2021: 110.0})

    assert report.backtest is None
    assert sections.backtest(report) == ()


@pytest.mark.parametrize("model", ["pooled", "transparent"])
def test_the_public_test_is_that_of_the_headline_model(model):
    shown = report_of(SHORT, model=model).backtest.held_out
    measured = [one for one in held_out_table().near() if one.model == model]

    assert {one.owa for one in shown} <= {one.owa for one in measured}
    assert len(shown) == 12


def test_tables_hold_their_date_and_the_hash_of_the_public_series():
    blocks = sections.backtest(report_of(LONG, "en"))
    public = next(one for one in blocks if isinstance(one, Table) and one.key == "held-out-table")

    assert held_out_table().measured_on in public.title
    assert held_out_table().input_sha256[:12] in text_of(public.notes[0])


def figures(report):
    (pair,) = [one for one in sections.backtest(report) if isinstance(one, SideBySide)]
    return pair.left[0], pair.right[0]


def test_the_diagrams_stand_beside_each_other_and_can_be_read_without_them():
    reliability, pit = figures(report_of(SHORT, "en"))

    assert reliability.alt.startswith("Reliability diagram. Largest distance of stated")
    assert pit.alt.startswith("Histogram of the probability integral transform")
    # Ten tenths of two public sets; the two origins of one indicator are too few for a curve.
    assert len(pit.table.rows) == 20
    assert {row.cells[0].spans[0].text for row in pit.table.rows} == {
        "country indicators, n = 5",
        "M and tourism, n = 5",
    }


def test_the_plan_has_curves_of_its_own_from_ten_origins_on():
    curves = {one.name: one for one in report_of(LONG).backtest.curves}

    assert set(curves) == {"indicators", "M/Tourism together", "own"}
    # Ten origins from three values on; three years ahead but for the last two.
    own = curves["own"]
    assert sum(own.pit) == pytest.approx(1)
    assert sum(one.cases for one in own.reliability) == 8 * report_of(LONG).backtest.rows[-1].cases
    # Thirteen values are nearest to ten among the lengths measured.
    assert curves["indicators"].n == 10


def test_the_public_coverage_is_told_by_years_of_history_and_years_ahead():
    blocks = sections.backtest(report_of(SHORT))
    (table,) = [one for one in blocks if getattr(one, "key", "") == "held-out-coverage"]
    first = next(
        one
        for one in held_out_table().near()
        if (one.model, one.set, one.n) == ("pooled", "indicators", 3)
    )

    assert [one.title for one in table.columns][2:] == [f"{ahead}年后" for ahead in range(1, 7)]
    assert len(table.rows) == 12
    shown = {row.cells[2].spans[0].text for row in table.rows}
    assert f"{100 * first.by_ahead[1][0]:.1f}/{100 * first.by_ahead[1][1]:.1f}" in shown

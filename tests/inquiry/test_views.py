from datetime import date

import pytest

from evaluation_lib.inquiry import Setting
from evaluation_lib.inquiry.beside import all_methods, divisions_of
from evaluation_lib.inquiry.look_back import look_back, testable_origins
from evaluation_lib.inquiry.questioned import questions_on
from evaluation_lib.inquiry.restated import vintages_of
from tests.builders import COUNTIES, make_rows, make_series, make_yearly
from tests.inquiry.inquiries import RISING, make_desk

STOCK = Setting(indicator="stock")
testable_origins.__test__ = False


def test_an_origin_has_three_years_before_it_and_one_after():
    assert testable_origins(make_series(RISING)) == (2021,)
    assert testable_origins(make_series({2020: 1.0, 2021: 2.0, 2022: 3.0})) == ()


def test_looking_back_forecasts_without_what_came_later():
    longer = {**RISING, 2023: 160.0}
    desk = make_desk(make_yearly(longer), as_of=date(2024, 6, 30))

    found = look_back(desk, STOCK.model_copy(update={"origin": 2021}))

    assert found.origins == (2021, 2022)
    assert [(one.year, one.came) for one in found.outcomes] == [(2022, 140.0), (2023, 160.0)]
    assert found.forecast.n == 3
    assert all(one.low < one.median < one.high for one in found.outcomes)


def test_a_short_series_has_no_origin():
    found = look_back(make_desk(make_yearly({2022: 140.0})), STOCK)

    assert (found.origin, found.outcomes) == (None, ())


def test_each_vintage_tells_what_it_restated_and_what_came_new():
    desk = make_desk(
        make_yearly({2021: 120.0}),
        make_rows({"period": "2021", "value": 115.0, "published_on": "2023-01-31"}),
    )

    first, second = vintages_of(desk, STOCK)

    assert (first.day, second.day) == (date(2022, 3, 31), date(2023, 1, 31))
    assert (dict(first.restated), first.new) == ({}, (2020, 2021))
    assert (dict(second.restated), second.new) == ({2021: (120.0, 115.0)}, ())
    assert first.answer.assessment.series.at(2021).value == 120.0
    assert second.answer.assessment.series.at(2021).value == 115.0


def test_a_finding_stands_at_its_point_with_cell_and_quote():
    desk = make_desk(
        make_yearly(RISING),
        make_rows(
            {"period": "2021", "value": -5.0, "cell": "C7", "raw": "-5", "source": "return",
             "published_on": "2023-02-01"}
        ),
    )  # fmt: skip

    found = questions_on(desk, STOCK)

    question = next(one for one in found.questions if one.cell == "C7")
    assert (question.year, question.value, question.raw) == (2021, -5.0, "-5")
    assert question.finding.excludes


def test_divisions_stand_beside_the_whole_in_the_plans_order():
    desk = make_desk(
        make_yearly(RISING), make_yearly({2021: 10.0, 2022: 12.0}, jurisdiction=COUNTIES[1])
    )

    found = divisions_of(desk, STOCK.model_copy(update={"jurisdiction": COUNTIES[1]}))

    assert list(found.series) == list(COUNTIES)
    assert found.series[COUNTIES[0]].points == ()
    assert found.series[COUNTIES[1]].values() == {2021: 10.0, 2022: 12.0}
    assert found.answer.assessment.series.values() == {**RISING}
    assert found.growth is None


@pytest.mark.parametrize("count", [1])
def test_every_indicator_is_judged_by_every_method(count):
    found = all_methods(make_desk(), STOCK)

    assert len(found) == count
    assert {"elapsed_share", "anticipated_gap"} <= set(found[0].methods)

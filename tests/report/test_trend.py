from datetime import date

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Note, Table, text_of
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_indicator, make_plan, make_yearly

RISING = {2018: 80.0, 2019: 90.0, 2020: 100.0, 2021: 111.0, 2022: 124.0}


def reported(values, language="zh", **changes):
    found = evaluate(
        make_plan(make_indicator(**changes)), make_yearly(values), CITY, date(2023, 6, 1)
    )
    return found, build_report(found, {}, language=language)


def texts(row):
    return [text_of(cell.spans) for cell in row.cells]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_headline_leads_every_rival_with_value_or_reason(language):
    _, report = reported(RISING, language)

    (table,) = sections.rival_models(report, "stock")

    fact = report.indicator("stock")
    assert len(table.rows) == 1 + len(fact.rivals)
    assert texts(table.rows[1])[0] == fact.rivals[0].title
    assert all(texts(row)[1] != "—" or texts(row)[2] for row in table.rows)


def test_every_reading_of_the_epidemic_years_has_a_row():
    found, report = reported(RISING)

    (table,) = sections.scenarios(found, report, "stock")

    rows = {texts(row)[0]: texts(row)[1:] for row in table.rows}
    assert next(iter(rows)) == "历史如实"
    assert rows["历史如实"][0] == texts(sections.rival_models(report, "stock")[0].rows[0])[1]
    assert "只有1个年度观测值" in rows["历史只用2022年及以后"][1]


def test_a_running_total_is_said_to_be_shown_by_the_year():
    found, report = reported(
        {2018: 9.0, 2019: 10.0, 2020: 10.0, 2021: 11.0, 2022: 10.5},
        kind="cumulative", baseline=10.0, target=60.0, period_rule="sum",
    )  # fmt: skip

    table, note = sections.scenarios(found, report, "stock")

    assert isinstance(table, Table)
    assert isinstance(note, Note)
    assert "不是累计数" in text_of(note.spans)


def test_without_a_forecast_the_reason_is_told():
    _, report = reported({2021: 110.0})

    (note,) = sections.rival_models(report, "stock")

    assert "2个年度观测值" in text_of(note.spans)


def test_an_indicator_that_is_not_there_is_refused():
    _, report = reported(RISING)

    with pytest.raises(KeyError):
        sections.rival_models(report, "nothing")

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_lib.report.blocks import text_of
from evaluation_lib.report.charts import cumulative, overview, pace, signature, trajectory, yearly
from evaluation_lib.report.model import ForecastYear, LatestFact
from tests.report.builders import (
    make_forecast,
    make_indicator_fact,
    make_observation,
    make_report,
)
from tests.report.drawn_text import drawn
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
    make_many,
    make_sum_fact,
    make_yearly_fact,
)


def table_texts(table):
    return [[text_of(cell.spans) for cell in row.cells] for row in table.rows]


def path(years, medians, width):
    return tuple(
        ForecastYear(
            year=year,
            median=median,
            intervals={
                level: (median - width * reach, median + width * reach)
                for level, reach in (("50", 1.0), ("80", 2.0), ("95", 3.0))
            },
        )
        for year, median in zip(years, medians, strict=True)
    )


def test_a_trajectory_tells_value_target_and_forecast_in_words():
    figure = trajectory(make_report(), make_indicator_fact())

    assert figure is not None
    assert figure.title == "2025年预测中位数42.00，目标48只在95%区间之内"
    for number in (
        "2021年35.00",
        "2023年40.00",
        "目标48万户",
        "中位数42.00",
        "38.00—46.00",
        "0.30",
    ):
        assert number in figure.alt


def test_a_trajectory_writes_its_gap_and_the_ends_of_its_bands():
    chart = drawn(trajectory, make_report(), make_indicator_fact())

    shown = chart.texts
    assert "2023年应达41.60，少1.60" in shown
    assert {"目标48", "中位数42.00", "95%上限48.00", "80%下限38.00"} <= set(shown)


def test_a_trajectory_carries_its_numbers_as_a_table():
    figure = trajectory(make_report(), make_indicator_fact())

    rows = table_texts(figure.table)
    assert ["2023", "40.00", "41.60", "−1.60", "—", "—", "—", "—"] in rows
    assert rows[-1][:5] == ["2025", "—", "48", "—", "42.00"]


@settings(max_examples=40)
@given(
    values=st.lists(st.floats(-500, 5000), min_size=1, max_size=14),
    target=st.floats(-500, 5000),
    width=st.floats(0, 800),
    share=st.floats(0, 1),
)
def test_labels_of_a_trajectory_never_lie_on_each_other(values, target, width, share):
    first = 2024 - len(values)
    seen = tuple(make_observation(first + step, value) for step, value in enumerate(values))
    median = values[-1] + share * (target - values[-1])
    forecast = make_forecast(path=path((2024, 2025), (median, median), width), median=median)
    fact = make_indicator_fact(
        observations=seen,
        latest=LatestFact(**seen[-1].model_dump(), stale=False),
        target=make_indicator_fact().target.model_copy(update={"value": target}),
        target_path={2023: target * 0.8, 2024: target * 0.9, 2025: target},
        forecast=forecast,
        decimals=2,
    )

    chart = drawn(trajectory, make_report(fact), fact)

    assert chart.overlaps == []


@settings(max_examples=40)
@given(
    values=st.lists(st.one_of(st.none(), st.floats(0, 20)), min_size=1, max_size=3),
    median=st.floats(0, 20),
    width=st.floats(0, 5),
)
def test_labels_of_a_yearly_chart_never_lie_on_each_other(values, median, width):
    years = range(2021 + len(values), 2026)
    forecast = make_forecast(path=path(years, [median] * len(years), width))
    fact = make_yearly_fact(*values, forecast=forecast)

    chart = drawn(yearly, make_report(fact), fact)

    assert chart is None or chart.overlaps == []


@settings(max_examples=30)
@given(values=st.lists(st.floats(0, 300), min_size=1, max_size=5), target=st.floats(0.5, 500))
def test_labels_of_a_sum_never_lie_on_each_other(values, target):
    fact = make_sum_fact(*values, target=target)

    chart = drawn(cumulative, make_report(fact), fact)

    assert chart.overlaps == []


@pytest.mark.parametrize("count", [2, 8, 19, 40])
def test_the_overview_has_a_row_for_each_indicator_and_no_label_on_another(count):
    report = make_many(count)

    chart = drawn(overview, report)

    assert chart.overlaps == []
    numbers = {text for text in chart.texts if text.isdigit()}
    assert {str(one.number) for one in report.indicators} <= numbers
    assert len(chart.figure.table.rows) == count


def test_a_very_long_plan_shows_the_binding_and_the_furthest_behind():
    report = make_many(60)

    figure = overview(report)

    binding = sum(one.is_binding for one in report.indicators)
    assert len(figure.table.rows) == binding + 10
    assert f"另有{60 - binding - 10}项" in figure.note


def test_the_overview_puts_the_worst_binding_indicator_first():
    report = make_report(
        make_yearly_fact(3.72, 3.80, number=16, id="kept"),
        make_yearly_fact(3.72, 3.51, number=14),
        make_indicator_fact(number=1),
        demonstration=False,
    )

    figure = overview(report)

    assert [row[0] for row in table_texts(figure.table)] == ["14", "16", "1"]
    assert figure.title == "约束性指标1项未达到要求；可评价的1项预期性指标均滞后"


def test_a_plan_of_one_indicator_has_no_overview():
    assert overview(make_report()) is None


def test_what_lies_beyond_the_axis_keeps_its_figure():
    fact = make_indicator_fact(number=4, progress=23.0, verdict="achieved_early")

    chart = drawn(overview, make_report(fact, make_indicator_fact(number=2)))

    assert "2300.0" in chart.texts
    assert "箭头" in chart.figure.note


def test_a_breached_year_hangs_below_the_threshold_and_is_named():
    fact = make_yearly_fact(3.72, 3.51, 3.84)

    chart = drawn(yearly, make_report(fact), fact)

    assert chart.figure.title == "已知3年中1年未达到门槛，2022年相差最多，为0.16万批次"
    assert {"+0.05", "−0.16", "+0.17", "门槛≥3.67"} <= set(chart.texts)


def test_a_year_without_a_value_is_said_to_be_missing():
    fact = make_yearly_fact(3.72, None, 3.84)

    chart = drawn(yearly, make_report(fact), fact)

    assert "未报送" in chart.texts
    assert "2022年未报送" in chart.figure.alt


def test_years_that_all_equal_their_threshold_need_no_chart():
    fact = make_yearly_fact(100.0, 100.0, threshold=100.0)

    assert yearly(make_report(fact), fact) is None


def test_a_sum_with_a_missing_year_is_a_lower_bound():
    fact = make_sum_fact(1.0)
    late = make_sum_fact(
        1.0,
        2.0,
        observations=(make_observation(2021, 1.0), make_observation(2023, 2.0)),
        progress=0.6,
        progress_is_lower_bound=True,
    )

    assert cumulative(make_report(fact), fact).title == "到2021年累计1.00，为目标5的20.0%"
    chart = drawn(cumulative, make_report(late), late)
    assert chart.figure.title == "到2023年累计≥3.00，为目标5的≥60.0%"
    assert "≥3.00" in chart.texts


def test_a_target_passed_many_times_over_is_not_praised():
    fact = make_sum_fact(64.4, 114.9)

    figure = cumulative(make_report(fact), fact)

    assert figure.title == "到2022年累计179.30，已是目标5的35.9倍，目标已不起约束作用"


def test_a_pace_never_reached_is_said_so():
    fact = make_indicator_fact()

    chart = drawn(pace, make_report(fact), fact)

    assert chart.figure.title == "每年需增4.00，从未达到过"
    assert {"3.00", "2.00", "4.00"} <= set(chart.texts)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"required_pace": 0.0}, id="target reached"),
        pytest.param({"required_pace": None}, id="no target"),
        pytest.param({"latest": None}, id="no value"),
    ],
)
def test_no_pace_is_drawn_where_none_is_needed(changes):
    fact = make_indicator_fact(**changes)

    assert pace(make_report(fact), fact) is None


def test_an_indicator_without_target_shows_values_and_no_path():
    fact = make_indicator_fact(
        target=None,
        target_path={},
        forecast=None,
        verdict="not_assessable",
        outlook="not_assessable",
    )

    chart = drawn(trajectory, make_report(fact), fact)

    assert chart.figure.title == "市场主体总量目标未定，只列数值与走向"
    assert not any("目标" in text for text in chart.texts)


def test_a_lower_bound_keeps_its_sign_in_the_chart():
    seen = (make_observation(2022, 38.0), make_observation(2023, 40.0, comparator=">="))
    fact = make_indicator_fact(
        observations=seen, latest=LatestFact(**seen[-1].model_dump(), stale=False)
    )

    chart = drawn(trajectory, make_report(fact), fact)

    assert "≥40.00" in chart.texts
    assert "2023年≥40.00" in chart.figure.alt


def test_the_cover_drawing_has_a_bar_for_each_indicator():
    report = make_full_report()

    chart = drawn(signature, report)

    numbers = {str(one.number) for one in report.indicators}
    assert numbers <= set(chart.texts)
    for one in report.indicators:
        assert f"第{one.number}项" in chart.figure.alt


def test_a_blank_indicator_draws_nothing():
    fact = make_blank_fact()
    report = make_report(fact)

    assert trajectory(report, fact) is None
    assert yearly(report, fact) is None
    assert cumulative(report, fact) is None

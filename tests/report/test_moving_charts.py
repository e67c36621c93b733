"""Charts of what moves: probabilities on one strip, values restated, verdicts between reports."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_lib.report import sections
from evaluation_lib.report.charts.probability_strip import probability_strip
from evaluation_lib.report.charts.revisions import MOST_ROWS, revisions
from evaluation_lib.report.charts.verdict_waterfall import verdict_waterfall
from evaluation_lib.report.model_changes import WaterfallFact
from evaluation_lib.report.model_quality import EditionFact
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_forecast, make_indicator_fact, make_report


def make_edition(first, used, **changes):
    fields = {
        "indicator": "entities",
        "name": "市场主体",
        "period": "2022",
        "editions": 2,
        "first": first,
        "first_published_on": "2023-01-26",
        "used": used,
        "used_published_on": "2023-05-27",
        "source_title": "核定表",
    }
    return EditionFact(**{**fields, **changes})


def likely(probability, number=1, **changes):
    forecast = make_forecast(probability=probability)
    changes = {"outlook": "likely", "short_name": f"指标{number}", **changes}
    return make_indicator_fact(id=f"one_{number}", number=number, forecast=forecast, **changes)


def height_of(svg):
    return float(re.search(r'height="(\S+)mm"', svg).group(1))


def test_restated_values_are_ordered_by_the_size_of_their_change():
    editions = [make_edition(200, 201), make_edition(50, 45, period="2021")]

    chart = revisions(make_report(), editions)

    assert chart.title == "2个数值公布后经过修订，变动最大的是市场主体2021年（−10.00%）"
    assert "市场主体2021年由50改为45（−10.00%）；市场主体2022年由200改为201（+0.50%）" in chart.alt


def test_values_that_hold_still_or_begin_at_zero_make_no_chart():
    assert revisions(make_report(), [make_edition(5, 5), make_edition(0, 3)]) is None


def test_a_long_list_shows_the_largest_changes_and_says_so():
    editions = [make_edition(100, 100 + step, period=str(step)) for step in range(1, 41)]

    chart = revisions(make_report(), editions)

    assert len(chart.table.rows) == MOST_ROWS
    assert "只列变动最大的25个" in chart.subtitle
    assert chart.title.startswith("40个数值")


def test_a_falling_negative_value_changes_by_a_share_of_its_size():
    assert "（−50.00%）" in revisions(make_report(), [make_edition(-2, -3)]).alt


def test_the_strip_counts_what_is_likely_and_what_is_not():
    report = make_report(likely(0.92), likely(0.5, 2), likely(0.1, 3, nature="binding"))

    chart = probability_strip(report)

    assert chart.title == "3项有待实现的指标中1项实现的可能性较大，1项难以判断，1项不太可能"
    assert "3 指标3 0.10、2 指标2 0.50、1 指标1 0.92" in chart.alt


def test_what_has_been_observed_is_no_longer_likely_or_unlikely():
    known = likely(1.0, 2, outlook="observed_met", probability_observed=True)

    assert probability_strip(make_report(likely(0.9), known)) is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=40))
def test_forty_probabilities_wherever_they_lie_fit_the_page(values):
    facts = [likely(value, number) for number, value in enumerate(values, start=1)]

    chart = probability_strip(make_report(*facts))

    assert len(chart.table.rows) == len(values)
    assert height_of(chart.svg) < 110


def test_the_early_warnings_open_with_the_strip():
    report = make_report(likely(0.92), likely(0.5, 2))

    assert any(block.type == "figure" for block in sections.warning_list(report))


def test_the_waterfall_leads_from_the_old_count_to_the_new_one():
    steps = [
        WaterfallFact(cause="new_period", gained=3, lost=2),
        WaterfallFact(cause="plan", gained=0, lost=1),
    ]

    chart = verdict_waterfall(make_report(), 9, 9, steps)

    assert chart.title == "符合预期及以上的指标9项，现为9项"
    assert "新数据与时间推移增加3项、减少2项；规划变动增加0项、减少1项" in chart.alt
    assert [[cell.spans[0].text for cell in row.cells][1:] for row in chart.table.rows] == [
        ["3", "2"],
        ["0", "1"],
    ]


def test_a_waterfall_that_does_not_add_up_is_refused():
    steps = [WaterfallFact(cause="plan", gained=1, lost=0)]

    with pytest.raises(ValueError, match="lead from 9 to 10, not to 11"):
        verdict_waterfall(make_report(), 9, 11, steps)


def test_nothing_moved_makes_no_waterfall():
    assert verdict_waterfall(make_report(), 9, 9, []) is None


def test_english_charts_hold_no_chinese_words_of_ours():
    facts = [
        likely(value, number, name="Entities", short_name="Entities", unit="items")
        for number, value in enumerate((0.1, 0.9), start=1)
    ]
    report = make_report(*facts, language="en")
    charts = (
        probability_strip(report),
        revisions(report, [make_edition(5, 6, name="Entities", source_title="Return")]),
        verdict_waterfall(report, 1, 2, [WaterfallFact(cause="revision", gained=1, lost=0)]),
    )

    assert re.findall(r"[\u4e00-\u9fff]", "".join(told(charts))) == []

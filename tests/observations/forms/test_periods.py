"""Headers of every kind, and what they mean for a stock, a flow and a sum over the plan."""

import pytest

from evaluation_lib.observations.forms.periods import header_period, resolve, title_period
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.plan.model import Kind as PlanKind
from evaluation_lib.plan.model import PeriodRule
from tests.observations.forms.form_builder import asked, import_rows, values

STOCK = {"rule": PeriodRule.END, "kind": PlanKind.STOCK}
FLOW = {"rule": PeriodRule.SUM, "kind": PlanKind.ANNUAL_FLOW}
OVER_THE_PLAN = {"rule": PeriodRule.SUM, "kind": PlanKind.CUMULATIVE}


@pytest.mark.parametrize(
    ("text", "meaning", "period", "question"),
    [
        ("2023年", STOCK, "2023", None),
        ("2023", FLOW, "2023", None),
        ("２０２３年度", FLOW, "2023", None),
        ("2023年末", STOCK, "2023", None),
        ("2023年完成数", FLOW, "2023", None),
        ("2023年上半年", FLOW, "2023-H1", None),
        ("2023年第三季度", STOCK, "2023-Q3", None),
        ("2023年三季度", FLOW, "2023-Q3", Kind.SINGLE_PERIOD),
        ("2023年三季度当期", FLOW, "2023-Q3", None),
        ("2023年三季度累计", FLOW, "2023-01/2023-09", None),
        ("2023年前三季度", FLOW, "2023-01/2023-09", None),
        ("2023年1-9月", FLOW, "2023-01/2023-09", None),
        ("2023年1—9月累计", STOCK, "2023-09", None),
        ("2023年1-12月", FLOW, "2023", None),
        ("2023年6月", STOCK, "2023-06", None),
        ("2023年六月", FLOW, "2023-06", None),
        ("2023-06", FLOW, "2023-06", None),
        ("截至2023年6月底", STOCK, "2023-06", None),
        ("截至2023年6月底", FLOW, "2023-01/2023-06", Kind.RUNNING_TOTAL),
        ("截至2023年6月底", OVER_THE_PLAN, None, Kind.PERIOD_UNCLEAR),
        ("截至2023年底", FLOW, None, Kind.PERIOD_UNCLEAR),
        ("2023年累计", OVER_THE_PLAN, None, Kind.PERIOD_UNCLEAR),
        ("2023年6月30日", STOCK, "2023-06-30", None),
        ("2021-2023年", OVER_THE_PLAN, "2021-01/2023-12", None),
        ("2021-2023年", STOCK, None, Kind.PERIOD_UNCLEAR),
        ("2023年3-5月", FLOW, None, Kind.PERIOD_UNCLEAR),
        ("本年", STOCK, None, Kind.PERIOD_UNCLEAR),
    ],
)
def test_a_header_means_one_period_or_is_asked_about(text, meaning, period, question):
    assert resolve(header_period(text), report=None, **meaning) == (period, question)


@pytest.mark.parametrize(
    ("title", "text", "period"),
    [
        ("填报表（2023年度）", "上年末", "2022"),
        ("填报表（2023年度）", "期末／全年", "2023"),
        ("填报表（2023年度）", "三季度", "2023-Q3"),
        ("2023年三季度填报表", "本期", "2023-Q3"),
        ("2023年三季度填报表", "上年同期", "2022-Q3"),
        ("2023年三季度填报表", "上年末", "2022"),
        ("2023年三季度填报表", "本年", None),
    ],
)
def test_this_year_and_last_year_are_those_of_the_title(title, text, period):
    assert resolve(header_period(text), report=title_period(title), **STOCK)[0] == period


@pytest.mark.parametrize(
    "text",
    ["指标", "", "规划期累计", "2023年目标", "1-13月", "20231", "2023.1", "十四五累计", "完成数"],
)
def test_what_names_no_period_is_none(text):
    assert header_period(text) is None


def test_parts_of_a_period_stand_above_each_other():
    joined = header_period("2023年").joined(header_period("上年末"))

    assert joined.year == 2022
    assert header_period("三季度").joined(header_period("四季度")) is None


def test_an_annual_value_sent_before_the_year_is_over_is_not_one(tmp_path):
    block = ["填报单位：湛江市市场监督管理局", "填报日期：2023年7月10日"]
    rows = [block, ["指标", "单位", "2022年", "2023年"], ["期末企业总量", "万户", 8.83, 9.2]]

    intake = import_rows(tmp_path, rows)

    assert values(intake) == [("440800", "enterprises", "2022", "=", 8.83)]
    assert asked(intake) == [("D3", "period_not_over")]


def test_the_title_of_an_old_template_does_not_date_its_columns(tmp_path):
    block = ["填报单位：湛江市市场监督管理局", "填报日期：2024-02-26"]
    rows = [
        ["湛江市填报表（2021年度）"],
        block,
        ["指标", "单位", "本年", "上年末"],
        ["期末企业总量", "万户", 9.61, 8.83],
    ]

    intake = import_rows(tmp_path, rows)

    assert values(intake) == []
    assert asked(intake) == [
        ("C4", "period_unclear"),
        ("D4", "period_unclear"),
        ("", "old_template"),
    ]

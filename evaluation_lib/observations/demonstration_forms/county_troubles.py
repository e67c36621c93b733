"""Forms of the counties that hide something, or were filled in at the wrong time."""

from __future__ import annotations

from evaluation_lib.observations.demonstration_forms.draft import Asked, Draft, Held, Rows, Sheet
from evaluation_lib.observations.demonstration_forms.truth import (
    NOTE,
    WARNING,
    Truth,
    marked,
    refused,
)

POTOU, MAZHANG, LEIZHOU, WUCHUAN = "440804", "440811", "440882", "440883"


def forms(truth: Truth) -> list[Draft]:
    """Return the forms in which a value is easily taken for another."""
    return [_hidden(truth), _old_template(truth), _undated(truth), _early()]


def _hidden(t: Truth) -> Draft:
    """A hidden sheet, row and column, a broken formula and one that reaches elsewhere."""
    rows: Rows = [
        ["雷州市填报表（演示数据）"],
        ["填报单位：雷州市市场监督管理局", None, "填报日期：2024-06-14"],
        ["指标", "单位", marked("2022年", "hidden", NOTE), "2023年"],
        [
            "期末企业总量",
            "万户",
            t.plainly(LEIZHOU, "enterprises", "2022"),
            t.plainly(LEIZHOU, "enterprises", "2023"),
        ],
        [
            marked("国家标准", "hidden", NOTE),
            "项",
            t.plainly(LEIZHOU, "national_standards", "2022"),
            refused("#REF!", "formula_error"),
        ],
        [
            "地方标准",
            "项",
            t.plainly(LEIZHOU, "local_standards", "2022"),
            refused("='[1]台账'!B2", "external_link", style="formula", raw=""),
        ],
        [
            "团体标准",
            "项",
            t.plainly(LEIZHOU, "group_standards", "2022"),
            refused("=SUM(1,2)", "formula_uncached", style="formula", raw=""),
        ],
    ]
    behind: Rows = [
        ["指标", "单位", "2021年"],
        ["期末企业总量", "万户", t.plainly(LEIZHOU, "enterprises", "2021")],
    ]
    return Draft(
        "雷州市_隐藏.xlsx",
        [
            Sheet("汇总表", rows, hidden_rows=(5,), hidden_columns=("C",)),
            Sheet("旧数", behind, hidden=True, asked=(Asked("hidden", NOTE, raw="旧数"),)),
        ],
        published_on="2024-06-14",
    )


def _old_template(t: Truth) -> Draft:
    """The title of a form made for another year."""
    rows: Rows = [
        ["吴川市填报表（2021年度）（演示数据）"],
        ["填报单位：吴川市市场监督管理局", None, "填报日期：2024-06-15"],
        ["指标", "单位", "本年", "2022年"],
        [
            "期末企业总量",
            "万户",
            refused(1.4, "period_unclear"),
            t.plainly(WUCHUAN, "enterprises", "2022"),
        ],
    ]
    sheet = Sheet("汇总表", rows, asked=(Asked("old_template", WARNING, raw="2021"),))
    return Draft("吴川市_旧表.xlsx", [sheet], published_on="2024-06-15")


def _undated(t: Truth) -> Draft:
    """Neither a date nor a unit."""
    value = t.of(POTOU, "trademarks", "2023")
    cell = Held(
        float(value),
        (POTOU, "trademarks", "2023"),
        float(value),
        asked=(Asked("unit_assumed", WARNING),),
    )
    rows: Rows = [
        ["坡头区填报表（演示数据）"],
        ["填报单位：坡头区市场监督管理局", None, "填报日期：　年　月　日"],
        ["指标", "2023年"],
        ["商标有效注册量", cell],
    ]
    return Draft(
        "坡头区_无日期.xlsx",
        [Sheet("汇总表", rows, asked=(Asked("no_date", WARNING, raw="年 月 日"),))],
    )


def _early() -> Draft:
    """A year that was not over, and a sum up to June that could be of the plan or of the year."""
    rows: Rows = [
        ["麻章区填报表（演示数据）"],
        ["填报单位：麻章区市场监督管理局", None, "填报日期：2023-07-10"],
        ["指标", "单位", "2023年", "截至2023年6月底"],
        [
            "期末市场主体总量",
            "万户",
            refused(2.4, "period_not_over"),
            Held(2.35, (MAZHANG, "market_entities", "2023-06"), 2.35),
        ],
        [
            "食品安全抽样检验量",
            "批次",
            None,
            Held(
                1012,
                (MAZHANG, "food_inspections", "2023-01/2023-06"),
                0.1012,
                asked=(Asked("running_total", WARNING),),
            ),
        ],
        [
            "知识产权质押融资金额",
            "万元",
            None,
            refused(500, "period_unclear"),
        ],
    ]
    return Draft("麻章区_半年.xlsx", [Sheet("汇总表", rows)], published_on="2023-07-10")

"""The demonstration is synthetic, repeatable, and goes wrong only where it is meant to."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from evaluation_lib.observations.demonstration.__main__ import write_demonstration
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import COLUMNS, Comparator, Evidence, Status
from evaluation_lib.observations.table import read_text_columns as read
from evaluation_lib.plan import Kind, read_plan

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data/observations/demonstration"
PLAN_FOLDER = ROOT / "data/plans/zhanjiang-2021-2025"
PLAN = read_plan(PLAN_FOLDER)
FILES = ("observations.csv", "observations_commitments.csv", "sources.csv", "ledger.csv")
CITY = "440800"
COUNTIES = [one.code for one in PLAN.jurisdictions if one.parent == CITY]


def read_texts(name):
    return pd.read_csv(FOLDER / name, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def table():
    return read(read_texts("observations.csv"), "observations.csv")


@pytest.fixture(scope="module")
def settled(table):
    """Whole years as last published: one row for each place, indicator and year."""
    years = table[table["period"].str.fullmatch(r"\d{4}")].sort_values("published_on")
    return years.drop_duplicates(["jurisdiction", "indicator", "period"], keep="last")


def yearly(settled, indicator, place=CITY):
    rows = settled[(settled["jurisdiction"] == place) & (settled["indicator"] == indicator)]
    return {int(year): value for year, value in zip(rows["period"], rows["value"], strict=True)}


def city_sums(settled):
    """City value and sum of counties wherever all ten are known."""
    additive = [
        one.id
        for one in PLAN.indicators
        if one.kind in (Kind.STOCK, Kind.CUMULATIVE, Kind.ANNUAL_FLOW)
        and one.id != "high_value_patents"
    ]
    wide = settled[settled["indicator"].isin(additive)].pivot_table(
        index=["indicator", "period"], columns="jurisdiction", values="value"
    )
    complete = wide.dropna()
    return complete[CITY], complete[COUNTIES].sum(axis=1)


def test_the_files_are_what_the_program_writes(tmp_path):
    write_demonstration(tmp_path, PLAN_FOLDER)

    for name in FILES:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_the_command_names_the_files_it_wrote(tmp_path):
    command = [sys.executable, "-m", "evaluation_lib.observations.demonstration", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(tmp_path / name) for name in FILES]
    assert (tmp_path / "observations.csv").read_bytes() == (
        FOLDER / "observations.csv"
    ).read_bytes()


def test_every_row_and_every_source_says_that_it_is_synthetic(table):
    sources = read_texts("sources.csv").set_index("id")

    assert set(table["status"]) == {Status.SYNTHETIC}
    ledger = read_texts("ledger.csv")
    promises = read_texts("observations_commitments.csv")
    used = {*table["source"], *promises["source"], *ledger["source"]} - {""}
    assert set(promises["status"]) == {Status.SYNTHETIC}
    assert set(ledger["synthetic"]) == {"True"}
    assert used == set(sources.index)
    assert sources.index.str.startswith("demo-").all()
    assert sources["title"].str.startswith("演示数据：").all()
    assert sources["title_en"].str.startswith("Demonstration data: ").all()
    assert (table["published_on"] == table["source"].map(sources["published_on"])).all()


def test_there_are_as_many_rows_as_the_readme_says(table):
    assert len(table) == 1918
    assert tuple(read_texts("observations.csv").columns) == COLUMNS


def test_all_indicators_and_places_occur_in_the_units_of_the_plan(table):
    units = {one.id: one.unit for one in (*PLAN.indicators, *PLAN.measures)}

    assert set(table["indicator"]) == {one.id for one in PLAN.indicators} | {"population"}
    assert set(table["jurisdiction"]) == {CITY, *COUNTIES}
    assert len(COUNTIES) == 9
    assert (table["unit"] == table["indicator"].map(units)).all()


def test_every_value_is_possible(table):
    for one in PLAN.indicators:
        values = table.loc[table["indicator"] == one.id, "value"]
        assert values.map(one.within_bounds).all(), one.id


def test_there_is_no_history_before_the_plan_but_population(table):
    years = table["period"].map(lambda text: parse_period(text).year)

    assert set(years[table["indicator"] != "population"]) == {2021, 2022, 2023, 2024, 2025}
    assert set(years[table["indicator"] == "population"]) == set(range(2020, 2026))


def test_every_evidence_grade_occurs_and_some_indicators_rest_on_grade_c_alone(table):
    grades = table.groupby("indicator")["evidence"].agg(set)

    assert set(table["evidence"]) == set(Evidence)
    assert set(grades.index[grades.map(lambda found: found == {"C"})]) == {
        "group_standards",
        "open_kitchens",
        "drug_inspections",
    }


def test_years_are_known_quickly_in_winter_and_settled_in_spring(table):
    years = table[
        table["period"].str.fullmatch(r"\d{4}") & ~table["source"].str.contains("restated|bulletin")
    ]
    months = years["published_on"].str[5:7]
    late = years["published_on"].str[:4].astype(int) - years["period"].astype(int)

    assert (late == 1).all()
    assert set(months) == {"01", "02", "05", "06"}
    assert (years.groupby(["jurisdiction", "indicator", "period"]).size() == 2).all()


def test_data_to_2022_and_mid_2023_are_known_at_mid_term_and_all_at_the_end(table):
    known = table[table["published_on"] <= "2023-07-31"]

    assert max(known.loc[known["period"].str.len() == 4, "period"]) == "2022"
    assert {"2023-06", "2023-Q2", "2023-H1"} <= set(known["period"])
    assert (table["published_on"] <= "2026-06-30").all()


@pytest.mark.parametrize(
    ("indicator", "restated_on", "before", "after"),
    [
        pytest.param("trademarks", "2023-06-08", 6.5102, 6.4871, id="trademarks"),
        pytest.param("certificates", "2023-06-08", 5612, 5587, id="certificates"),
        pytest.param("enterprise_standards", "2023-11-21", 3575, 3560, id="after the mid-term"),
    ],
)
def test_some_values_of_2021_are_restated_in_2023(table, indicator, restated_on, before, after):
    rows = table[
        (table["jurisdiction"] == CITY)
        & (table["indicator"] == indicator)
        & (table["period"] == "2021")
    ].sort_values("published_on")

    assert list(rows["value"])[1:] == [before, after]
    assert list(rows["published_on"])[2] == restated_on


def test_quarters_add_up_to_the_settled_year(table, settled):
    for indicator in ("food_inspections", "ip_pledge_financing"):
        rows = table[(table["indicator"] == indicator) & table["period"].str.contains("-Q")]
        last = rows.sort_values("published_on").drop_duplicates("period", keep="last")
        sums = last.groupby(last["period"].str[:4].astype(int))["value"].sum()

        assert last.groupby(last["period"].str[:4]).size().tolist() == [4] * 5
        assert sums.to_dict() == pytest.approx(yearly(settled, indicator))


def test_the_second_half_year_of_certificates_is_the_year_end(table, settled):
    rows = table[table["period"].str.endswith("-H2")].sort_values("published_on")
    last = rows.drop_duplicates("period", keep="last")
    closing = {
        int(period[:4]): value for period, value in zip(last["period"], last["value"], strict=True)
    }

    assert closing == yearly(settled, "certificates")


def test_pledge_financing_passes_its_target_in_the_third_quarter_of_2024(table, settled):
    years = yearly(settled, "ip_pledge_financing")
    quarters = table[table["indicator"] == "ip_pledge_financing"].set_index("period")["value"]
    by_june = years[2021] + years[2022] + years[2023] + quarters["2024-Q1"] + quarters["2024-Q2"]

    assert by_june < 5 < by_june + quarters["2024-Q3"]


def test_counties_sum_to_the_city_but_for_one_zone_counted_twice(settled):
    city, counties = city_sums(settled)
    differ = (city - counties).abs() > 1e-9

    assert list(city.index[differ]) == [("enterprises", "2024")]
    assert counties["enterprises", "2024"] - city["enterprises", "2024"] == pytest.approx(0.38)
    # 14 indicators add up; certificates 2022, international standards 2023, drugs 2022-23 lack one.
    assert len(city) == 14 * 5 - 4


def test_one_county_jumps_fourfold_and_no_other_stock_grows_by_half(settled):
    stocks = settled[
        settled["indicator"].isin(["market_entities", "enterprises", "trademarks", "certificates"])
    ]
    wide = stocks.pivot_table(index=["indicator", "jurisdiction"], columns="period", values="value")
    growth = (wide / wide.shift(axis="columns")).stack().dropna()

    assert growth["market_entities", "440804", "2023"] == pytest.approx(4, abs=0.06)
    without_zone = growth.drop(("enterprises", "440803", "2024"))
    assert (without_zone.drop(("market_entities", "440804", "2023")) < 1.5).all()


def test_stocks_fall_only_after_the_zone_was_counted_twice(settled):
    kinds = {one.id: one.kind for one in PLAN.indicators}
    stocks = settled[settled["indicator"].map(kinds) == Kind.STOCK].sort_values("period")
    change = stocks.groupby(["indicator", "jurisdiction"])["value"].diff()
    fell = stocks[change < 0]

    assert fell[["indicator", "jurisdiction", "period"]].to_numpy().tolist() == [
        ["enterprises", "440803", "2025"]
    ]


@pytest.mark.parametrize(
    ("place", "indicator", "missing"),
    [
        pytest.param(CITY, "international_standards", {2023}, id="a year of the city"),
        pytest.param(CITY, "drug_inspections", {2022, 2023}, id="two years of the city"),
        pytest.param("440823", "certificates", {2022}, id="a year of a county"),
        pytest.param(CITY, "food_pass_rate", {2023}, id="a year everywhere"),
        pytest.param(CITY, "high_value_patents", {2021}, id="the first year"),
    ],
)
def test_gaps_are_where_the_story_puts_them(settled, place, indicator, missing):
    assert set(range(2021, 2026)) - set(yearly(settled, indicator, place)) == missing


def test_a_quick_figure_keeps_the_binding_promise_that_the_settled_one_breaks(table):
    rows = table[
        (table["jurisdiction"] == CITY)
        & (table["indicator"] == "food_inspections")
        & (table["period"] == "2022")
    ].sort_values("published_on")
    threshold = PLAN.indicator("food_inspections").target

    assert [value >= threshold for value in rows["value"]] == [True, False]


def test_the_outcomes_of_2025_are_mixed(settled):
    change = {}
    for one in PLAN.indicators:
        if one.kind in (Kind.STOCK, Kind.RATE) and one.target is not None:
            reached = yearly(settled, one.id)[2025]
            change[one.id] = (reached - one.baseline) / (one.target - one.baseline)

    assert {key for key, share in change.items() if 0.9 <= share < 1} == {
        "market_entities",
        "industry_standards",
        "measurement_standards",
    }
    assert {key for key, share in change.items() if share < 0.9} == {
        "international_standards",
        "group_standards",
        "product_inspection_coverage",
    }
    assert yearly(settled, "national_standards")[2025] == 125
    assert set(yearly(settled, "open_kitchens").values()) == {100.0}


def test_what_is_said_in_words_is_no_plain_number(table):
    words = table[table["comparator"] != Comparator.EQUAL]
    openings = words.groupby("comparator")["raw"].agg(lambda raw: set(raw.str.extract(r"(\D+)")[0]))

    assert openings.to_dict() == {Comparator.AT_LEAST: {"不低于"}, Comparator.ABOUT: {"约"}}


def test_every_value_can_be_read_back_from_the_words(table):
    narrow = str.maketrans("０１２３４５６７８９．", "0123456789.")
    number = table["raw"].str.translate(narrow).str.extract(r"([\d.]+)(.?)")
    # A return that counts single pieces, or 万元, gives ten thousand times the plan's unit.
    pieces = (table["raw"].str.contains("批次|件|万元")) & ~table["raw"].str.contains("[.．]")
    factor = pieces.map({True: 1e-4, False: 1.0})

    assert (number[0].astype(float) * factor).tolist() == pytest.approx(table["value"].tolist())

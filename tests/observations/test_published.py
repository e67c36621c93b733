"""The published figures keep the contract and know the plan they speak of."""

import re
from pathlib import Path

import pandas as pd
import pytest

from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import COLUMNS, Comparator, Evidence, Status
from evaluation_lib.observations.table import read_text_columns as read
from evaluation_lib.plan import read_plan

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data/observations/published"
PLAN = read_plan(ROOT / "data/plans/zhanjiang-2021-2025")


def read_texts(name):
    return pd.read_csv(FOLDER / name, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def table():
    return read(read_texts("observations.csv"), "observations.csv")


@pytest.fixture(scope="module")
def sources():
    return read_texts("sources.csv").set_index("id")


def one(table, **wanted):
    rows = table
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    assert len(rows) == 1, f"{wanted} stands in {len(rows)} rows"
    return rows.iloc[0]


def test_the_columns_stand_in_the_order_of_the_contract():
    assert tuple(read_texts("observations.csv").columns) == COLUMNS


def test_there_are_as_many_figures_as_the_readme_says(table):
    from_plan = table["source"] == "plan-draft"
    derived = table["evidence"] == Evidence.E

    assert (len(table), from_plan.sum(), derived.sum()) == (144, 27, 1)
    assert len(read_texts("evidence.csv")) == 5


def test_every_figure_speaks_of_a_quantity_and_a_place_the_plan_knows(table):
    for row in table.itertuples():
        quantity = PLAN.quantity(row.indicator)
        assert quantity is not None, row.indicator
        assert row.unit == quantity.unit, row.indicator
        assert PLAN.place(row.jurisdiction).code == row.jurisdiction


def test_every_source_is_named_once_and_used(table, sources):
    used = set(table["source"]) | set(read_texts("evidence.csv")["source"])

    assert sources.index.is_unique
    assert set(sources.index) == used


def test_the_kind_of_source_decides_the_evidence_grade(table, sources):
    grades = {
        "plan": Evidence.A,
        "official": Evidence.A,
        "press": Evidence.D,
        "reprint": Evidence.D,
    }
    held = table[table["evidence"] != Evidence.E]

    assert set(sources["kind"]) == set(grades)
    assert (held["evidence"] == held["source"].map(sources["kind"]).map(grades)).all()


def test_a_figure_bears_the_date_of_its_source(table, sources):
    assert (table["published_on"] == table["source"].map(sources["published_on"])).all()


def test_every_figure_quotes_the_words_it_stands_in(table):
    assert (table["raw"] != "").all()
    assert (table.loc[table["source"] == "plan-draft", "cell"].str.startswith("line ")).all()


def test_every_figure_stands_in_its_words_or_follows_from_them(table):
    """In the plan's unit, or ten thousand times as many or as few: 件 and 万件, 亿户 and 万户."""
    for row in table[table["evidence"] != Evidence.E].itertuples():
        words = row.raw.replace(" ", "").replace("四项", "4项")
        printed = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", words)}
        meant = {round(row.value * factor, 6) for factor in (1, 10_000, 0.0001)}
        assert meant & printed, f"{row.value} is not among {printed}"


def test_no_figure_was_published_before_its_period_ended(table):
    dated = table[table["published_on"] != ""]
    ends = dated["period"].map(lambda text: parse_period(text).end.isoformat())

    assert (dated["published_on"] >= ends).all()


def test_words_such_as_past_make_a_lower_bound(table):
    bounds = table[table["comparator"] == Comparator.MORE_THAN]

    assert bounds["raw"].str.contains("突破|超过|超過").all()
    assert sorted(bounds["value"]) == [5.0, 60.0, 1000.0, 1800.0, 1900.0]


def test_a_figure_enters_in_the_unit_of_the_plan_and_keeps_its_own_words(table):
    row = one(table, jurisdiction="440100", indicator="trademarks", period="2023-03")

    assert row["value"] == 220.0411
    assert "2200411件" in row["raw"]


def test_the_pledge_financing_of_2023_is_derived_from_the_growth_of_2024(table):
    known = one(table, jurisdiction="440800", indicator="ip_pledge_financing", period="2024")
    derived = one(table, jurisdiction="440800", indicator="ip_pledge_financing", period="2023")

    assert derived["value"] == pytest.approx(known["value"] / 1.7833, abs=0.005)
    assert derived["status"] == Status.ESTIMATE
    assert derived["comparator"] == Comparator.ABOUT
    assert "114.92÷1.7833" in derived["raw"]


def test_single_notices_are_never_a_year_of_food_samples(table):
    ours = table[table["jurisdiction"] == "440800"]
    years = ours[ours["indicator"] == "food_inspections"]
    notices = ours[ours["indicator"] == "food_notice_batches"]

    assert list(years["period"]) == ["2020"]
    assert sorted(notices["value"]) == [86.0, 189.0, 516.0, 576.0, 1049.0]
    assert not notices["period"].map(lambda text: parse_period(text).is_annual).any()


def test_two_definitions_of_one_day_stay_apart(table):
    china = table[(table["jurisdiction"] == "100000") & (table["indicator"] == "trademarks")]

    assert dict(zip(china["definition"], china["value"], strict=True)) == {
        "": 4614.6,
        "domestic": 4404.7,
    }


def test_one_definition_has_one_value_for_one_period_and_source(table):
    key = ["jurisdiction", "indicator", "period", "definition", "source"]

    assert not table.duplicated(key).any()


def test_the_plan_values_of_2020_are_the_baselines_of_the_table(table):
    plan_rows = table[(table["source"] == "plan-draft") & (table["definition"] == "")]
    values = plan_rows[plan_rows["period"] == "2020"].set_index("indicator")["value"]
    baselines = {one.id: one.baseline for one in PLAN.indicators if one.baseline is not None}

    assert {key: values[key] for key in baselines} == baselines


def test_evidence_names_its_source_and_its_words(sources):
    evidence = read_texts("evidence.csv")

    assert evidence["id"].is_unique
    assert set(evidence["evidence"]) == {"A", "D"}
    assert (evidence["quote"] != "").all()
    assert (evidence["date"] != "").sum() == 4
    assert set(evidence["source"]) <= set(sources.index)

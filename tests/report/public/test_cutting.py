"""Small counts of counties are kept back, with whatever would give them away."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_lib.errors import JobError
from evaluation_lib.observations.ledger import LedgerEntry
from evaluation_lib.observations.sources import Source
from evaluation_lib.plan.model import Jurisdiction
from evaluation_lib.report.public import NOT_PUBLIC, Release, cut, read_release
from tests.builders import CITY, make_indicator, make_plan, make_rows

DAY = date(2024, 1, 1)
FOUR = ("440802", "440803", "440804", "440811")


def make_city():
    places = [Jurisdiction(code=CITY, name="某市", name_en="City")]
    places += [Jurisdiction(code=one, name=one, name_en=one, parent=CITY) for one in FOUR]
    rate = make_indicator("rate", number=2, kind="rate", unit="%", upper=100.0, target=99.0)
    return make_plan(make_indicator(), rate, jurisdictions=tuple(places))


def make_counties(*values, **shared):
    return make_rows(
        *(
            {"jurisdiction": code, "value": value}
            for code, value in zip(FOUR, values, strict=False)
        ),
        **shared,
    )


def shown_of(table, smallest=10, **terms):
    return cut(Release(smallest, day=DAY, **terms), make_city(), table, {})[0]


def test_two_small_counties_are_kept_back_and_the_others_shown():
    assert shown_of(make_counties(3.0, 40.0, 9.0, 10.0))["value"].tolist() == [40.0, 10.0]


def test_a_single_small_county_takes_the_next_smallest_with_it():
    # Total less the others would give it away.
    assert shown_of(make_counties(3.0, 40.0, 50.0, 12.0))["value"].tolist() == [40.0, 50.0]


def test_every_edition_of_a_small_value_is_kept_back():
    table = make_counties(3.0, 4.0, 30.0)
    other = make_rows({"jurisdiction": FOUR[0], "value": 11.0, "published_on": "2022-06-01"})
    both = pd.concat([table, other], ignore_index=True)

    assert shown_of(both)["value"].tolist() == [30.0]


def test_the_city_rates_and_scaled_units_are_not_small():
    city = make_rows({"value": 3.0})
    rates = make_counties(3.0, 4.0, indicator="rate", unit="%")
    scaled = make_counties(0.5, 0.6, unit="万户")

    assert [len(shown_of(one)) for one in (city, rates, scaled)] == [1, 2, 2]


def test_later_rows_are_neither_shown_nor_counted():
    table = make_counties(3.0, 4.0, published_on="2024-06-30")

    shown, _, _, release = cut(Release(10, day=DAY), make_city(), table, {})

    assert len(shown) == 0
    assert release.before["county_rows"] == 0


def test_quotes_notes_and_reporters_go_and_are_counted():
    entry = LedgerEntry(
        subject="T01",
        kind="task",
        status="done",
        date="2022-12-31",
        published_on="2023-02-01",
        evidence="B",
        source="return",
        quote="据张三称",
        note="内部：联系人：张三",
        reported_by="质量科",
        verified="self_reported",
    )
    source = Source(id="return", title="张三填报", url="file:///home/li/x", note="内部")
    table = make_rows({"raw": "120项", "source": "return"})

    shown, sources, ledger, release = cut(
        Release(10, day=DAY), make_city(), table, {"return": source}, [entry]
    )

    assert shown["raw"].tolist() == [""]
    assert (ledger[0].quote, ledger[0].note, ledger[0].reported_by) == ("", "", "")
    assert (sources["return"].title, sources["return"].url) == ("■■填报", "")
    assert dict(release.before) == {"county_rows": 0, "quotes": 2, "notes": 2}


def test_a_report_that_is_not_public_keeps_everything():
    table = make_counties(3.0, raw="3")

    assert cut(NOT_PUBLIC, make_city(), table, {})[0] is table


@settings(max_examples=20)
@given(st.lists(st.integers(0, 30).map(float), min_size=1, max_size=4))
def test_what_was_cut_once_is_cut_no_further(values):
    table = make_counties(*values)

    once = shown_of(table)

    assert shown_of(once).to_csv() == once.to_csv()
    hidden = len(table) - len(once)
    assert hidden != 1 or len(table) == 1


def test_terms_that_cannot_be_are_one_sentence(tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("# 名单\n张\n", "utf-8")

    with pytest.raises(JobError, match="found '1'; give the smallest count"):
        read_release("1", "", tmp_path, "2024-01-01")
    with pytest.raises(JobError, match="a name has at least 2 characters"):
        read_release("10", str(names), tmp_path, "2024-01-01")

"""The same table from every kind of source, and what is wrong with it said in one sentence each."""

import datetime
import pickle
import sqlite3
import traceback

import duckdb
import openpyxl
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.observations.sources.address import PASSWORD_VARIABLE, read_address
from evaluation_lib.observations.table import COLUMNS
from tests.builders import make_rows

PLANTED = "Wald-und-Wiesen-77"
TABLE = make_rows(
    {"period": "2021", "value": 3.67, "raw": "3.67"},
    {"period": "2022", "value": 120.0, "cell": "表!B3", "definition": "新口径"},
    {"period": "2022-06-30", "value": 0.1, "comparator": ">=", "published_on": "2023-01-31"},
)


def as_csv(path):
    TABLE.to_csv(path, index=False)


def as_parquet(path):
    rows = TABLE
    with duckdb.connect() as connection:
        connection.register("rows", rows)
        connection.execute(f"COPY (SELECT * FROM rows) TO '{path}' (FORMAT parquet)")


def as_workbook(path):
    """Write the table as a person keeps it: numbers and days in cells of their own kind."""
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["此表由人工维护"])
    sheet = book.create_sheet("数据")
    sheet.append(list(COLUMNS))
    for row in TABLE.to_dict("records"):
        typed = {
            **row,
            "jurisdiction": int(row["jurisdiction"]),
            "published_on": datetime.datetime.fromisoformat(row["published_on"]),
        }
        if row["period"].isdigit():
            typed["period"] = int(row["period"])
        sheet.append([None if cell == "" else cell for cell in typed.values()])
    sheet.append([None] * len(COLUMNS))
    book.save(path)


def as_sqlite(path, table="observations", rows=TABLE):
    with sqlite3.connect(path) as connection:
        rows.to_sql(table, connection, index=False)
    connection.close()


@pytest.mark.parametrize(
    ("name", "write"),
    [
        pytest.param("one.csv", as_csv, id="csv"),
        pytest.param("one [1].parquet", as_parquet, id="parquet"),
        pytest.param("one.xlsx", as_workbook, id="workbook"),
    ],
)
def test_every_kind_of_file_gives_the_same_table(tmp_path, name, write):
    write(tmp_path / name)

    table, sources = read_observations(tmp_path / name)

    assert_frame_equal(table, TABLE, check_dtype=False)
    assert sources == {}


def test_a_folder_may_mix_kinds_and_is_read_in_the_order_of_names(tmp_path):
    as_csv(tmp_path / "observations.csv")
    as_parquet(tmp_path / "observations_2.parquet")
    as_workbook(tmp_path / "observations_3.xlsx")
    (tmp_path / "observations.md").write_text("no table")

    table, _ = read_observations(tmp_path)

    assert_frame_equal(table, pd.concat([TABLE] * 3, ignore_index=True), check_dtype=False)


def test_a_database_gives_rows_in_one_order_whatever_its_own(tmp_path):
    as_sqlite(tmp_path / "one.db")
    as_sqlite(tmp_path / "other.db", rows=TABLE.iloc[::-1])

    one, _ = read_observations(f"sqlite:///{tmp_path}/one.db?table=observations")
    other, _ = read_observations(f"sqlite:///{tmp_path}/other.db")

    assert_frame_equal(one, other)
    assert sorted(one["value"]) == [0.1, 3.67, 120.0]


def test_a_query_chooses_rows_and_a_table_of_sources_goes_with_it(tmp_path):
    as_sqlite(tmp_path / "one.db")
    as_sqlite(tmp_path / "one.db", "papers", pd.DataFrame({"id": ["bulletin"], "title": ["公报"]}))
    query = "select * from observations where value > 100"

    table, sources = read_observations(f"sqlite:///{tmp_path}/one.db?query={query}&sources=papers")

    assert table["value"].tolist() == [120.0]
    assert sources["bulletin"].title == "公报"


@pytest.mark.parametrize(
    ("tail", "told"),
    [
        pytest.param("?table=observation", "no table 'observation'; there are obs", id="table"),
        pytest.param("?table=a&query=b", "names a table and a query; give one", id="both"),
        pytest.param("?query=delete from observations", "readonly database", id="writing"),
        pytest.param("?query=select 1 as one", "column jurisdiction, indicator", id="columns"),
    ],
)
def test_what_cannot_be_read_from_a_database_is_one_sentence(tmp_path, tail, told):
    as_sqlite(tmp_path / "one.db")

    with pytest.raises(ObservationError) as refused:
        read_observations(f"sqlite:///{tmp_path}/one.db{tail}")

    assert told in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_nothing_is_made_where_no_database_is(tmp_path):
    with pytest.raises(ObservationError, match="no such file"):
        read_observations(f"sqlite:///{tmp_path}/none.db?table=observations")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["one.parquet", "one.xlsx", "one.db"])
def test_a_file_that_is_something_else_is_one_sentence(tmp_path, name):
    (tmp_path / name).write_text("jurisdiction,indicator\n")
    place = f"sqlite:///{tmp_path}/{name}" if name.endswith("db") else tmp_path / name

    with pytest.raises(ObservationError) as refused:
        read_observations(place)

    assert str(tmp_path / name) in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_workbook_without_the_tables_columns_is_sent_to_import(tmp_path):
    openpyxl.Workbook().save(tmp_path / "form.xlsx")

    with pytest.raises(ObservationError, match="plan-eval import"):
        read_observations(tmp_path / "form.xlsx")


def test_the_faults_of_all_rows_of_a_database_are_listed_with_their_row(tmp_path):
    rows = make_rows({}, {"value": float("nan")}, {"period": "2021-13"}, {"evidence": "F"})
    as_sqlite(tmp_path / "one.db", rows=rows)

    with pytest.raises(ObservationError) as refused:
        read_observations(f"sqlite:///{tmp_path}/one.db")

    told = str(refused.value).splitlines()
    assert [line.split(": ")[1].split(",")[0] for line in told] == ["row 3", "row 4", "row 5"]


def told_by(place, variables):
    try:
        address = read_address(place, variables)
    except ObservationError as error:
        chain = "".join(traceback.format_exception(error))
        return f"{error}{chain}{pickle.dumps(error)!r}"
    return f"{address!r}{address.shown}"


@pytest.mark.parametrize(
    "place",
    [
        f"postgresql://reader:{PLANTED}@db/plans?table=observations",
        f"postgresql://reader@db/plans?password={PLANTED}",
        f"postgresql://reader:{PLANTED}@db:port/plans",
        f"postgresql:/reader://{PLANTED}@db",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(place):
    assert PLANTED not in told_by(place, {})


def test_a_password_comes_from_the_environment_and_is_shown_to_nobody():
    named = read_address("postgresql://reader:${KEY}@db/plans", {"KEY": PLANTED})
    usual = read_address("postgresql://reader@db/plans", {PASSWORD_VARIABLE: PLANTED})

    assert named.url.password == usual.url.password == PLANTED
    assert PLANTED not in f"{named!r} {named.shown} {named.url} {usual!r}"
    assert named.shown == "postgresql://reader@db/plans"
    assert named.cleared(f"no entry for {PLANTED}") == "no entry for ***"


def test_a_variable_that_is_not_set_is_named():
    with pytest.raises(ObservationError, match="the environment does not set KEY"):
        read_address("postgresql://reader:${KEY}@db/plans", {})


def test_a_database_that_does_not_answer_is_one_sentence_without_the_password(monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, PLANTED)

    with pytest.raises(ObservationError) as refused:
        read_observations("postgresql://reader@127.0.0.1:1/plans?table=observations")

    shown = "".join(traceback.format_exception(refused.value))
    assert "postgresql://reader@127.0.0.1:1/plans?table=observations: " in shown
    assert PLANTED not in shown
    assert len(str(refused.value).splitlines()) == 1


def test_an_unknown_kind_of_database_is_named():
    with pytest.raises(ObservationError, match="no database is called 'postgre'"):
        read_observations("postgre://db/plans?table=observations")

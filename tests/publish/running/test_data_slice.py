"""A report is made again when what it looks at has changed, and for nothing else."""

import csv
import json
import shutil
import sqlite3

import pytest

from evaluation_lib.observations import ledger
from evaluation_lib.observations.sources import files, read_observations
from evaluation_lib.publish.choices import NOTEBOOKS
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running import data_slice, manifest
from evaluation_lib.report.authored import exhibits
from tests.publish.projects import PLAN, PROJECT, make_job, write_jobs

COUNTY, OTHER, CITY, OUTSIDE = "440881", "440802", "440800", "000000"
DEMONSTRATION = PROJECT / "data/observations/demonstration"


@pytest.fixture(autouse=True)
def _read_files_anew():
    yield
    forget()


def forget():
    for one in (manifest.digests, data_slice._data, data_slice._plan, data_slice.code_digest):
        one.cache_clear()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PLAN, root / "plan")
    shutil.copytree(DEMONSTRATION, root / "observations")
    shutil.copytree(PROJECT / "notebooks", root / "notebooks")
    (root / "job").mkdir()
    return root


@pytest.fixture
def keys(project, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(project, root)

    def found(**changes):
        forget()
        job = make_job(jurisdictions=[CITY, COUNTY], formats=["html"], **changes)
        made = editions(write_jobs(root, {"job": job}))
        return {one.jurisdiction: manifest.edition_inputs(one).key for one in made}

    found.root = root
    return found


def change(path, *, where, column, to, first_only=True):
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    chosen = [
        row for row in rows if all(row[head.index(name)] == text for name, text in where.items())
    ]
    assert chosen
    for row in chosen[:1] if first_only else chosen:
        row[head.index(column)] = to
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def changed(keys, **job):
    before = keys(**job)
    yield before
    after = keys(**job)
    yield {code for code in before if before[code] != after[code]}


def observations(keys):
    return keys.root / "observations/observations.csv"


def append(path, **values):
    with path.open(encoding="utf-8", newline="") as file:
        pattern = next(csv.DictReader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(pattern), lineterminator="\n").writerow({**pattern, **values})


@pytest.mark.parametrize(
    ("what", "moved"),
    [
        pytest.param(
            lambda root: change(
                root / "observations.csv", where={"jurisdiction": OTHER}, column="raw", to="x"
            ),
            {CITY},
            id="another county's row",
        ),
        pytest.param(
            lambda root: change(
                root / "observations.csv", where={"jurisdiction": COUNTY}, column="raw", to="x"
            ),
            {CITY, COUNTY},
            id="its own row",
        ),
        pytest.param(
            lambda root: append(
                root / "observations.csv", jurisdiction=OUTSIDE, published_on="2023-07-31"
            ),
            {CITY, COUNTY},
            id="a row of a place outside",
        ),
        pytest.param(
            lambda root: append(
                root / "observations.csv", jurisdiction=COUNTY, published_on="2023-08-01"
            ),
            set(),
            id="a row published a day too late",
        ),
        pytest.param(
            lambda root: append(root / "observations.csv", jurisdiction=COUNTY, published_on=""),
            {CITY, COUNTY},
            id="a row without a day, which is questioned",
        ),
        pytest.param(
            lambda root: (root / "observations.csv").open("a").write("440802,cut\n"),
            {CITY, COUNTY},
            id="a broken row",
        ),
        pytest.param(
            lambda root: append(root / "ledger.csv", published_on="2023-07-01"),
            {CITY},
            id="an entry of the city's ledger",
        ),
        pytest.param(
            lambda root: append(
                root / "ledger.csv", published_on="2023-07-01", jurisdiction=COUNTY
            ),
            {CITY, COUNTY},
            id="an entry of its own",
        ),
        pytest.param(
            lambda root: append(root / "sources.csv", id="cited-by-nobody"),
            set(),
            id="a document that nothing cites",
        ),
        pytest.param(
            lambda root: (root / "forms/new.csv").write_text("1"),
            set(),
            id="a form that was not imported yet",
        ),
        pytest.param(
            lambda root: (root / "observations_more.csv").write_text(
                (root / "observations.csv").read_text("utf-8").splitlines()[0] + "\n"
            ),
            {CITY, COUNTY},
            id="another table",
        ),
    ],
)
def test_a_report_follows_what_it_looks_at(keys, what, moved):
    told = changed(keys)
    next(told)
    what(keys.root / "observations")

    assert next(told) == moved


def test_a_cited_document_counts_for_those_who_cite_it(keys):
    with observations(keys).open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    cited = {
        code: {
            one["source"]
            for one in rows
            if one["jurisdiction"] == code and one["published_on"] < "2023-07-31"
        }
        for code in (OTHER, COUNTY)
    }
    only = sorted(cited[OTHER] - cited[COUNTY])[0]
    told = changed(keys)
    next(told)
    register = keys.root / "observations/sources.csv"
    change(register, where={"id": only}, column="title", to="别的标题")

    assert next(told) == {CITY}


@pytest.mark.parametrize(
    "make_whole",
    [
        pytest.param(lambda _: {"public": True}, id="public"),
        pytest.param(
            lambda root: (
                (root / "job/exhibits").mkdir(),
                (root / "job/exhibits/one.json").write_text("{}"),
                {"folder": "job"},
            )[-1],
            id="with an analyst's view",
        ),
        pytest.param(
            lambda root: (add_a_cell(root / "notebooks/04_midterm.ipynb"), {})[-1],
            id="by a notebook with a cell of the user's",
        ),
    ],
)
def test_where_a_report_may_look_at_more_everything_counts(keys, make_whole):
    job = make_whole(keys.root)
    told = changed(keys, **job)
    next(told)
    change(observations(keys), where={"jurisdiction": OTHER}, column="raw", to="x")

    assert next(told) == {CITY, COUNTY}


def add_a_cell(path):
    notebook = json.loads(path.read_text("utf-8"))
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": []}
    notebook["cells"].append({**cell, "execution_count": None, "source": "table"})
    path.write_text(json.dumps(notebook), "utf-8")


def test_a_database_counts_by_its_rows_too(keys):
    place = keys.root / "returns.db"
    table, _ = read_observations(keys.root / "observations")

    def fill(rows):
        with sqlite3.connect(place) as connection:
            rows.to_sql("observations", connection, if_exists="replace", index=False)

    fill(table)
    told = changed(keys, observations="sqlite:///returns.db?table=observations")
    next(told)
    is_other = table["jurisdiction"] == OTHER
    fill(table.assign(value=table["value"].where(~is_other, table["value"] + 1)))

    assert next(told) == {CITY}


def test_the_shipped_notebooks_are_known_by_their_code():
    found = {product: data_slice.code_digest(PROJECT / path) for product, path in NOTEBOOKS.items()}

    assert found == data_slice.SHIPPED


def test_the_files_looked_for_are_those_that_are_read():
    assert data_slice.TABLES == files.TABLES
    assert data_slice.REGISTER == files.REGISTER
    assert data_slice.LEDGERS == ledger.FILES
    assert data_slice.EXHIBITS == exhibits.FOLDER

"""The demonstration forms give exactly the table and the queries that were told with them."""

import csv
from pathlib import Path

import pytest

from evaluation_lib.observations.demonstration_forms.__main__ import write_forms
from evaluation_lib.observations.forms import Intake, import_forms
from evaluation_lib.plan import read_plan

ROOT = Path(__file__).parents[2]
PLAN_FOLDER = ROOT / "data/plans/zhanjiang-2021-2025"
FORMS = ROOT / "data/observations/demonstration/forms"
OF_OBSERVATIONS = (
    "jurisdiction",
    "indicator",
    "period",
    "value",
    "comparator",
    "published_on",
    "source",
    "cell",
    "raw",
)


@pytest.fixture(scope="module")
def intake() -> Intake:
    return import_forms([FORMS / "sent"], read_plan(PLAN_FOLDER))


def told(name: str) -> list[tuple[str, ...]]:
    with (FORMS / name).open(encoding="utf-8") as file:
        return sorted(tuple(row.values()) for row in csv.DictReader(file))


def test_the_importer_finds_every_value_and_no_other(intake):
    rows = intake.observations.assign(value=intake.observations["value"].map(repr))
    found = sorted(rows[list(OF_OBSERVATIONS)].itertuples(index=False, name=None))

    assert found == told("expected_observations.csv")
    assert set(intake.observations["status"]) == {"synthetic"}


def test_the_importer_asks_every_question_and_no_other(intake):
    found = sorted(
        (
            one.file,
            one.sheet,
            one.cell,
            str(one.kind),
            str(one.severity),
            one.raw,
            " | ".join(one.proposed),
        )
        for one in intake.queries
    )

    assert found == told("expected_queries.csv")


def test_the_forms_are_what_their_script_writes(tmp_path):
    write_forms(tmp_path, PLAN_FOLDER)
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    kept = {
        path.relative_to(FORMS): path.read_bytes()
        for path in FORMS.rglob("*.*")
        if path.name != "README.md"
    }

    assert kept == written
    assert len([path for path in kept if path.suffix in {".xlsx", ".csv"}]) >= 15 + 2


def test_the_questions_cover_most_of_what_can_be_asked(intake):
    assert len({one.kind for one in intake.queries}) >= 40

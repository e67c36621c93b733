"""One entry asks for many reports, and no two of them share a folder."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation_lib.errors import JobError
from evaluation_lib.publish.job_matrix import expanded
from evaluation_lib.publish.jobs import editions
from tests.publish.projects import PROJECT, make_job, make_notebook, make_project, write_jobs

COUNTIES = ["440802", "440803", "440804", "440811", "440823", "440825", "440881", "440882"]
DEMONSTRATION = PROJECT / "data/observations/demonstration"


@pytest.fixture
def project(tmp_path):
    make_project(tmp_path)
    shutil.copytree(tmp_path / "plan", tmp_path / "plans/second")
    (tmp_path / "plan").rename(tmp_path / "plans/First")
    for product in ("03_annual", "05_final"):
        make_notebook(tmp_path / f"notebooks/{product}.ipynb")
    return tmp_path


def test_plans_products_places_and_languages_are_multiplied(project):
    entry = make_job(
        plan=["plans/First", "plans/second"],
        product=["midterm", "final"],
        as_of={"midterm": "2023-07-31", "final": "2026-06-30"},
        jurisdictions="all",
        languages=["zh", "en"],
    )

    wanted = editions(write_jobs(project, {"fleet": entry}))

    assert len(wanted) == 2 * 2 * 10 * 2
    assert len({str(one.folder).casefold() for one in wanted}) == len(wanted)
    assert wanted[0].folder.as_posix() == "fleet-first-midterm/440800/zh"
    assert wanted[-1].folder.as_posix() == "fleet-second-final/440883/en"
    assert {(one.job.product, str(one.job.as_of)) for one in wanted} == {
        ("midterm", "2023-07-31"),
        ("final", "2026-06-30"),
    }


@pytest.mark.parametrize(
    ("word", "first", "count"),
    [("own", "440800", 1), ("counties", "440802", 9), ("all", "440800", 10)],
)
def test_a_word_stands_for_the_places_of_the_plan(project, word, first, count):
    entry = make_job(plan="plans/First", jurisdictions=word)

    wanted = editions(write_jobs(project, {"job": entry}))

    assert (wanted[0].jurisdiction, len(wanted)) == (first, count)


def test_the_name_of_the_plan_can_stand_in_a_path(project):
    (project / "observations").rename(project / "observations-one")
    shutil.copytree(project / "observations-one", project / "observations-two")
    entry = make_job(
        plan={"one": "plans/First", "two": "plans/second"}, observations="observations-{plan}"
    )

    wanted = editions(write_jobs(project, {"job": entry}))

    assert [one.job.observations for one in wanted] == ["observations-one", "observations-two"]


def test_the_latest_day_is_the_last_publication_in_the_data(project):
    shutil.rmtree(project / "observations")
    shutil.copytree(DEMONSTRATION, project / "observations")

    (edition,) = editions(
        write_jobs(project, {"job": make_job(plan="plans/First", as_of="latest")})
    )

    lines = (DEMONSTRATION / "observations.csv").read_text("utf-8").splitlines()
    place = lines[0].split(",").index("published_on")
    assert str(edition.job.as_of) == max(line.split(",")[place] for line in lines[1:])


def test_the_name_of_an_entry_names_all_its_jobs(project):
    entry = make_job(plan="plans/First", product=["midterm", "final"], as_of="2026-06-30")
    jobs = write_jobs(project, {"fleet": entry, "fleet-else": make_job(plan="plans/First")})

    assert {one.name for one in editions(jobs, ["fleet"])} == {"fleet-midterm", "fleet-final"}
    assert {one.name for one in editions(jobs, ["fleet-final"])} == {"fleet-final"}


def test_two_entries_that_would_share_a_folder_are_refused(project):
    entry = make_job(plan="plans/First", product=["midterm", "final"], as_of="2026-06-30")
    jobs = write_jobs(project, {"a": entry, "a-final": make_job(plan="plans/First")})

    with pytest.raises(JobError, match=r"job a-final: entry a-final makes a job of this name"):
        editions(jobs)


@pytest.mark.parametrize("name", ["con", "com1", "Job", "a/b", "规划"])
def test_a_name_that_is_no_folder_everywhere_is_refused(project, name):
    with pytest.raises(JobError, match="name it in small letters, digits and hyphens"):
        editions(write_jobs(project, {name: make_job(plan="plans/First")}))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plans=st.lists(st.text("AaBb/-_", min_size=1), min_size=1, max_size=4),
    products=st.lists(st.sampled_from(["annual", "midterm", "final"]), min_size=1, unique=True),
)
def test_names_of_expanded_jobs_are_folder_names(plans, products):
    entry = {"plan": plans, "product": products}

    for name, settings_of_one in expanded("job", entry):
        assert name == name.lower()
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert settings_of_one["product"] in products
        assert settings_of_one["plan"] in plans

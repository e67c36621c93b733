"""Jobs are read whole, and refused whole with every fault named."""

import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.publish.jobs import editions, read_jobs
from tests.publish.projects import PROJECT, make_job, make_notebook, make_project, write_jobs


def test_a_report_is_made_for_each_jurisdiction_and_language_in_the_order_of_the_file(tmp_path):
    jobs = make_project(
        tmp_path, job=make_job(jurisdictions=["440800", "440802"], languages=["zh", "en"])
    )

    titles = [one.title for one in editions(jobs)]

    assert titles == ["job 440800 zh", "job 440800 en", "job 440802 zh", "job 440802 en"]


def test_only_the_named_jobs_are_taken_each_once(tmp_path):
    jobs = make_project(tmp_path, first=make_job(), second=make_job())

    assert [one.name for one in editions(jobs, ["second", "second"])] == ["second"]


def test_a_code_written_without_quotes_is_a_code(tmp_path):
    jobs = make_project(tmp_path, job=make_job(jurisdictions=[440802]))

    assert editions(jobs)[0].jurisdiction == "440802"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            {"product": "midtrem"},
            "job job: product: found 'midtrem'; use one of annual, midterm, final, comparison, "
            "sheets. Did you mean 'midterm'?",
            id="unknown word",
        ),
        pytest.param(
            {"languages": ["zh", "cn"]},
            "job job: languages: found 'cn'; use one of zh, en.",
            id="unknown word in a list",
        ),
        pytest.param(
            {"formats": ["html", "html"]},
            "job job: formats: found ['html', 'html']; html stands there twice.",
            id="repeated",
        ),
        pytest.param(
            {"language": "zh"},
            "job job: key language is not known. Did you mean 'languages'?",
            id="unknown key",
        ),
        pytest.param(
            {"jurisdictions": ["4408"]},
            "job job: jurisdictions: found '4408'; use six-digit GB/T 2260 codes.",
            id="no code",
        ),
        pytest.param(
            {"jurisdictions": ["440899"]},
            "job job, jurisdictions: found '440899', which plan does not name.",
            id="unknown jurisdiction",
        ),
        pytest.param(
            {"observations": "nowhere"},
            "nowhere: no such folder or file.",
            id="no observations",
        ),
        pytest.param({"plan": "nowhere"}, "nowhere: no such plan folder", id="no plan"),
        pytest.param(
            {"notebook": "notebooks/nothing.ipynb"},
            "nothing.ipynb: no such notebook.",
            id="no notebook",
        ),
    ],
)
def test_a_job_that_names_nothing_is_one_clear_message(tmp_path, change, message):
    jobs = make_project(tmp_path, job=make_job(**change))

    with pytest.raises(JobError) as refusal:
        editions(jobs)

    assert message in str(refusal.value)
    assert str(refusal.value).startswith(str(jobs))


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    jobs = make_project(
        tmp_path,
        first=make_job(product="x", as_of="2023-13-01"),
        second={"product": "final"},
    )

    with pytest.raises(JobError) as refusal:
        read_jobs(jobs)

    told = str(refusal.value)
    for fault in ("first: product", "first: as_of", "second: key plan", "second: key as_of"):
        assert fault in told


def test_a_missing_job_is_answered_with_the_nearest_and_all(tmp_path):
    jobs = make_project(tmp_path, **{"midterm-demo": make_job(), "final-demo": make_job()})

    with pytest.raises(JobError, match=r"'midterm-dmo'.* mean 'midterm-demo'.*final-demo"):
        editions(jobs, ["midterm-dmo"])


def test_faults_of_a_job_that_is_not_wanted_stop_no_other(tmp_path):
    jobs = make_project(tmp_path, good=make_job(), bad=make_job(observations="nowhere"))

    assert [one.name for one in editions(jobs, ["good"])] == ["good"]


def test_a_notebook_without_a_parameter_of_jobs_is_refused(tmp_path):
    jobs = make_project(tmp_path)
    make_notebook(
        tmp_path / "notebooks/04_midterm.ipynb",
        parameters="plan_folder = observations = jurisdiction = as_of = language = jobb = ''",
    )

    with pytest.raises(JobError, match=r"does not set job\. Did you mean 'jobb'\?"):
        editions(jobs)


def test_a_job_entered_twice_is_refused_and_not_overwritten(tmp_path):
    path = tmp_path / "evaluations.yml"
    path.write_text("jobs:\n  a: {}\n  a: {}\n", encoding="utf-8")

    with pytest.raises(JobError, match="line 3: 'a' stands there twice"):
        read_jobs(path)


@pytest.mark.parametrize("name", ["../out", "a/b", "A", "报告", ""])
def test_a_job_is_named_so_that_it_can_be_a_folder(tmp_path, name):
    jobs = write_jobs(tmp_path, {name: make_job()})

    with pytest.raises(JobError, match="small letters, digits and hyphens"):
        read_jobs(jobs)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("jobs: [", "not valid YAML", id="no yaml"),
        pytest.param("midterm: {}", "expected a key jobs:", id="no jobs"),
        pytest.param("jobs: {a: {}}\nother: 1", "key other is not known", id="another key"),
    ],
)
def test_a_file_that_is_no_job_file_is_refused(tmp_path, content, message):
    path = tmp_path / "evaluations.yml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(JobError, match=message):
        read_jobs(path)


def test_the_jobs_of_this_project_name_only_what_is_there():
    names = {one.name for one in editions(PROJECT / "evaluations.yml")}

    assert names == {
        "midterm-demo",
        "final-demo",
        "final-published",
        "annual-demo",
        "comparison-demo",
        "sheets-demo",
    }

"""The evaluator's own words at the command line: laid out, quoted, accepted, flagged."""

import json
import sys

import pytest

from evaluation_lib.cli.main import main
from evaluation_lib.cli.report import _author_notes
from evaluation_lib.publish.job import Edition
from tests.publish.projects import PARAMETERS, make_job, make_notebook, make_project
from tests.report.builders import make_report

ROWS = """\
jurisdiction,indicator,period,value,comparator,unit,definition,status,published_on,evidence,source,cell,raw
440800,certificates,2021,5600,=,张,,final,2022-03-01,A,form,C1,5600
440800,certificates,2022,{value},=,张,,final,2023-03-01,A,form,C2,{value}
"""


@pytest.fixture
def project(tmp_path):
    jobs = make_project(tmp_path, job=make_job(folder="job"), bare=make_job())
    (tmp_path / "job").mkdir()
    notebook = tmp_path / "notebooks/04_midterm.ipynb"
    make_notebook(notebook, parameters=PARAMETERS + 'job_folder = ""\n')
    return jobs


def observe(jobs, value):
    path = jobs.parent / "observations/observations.csv"
    path.write_text(ROWS.format(value=value), encoding="utf-8")


def author(jobs, text):
    path = jobs.parent / "job/narrative/zh/causes.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def run(monkeypatch, capsys, project):
    """Run the command line on the project; return exit code, stdout and stderr."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["plan-eval", *words, "--jobs-file", str(project)])
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        else:
            code = 0
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_the_files_of_a_narrative_are_laid_out_once(run, project):
    code, out, _ = run("new-narrative", "job", "--indicator", "certificates")

    made = [line.rpartition("narrative/")[2] for line in out.splitlines()]
    assert code == 0
    assert "zh/practices.md" in made
    assert "zh/indicators/certificates.md" in made
    guide = (project.parent / "job/narrative/zh/practices.md").read_text("utf-8")
    assert "plan-eval accept job" in guide
    assert run("new-narrative", "job")[1] == ""


def test_a_job_without_a_folder_is_told_to_name_one(run):
    code, out, err = run("new-narrative", "bare")

    assert (code, out) == (2, "")
    assert "job bare has no folder" in err


def test_a_note_on_an_unknown_indicator_is_refused_with_the_nearest(run):
    code, _, err = run("new-narrative", "job", "--indicator", "certificate")

    assert code == 2
    assert "Did you mean 'certificates'?" in err


def test_figures_are_listed_with_name_value_and_meaning(run, project):
    observe(project, 6190)

    code, out, _ = run("list", "figures", "job")

    lines = dict(line.split("\t", 1) for line in out.splitlines())
    assert code == 0
    assert lines["certificates.latest"] == "6190张\t有效期内认证证书 最新值"
    assert lines["counts.total"].startswith("19\t")


def test_figures_of_no_job_are_asked_for(run):
    code, _, err = run("list", "figures")

    assert code == 2
    assert "plan-eval list figures JOB" in err


def test_accepting_tells_what_changed_since_the_last_time(run, project):
    author(project, "现有{{ certificates.latest }}。")
    observe(project, 6190)
    first = run("accept", "job")
    observe(project, 6200)

    second = run("accept", "job")

    assert first[:2] == (0, "")
    assert first[2] == "job: 1 quoted figures accepted\n"
    assert second[1] == "narrative/zh/causes.md\tcertificates.latest\t6190张\t6200张\n"
    assert run("accept", "job")[1] == ""


def test_an_unknown_figure_is_not_accepted(run, project):
    author(project, "现有{{ certificates.newest }}。")
    observe(project, 6190)

    code, _, err = run("accept", "job")

    assert code == 2
    assert "narrative/zh/causes.md: line 1: no figure is called 'certificates.newest'" in err
    assert not (project.parent / "job/narrative/quoted.json").exists()


def test_what_is_true_of_many_reports_of_a_job_is_told_once(tmp_path):
    report = make_report().model_copy(update={"unwritten": ("causes",)})
    places = [f"{number:06d}" for number in range(440801, 440806)]
    made = [Edition(job, None, one, "zh", tmp_path) for job in "ab" for one in places]
    for edition in made[:7]:
        folder = tmp_path / edition.folder
        folder.mkdir(parents=True)
        text = json.dumps(report.to_json(), ensure_ascii=False)
        (folder / "result.json").write_text(text, "utf-8")

    notes = [*_author_notes(made[:7], tmp_path)]

    told = "Not written and left out of the report: Problems and their causes."
    assert notes == [
        f"a, 5 reports: {told}",
        f"b 440801 zh: {told}",
        f"b 440802 zh: {told}",
    ]

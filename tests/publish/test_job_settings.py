"""Cut-offs and weights that a job sets for its own reports."""

import shutil
from pathlib import Path

import pytest
import yaml

from evaluation_lib.errors import JobError
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import edition_inputs
from evaluation_lib.publish.running.orders import parameters

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path):
    for name in ("data/plans/zhanjiang-2021-2025", "notebooks"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    (tmp_path / "observations.csv").write_text("indicator\n", encoding="utf-8")
    return tmp_path


def editions_of(project, **settings):
    job = {
        "product": "annual",
        "plan": "data/plans/zhanjiang-2021-2025",
        "jurisdictions": ["440800"],
        "observations": "observations.csv",
        "as_of": "2024-03-31",
        **settings,
    }
    path = project / "evaluations.yml"
    path.write_text(yaml.safe_dump({"jobs": {"job": job}}), encoding="utf-8")
    return editions(path)


def weights_file(project, first):
    names = (PROJECT / "data/plans/zhanjiang-2021-2025/indicators.csv").read_text(encoding="utf-8")
    ids = [line.split(",")[0] for line in names.splitlines()[1:]]
    rows = [f"{key},{first if place == 0 else 5},v1" for place, key in enumerate(ids)]
    text = "\n".join(["indicator,weight,version", *rows]) + "\n"
    (project / "weights.csv").write_text(text, encoding="utf-8")


def test_a_job_without_settings_passes_none_to_its_notebook(project):
    (edition,) = editions_of(project)

    assert not {"cut_offs", "weights"} & set(parameters(edition))
    assert "weights" not in edition_inputs(edition).files


def test_settings_reach_the_notebook_and_the_manifest_in_the_decimals_written(project):
    weights_file(project, 10)
    (edition,) = editions_of(
        project, cut_offs={"slightly_behind": 0.8, "ahead": 1.2}, weights="weights.csv"
    )

    passed = parameters(edition)
    assert passed["cut_offs"] == "ahead=1.2, slightly_behind=0.8"
    assert passed["weights"] == "../weights.csv"
    inputs = edition_inputs(edition)
    assert inputs.settings["cut_offs"] == "ahead=1.2, slightly_behind=0.8"
    assert list(inputs.files["weights"]) == ["weights.csv"]
    assert inputs.key != edition_inputs(editions_of(project)[0]).key


def test_a_job_chooses_its_forecasting_model(project):
    (edition,) = editions_of(project, model="transparent")

    assert parameters(edition)["model"] == "transparent"
    assert edition_inputs(edition).settings["model"] == "transparent"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param({"model": "pool"}, "model: found 'pool'", id="unknown model"),
        pytest.param({"cut_offs": {"slight": 0.8}}, "found 'slight=0.8'", id="unknown cut-off"),
        pytest.param({"cut_offs": {"ahead": 0.5}}, "cut-offs must fall", id="contradiction"),
        pytest.param({"weights": "weights.csv"}, "add up to 94; make it 1 or 100", id="sum"),
        pytest.param(
            {"cut_offs": {"ahead": 1.2}, "notebook": "plain.ipynb"},
            "does not set cut_offs",
            id="a notebook that takes none",
        ),
    ],
)
def test_settings_that_cannot_be_are_refused_before_anything_runs(project, settings, told):
    weights_file(project, 4)
    annual = (project / "notebooks/03_annual.ipynb").read_text(encoding="utf-8")
    plain = annual.replace("cut_offs = weights = ", "other = ")
    (project / "plain.ipynb").write_text(plain, encoding="utf-8")

    with pytest.raises(JobError, match=told):
        editions_of(project, **settings)


def test_a_folder_that_is_not_there_is_named(project):
    with pytest.raises(JobError, match=r"folder: .*no-such: no such folder"):
        editions_of(project, folder="no-such")


def test_what_evaluators_wrote_is_an_input_of_the_report(project):
    written = project / "written"
    written.mkdir()
    (written / "causes.md").write_text("短板。", encoding="utf-8")

    (edition,) = editions_of(project, folder="written")

    assert parameters(edition)["job_folder"] == "../written"
    assert list(edition_inputs(edition).files["authored"]) == ["causes.md"]


def test_a_job_chooses_the_layout_of_its_paper_and_the_fonts_for_it(project):
    (project / "fonts").mkdir()
    (project / "fonts/song.otf").write_bytes(b"outlines")
    (edition,) = editions_of(project, layout="official", fonts="fonts")

    inputs = edition_inputs(edition)
    assert edition.fonts == project / "fonts"
    assert inputs.settings["layout"] == "official"
    assert list(inputs.files["fonts"]) == ["song.otf"]
    assert not {"layout", "fonts"} & set(parameters(edition))


def test_the_earlier_report_is_found_by_place_and_language_and_only_its_result_counts(project):
    earlier = project / "archive/440800/zh"
    earlier.mkdir(parents=True)
    (earlier / "result.json").write_text("{}", encoding="utf-8")
    (earlier / "report.html").write_text("page", encoding="utf-8")

    (edition,) = editions_of(project, previous="archive")

    assert parameters(edition)["previous"] == "../archive/440800/zh"
    assert list(edition_inputs(edition).files["previous"]) == ["result.json"]


def test_an_earlier_report_that_is_not_there_is_named(project):
    with pytest.raises(JobError, match=r"previous: .*no-such: no such report"):
        editions_of(project, previous="no-such")


def test_sheets_reach_the_notebook_with_their_indicators_and_scale(project):
    (edition,) = editions_of(
        project, product="sheets", indicators=["trademarks", "certificates"], judged_as="final"
    )

    passed = parameters(edition)
    assert passed["indicators"] == "trademarks, certificates"
    assert passed["judged_as"] == "final"
    assert edition.job.notebook_path == "notebooks/08_sheets.ipynb"


def test_every_fault_of_a_job_of_sheets_is_told(project):
    with pytest.raises(JobError) as caught:
        editions_of(project, product="sheets", indicators=["trademark", "patents"])

    told = str(caught.value)
    assert "indicators: found 'trademark'" in told
    assert "Did you mean 'trademarks'?" in told
    assert "indicators: found 'patents'" in told


def test_only_sheets_take_a_choice_of_indicators(project):
    with pytest.raises(JobError, match=r"03_annual\.ipynb: .* does not set indicators"):
        editions_of(project, indicators=["trademarks"])

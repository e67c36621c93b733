"""The key of a report follows from its inputs and from nothing else."""

import json

import pytest

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running import manifest
from evaluation_lib.publish.running.manifest import (
    digests,
    edition_inputs,
    is_unchanged,
    write_manifest,
)
from tests.publish.projects import make_job, make_notebook, make_project, write_jobs


@pytest.fixture(autouse=True)
def _read_files_anew():
    digests.cache_clear()
    yield
    digests.cache_clear()


def key_of(jobs):
    digests.cache_clear()
    return edition_inputs(editions(jobs)[0]).key


def make_report(folder, inputs):
    folder.mkdir()
    (folder / "result.json").write_text("{}")
    write_manifest(folder, inputs)
    return folder


def test_the_same_project_elsewhere_has_the_same_key(tmp_path):
    assert key_of(make_project(tmp_path / "here")) == key_of(make_project(tmp_path / "there"))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"as_of": "2023-08-01"}, id="as-of day"),
        pytest.param({"jurisdictions": ["440802"]}, id="jurisdiction"),
        pytest.param({"languages": ["en"]}, id="language"),
        pytest.param({"formats": ["html"]}, id="formats"),
    ],
)
def test_another_setting_gives_another_key(tmp_path, change):
    jobs = make_project(tmp_path)
    before = key_of(jobs)

    assert key_of(write_jobs(tmp_path, {"job": make_job(**change)})) != before


@pytest.mark.parametrize("name", ["plan/plan.yml", "observations/observations.csv"])
def test_another_byte_of_an_input_gives_another_key(tmp_path, name):
    jobs = make_project(tmp_path)
    before = key_of(jobs)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert key_of(jobs) != before


def test_another_notebook_gives_another_key(tmp_path):
    jobs = make_project(tmp_path)
    before = key_of(jobs)
    make_notebook(tmp_path / "notebooks/04_midterm.ipynb", "2")

    assert key_of(jobs) != before


def test_another_method_or_lock_gives_another_key(tmp_path, monkeypatch):
    jobs = make_project(tmp_path)
    package = tmp_path / "evaluation_lib"
    package.mkdir()
    (package / "method.py").write_text("1")
    monkeypatch.setattr(manifest, "PACKAGE", package)
    keys = [key_of(jobs)]

    (package / "method.py").write_text("2")
    keys.append(key_of(jobs))
    (tmp_path / "requirements.lock").write_text("numpy==2")
    keys.append(key_of(jobs))

    assert len(set(keys)) == 3


def test_hidden_files_and_caches_are_no_inputs(tmp_path):
    (tmp_path / "table.csv").write_text("1")
    (tmp_path / ".table.csv.swp").write_text("2")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/x.pyc").write_text("3")

    assert list(digests(tmp_path)) == ["table.csv"]


def test_the_manifest_names_inputs_and_outputs_and_no_path_of_the_machine(tmp_path):
    inputs = edition_inputs(editions(make_project(tmp_path / "project"))[0])
    folder = make_report(tmp_path / "report", inputs)

    text = (folder / "manifest.json").read_text("utf-8")
    told = json.loads(text)

    assert told["key"] == inputs.key
    assert list(told["inputs"]) == ["plan", "observations", "notebook", "method"]
    assert list(told["outputs"]) == ["result.json"]
    assert str(tmp_path) not in text


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda folder: (folder / "result.json").write_text("x"), id="edited"),
        pytest.param(lambda folder: (folder / "result.json").unlink(), id="output lost"),
        pytest.param(lambda folder: (folder / "manifest.json").write_text("["), id="torn"),
        pytest.param(lambda folder: (folder / "manifest.json").write_text("[]"), id="no mapping"),
        pytest.param(lambda folder: (folder / "manifest.json").unlink(), id="manifest lost"),
    ],
)
def test_a_report_that_was_touched_is_not_unchanged(tmp_path, spoil):
    inputs = edition_inputs(editions(make_project(tmp_path / "project"))[0])
    folder = make_report(tmp_path / "report", inputs)
    assert is_unchanged(folder, inputs.key)

    spoil(folder)

    assert not is_unchanged(folder, inputs.key)


def test_a_report_of_other_inputs_is_not_unchanged(tmp_path):
    inputs = edition_inputs(editions(make_project(tmp_path / "project"))[0])

    assert not is_unchanged(make_report(tmp_path / "report", inputs), "0" * 64)

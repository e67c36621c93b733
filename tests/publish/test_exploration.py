import nbformat
import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.publish.exploration import explorer_notebook, prepare_exploration
from evaluation_lib.publish.jobs import editions
from tests.publish.projects import PROJECT

JOBS = """
jobs:
  mine:
    product: final
    plan: {project}/data/plans/zhanjiang-2021-2025
    jurisdictions: ["440881"]
    observations: {project}/data/observations/demonstration
    as_of: {as_of}
    languages: [en]
    notebook: notebooks/05_final.ipynb
    folder: jobs/mine
"""


def make_project(folder, as_of="2024-07-31"):
    (folder / "notebooks").mkdir(exist_ok=True)
    (folder / "jobs/mine").mkdir(parents=True, exist_ok=True)
    for name in ("02_trend_explorer", "05_final"):
        original = PROJECT / f"notebooks/{name}.ipynb"
        (folder / f"notebooks/{name}.ipynb").write_bytes(original.read_bytes())
    (folder / "evaluations.yml").write_text(JOBS.format(project=PROJECT, as_of=as_of))
    (edition,) = editions(folder / "evaluations.yml", ["mine"])
    return edition


def settings_of(path):
    notebook = nbformat.read(path, as_version=4)
    values: dict[str, object] = {}
    for cell in notebook.cells[:3]:
        if cell.cell_type == "code":
            exec(cell.source, values)
    return values, notebook


def test_a_job_is_explored_with_its_own_settings(tmp_path):
    path = prepare_exploration(make_project(tmp_path))

    values, notebook = settings_of(path)
    assert path == tmp_path / "explorations/mine.ipynb"
    assert {name: values[name] for name in ("jurisdiction", "as_of", "language", "product")} == {
        "jurisdiction": "440881",
        "as_of": "2024-07-31",
        "language": "en",
        "product": "final",
    }
    assert values["job_folder"] == "jobs/mine"
    nbformat.validate(notebook)


def test_what_the_analyst_added_stays_and_the_settings_follow_the_job(tmp_path):
    path = prepare_exploration(make_project(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("my_own = 1", id="my-own"))
    nbformat.write(notebook, path)

    again = prepare_exploration(make_project(tmp_path, as_of="2025-07-31"))

    values, kept = settings_of(again)
    assert values["as_of"] == "2025-07-31"
    assert kept.cells[-1].source == "my_own = 1"
    assert len(kept.cells) == len(notebook.cells)


def test_the_committed_notebook_is_never_written_to(tmp_path):
    edition = make_project(tmp_path)
    original = explorer_notebook(tmp_path)
    before = original.read_bytes()

    prepare_exploration(edition)

    assert original.read_bytes() == before


def test_a_broken_copy_is_named_and_left_alone(tmp_path):
    edition = make_project(tmp_path)
    (tmp_path / "explorations").mkdir()
    (tmp_path / "explorations/mine.ipynb").write_text("no notebook")

    with pytest.raises(JobError, match=r"mine\.ipynb: cannot be read as a notebook"):
        prepare_exploration(edition)


def test_without_the_notebook_the_way_out_is_told(tmp_path):
    with pytest.raises(JobError, match="name its job file with --jobs-file"):
        explorer_notebook(tmp_path)

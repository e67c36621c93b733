"""A process that only gives orders loads none of the libraries that carry them out."""

import subprocess
import sys

import pytest

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import digests, edition_inputs, write_manifest
from tests.publish.projects import PROJECT, make_job, make_project

HEAVY = ("papermill", "nbconvert", "nbformat", "jupyter_client", "pandas", "numpy", "matplotlib")
RUN_AND_TELL = f"""
import sys
from evaluation_lib.cli.main import main
try:
    main()
finally:
    print("heavy:", [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


def test_an_unchanged_report_loads_no_notebook_library(tmp_path):
    jobs = make_project(tmp_path, job=make_job(languages=["zh", "en"]))
    digests.cache_clear()
    for edition in editions(jobs):
        folder = tmp_path / "reports" / edition.folder
        folder.mkdir(parents=True)
        (folder / "result.json").write_text("{}")
        write_manifest(folder, edition_inputs(edition))

    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_TELL, "report", "--jobs-file", jobs],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )

    assert done.stdout.splitlines() == [
        f"{tmp_path}/reports/job/440800/zh",
        f"{tmp_path}/reports/job/440800/en",
    ]
    assert done.stderr.splitlines() == [
        "job 440800 zh: unchanged",
        "job 440800 en: unchanged",
        "job      done unchanged    failed",
        "job         0         2         0",
        "heavy: []",
    ]


@pytest.mark.slow
def test_who_only_gives_orders_loads_no_heavy_library(tmp_path):
    jobs = make_project(tmp_path)

    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_TELL, "report", "--jobs-file", str(jobs)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (tmp_path / "reports/index.html").is_file()
    assert done.stderr.splitlines()[-1] == "heavy: []"

"""`make` builds .venv once, and again whenever it no longer fits."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
# Stands for uv: notes what it is asked for and makes an interpreter without pip.
UV = """#!/bin/sh
echo "$1 $2" >>"$PLACE/asked"
[ -e "$PLACE/uv-fails" ] && exit 1
if [ "$1" = venv ]; then
    mkdir -p .venv/bin
    cp "$PLACE/python" .venv/bin/python
fi
"""
PYTHON = f"""#!/bin/sh
[ "$2" = pip ] && exit 1
exec "{sys.executable}" "$@"
"""
OLD_PYTHON = """#!/bin/sh
[ "$1" = --version ] && echo Python 3.9.1
exit 1
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")


@pytest.fixture
def project(tmp_path):
    """Return a folder with what .ci/venv reads, and a stand-in for uv on its path."""
    folder = tmp_path / "project"
    (folder / ".ci").mkdir(parents=True)
    for name in (".ci/venv", "Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(PROJECT / name, folder / name)
    for name, script in (("bin/uv", UV), ("bin/old-python", OLD_PYTHON), ("python", PYTHON)):
        tool = tmp_path / name
        tool.parent.mkdir(exist_ok=True)
        tool.write_text(script)
        tool.chmod(0o755)
    return folder


def make_venv(project, python=sys.executable):
    """Run `make venv`; return its exit code, what it said, and what uv was asked for."""
    place = project.parent
    (place / "asked").write_text("")
    done = subprocess.run(
        ["make", "venv", f"PYTHON={python}"],
        cwd=project,
        env={
            **os.environ,
            "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
            "PLACE": str(place),
            "PIP_NO_INDEX": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr, (place / "asked").read_text().split("\n")[:-1]


WHOLE = ["venv --quiet", "pip install", "pip install"]
PROJECT_ALONE = ["pip install"]


def test_the_second_time_nothing_is_installed(project):
    assert make_venv(project)[2] == WHOLE

    assert make_venv(project) == (0, "", [])


@pytest.mark.parametrize(
    ("spoil", "asked"),
    [
        pytest.param(lambda one: (one / ".venv/bin/python").unlink(), WHOLE, id="no interpreter"),
        pytest.param(
            lambda one: (one / ".venv/bin/python").write_text("#!/bin/sh\nexit 1\n"),
            WHOLE,
            id="broken interpreter",
        ),
        pytest.param(lambda one: (one / ".venv/fits").unlink(), WHOLE, id="half installed"),
        pytest.param(
            lambda one: (one / "requirements.lock").write_text("numpy==2\n"), WHOLE, id="new lock"
        ),
        pytest.param(
            lambda one: (one / "pyproject.toml").write_text("[project]\n"),
            PROJECT_ALONE,
            id="new settings",
        ),
    ],
)
def test_an_environment_that_no_longer_fits_is_made_anew(project, spoil, asked):
    make_venv(project)

    spoil(project)

    assert make_venv(project)[2] == asked
    assert make_venv(project)[2] == []


def test_a_moved_folder_gets_a_new_environment_because_scripts_carry_its_path(project):
    make_venv(project)

    assert make_venv(project.rename(project.with_name("moved")))[2] == WHOLE


def test_an_installation_that_failed_is_not_taken_for_a_whole_one(project):
    (project.parent / "uv-fails").touch()
    (project / "requirements.lock").write_text("no-such-package==0\n")  # pip refuses it too

    code, told, _ = make_venv(project)

    assert code != 0
    assert "uv could not install the lock; trying pip" in told
    assert not (project / ".venv/fits").exists()


@pytest.mark.parametrize("python", ["old-python", "nowhere/python3"])
def test_an_interpreter_that_is_too_old_or_missing_is_refused_by_name(project, python):
    code, told, asked = make_venv(project, python)

    assert code != 0
    assert f"{python} is not Python 3.11 or later" in told
    assert asked == []

"""Lock, conda environment, commands and licence keep step with pyproject.toml."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from rattler import MatchSpec

PROJECT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
REQUIREMENTS = [
    Requirement(line)
    for line in (*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["dev"])
]
ENVIRONMENT = yaml.safe_load((PROJECT / "environment.yml").read_text("utf-8"))
LOCK = (PROJECT / "requirements.lock").read_text("utf-8")


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generator = load(PROJECT / ".ci/environment.py")
pages = load(PROJECT / ".ci/check_pdf_text.py")


def locked():
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, flags=re.MULTILINE))


def conda_specs():
    return [MatchSpec(line) for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]


def wheels():
    return next(line["pip"] for line in ENVIRONMENT["dependencies"] if isinstance(line, dict))


def test_environment_yml_is_what_make_environment_writes():
    written = (PROJECT / "environment.yml").read_text("utf-8")

    assert generator.environment(PROJECT / "pyproject.toml") == written


def test_conda_parses_every_spec_and_each_requirement_stands_once_with_its_bounds():
    """The specs are parsed, not solved: no channel is asked whether it has them."""
    back = {conda: name for name, conda in generator.CONDA_NAMES.items()}
    bounds = {
        back.get(str(spec.name.normalized), str(spec.name.normalized)): spec.version
        for spec in conda_specs()
    }
    python, pip = bounds.pop("python"), bounds.pop("pip")
    for wheel in wheels():
        requirement = Requirement(wheel)
        assert requirement.name not in bounds
        bounds[requirement.name] = str(requirement.specifier)

    assert python == PYPROJECT["project"]["requires-python"]
    assert pip is None
    assert {name: SpecifierSet(text) for name, text in bounds.items()} == {
        one.name: one.specifier for one in REQUIREMENTS
    }


def test_only_conda_forge_is_asked():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]


def test_the_lock_keeps_every_bound_of_the_project():
    versions = locked()

    assert [
        str(one) for one in REQUIREMENTS if not one.specifier.contains(versions[one.name])
    ] == []


def test_every_pin_of_the_lock_has_hashes_and_no_address_of_an_index():
    pins = re.split(r"\n(?=\S)", LOCK[LOCK.index("\naio") :].strip())

    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in LOCK


def test_the_build_backend_is_locked_like_all_else():
    (backend,) = PYPROJECT["build-system"]["requires"]

    assert Requirement(backend).name in locked()


def test_the_package_needs_nothing_newer_than_the_python_it_asks_for():
    assert sys.version_info[:2] >= (3, 11)
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py311"


@pytest.mark.parametrize("name", sorted(PYPROJECT["project"]["scripts"]))
def test_the_installed_command_answers(name):
    done = subprocess.run(
        [Path(sys.executable).with_name(name), "--help"], capture_output=True, check=True
    )

    assert b"doctor" in done.stdout


def test_the_layers_of_the_house_hold():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_the_licence_is_the_one_declared():
    text = (PROJECT / "LICENSE").read_text("utf-8")

    assert PYPROJECT["project"]["license"] == "Apache-2.0"
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "limitations under the License." in text


@pytest.mark.parametrize(
    ("product", "lost"),
    [
        pytest.param("midterm", ["没有印出来的话"], id="the whole"),
        pytest.param("comparison", ["没有印出来的话"], id="a part that it prints"),
        pytest.param("sheets", [], id="a part that it does not print"),
    ],
)
def test_a_sentence_that_is_not_on_the_pages_is_told(product, lost, tmp_path, monkeypatch):
    result = {
        "title": "报告",
        "overall": {"headline": "一句跨页的话", "sentences": []},
        "limitations": ["没有印出来的话"],
        "indicators": [],
        "findings": [],
    }
    printed = "报告\n页眉 第1页\n一句跨\n\f页眉 第2页\n页的话\n"
    manifest = {"settings": {"product": product}}
    for name, values in (("result", result), ("manifest", manifest)):
        (tmp_path / f"{name}.json").write_text(pages.json.dumps(values), encoding="utf-8")
    monkeypatch.setattr(
        pages.subprocess,
        "run",
        lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=printed.encode()),
    )

    assert pages.lost(tmp_path) == lost

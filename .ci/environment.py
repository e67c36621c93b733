"""Write environment.yml for conda from pyproject.toml, so that the two never differ.

`python .ci/environment.py environment.yml`
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
# What conda-forge calls otherwise; the lean variants leave out Qt and what charts do not use.
CONDA_NAMES = {
    "duckdb": "python-duckdb",
    "matplotlib": "matplotlib-base",
    "seaborn": "seaborn-base",
}
# Not on conda-forge as Python packages: pip installs these from the same bounds.
FROM_PIP = (
    "axe-playwright-python",
    "manimgx-fonts-cjk",
    "playwright",
    "pylopdf-fonts-zh-cn",
    "rocrate",
    "types-psutil",
    "types-pyyaml",
    "typst",
)
_REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?(?P<bounds>.*)$")
HEAD = """\
# Written by `make environment` from pyproject.toml; change that file and run it again.
name: plan-evaluation
channels:
  - conda-forge
  - nodefaults
dependencies:
"""


def requirements(pyproject: Path) -> tuple[str, list[tuple[str, str]]]:
    """Return the Python bounds and each requirement, development included, as name and bounds."""
    settings = tomllib.loads(pyproject.read_text("utf-8"))
    lines = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    found = [_REQUIREMENT.match(line) for line in lines]
    pairs = sorted((one["name"], one["bounds"].replace(" ", "")) for one in found if one)
    return settings["project"]["requires-python"], pairs


def environment(pyproject: Path) -> str:
    """Return the whole of environment.yml."""
    python, pairs = requirements(pyproject)
    conda = [
        f"  - {CONDA_NAMES.get(name, name)}{bounds}"
        for name, bounds in pairs
        if name not in FROM_PIP
    ]
    wheels = [f"      - {name}{bounds}" for name, bounds in pairs if name in FROM_PIP]
    lines = [f"  - python{python}", "  - pip", *conda, "  - pip:", *wheels]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(environment(PROJECT / "pyproject.toml"), encoding="utf-8")

"""What reports and tests need of a machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from packaging.markers import Marker

from evaluation_lib.publish.running.manifest import LOCK
from evaluation_lib.publish.surroundings import PACKAGE

INSTALL = "make venv"
_OLDEST = (3, 11)
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
_FONTS = {
    "pylopdf-fonts-zh-cn": "charts",
    "manimgx-fonts-cjk": "PDF",
}
_PROGRAMS = {
    "chromium": ("pictures of HTML pages in tests", ("chromium", "chromium-browser", "chrome")),
    "poppler-utils": ("pictures and text of PDF pages in tests", ("pdftotext",)),
    "libreoffice-writer": ("pictures of Word pages in tests", ("soffice",)),
    "postgresql": ("tests of databases", ("psql", "pg_ctl")),
}


class Health(StrEnum):
    """Whether a thing is there, and whether that matters."""

    OK = "ok"
    MISSING = "missing"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: what was found, and what to do where it is not as it should be."""

    name: str
    health: Health
    found: str
    mend: str = ""


def examine() -> Iterator[Examined]:
    """Yield each thing a report or a test needs of this machine."""
    yield _python()
    yield _packages(PACKAGE.with_name(LOCK))
    yield from map(_font, _FONTS)
    yield from map(_program, _PROGRAMS)
    yield _reports_ignored(PACKAGE.parent)


def _python() -> Examined:
    found = f"{sys.version.split()[0]} at {sys.executable}"
    health = Health.OK if sys.version_info >= _OLDEST else Health.MISSING
    return Examined("python", health, found, "install Python 3.11 or later")


def _packages(lock: Path) -> Examined:
    if not lock.is_file():
        return Examined("packages", Health.OPTIONAL, f"no {LOCK}", "run in a checkout")
    pins = list(_pins(lock.read_text(encoding="utf-8")))
    differing = [
        f"{name} {found or 'is missing'} (locked {wanted})"
        for name, wanted in pins
        if (found := _installed(name)) != wanted
    ]
    if not differing:
        return Examined("packages", Health.OK, f"all {len(pins)} as in {LOCK}")
    shown = ", ".join(differing[:5]) + (" …" if len(differing) > 5 else "")
    found = f"{len(differing)} of {len(pins)} differ from {LOCK}: {shown}"
    lacking = any(_installed(name) is None for name, _ in pins)
    return Examined("packages", Health.MISSING if lacking else Health.OPTIONAL, found, INSTALL)


def _pins(lock: str) -> Iterator[tuple[str, str]]:
    """Yield name and version of each package that `lock` pins for this interpreter."""
    for line in lock.splitlines():
        pin = _PIN.match(line)
        if pin and (not pin["marker"] or Marker(pin["marker"].strip()).evaluate()):
            yield pin["name"], pin["version"]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _font(name: str) -> Examined:
    try:
        files = [str(one) for one in distribution(name).files or ()]
    except PackageNotFoundError:
        files = []
    fonts = [one for one in files if one.lower().endswith((".ttf", ".otf", ".ttc"))]
    health = Health.OK if fonts else Health.MISSING
    return Examined(f"font for {_FONTS[name]}", health, f"{len(fonts)} in {name}", INSTALL)


def _program(package: str) -> Examined:
    purpose, names = _PROGRAMS[package]
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found:
        return Examined(package, Health.OK, found)
    return Examined(
        package, Health.OPTIONAL, f"not found; for {purpose}", f"apt-get install {package}"
    )


def _reports_ignored(root: Path) -> Examined:
    name = "reports ignored by git"
    if not (root / ".git").exists() or not shutil.which("git"):
        return Examined(name, Health.OPTIONAL, "no git checkout", "nothing to do")
    probe = ["git", "-C", str(root), "check-ignore", "-q", "reports/any/report.pdf"]
    if subprocess.run(probe, check=False).returncode == 0:
        return Examined(name, Health.OK, "yes")
    return Examined(name, Health.MISSING, "no", "add the line reports/* to .gitignore")

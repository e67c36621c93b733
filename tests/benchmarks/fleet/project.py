"""A project with as many invented counties as are asked for."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[3]
PLAN, NOTEBOOK = PROJECT / "data/plans/zhanjiang-2021-2025", "04_midterm.ipynb"
OBSERVATIONS = PROJECT / "data/observations/demonstration"
PATTERN, OWN = "440802", "440800"
COUNTED = ("stock", "annual_flow", "cumulative")

Row = dict[str, str]


def make_project(folder: Path, places: int, *, with_targets: bool = False) -> list[str]:
    """Make a project with invented counties and return their codes.

    Each has the demonstration values of one county; what is counted is scaled to its size. The
    demonstration plan breaks no target down, so their reports say so and judge nothing; with
    targets of their own, in proportion to the plan's, they judge as a city's does.
    """
    codes = [f"45{number:04d}" for number in range(1, places + 1)]
    sizes = {code: 0.5 + 1.5 * place / max(places, 2) for place, code in enumerate(codes)}
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    shutil.copytree(PLAN, folder / "plan")
    text = (folder / "plan/plan.yml").read_text("utf-8")
    added = "".join(
        f'  - {{code: "{code}", name: 第{code}县, name_en: County {code}, parent: "{OWN}"}}\n'
        for code in codes
    )
    head = "jurisdictions:\n"
    (folder / "plan/plan.yml").write_text(text.replace(head, head + added, 1), "utf-8")
    indicators = {one["id"]: one for one in _rows(folder / "plan/indicators.csv")}
    shutil.copytree(OBSERVATIONS, folder / "observations")
    path = folder / "observations/observations.csv"
    rows = _rows(path)
    pattern = [row for row in rows if row["jurisdiction"] == PATTERN]
    copies = (
        _scaled(row, code, size, indicators) for code, size in sizes.items() for row in pattern
    )
    _write(path, [*rows, *copies])
    if with_targets:
        targets = [one for code, size in sizes.items() for one in _targets(code, size, indicators)]
        _write(folder / "plan/county_targets.csv", targets)
    return codes


def write_jobs(folder: Path, places: list[str], **changes: Any) -> Path:
    """Write a job for `places`, or several that `changes` names by their settings."""
    job = {
        "product": "midterm",
        "plan": "plan",
        "jurisdictions": places,
        "observations": "observations",
        "as_of": "2023-07-31",
        "formats": ["html", "pdf"],
    }
    jobs = {name: {**job, **one} for name, one in (changes or {"county": {}}).items()}
    path = folder / "evaluations.yml"
    path.write_text(yaml.safe_dump({"jobs": jobs}, allow_unicode=True), "utf-8")
    return path


def change_a_row(folder: Path, code: str) -> None:
    """Change the first value of one county as a corrected return would."""
    path = folder / "observations/observations.csv"
    rows = _rows(path)
    row = next(one for one in rows if one["jurisdiction"] == code)
    row["value"] = f"{float(row['value']) * 1.01:.4f}"
    _write(path, rows)


def _scaled(row: Row, code: str, size: float, indicators: dict[str, Row]) -> Row:
    indicator = indicators.get(row["indicator"])
    value = row["value"]
    if indicator and indicator["kind"] in COUNTED:
        value = f"{float(value) * size:.{indicator['decimals']}f}"
    return {**row, "jurisdiction": code, "value": value}


def _targets(code: str, size: float, indicators: dict[str, Row]) -> Iterator[Row]:
    for key, one in indicators.items():
        if not one["target"] or not one["baseline"]:
            continue
        share = size / 10 if one["kind"] in COUNTED else 1.0
        values = {
            name: f"{float(one[name]) * share:.{one['decimals']}f}"
            for name in ("baseline", "target")
        }
        yield {"jurisdiction": code, "indicator": key, **values}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

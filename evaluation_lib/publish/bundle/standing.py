"""A finished report with what it was made from, where its bundle is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.opening import opened
from evaluation_lib.report.changes import Ground
from evaluation_lib.report.model import Report
from evaluation_lib.report.reading import read_report


@dataclass(frozen=True, slots=True)
class Standing:
    """A report and its ground; None where no bundle tells it."""

    report: Report
    ground: Ground | None


@contextmanager
def standing(place: Path) -> Iterator[Standing]:
    """Read the report at `place`: its folder, its `result.json`, or its bundle.

    Raises:
        EvaluationError: There is no report, or its bundle cannot be read.
    """
    bundled = place.suffix == ".zip" or any(
        (place / name).exists() for name in (contents.BUNDLE, contents.SUMS)
    )
    if not bundled:
        yield Standing(read_report(place), None)
        return
    with opened(place) as bundle:
        plan = read_plan(bundle.root / contents.PLAN)
        table, _ = read_observations(bundle.root / contents.OBSERVATIONS)
        report = read_report(bundle.beside or bundle.root / contents.REPORT)
        yield Standing(report, Ground(plan, table))

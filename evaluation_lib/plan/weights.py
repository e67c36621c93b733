"""Weights of the indicators for clients who want a score: an input with a version, sum-checked."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

from pydantic import Field

from evaluation_lib.errors import PlanError, listed
from evaluation_lib.places import find_input
from evaluation_lib.plan.consistency import hint
from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.rows import read_numbered_rows

SUMS = (Decimal(1), Decimal(100))


class _Row(Frozen):
    indicator: str = Field(min_length=1)
    weight: float = Field(ge=0)
    version: str = Field(min_length=1)


class Weights(Frozen):
    """How much each indicator counts.

    Attributes:
        version: Which set of weights it is.
        by_indicator: Weight of every indicator of the plan; they add up to 1 or to 100.
    """

    version: str
    by_indicator: dict[str, float]


def read_weights(path: str | Path, plan: Plan) -> Weights:
    """Read `weights.csv` with the columns `indicator`, `weight` and `version`.

    Args:
        path: The file.
        plan: Every one of its indicators has a row; 0 leaves one out and says so.

    Raises:
        PlanError: The file cannot be read, names an indicator the plan does not have or twice,
            leaves one out, mixes versions, or does not add up to 1 or 100; every fault is listed.
    """
    path = Path(path)
    faults: list[str] = []
    rows = [one for _, one in read_numbered_rows(path, _Row, faults)]
    if not faults:
        faults += _contradictions(path, rows, [one.id for one in plan.indicators])
    if faults:
        raise PlanError(listed(faults))
    return Weights(
        version=rows[0].version, by_indicator={one.indicator: one.weight for one in rows}
    )


def chosen_weights(name: str, plan: Plan) -> Weights | None:
    """Return the weights in the file `name`; None, and so no score, where the name is blank.

    Raises:
        EvaluationError: There is no such file, or it cannot be read as weights.
    """
    return read_weights(find_input(name), plan) if name else None


def _contradictions(path: Path, rows: list[_Row], known: list[str]) -> list[str]:
    counted = Counter(one.indicator for one in rows)
    faults = [f"{path}: no indicator {key!r}; {hint(key, known)}" for key in counted.keys() - known]
    faults += [
        f"{path}: indicator {key!r} stands there twice." for key in counted if counted[key] > 1
    ]
    faults += [
        f"{path}: indicator {key!r} has no weight; write 0 to leave it out."
        for key in known
        if key not in counted
    ]
    versions = sorted({one.version for one in rows})
    if len(versions) > 1:
        faults.append(f"{path}: versions {', '.join(versions)} are mixed; a file holds one.")
    total = sum((Decimal(repr(one.weight)) for one in rows), Decimal(0))
    if total not in SUMS:
        faults.append(f"{path}: the weights add up to {total.normalize():f}; make it 1 or 100.")
    return sorted(faults)

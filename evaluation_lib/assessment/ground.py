"""What the report on a place rests on: the rows it looks at as they stood on a day, questioned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from evaluation_lib.observations import checks
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.table import JURISDICTION
from evaluation_lib.observations.vintages import latest, published_by
from evaluation_lib.plan.model import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Observations as they stood on a day.

    Attributes:
        everywhere: Everything that was published by then, of every place.
        rows: Of this the rows that the report on the place looks at.
        findings: What the rules ask about them.
        vintages: The rows that no finding keeps out.
        sound: The last of them for each period.
    """

    everywhere: pd.DataFrame
    rows: pd.DataFrame
    findings: list[Finding]
    vintages: pd.DataFrame
    sound: pd.DataFrame


def lay_grounds(
    plan: Plan, observations: pd.DataFrame, jurisdictions: Sequence[str], as_of: date
) -> Iterator[Ground]:
    """Yield for each place what was known by `as_of`, checked against `plan`.

    A place that leaves others out knows nothing of them: its report changes when its own data do.

    Args:
        plan: The plan as it stood on that day.
        observations: Observation table, all jurisdictions.
        jurisdictions: GB/T 2260 codes.
        as_of: Day on which the evaluation looks at the data.
    """
    everywhere = published_by(observations, as_of)
    places = everywhere.groupby(JURISDICTION, sort=False).indices
    for one in jurisdictions:
        left_out = plan.left_to_others(one)
        rows = everywhere
        if left_out:
            seen = [np.empty(0, np.int64), *(places[code] for code in places.keys() - left_out)]
            rows = everywhere.iloc[np.sort(np.concatenate(seen))]
        findings = checks.check(rows, plan)
        vintages = checks.sound(rows, findings)
        yield Ground(everywhere, rows, findings, vintages, latest(vintages))

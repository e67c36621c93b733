"""What later publications changed: values restated, and values that came new, between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.table import (
    DEFINITION,
    INDICATOR,
    JURISDICTION,
    KEY,
    PERIOD,
    PUBLISHED_ON,
    SOURCE,
    VALUE,
)
from evaluation_lib.observations.vintages import latest, published_by

_OLD = "_old"


@dataclass(frozen=True, slots=True)
class Revision:
    """A value that is another on the later day than on the earlier; values in the unit of both.

    Attributes:
        published_on: Day on which the new value was published; blank where it has none.
        old_source: Id of the document the old value stood in.
    """

    jurisdiction: str
    indicator: str
    period: str
    definition: str
    old: float
    new: float
    old_published_on: str
    published_on: str
    old_source: str
    source: str


@dataclass(frozen=True, slots=True)
class Movement:
    """What is known on the later day and was not, or was otherwise, on the earlier.

    Attributes:
        revisions: Values restated, by indicator, jurisdiction and period.
        added: Number of periods that had no value before.
        unrevised: The rows known on the later day without those that restated something, so that
            what the restatements alone moved can be told from what new periods moved.
    """

    revisions: tuple[Revision, ...]
    added: int
    unrevised: pd.DataFrame


def find_revisions(table: pd.DataFrame, since: date, until: date) -> Movement:
    """Compare what held on the evening of `since` with what holds on `until`.

    Of several publications of a period the one that holds is chosen as for an evaluation: the best
    evidence, and of that the latest.

    Args:
        table: Observation table without the rows that the checks keep out.
        since: Earlier day.
        until: Later day.

    Raises:
        ObservationError: `until` does not lie after `since`.
    """
    if until <= since:
        raise ObservationError(
            f"revisions since {since} until {until}: the second day must lie after the first."
        )
    known = published_by(table, until)
    same = [*KEY, DEFINITION]
    before, after = latest(published_by(table, since)), latest(known)
    both = after.merge(before, on=same, suffixes=("", _OLD))
    moved = both[both[VALUE] != both[f"{VALUE}{_OLD}"]]
    moved = moved.sort_values([INDICATOR, JURISDICTION, PERIOD, DEFINITION], kind="stable")
    revisions = tuple(
        Revision(
            jurisdiction=row[JURISDICTION],
            indicator=row[INDICATOR],
            period=row[PERIOD],
            definition=row[DEFINITION],
            old=float(row[f"{VALUE}{_OLD}"]),
            new=float(row[VALUE]),
            old_published_on=row[f"{PUBLISHED_ON}{_OLD}"],
            published_on=row[PUBLISHED_ON],
            old_source=row[f"{SOURCE}{_OLD}"],
            source=row[SOURCE],
        )
        for row in moved.to_dict("records")
    )
    fresh = known[known[PUBLISHED_ON] > since.isoformat()]
    restated = pd.MultiIndex.from_frame(fresh[same]).isin(pd.MultiIndex.from_frame(moved[same]))
    return Movement(revisions, len(after) - len(both), known.drop(index=fresh.index[restated]))

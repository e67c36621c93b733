"""Which reports have to be made again, from the data, the plan and the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from evaluation_lib.errors import ObservationError
from evaluation_lib.publish.choices import Frequency
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.journal import Entry, History, name_of
from evaluation_lib.publish.running.manifest import MANIFEST, Inputs, edition_inputs, is_unchanged
from evaluation_lib.publish.running.news import State

_MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}


@dataclass(frozen=True, slots=True)
class Due:
    """Whether a report has to be made again.

    Attributes:
        is_due: Whether a run of what is due makes it.
        is_stale: Whether it is not what its inputs would give today.
        reason: Why, as a sentence without its end.
        last_good: When it was made last; blank for never.
    """

    edition: Edition
    is_due: bool
    is_stale: bool
    reason: str
    last_good: str = ""


def decide(
    editions: Sequence[Edition], output: Path, history: History, today: date
) -> Iterator[Due]:
    """Yield for each of `editions` whether it has to be made again.

    Args:
        editions: Reports of jobs.
        output: Folder of all reports.
        history: What became of them before.
        today: The day it is in China.
    """
    for one in editions:
        good = history.last_good.get(name_of(one))
        yield _decided(one, output, good, history.latest.get(name_of(one)), today)


def _decided(
    one: Edition, output: Path, good: Entry | None, latest: Entry | None, today: date
) -> Due:
    made = good.at if good else ""
    try:
        inputs = edition_inputs(one)
    except ObservationError as error:
        return Due(one, True, True, f"its observations cannot be read: {error}", made)
    folder = output / one.folder
    if is_unchanged(folder, inputs.key):
        return Due(one, False, False, "nothing has changed", made)
    frequency = one.job.due
    if waits := _waits_for_data(one, today):
        return Due(one, False, True, waits, made)
    if not (folder / MANIFEST).is_file():
        return Due(one, True, True, "it was never made" if not made else "it is gone", made)
    changed = f"changed: {', '.join(_changed_parts(folder, inputs)) or 'its own files'}"
    if latest is not None and latest.state is State.FAILED:
        return Due(one, True, True, f"the last run of it failed; {changed}", made)
    if made and frequency in _MONTHS and _period(made, frequency) == _period(today, frequency):
        return Due(one, False, True, f"{changed}; it is {frequency} and was made {made[:10]}", made)
    return Due(one, True, True, changed, made)


def _waits_for_data(one: Edition, today: date) -> str:
    """Return what a yearly report waits for: the values of the year that has ended."""
    if one.job.due is not Frequency.YEARLY:
        return ""
    year = min(today.year - 1, one.job.as_of.year)
    if year in _years(one.observations, one.jurisdiction):
        return ""
    return f"it waits for the values of {year}"


@cache
def _years(place: Path | str, jurisdiction: str) -> frozenset[int]:
    # Only yearly jobs ask, and reading a table takes a second.
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.observations.table import JURISDICTION, PERIOD

    table, _ = read_observations(place)
    here = table[table[JURISDICTION] == jurisdiction][PERIOD]
    return frozenset(int(one) for one in here if str(one).isdigit())


def _period(moment: date | str, frequency: Frequency) -> int:
    day = datetime.fromisoformat(moment).date() if isinstance(moment, str) else moment
    return (day.year * 12 + day.month - 1) // _MONTHS[frequency]


def _changed_parts(folder: Path, inputs: Inputs) -> Iterator[str]:
    before: Mapping[str, Any] = {}
    with suppress(OSError, ValueError):
        before = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if not isinstance(before, dict):
        return
    if before.get("settings") != json.loads(json.dumps(inputs.settings, ensure_ascii=False)):
        yield "settings"
    known = before.get("inputs", {})
    for part, files in inputs.files.items():
        if known.get(part) != files:
            yield part

"""Which values or tasks to check against their originals: a draw that anyone can repeat."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluation_lib.errors import ReportError
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import compared, plan_value
from evaluation_lib.report.strata import Sampled, Strata


@dataclass(frozen=True, slots=True)
class Item:
    """One value or task that a report rests on.

    Attributes:
        id: The same in every run of the same report.
        stratum: Part of the whole it belongs to.
        name: Indicator or task.
        period: Period of a value; day of a task's entry.
        stated: What the report uses, as a reader sees it.
        unit: Unit of a value; blank for a task.
        source: Title of the document.
        cell: Place in it.
        raw: As written there.
    """

    id: str
    stratum: str
    name: str
    period: str
    stated: str
    unit: str
    source: str
    cell: str
    raw: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw, with everything needed to repeat it.

    Attributes:
        populations: Number of items by stratum.
    """

    what: Sampled
    by: Strata
    seed: str
    as_of: str
    data_version: str
    title: str
    demonstration: bool
    populations: Mapping[str, int]
    items: tuple[Item, ...]


def draw_sample(report: Report, *, what: Sampled, by: Strata, size: int, seed: str) -> Sample:
    """Draw `size` items that `report` rests on, from each stratum in proportion to its size.

    Every stratum gives at least one item where `size` allows it. Items are drawn in the order of a
    hash of seed and item: no generator of random numbers has to stay the same for the draw to be
    repeated, and an item that is added later displaces no more than one other.

    Args:
        report: Report whose values are to be checked.
        what: Values or tasks.
        by: Division into strata.
        size: Number of items; all are drawn where there are fewer.
        seed: Any text, named before the data are looked at.

    Raises:
        ReportError: The report rests on nothing of that kind.
    """
    items = list(_values(report, by) if what is Sampled.VALUES else _tasks(report, by))
    if not items:
        raise ReportError(f"{report.title}: there are no {what} to draw from.")
    populations = dict(sorted(Counter(one.stratum for one in items).items()))
    quota = allocate(populations, min(size, len(items)))
    ordered = sorted(items, key=lambda one: _order(seed, one))
    drawn = [
        one
        for stratum, count in quota.items()
        for one in [item for item in ordered if item.stratum == stratum][:count]
    ]
    return Sample(
        what=what,
        by=by,
        seed=seed,
        as_of=report.as_of,
        data_version=report.data_version,
        title=report.title,
        demonstration=report.demonstration,
        populations=populations,
        items=tuple(drawn),
    )


def allocate(populations: Mapping[str, int], size: int) -> dict[str, int]:
    """Divide `size` among strata in proportion, by largest remainders, none above its population.

    Args:
        populations: Number of items by stratum, each at least one.
        size: At most the sum of all.

    Returns:
        Number by stratum; at least one each where `size` is at least the number of strata.
    """
    least = 1 if size >= len(populations) else 0
    quota = dict.fromkeys(populations, least)
    total = sum(populations.values())
    while sum(quota.values()) < size:
        # The one furthest below its share comes next; names decide between equals.
        behind = max(
            (name for name in populations if quota[name] < populations[name]),
            key=lambda name: (populations[name] * size / total - quota[name], name),
        )
        quota[behind] += 1
    return quota


def _order(seed: str, item: Item) -> str:
    return hashlib.sha256(f"{seed}\n{item.id}".encode()).hexdigest()


def _values(report: Report, by: Strata) -> Iterator[Item]:
    for fact in report.indicators:
        for one in (*fact.observations, *fact.parts):
            strata = {
                Strata.EVIDENCE: one.evidence,
                Strata.NATURE: fact.nature,
                Strata.INDICATOR: fact.id,
            }
            yield Item(
                id=_identity(fact.id, one.period, one.source, one.cell),
                stratum=strata[by],
                name=fact.short_name,
                period=one.period,
                stated=compared(plan_value(one.value, language=report.language), one.comparator),
                unit=fact.unit,
                source=one.source_title or one.source,
                cell=one.cell,
                raw=one.raw,
            )


def _tasks(report: Report, by: Strata) -> Iterator[Item]:
    for task in report.tasks:
        entry = task.verified or task.reported
        if entry is None:
            continue
        strata = {
            Strata.EVIDENCE: entry.evidence or "—",
            Strata.NATURE: task.state,
            Strata.INDICATOR: str(task.chapter),
        }
        yield Item(
            id=_identity(task.id, entry.date, entry.source, entry.reported_by),
            stratum=strata[by],
            name=task.title,
            period=entry.date,
            stated=entry.status,
            unit="",
            source=entry.source_title or entry.source,
            cell="",
            raw=entry.quote,
        )


def _identity(*parts: str) -> str:
    return "|".join(parts)

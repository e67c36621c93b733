"""Values of all forms together: repeated, restated, or against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise

from evaluation_lib.observations.forms.entry import Entry
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.plan.model import Indicator

_UNEVEN = 1000  # times between two values of one indicator: a change of scale, not of the city


def collect(entries: Iterable[Entry], inquiries: Mapping[str, Inquiry]) -> list[Entry]:
    """Return the entries that stand, and ask about those that do not.

    The same value twice is counted once. A later return of the same sender restates an earlier
    one, and both stand as vintages. Any other difference leaves no value at all.
    """
    by_key: dict[tuple[str, str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_key[entry.key].append(entry)
    kept = [one for rivals in by_key.values() for one in _settled(rivals, inquiries)]
    return _even(kept, inquiries)


def _settled(found: list[Entry], inquiries: Mapping[str, Inquiry]) -> list[Entry]:
    rivals = [one for one in found if not _is_dropped(one, inquiries[one.file])]
    if not rivals:
        return []
    first = rivals[0]
    differing = [one for one in rivals if not _same(one, first)]
    if not differing:
        for one in rivals[1:]:
            _ask(one, Kind.REPEATED, first, inquiries)
        return [first]
    if len({one.sender.unit for one in rivals}) > 1:
        return _refused(rivals, Kind.RETURNS_DISAGREE, inquiries)
    by_day: dict[str, list[Entry]] = defaultdict(list)
    for one in rivals:
        by_day[one.sender.published_on].append(one)
    if "" in by_day or any(not _same(one, group[0]) for group in by_day.values() for one in group):
        return _refused(rivals, Kind.CONFLICT, inquiries)
    vintages = [by_day[day][0] for day in sorted(by_day)]
    for before, after in pairwise(vintages):
        if not _same(before, after):
            _ask(after, Kind.RESTATED, before, inquiries)
    return vintages


def _is_dropped(entry: Entry, inquiry: Inquiry) -> bool:
    """Return whether its sender withdrew the value when it met another."""
    return any(
        inquiry.drops_about(kind, entry.sheet, entry.cell, entry.raw)
        for kind in (Kind.CONFLICT, Kind.RETURNS_DISAGREE, Kind.UNEVEN_SCALE)
    )


def _same(one: Entry, other: Entry) -> bool:
    return (one.value, one.comparator) == (other.value, other.comparator)


def _refused(rivals: list[Entry], kind: Kind, inquiries: Mapping[str, Inquiry]) -> list[Entry]:
    for one in rivals:
        other = next(rival for rival in rivals if not _same(rival, one))
        _ask(one, kind, other, inquiries)
    return []


def _even(entries: list[Entry], inquiries: Mapping[str, Inquiry]) -> list[Entry]:
    """Refuse values a thousandfold apart where the plan has no figure to tell which is right."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if not _has_reference(entry) and entry.value > 0:
            groups[entry.jurisdiction, entry.quantity.id].append(entry)
    refused: set[int] = set()
    for group in groups.values():
        low, high = min(group, key=_value), max(group, key=_value)
        if high.value < _UNEVEN * low.value:
            continue
        for one in group:
            _ask(one, Kind.UNEVEN_SCALE, low if one is not low else high, inquiries)
            refused.add(id(one))
    return [one for one in entries if id(one) not in refused]


def _value(entry: Entry) -> Decimal:
    return entry.value


def _has_reference(entry: Entry) -> bool:
    quantity = entry.quantity
    return isinstance(quantity, Indicator) and bool(quantity.baseline or quantity.target)


def _ask(entry: Entry, kind: Kind, other: Entry, inquiries: Mapping[str, Inquiry]) -> None:
    inquiry = inquiries[entry.file]
    if entry.query is not None and kind not in {Kind.REPEATED, Kind.RESTATED}:
        inquiry.withdraw(entry.query)
    inquiry.ask(
        kind,
        sheet=entry.sheet,
        cell=entry.cell,
        raw=entry.raw,
        binding=isinstance(entry.quantity, Indicator) and entry.quantity.is_binding,
        details={"other": f"{other.raw}（{other.file} {other.where}）"},
    )

"""Cut observations, ledger and sources down to what the public may see, before anything is judged.

Everything that is said later follows from what is left, so that nothing kept back can be read off a
sum, a finding or a chart; and whoever has the public bundle can make the public report again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from evaluation_lib.observations.ledger import LedgerEntry, published_entries
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.observations.sources import Source
from evaluation_lib.observations.table import (
    COLUMNS,
    DEFINITION,
    INDICATOR,
    JURISDICTION,
    PERIOD,
    RAW,
    SOURCE,
    UNIT,
    VALUE,
)
from evaluation_lib.observations.vintages import published_by
from evaluation_lib.plan.model import Kind, Plan
from evaluation_lib.report.public.masking import Masks, names_in
from evaluation_lib.report.public.release import Release

COUNTY_ROWS, QUOTES, NOTES = "county_rows", "quotes", "notes"
_NOT_COUNTED = (Kind.RATE, Kind.MAINTAIN)
_MONEY = ("元", "%")

Cut = tuple[pd.DataFrame, dict[str, Source], tuple[LedgerEntry, ...], Release]


def cut(
    release: Release,
    plan: Plan,
    table: pd.DataFrame,
    sources: Mapping[str, Source],
    ledger: Iterable[LedgerEntry] = (),
) -> Cut:
    """Return table, sources, ledger and terms of what may be shown; all of it if not public.

    A county row that counts fewer than the smallest count is left out, and where it would be the
    only one of its indicator and period, the next smallest too, because one missing part follows
    from the total. Quotes, notes and reporters are blanked, names and contacts blacked out.

    Returns:
        The terms come back with the persons found and with the counts of what was kept back.
    """
    if not release.is_public:
        return table, dict(sources), tuple(ledger), release
    table, entries = published_by(table, release.day), published_entries(ledger, release.day)
    cited = {*table[SOURCE], *(one.source for one in entries)}
    sources = {key: one for key, one in sources.items() if key in cited}
    told = (*table[RAW], *(text for one in entries for text in (one.quote, one.note)))
    masks = Masks(release.masks.names | set(names_in(told)))
    shown = table[~_is_small(table, plan, release.smallest)]
    kept = Counter(release.before)
    kept[COUNTY_ROWS] += len(table) - len(shown)
    kept[QUOTES] += int((shown[RAW] != "").sum()) + sum(bool(one.quote) for one in entries)
    kept[NOTES] += sum(bool(one.note) for one in entries)
    kept[NOTES] += sum(bool(one.note) for one in sources.values())
    terms = replace(release, masks=masks, before=dict(kept))
    return (
        _masked_table(shown, masks),
        {masks.masked(key): _masked_source(one, masks) for key, one in sources.items()},
        tuple(_masked_entry(one, masks) for one in entries),
        terms,
    )


def _is_small(table: pd.DataFrame, plan: Plan, smallest: int) -> pd.Series:
    """Return which rows are kept back: county rows of few, and those that would give them away."""
    below = [one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction]
    uncounted = [one.id for one in plan.indicators if one.kind in _NOT_COUNTED]
    scale = table[UNIT].map({unit: _scale(unit) for unit in table[UNIT].unique()})
    counts = table[VALUE] * scale
    is_county = table[JURISDICTION].isin(below) & ~table[INDICATOR].isin(uncounted)
    is_count = is_county & counts.notna()
    part = [JURISDICTION, INDICATOR, PERIOD, DEFINITION]
    # Another edition of the same value would give it away.
    least = counts.where(is_count).groupby([table[one] for one in part]).transform("min")
    small = is_count & (least < smallest)
    return small | _next_smallest(table, least, small, is_count)


def _next_smallest(
    table: pd.DataFrame, least: pd.Series, small: pd.Series, is_count: pd.Series
) -> pd.Series:
    whole = [INDICATOR, PERIOD, DEFINITION]
    found = pd.Series(False, index=table.index)
    for _, rows in table[is_count].groupby(whole, sort=False):
        hidden = small[rows.index]
        if rows.loc[hidden, JURISDICTION].nunique() != 1 or hidden.all():
            continue
        rest = rows[~hidden]
        order = least[rest.index].to_frame("least").assign(code=rest[JURISDICTION])
        next_code = order.sort_values(["least", "code"])["code"].iloc[0]
        found[rest.index[rest[JURISDICTION] == next_code]] = True
    return found


def _scale(unit: str) -> float:
    """Return how many things one unit counts; NaN where none are counted."""
    read = parse_unit(unit)
    if read is None or read.base in _MONEY or "/" in read.base or "每" in read.base:
        return float("nan")
    return float(10**read.power)


def _masked_table(table: pd.DataFrame, masks: Masks) -> pd.DataFrame:
    shown = table.assign(**{RAW: ""})
    for name in COLUMNS:
        if name not in (VALUE, RAW):
            words = {text: masks.masked(text) for text in shown[name].unique()}
            shown[name] = shown[name].map(words)
    return shown


def _masked_source(source: Source, masks: Masks) -> Source:
    is_public = source.url.startswith(("http://", "https://"))
    return Source.model_validate(
        {
            **masks.masked_values(source.model_dump()),
            "url": masks.masked(source.url) if is_public else "",
            "note": "",
            "note_en": "",
        }
    )


def _masked_entry(entry: LedgerEntry, masks: Masks) -> LedgerEntry:
    return entry.model_copy(
        update={
            "quote": "",
            "note": "",
            "reported_by": "",
            "source": masks.masked(entry.source),
        }
    )

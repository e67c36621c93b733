"""Rules on how jurisdictions stand to each other: parts of a whole, and neighbours alike."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Numbers, Subject
from evaluation_lib.observations.table import DEFINITION, INDICATOR, JURISDICTION, PERIOD
from evaluation_lib.observations.vintages import joined
from evaluation_lib.plan.model import Indicator, Kind

SUM_TOLERANCE = 0.005
"""Half a percent: rounding of nine counties to the plan's decimals."""
_DIGITS = 3  # fewer agree by chance


@rule("counties_against_city", severity=Severity.WARNING, zh="县区合计不符", en="Parts ≠ whole")
def find_unequal_totals(subject: Subject) -> Iterator[Fault]:
    """Find totals that differ from the sum of all their counties by more than half a percent.

    Where counties are missing, their sum is only asked not to exceed the total.
    """
    plan, places = subject.plan, subject.levels(JURISDICTION)
    counties = [one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction]
    chosen = subject.latest[(_is_additive(subject) & subject.exact)[subject.latest]]
    keyed = joined(
        *(subject.levels(name).codes[chosen] for name in (INDICATOR, PERIOD, DEFINITION))
    )
    keyed = np.unique(keyed, return_inverse=True)[1].astype(np.int64)
    part = places.are(counties)[chosen]
    size = int(keyed.max(initial=-1)) + 1
    total = np.bincount(keyed[part], weights=subject.value[chosen][part], minlength=size)
    known = np.bincount(keyed[part], minlength=size)
    whole = np.flatnonzero(places.are([plan.jurisdiction])[chosen])
    sums, counts = total[keyed[whole]], known[keyed[whole]]
    city = subject.value[chosen[whole]]
    margin = SUM_TOLERANCE * np.maximum(np.abs(sums), np.abs(city))
    complete = counts == len(counties)
    off = complete & (np.abs(sums - city) > margin)
    over = ~complete & (counts > 0) & (sums - city > margin)
    for at in np.flatnonzero((off | over) & bool(counties)).tolist():
        row = int(subject.row[chosen[whole[at]]])
        period = subject.text(PERIOD, row)
        period_zh = f"{period}年" if period.isdigit() else period
        difference = city[at] - sums[at]
        if complete[at]:
            yield fault(
                row,
                f"{period_zh}{counts[at]}个县（市、区）合计{sums[at]:g}，与全市{city[at]:g}不符，"
                f"差{difference:+g}。",
                f"In {period} the {counts[at]} counties sum to {sums[at]:g}, the city reports "
                f"{city[at]:g} ({difference:+g}).",
            )
        else:
            yield fault(
                row,
                f"{period_zh}仅{counts[at]}个县（市、区）合计已达{sums[at]:g}，超过全市{city[at]:g}。",
                f"In {period} only {counts[at]} counties already sum to {sums[at]:g}, more than "
                f"the city's {city[at]:g}.",
            )


@rule(
    "copied_from_neighbour",
    severity=Severity.NOTE,
    zh="与相邻县区相同",
    en="Same as a neighbour",
)
def find_copies(subject: Subject) -> Iterator[Fault]:
    """Find yearly values that equal another division's of the same parent to three digits.

    Zeros at the end count for nothing. A value near its bound has as many digits as the distance
    to it, because pass rates of 98.6 % agree by chance.
    """
    parents = {one.code: one.parent for one in subject.plan.jurisdictions if one.parent}
    number = {code: float(place) for place, code in enumerate(sorted(set(parents.values())))}
    parent = subject.levels(JURISDICTION).mapped(
        {code: number[above] for code, above in parents.items()}
    )
    uppers = {key: one.upper for key, one in subject.quantities.items()}
    upper = subject.levels(INDICATOR).mapped(
        {key: value for key, value in uppers.items() if value is not None}
    )
    asked = subject.exact & subject.is_annual & ~np.isnan(parent)
    at = subject.latest[asked[subject.latest]]
    keyed = joined(
        parent[at].astype(np.int64),
        *(subject.levels(name).codes[at] for name in (INDICATOR, PERIOD, DEFINITION)),
    )
    value = subject.value[at]
    order = np.lexsort((subject.levels(JURISDICTION).codes[at], value, keyed))
    at, keyed, value = at[order], keyed[order], value[order]
    again = np.zeros(len(at), dtype=np.bool_)
    again[1:] = (keyed[1:] == keyed[:-1]) & (value[1:] == value[:-1])
    room = np.nan_to_num(np.round(upper[at] - value, 6), nan=np.inf)
    digits = np.minimum(significant_digits(value), significant_digits(room))
    for place in np.flatnonzero(again & (digits >= _DIGITS)).tolist():
        row, other = int(subject.row[at[place]]), int(subject.row[at[place - 1]])
        code = subject.text(JURISDICTION, other)
        near = subject.plan.place(code)
        yield fault(
            row,
            f"数值{value[place]:g}与{near.name}完全相同，请确认不是照抄。",
            f"{value[place]:g} is the same as in {near.name_en}; confirm it is no copy.",
        )


def significant_digits(values: np.ndarray) -> Numbers:
    """Return how many digits of each value, of six, do not follow from its size; 6 without end."""
    size = np.abs(np.where(np.isfinite(values), values, 123456.0))
    with np.errstate(divide="ignore", invalid="ignore"):
        power = np.floor(np.log10(np.where(size > 0, size, 1.0)))
    digits = np.rint(size / 10.0 ** (power - 5)).astype(np.int64)
    count = np.full(len(size), 6, dtype=np.int64)
    for _ in range(6):
        trailing = (digits % 10 == 0) & (digits > 0)
        count -= trailing
        digits = np.where(trailing, digits // 10, digits)
    return np.where(size > 0, np.minimum(count, 6), 0)


def _is_additive(subject: Subject) -> Flags:
    """Return which rows belong to a quantity whose counties sum to the city."""
    return subject.levels(INDICATOR).are(one.id for one in subject.plan.indicators if adds_up(one))


def adds_up(indicator: Indicator) -> bool:
    """Return whether the values of all counties sum to the city's."""
    counted = indicator.kind in (Kind.STOCK, Kind.ANNUAL_FLOW, Kind.CUMULATIVE)
    return counted and "每" not in indicator.name and indicator.unit != "%"

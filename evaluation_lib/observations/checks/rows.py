"""Rules on single rows: does the row speak of something that can be, and that the plan knows?"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import numpy as np

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Subject
from evaluation_lib.observations.table import (
    INDICATOR,
    JURISDICTION,
    PERIOD,
    PUBLISHED_ON,
    SOURCE,
    STATUS,
    UNIT,
    Status,
)


@rule("unknown_indicator", severity=Severity.ERROR, zh="规划中没有的指标", en="Unknown indicator")
def find_unknown_indicators(subject: Subject) -> Iterator[Fault]:
    """Find rows about a quantity that the plan does not know."""
    plan = subject.plan
    known = list(subject.quantities)
    known += [key for one in plan.commitments for key in one.observed_as]
    answers: dict[str, Text] = {}
    for row in subject.row[~subject.levels(INDICATOR).are(known)]:
        found = subject.text(INDICATOR, row)
        if found not in answers:
            near = get_close_matches(found, known, n=1)
            hint = (f"，是否指{near[0]}？", f"; did you mean {near[0]}?") if near else ("。", ".")
            answers[found] = Text(
                f"规划中没有指标“{found}”{hint[0]}", f"The plan has no indicator {found!r}{hint[1]}"
            )
        yield Fault(int(row), answers[found])


@rule("unknown_jurisdiction", severity=Severity.ERROR, zh="未知行政区", en="Unknown jurisdiction")
def find_unknown_jurisdictions(subject: Subject) -> Iterator[Fault]:
    """Find rows about a place that the plan does not name."""
    known = {one.code for one in subject.plan.jurisdictions}
    for row in subject.row[~subject.levels(JURISDICTION).are(known)]:
        found = subject.text(JURISDICTION, row)
        yield fault(
            row,
            f"规划中没有行政区代码{found}，请核对GB/T 2260代码。",
            f"The plan names no jurisdiction {found}; check the GB/T 2260 code.",
        )


@rule("wrong_unit", severity=Severity.ERROR, zh="计量单位不符", en="Wrong unit")
def find_wrong_units(subject: Subject) -> Iterator[Fault]:
    """Find values that are not in the plan's unit; none is converted silently."""
    plan = subject.plan
    units = {key: one.unit for key, one in subject.quantities.items()}
    units |= {key: one.unit for one in plan.commitments for key in one.observed_as if one.unit}
    written = {text: code for code, text in enumerate(subject.levels(UNIT).texts)}
    # A unit that no row is written in gets the number -1, which no row has.
    wanted = subject.levels(INDICATOR).mapped(
        {key: float(written.get(unit, -1)) for key, unit in units.items()}
    )
    for row in subject.row[~np.isnan(wanted) & (wanted != subject.levels(UNIT).codes)]:
        found, unit = subject.text(UNIT, row), units[subject.text(INDICATOR, row)]
        yield fault(
            row,
            f"计量单位为“{found}”，规划的计量单位是“{unit}”；未换算，不采用。",
            f"The unit is {found!r}, the plan's is {unit!r}; not converted, not used.",
        )


@rule("out_of_bounds", severity=Severity.ERROR, zh="超出可能范围", en="Impossible value")
def find_impossible_values(subject: Subject) -> Iterator[Fault]:
    """Find values that the indicator cannot take, such as a rate above 100 %."""
    bounded = subject.quantities
    what, value = subject.levels(INDICATOR), subject.value
    lower = what.mapped({key: one.lower for key, one in bounded.items() if one.lower is not None})
    upper = what.mapped({key: one.upper for key, one in bounded.items() if one.upper is not None})
    outside = (value < lower) | (value > upper)
    for row, found in zip(subject.row[outside], value[outside], strict=True):
        one = bounded[subject.text(INDICATOR, row)]
        low, high = (None if end is None else f"{end:g}" for end in (one.lower, one.upper))
        bounds = f"{low}—{high}" if low and high else f"≥{low}" if low else f"≤{high}"
        yield fault(
            row,
            f"数值{found:g}超出可能范围（{bounds}），不采用。",
            f"The value {found:g} lies outside what is possible ({bounds}); not used.",
        )


@rule("future_period", severity=Severity.ERROR, zh="时期晚于发布日期", en="Period in the future")
def find_future_periods(subject: Subject) -> Iterator[Fault]:
    """Find values about a time that had not ended when they were published."""
    days = subject.levels(PUBLISHED_ON)
    ends = np.array([one.end.isoformat() for one in subject.periods], dtype="<U10")
    published = np.array(days.texts, dtype="<U10")
    # Dates in ISO form sort as texts, so the place among all published days compares as a number.
    due = np.searchsorted(published, ends, side="left")[subject.levels(PERIOD).codes]
    dated = ~days.are([""])
    for row in subject.row[dated & (days.codes < due)]:
        period, day = subject.text(PERIOD, row), subject.text(PUBLISHED_ON, row)
        yield fault(
            row,
            f"时期{period}在{day}尚未结束，不可能是实际值，不采用。",
            f"Period {period} had not ended on {day}, so this is no observation; not used.",
        )


@rule(
    "undated",
    severity=Severity.WARNING,
    zh="发布日期不明",
    en="Publication date unknown",
    excludes=True,
)
def find_undated(subject: Subject) -> Iterator[Fault]:
    """Find rows that cannot be shown to have been known on the as-of date."""
    own = subject.levels(SOURCE).are(source.id for source in subject.plan.sources)
    for row in subject.row[subject.levels(PUBLISHED_ON).are([""]) & ~own]:
        yield fault(
            row,
            "发布日期不明，无法证明截至评估日已经公布，不采用。",
            "No publication date, so it cannot be shown to have been known; not used.",
        )


@rule("synthetic", severity=Severity.NOTE, zh="演示数据", en="Demonstration data")
def find_synthetic(subject: Subject) -> Iterator[Fault]:
    """Say once that values are made up."""
    synthetic = subject.levels(STATUS).are([Status.SYNTHETIC])
    if count := int(synthetic.sum()):
        sources = len(np.unique(subject.levels(SOURCE).codes[synthetic]))
        yield Fault(
            None,
            Text(
                f"来自{sources}个来源的{count}个数值是虚构的演示数据，不得引用。",
                f"{count} values from {sources} sources are invented for demonstration; "
                "never quote them.",
            ),
        )

"""Write the demonstration down the way departments would: as returns, in two vintages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd

from evaluation_lib.observations import table as columns
from evaluation_lib.observations.demonstration import documents, story
from evaluation_lib.observations.demonstration.counties import (
    county_values,
    in_last_digits,
    split,
)
from evaluation_lib.observations.demonstration.documents import Document
from evaluation_lib.observations.demonstration.story import Story
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.observations.table import Comparator, Evidence, Status
from evaluation_lib.plan.model import Indicator, Kind, Measure, Plan

_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
_WHOLE_UNITS = {"亿元": "万元"}  # what 万 of the unit is counted in, where it is not 万 itself


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a return.

    Attributes:
        value: In last digits.
        digits: Decimals of `value`.
        remark: Words the department adds behind the number.
    """

    code: str
    quantity: Indicator | Measure
    period: str
    value: int
    digits: int
    evidence: Evidence
    document: Document
    cell: str
    remark: str = ""


def demonstration_rows(plan: Plan) -> pd.DataFrame:
    """Return the demonstration as texts, ready to be written as CSV.

    Args:
        plan: Gives names, units, baselines and places.

    Returns:
        One text per cell, columns as in `table.COLUMNS`; rows by place, indicator and period, and
        within a period by day of publication. The same plan gives the same rows.
    """
    rows: list[dict[str, str]] = []
    for one in story.STORIES:
        chance = _chance(plan.indicator(one.indicator).number)
        rows += [_texts(entry, chance) for entry in _entries(one, plan, chance)]
    chance = _chance(0)
    rows += [_texts(entry, chance) for entry in _population(plan)]
    table = pd.DataFrame(rows, columns=list(columns.COLUMNS))
    quantities: list[Indicator | Measure] = [*plan.indicators, *plan.measures]
    order = [one.id for one in quantities]
    return table.sort_values(
        [columns.JURISDICTION, columns.INDICATOR, columns.PERIOD, columns.PUBLISHED_ON],
        key=lambda column: column.map(order.index) if column.name == columns.INDICATOR else column,
        kind="stable",
        ignore_index=True,
    )


def demonstration_sources(plan: Plan) -> list[Source]:
    """Return the register of the demonstration's sources, by day of publication."""
    used = set(demonstration_rows(plan)[columns.SOURCE])
    every = [
        documents.annual(plan, code, year, settled=settled)
        for code in story.ALL_PLACES
        for year in story.YEARS
        for settled in (False, True)
    ]
    every += [documents.quarterly(plan, year, part) for year in story.YEARS for part in (1, 2, 3)]
    every += [documents.restatement(plan, day) for day in sorted(set(story.RESTATED_ON.values()))]
    every += [documents.bulletin(plan, year) for year in story.POPULATION]
    known = sorted(every, key=lambda one: (one.published_on, one.id))
    return [one.source() for one in known if one.id in used]


def _chance(number: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64([story.SEED, number]))


def _entries(one: Story, plan: Plan, chance: np.random.Generator) -> Iterator[Entry]:
    indicator = plan.indicator(one.indicator)
    counties = county_values(one, indicator, chance)
    before = in_last_digits(str(indicator.baseline or 0), one.digits)
    for year, text in zip(story.YEARS, one.city, strict=True):
        final = in_last_digits(text, one.digits)
        settled = final
        if year == story.YEARS[0] and one.indicator in story.FIRST_SETTLED:
            settled = in_last_digits(story.FIRST_SETTLED[one.indicator], one.digits)
        quick = _quick(one, year, settled, chance)
        parts = dict(_parts(one, year, before, settled, chance))
        silent = one.missing.get(year, ())
        if story.CITY not in silent:
            yield from _of_the_city(one, plan, year, (quick, settled), parts)
            if settled != final:
                yield from _restated(one, plan, final)
        for code, entry in _of_the_counties(one, plan, year, counties[year], quick - final):
            if code not in silent:
                yield entry
        before = final


def _quick(one: Story, year: int, settled: int, chance: np.random.Generator) -> int:
    """Return the value known in winter, within half a percent of the settled one."""
    if (one.indicator, year) in story.QUICK_FIGURES:
        return in_last_digits(story.QUICK_FIGURES[(one.indicator, year)], one.digits)
    if one.spread is None:
        return settled + round(settled * 0.005 * (1.4 * chance.random() - 1))
    step = int(3 * chance.random()) - 1
    return settled + (step if in_last_digits(one.spread, one.digits) else 0)


def _parts(
    one: Story, year: int, before: int, settled: int, chance: np.random.Generator
) -> Iterator[tuple[int, int]]:
    """Yield the quarters the city reports during the year, each with its value."""
    growth = settled - before
    if one.indicator == "market_entities":
        jumps = year == story.JUMP[2]
        pace = story.ENTITY_PACE_OF_JUMP_YEAR if jumps else story.ENTITY_PACE
        for quarter, reached in enumerate(pace, start=1):
            yield quarter, before + round(growth * (reached + 0.03 * (chance.random() - 0.5)))
    elif one.indicator == "certificates":
        yield 2, before + round(growth * (story.CERTIFICATE_PACE + 0.04 * (chance.random() - 0.5)))
    elif one.indicator in ("food_inspections", "ip_pledge_financing"):
        weights = [weight * (0.95 + 0.1 * chance.random()) for weight in story.FLOW_WEIGHTS]
        yield from enumerate(split(settled, weights)[:3], start=1)


def _of_the_city(
    one: Story, plan: Plan, year: int, vintages: tuple[int, int], parts: dict[int, int]
) -> Iterator[Entry]:
    indicator = plan.indicator(one.indicator)
    for quarter, value in parts.items():
        document = documents.quarterly(plan, year, quarter)
        cell = f"{document.sheet}!D{indicator.number + 4}"
        period = _part_period(one, year, quarter)
        yield Entry(story.CITY, indicator, period, value, one.digits, one.evidence, document, cell)
    for value, is_settled in zip(vintages, (False, True), strict=True):
        document = documents.annual(plan, story.CITY, year, settled=is_settled)
        closing = {str(year): value}
        if one.indicator == "certificates":
            closing[f"{year}-H2"] = value
        elif parts and indicator.kind is not Kind.STOCK:
            closing[f"{year}-Q4"] = value - sum(parts.values())
        for period, amount in closing.items():
            cell = _cell(document, indicator, year, whole=period == str(year))
            yield Entry(
                story.CITY, indicator, period, amount, one.digits, one.evidence, document, cell
            )


def _part_period(one: Story, year: int, quarter: int) -> str:
    if one.indicator == "certificates":
        return f"{year}-H1"
    if one.indicator == "market_entities":
        return f"{year}-{3 * quarter:02d}"
    return f"{year}-Q{quarter}"


def _restated(one: Story, plan: Plan, final: int) -> Iterator[Entry]:
    indicator = plan.indicator(one.indicator)
    document = documents.restatement(plan, story.RESTATED_ON[one.indicator])
    year = story.YEARS[0]
    periods = [str(year)] + ([f"{year}-H2"] if one.indicator == "certificates" else [])
    for period in periods:
        cell = _cell(document, indicator, year, whole=period == str(year))
        yield Entry(story.CITY, indicator, period, final, one.digits, one.evidence, document, cell)


def _of_the_counties(
    one: Story, plan: Plan, year: int, finals: dict[str, int], difference: int
) -> Iterator[tuple[str, Entry]]:
    """Yield both vintages of each county; the quick ones sum to the city's quick one."""
    indicator = plan.indicator(one.indicator)
    shifts = split(difference if one.spread is None else 0, list(story.COUNTY_SHARES.values()))
    twice, twice_code, twice_year, amount, words = story.COUNTED_TWICE
    for (code, final), shift in zip(finals.items(), shifts, strict=True):
        wrong = (one.indicator, code, year) == (twice, twice_code, twice_year)
        extra = in_last_digits(amount, one.digits) if wrong else 0
        grade = one.evidence if one.evidence in (Evidence.D, Evidence.E) else _returned(one, code)
        for value, is_settled in ((max(0, final + shift), False), (final, True)):
            document = documents.annual(plan, code, year, settled=is_settled)
            yield (
                code,
                Entry(
                    code,
                    indicator,
                    str(year),
                    value + extra,
                    one.digits,
                    grade,
                    document,
                    _cell(document, indicator, year, whole=True),
                    words if wrong else "",
                ),
            )


def _returned(one: Story, code: str) -> Evidence:
    least = Evidence.C if code in story.WITHOUT_LEDGER else Evidence.B
    return max(least, one.evidence)


def _cell(document: Document, indicator: Indicator, year: int, *, whole: bool) -> str:
    column = "CDEFG"[story.YEARS.index(year)] if whole else "I"
    return f"{document.sheet}!{column}{indicator.number + 4}"


def _population(plan: Plan) -> Iterator[Entry]:
    population = plan.quantity("population")
    if population is None:
        return
    for year, text in story.POPULATION.items():
        document = documents.bulletin(plan, year)
        value = in_last_digits(text, 1)
        yield Entry(
            story.CITY,
            population,
            str(year),
            value,
            1,
            Evidence.A,
            document,
            f"{document.sheet}!B3",
        )


def _texts(entry: Entry, chance: np.random.Generator) -> dict[str, str]:
    number = Decimal(entry.value).scaleb(-entry.digits)
    comparator, raw = Comparator.EQUAL, _raw(entry, chance)
    words = story.IN_WORDS.get((entry.quantity.id, entry.code, int(entry.period[:4])))
    if words is not None:
        comparator = Comparator(words[0])
        rounding = ROUND_HALF_UP if comparator is Comparator.ABOUT else ROUND_DOWN
        number = number.quantize(Decimal(1).scaleb(-words[2]), rounding=rounding)
        raw = f"{words[1]}{number}{entry.quantity.unit}"
    return {
        columns.JURISDICTION: entry.code,
        columns.INDICATOR: entry.quantity.id,
        columns.PERIOD: entry.period,
        columns.VALUE: str(number),
        columns.COMPARATOR: comparator,
        columns.UNIT: entry.quantity.unit,
        columns.DEFINITION: "",
        columns.STATUS: Status.SYNTHETIC,
        columns.PUBLISHED_ON: entry.document.published_on,
        columns.EVIDENCE: entry.evidence,
        columns.SOURCE: entry.document.id,
        columns.CELL: entry.cell,
        columns.RAW: raw,
    }


def _raw(entry: Entry, chance: np.random.Generator) -> str:
    """Return the number in one of the ways departments write it; all say the same."""
    number = str(Decimal(entry.value).scaleb(-entry.digits))
    unit = entry.quantity.unit.removesuffix("/年")
    ways = [number, f"{number}{unit}", f"{number.translate(_FULL_WIDTH)}{unit}"]
    if entry.digits == 4:
        ways.append(f"{entry.value}{_WHOLE_UNITS.get(unit, unit.removeprefix('万'))}")
    chosen = ways[int(len(ways) * chance.random())]
    return f"{chosen}（{entry.remark}）" if entry.remark else chosen

"""The rows under question, numbered and sorted once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evaluation_lib.observations.period import Period, parse_period
from evaluation_lib.observations.table import (
    COMPARATOR,
    DEFINITION,
    EVIDENCE,
    INDICATOR,
    JURISDICTION,
    PERIOD,
    PUBLISHED_ON,
    VALUE,
    Comparator,
)
from evaluation_lib.observations.vintages import is_first, joined
from evaluation_lib.plan.model import Indicator, Measure, Plan

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]
Flags = NDArray[np.bool_]

_Made = TypeVar("_Made")
# Slips of the unit: 户 for 万户, percent for a share, 元 for 亿元, and a point misplaced.
_SLIPS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)
_SLIP_WIDTH = 0.155  # corrected, the value lies within a factor of 1.43 of its neighbours


@dataclass(frozen=True, slots=True)
class Levels:
    """A column as numbers.

    Attributes:
        codes: Place of each row's text in `texts`. Shape ``(n,)``.
        texts: The distinct texts in order.
    """

    codes: Numbers
    texts: list[str]

    def are(self, words: Iterable[str]) -> Flags:
        """Return which rows hold one of `words`. Shape ``(n,)``."""
        wanted = set(words)
        return np.array([one in wanted for one in self.texts], dtype=np.bool_)[self.codes]

    def mapped(self, known: dict[str, float]) -> Values:
        """Return the number that `known` gives each row's text, NaN where it gives none."""
        return np.array([known.get(one, np.nan) for one in self.texts], dtype=float)[self.codes]


@dataclass(frozen=True, slots=True)
class Yearly:
    """Yearly values, one for each year and definition, in the order of their series.

    Every array has shape ``(m,)``; values are in the indicator's unit.

    Attributes:
        row: Label of the row in the observation table.
        series: Number of jurisdiction, indicator and definition.
        group: Number of jurisdiction and indicator.
        exact: Whether the value stands for itself and not for a bound.
        previous: Value of the year before in the same series, NaN if unknown.
        usual: Median of up to two values before and two after, NaN where there is none.
        slip: Power of ten by which the value is off against `usual`, 0 for none.
        change: Value minus previous, NaN where either is off by a power of ten.
    """

    row: Numbers
    series: Numbers
    group: Numbers
    year: Numbers
    value: Values
    exact: Flags
    previous: Values
    usual: Values
    slip: Numbers
    change: Values


class Subject:
    """The observation table with what several rules need; nothing in it is changed.

    Args:
        table: Observation table whose labels count its rows from 0.
        plan: Gives indicators, units, bounds and places.
        among: Labels of the rows that are asked about, all of them if None. Shape ``(n,)``.
    """

    def __init__(self, table: pd.DataFrame, plan: Plan, among: Numbers | None = None) -> None:
        self.table = table
        self.plan = plan
        self.row: Numbers = np.arange(len(table), dtype=np.int64) if among is None else among
        self._levels: dict[str, Levels] = {}
        self._whole: Subject = self
        self._made: dict[Callable[[Subject], Any], Any] = {}

    @cached_property
    def quantities(self) -> dict[str, Indicator | Measure]:
        """What the plan's indicators and measures are, by id."""
        plan = self.plan
        known: list[Indicator | Measure] = [*plan.indicators, *plan.measures]
        return {one.id: one for one in known}

    def without(self, rows: Iterable[int]) -> Subject:
        """Return the same subject without the rows labelled `rows`."""
        rest = Subject(self.table, self.plan, np.setdiff1d(self.row, np.fromiter(rows, np.int64)))
        rest._whole = self
        return rest

    def once(self, make: Callable[[Subject], _Made]) -> _Made:
        """Return what `make` makes of the subject, made for the first rule that asks for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def position(self, rows: Numbers) -> Numbers:
        """Return where the rows with labels `rows` stand among those asked about."""
        return np.searchsorted(self.row, rows).astype(np.int64)

    def text(self, column: str, row: int) -> str:
        """Return what row `row` of the observation table holds in `column`."""
        levels = self._whole.levels(column)
        return levels.texts[int(levels.codes[row])]

    def levels(self, column: str) -> Levels:
        """Return a text column of the rows asked about as numbers."""
        if column not in self._levels:
            if self._whole is not self:
                whole = self._whole.levels(column)
                self._levels[column] = Levels(whole.codes[self.row], whole.texts)
            else:
                codes, texts = pd.factorize(self.table[column].to_numpy(dtype=object), sort=True)
                self._levels[column] = Levels(codes.astype(np.int64), list(map(str, texts)))
        return self._levels[column]

    @cached_property
    def value(self) -> Values:
        """Values in their unit. Shape ``(n,)``."""
        values: Values = self.table[VALUE].to_numpy(dtype=float)[self.row]
        return values

    @cached_property
    def periods(self) -> list[Period]:
        """The distinct periods, in the order of `levels(PERIOD).texts`."""
        return [parse_period(one) for one in self.levels(PERIOD).texts]

    @cached_property
    def year(self) -> Numbers:
        """Calendar year in which each row's period ends. Shape ``(n,)``."""
        years = np.array([one.year for one in self.periods], dtype=np.int64)
        return years[self.levels(PERIOD).codes]

    @cached_property
    def is_annual(self) -> Flags:
        """Which rows speak of a whole calendar year. Shape ``(n,)``."""
        annual = np.array([one.is_annual for one in self.periods], dtype=np.bool_)
        return annual[self.levels(PERIOD).codes]

    @cached_property
    def exact(self) -> Flags:
        """Which values stand for themselves rather than for a bound. Shape ``(n,)``."""
        return self.levels(COMPARATOR).are([Comparator.EQUAL, Comparator.ABOUT])

    @cached_property
    def key(self) -> Numbers:
        """Number of jurisdiction, indicator, period and definition. Shape ``(n,)``."""
        names = (JURISDICTION, INDICATOR, PERIOD, DEFINITION)
        return joined(*(self.levels(name).codes for name in names))

    @cached_property
    def shared(self) -> Numbers:
        """Positions of the rows whose key another row has too, in the order of the table."""
        order = np.argsort(self.key, kind="stable")
        again = ~is_first(self.key[order])
        again[:-1] |= again[1:]
        return np.sort(order[again])

    @cached_property
    def latest(self) -> Numbers:
        """Positions of the rows that hold for their key, as `vintages.latest` chooses them."""
        order = np.lexsort(
            (
                self.value,
                -self.levels(PUBLISHED_ON).codes,
                self.levels(EVIDENCE).codes,
                self.key,
            )
        )
        chosen: Numbers = order[is_first(self.key[order])]
        return chosen

    @cached_property
    def yearly(self) -> Yearly:
        """The yearly values in the order of jurisdiction, indicator, definition and year."""
        at = self.latest[self.is_annual[self.latest]]
        place, what = self.levels(JURISDICTION).codes[at], self.levels(INDICATOR).codes[at]
        group = joined(place, what)
        series = joined(group, self.levels(DEFINITION).codes[at])
        order = np.lexsort((self.year[at], series))
        at, group, series = at[order], group[order], series[order]
        year, value, exact = self.year[at], self.value[at], self.exact[at]
        usual = _usual(series, np.where(exact & (value > 0), value, np.nan))
        slip = _slips(np.where(exact, value, np.nan), usual, series)
        follows = np.zeros(len(at), dtype=np.bool_)
        follows[1:] = (series[1:] == series[:-1]) & (np.diff(year) == 1)
        previous = np.where(follows, _shifted(value, 1), np.nan)
        sound = (slip == 0) & (_shifted((slip == 0).astype(float), 1) != 0)
        change = np.where(sound, value - previous, np.nan)
        return Yearly(
            self.row[at], series, group, year, value, exact, previous, usual, slip, change
        )


def _shifted(values: Values, by: int) -> Values:
    """Return each value `by` places further on, NaN where nothing comes from."""
    moved = np.full(len(values), np.nan)
    if 0 < by < len(values):
        moved[by:] = values[:-by]
    elif 0 < -by < len(values):
        moved[:by] = values[-by:]
    return moved


def _usual(series: Numbers, values: Values) -> Values:
    """Return the median of the two values on either side within a series."""
    around = np.full((len(values), 4), np.nan)
    for column, by in enumerate((2, 1, -1, -2)):
        same = _shifted(series.astype(float), by) == series
        around[:, column] = np.where(same, _shifted(values, by), np.nan)
    around.sort(axis=1)
    known = np.sum(~np.isnan(around), axis=1)
    line = np.arange(len(values))
    low = around[line, np.maximum(known - 1, 0) // 2]
    median: Values = (low + around[line, np.minimum(known // 2, 3)]) / 2
    return median


def powers_off(values: Values, usual: Values) -> Numbers:
    """Return the power of ten by which each value is off against `usual`, 0 for none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.log10(np.where(values > 0, values, np.nan) / np.where(usual > 0, usual, np.nan))
    power = np.rint(size)
    off = np.isin(power, _SLIPS) & (np.abs(size - power) < _SLIP_WIDTH)
    return np.where(off, power, 0).astype(np.int64)


def _slips(values: Values, usual: Values, series: Numbers) -> Numbers:
    """Return the power of ten by which each value is off.

    Of two values that stand alone the later one is asked about.
    """
    counts = np.unique(series, return_counts=True)[1]
    pair = np.repeat(counts, counts) == 2
    return np.where(pair & is_first(series), 0, powers_off(values, usual))

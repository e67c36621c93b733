"""Share the city's values out among its counties, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import copysign, floor

import numpy as np

from evaluation_lib.observations.demonstration import story
from evaluation_lib.observations.demonstration.story import Story
from evaluation_lib.plan.model import Indicator, Kind

Shares = dict[int, dict[str, int]]


def in_last_digits(value: str, digits: int) -> int:
    """Return the decimal text `value` as a whole number of its last digits.

    Raises:
        ValueError: `value` has more decimals than `digits`.
    """
    scaled = Decimal(value).scaleb(digits)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{value} has more than {digits} decimals")
    return int(scaled)


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Split `total` into whole parts as near to `weights` as their sum allows.

    What rounding down leaves over goes to the largest remainders, at a tie to the first.

    Returns:
        One part for each weight; they sum to `total`.
    """
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [floor(value) for value in exact]
    nearest = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in nearest[: total - sum(parts)]:
        parts[place] += 1
    return parts


def county_values(one: Story, indicator: Indicator, chance: np.random.Generator) -> Shares:
    """Return the final value of each county in each year, in last digits.

    Stocks grow by a share of the city's growth, so that none falls; flows are shared out anew
    each year; what does not add up lies around the city's value.
    """
    if one.spread is not None:
        return _alike(one, indicator, in_last_digits(one.spread, one.digits), chance)
    weights = _varied(list(story.COUNTY_SHARES.values()), 0.3, chance)
    if indicator.kind is Kind.STOCK:
        return _grown(one, indicator, weights, chance)
    return {
        year: _named(split(in_last_digits(value, one.digits), _varied(weights, 0.03, chance)))
        for year, value in zip(story.YEARS, one.city, strict=True)
    }


def _grown(
    one: Story, indicator: Indicator, weights: list[float], chance: np.random.Generator
) -> Shares:
    before = in_last_digits(str(indicator.baseline), one.digits)
    stocks = _named(split(before, weights))
    grown: Shares = {}
    for year, value in zip(story.YEARS, one.city, strict=True):
        total = in_last_digits(value, one.digits)
        jump = _jump(one, year, stocks)
        growth = split(total - before - sum(jump.values()), _varied(weights, 0.3, chance))
        stocks = {
            code: stock + added + jump.get(code, 0)
            for (code, stock), added in zip(stocks.items(), growth, strict=True)
        }
        grown[year] = stocks
        before = total
    return grown


def _jump(one: Story, year: int, stocks: dict[str, int]) -> dict[str, int]:
    indicator, code, jump_year, times = story.JUMP
    return {code: times * stocks[code]} if (one.indicator, year) == (indicator, jump_year) else {}


def _alike(one: Story, indicator: Indicator, spread: int, chance: np.random.Generator) -> Shares:
    upper = None if indicator.upper is None else in_last_digits(str(indicator.upper), one.digits)
    sides = {code: 2 * chance.random() - 1 for code in story.COUNTY_SHARES}
    # At least two fifths of the spread away, so that no county seems to have copied the city.
    offsets = {code: copysign(0.4 + 0.6 * abs(side), side) * spread for code, side in sides.items()}
    values: Shares = {}
    for year, city in zip(story.YEARS, one.city, strict=True):
        middle = in_last_digits(city, one.digits)
        values[year] = {
            code: max(0, middle + round(offset * (0.8 + 0.4 * chance.random())))
            for code, offset in offsets.items()
        }
        if upper is not None:
            values[year] = {code: min(upper, value) for code, value in values[year].items()}
    return values


def _varied(weights: list[float], range_: float, chance: np.random.Generator) -> list[float]:
    return [weight * (1 + range_ * (2 * chance.random() - 1)) for weight in weights]


def _named(parts: list[int]) -> dict[str, int]:
    return dict(zip(story.COUNTY_SHARES, parts, strict=True))

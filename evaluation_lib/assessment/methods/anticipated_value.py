"""The value that a time-weighted trend predicts for the target year.

Source: A. Bidarbakht Nia, Weighted extrapolation method for measuring the SDGs progress, ESCAP
Statistics Division working paper SD/WP/04, March 2017.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from evaluation_lib.assessment.methods.exact import (
    NotJudged,
    as_float,
    dated,
    exact,
    exponential,
    logarithm,
    needed,
    settled,
)

_WHOLE_PERCENT = 100


def anticipated_value(
    points: Mapping[int, float | None],
    *,
    target_year: float | None,
    is_percentage: bool = False,
) -> float | None:
    """Predict the value in the target year by a regression that trusts recent years more.

    A year weighs in inverse proportion to its distance from the target year. The line is fitted to
    logarithms, or to logits where the values are percentages.

    Args:
        points: Value of each calendar year, in the indicator's unit; blank ones count as missing,
            and years from the target year on are not looked at.
        target_year: Calendar year to predict.
        is_percentage: Whether the values are percentages, between 0 and 100.

    Returns:
        The predicted value, same unit; None where fewer than two years are known, or a value has
        no logarithm or no logit.
    """
    try:
        finish = needed(exact(target_year), "no_target_year")
        known = {year: value for year, value in dated(points).items() if year < finish}
        if len(known) < 2:
            raise NotJudged("no_prediction")
        scaled = {year: _scale(value, is_percentage) for year, value in known.items()}
        return as_float(settled(_unscale(_line_at(finish, scaled), is_percentage)))
    except NotJudged:
        return None


def _scale(value: Fraction, is_percentage: bool) -> Fraction:
    if value <= 0 or (is_percentage and value >= _WHOLE_PERCENT):
        raise NotJudged("no_prediction")
    return logarithm(value / (_WHOLE_PERCENT - value) if is_percentage else value)


def _unscale(scaled: Fraction, is_percentage: bool) -> Fraction:
    if not is_percentage:
        return exponential(scaled)
    return _WHOLE_PERCENT / (1 + exponential(-scaled))


def _line_at(finish: Fraction, scaled: Mapping[Fraction, Fraction]) -> Fraction:
    """Return the height at `finish` of the weighted least-squares line through `scaled`."""
    # Weights matter only in proportion, so the first year's distance need not be multiplied in.
    weights = {year: 1 / (finish - year) for year in scaled}
    total = sum(weights.values(), Fraction(0))
    mean_year = sum((weights[year] * year for year in scaled), Fraction(0)) / total
    mean = sum((weights[year] * scaled[year] for year in scaled), Fraction(0)) / total
    spread = sum((weights[year] * (year - mean_year) ** 2 for year in scaled), Fraction(0))
    shared = sum(
        (weights[year] * (year - mean_year) * (scaled[year] - mean) for year in scaled), Fraction(0)
    )
    return mean + shared / spread * (finish - mean_year)

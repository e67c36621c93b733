"""Targets that a plan breaks down to the divisions below its own."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationError

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.indicator import Basis, Comparison, Indicator

FILE = "county_targets.csv"
_BLANK: dict[str, Any] = {
    "baseline": None,
    "target": None,
    "comparison": None,
    "target_high": None,
    "relative_to": "",
}
_DIVISIBLE = (Basis.LEVEL, Basis.INCREMENT, Basis.CUMULATIVE_REDUCTION, Basis.AVERAGE_GROWTH)
"""What a county's single number can be counted against, as the plan's own is."""


class CountyTarget(Frozen):
    """What one division below the plan's own promises in one indicator.

    Attributes:
        baseline: Value in the plan's base year, in the indicator's unit; None where unknown.
        target: Promised value, counted against what the plan's own target is counted against.
        comparison: Sign printed before the target; None for the plan's own, or a bare number.
        line: Line of the plan's text.
    """

    jurisdiction: str = Field(pattern=r"^\d{6}$")
    indicator: str = Field(min_length=1)
    baseline: float | None
    target: float
    comparison: Comparison | None = None
    line: int | None = None
    note: str = ""


def broken_down(indicator: Indicator, own: CountyTarget | None) -> Indicator:
    """Return `indicator` as a division below the plan's own has to keep it.

    An indicator that the plan itself leaves open stays open; one whose target the plan does not
    break down is `Basis.NOT_BROKEN_DOWN` and carries neither target nor baseline.

    Args:
        indicator: As the plan promises it for its own jurisdiction.
        own: What the division promises; None for nothing.

    Raises:
        pydantic.ValidationError: The division's target contradicts the indicator.
    """
    if own is None:
        basis = Basis.NOT_BROKEN_DOWN if _is_promised(indicator) else indicator.basis
        return indicator.model_copy(update={**_BLANK, "basis": basis})
    fields = {
        **indicator.model_dump(),
        **_BLANK,
        "baseline": own.baseline,
        "target": own.target,
        "comparison": own.comparison or indicator.comparison or Comparison.EQUAL,
        "basis": indicator.basis if _is_promised(indicator) else Basis.LEVEL,
    }
    return Indicator.model_validate(fields)


def refusal(own: CountyTarget, indicator: Indicator) -> str:
    """Return why the plan's `indicator` cannot be broken down like this; blank where it can."""
    if _is_promised(indicator) and indicator.basis not in _DIVISIBLE:
        return (
            f"the plan's target has basis {indicator.basis}; a single number for a county goes "
            f"with {', '.join(_DIVISIBLE)}"
        )
    try:
        broken_down(indicator, own)
    except ValidationError as error:
        return "; ".join(one["msg"].removeprefix("Value error, ") for one in error.errors())
    return ""


def _is_promised(indicator: Indicator) -> bool:
    return indicator.target is not None or indicator.basis is Basis.RELATIVE_GROWTH

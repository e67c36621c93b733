"""What the plan's text tells of the five years before, and how strong its targets are beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, model_validator

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.indicator import Basis, Indicator, Kind
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

FILE = "earlier.csv"


class Earlier(Frozen):
    """What an indicator did in the years before the plan, as the plan's text prints it.

    Attributes:
        from_year: Year at whose end the stretch begins.
        value: Value at the end of `from_year`, in the indicator's unit; None where only the
            increment is printed.
        increment: Increase from then to the base year, same unit; None where `value` is printed.
        quote: The words as printed.
        line: Line of the plan's text.
    """

    indicator: str = Field(min_length=1)
    from_year: int
    value: float | None
    increment: float | None
    line: int | None
    quote: str = Field(min_length=1)
    note: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Earlier:
        if (self.value is None) == (self.increment is None):
            raise ValueError("give value or increment, one of them")
        return self


@dataclass(frozen=True, slots=True)
class Strength:
    """A promised increment beside the one of the years before.

    Attributes:
        promised: Increment from base year to target year, in the indicator's unit.
        before: Increment over the years before the base year, same unit.
        ratio: Promised a year over earlier a year; 1 is the old pace. None where nothing was
            added before.
        earlier: Where the earlier increment comes from.
    """

    indicator: Indicator
    promised: float
    before: float
    ratio: float | None
    earlier: Earlier


def read_earlier(path: Path, faults: list[str]) -> Numbered[Earlier]:
    """Read what came before from the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Earlier, faults)


def target_strength(indicator: Indicator, earlier: Earlier) -> Strength | None:
    """Return how much `indicator` promises beside what it did before; None without both."""
    countable = indicator.kind in (Kind.STOCK, Kind.RATE) and indicator.basis is Basis.LEVEL
    if not countable or indicator.target is None or indicator.baseline is None:
        return None
    promised = indicator.target - indicator.baseline
    before = earlier.increment
    if before is None:
        before = indicator.baseline - float(earlier.value or 0.0)
    years = indicator.target_year - indicator.baseline_year
    years_before = indicator.baseline_year - earlier.from_year
    ratio = (promised / years) / (before / years_before) if before > 0 else None
    return Strength(indicator, promised, before, ratio, earlier)

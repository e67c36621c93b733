"""Promises in the plan's text, outside its table of indicators."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import Field, model_validator

from evaluation_lib.plan.frozen import Frozen, refuse
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

FILE = "commitments.csv"


class CommitmentType(StrEnum):
    """What would have to be shown."""

    QUANTIFIED = "quantified"  # 有数量
    DATED = "dated"  # 有时限
    FULL_COVERAGE = "full_coverage"  # 全覆盖
    YES_NO = "yes_no"  # 是否完成


class Commitment(Frozen):
    """One promise of the text, in its own words.

    Attributes:
        quote: The words as printed.
        comparison: `>=`, `<=`, `>` or `=`; blank where no number is promised.
        value: Number promised, in `unit`.
        deadline: Year, meant to its end, or ISO date.
        then: `keep` where the promise must be kept after its deadline too.
        proof: What would show that it is kept.
        indicator: Id of the indicator whose target is the same promise; blank if none is.
        sum_of: Ids of the indicators whose increases since the base year are counted together.
        line: Line of the plan's text.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    quote: str = Field(min_length=1)
    subject: str = Field(min_length=1)
    subject_en: str = Field(min_length=1)
    chapter: int = Field(ge=1)
    section: int | None
    line: int | None
    type: CommitmentType
    comparison: str = Field(default="", pattern=r"^(|>=|<=|=|>)$")
    value: float | None = None
    unit: str = ""
    deadline: str = Field(pattern=r"^\d{4}(-\d{2}-\d{2})?$")
    then: str = Field(default="", pattern=r"^(keep)?$")
    proof: str = Field(min_length=1)
    indicator: str = ""
    note: str = ""
    sum_of: tuple[str, ...] = ()
    unit_en: str = ""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Commitment:
        refuse(tuple(self._contradictions()))
        return self

    def _contradictions(self) -> Iterator[str]:
        if not bool(self.comparison) == (self.value is not None) == bool(self.unit):
            yield "comparison, value and unit must all be given or all be blank"
        numeric = (CommitmentType.QUANTIFIED, CommitmentType.FULL_COVERAGE)
        if (self.value is not None) != (self.type in numeric):
            yield "types quantified and full_coverage have a value, the others none"
        if self.indicator and self.sum_of:
            yield "give indicator or sum_of, not both"
        try:
            _ = self.due_on
        except ValueError:
            yield f"deadline {self.deadline!r} is no day of the calendar"

    @property
    def due_on(self) -> date:
        """Day on which the promise falls due."""
        return date.fromisoformat(
            self.deadline if "-" in self.deadline else self.deadline + "-12-31"
        )

    @property
    def is_kept_on(self) -> bool:
        """Whether it must be kept after it fell due."""
        return self.then == "keep"

    @property
    def observed_as(self) -> tuple[str, str]:
        """Ids under which observations of the promise may stand in the observation table."""
        return self.id, self.id.replace("-", "_")


def read_commitments(path: Path, faults: list[str]) -> Numbered[Commitment]:
    """Read the commitments in the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Commitment, faults)

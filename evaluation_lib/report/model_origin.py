"""Where a number of the report comes from."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact
from evaluation_lib.report.model_indicator import ObservationFact


class Step(Fact):
    """One number or word on the way from the cells of the sources to the verdict.

    Attributes:
        key: `baseline`, `target`, `observed`, `latest`, `progress`, `time_share`, `pace`,
            `median`, `probability`, `status` or `verdict`.
        note: Its number in the annex of origins: the indicator's own, then the step's, or the
            period of an observation.
        anchor: Where the annex tells of it.
        label: What it is.
        value: As the report writes it, with its unit.
        how: The sum with its numbers put in, the rule, or the place in a source.
        observation: The observation it is, None for what was computed or read from the plan.
    """

    key: str
    note: str
    anchor: str
    label: str
    value: str
    how: str
    observation: ObservationFact | None = None


class Explanation(Fact):
    """The whole derivation of one indicator's verdict, in the language of its report."""

    indicator: str
    number: int
    name: str
    jurisdiction: str
    jurisdiction_name: str
    as_of: str
    plan_version: str
    data_version: str
    method_version: str
    demonstration: bool
    language: str
    headline: str
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step | None:
        """Return the step called `key`; None where the indicator has none such."""
        return next((one for one in self.steps if one.key == key), None)

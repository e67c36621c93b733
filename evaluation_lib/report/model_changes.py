"""What a report says of an earlier one: everything that is another, and why."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact

NEW_PERIOD = "new_period"
REVISION = "revision"
PLAN = "plan"
SETTINGS = "settings"
METHOD = "method"
SEVERAL = "several"
UNEXPLAINED = "unexplained"

CAUSES = (METHOD, NEW_PERIOD, REVISION, PLAN, SETTINGS, SEVERAL, UNEXPLAINED)
"""Why a verdict can be another, in the order in which the steps between two reports are taken."""


class ComparedFact(Fact):
    """One of the two reports compared."""

    title: str
    product: str
    as_of: str
    evaluation_year: int
    time_share: float
    plan_version: str
    data_version: str
    method_version: str


class ValueChangeFact(Fact):
    """A value of one period that is new, restated or gone; values in the indicator's unit.

    Attributes:
        cause: `new_period` or `revision`.
        old: None where the period had no value.
        new: None where the value is no longer used.
    """

    indicator: str
    name: str
    unit: str
    decimals: int
    period: str
    cause: str
    old: float | None
    new: float | None
    old_source_title: str
    new_source_title: str
    published_on: str
    evidence: str


class SettingChangeFact(Fact):
    """A setting that is another, as it was and as it is; `cause` is `settings` or `method`."""

    name: str
    cause: str
    old: str
    new: str


class PlanChangeFact(Fact):
    """A field of an indicator's promise that is another; blank where the plan leaves it blank.

    Attributes:
        indicator: Id; blank for the plan as a whole.
        field: `version`, `target`, `target_year`, `comparison`, `baseline`, `kind`, `nature`,
            `added` or `removed`.
    """

    indicator: str
    name: str
    field: str
    old: str
    new: str


class StepFact(Fact):
    """The verdict on an indicator after one more cause of change was let in.

    Attributes:
        cause: The cause let in; the verdict before the first step is the older report's.
    """

    cause: str
    verdict: str
    probability: float | None


class IndicatorChangeFact(Fact):
    """One indicator of which anything is another.

    Attributes:
        old_progress: Share of the way done, 1 is 100 %; None where the kind has none.
        old_year: Year of the latest value, in the indicator's unit; None where none is known.
        causes: What changed beneath it, in the order of `CAUSES`.
        steps: The verdict after each cause, where the steps could be taken.
        moved_by: Cause at which the verdict left the older one; `several` where causes stand
            together and the steps could not be taken, blank where the verdict is the same.
    """

    indicator: str
    number: int
    name: str
    is_binding: bool
    old_verdict: str
    new_verdict: str
    old_probability: float | None
    new_probability: float | None
    old_progress: float | None
    new_progress: float | None
    unit: str
    decimals: int
    old_year: int | None
    new_year: int | None
    old_value: float | None
    new_value: float | None
    causes: tuple[str, ...]
    steps: tuple[StepFact, ...]
    moved_by: str

    @property
    def is_verdict_moved(self) -> bool:
        """Whether the verdict is another."""
        return self.old_verdict != self.new_verdict


class StateChangeFact(Fact):
    """A task or promise whose state is another; `kind` is `task` or `commitment`."""

    kind: str
    id: str
    title: str
    old: str
    new: str


class WaterfallFact(Fact):
    """One bar between the two counts: how many indicators a cause moved, net of those it cost."""

    cause: str
    gained: int
    lost: int


class ChangesFact(Fact):
    """Everything that is another than in an earlier report.

    Attributes:
        is_stepped: Whether verdicts were judged again with one cause let in after the other, so
            that each is told by the cause that moved it.
        old_reached: Indicators on schedule or better in the older report.
        waterfall: What leads from `old_reached` to `new_reached`; causes that moved none are left
            out.
        narrative: Names of the evaluators' texts that are new, changed or gone.
    """

    old: ComparedFact
    new: ComparedFact
    is_stepped: bool
    old_reached: int
    new_reached: int
    waterfall: tuple[WaterfallFact, ...]
    indicators: tuple[IndicatorChangeFact, ...]
    values: tuple[ValueChangeFact, ...]
    settings: tuple[SettingChangeFact, ...]
    plan: tuple[PlanChangeFact, ...]
    states: tuple[StateChangeFact, ...]
    narrative: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two reports say the same of everything compared."""
        return not any(
            (
                self.indicators,
                self.values,
                self.settings,
                self.plan,
                self.states,
                self.narrative,
            )
        )

"""What was promised: the plan, its indicators, and the words that describe them."""

from __future__ import annotations

from datetime import date

from pydantic import Field, ValidationError, model_validator

from evaluation_lib.errors import PlanError
from evaluation_lib.plan.claims import Claim as Claim
from evaluation_lib.plan.commitments import Commitment as Commitment
from evaluation_lib.plan.county_targets import CountyTarget as CountyTarget
from evaluation_lib.plan.county_targets import broken_down
from evaluation_lib.plan.earlier import Earlier as Earlier
from evaluation_lib.plan.frozen import Frozen as Frozen
from evaluation_lib.plan.goals import Goal as Goal
from evaluation_lib.plan.indicator import Basis as Basis
from evaluation_lib.plan.indicator import Comparison as Comparison
from evaluation_lib.plan.indicator import Direction as Direction
from evaluation_lib.plan.indicator import Indicator as Indicator
from evaluation_lib.plan.indicator import Kind as Kind
from evaluation_lib.plan.indicator import Measure as Measure
from evaluation_lib.plan.indicator import Nature as Nature
from evaluation_lib.plan.indicator import PeriodRule as PeriodRule
from evaluation_lib.plan.relations import Relation as Relation
from evaluation_lib.plan.tasks import Heading as Heading
from evaluation_lib.plan.tasks import Task as Task
from evaluation_lib.plan.versions import Change as Change
from evaluation_lib.plan.versions import Milestone as Milestone
from evaluation_lib.plan.versions import Version, amended


class CutOffs(Frozen):
    """Where one verdict ends and the next begins; printed in every report.

    Attributes:
        ahead: Smallest progress ÷ time share that counts as ahead of schedule. No unit.
        on_schedule: Smallest one that counts as on schedule.
        slightly_behind: Smallest one that counts as only slightly behind.
        basically_completed: Smallest share of the planned change that an anticipatory indicator
            must have covered at the end to count as basically completed.
        implausible_change: Yearly change, as a multiple of the median of the other years'
            changes, from which a jump is questioned.
        no_longer_binds: Progress from which a target is said to have lost its force.
    """

    ahead: float = 1.10
    on_schedule: float = 1.00
    slightly_behind: float = 0.75
    basically_completed: float = 0.90
    implausible_change: float = 3.0
    no_longer_binds: float = 3.0

    @model_validator(mode="after")
    def _falls(self) -> CutOffs:
        if not self.ahead >= self.on_schedule >= self.slightly_behind > 0:
            raise ValueError("cut-offs must fall: ahead >= on_schedule >= slightly_behind > 0")
        return self

    def amended(self, text: str) -> CutOffs:
        """Return the cut-offs with those replaced that `text` sets, as in `ahead=1.2, …`.

        Raises:
            ValueError: `text` is written otherwise, names no cut-off, or contradicts itself.
        """
        changes: dict[str, str] = {}
        for part in filter(None, (one.strip() for one in text.split(","))):
            name, sign, value = (one.strip() for one in part.partition("="))
            if not sign or name not in type(self).model_fields or name in changes:
                raise ValueError(
                    f"found {part!r}; write each of {', '.join(type(self).model_fields)} at most "
                    "once, as in slightly_behind=0.8"
                )
            changes[name] = value
        return CutOffs.model_validate({**self.model_dump(), **changes})


class Jurisdiction(Frozen):
    """An administrative division by its GB/T 2260 code."""

    code: str = Field(pattern=r"^\d{6}$")
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


class PlanSource(Frozen):
    """A document the plan itself consists of; known as long as the plan is known."""

    id: str
    title: str
    title_en: str
    published_on: date | None = None
    note: str = ""


class Plan(Frozen):
    """A five-year plan as read from its folder.

    Attributes:
        id: Folder name of the plan.
        version: Which text was read, such as 征求意见稿.
        jurisdiction: Code of the division whose government made the plan.
        start: First year of the plan period.
        end: Last year of the plan period.
        relations: How indicators and measures hang together, by which data are checked.
        structure: Chapters and sections in the order of the text.
        earlier: What the text tells of the years before the plan.
        milestones: The plan's own values for years on the way.
        county_targets: What the plan asks of each division below its own, where it says so.
        versions: Later versions, oldest first; see `in_force`.
        amendments: Changes already made to the indicators, by decisions in force.
    """

    id: str
    version: str
    version_en: str
    title: str
    title_en: str
    short_title: str
    short_title_en: str
    jurisdiction: str = Field(pattern=r"^\d{6}$")
    baseline_year: int
    start: int
    end: int
    organisation: str = ""
    organisation_en: str = ""
    jurisdictions: tuple[Jurisdiction, ...]
    sources: tuple[PlanSource, ...]
    cut_offs: CutOffs = CutOffs()
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    structure: tuple[Heading, ...] = ()
    tasks: tuple[Task, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    goals: tuple[Goal, ...] = ()
    claims: tuple[Claim, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    county_targets: tuple[CountyTarget, ...] = ()
    versions: tuple[Version, ...] = ()
    amendments: tuple[Change, ...] = ()

    def in_force(self, day: date) -> Plan:
        """Return the plan as it stood on `day`: later versions applied, none before its day.

        A version gives the plan its name from its own day of effect on.

        Raises:
            pydantic.ValidationError: Changes leave an indicator that contradicts itself.
        """
        begun = [one for one in self.versions if one.effective_on <= day]
        changes = [
            change for one in self.versions for change in one.changes if change.effective_on <= day
        ]
        milestones = [
            *(one for one in self.milestones if (one.effective_on or day) <= day),
            *(
                stone
                for one in self.versions
                for stone in one.milestones
                if (stone.effective_on or one.effective_on) <= day
            ),
        ]
        named = {"version": begun[-1].version, "version_en": begun[-1].version_en} if begun else {}
        return self.model_copy(
            update={
                **named,
                "indicators": tuple(
                    amended(one, here)
                    if (here := [change for change in changes if change.indicator == one.id])
                    else one
                    for one in self.indicators
                ),
                "milestones": tuple(milestones),
                "versions": (),
                "amendments": (*self.amendments, *map(self._with_replaced, changes)),
            }
        )

    def _with_replaced(self, change: Change) -> Change:
        value = getattr(self.indicator(change.indicator), change.field)
        written = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
        return change.model_copy(update={"replaced": written})

    def with_cut_offs(self, text: str) -> Plan:
        """Return the plan with the cut-offs that `text` sets; blank leaves them as they are.

        Raises:
            PlanError: `text` sets no cut-offs.
        """
        try:
            return self.model_copy(update={"cut_offs": self.cut_offs.amended(text)})
        except ValidationError as error:
            told = "; ".join(fault["msg"].removeprefix("Value error, ") for fault in error.errors())
            raise PlanError(f"Cut-offs {text!r}: {told}.") from error
        except ValueError as error:
            raise PlanError(f"Cut-offs {text!r}: {error}.") from error

    @property
    def milestones_by_id(self) -> dict[str, dict[int, float]]:
        """The plan's own values on the way by indicator id and year; a later one replaces."""
        found: dict[str, dict[int, float]] = {}
        for one in self.milestones:
            found.setdefault(one.indicator, {})[one.year] = one.value
        return found

    def promised_to(self, code: str) -> Plan:
        """Return the plan as it binds the jurisdiction `code`.

        Below the plan's own jurisdiction that is what the plan breaks down to it, and nothing of
        the way there, which the plan gives for the whole.
        """
        if code == self.jurisdiction:
            return self
        own = {one.indicator: one for one in self.county_targets if one.jurisdiction == code}
        promised = tuple(broken_down(one, own.get(one.id)) for one in self.indicators)
        return self.model_copy(update={"indicators": promised, "milestones": ()})

    @property
    def indicators_only(self) -> Plan:
        """The plan without its text, which is not broken down to lower divisions."""
        text = ("tasks", "commitments", "goals", "claims", "earlier")
        return self.model_copy(update=dict.fromkeys(text, ()))

    @property
    def parts(self) -> tuple[str, ...]:
        """Codes of the divisions right below the plan's own."""
        return tuple(one.code for one in self.jurisdictions if one.parent == self.jurisdiction)

    def left_to_others(self, code: str) -> frozenset[str]:
        """Return the codes of places that a report on `code` leaves to the reports on them.

        The plan's own jurisdiction leaves out nothing. A division below it leaves out the whole and
        every other division; places outside, with which each may be compared, it does not.
        """
        if code == self.jurisdiction:
            return frozenset()
        parents = {one.code: one.parent for one in self.jurisdictions}
        inside = {self.jurisdiction}
        while more := {one for one, parent in parents.items() if parent in inside} - inside:
            inside |= more
        return frozenset(inside - {code})

    def indicator(self, key: str) -> Indicator:
        """Return the indicator with id `key`.

        Raises:
            KeyError: The plan has no such indicator.
        """
        return next(one for one in self.indicators if one.id == key)

    def place(self, code: str) -> Jurisdiction:
        """Return the jurisdiction with GB/T 2260 `code`.

        Raises:
            KeyError: The plan does not name it.
        """
        for one in self.jurisdictions:
            if one.code == code:
                return one
        raise KeyError(code)

    def quantity(self, key: str) -> Indicator | Measure | None:
        """Return the indicator or measure with id `key`, None if the plan knows neither."""
        known: tuple[Indicator | Measure, ...] = (*self.indicators, *self.measures)
        return next((one for one in known if one.id == key), None)

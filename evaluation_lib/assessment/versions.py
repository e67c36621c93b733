"""What a change of the plan changes in the verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from evaluation_lib.assessment.verdict import Assessment, Verdict
from evaluation_lib.plan.model import Indicator, Plan


class Judged(Protocol):
    """An evaluation: a plan in one version, and the judgement of its indicators."""

    @property
    def plan(self) -> Plan:
        """The plan as it was judged."""

    @property
    def assessments(self) -> Sequence[Assessment]:
        """The judgement of each indicator."""


@dataclass(frozen=True, slots=True)
class VersionChange:
    """One indicator whose promise or verdict differs between two versions of a plan.

    Attributes:
        old: None where the older version has no such indicator; `new` likewise.
    """

    key: str
    old: Assessment | None
    new: Assessment | None

    @property
    def verdicts(self) -> tuple[Verdict | None, Verdict | None]:
        """Verdict under the old version and under the new one."""
        return (
            self.old.verdict if self.old else None,
            self.new.verdict if self.new else None,
        )

    @property
    def changes_verdict(self) -> bool:
        """Whether the verdict differs, and not only the promise."""
        return self.verdicts[0] is not self.verdicts[1]


def compare_versions(old: Judged, new: Judged) -> tuple[VersionChange, ...]:
    """Return the indicators whose promise or verdict differs, in the order of the new version.

    Args:
        old: Evaluation under the older version.
        new: Evaluation of the same data under the newer one.
    """
    before = {one.indicator.id: one for one in old.assessments}
    after = {one.indicator.id: one for one in new.assessments}
    found = []
    for key in dict.fromkeys([*after, *before]):
        change = VersionChange(key, before.get(key), after.get(key))
        if change.changes_verdict or _promise(change.old) != _promise(change.new):
            found.append(change)
    return tuple(found)


def _promise(assessment: Assessment | None) -> tuple[Indicator, dict[int, float]] | None:
    return None if assessment is None else (assessment.indicator, dict(assessment.milestones))

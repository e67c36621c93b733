"""The folder of a job: everything in it that a person wrote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from evaluation_lib.errors import AuthoredError
from evaluation_lib.places import find_input
from evaluation_lib.report.authored.accepted import Accepted, read_accepted
from evaluation_lib.report.authored.branding import Branding, read_branding
from evaluation_lib.report.authored.check_sheets import CheckSheet, read_check_sheets
from evaluation_lib.report.authored.exhibits import Exhibit, read_exhibits
from evaluation_lib.report.authored.narrative import Passage, read_narrative
from evaluation_lib.report.authored.records import NO_RECORDS, Records, read_records


@dataclass(frozen=True, slots=True)
class Authored:
    """What the evaluators wrote for a job; no run ever writes to it.

    Attributes:
        narrative: Chapters and notes that are the evaluator's judgement, in every language.
        accepted: What the figures of the narrative read when the author last accepted them.
        branding: Whose report it is, None where the job does not say.
        exhibits: Views an analyst sent to the report, by their settings.
        records: Evaluation matrix, comments and responses, recommendations.
        check_sheets: Filled worksheets of on-site checks.
    """

    narrative: tuple[Passage, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    records: Records = NO_RECORDS
    check_sheets: tuple[CheckSheet, ...] = ()
    accepted: Accepted = field(default_factory=dict)
    branding: Branding | None = None


NOTHING_AUTHORED = Authored()
"""What a job without a folder has."""


def read_authored(folder: str, brand: str = "") -> Authored:
    """Read what the evaluators wrote in the folder of a job.

    Args:
        folder: The folder, found as other inputs are; blank where the job has none.
        brand: What the job says of the evaluator, as JSON; blank where it says nothing.

    Raises:
        EvaluationError: There is no such folder.
        AuthoredError: It is no folder, or a file in it cannot be used; every fault is named.
    """
    branding = read_branding(brand)
    if not folder:
        return replace(NOTHING_AUTHORED, branding=branding)
    place = Path(find_input(folder))
    if not place.is_dir():
        raise AuthoredError(f"{folder}: is no folder; name the folder of what was written.")
    return Authored(
        narrative=read_narrative(place),
        exhibits=read_exhibits(place),
        records=read_records(place),
        check_sheets=read_check_sheets(place),
        accepted=read_accepted(place),
        branding=branding,
    )

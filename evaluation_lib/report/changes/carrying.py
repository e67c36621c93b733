"""Let a report carry what is another than in an earlier one."""

from __future__ import annotations

from pathlib import Path

from evaluation_lib.places import find_input
from evaluation_lib.report.changes.comparing import compare_reports
from evaluation_lib.report.changes.stepping import Ground, take_steps
from evaluation_lib.report.model import Report
from evaluation_lib.report.reading import read_report


def with_changes(report: Report, previous: str | Path, ground: Ground) -> Report:
    """Return `report` with an annex on the earlier report at `previous`.

    Args:
        report: Newer report.
        previous: Folder or `result.json` of the earlier one; blank for a report without annex.
        ground: What `report` was made from.

    Raises:
        EvaluationError: There is no report at `previous`, or the two cannot be compared.
    """
    if not previous:
        return report
    old = read_report(find_input(previous))
    changes = compare_reports(old, report, take_steps(old, report, ground))
    return report.model_copy(update={"changes": changes})

"""The last look over a report for the public: what follows from no table is taken out here."""

from __future__ import annotations

from evaluation_lib.report.model import Report
from evaluation_lib.report.model_public import WithheldFact
from evaluation_lib.report.public.cutting import COUNTY_ROWS, NOTES, QUOTES
from evaluation_lib.report.public.masking import count_marks
from evaluation_lib.report.public.release import Release
from evaluation_lib.report.wording.public import public


def for_public(report: Report, release: Release) -> Report:
    """Return `report` as the public may see it, with counts of what was kept back.

    The comparison with an earlier report and the results of on-site checks quote what stands in
    internal papers, and are left out. A report that is not public is returned as it is.
    """
    if not release.is_public:
        return report
    bare = report.model_copy(update={"changes": None, "verification": ()})
    values = release.masks.masked_values(bare.to_json())
    kept = WithheldFact(
        smallest=release.smallest,
        county_rows=release.before.get(COUNTY_ROWS, 0),
        quotes=release.before.get(QUOTES, 0),
        notes=release.before.get(NOTES, 0),
        masked=count_marks(values),
    )
    shown = Report.model_validate(values)
    language = report.language
    return shown.model_copy(
        update={
            "title": shown.title + public(language, "title"),
            "limitations": (
                public(language, "limitation", **kept.model_dump()),
                *shown.limitations,
            ),
            "withheld": kept,
        }
    )

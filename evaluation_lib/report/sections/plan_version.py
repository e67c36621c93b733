"""Which version of the plan was judged, what decisions changed, and what that changed."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Paragraph, Row, Section, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import AmendmentFact, VersionChangeFact
from evaluation_lib.report.numbers import plan_value
from evaluation_lib.report.sections.whole_cells import columns, text_cell
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.whole import whole


def plan_version(report: Report) -> tuple[Block, ...]:
    """Return the version judged, targets changed, milestones, and verdicts that differ."""
    language = report.language
    now = whole(
        language,
        "versions.now",
        version=report.plan.version,
        as_of=date_text(report.as_of, language),
    )
    said = [now] if report.amendments else [now, whole(language, "versions.none")]
    blocks: list[Block] = [
        Section(level=1, title=whole(language, "versions.title"), key="plan-version"),
        Paragraph(spans=plain(("" if language == "zh" else " ").join(said))),
    ]
    if report.amendments:
        blocks.append(
            Table(
                key="amendments",
                title=whole(language, "versions.table"),
                columns=columns(
                    language,
                    {
                        "indicator": 1.0,
                        "field": None,
                        "before_change": None,
                        "after_change": None,
                        "effective_on": None,
                        "document": 1.4,
                    },
                ),
                rows=tuple(_amendment(one, language) for one in report.amendments),
            )
        )
    if report.milestones:
        blocks.append(
            Table(
                key="milestones",
                title=whole(language, "versions.milestones"),
                columns=columns(language, {"indicator": 1.0, "year": None, "value": None}),
                rows=tuple(
                    Row(
                        cells=(
                            text_cell(one.name),
                            text_cell(str(one.year)),
                            text_cell(plan_value(one.value, language=language)),
                        )
                    )
                    for one in report.milestones
                ),
                notes=(plain(whole(language, "versions.milestone_note")),),
            )
        )
    if report.version_changes:
        blocks.append(
            Table(
                key="version-changes",
                title=whole(language, "versions.verdicts"),
                columns=columns(
                    language,
                    {
                        "indicator": 1.0,
                        "before_change": None,
                        "after_change": None,
                        "old_verdict": None,
                        "new_verdict": None,
                    },
                ),
                rows=tuple(_change(one, language) for one in report.version_changes),
            )
        )
    return tuple(blocks)


def _amendment(one: AmendmentFact, language: str) -> Row:
    blank = whole(language, "blank")
    return Row(
        cells=(
            text_cell(one.name),
            text_cell(whole(language, f"field.{one.field}")),
            text_cell(one.before or blank),
            text_cell(one.after or blank),
            text_cell(date_text(one.effective_on, language)),
            text_cell(one.document),
        )
    )


def _change(one: VersionChangeFact, language: str) -> Row:
    targets = (one.old_target, one.new_target)
    verdicts = (one.old_verdict, one.new_verdict)
    blank = whole(language, "blank")
    return Row(
        cells=(
            text_cell(one.name),
            *(
                text_cell(blank if value is None else plan_value(value, language=language))
                for value in targets
            ),
            *(text_cell(words(language).verdict(word) if word else "") for word in verdicts),
        )
    )

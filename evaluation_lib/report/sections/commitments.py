"""Whether the promises of the text are kept: failing and due ones first."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Headline,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import NOT_DUE, CommitmentFact
from evaluation_lib.report.sections.whole_cells import (
    UNDECIDED,
    columns,
    is_failing,
    is_kept,
    text_cell,
    verdict_cell,
)
from evaluation_lib.report.wording.whole import whole
from evaluation_lib.report.wording.whole_phrases import due_text

_MOST_ROWS = 25


def commitments(report: Report) -> tuple[Block, ...]:
    """Return the chapter on the promises of the text; nothing for a plan without any."""
    if not report.commitments:
        return ()
    language = report.language
    blocks: list[Block] = [
        Section(
            level=1,
            title=whole(language, "commitments.title"),
            key="commitments",
            aside=whole(language, "commitments.aside", count=len(report.commitments)),
        ),
        _headline(report),
    ]
    shown = _shown(report)
    if shown:
        blocks.append(
            Table(
                key="commitments-due",
                title=whole(language, "commitments.due_table"),
                columns=columns(
                    language,
                    {
                        "commitment": 1.4,
                        "deadline": None,
                        "fact": 1.2,
                        "verdict": None,
                        "evidence": None,
                    },
                ),
                rows=tuple(_row(one, report) for one in shown),
            )
        )
    unassessable = sum(one.verdict == "not_assessable" for one in report.commitments)
    if unassessable:
        text = whole(language, "commitments.open_note", count=unassessable)
        blocks.append(Paragraph(spans=plain(text)))
    blocks.append(Note(spans=plain(whole(language, "commitments.note"))))
    return tuple(blocks)


def _headline(report: Report) -> Headline:
    language, total = report.language, len(report.commitments)
    counted = {
        "kept": sum(map(is_kept, report.commitments)),
        "on_way": sum(one.verdict == NOT_DUE for one in report.commitments),
        "failing": sum(map(is_failing, report.commitments)),
        "open": sum(one.verdict == "not_assessable" for one in report.commitments),
    }
    if counted["open"] == total:
        text = whole(language, "commitments.headline_none", total=total)
        return Headline(text=text, tone=Tone.NONE)
    parts = whole(language, "list").join(
        whole(language, f"commitments.{key}", count=count)
        for key, count in counted.items()
        if count
    )
    return Headline(
        text=whole(language, "commitments.headline", total=total, parts=parts),
        tone=Tone.LATE if counted["failing"] else Tone.GOOD,
    )


def _shown(report: Report) -> list[CommitmentFact]:
    """Return the promises that are decided; of many, those that fail or have a number or date."""
    decided = [one for one in report.commitments if one.verdict not in UNDECIDED]
    if len(decided) > _MOST_ROWS:
        decided = [one for one in decided if is_failing(one) or one.type != "yes_no"]
    return sorted(decided, key=lambda one: (not is_failing(one), not one.is_due))


def _row(fact: CommitmentFact, report: Report) -> Row:
    return Row(
        cells=(
            text_cell(fact.subject),
            text_cell(due_text(fact, report.language)),
            text_cell(fact.fact),
            verdict_cell(fact, report),
            text_cell(fact.evidence),
        )
    )

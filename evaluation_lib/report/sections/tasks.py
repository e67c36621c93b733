"""How the plan's tasks stand: counts, one square for each, and those that need attention."""

from __future__ import annotations

from collections import Counter

from evaluation_lib.report.blocks import (
    Block,
    Headline,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.charts.task_squares import counted_states, task_squares
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import TaskFact
from evaluation_lib.report.sections.whole_cells import (
    columns,
    named_cell,
    state_cell,
    text_cell,
)
from evaluation_lib.report.wording.whole import chapter_numeral, whole
from evaluation_lib.report.wording.whole_phrases import chapter_text, deadline_text


def tasks(report: Report) -> tuple[Block, ...]:
    """Return the chapter on the plan's tasks; nothing for a plan without tasks."""
    figure = task_squares(report)
    if figure is None:
        return ()
    language = report.language
    chapters = [one.chapter for one in report.chapters]
    heading = Section(
        level=1,
        title=whole(language, "tasks.title"),
        key="tasks",
        aside=whole(
            language,
            "tasks.aside",
            first=chapter_numeral(chapters[0], language),
            last=chapter_numeral(chapters[-1], language),
            count=len(report.tasks),
        ),
        fresh_page=True,
    )
    return (heading, _headline(report), figure, *_attention(report))


def _headline(report: Report) -> Headline:
    language, total = report.language, len(report.tasks)
    by_state = Counter(one.state for one in report.tasks)
    if by_state["unknown"] == total:
        text = whole(language, "tasks.headline_unknown", total=total)
        return Headline(text=text, tone=Tone.NONE)
    going = by_state.pop("continuous", 0) + by_state["under_way"]
    parts = counted_states({**by_state, "under_way": 0, "going": going}, language)
    late = by_state["behind"] + by_state["not_started"]
    return Headline(
        text=whole(language, "tasks.headline", total=total, parts=parts),
        tone=Tone.LATE if late else Tone.GOOD,
    )


def _attention(report: Report) -> tuple[Block, ...]:
    language = report.language
    unknown = sum(one.state == "unknown" for one in report.tasks)
    if unknown == len(report.tasks):
        return ()
    blocks: list[Block] = []
    shown = sorted(
        (one for one in report.tasks if one.concerns),
        key=lambda one: (not one.deadline, one.deadline, not one.is_hard),
    )
    if shown:
        blocks.append(
            Table(
                key="tasks-attention",
                title=whole(language, "tasks.attention"),
                columns=columns(
                    language,
                    {
                        "chapter": None,
                        "task": 1.1,
                        "deadline": None,
                        "state": None,
                        "progress": 1.6,
                        "evidence": None,
                    },
                ),
                rows=tuple(_row(one, language) for one in shown),
            )
        )
    else:
        blocks.append(Paragraph(spans=plain(whole(language, "tasks.attention_none"))))
    known = [one for one in report.tasks if one.state != "unknown"]
    verified = sum(_is_verified(one) for one in known)
    reported = sum(one.as_reported for one in known)
    sentences = [
        whole(
            language,
            "tasks.reported_share",
            verified=verified,
            supported=len(known) - verified - reported,
            reported=reported,
        )
    ]
    if unknown:
        sentences.append(whole(language, "tasks.not_reported", count=unknown))
    joint = "" if language == "zh" else " "
    blocks.append(Paragraph(spans=plain(joint.join(sentences))))
    return tuple(blocks)


def _is_verified(fact: TaskFact) -> bool:
    """Return whether the state that holds is a verified one."""
    if fact.verified is None or fact.as_reported:
        return False
    return fact.reported is None or fact.reported.date <= fact.verified.date


def _row(fact: TaskFact, language: str) -> Row:
    stop, state = whole(language, "stop"), whole(language, f"state.{fact.state}")
    said = [one.rstrip(stop) for one in fact.concerns]
    # What the column of states says already is left out; ledger notes are Chinese.
    said = [one for one in said if one != state] + [fact.progress] * (language == "zh")
    concerns = whole(language, "clause").join(one for one in said if one)
    return Row(
        cells=(
            text_cell(chapter_text(fact.chapter, language)),
            named_cell(fact.title, fact.original),
            text_cell(deadline_text(fact.deadline, language)),
            state_cell(fact, language),
            text_cell(concerns),
            text_cell(fact.evidence),
        )
    )

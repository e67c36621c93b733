"""Annexes a third party owes: matrix, comments and responses, recommendations."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Headline,
    Rich,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_records import (
    CommentFact,
    MatrixFact,
    MovedFact,
    RecommendationFact,
)
from evaluation_lib.report.sections.verification import verification
from evaluation_lib.report.sections.whole_cells import text_cell
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.records import recorded, state_of

_TONES = {"not_adopted": Tone.MUTED, "pending": Tone.LATE, "declined": Tone.MUTED}


def records(report: Report) -> tuple[Block, ...]:
    """Return the annexes on checks and records; nothing where none are kept."""
    return (
        *verification(report),
        *evaluation_matrix(report),
        *comment_log(report),
        *recommendation_tracker(report),
    )


def evaluation_matrix(report: Report) -> tuple[Block, ...]:
    """Return which question was answered by what, from which source and how."""
    language, kept = report.language, report.records
    if kept is None or not kept.matrix:
        return ()
    return (
        Section(
            level=1,
            title=recorded(language, "matrix.title"),
            key="matrix",
            aside=recorded(language, "matrix.aside"),
            landscape=True,
        ),
        Table(
            key="evaluation-matrix",
            title=recorded(language, "matrix.table", count=len(kept.matrix)),
            columns=_columns(
                language,
                id=None,
                question=1.3,
                criterion=1.3,
                source=1.2,
                method=1.0,
                finding=1.4,
            ),
            rows=tuple(_matrix_row(one) for one in kept.matrix),
            notes=(plain(recorded(language, "matrix.note")), *_strangers(report)),
        ),
    )


def _matrix_row(one: MatrixFact) -> Row:
    def cell(field: str) -> Cell:
        text: str = getattr(one, field)
        return text_cell(f"{text}*" if text and field in one.computed else text)

    fields = ("criterion", "source", "method", "finding")
    return Row(cells=(text_cell(one.id), text_cell(one.question), *map(cell, fields)))


def comment_log(report: Report) -> tuple[Block, ...]:
    """Return each comment with its response, and the verdicts that adopted ones moved."""
    language, kept = report.language, report.records
    if kept is None or not kept.comments:
        return ()
    counts = [
        recorded(language, f"comments.count.{response}", count=count)
        for response in ("adopted", "partly_adopted", "not_adopted", "pending")
        if (count := sum(one.response == response for one in kept.comments))
    ]
    listed = words(language).listed(counts)
    headline = recorded(language, "comments.headline", total=len(kept.comments), parts=listed)
    moved = [
        (comment, one)
        for comment in kept.comments
        for one in comment.moved
        if comment.response in ("adopted", "partly_adopted")
    ]
    blocks: list[Block] = [
        Section(level=1, title=recorded(language, "comments.title"), key="comments"),
        Headline(text=headline),
        Table(
            key="comment-log",
            title=recorded(language, "comments.table"),
            columns=_columns(
                language,
                id=None,
                received=None,
                sender=0.8,
                about=0.8,
                comment=1.4,
                response=None,
                reason=1.4,
            ),
            rows=tuple(_comment_row(one, language) for one in kept.comments),
            notes=_later(kept.later_comments, language),
        ),
    ]
    if moved:
        blocks.append(
            Table(
                key="comment-verdicts",
                title=recorded(language, "comments.moved"),
                columns=_columns(language, id=None, subject=1.0, before=0.8, after=0.8),
                rows=tuple(_moved_row(comment, one, language) for comment, one in moved),
                notes=(plain(recorded(language, "comments.moved_note")),),
            )
        )
    return tuple(blocks)


def _comment_row(one: CommentFact, language: str) -> Row:
    told = [part for part in (one.reason, one.action) if part]
    about = words(language).listed(one.about) or recorded(language, "whole")
    return Row(
        cells=(
            text_cell(one.id),
            text_cell(date_text(one.received_on, language)),
            text_cell(one.sender),
            text_cell(about),
            text_cell(one.comment),
            _toned(recorded(language, f"response.{one.response}"), one.response),
            text_cell(recorded(language, "clause").join(told)),
        )
    )


def _moved_row(comment: CommentFact, one: MovedFact, language: str) -> Row:
    strong = one.before != one.after
    return Row(
        cells=(
            text_cell(comment.id),
            text_cell(one.name),
            text_cell(state_of(one.before, language)),
            Cell(spans=(Span(text=state_of(one.after, language), strong=strong),)),
        )
    )


def recommendation_tracker(report: Report) -> tuple[Block, ...]:
    """Return each recommendation with its owner, day and what became of it."""
    language, kept = report.language, report.records
    if kept is None or not kept.recommendations:
        return ()
    rows = kept.recommendations
    return (
        Section(level=1, title=recorded(language, "recommendations.title"), key="tracker"),
        Headline(
            text=recorded(
                language,
                "recommendations.headline",
                total=len(rows),
                done=sum(one.status == "done" for one in rows),
                overdue=sum(one.overdue for one in rows),
            )
        ),
        Table(
            key="recommendation-tracker",
            title=recorded(language, "recommendations.table"),
            columns=_columns(
                language,
                id=None,
                recommendation=1.6,
                owner=0.9,
                due=None,
                status=None,
                answer=1.4,
            ),
            rows=tuple(_recommendation_row(one, language) for one in rows),
            notes=_later(kept.later_recommendations, language),
        ),
    )


def _recommendation_row(one: RecommendationFact, language: str) -> Row:
    status = recorded(language, f"progress.{one.status}")
    spans = [Span(text=status, tone=_TONES.get(one.status, Tone.PLAIN))]
    if one.overdue:
        late = recorded(language, "overdue")
        written = f"（{late}）" if language == "zh" else f" ({late})"
        spans.append(Span(text=written, tone=Tone.BAD, strong=True))
    told = [part for part in (one.response, one.evidence) if part]
    return Row(
        cells=(
            text_cell(one.id),
            text_cell(one.recommendation),
            text_cell(one.owner),
            text_cell(date_text(one.due, language) if one.due else ""),
            Cell(spans=tuple(spans)),
            text_cell(recorded(language, "clause").join(told)),
        )
    )


def _columns(language: str, **widths: float | None) -> tuple[Column, ...]:
    return tuple(
        Column(title=recorded(language, f"column.{key}"), width=width, keep=width is None)
        for key, width in widths.items()
    )


def _toned(text: str, word: str) -> Cell:
    return Cell(spans=(Span(text=text, tone=_TONES.get(word, Tone.PLAIN)),))


def _later(count: int, language: str) -> tuple[Rich, ...]:
    return (plain(recorded(language, "later", count=count)),) if count else ()


def _strangers(report: Report) -> tuple[Rich, ...]:
    kept = report.records
    if kept is None or not kept.unknown:
        return ()
    ids = words(report.language).listed(kept.unknown)
    return (plain(recorded(report.language, "strangers", ids=ids)),)

"""From the records of a job to what the report says of them, as of its day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from evaluation_lib.report.authored.records import (
    Comment,
    MatrixRow,
    Progress,
    Recommendation,
    Records,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_records import (
    CommentFact,
    MatrixFact,
    MovedFact,
    RecommendationFact,
    RecordsFact,
)
from evaluation_lib.report.model_whole import CommitmentFact
from evaluation_lib.report.wording.phrases import target_text
from evaluation_lib.report.wording.records import recorded, state_of

_CLOSED = (Progress.DONE, Progress.DECLINED)


def records_fact(records: Records, report: Report) -> RecordsFact | None:
    """Return what `report` says of the records; None where the job keeps none.

    Rows that speak of a day after the as-of date are left out and counted.
    """
    if not (records.matrix or records.comments or records.recommendations):
        return None
    day = datetime.date.fromisoformat(report.as_of)
    names = _names(report)
    comments = [one for one in records.comments if one.received_on <= day]
    statuses = [
        one
        for one in records.recommendations
        if max(one.made_on, one.status_on or one.made_on) <= day
    ]
    listed = [row.subjects for row in records.matrix]
    listed += [row.subjects for row in comments]
    listed += [row.subjects for row in statuses]
    subjects = [subject for row in listed for subject in row]
    return RecordsFact(
        matrix=tuple(_matrix(one, report) for one in records.matrix),
        comments=tuple(_comment(one, records, report, names) for one in comments),
        recommendations=tuple(
            _recommendation(one, day, report, names) for one in _newest(statuses)
        ),
        later_comments=len(records.comments) - len(comments),
        later_recommendations=len(records.recommendations) - len(statuses),
        unknown=tuple(dict.fromkeys(one for one in subjects if one not in names)),
    )


def _names(report: Report) -> dict[str, str]:
    return {
        **{one.id: one.short_name for one in report.indicators},
        **{one.id: one.title for one in report.tasks},
        **{one.id: one.subject for one in report.commitments},
    }


def _in(report: Report, row: object, field: str) -> str:
    """Return a text in the language of the report, or as it was written where there is no other."""
    own: str = getattr(row, field)
    if report.language == "zh":
        return own
    return getattr(row, f"{field}_en") or own


def _matrix(row: MatrixRow, report: Report) -> MatrixFact:
    told = {
        "criterion": _criteria,
        "source": _sources,
        "method": _methods,
        "finding": _findings,
    }
    written = {field: _in(report, row, field) for field in told}
    computed = tuple(field for field, text in written.items() if not text)
    own = {
        field: text or _joined(told[field](row.subjects, report), report)
        for field, text in written.items()
    }
    return MatrixFact(id=row.id, question=_in(report, row, "question"), computed=computed, **own)


def _joined(parts: Iterable[str], report: Report) -> str:
    return recorded(report.language, "clause").join(dict.fromkeys(parts))


def _criteria(subjects: tuple[str, ...], report: Report) -> Iterator[str]:
    language = report.language
    for one in _indicators(subjects, report):
        if one.target is None:
            yield recorded(language, "no_target", name=one.short_name)
        else:
            yield recorded(
                language,
                "criterion",
                name=one.short_name,
                year=one.target.year,
                target=target_text(one, language),
                unit=one.unit,
            )
    for promise in _promises(subjects, report):
        yield promise.quote
    for task in report.tasks:
        if task.id in subjects:
            yield recorded(language, "task_criterion", name=task.title)


def _sources(subjects: tuple[str, ...], report: Report) -> Iterator[str]:
    for one in _indicators(subjects, report):
        if one.latest:
            yield f"{one.latest.source_title or one.latest.source}（{one.latest.evidence}）"
        else:
            yield recorded(report.language, "no_source", name=one.short_name)
    for promise in _promises(subjects, report):
        if promise.source_title:
            yield promise.source_title
    for task in report.tasks:
        entry = task.verified or task.reported
        if task.id in subjects and entry and entry.source_title:
            yield entry.source_title


def _methods(subjects: tuple[str, ...], report: Report) -> Iterator[str]:
    language = report.language
    for one in _indicators(subjects, report):
        yield recorded(language, f"method.{one.kind}")
    if any(_promises(subjects, report)):
        yield recorded(language, "method.commitment")
    if any(task.id in subjects for task in report.tasks):
        yield recorded(language, "method.task")


def _findings(subjects: tuple[str, ...], report: Report) -> Iterator[str]:
    verdicts, names = report.verdicts, _names(report)
    for subject in subjects:
        if subject in verdicts:
            state = state_of(verdicts[subject], report.language)
            yield recorded(report.language, "named", name=names[subject], state=state)
        else:
            yield recorded(report.language, "unknown", id=subject)


def _indicators(subjects: tuple[str, ...], report: Report) -> Iterator[IndicatorFact]:
    return (one for one in report.indicators if one.id in subjects)


def _promises(subjects: tuple[str, ...], report: Report) -> Iterator[CommitmentFact]:
    return (one for one in report.commitments if one.id in subjects)


def _comment(row: Comment, records: Records, report: Report, names: dict[str, str]) -> CommentFact:
    before, after = records.drafts.get(row.draft, {}), report.verdicts
    return CommentFact(
        id=row.id,
        received_on=row.received_on.isoformat(),
        sender=_in(report, row, "sender"),
        about=_about(row.subjects, names),
        comment=_in(report, row, "comment"),
        response=str(row.response),
        reason=_in(report, row, "reason"),
        action=_in(report, row, "action"),
        moved=tuple(
            MovedFact(subject=one, name=names[one], before=before[one], after=after[one])
            for one in row.subjects
            if one in before and one in after
        ),
    )


def _newest(rows: list[Recommendation]) -> list[Recommendation]:
    """Return the latest row of each recommendation, in the order of their first rows."""
    found: dict[str, Recommendation] = {}
    for row in rows:
        held = found.get(row.id)
        if held is None or (row.status_on or row.made_on) >= (held.status_on or held.made_on):
            found[row.id] = row
    return list(found.values())


def _recommendation(
    row: Recommendation, day: datetime.date, report: Report, names: dict[str, str]
) -> RecommendationFact:
    return RecommendationFact(
        id=row.id,
        made_on=row.made_on.isoformat(),
        recommendation=_in(report, row, "recommendation"),
        about=_about(row.subjects, names),
        owner=_in(report, row, "owner"),
        due=row.due.isoformat() if row.due else "",
        status=str(row.status),
        status_on=row.status_on.isoformat() if row.status_on else "",
        response=_in(report, row, "response"),
        evidence=row.evidence,
        overdue=row.due is not None and row.due < day and row.status not in _CLOSED,
    )


def _about(subjects: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(one, one) for one in subjects)

"""What a third party must be able to show: matrix, comments and responses, recommendations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from evaluation_lib.errors import AuthoredError, EvaluationError, listed
from evaluation_lib.plan.frozen import Frozen, refuse
from evaluation_lib.plan.rows import read_numbered_rows
from evaluation_lib.report.reading import read_report

FOLDER = "records"
MATRIX_FILE = "matrix.csv"
COMMENTS_FILE = "comments.csv"
RECOMMENDATIONS_FILE = "recommendations.csv"


class Response(StrEnum):
    """What became of a comment."""

    PENDING = "pending"  # 待答复
    ADOPTED = "adopted"  # 采纳
    PARTLY_ADOPTED = "partly_adopted"  # 部分采纳
    NOT_ADOPTED = "not_adopted"  # 不采纳


class Progress(StrEnum):
    """What became of a recommendation."""

    PROPOSED = "proposed"  # 已提出
    ACCEPTED = "accepted"  # 已接受
    UNDER_WAY = "under_way"  # 推进中
    DONE = "done"  # 已完成
    DECLINED = "declined"  # 未接受


_CHINESE = {
    "待答复": Response.PENDING,
    "采纳": Response.ADOPTED,
    "部分采纳": Response.PARTLY_ADOPTED,
    "不采纳": Response.NOT_ADOPTED,
    "未采纳": Response.NOT_ADOPTED,
    "已提出": Progress.PROPOSED,
    "已接受": Progress.ACCEPTED,
    "推进中": Progress.UNDER_WAY,
    "已完成": Progress.DONE,
    "未接受": Progress.DECLINED,
}


def _word(text: Any) -> Any:
    return _CHINESE.get(text, text)


class MatrixRow(Frozen):
    """One line of the evaluation matrix (评估矩阵).

    What is left blank is told by the report itself: the criterion by the plan, the source and the
    finding by the result, the method by the kind of subject.

    Attributes:
        subjects: Ids of the indicators, tasks and promises that answer the question.
    """

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    question_en: str = ""
    subjects: tuple[str, ...] = Field(min_length=1)
    criterion: str = ""
    criterion_en: str = ""
    source: str = ""
    source_en: str = ""
    method: str = ""
    method_en: str = ""
    finding: str = ""
    finding_en: str = ""


class Comment(Frozen):
    """A comment on a draft, and the response to it (征求意见采纳情况).

    Attributes:
        received_on: Day from which the comment is known.
        sender: Body that made it; no person.
        subjects: Ids of the indicators, tasks and promises it is about; none for the whole.
        reason: Why it was not, or only partly, adopted.
        action: What was changed because of it.
        draft: Result of the draft commented on, below the job's folder; the verdicts before.
    """

    id: str = Field(min_length=1)
    received_on: datetime.date
    sender: str = Field(min_length=1)
    sender_en: str = ""
    subjects: tuple[str, ...] = ()
    comment: str = Field(min_length=1)
    comment_en: str = ""
    response: Annotated[Response, BeforeValidator(_word)] = Response.PENDING
    reason: str = ""
    reason_en: str = ""
    action: str = ""
    action_en: str = ""
    draft: str = ""

    @model_validator(mode="after")
    def _is_answered(self) -> Comment:
        faults = []
        if self.response in (Response.PARTLY_ADOPTED, Response.NOT_ADOPTED) and not self.reason:
            faults.append("a comment that is not wholly adopted needs a reason")
        if self.response in (Response.ADOPTED, Response.PARTLY_ADOPTED) and not self.action:
            faults.append("an adopted comment needs an action: what was changed")
        refuse(faults)
        return self


class Recommendation(Frozen):
    """A recommendation and what became of it; several rows of one id are its history.

    Attributes:
        made_on: Day on which it was made.
        subjects: Ids of what it follows from.
        status_on: Day the status speaks of; the latest known one counts.
        evidence: What shows the status.
    """

    id: str = Field(min_length=1)
    made_on: datetime.date
    recommendation: str = Field(min_length=1)
    recommendation_en: str = ""
    subjects: tuple[str, ...] = ()
    owner: str = Field(min_length=1)
    owner_en: str = ""
    due: datetime.date | None = None
    status: Annotated[Progress, BeforeValidator(_word)] = Progress.PROPOSED
    status_on: datetime.date | None = None
    response: str = ""
    response_en: str = ""
    evidence: str = ""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Recommendation:
        faults = []
        if self.status is not Progress.PROPOSED and self.status_on is None:
            faults.append(f"status {self.status} needs status_on, the day it speaks of")
        if self.status_on is not None and self.status_on < self.made_on:
            faults.append(f"status_on {self.status_on} lies before made_on {self.made_on}")
        if self.status in (Progress.DONE, Progress.DECLINED) and not (
            self.response or self.evidence
        ):
            faults.append(f"status {self.status} needs a response or evidence")
        refuse(faults)
        return self


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one job.

    Attributes:
        drafts: Verdict of each subject in each draft, by the draft's path as written.
    """

    matrix: tuple[MatrixRow, ...] = ()
    comments: tuple[Comment, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NO_RECORDS = Records()


def read_records(folder: Path) -> Records:
    """Read `records/*.csv` in the folder of a job; a file that is not there has no rows.

    Raises:
        AuthoredError: A row, or a draft that a comment names, cannot be used; every fault is named.
    """
    root = folder / FOLDER
    faults: list[str] = []

    def rows_of(name: str, model: type[Any]) -> list[tuple[int, Any]]:
        path = root / name
        return read_numbered_rows(path, model, faults) if path.exists() else []

    matrix = rows_of(MATRIX_FILE, MatrixRow)
    comments = rows_of(COMMENTS_FILE, Comment)
    recommendations = rows_of(RECOMMENDATIONS_FILE, Recommendation)
    for name, rows in ((MATRIX_FILE, matrix), (COMMENTS_FILE, comments)):
        faults += _repeated(root / name, rows)
    drafts = _drafts(folder, comments, faults)
    if faults:
        raise AuthoredError(listed(faults))
    return Records(
        matrix=tuple(row for _, row in matrix),
        comments=tuple(row for _, row in comments),
        recommendations=tuple(row for _, row in recommendations),
        drafts=drafts,
    )


def _repeated(path: Path, rows: list[tuple[int, Any]]) -> list[str]:
    seen: dict[str, int] = {}
    faults = []
    for number, row in rows:
        if row.id in seen:
            faults.append(
                f"{path}: row {number}, column id: {row.id!r} stands in row {seen[row.id]} too; "
                "give each row an id of its own."
            )
        seen.setdefault(row.id, number)
    return faults


def _drafts(
    folder: Path, comments: list[tuple[int, Comment]], faults: list[str]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for number, comment in comments:
        if not comment.draft or comment.draft in found:
            continue
        try:
            report = read_report(folder / comment.draft)
        except EvaluationError as error:
            faults.append(f"{folder / FOLDER / COMMENTS_FILE}: row {number}, column draft: {error}")
            continue
        found[comment.draft] = report.verdicts
    return found

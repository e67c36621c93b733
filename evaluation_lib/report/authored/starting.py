"""Empty records to fill in, with the questions that a plan itself asks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from evaluation_lib.errors import AuthoredError
from evaluation_lib.plan.model import Plan
from evaluation_lib.report.authored.records import (
    COMMENTS_FILE,
    FOLDER,
    MATRIX_FILE,
    RECOMMENDATIONS_FILE,
    Comment,
    MatrixRow,
    Recommendation,
)
from evaluation_lib.report.wording.whole import chapter_numeral


def start_records(folder: Path, plan: Plan) -> list[Path]:
    """Write `records/*.csv` below `folder`, with a question for each indicator and chapter.

    Everything else is left to the evaluators; what they leave blank the report tells by itself.

    Returns:
        The files written.

    Raises:
        AuthoredError: One of the files is there already.
    """
    root = folder / FOLDER
    content = {
        root / MATRIX_FILE: _table(MatrixRow, _questions(plan)),
        root / COMMENTS_FILE: _table(Comment, ()),
        root / RECOMMENDATIONS_FILE: _table(Recommendation, ()),
    }
    if there := [str(path) for path in content if path.exists()]:
        raise AuthoredError(
            f"{', '.join(there)}: already there and not touched; name another folder or move them."
        )
    root.mkdir(parents=True, exist_ok=True)
    for path, text in content.items():
        # With a byte order mark, because Excel takes UTF-8 without one for another encoding.
        path.write_text(text, encoding="utf-8-sig")
    return list(content)


def _questions(plan: Plan) -> Iterator[dict[str, str]]:
    for one in plan.indicators:
        yield {
            "id": f"I{one.number:02d}",
            "question": f"{one.name}是否达到规划要求？",
            "question_en": f"Does “{one.name_en}” keep what the plan promises?",
            "subjects": one.id,
        }
    chapters = dict.fromkeys(task.chapter for task in plan.tasks)
    for chapter in chapters:
        tasks = ";".join(task.id for task in plan.tasks if task.chapter == chapter)
        yield {
            "id": f"T{chapter:02d}",
            "question": f"第{chapter_numeral(chapter, 'zh')}章的任务是否按规划推进？",
            "question_en": f"Do the tasks of chapter {chapter} go on as planned?",
            "subjects": tasks,
        }


def _table(model: type[BaseModel], rows: Iterable[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(model.model_fields), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()

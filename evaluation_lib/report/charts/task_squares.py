"""One square for each task, in the order of the plan, a row for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Tone, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH, UNKNOWN_DASH, new_sheet
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import ChapterFact, TaskFact
from evaluation_lib.report.style import (
    HAIRLINE,
    INK,
    MUTED,
    OBSERVED,
    OBSERVED_LIGHT,
    PAPER,
    SECONDARY,
    TONES,
)
from evaluation_lib.report.wording.whole import chapter_numeral, whole

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

STATES = (
    "done",
    "under_way",
    "continuous",
    "behind",
    "not_started",
    "constrained",
    "unknown",
)
LATE_STATES = ("behind", "not_started")
SQUARE = 4.1
_STEP = 4.6
_LEFT = 44.0
_TITLE = 8.0
_MOST_IN_ROW = 20
_TOTALS = (141.0, 148.5, FULL_WIDTH)
_LINE = 6.4
_UNDER_WAY = "#C3D9EC"


def task_squares(report: Report) -> Figure | None:
    """Return the chart of all tasks; None for a plan without tasks.

    Args:
        report: Report with its chapters and tasks. A chapter of more than twenty tasks takes
            several lines.
    """
    if not report.tasks:
        return None
    language = report.language
    return Figure(
        key="task-squares",
        title=_title(report),
        subtitle=whole(language, "tasks.subtitle"),
        svg=_draw(report),
        alt=whole(language, "clause").join(_told(one, report) for one in report.chapters)
        + whole(language, "stop"),
        note=_note(report),
        table=_table(report),
    )


def late_count(chapter: ChapterFact) -> int:
    """Return how many tasks of a chapter are behind or not started."""
    return sum(chapter.by_state.get(state, 0) for state in LATE_STATES)


def counted_states(by_state: dict[str, int], language: str) -> str:
    """Return the states that occur with their numbers, as one enumeration."""
    return whole(language, "list").join(
        whole(language, f"count.{state}", count=by_state[state])
        for state in ("done", "going", *STATES[1:])
        if by_state.get(state)
    )


def _title(report: Report) -> str:
    worst = max(report.chapters, key=late_count)
    key, count = "tasks.figure_late", late_count(worst)
    if not count:
        worst = max(report.chapters, key=lambda one: one.total)
        key, count = "tasks.figure", worst.total
    numeral = chapter_numeral(worst.chapter, report.language)
    return whole(report.language, key, chapter=numeral, count=count)


def _told(chapter: ChapterFact, report: Report) -> str:
    return whole(
        report.language,
        "tasks.alt",
        chapter=chapter_numeral(chapter.chapter, report.language),
        title=chapter.title,
        total=chapter.total,
        parts=counted_states(chapter.by_state, report.language),
    )


def _note(report: Report) -> str:
    parts = [whole(report.language, "tasks.note")]
    if any(one.restored for one in report.chapters):
        parts.append(whole(report.language, "tasks.restored"))
    return ("" if report.language == "zh" else " ").join(parts)


def _table(report: Report) -> Table:
    language = report.language
    shown = [state for state in STATES if any(one.by_state.get(state) for one in report.chapters)]
    titles = [whole(language, "tasks.chapter"), whole(language, "tasks.total")]
    titles += [whole(language, f"state.{state}") for state in shown]
    return Table(
        key="task-squares-data",
        columns=tuple(
            Column(title=title, align="left" if number == 0 else "right")
            for number, title in enumerate(titles)
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(spans=plain(f"{chapter_numeral(one.chapter, language)} {one.title}")),
                    Cell(spans=plain(str(one.total))),
                    *(Cell(spans=plain(str(one.by_state.get(state, 0)))) for state in shown),
                )
            )
            for one in report.chapters
        ),
    )


def _draw(report: Report) -> str:
    rows = [[one for one in report.tasks if one.chapter == c.chapter] for c in report.chapters]
    titles = [_wrapped(one.title, _LEFT - _TITLE - 2.5) for one in report.chapters]
    heights = [
        max(3.4 * len(title), _LINE * -(-len(tasks) // _MOST_IN_ROW)) + 1.8
        for title, tasks in zip(titles, rows, strict=True)
    ]
    legend = _legend_lines(report)
    top = 6.4 * len(legend) + 5.0
    with new_sheet(report, width=FULL_WIDTH, height=top + sum(heights) + 1.0) as sheet:
        for number, entries in enumerate(legend):
            _draw_legend(sheet, entries, 6.4 * number)
        for key, right in zip(("total", "done", "late"), _TOTALS, strict=True):
            word = whole(report.language, f"tasks.{key}")
            sheet.text(right, top - 2.6, word, size=AXIS, align="right", strong=True)
        sheet.text(0, top - 2.6, whole(report.language, "tasks.chapter"), size=AXIS, strong=True)
        y = top
        for chapter, tasks, title, height in zip(
            report.chapters, rows, titles, heights, strict=True
        ):
            sheet.line([(0, y), (FULL_WIDTH, y)], colour=HAIRLINE, weight=0.5)
            _draw_chapter(sheet, chapter, tasks, title, y + 1.2, report.language)
            y += height
        sheet.line([(0, y), (FULL_WIDTH, y)], colour=HAIRLINE, weight=0.5)
        return sheet.svg()


def _draw_chapter(
    sheet: Sheet,
    chapter: ChapterFact,
    tasks: list[TaskFact],
    title: list[str],
    top: float,
    language: str,
) -> None:
    middle = top + SQUARE / 2
    numeral = chapter_numeral(chapter.chapter, language)
    sheet.text(0, middle, numeral, size=AXIS + 0.5, strong=True)
    first = middle if len(title) == 1 else top + 1.0
    for number, words in enumerate(title):
        colour = SECONDARY if chapter.restored else INK
        sheet.text(_TITLE, first + 3.3 * number, words, size=AXIS, colour=colour)
    for number, task in enumerate(tasks):
        line, place = divmod(number, _MOST_IN_ROW)
        x, y = _LEFT + place * _STEP, top + line * _LINE
        draw_state(sheet, task.state, x, y)
        if task.is_hard:
            sheet.line([(x, y + SQUARE + 0.9), (x + SQUARE, y + SQUARE + 0.9)], weight=2.0)
    late = late_count(chapter)
    totals = (chapter.total, chapter.by_state.get("done", 0), late)
    for count, right in zip(totals, _TOTALS, strict=True):
        alarming = right == _TOTALS[2] and late > 0
        sheet.text(
            right,
            middle,
            str(count),
            size=AXIS + 0.5,
            align="right",
            strong=alarming or right == _TOTALS[0],
            colour=TONES[Tone.BAD].ink if alarming else INK,
        )


def draw_state(sheet: Sheet, state: str, x: float, y: float) -> None:
    """Draw the square of a task state with its upper left corner at `x`, `y` (mm).

    Every state has a fill and a sign of its own, so that none is told by colour alone.
    """
    middle_x, middle_y, size = x + SQUARE / 2, y + SQUARE / 2, SQUARE
    if state == "done":
        sheet.box(x, y, size, size, fill=OBSERVED, edge=OBSERVED)
    elif state in ("under_way", "continuous"):
        sheet.box(x, y, size, size, fill=_UNDER_WAY, edge=OBSERVED_LIGHT, weight=0.7)
        if state == "continuous":
            sheet.dot(middle_x, middle_y, 0.75, fill=OBSERVED, edge=OBSERVED, weight=0.1)
    elif state == "behind":
        late = TONES[Tone.LATE].edge
        sheet.box(x, y, size, size, fill=late, edge=late)
        corners = [
            (middle_x - 1.2, middle_y - 0.9),
            (middle_x + 1.2, middle_y - 0.9),
            (middle_x, middle_y + 1.2),
        ]
        sheet.area(corners, fill=PAPER)
    elif state == "not_started":
        bad = TONES[Tone.BAD].ink
        sheet.box(x + 0.2, y + 0.2, size - 0.4, size - 0.4, fill=PAPER, edge=bad, weight=1.1)
        for start, end in ((-1, 1), (1, -1)):
            ends = [(middle_x + start, middle_y - 1), (middle_x + end, middle_y + 1)]
            sheet.line(ends, colour=bad, weight=1.2)
    elif state == "constrained":
        sheet.box(x, y, size, size, fill=PAPER, edge=MUTED, weight=0.8)
        ends = [(middle_x - 1.2, middle_y), (middle_x + 1.2, middle_y)]
        sheet.line(ends, colour=MUTED, weight=1.4)
    else:
        sheet.box(x, y, size, size, fill=PAPER, edge=MUTED, weight=0.8, dash=UNKNOWN_DASH)


def _legend_lines(report: Report) -> list[list[tuple[str, str]]]:
    """Return the states that occur with their words and counts, broken into lines that fit."""
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for state in STATES:
        count = sum(one.by_state.get(state, 0) for one in report.chapters)
        if not count:
            continue
        text = f"{whole(report.language, f'state.{state}')} {count}"
        width = SQUARE + 1.5 + width_of(text, AXIS + 0.5) + 4.5
        if used + width > FULL_WIDTH:
            lines.append([])
            used = 0.0
        lines[-1].append((state, text))
        used += width
    return lines


def _draw_legend(sheet: Sheet, line: list[tuple[str, str]], top: float) -> None:
    x = 0.0
    for state, text in line:
        draw_state(sheet, state, x, top)
        x += SQUARE + 1.5
        sheet.text(x, top + SQUARE / 2, text, size=AXIS + 0.5)
        x += width_of(text, AXIS + 0.5) + 4.5


def _wrapped(text: str, width: float) -> list[str]:
    """Break `text` into lines of at most `width` mm: between words, or between Chinese signs."""
    joint = " " if " " in text else ""
    parts = text.split(" ") if joint else list(text)
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{joint}{part}" if lines[-1] else part
        if lines[-1] and width_of(longer, AXIS) > width and part not in "，。、；”）]":
            lines.append(part)
        else:
            lines[-1] = longer
    return lines

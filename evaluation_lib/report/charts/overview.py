"""All indicators on one page: share done against share due, probability, verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.overview_rows import (
    AXIS_END,
    Columns,
    draw_row,
    has_share,
    row_text,
)
from evaluation_lib.report.charts.ranking import (
    anticipatory,
    binding,
    by_progress,
    by_severity,
    is_assessable,
    is_reached,
    shows_outlook,
)
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH, VALUE, new_sheet
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, percent, short_percent
from evaluation_lib.report.style import BOX, HAIRLINE, INK, SECONDARY
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    latest_text,
    probability_text,
    progress_text,
    source_note,
    target_text,
)

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

_MOST_ROWS = 45
_FURTHEST_BEHIND = 10
_HEAD = 5.2
_PANEL = 4.8


@dataclass(frozen=True, slots=True)
class _Panel:
    title: str
    facts: list[IndicatorFact]


def overview(report: Report, nature: str = "") -> Figure | None:
    """Return the chart of all indicators, binding ones first and worst first.

    None for a plan with a single indicator: a chart with one bar says nothing.

    Args:
        report: Report with its indicators; more than 45 are reduced to the binding ones and the
            ten furthest behind, and the note says how many are left out.
        nature: `binding` or `anticipatory` for a chart of these alone; blank for both.
    """
    if len(report.indicators) < 2:
        return None
    panels, left_out = _panels(report, nature)
    title = _title(report, nature)
    shown = [fact for panel in panels for fact in panel.facts]
    spoken = words(report.language)
    note = []
    if any(one.is_yearly and is_assessable(one) for one in shown):
        note.append(spoken["overview.note_yearly"])
    if any(_goes_beyond(one) for one in shown):
        note.append(spoken["overview.note_beyond"])
    if left_out:
        note.insert(0, spoken.say("overview.left_out", count=left_out))
    if any(_rests_on_reports(one) for one in shown):
        note.append(spoken["overview.note_reported"])
    note.append(source_note(report))
    return Figure(
        key=f"overview-{nature}" if nature else "overview",
        title=title,
        subtitle=_subtitle(report),
        svg=_draw(report, panels),
        alt=_alt(report, panels, title),
        note=spoken["sentence.space"].join(note),
        table=_table(report, panels, nature),
    )


def _panels(report: Report, nature: str) -> tuple[list[_Panel], int]:
    spoken = words(report.language)
    bound, expected = by_severity(binding(report)), by_progress(anticipatory(report))
    shown, left_out = expected, 0
    if len(report.indicators) > _MOST_ROWS:
        shown = by_severity(expected)[:_FURTHEST_BEHIND]
        left_out = len(expected) - len(shown)
    panels = []
    for facts, visible, name in ((bound, bound, "binding"), (expected, shown, "anticipatory")):
        if not facts or nature not in ("", name):
            continue
        assessable = sum(map(is_assessable, facts))
        reached = sum(map(is_reached, facts))
        counts = {"assessable": assessable, "reached": reached, "behind": assessable - reached}
        if name == "binding":
            del counts["reached"]
        parts = [
            spoken.say(f"overview.{name}_{key}{_ending(report, name)}", count=count)
            for key, count in counts.items()
            if count
        ]
        title = spoken.say(f"overview.panel_{name}", count=len(facts))
        if parts:
            title += spoken["label.separator"] + spoken["clause.separator"].join(parts)
        panels.append(_Panel(title, visible))
    return panels, 0 if nature == "binding" else left_out


def _ending(report: Report, nature: str) -> str:
    """Return what the keys of anticipatory words end in where the end of the plan is judged."""
    return "_final" if report.product == "final" and nature == "anticipatory" else ""


def _title(report: Report, nature: str) -> str:
    spoken = words(report.language)
    parts = []
    for facts, name in ((binding(report), "binding"), (anticipatory(report), "anticipatory")):
        if nature not in ("", name):
            continue
        judged = [one for one in facts if is_assessable(one)]
        reached = sum(map(is_reached, judged))
        behind = len(judged) - reached
        if not judged:
            key = "none" if facts else ""
        elif not behind:
            key = "all"
        else:
            key = "some" if reached else "no"
        if key:
            parts.append(
                spoken.say(
                    f"overview.title_{name}_{key}{_ending(report, name)}",
                    count=len(facts),
                    assessable=len(judged),
                    reached=reached,
                    behind=behind,
                )
            )
    return spoken["overview.title_separator"].join(parts)


def _subtitle(report: Report) -> str:
    spoken = words(report.language)
    text = spoken.say(
        "overview.subtitle",
        year=report.evaluation_year,
        target_year=report.plan.end,
        due=short_percent(report.time_share, language=report.language),
    )
    if shows_outlook(report):
        text += spoken.say("overview.subtitle_outlook", target_year=report.plan.end)
    return text


def _draw(report: Report, panels: list[_Panel]) -> str:
    count = sum(len(panel.facts) for panel in panels)
    step = 7.0 if count <= 8 else 4.5 if count <= 24 else 4.4
    height = _HEAD + sum(_PANEL + step * len(panel.facts) for panel in panels) + 1.0
    columns = Columns.of(report, size=VALUE if count <= 24 else AXIS)
    spoken = words(report.language)
    with new_sheet(report, width=FULL_WIDTH, height=height) as sheet:
        _draw_head(sheet, report, columns)
        y = _HEAD
        for panel in panels:
            sheet.box(0, y, FULL_WIDTH, _PANEL - 0.6, fill=BOX)
            sheet.text(1.2, y + (_PANEL - 0.6) / 2, panel.title, size=VALUE, strong=True)
            y += _PANEL
            for first, count in _runs_with_share(panel.facts):
                top = y + first * step - 0.3
                _draw_lines(sheet, report, columns, top, top + count * step)
            for fact in panel.facts:
                draw_row(sheet, report, fact, columns, y + step / 2 - 0.3, spoken)
                y += step
        return sheet.svg()


def _draw_head(sheet: Sheet, report: Report, columns: Columns) -> None:
    spoken, y = words(report.language), 2.4
    due = columns.share(report.time_share)
    full = columns.share(1.0)
    percentage = short_percent(report.time_share, language=report.language)
    sheet.text(columns.share(0.0), y, "0", size=AXIS, colour=SECONDARY, align="center")
    if report.time_share < 0.995:
        text = spoken.say("overview.due", share=percentage)
        sheet.text(min(due + 4, full - 7.5), y, text, size=AXIS, align="right", strong=True)
        target = spoken["overview.target"]
        sheet.text(full - 5.5, y, target, size=AXIS, colour=SECONDARY)
    else:
        target = spoken["overview.target"]
        sheet.text(full, y, target, size=AXIS, align="center", strong=True)
    sheet.text(columns.percent, y, "%", size=AXIS, colour=SECONDARY, align="right")
    if columns.outlook:
        text = spoken["overview.probability"]
        sheet.text(columns.meter, y, text, size=AXIS, colour=SECONDARY)
    sheet.text(columns.verdict, y, spoken["column.verdict"], size=AXIS, colour=SECONDARY)


def _runs_with_share(facts: list[IndicatorFact]) -> list[tuple[int, int]]:
    """Return place of the first and number of rows of each run of rows that show a share."""
    runs: list[tuple[int, int]] = []
    for place, fact in enumerate(facts):
        if has_share(fact):
            first, count = runs.pop() if runs and sum(runs[-1]) == place else (place, 0)
            runs.append((first, count + 1))
    return runs


def _draw_lines(sheet: Sheet, report: Report, columns: Columns, top: float, bottom: float) -> None:
    """Draw the lines of the axis through rows; those without a share stay clear of them."""
    zero, full = columns.share(0.0), columns.share(1.0)
    sheet.line([(zero, top), (zero, bottom)], colour=HAIRLINE, weight=0.5)
    if report.time_share < 0.995:
        dashed = [(full, top), (full, bottom)]
        sheet.line(dashed, colour=SECONDARY, weight=0.5, dash="0.9 0.7")
    due = columns.share(report.time_share)
    sheet.line([(due, top), (due, bottom)], colour=INK, weight=1.2)


def _goes_beyond(fact: IndicatorFact) -> bool:
    return has_share(fact) and not 0 <= (fact.progress or 0.0) <= AXIS_END


def _rests_on_reports(fact: IndicatorFact) -> bool:
    return is_assessable(fact) and any(flag.id == "reported_only" for flag in fact.flags)


def _alt(report: Report, panels: list[_Panel], title: str) -> str:
    spoken = words(report.language)
    parts = [title]
    for panel in panels:
        for fact in panel.facts:
            parts.append(
                spoken.say(
                    "overview.alt_row",
                    number=fact.number,
                    name=fact.short_name,
                    share=row_text(fact, report.language),
                    verdict=spoken.verdict(fact.verdict),
                )
            )
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def _table(report: Report, panels: list[_Panel], nature: str) -> Table:
    spoken, language = words(report.language), report.language
    keys = ["number", "indicator", "nature", "latest", "target", "progress", "due"]
    keys += ["probability", "outlook", "verdict"]
    rows = []
    for panel in panels:
        for fact in panel.facts:
            due = fact.time_share
            yearly = fact.is_yearly or due is None
            texts = [
                str(fact.number),
                fact.short_name,
                spoken[f"nature.{fact.nature}"],
                latest_text(fact, language),
                target_text(fact, language),
                progress_text(fact, language),
                NO_VALUE if yearly else percent(due or 0.0, language=language),
                probability_text(fact),
                spoken.outlook(fact.outlook),
                spoken.verdict(fact.verdict),
            ]
            cells = tuple(Cell(spans=plain(text)) for text in texts)
            rows.append(Row(cells=cells, tint=fact.is_binding))
    right = ("number", "latest", "target", "progress", "due", "probability")
    return Table(
        key=f"overview-{nature}-values" if nature else "overview-values",
        title=spoken["overview.table"],
        columns=tuple(
            Column(
                title=spoken.say(f"column.{key}", target_year=report.plan.end),
                align="right" if key in right else "left",
            )
            for key in keys
        ),
        rows=tuple(rows),
    )

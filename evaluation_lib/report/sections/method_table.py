"""The chapter on what hangs on the method: methods side by side, and the firmness of verdicts."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation_lib.assessment.firmness_settings import CUT_OFF_SHIFT
from evaluation_lib.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, decimal
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.sections.method_lines import disagree, methods_line
from evaluation_lib.report.sections.table_cells import verdict_span
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.judgement import judged

GROUPS = ("denominator", "rounding", "path", "vintage", "cut_offs", "history", "rival")


def method_table(report: Report) -> tuple[Block, ...]:
    """Return the methods' classes and the settings' effect, indicator by indicator.

    Rows whose finding hangs on the method or on a setting are marked.
    """
    language = report.language
    tables = [one for one in (methods_table(report), firmness_table(report)) if one]
    title = judged(language, "table.title")
    heading = Section(level=1, title=title, key="method-table")
    if not tables:
        return (heading, Paragraph(spans=plain(judged(language, "table.none"))))
    return (heading, *tables, *_falls(report))


def firmness_table(report: Report) -> Table | None:
    """Return how many settings of each group change the conclusion, and which."""
    facts = [one for one in report.indicators if one.firmness]
    if not facts:
        return None
    language = report.language
    groups = [group for group in GROUPS if any(_counted(one, group)[1] for one in facts)]
    firm = sum(
        one.firmness is not None and one.firmness.holds == one.firmness.total for one in facts
    )
    key = "table.firmness_all" if firm == len(facts) else "table.firmness_some"
    return Table(
        key="firmness",
        title=judged(language, key, count=len(facts), firm=firm, soft=len(facts) - firm),
        columns=(
            Column(title=judged(language, "column.number"), align="right"),
            Column(title=judged(language, "column.indicator"), width=1.0),
            Column(title=judged(language, "column.verdict"), keep=True),
            Column(title=judged(language, "column.holds"), align="right", keep=True),
            *(Column(title=judged(language, f"group.{one}"), align="center") for one in groups),
        ),
        rows=tuple(_firmness_row(report, fact, groups) for fact in facts),
        notes=(plain(judged(language, "table.note", shift=CUT_OFF_SHIFT)),),
    )


def _falls(report: Report) -> tuple[Block, ...]:
    """Return the settings that change a conclusion in words, per-head promises after indicators."""
    spoken = words(report.language)
    subjects = {one.id: one.subject for one in report.commitments}
    named = [
        (Span(text=one.short_name, strong=True, href=f"#{indicator_anchor(one)}"), one.firmness)
        for one in report.indicators
        if one.firmness and one.firmness.holds < one.firmness.total
    ]
    named += [
        (Span(text=subjects.get(key, key), strong=True), firmness)
        for key, firmness in report.denominators.items()
    ]
    items = [
        (name, Span(text=spoken["label.separator"]), Span(text=firmness.sentence))
        for name, firmness in named
    ]
    if not items:
        return ()
    title = judged(report.language, "table.falls")
    return (Section(level=2, title=title, key="firmness-falls"), Bullets(items=tuple(items)))


def _firmness_row(report: Report, fact: IndicatorFact, groups: Sequence[str]) -> Row:
    language, firmness = report.language, fact.firmness
    holds, total = (firmness.holds, firmness.total) if firmness else (0, 0)
    cells = [
        Cell(spans=plain(str(fact.number))),
        Cell(spans=(Span(text=fact.short_name, href=f"#{indicator_anchor(fact)}"),)),
        Cell(spans=(verdict_span(report, fact),)),
        Cell(spans=(Span(text=f"{holds}/{total}", strong=holds < total),)),
    ]
    for group in groups:
        changed, tried = _counted(fact, group)
        text = judged(language, "table.cell", changed=changed, total=tried) if tried else NO_VALUE
        tone = Tone.LATE if changed else Tone.MUTED
        cells.append(Cell(spans=(Span(text=text, tone=tone, strong=changed > 0),)))
    return Row(cells=tuple(cells), tint=fact.is_binding)


def _counted(fact: IndicatorFact, group: str) -> tuple[int, int]:
    """Return how many settings of a group change the conclusion, and how many were tried."""
    settings = fact.firmness.settings if fact.firmness else ()
    tried = [one for one in settings if one.group == group]
    return sum(one.changed for one in tried), len(tried)


def methods_table(report: Report) -> Table | None:
    """Return the class and number of each method for each indicator that two or more can judge."""
    facts = [one for one in report.indicators if methods_line(report, one)]
    if not facts:
        return None
    spoken = words(report.language)
    names: dict[str, str] = {}
    for fact in facts:
        for name, one in fact.methods.items():
            names.setdefault(name, one.title or name)
    columns = [
        Column(title=spoken["column.number"], align="right"),
        Column(title=spoken["column.indicator"], width=1.0),
        *(Column(title=title, width=0.8) for title in names.values()),
        Column(title=spoken["methods.together"], keep=True),
    ]
    differing = sum(map(disagree, facts))
    return Table(
        key="methods-compared",
        title=spoken.say("methods.table", count=len(facts), differing=differing)
        if differing
        else spoken.say("methods.table_agree", count=len(facts)),
        columns=tuple(columns),
        rows=tuple(_row(report, fact, list(names)) for fact in facts),
    )


def _row(report: Report, fact: IndicatorFact, names: list[str]) -> Row:
    spoken = words(report.language)
    cells = [
        Cell(spans=plain(str(fact.number))),
        Cell(spans=(Span(text=fact.short_name, href=f"#{indicator_anchor(fact)}"),)),
    ]
    for name in names:
        one = fact.methods.get(name)
        if one is None or one.class_ is None:
            cells.append(Cell(spans=(Span(text=NO_VALUE, tone=Tone.NONE),)))
            continue
        spans = [Span(text=spoken[f"method.{one.class_}"])]
        if one.value is not None:
            written = decimal(one.value, 2, language=report.language)
            spans.append(Span(text=spoken.say("methods.value", value=written), tone=Tone.MUTED))
        cells.append(Cell(spans=tuple(spans)))
    differ = disagree(fact)
    word = spoken["methods.differ" if differ else "methods.same"]
    tone = Tone.LATE if differ else Tone.PLAIN
    cells.append(Cell(spans=(Span(text=word, tone=tone, strong=differ),)))
    return Row(cells=tuple(cells), tint=fact.is_binding)

"""The methods side by side: a line for one indicator, a table for all."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Span, Table, Tone, plain
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, decimal
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.wording import words


def methods_line(report: Report, fact: IndicatorFact) -> str:
    """Return what each method says in one sentence; nothing where fewer than two can judge."""
    judging = {name: one for name, one in fact.methods.items() if one.class_ is not None}
    if len(judging) < 2:
        return ""
    spoken = words(report.language)
    said = [
        spoken.say("methods.says", method=one.title or name, word=spoken[f"method.{one.class_}"])
        for name, one in judging.items()
    ]
    key = "methods.disagree" if disagree(fact) else "methods.agree"
    return spoken.say(key, count=len(judging), said=spoken.listed(said))


def disagree(fact: IndicatorFact) -> bool:
    """Return whether some methods find the indicator on track and others do not."""
    return any(one.id == "methods_disagree" for one in fact.flags)


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

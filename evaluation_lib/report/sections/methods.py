"""How it was judged: formulas in words, cut-offs, words of probability."""

from __future__ import annotations

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
    plain,
)
from evaluation_lib.report.charts.ranking import shows_outlook
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import decimal, percent
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words

_KINDS = ("stock", "rate", "cumulative", "annual_flow", "maintain")
_PROBABILITIES = ("very_unlikely", "unlikely", "uncertain", "likely", "very_likely")
_MIDTERM = (
    "achieved_early",
    "ahead",
    "on_schedule",
    "slightly_behind",
    "well_behind",
    "met",
    "not_met",
    "not_assessable",
)
_FINAL = ("completed", "basically_completed", "not_completed", "not_assessable")


def methods(report: Report) -> tuple[Block, ...]:
    """Return the chapter on formulas by kind, verdicts with their cut-offs, and outlook words."""
    spoken = words(report.language)
    kinds = [kind for kind in _KINDS if any(one.kind == kind for one in report.indicators)]
    formulas = tuple(
        (
            Span(text=spoken[f"kind.{kind}"], strong=True),
            Span(text=spoken["label.separator"]),
            Span(text=spoken[f"formula.{kind}"]),
        )
        for kind in kinds
    )
    blocks: list[Block] = [
        Section(level=1, title=spoken["method_chapter.title"], key="methods"),
        Section(level=2, title=spoken["method_chapter.formulas"], key="methods-formulas"),
        Bullets(items=formulas),
        Section(level=2, title=spoken["method_chapter.verdicts"], key="methods-verdicts"),
        _verdicts(report),
        Paragraph(spans=plain(spoken["method_chapter.binding"])),
    ]
    if shows_outlook(report):
        blocks += [
            Section(level=2, title=spoken["method_chapter.outlook"], key="methods-outlook"),
            Paragraph(spans=plain(spoken["method_chapter.forecast"])),
            _outlooks(report),
        ]
    named = _named_methods(report)
    if named:
        blocks.append(Section(level=2, title=spoken["method_chapter.named"], key="methods-named"))
        blocks.append(Paragraph(spans=plain(spoken.say("method_chapter.side", names=named))))
    return tuple(blocks)


def _verdicts(report: Report) -> Table:
    spoken, language = words(report.language), report.language
    limits = {key: decimal(value, 2, language=language) for key, value in report.cut_offs.items()}
    limits["share"] = percent(report.cut_offs.get("basically_completed", 0.0), language=language)
    final = report.product == "final"
    rows = []
    for verdict in _FINAL if final else _MIDTERM:
        key = f"condition.{verdict}_final" if final else f"condition.{verdict}"
        style = verdict_style(verdict)
        word = Span(text=spoken.verdict(verdict), mark=verdict, tone=style.tone)
        rows.append(Row(cells=(Cell(spans=(word,)), Cell(spans=plain(spoken.say(key, **limits))))))
    return Table(
        key="verdict-words",
        title=spoken["method_chapter.verdict_table"],
        columns=(
            Column(title=spoken["column.verdict"], keep=True),
            Column(title=spoken["method_chapter.condition"], width=1.0),
        ),
        rows=tuple(rows),
    )


def _outlooks(report: Report) -> Table:
    spoken = words(report.language)
    rows = tuple(
        Row(
            cells=(
                Cell(spans=plain(spoken.outlook(word))),
                Cell(spans=plain(spoken[f"range.{word}"])),
            )
        )
        for word in _PROBABILITIES
    )
    return Table(
        key="outlook-words",
        title=spoken["method_chapter.outlook_table"],
        columns=(
            Column(title=spoken["column.outlook"], keep=True),
            Column(title=spoken["column.probability"], width=1.0),
        ),
        rows=rows,
    )


def _named_methods(report: Report) -> str:
    titles: dict[str, None] = {}
    for fact in report.indicators:
        for name, one in fact.methods.items():
            titles.setdefault(one.title or name)
    return words(report.language).listed(list(titles))

"""The counties against their own targets, or the plain statement that there are none."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Headline,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.style import VERDICTS, verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.divisions import divided

_MOST_WITH_WORDS = 6  # columns that leave room for the word beside its mark


def division_verdicts(report: Report) -> tuple[Block, ...]:
    """Return a matrix of verdicts where counties have targets, and say so where they have none."""
    if not report.divisions:
        return ()
    language = report.language
    targeted = [one for one in report.divisions if one.has_targets]
    heading = Section(
        level=1,
        title=divided(language, "verdicts.title"),
        key="divisions-verdicts",
        landscape=len(targeted) > _MOST_WITH_WORDS,
        fresh_page=len(targeted) > _MOST_WITH_WORDS,
    )
    if not targeted:
        return (heading, Paragraph(spans=plain(divided(language, "verdicts.none"))))
    return (heading, _headline(report, targeted), _matrix(report, targeted))


def is_reached(verdict: str) -> bool:
    """Return whether a verdict is on schedule or better."""
    return verdict_style(verdict).tone is Tone.GOOD


def _headline(report: Report, targeted: list[DividedFact]) -> Headline:
    judged = [
        (division.jurisdiction, division.verdict)
        for one in targeted
        for division in one.divisions
        if division.verdict
    ]
    open_ = sum(verdict == "not_assessable" for _, verdict in judged)
    reached = sum(is_reached(verdict) for _, verdict in judged)
    behind = len(judged) - open_ - reached
    text = divided(
        report.language,
        "verdicts.headline",
        places=len({place for place, _ in judged}),
        count=len(judged),
        reached=reached,
        behind=behind,
        open=open_,
    )
    return Headline(text=text, tone=Tone.LATE if behind else Tone.PLAIN)


def _matrix(report: Report, targeted: list[DividedFact]) -> Table:
    language = report.language
    with_words = len(targeted) <= _MOST_WITH_WORDS
    facts = [report.indicator(one.indicator) for one in targeted]
    names = divided(language, "list").join(f"{one.number} {one.short_name}" for one in facts)
    notes = [plain(divided(language, "verdicts.note", names=names, none=NO_VALUE))]
    if not with_words:
        notes.append(_legend(report, targeted))
    rows = []
    for place, division in enumerate(targeted[0].divisions):
        verdicts = [one.divisions[place] for one in targeted]
        known = [one.verdict for one in verdicts if one.verdict not in ("", "not_assessable")]
        score = f"{sum(map(is_reached, known))}/{len(known)}"
        cells = [Cell(spans=plain(division.jurisdiction_name))]
        cells += [_cell(one, language, with_word=with_words) for one in verdicts]
        rows.append(Row(cells=(*cells, Cell(spans=plain(score)))))
    return Table(
        key="divisions-matrix",
        title=divided(language, "verdicts.table"),
        columns=(
            Column(title=divided(language, "ranking.place"), width=1.0),
            *(Column(title=str(one.number), align="center") for one in facts),
            Column(title=divided(language, "verdicts.reached"), align="right", keep=True),
        ),
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _cell(one: DivisionFact, language: str, *, with_word: bool) -> Cell:
    if not one.verdict:
        return Cell(spans=plain(NO_VALUE))
    tone = verdict_style(one.verdict).tone
    # A mark is silent to screen readers, so a word or its first sign stands beside each.
    word = words(language).verdict(one.verdict)
    text = word if with_word else word[0]
    return Cell(spans=(Span(text=text, mark=one.verdict, tone=tone),))


def _legend(report: Report, targeted: list[DividedFact]) -> tuple[Span, ...]:
    shown = {division.verdict for one in targeted for division in one.divisions}
    spoken = words(report.language)
    lead, _, end = divided(report.language, "verdicts.marks", marks="|").partition("|")
    spans = [Span(text=lead)]
    for verdict in (one for one in VERDICTS if one in shown):
        if len(spans) > 1:
            spans.append(Span(text=divided(report.language, "list")))
        spans.append(Span(text=spoken.verdict(verdict), mark=verdict))
    return (*spans, Span(text=end))

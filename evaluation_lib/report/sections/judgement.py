"""What the evaluators wrote, after what the results themselves show in the same chapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evaluation_lib.report.authored.narrative import INDICATORS
from evaluation_lib.report.blocks import Block, Bullets, Paragraph, Rich, Section, Span
from evaluation_lib.report.explaining import steps_of
from evaluation_lib.report.fragments_text import ORIGIN
from evaluation_lib.report.markdown import markdown_blocks
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_authored import PassageFact
from evaluation_lib.report.sections.follow_up import problems, proposals
from evaluation_lib.report.wording.authored import authored_words
from evaluation_lib.report.wording.follow_up import follow_up_words

_CHAPTERS = ("practices", "causes", "situation", "recommendations")
_SHOWN = {"causes": problems, "recommendations": proposals}
"""What the results show beside the evaluators' words, by chapter."""


def foreword(report: Report) -> tuple[Block, ...]:
    """Return the foreword; nothing where none was written."""
    return _chapter(report, "foreword")


def judgement(report: Report) -> tuple[Block, ...]:
    """Return the chapters on practices, causes, situation and recommendations.

    The report never fills in for the evaluator: problems and what follows from the results by rule
    are listed, their causes and the recommendations are there only where they were written.
    """
    return tuple(block for name in _CHAPTERS for block in _chapter(report, name))


def independence(report: Report) -> Rich:
    """Return the statement of independence as one run of text; empty where none was written."""
    passage = report.passage("independence")
    if passage is None:
        return ()
    runs: list[Span] = []
    for block in _written(report, passage):
        if isinstance(block, Paragraph):
            runs += [Span(text=" ")] if runs else []
            runs += block.spans
    return tuple(runs)


def indicator_note(report: Report, fact: IndicatorFact) -> tuple[Block, ...]:
    """Return what the evaluators wrote on one indicator, led by words that say who did."""
    passage = report.passage(f"{INDICATORS}/{fact.id}")
    if passage is None:
        return ()
    lead = Span(text=authored_words(report.language, "note.lead"), strong=True)
    first, *others = _written(report, passage)
    if isinstance(first, Paragraph):
        return (Paragraph(spans=(lead, *first.spans)), *others)
    return (Paragraph(spans=(lead,)), first, *others)


def _chapter(report: Report, name: str) -> tuple[Block, ...]:
    passage, language = report.passage(name), report.language
    shown = _SHOWN[name](report) if name in _SHOWN else ()
    if passage is None and not shown:
        return ()
    told = authored_words if passage else follow_up_words
    heading = Section(
        level=1,
        title=told(language, f"chapter.{name}"),
        key=f"judgement-{name}",
        aside=_aside(language, is_written=passage is not None, is_shown=bool(shown)),
        fresh_page=name in ("foreword", "practices"),
    )
    return (heading, *shown, *(_written(report, passage) if passage else ()))


def _aside(language: str, *, is_written: bool, is_shown: bool) -> str:
    """Return whose judgement a chapter is."""
    if not is_written:
        return ""
    if is_shown:
        return follow_up_words(language, "chapter.aside")
    return authored_words(language, "chapter.aside")


def _written(report: Report, passage: PassageFact) -> Iterator[Any]:
    """Yield the blocks of a passage; headings inside a note on an indicator are bold lines."""
    notes = {
        f"#{step.anchor}": step.note
        for fact in report.indicators
        for step in steps_of(report, fact)
    }
    key = passage.name.replace("/", "-").replace("_", "-")
    for block in markdown_blocks(passage.text, key=f"written-{key}", top=2):
        if isinstance(block, Paragraph):
            yield Paragraph(spans=_noted(block.spans, notes))
        elif isinstance(block, Bullets):
            items = tuple(_noted(item, notes) for item in block.items)
            yield block.model_copy(update={"items": items})
        elif isinstance(block, Section) and passage.name.startswith(INDICATORS):
            yield Paragraph(spans=(Span(text=block.title, strong=True),))
        else:
            yield block


def _noted(spans: Rich, notes: dict[str, str]) -> Rich:
    """Return `spans` followed by the notes of the figures they quote, for paper."""
    quoted = dict.fromkeys(span.href for span in spans if (span.href or "").startswith(ORIGIN))
    told = [(href, notes[href]) for href in quoted if href in notes]
    return (
        *spans,
        *(
            Span(text=f" {note}" if place else note, href=href, note=True)
            for place, (href, note) in enumerate(told)
        ),
    )

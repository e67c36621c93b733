"""What the evaluators wrote: chapters and notes of their own judgement, and nothing else."""

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
from evaluation_lib.report.wording.authored import authored_words

_CHAPTERS = ("practices", "causes", "situation", "recommendations")


def foreword(report: Report) -> tuple[Block, ...]:
    """Return the foreword; nothing where none was written."""
    return _chapter(report, "foreword")


def judgement(report: Report) -> tuple[Block, ...]:
    """Return the chapters on practices, causes, situation and recommendations that were written.

    The report never fills in for the evaluator: a chapter without text is left out.
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
    passage = report.passage(name)
    if passage is None:
        return ()
    heading = Section(
        level=1,
        title=authored_words(report.language, f"chapter.{name}"),
        key=f"judgement-{name}",
        aside=authored_words(report.language, "chapter.aside"),
        fresh_page=name in ("foreword", "practices"),
    )
    return (heading, *_written(report, passage))


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

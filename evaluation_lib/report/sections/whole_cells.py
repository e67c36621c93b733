"""Cells that tables on tasks and promises share."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Span, Tone, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import NOT_DUE, CommitmentFact, TaskFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.whole import whole
from evaluation_lib.report.wording.whole_phrases import STATE_TONES

UNDECIDED = (NOT_DUE, "not_assessable")
_ENGLISH_WIDTHS: dict[str, float | None] = {"state": 0.7, "verdict": 0.8, "deadline": 0.7}
_GOOD = ("completed", "basically_completed", "met", "achieved_early", "ahead", "on_schedule")


def is_kept(fact: CommitmentFact) -> bool:
    """Return whether a promise is kept or on schedule."""
    return fact.verdict in _GOOD


def is_failing(fact: CommitmentFact) -> bool:
    """Return whether a promise is missed or behind schedule."""
    return fact.verdict not in (*UNDECIDED, *_GOOD)


def columns(language: str, titles: dict[str, float | None]) -> tuple[Column, ...]:
    """Return columns by key of their title; a width of None keeps the text on one line.

    English states, verdicts and dates are twice as long as Chinese ones and may break.
    """
    widths = titles if language == "zh" else {**titles, **_ENGLISH_WIDTHS}
    return tuple(
        Column(title=whole(language, f"column.{key}"), width=widths[key], keep=widths[key] is None)
        for key in titles
    )


def text_cell(text: str, *, tone: Tone = Tone.PLAIN) -> Cell:
    """Return a cell of one run of text, or a dash where there is none."""
    return Cell(spans=(Span(text=text or NO_VALUE, tone=tone if text else Tone.MUTED),))


def named_cell(name: str, original: str) -> Cell:
    """Return a name and, where it is a translation, the plan's own words below it."""
    if not original or original == name:
        return Cell(spans=plain(name))
    return Cell(spans=(Span(text=name), Span(text=f" {original}", small=True, tone=Tone.MUTED)))


def state_cell(fact: TaskFact, language: str) -> Cell:
    """Return the state of a task, late ones bold, with what must be read beside it."""
    tone = STATE_TONES.get(fact.state, Tone.PLAIN)
    strong = tone in (Tone.LATE, Tone.BAD)
    spans = [Span(text=whole(language, f"state.{fact.state}"), tone=tone, strong=strong)]
    if fact.as_reported and fact.state != "unknown":
        spans.append(_aside(whole(language, "reported"), language))
    return Cell(spans=tuple(spans))


def verdict_cell(fact: CommitmentFact, report: Report) -> Cell:
    """Return the verdict on a promise with its mark; a promise not due yet has none."""
    language = report.language
    if fact.verdict == NOT_DUE:
        return Cell(spans=(Span(text=whole(language, "verdict.not_due"), tone=Tone.MUTED),))
    style = verdict_style(fact.verdict)
    spans = [
        Span(
            text=words(language).verdict(fact.verdict),
            mark=fact.verdict,
            tone=style.tone,
            strong=style.tone in (Tone.LATE, Tone.BAD),
        )
    ]
    if fact.as_reported and fact.verdict != "not_assessable":
        spans.append(_aside(whole(language, "reported"), language))
    return Cell(spans=tuple(spans))


def _aside(text: str, language: str) -> Span:
    written = f"（{text}）" if language == "zh" else f" ({text})"
    return Span(text=written, small=True, tone=Tone.MUTED)

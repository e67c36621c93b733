"""The plan's own arithmetic redone, and how strong its targets are beside the years before."""

from __future__ import annotations

from collections import Counter

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
from evaluation_lib.report.model_whole import ClaimFact, StrengthFact
from evaluation_lib.report.numbers import NO_VALUE, decimal, plan_value
from evaluation_lib.report.sections.whole_cells import columns, named_cell, text_cell
from evaluation_lib.report.wording.whole import whole

IN_WORDS = ("closes", "does_not_close", "wrong_period", "ambiguous", "not_checkable")
OUTCOMES = ("does_not_close", "wrong_period", "ambiguous", "not_checkable", "closes")
_TONES = {
    "does_not_close": Tone.BAD,
    "wrong_period": Tone.BAD,
    "ambiguous": Tone.LATE,
    "not_checkable": Tone.NONE,
    "closes": Tone.GOOD,
}


def plan_audit(report: Report) -> tuple[Block, ...]:
    """Return the chapter on the plan's text; nothing for a plan without claims."""
    if not report.claims:
        return ()
    language = report.language
    counted = Counter(one.outcome for one in report.claims)
    parts = whole(language, "list").join(
        whole(language, f"audit.{key}", count=counted[key]) for key in IN_WORDS if counted[key]
    )
    open_ = sorted(
        (one for one in report.claims if one.outcome != "closes"),
        key=lambda one: OUTCOMES.index(one.outcome),
    )
    blocks: list[Block] = [
        Section(
            level=1,
            title=whole(language, "audit.title"),
            key="plan-audit",
            aside=whole(language, "audit.aside", count=len(report.claims)),
        ),
        Headline(
            text=whole(language, "audit.headline", total=len(report.claims), parts=parts),
            tone=Tone.LATE if open_ else Tone.GOOD,
        ),
        Paragraph(spans=plain(whole(language, "audit.method"))),
    ]
    if open_:
        blocks.append(_table(open_, language))
    key = "audit.rest" if open_ else "audit.all_close"
    blocks.append(Paragraph(spans=plain(whole(language, key, count=counted["closes"]))))
    return (*blocks, *_strengths(report))


def outcome_cell(fact: ClaimFact, language: str) -> Cell:
    """Return the outcome of redoing a claim; what must be mended is bold."""
    tone = _TONES[fact.outcome]
    strong = tone in (Tone.BAD, Tone.LATE)
    return Cell(
        spans=(Span(text=whole(language, f"outcome.{fact.outcome}"), tone=tone, strong=strong),)
    )


def _table(claims: list[ClaimFact], language: str) -> Table:
    return Table(
        key="claims-open",
        title=whole(language, "audit.table"),
        columns=columns(language, {"outcome": None, "line": None, "claim": 1.0, "finding": 2.0}),
        rows=tuple(
            Row(
                cells=(
                    outcome_cell(one, language),
                    text_cell("" if one.line is None else str(one.line)),
                    named_cell(one.statement, "" if language == "zh" else one.quote),
                    text_cell(one.finding),
                )
            )
            for one in claims
        ),
    )


def _strengths(report: Report) -> tuple[Block, ...]:
    if not report.strengths:
        return ()
    language = report.language
    weaker = sum(one.ratio is not None and one.ratio < 1 for one in report.strengths)
    keys = ["indicator", "unit", "since", "before", "promised", "ratio"]
    if any(one.note for one in report.strengths):
        keys.append("note")
    numeric = ("before", "promised", "ratio")
    table = Table(
        key="target-strength",
        title=whole(language, "strength.table"),
        columns=tuple(
            Column(
                title=whole(language, f"column.{key}"),
                align="right" if key in numeric else "left",
                width={"indicator": 1.0, "note": 1.4}.get(key),
                keep=key in (*numeric, "since"),
            )
            for key in keys
        ),
        rows=tuple(_strength_row(one, keys, language) for one in report.strengths),
        notes=(plain(whole(language, "strength.note")),),
    )
    intro = whole(language, "strength.intro", count=len(report.strengths), weaker=weaker)
    return (
        Section(level=2, title=whole(language, "strength.title"), key="target-strength-title"),
        Paragraph(spans=plain(intro)),
        table,
    )


def _strength_row(one: StrengthFact, keys: list[str], language: str) -> Row:
    ratio = NO_VALUE if one.ratio is None else decimal(one.ratio, 2, language=language)
    weak = one.ratio is not None and one.ratio < 1
    cells = {
        "indicator": text_cell(one.name),
        "unit": text_cell(one.unit),
        "since": text_cell(str(one.from_year)),
        "before": text_cell(plan_value(one.before, language=language)),
        "promised": text_cell(plan_value(one.promised, language=language)),
        "ratio": Cell(
            spans=(Span(text=ratio, strong=weak, tone=Tone.LATE if weak else Tone.PLAIN),)
        ),
        "note": text_cell(one.note),
    }
    return Row(cells=tuple(cells[key] for key in keys))

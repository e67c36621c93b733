"""What is compared: which counties know what, and whether they sum to the city."""

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
from evaluation_lib.report.model_divisions import DividedFact
from evaluation_lib.report.numbers import NO_VALUE, signed
from evaluation_lib.report.sections.divisions.parts import closes_words, division_anchor
from evaluation_lib.report.wording.divisions import divided
from evaluation_lib.report.wording.phrases import observed_text, value_text

_RIGHT = ("number", "covered", "total", "city", "difference")


def division_whole(report: Report) -> tuple[Block, ...]:
    """Return the chapter on what is compared, or a sentence where no county knows anything."""
    language, found = report.language, report.divisions
    title = divided(language, "whole.title")
    if not found:
        heading = Section(level=1, title=title, key="divisions", fresh_page=True)
        return (heading, Paragraph(spans=plain(divided(language, "whole.none"))))
    count = len(found[0].divisions)
    off = sum(one.closes is False for one in found)
    heading = Section(
        level=1,
        title=title,
        key="divisions",
        aside=divided(language, "whole.aside", count=count, known=len(found)),
        fresh_page=True,
    )
    headline = divided(
        language,
        "whole.headline",
        known=len(found),
        count=count,
        complete=sum(one.covered == count for one in found),
        closing=sum(one.closes is True for one in found),
        open=divided(language, "whole.open", off=off) if off else "",
    )
    return (
        heading,
        Headline(text=headline, tone=Tone.LATE if off else Tone.PLAIN),
        Table(
            key="divisions-coverage",
            title=divided(language, "whole.table"),
            columns=tuple(_column(language, key) for key in _KEYS),
            rows=tuple(_row(report, one) for one in found),
            notes=(plain(divided(language, "whole.note")),),
        ),
    )


_KEYS = (
    "number",
    "indicator",
    "unit",
    "year",
    "covered",
    "total",
    "city",
    "difference",
    "closes",
)


def _column(language: str, key: str) -> Column:
    return Column(
        title=divided(language, f"column.{key}"),
        align="right" if key in _RIGHT else "left",
        width=1.0 if key == "indicator" else None,
        keep=key != "indicator",
    )


def _row(report: Report, one: DividedFact) -> Row:
    language, fact = report.language, report.indicator(one.indicator)
    city = next((point for point in one.whole if point.year == one.year), None)
    gap = one.difference
    texts = [
        fact.unit,
        str(one.year),
        divided(language, "covered", known=one.covered, count=len(one.divisions)),
        NO_VALUE if one.total is None else value_text(one.total, fact, language),
        NO_VALUE if city is None else observed_text(city, fact, language),
        NO_VALUE if gap is None else signed(gap, fact.decimals, language=language),
    ]
    closes = Span(
        text=closes_words(one, language),
        tone=Tone.LATE if one.closes is False else Tone.PLAIN if one.closes else Tone.NONE,
        strong=one.closes is False,
    )
    cells = (
        Cell(spans=plain(str(fact.number))),
        Cell(spans=(Span(text=fact.short_name, href=f"#{division_anchor(fact)}"),)),
        *(Cell(spans=plain(text)) for text in texts),
        Cell(spans=(closes,)),
    )
    return Row(cells=cells, tint=fact.is_binding)

"""The line that stays at the top of the screen: what the report finds, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from evaluation_lib.publish.document import Document
from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import CountGroup
from evaluation_lib.report.fragments_text import mark_html


def summary_html(document: Document) -> str:
    """Return the counts of the report, or the verdict of a plan with a single indicator.

    Blank where the report counts nothing.
    """
    report = document.report
    groups = next(_counted(document.blocks), ())
    if groups:
        shown = "".join(
            f'<span><b class="t-{one.tone}">{one.number}</b> {escape(one.title)}</span>'
            for one in groups
        )
    elif len(report.indicators) == 1:
        (fact,) = report.indicators
        word = words.VERDICTS[fact.verdict].into(report.language)
        shown = (
            f"<span>{escape(fact.short_name)}</span><span>{mark_html(fact.verdict)}{word}</span>"
        )
    else:
        return ""
    return f'{shown}<span class="day">{words.AS_OF.into(report.language)} {report.as_of}</span>'


def _counted(blocks: Iterable[Any]) -> Iterator[tuple[CountGroup, ...]]:
    """Yield the groups of each block of counts, also of those beside others."""
    for block in blocks:
        if block.type == "counts":
            yield block.groups
        elif block.type == "side_by_side":
            yield from _counted((*block.left, *block.right))

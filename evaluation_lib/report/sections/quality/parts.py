"""What the chapters on the data share."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation_lib.report.blocks import Cell, Column, Section, Span, Tone, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_quality import QualityFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording.quality import quality

_TONES = {"error": Tone.BAD, "warning": Tone.LATE, "note": Tone.MUTED}
NUMERIC = ("here", "elsewhere", "counties", "first", "used", "editions")


def facts_of(report: Report) -> QualityFact:
    """Return what the report carries of its data.

    Raises:
        ValueError: It was built without; use `quality_report`.
    """
    if report.quality is None:
        raise ValueError("the report says nothing of its data; build it with quality_report")
    return report.quality


def heading(report: Report, key: str, *, fresh_page: bool = False) -> Section:
    """Return the heading of a chapter."""
    title = quality(report.language, f"{key}.title")
    return Section(level=1, title=title, key=f"quality-{key}", fresh_page=fresh_page)


def columns(report: Report, chapter: str, widths: Mapping[str, float | None]) -> tuple[Column, ...]:
    """Return columns by key of their title; a width of None keeps the text on one line."""
    return tuple(
        Column(
            title=quality(report.language, f"{chapter}.{key}"),
            width=width,
            keep=width is None,
            align="right" if key in NUMERIC else "left",
        )
        for key, width in widths.items()
    )


def severity_cell(report: Report, severity: str) -> Cell:
    """Return a severity in its tone; errors are bold."""
    text = quality(report.language, f"severity.{severity}")
    return Cell(spans=(Span(text=text, tone=_TONES[severity], strong=severity == "error"),))


def cell(text: object) -> Cell:
    """Return a cell of one run of text, or a dash where there is none."""
    return Cell(spans=plain(str(text) or NO_VALUE))

"""The state of the data: what was found, how grave, and where."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import FindingFact, Report
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.wording import words

_SEVERITIES = ("error", "warning", "note")
_TONES = {"error": Tone.BAD, "warning": Tone.LATE, "note": Tone.MUTED}
_WIDTHS = {"indicator": 1.1, "period": 0.8, "text": 1.8, "place": 1.8}
_COLUMNS = ("severity", "indicator", "period", "text", "place")


def data_quality(report: Report) -> tuple[Block, ...]:
    """Return the number of findings by severity and each finding with its place."""
    spoken = words(report.language)
    heading = Section(level=1, title=spoken["quality.title"], key="data-quality")
    if not report.findings:
        return (heading, Paragraph(spans=plain(spoken["quality.none"])))
    counted = {
        severity: sum(one.severity == severity for one in report.findings)
        for severity in _SEVERITIES
    }
    parts = [
        spoken.say(f"quality.count_{severity}", count=count)
        for severity, count in counted.items()
        if count
    ]
    sentence = spoken.say(
        "quality.counts", count=len(report.findings), parts=spoken["clause.separator"].join(parts)
    )
    grouped: dict[tuple[str, str, str], list[FindingFact]] = {}
    for one in sorted(report.findings, key=lambda one: _SEVERITIES.index(one.severity)):
        grouped.setdefault((one.severity, one.indicator, one.text), []).append(one)
    table = Table(
        key="findings",
        title=spoken["quality.table"],
        columns=tuple(
            Column(
                title=spoken[f"quality.{key}"],
                width=_WIDTHS.get(key),
                keep=key == "severity",
            )
            for key in _COLUMNS
        ),
        rows=tuple(_row(report, alike) for alike in grouped.values()),
    )
    return (heading, Paragraph(spans=plain(sentence)), table)


def _row(report: Report, alike: list[FindingFact]) -> Row:
    """Return one row for findings that say the same of an indicator in several places."""
    spoken, finding = words(report.language), alike[0]
    fact = next((one for one in report.indicators if one.id == finding.indicator), None)
    name = Span(text=finding.indicator_name or NO_VALUE)
    if fact:
        name = Span(text=f"{fact.number} {fact.short_name}", href=f"#{indicator_anchor(fact)}")
    severity = Span(
        text=spoken[f"severity.{finding.severity}"],
        tone=_TONES[finding.severity],
        strong=finding.severity == "error",
    )
    periods = list(dict.fromkeys(one.period for one in alike if one.period))
    return Row(
        cells=(
            Cell(spans=(severity,)),
            Cell(spans=(name,)),
            Cell(spans=plain(_some(report, periods, most=3))),
            Cell(spans=plain(finding.text)),
            Cell(spans=plain(_some(report, [_place(report, one) for one in alike], most=2))),
        )
    )


def _place(report: Report, finding: FindingFact) -> str:
    elsewhere = finding.jurisdiction_name if finding.jurisdiction != report.jurisdiction else ""
    parts = [one for one in (elsewhere, finding.source, finding.cell) if one]
    return words(report.language).listed(parts)


def _some(report: Report, texts: list[str], *, most: int) -> str:
    """Return the first few of `texts` and how many there are in all."""
    spoken = words(report.language)
    known = [one for one in texts if one]
    if not known:
        return NO_VALUE
    shown = spoken["sentence.end"].join(known[:most])
    if len(known) > most:
        return spoken.say("quality.among", shown=shown, count=len(known))
    return shown

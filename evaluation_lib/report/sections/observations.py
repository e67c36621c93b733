"""Where each value of an indicator comes from."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Span, Table, Tone
from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import observed_text


def observations_table(report: Report, fact: IndicatorFact) -> Table | None:
    """Return where each value comes from, parts of years last; None without observations."""
    if not fact.observations and not fact.parts:
        return None
    spoken = words(report.language)
    keys = ("period", "value", "source", "cell", "published_on", "evidence")
    rows = [_observation(report, fact, one, part=False) for one in fact.observations]
    rows += [_observation(report, fact, one, part=True) for one in fact.parts]
    return Table(
        key=f"observations-{fact.id}",
        title=spoken.say("observations.title", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(
                title=spoken[f"observations.{key}"],
                align="right" if key == "value" else "center" if key == "evidence" else "left",
                width=1.0 if key == "source" else None,
                keep=key in ("period", "value", "published_on"),
            )
            for key in keys
        ),
        rows=tuple(rows),
    )


def _observation(report: Report, fact: IndicatorFact, one: ObservationFact, *, part: bool) -> Row:
    spoken = words(report.language)
    tone = Tone.MUTED if part else Tone.PLAIN
    written = observed_text(one, fact, report.language)
    source = [Span(text=one.source_title or one.source, tone=tone)]
    if one.status == "synthetic":
        source.append(Span(text=spoken["observations.synthetic"], small=True, tone=Tone.MUTED))
    cells = [
        Cell(spans=(Span(text=one.period, tone=tone),)),
        Cell(spans=(Span(text=written, tone=tone),)),
        Cell(spans=tuple(source)),
        Cell(spans=(Span(text=one.cell or NO_VALUE, tone=tone),)),
        Cell(spans=(Span(text=one.published_on or NO_VALUE, tone=tone),)),
        Cell(spans=(Span(text=one.evidence, tone=tone),)),
    ]
    return Row(cells=tuple(cells))

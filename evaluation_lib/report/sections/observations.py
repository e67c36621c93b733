"""Where each value of an indicator comes from."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Span, Table, Tone, plain
from evaluation_lib.report.explaining import origin_anchor
from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.page_words import DEMONSTRATION
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.forecasts import forecast_words
from evaluation_lib.report.wording.phrases import observed_text


def observations_table(report: Report, fact: IndicatorFact) -> Table | None:
    """Return where each value comes from, parts of years in a note; None without observations."""
    if not fact.observations and not fact.parts:
        return None
    spoken = words(report.language)
    keys = ("period", "value", "source", "cell", "published_on", "evidence")
    rows = tuple(_observation(report, fact, one) for one in fact.observations)
    parts = [_part(report, fact, one) for one in fact.parts]
    listed = spoken["sentence.end"].join(parts)
    used = fact.forecast is not None and fact.forecast.parts_known
    told = spoken.say("observations.parts", parts=listed)
    if used:
        told = forecast_words(report.language, "months.used", parts=listed)
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
        rows=rows,
        notes=(plain(told),) if parts else (),
    )


def _part(report: Report, fact: IndicatorFact, one: ObservationFact) -> str:
    spoken = words(report.language)
    place = [one.source_title or one.source, one.cell, one.published_on, one.evidence]
    return spoken.say(
        "observations.part",
        period=one.period,
        value=observed_text(one, fact, report.language),
        place=spoken.listed([part for part in place if part]),
    )


def _observation(report: Report, fact: IndicatorFact, one: ObservationFact) -> Row:
    spoken = words(report.language)
    written = observed_text(one, fact, report.language)
    title = one.source_title or one.source
    source = [Span(text=title)]
    if one.status == "synthetic" and DEMONSTRATION.into(report.language) not in title:
        source.append(Span(text=spoken["observations.synthetic"], small=True, tone=Tone.MUTED))
    cells = [
        Cell(spans=plain(one.period)),
        Cell(spans=(Span(text=written, href=f"#{origin_anchor(fact, one.period)}"),)),
        Cell(spans=tuple(source)),
        Cell(spans=plain(one.cell or NO_VALUE)),
        Cell(spans=plain(one.published_on or NO_VALUE)),
        Cell(spans=plain(one.evidence)),
    ]
    return Row(cells=tuple(cells))

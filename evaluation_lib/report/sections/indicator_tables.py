"""The two tables of an indicator's section: the methods side by side, and the observations."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Span, Table, Tone, plain
from evaluation_lib.report.model import IndicatorFact, MethodFact, ObservationFact, Report
from evaluation_lib.report.numbers import NO_VALUE, decimal
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


def methods_table(report: Report, fact: IndicatorFact) -> Table | None:
    """Return what each method says on its own terms; None where only one can judge."""
    judging = [one for one in fact.methods.values() if one.class_ is not None]
    if len(judging) < 2:
        return None
    spoken = words(report.language)
    disagree = next((one for one in fact.flags if one.id == "methods_disagree"), None)
    title = "methods.disagree" if disagree else "methods.agree"
    columns = ("method", "number", "class")
    return Table(
        key=f"methods-{fact.id}",
        title=spoken.say(title, count=len(judging)),
        columns=tuple(
            Column(
                title=spoken[f"methods.{key}"],
                align="right" if key == "number" else "left",
                width=1.0 if key == "class" else None,
            )
            for key in columns
        ),
        rows=tuple(_method(report, name, one) for name, one in fact.methods.items()),
    )


def _method(report: Report, name: str, one: MethodFact) -> Row:
    spoken = words(report.language)
    value = NO_VALUE
    if one.value is not None:
        value = decimal(one.value, 2, language=report.language)
    judged = one.class_ is not None
    said = spoken[f"method.{one.class_}"] if judged else (one.reason or NO_VALUE)
    return Row(
        cells=(
            Cell(spans=plain(one.title or name)),
            Cell(spans=plain(value)),
            Cell(spans=(Span(text=said, tone=Tone.PLAIN if judged else Tone.NONE),)),
        )
    )

"""What is another than in the earlier report: verdicts first, then what lies beneath them."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Figure,
    Headline,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.charts.verdict_waterfall import verdict_waterfall
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_changes import ChangesFact, IndicatorChangeFact
from evaluation_lib.report.numbers import NO_VALUE, decimal, percent, probability, with_unit
from evaluation_lib.report.sections.changes_beneath import (
    setting_table,
    state_table,
    value_tables,
)
from evaluation_lib.report.sections.changes_cells import column, listed, moved_cell, verdict_cell
from evaluation_lib.report.wording.changes import changed
from evaluation_lib.report.wording.phrases import date_text

_BEST_FIRST = (
    "achieved_early",
    "ahead",
    "completed",
    "met",
    "on_schedule",
    "basically_completed",
    "slightly_behind",
    "well_behind",
    "not_met",
    "not_completed",
)


def changes(report: Report) -> tuple[Block, ...]:
    """Return the annex on an earlier report; nothing where none was compared with."""
    fact, language = report.changes, report.language
    if fact is None:
        return ()
    heading = Section(
        level=1,
        title=changed(language, "title"),
        key="changes",
        aside=changed(
            language,
            "aside",
            old=date_text(fact.old.as_of, language),
            new=date_text(fact.new.as_of, language),
        ),
    )
    compared = changed(
        language,
        "limits",
        title=fact.old.title,
        as_of=date_text(fact.old.as_of, language),
        data=fact.old.data_version,
        method=fact.old.method_version,
    )
    if fact.is_empty:
        same = changed(language, "same", old=date_text(fact.old.as_of, language))
        return heading, Paragraph(spans=plain(same)), Note(spans=plain(compared))
    way = changed(language, "stepped" if fact.is_stepped else "not_stepped")
    return (
        heading,
        Headline(text=headline(fact, language)),
        Paragraph(
            spans=plain(changed(language, "reached", old=fact.old_reached, new=fact.new_reached))
        ),
        *_waterfall(report, fact),
        *_indicator_tables(report, fact),
        *value_tables(fact, language),
        *setting_table(fact, language),
        *state_table(report, fact),
        *_narrative(fact, language),
        Note(spans=plain(" ".join((compared, way)) if language == "en" else compared + way)),
    )


def change_line(report: Report) -> tuple[Block, ...]:
    """Return what moved since the earlier report in one line; nothing where none was compared."""
    fact, language = report.changes, report.language
    if fact is None:
        return ()
    day = date_text(fact.old.as_of, language)
    if fact.is_empty:
        return (Paragraph(spans=plain(changed(language, "same", old=day))),)
    line = changed(language, "line", old=day, headline=headline(fact, language))
    return (Paragraph(spans=(Span(text=line, href="#changes"),)),)


def headline(fact: ChangesFact, language: str) -> str:
    """Return how many verdicts moved, and which way, in one sentence."""
    moved = [one for one in fact.indicators if one.is_verdict_moved]
    if not moved:
        return changed(language, "headline.none", count=len(fact.indicators))
    ways = [_way(one) for one in moved]
    other = ways.count(0)
    return changed(
        language,
        "headline",
        count=len(moved),
        better=ways.count(1),
        worse=ways.count(-1),
        other=changed(language, "headline.other", count=other) if other else "",
    )


def _way(one: IndicatorChangeFact) -> int:
    """Return 1 for the better, -1 for the worse, 0 where one of the two is no judgement."""
    if not {one.old_verdict, one.new_verdict} <= set(_BEST_FIRST):
        return 0
    before, after = (_BEST_FIRST.index(word) for word in (one.old_verdict, one.new_verdict))
    return 1 if after < before else -1


def _waterfall(report: Report, fact: ChangesFact) -> tuple[Figure, ...]:
    chart = verdict_waterfall(report, fact.old_reached, fact.new_reached, fact.waterfall)
    return (chart,) if chart else ()


def _indicator_tables(report: Report, fact: ChangesFact) -> Iterator[Table]:
    language = report.language
    moved = [one for one in fact.indicators if one.is_verdict_moved]
    others = [one for one in fact.indicators if not one.is_verdict_moved]
    if moved:
        yield Table(
            key="changed-verdicts",
            title=changed(language, "table.verdicts"),
            columns=(
                column(language, "number", align="right"),
                column(language, "indicator", width=1.0),
                column(language, "old_value", width=0.8, align="right"),
                column(language, "new_value", width=0.8, align="right"),
                column(language, "old_verdict"),
                column(language, "new_verdict"),
                column(language, "probability", align="right"),
                column(language, "cause", width=0.8),
            ),
            rows=tuple(_verdict_row(one, report) for one in moved),
        )
    if others:
        yield Table(
            key="changed-numbers",
            title=changed(language, "table.numbers"),
            columns=(
                column(language, "number", align="right"),
                column(language, "indicator", width=1.2),
                column(language, "new_verdict"),
                column(language, "progress", align="right"),
                column(language, "probability", align="right"),
                column(language, "cause", width=1.0),
            ),
            rows=tuple(_number_row(one, report) for one in others),
        )


def _verdict_row(one: IndicatorChangeFact, report: Report) -> Row:
    language = report.language
    return Row(
        cells=(
            Cell(spans=plain(str(one.number))),
            _name(one),
            Cell(spans=plain(_latest(one.old_value, one.old_year, one, language))),
            Cell(spans=plain(_latest(one.new_value, one.new_year, one, language))),
            verdict_cell(one.old_verdict, language),
            verdict_cell(one.new_verdict, language),
            _probabilities(one),
            Cell(spans=plain(changed(language, f"cause.{one.moved_by}"))),
        ),
        tint=one.is_binding,
    )


def _number_row(one: IndicatorChangeFact, report: Report) -> Row:
    language = report.language
    shares = [
        NO_VALUE if share is None else percent(share, language=language)
        for share in (one.old_progress, one.new_progress)
    ]
    causes = listed((changed(language, f"cause.{cause}") for cause in one.causes), language)
    return Row(
        cells=(
            Cell(spans=plain(str(one.number))),
            _name(one),
            verdict_cell(one.new_verdict, language),
            moved_cell(*shares),
            _probabilities(one),
            Cell(spans=plain(causes or changed(language, "cause.unexplained"))),
        ),
        tint=one.is_binding,
    )


def _name(one: IndicatorChangeFact) -> Cell:
    anchor = f"#indicator-{one.indicator.replace('_', '-')}"
    return Cell(spans=(Span(text=one.name, href=anchor),))


def _latest(value: float | None, year: int | None, one: IndicatorChangeFact, language: str) -> str:
    if value is None:
        return NO_VALUE
    written = with_unit(
        decimal(value, one.decimals, language=language), one.unit, language=language
    )
    return f"{written}（{year}）" if language == "zh" else f"{written} ({year})"


def _probabilities(one: IndicatorChangeFact) -> Cell:
    # A certainty is a fact: forecasts stay between one and ninety-nine per cent.
    written = [
        NO_VALUE if chance is None else probability(chance, observed=chance in (0.0, 1.0))
        for chance in (one.old_probability, one.new_probability)
    ]
    return moved_cell(*written)


def _narrative(fact: ChangesFact, language: str) -> Iterator[Paragraph]:
    if fact.narrative:
        names = listed(fact.narrative, language)
        yield Paragraph(
            spans=(Span(text=changed(language, "narrative", names=names), tone=Tone.MUTED),)
        )

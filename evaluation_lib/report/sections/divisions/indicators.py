"""The counties in each indicator: small multiples, and a table of ranks."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.charts.small_multiples import small_multiples
from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from evaluation_lib.report.numbers import NO_VALUE, percent, signed, with_unit
from evaluation_lib.report.sections.divisions.parts import closes_words, division_anchor
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.divisions import divided
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    difference_unit,
    observed_text,
    value_text,
)

_RIGHT = ("rank", "value", "change", "growth", "target")


def division_indicators(report: Report) -> tuple[Block, ...]:
    """Return the chapter with one page for each indicator that any county knows."""
    if not report.divisions:
        return ()
    language = report.language
    blocks: list[Block] = [
        Section(
            level=1,
            title=divided(language, "indicators.title"),
            key="divisions-indicators",
            aside=divided(language, "indicators.aside"),
            fresh_page=True,
        )
    ]
    natures = [
        (
            nature,
            [one for one in report.divisions if report.indicator(one.indicator).nature == nature],
        )
        for nature in ("binding", "anticipatory")
    ]
    shown = [(nature, members) for nature, members in natures if members]
    for number, (nature, members) in enumerate(shown):
        blocks.append(
            Section(
                level=2,
                title=words(language)[f"indicators.{nature}"],
                key=f"divisions-{nature}",
                fresh_page=number > 0,
            )
        )
        for place, found in enumerate(members):
            blocks += _page(report, found, fresh_page=place > 0)
    return tuple(blocks)


def _page(report: Report, found: DividedFact, *, fresh_page: bool) -> tuple[Block, ...]:
    fact = report.indicator(found.indicator)
    heading = Section(
        level=3,
        title=fact.short_name,
        key=division_anchor(fact),
        number=str(fact.number),
        tags=(words(report.language)[f"nature.{fact.nature}"], fact.unit),
        fresh_page=fresh_page,
    )
    chart = small_multiples(report, fact, found)
    table = _ranking(report, fact, found)
    return (heading, chart, table) if chart else (heading, table)


def _ranking(report: Report, fact: IndicatorFact, found: DividedFact) -> Table:
    language = report.language
    keys = ["rank", "place", "value", "change"]
    keys += ["growth"] * any(one.growth is not None for one in found.divisions)
    keys += ["target", "verdict"] * found.has_targets
    keys += ["status", "evidence", "source"]
    ranked = sorted(
        found.divisions, key=lambda one: (one.rank is None, one.rank or 0, one.jurisdiction)
    )
    return Table(
        key=f"ranking-{fact.id}",
        title=divided(
            language,
            "ranking.title",
            name=fact.short_name,
            year=found.year,
            unit=bare_unit(fact, language),
        ),
        columns=tuple(
            Column(
                title=divided(language, f"ranking.{key}"),
                align="right" if key in _RIGHT else "center" if key == "evidence" else "left",
                width=1.0 if key == "source" else None,
                keep=key not in ("status", "source"),
            )
            for key in keys
        ),
        rows=tuple(
            Row(cells=tuple(_cell(fact, found, one, key, language) for key in keys))
            for one in ranked
        ),
        notes=(plain(_note(fact, found, language)),),
    )


def _cell(
    fact: IndicatorFact, found: DividedFact, one: DivisionFact, key: str, language: str
) -> Cell:
    value = one.at(found.year)
    if key == "verdict":
        return _verdict(one, language)
    if key == "status":
        return _status(found, one, language)
    text = {
        "rank": NO_VALUE if one.rank is None else str(one.rank),
        "place": one.jurisdiction_name,
        "value": NO_VALUE if value is None else observed_text(value, fact, language),
        "change": NO_VALUE
        if one.change is None
        else signed(one.change, fact.decimals, language=language),
        "growth": NO_VALUE if one.growth is None else percent(one.growth, language=language),
        "target": NO_VALUE if one.target is None else value_text(one.target.value, fact, language),
        "evidence": value.evidence if value else NO_VALUE,
        "source": _source(value) if value else NO_VALUE,
    }[key]
    return Cell(spans=plain(text))


def _source(value: ObservationFact) -> str:
    """Return the document and the place in it."""
    return " ".join(part for part in (value.source_title or value.source, value.cell) if part)


def _verdict(one: DivisionFact, language: str) -> Cell:
    if not one.verdict:
        return Cell(spans=plain(NO_VALUE))
    tone = verdict_style(one.verdict).tone
    word = words(language).verdict(one.verdict)
    strong = tone in (Tone.LATE, Tone.BAD)
    return Cell(spans=(Span(text=word, mark=one.verdict, tone=tone, strong=strong),))


def _status(found: DividedFact, one: DivisionFact, language: str) -> Cell:
    value = one.at(found.year)
    if value is None:
        missing = divided(language, "ranking.missing", year=found.year)
        return Cell(spans=(Span(text=missing, tone=Tone.LATE),))
    text = divided(language, f"status.{value.status}")
    if one.rank is None:
        text += divided(language, "clause") + divided(language, "ranking.bound")
    return Cell(spans=plain(text))


def _note(fact: IndicatorFact, found: DividedFact, language: str) -> str:
    city = next((one for one in found.whole if one.year == found.year), None)
    unit = bare_unit(fact, language)
    parts = []
    if found.is_summed and found.total is not None:
        said = {
            "covered": found.covered,
            "total": with_unit(value_text(found.total, fact, language), unit, language=language),
            "closes": closes_words(found, language),
        }
        if city is not None and found.difference is not None:
            said["city"] = with_unit(observed_text(city, fact, language), unit, language=language)
            said["gap"] = with_unit(
                signed(found.difference, fact.decimals, language=language),
                difference_unit(fact, language),
                language=language,
            )
            parts.append(divided(language, "ranking.sum", **said))
        else:
            parts.append(divided(language, "ranking.no_city", **said))
    elif city is not None:
        written = with_unit(observed_text(city, fact, language), unit, language=language)
        parts.append(divided(language, "ranking.unsummed", city=written))
    if fact.direction == "lower":
        parts.append(divided(language, "ranking.falling"))
    return divided(language, "space").join(parts)

"""What the chart of one indicator by division says in words and in its table."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Row, Table, plain
from evaluation_lib.report.model import IndicatorFact
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from evaluation_lib.report.numbers import NO_VALUE, with_unit
from evaluation_lib.report.wording.divisions import divided
from evaluation_lib.report.wording.phrases import bare_unit, observed_text


def multiples_title(fact: IndicatorFact, found: DividedFact, language: str) -> str:
    """Return the finding: who leads and who comes last in the year compared."""
    ranked = [one for one in found.divisions if one.rank is not None]
    if not ranked:
        return fact.short_name
    last = max(one.rank or 0 for one in ranked)
    if last == 1:
        value = _with_unit(fact, found, ranked[0], language)
        return divided(language, "figure.level", year=found.year, count=len(ranked), value=value)
    ends = {rank: [one for one in ranked if one.rank == rank] for rank in (1, last)}
    return divided(
        language,
        "figure.range",
        year=found.year,
        first=_named(ends[1], language),
        high=_with_unit(fact, found, ends[1][0], language),
        last=_named(ends[last], language),
        low=_with_unit(fact, found, ends[last][0], language),
    )


def multiples_subtitle(
    fact: IndicatorFact, found: DividedFact, language: str, *, from_zero: bool
) -> str:
    """Return measure, unit, years, and what the lines are."""
    years = [one.year for division in found.divisions for one in division.values]
    more = "" if found.is_summed or not found.whole else divided(language, "figure.city")
    more += divided(language, "figure.target") if found.has_targets else ""
    more += "" if from_zero else divided(language, "figure.axis")
    return divided(
        language,
        "figure.subtitle",
        name=fact.short_name,
        unit=bare_unit(fact, language),
        first=min(years),
        last=max(years),
        more=more,
    )


def multiples_alt(fact: IndicatorFact, found: DividedFact, title: str, language: str) -> str:
    """Return the chart in sentences with its numbers."""
    told = [
        divided(
            language,
            "figure.told" if one.values else "figure.untold",
            name=one.jurisdiction_name,
            value=value_of(fact, found, one, language),
        )
        for one in found.divisions
    ]
    values = divided(language, "clause").join(told)
    return divided(language, "figure.alt", title=title, values=values)


def multiples_table(fact: IndicatorFact, found: DividedFact, language: str) -> Table:
    """Return every value, a row for each division and a column for each year."""
    years = sorted({one.year for division in found.divisions for one in division.values})
    rows = []
    for division in found.divisions:
        values = [division.at(year) for year in years]
        texts = [NO_VALUE if one is None else observed_text(one, fact, language) for one in values]
        cells = [Cell(spans=plain(text)) for text in (division.jurisdiction_name, *texts)]
        rows.append(Row(cells=tuple(cells)))
    return Table(
        key=f"divisions-{fact.id}-values",
        title=divided(language, "figure.table", name=fact.short_name),
        columns=(
            Column(title=divided(language, "ranking.place")),
            *(Column(title=str(year), align="right") for year in years),
        ),
        rows=tuple(rows),
    )


def value_of(fact: IndicatorFact, found: DividedFact, one: DivisionFact, language: str) -> str:
    """Return the value of the year compared, or the latest one with its year."""
    if not one.values:
        return divided(language, "figure.no_data")
    compared = one.at(found.year)
    if compared is not None:
        return observed_text(compared, fact, language)
    last = one.values[-1]
    written = observed_text(last, fact, language)
    return divided(language, "figure.at", value=written, year=last.year)


def _with_unit(fact: IndicatorFact, found: DividedFact, one: DivisionFact, language: str) -> str:
    written = value_of(fact, found, one, language)
    return with_unit(written, bare_unit(fact, language), language=language)


def _named(divisions: list[DivisionFact], language: str) -> str:
    names = [one.jurisdiction_name for one in divisions]
    if len(names) <= 2:
        return divided(language, "list").join(names)
    count = len(names)
    return divided(language, "figure.shared", name=names[0], count=count, more=count - 1)

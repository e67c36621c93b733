"""The report on the data itself: what is known, how well, in which edition, and what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from evaluation_lib.evaluation import Evaluation
from evaluation_lib.observations.checks import RULES, Severity, check, sound
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.sources import Source
from evaluation_lib.observations.sources.asked import Asked
from evaluation_lib.observations.table import (
    COMPARATOR,
    DEFINITION,
    EVIDENCE,
    INDICATOR,
    JURISDICTION,
    KEY,
    PERIOD,
    PUBLISHED_ON,
    SOURCE,
    VALUE,
    Comparator,
    Evidence,
)
from evaluation_lib.observations.vintages import first, latest, published_by
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_quality import (
    CoverageFact,
    CoverageYear,
    EditionFact,
    GradeFact,
    QualityFact,
    QueryFact,
    RuleFact,
)
from evaluation_lib.report.origin_facts import Names
from evaluation_lib.report.wording.quality import quality

_EXACT = (Comparator.EQUAL, Comparator.ABOUT)


def quality_report(
    evaluation: Evaluation,
    observations: pd.DataFrame,
    sources: Mapping[str, Source],
    *,
    asked: Iterable[Asked] = (),
    language: str = "zh",
    job: str = "",
) -> Report:
    """Build the report of an evaluation with all there is to say of its data.

    Args:
        evaluation: Gives plan, place and day, and the findings.
        observations: The whole observation table, of which the lower divisions are counted.
        sources: The documents values come from, by id.
        asked: Queries that were sent, with their answers.
        language: `zh` or `en`.
        job: Name of the job that asked for it.
    """
    report = build_report(evaluation, sources, language=language, job=job)
    names = Names(evaluation.plan, sources, language)
    rows = published_by(observations, evaluation.as_of)
    # The evaluation's findings also speak of its ledger, whose rows are others.
    used = sound(rows, check(rows, evaluation.plan))
    here = used[used[JURISDICTION] == evaluation.jurisdiction.code]
    below = [
        one.code
        for one in evaluation.plan.jurisdictions
        if one.parent == evaluation.jurisdiction.code
    ]
    lower = used[used[JURISDICTION].isin(below)]
    facts = QualityFact(
        counties=len(below),
        rows=len(evaluation.rows),
        used=len(here),
        coverage=_coverage(evaluation, latest(here), latest(lower), report),
        grades=_grades(latest(here), latest(lower)),
        editions=_editions(here, names),
        rules=_rules(evaluation, language),
        queries=tuple(_query(one) for one in asked),
    )
    title = quality(language, "title", plan=report.plan.title)
    return report.model_copy(update={"title": title, "quality": facts})


def _coverage(
    evaluation: Evaluation, here: pd.DataFrame, lower: pd.DataFrame, report: Report
) -> tuple[CoverageFact, ...]:
    years = range(evaluation.plan.start, evaluation.year + 1)
    counted = Counter(
        (what, parse_period(period).year)
        for what, period in zip(lower[INDICATOR], lower[PERIOD], strict=True)
        if parse_period(period).is_annual
    )
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for what, text, sign, grade in zip(
        here[INDICATOR], here[PERIOD], here[COMPARATOR], here[EVIDENCE], strict=True
    ):
        period = parse_period(text)
        annual = "exact" if sign in _EXACT else "bound"
        state = annual if period.is_annual else "part"
        known = found.get((what, period.year), ("none", ""))
        if _rank(state) > _rank(known[0]):
            found[what, period.year] = (state, grade)
    return tuple(
        CoverageFact(
            indicator=one.id,
            number=one.number,
            name=one.short_name,
            years=tuple(
                CoverageYear(
                    year=year,
                    state=found.get((one.id, year), ("none", ""))[0],
                    evidence=found.get((one.id, year), ("none", ""))[1],
                    counties=counted[one.id, year],
                )
                for year in years
            ),
        )
        for one in report.indicators
    )


def _rank(state: str) -> int:
    return ("none", "part", "bound", "exact").index(state)


def _grades(here: pd.DataFrame, lower: pd.DataFrame) -> tuple[GradeFact, ...]:
    own, others = Counter(here[EVIDENCE]), Counter(lower[EVIDENCE])
    return tuple(
        GradeFact(grade=str(grade), here=own[grade], counties=others[grade])
        for grade in Evidence
        if own[grade] or others[grade]
    )


def _editions(here: pd.DataFrame, names: Names) -> tuple[EditionFact, ...]:
    """Return the yearly values whose first publication gave another value."""
    known = [one.id for one in names.plan.indicators]
    annual = here[PERIOD].map({one: parse_period(one).is_annual for one in here[PERIOD].unique()})
    rows = here[annual.astype(bool) & here[INDICATOR].isin(known)]
    same = [*KEY, DEFINITION]
    days = rows.groupby(same, sort=True)[PUBLISHED_ON].nunique().rename("editions").reset_index()
    both = latest(rows).merge(first(rows), on=same, suffixes=("", "_first")).merge(days, on=same)
    moved = both[both[VALUE] != both[f"{VALUE}_first"]]
    return tuple(
        EditionFact(
            indicator=row[INDICATOR],
            name=names.quantity(row[INDICATOR]),
            period=row[PERIOD],
            editions=row["editions"],
            first=row[f"{VALUE}_first"],
            first_published_on=row[f"{PUBLISHED_ON}_first"],
            used=row[VALUE],
            used_published_on=row[PUBLISHED_ON],
            source_title=names.source(row[SOURCE]),
        )
        for row in moved.to_dict("records")
    )


def _rules(evaluation: Evaluation, language: str) -> tuple[RuleFact, ...]:
    code = evaluation.jurisdiction.code
    asked = [one for one in evaluation.findings if one.rule in RULES]
    here = Counter(one.rule for one in asked if one.jurisdiction in (code, ""))
    every = Counter(one.rule for one in asked)
    return tuple(
        RuleFact(
            rule=one.name,
            title=one.title.into(language),
            severity=str(one.severity),
            here=here[one.name],
            elsewhere=every[one.name] - here[one.name],
        )
        for severity in Severity
        for one in RULES.values()
        if one.severity is severity and every[one.name]
    )


def _query(one: Asked) -> QueryFact:
    return QueryFact(
        id=one.id,
        place=one.place,
        severity=one.severity,
        raw=one.raw,
        reason=one.reason,
        addressee=one.addressee,
        answer=one.answer,
    )

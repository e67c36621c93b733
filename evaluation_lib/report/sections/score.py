"""A score, where the client gave weights: counts first, then the score, then what it hangs on."""

from __future__ import annotations

from evaluation_lib.assessment.scoring import LOWEST_GRADE
from evaluation_lib.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Headline,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_judgement import ScoredFact, ScoreFact
from evaluation_lib.report.numbers import NO_VALUE, decimal, percent, plan_value, short_percent
from evaluation_lib.report.wording.judgement import judged

_WAYS = ("equal_weights", "no_cap")


def score(report: Report) -> tuple[Block, ...]:
    """Return the chapter on the score; nothing where no weights were given."""
    found, language = report.score, report.language
    if found is None:
        return ()
    return (
        Section(level=1, title=judged(language, "score.title"), key="score"),
        Headline(text=score_text(report), tone=Tone.BAD if found.binding_fails else Tone.PLAIN),
        Bullets(items=tuple(plain(text) for text in _notes(report, found))),
        _items(report, found),
        _trials(report, found),
    )


def score_text(report: Report) -> str:
    """Return the score in one sentence, with how often the grade survives; blank without one."""
    found, language = report.score, report.language
    if found is None:
        return ""
    return judged(
        language,
        "score.headline",
        version=found.version,
        points=decimal(found.points, 1, language=language),
        grade=judged(language, f"grade.{found.grade}"),
        stays=short_percent(found.grade_stays, language=language),
    )


def _notes(report: Report, found: ScoreFact) -> list[str]:
    language, counts = report.language, report.counts
    done = "score.done_final" if report.product == "final" else "score.done"
    notes = [
        judged(
            language,
            "score.counts",
            assessable=counts.assessable,
            reached=counts.reached,
            done=judged(language, done),
        )
    ]
    if found.binding_fails:
        notes.append(judged(language, "score.binding"))
    if found.coverage < 1:
        coverage = percent(found.coverage, language=language)
        notes.append(judged(language, "score.coverage", coverage=coverage))
    limits = judged(language, "list").join(
        judged(language, "grade.limit", grade=judged(language, f"grade.{name}"), limit=limit)
        for name, limit in found.limits.items()
    )
    lowest = judged(language, f"grade.{LOWEST_GRADE}")
    notes.append(judged(language, "score.rule", limits=limits, lowest=lowest))
    without = [one.points for one in found.trials if one.name not in _WAYS]
    if without:
        low, high = (decimal(one, 1, language=language) for one in (min(without), max(without)))
        notes.append(judged(language, "trial.among", low=low, high=high))
    return notes


def _items(report: Report, found: ScoreFact) -> Table:
    language = report.language
    return Table(
        key="score-items",
        title=judged(language, "score.table"),
        columns=(
            Column(title=judged(language, "column.number"), align="right"),
            Column(title=judged(language, "column.indicator"), width=1.0),
            Column(title=judged(language, "score.weight"), align="right", keep=True),
            Column(title=judged(language, "score.share"), align="right", keep=True),
            Column(title=judged(language, "score.points"), align="right", keep=True),
        ),
        rows=tuple(_item(report, one) for one in found.items),
    )


def _item(report: Report, one: ScoredFact) -> Row:
    language, fact = report.language, report.indicator(one.indicator)
    share, points = NO_VALUE, NO_VALUE
    if one.share is not None and one.points is not None:
        share = percent(one.share, language=language, sign=False)
        points = decimal(one.points, 1, language=language)
    texts = (str(fact.number), fact.short_name, plan_value(one.weight, language=language))
    cells = tuple(Cell(spans=plain(text)) for text in (*texts, share, points))
    return Row(cells=cells, tint=fact.is_binding)


def _trials(report: Report, found: ScoreFact) -> Table:
    """Return the score reckoned otherwise; indicators left out only where the grade changes."""
    language = report.language
    rows = [(judged(language, "score.as_is"), found.points, found.grade)]
    for one in found.trials:
        if one.name in _WAYS:
            rows.append((judged(language, f"trial.{one.name}"), one.points, one.grade))
        elif one.grade != found.grade:
            name = report.indicator(one.name).short_name
            rows.append((judged(language, "trial.without", name=name), one.points, one.grade))
    cells = [
        (way, decimal(points, 1, language=language), judged(language, f"grade.{grade}"))
        for way, points, grade in rows
    ]
    ends = (decimal(one, 1, language=language) for one in (found.random_low, found.random_high))
    stays = short_percent(found.grade_stays, language=language)
    cells.append(
        (
            judged(language, "trial.random", count=found.random_sets),
            ("—" if language == "zh" else "–").join(ends),
            judged(language, "trial.stays", share=stays),
        )
    )
    return Table(
        key="score-trials",
        title=judged(language, "score.trials"),
        columns=(
            Column(title=judged(language, "score.way"), width=1.0),
            Column(title=judged(language, "score.points"), align="right", keep=True),
            Column(title=judged(language, "score.grade"), keep=True),
        ),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=(Span(text=text, strong=place == 2 and grade != cells[0][2]),))
                    for place, text in enumerate((way, points, grade))
                )
            )
            for way, points, grade in cells
        ),
    )

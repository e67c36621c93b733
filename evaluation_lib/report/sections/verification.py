"""On-site checks (抽查核验): how many values were compared with their originals, and what came."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Headline,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_records import CheckedStratumFact, VerificationFact
from evaluation_lib.report.numbers import percent
from evaluation_lib.report.sections.whole_cells import text_cell
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.verification import checked
from evaluation_lib.report.wording.whole import chapter_numeral, whole


def verification(report: Report) -> tuple[Block, ...]:
    """Return each on-site check with its error rate and what differed; nothing without one."""
    if not report.verification:
        return ()
    language = report.language
    blocks: list[Block] = [
        Section(level=1, title=checked(language, "title"), key="verification"),
    ]
    for number, one in enumerate(report.verification, start=1):
        blocks += [
            Headline(text=_headline(one, language)),
            Paragraph(spans=plain(_account(one, language))),
            _strata(report, one, number),
        ]
        if one.discrepancies:
            blocks.append(_discrepancies(one, language, number))
    return tuple(blocks)


def _headline(one: VerificationFact, language: str) -> str:
    total = sum(part.checked for part in one.strata)
    wrong = sum(part.wrong for part in one.strata)
    if one.rate is None or one.low is None or one.high is None:
        return checked(language, "headline.none", drawn=sum(part.drawn for part in one.strata))
    rates = {
        name: percent(share, language=language)
        for name, share in (("rate", one.rate), ("low", one.low), ("high", one.high))
    }
    what = checked(language, f"what.{one.what}")
    return checked(language, "headline", what=what, total=total, wrong=wrong, **rates)


def _account(one: VerificationFact, language: str) -> str:
    told = [
        checked(
            language,
            "account",
            by=checked(language, f"by.{one.by}"),
            seed=one.seed,
            data=one.drawn_from,
            population=sum(part.population for part in one.strata),
            drawn=sum(part.drawn for part in one.strata),
        )
    ]
    missing = sum(part.not_checkable for part in one.strata)
    if missing and one.worst is not None:
        worst = percent(one.worst, language=language)
        told.append(checked(language, "not_checkable", count=missing, worst=worst))
    if one.open:
        told.append(checked(language, "open", count=one.open))
    return (" " if language == "en" else "").join(told)


def _strata(report: Report, one: VerificationFact, number: int) -> Table:
    language = report.language
    keys = ("population", "drawn", "checked", "wrong", "not_checkable")
    return Table(
        key=f"verification-{number}",
        title=checked(language, "table.strata"),
        columns=(
            Column(title=checked(language, "column.stratum")),
            *(Column(title=checked(language, f"column.{key}"), align="right") for key in keys),
        ),
        rows=tuple(
            Row(
                cells=(
                    text_cell(_stratum_name(report, one, part)),
                    *(Cell(spans=plain(str(getattr(part, key)))) for key in keys),
                )
            )
            for part in one.strata
        ),
        notes=(plain(checked(language, "method")),),
    )


def _stratum_name(report: Report, one: VerificationFact, part: CheckedStratumFact) -> str:
    language, name = report.language, part.name
    if one.by == "evidence":
        return checked(language, "grade", grade=name)
    if one.what == "tasks" and one.by == "nature":
        return whole(language, f"state.{name}")
    if one.what == "tasks":
        return whole(language, "chapter", chapter=chapter_numeral(int(name), language))
    if one.by == "nature":
        return words(language)[f"nature.{name}"]
    return next((fact.short_name for fact in report.indicators if fact.id == name), name)


def _discrepancies(one: VerificationFact, language: str, number: int) -> Table:
    widths = {
        "name": 1.2,
        "period": None,
        "stated": None,
        "original": None,
        "checked_on": None,
        "note": 1.4,
    }
    return Table(
        key=f"discrepancies-{number}",
        title=checked(language, "table.discrepancies"),
        columns=tuple(
            Column(title=checked(language, f"column.{key}"), width=width, keep=width is None)
            for key, width in widths.items()
        ),
        rows=tuple(
            Row(
                cells=(
                    text_cell(found.name),
                    text_cell(found.period),
                    text_cell(found.stated + found.unit),
                    text_cell(found.original + found.unit),
                    text_cell(date_text(found.checked_on, language)),
                    text_cell(found.note),
                )
            )
            for found in one.discrepancies
        ),
        notes=(plain(checked(language, "discrepancy_note")),),
    )

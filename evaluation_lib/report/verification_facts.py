"""From filled worksheets to an error rate with its interval, as of the report's day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from evaluation_lib.assessment.error_rate import Stratum, error_rate
from evaluation_lib.report.authored.check_sheets import CheckedItem, CheckSheet
from evaluation_lib.report.check_columns import AGREES, DIFFERS, NOT_CHECKABLE
from evaluation_lib.report.model_records import (
    CheckedStratumFact,
    DiscrepancyFact,
    VerificationFact,
)


def verification_facts(
    sheets: Iterable[CheckSheet], as_of: datetime.date
) -> tuple[VerificationFact, ...]:
    """Return each on-site check; what was checked after `as_of` counts as not checked."""
    return tuple(_verification(sheet, as_of) for sheet in sheets)


def _verification(sheet: CheckSheet, as_of: datetime.date) -> VerificationFact:
    items = [_known(one, as_of) for one in sheet.items]
    strata = tuple(
        _stratum(name, population, [one for one in items if one.stratum == name])
        for name, population in sheet.populations.items()
    )
    found = error_rate([Stratum(one.population, one.checked, one.wrong) for one in strata])
    worst = error_rate(
        [
            Stratum(one.population, one.checked + one.not_checkable, one.wrong + one.not_checkable)
            for one in strata
        ]
    )
    return VerificationFact(
        file=sheet.file,
        what=sheet.settings["what"],
        by=sheet.settings["by"],
        seed=sheet.settings["seed"],
        drawn_from=sheet.settings["data_version"],
        as_of=sheet.settings["as_of"],
        strata=strata,
        rate=found.rate if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        worst=worst.high if worst else None,
        open=sum(not one.outcome for one in items),
        discrepancies=tuple(_discrepancy(one) for one in items if one.outcome == DIFFERS),
    )


def _known(item: CheckedItem, as_of: datetime.date) -> CheckedItem:
    if item.checked_on is not None and item.checked_on > as_of:
        return replace(item, outcome="", original="", checked_on=None, note="")
    return item


def _stratum(name: str, population: int, items: list[CheckedItem]) -> CheckedStratumFact:
    outcomes = [one.outcome for one in items]
    wrong = outcomes.count(DIFFERS)
    return CheckedStratumFact(
        name=name,
        population=population,
        drawn=len(items),
        checked=outcomes.count(AGREES) + wrong,
        wrong=wrong,
        not_checkable=outcomes.count(NOT_CHECKABLE),
    )


def _discrepancy(item: CheckedItem) -> DiscrepancyFact:
    return DiscrepancyFact(
        name=item.name,
        period=item.period,
        stated=item.stated,
        original=item.original,
        unit=item.unit,
        checked_on=item.checked_on.isoformat() if item.checked_on else "",
        note=item.note,
    )

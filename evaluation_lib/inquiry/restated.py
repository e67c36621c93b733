"""How values and verdict of one indicator moved from publication to publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evaluation_lib.errors import JobError
from evaluation_lib.inquiry.answer import Answer, ask
from evaluation_lib.inquiry.desk import Desk, series_on
from evaluation_lib.inquiry.setting import Setting
from evaluation_lib.observations.table import INDICATOR, JURISDICTION, PUBLISHED_ON


@dataclass(frozen=True, slots=True)
class Vintage:
    """What was known of one indicator on the evening of a day of publication.

    Attributes:
        values: Value of each year known, in the indicator's unit.
        restated: Value of the vintage before and of this one, by year that was known otherwise.
        new: Years that had no value before.
        answer: The judgement as of that day; None before a year of the plan had ended.
    """

    day: date
    values: Mapping[int, float]
    restated: Mapping[int, tuple[float, float]]
    new: tuple[int, ...]
    answer: Answer | None


def vintages_of(desk: Desk, setting: Setting) -> tuple[Vintage, ...]:
    """Return the vintages of one indicator in one place up to the as-of date, rising.

    A day on which its yearly values did not change is left out.

    Raises:
        JobError: The setting names what is not there.
    """
    day, place = setting.as_of or desk.as_of, setting.jurisdiction or desk.jurisdiction
    ask(desk, setting)
    rows = desk.observations
    own = rows[(rows[JURISDICTION] == place) & (rows[INDICATOR] == setting.indicator)]
    days = sorted({date.fromisoformat(one) for one in own[PUBLISHED_ON] if one})
    found: list[Vintage] = []
    before: Mapping[int, float] = {}
    for one in (known for known in days if known <= day):
        values = series_on(desk, one, place)[setting.indicator].values()
        if values == before:
            continue
        restated = {
            year: (before[year], value)
            for year, value in values.items()
            if before.get(year, value) != value
        }
        new = tuple(year for year in values if year not in before)
        found.append(Vintage(one, values, restated, new, _answer(desk, setting, one)))
        before = values
    return tuple(found)


def _answer(desk: Desk, setting: Setting, day: date) -> Answer | None:
    try:
        return ask(desk, setting.model_copy(update={"as_of": day, "assume": ()}))
    except JobError:  # before the plan's first year has ended nothing can be judged
        return None

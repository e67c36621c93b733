"""How firm a verdict is: judged again under every other setting that a reader could defend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation_lib.assessment.firmness_settings import Alternative, Case, alternatives
from evaluation_lib.assessment.judging import Terms
from evaluation_lib.assessment.outlook import OutlookWord, forecast_series
from evaluation_lib.assessment.readings import Reading
from evaluation_lib.assessment.verdict import Assessment, Conclusion, Verdict, conclude
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.language import Text

_SIDES = {
    OutlookWord.VERY_LIKELY: "expected",
    OutlookWord.LIKELY: "expected",
    OutlookWord.OBSERVED_MET: "expected",
    OutlookWord.UNCERTAIN: "open",
    OutlookWord.UNLIKELY: "not_expected",
    OutlookWord.VERY_UNLIKELY: "not_expected",
    OutlookWord.OBSERVED_MISSED: "not_expected",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What one other setting makes of an indicator.

    Attributes:
        group: `denominator`, `rounding`, `path`, `vintage`, `cut_offs`, `history` or `rival`.
        verdict: The verdict under this setting.
        outlook: The outlook under this setting.
        changed: Whether the verdict differs, or the target changes between expected, open and not
            expected.
        by_outlook: Whether the outlook alone makes the difference.
    """

    name: Text
    group: str
    verdict: Verdict
    outlook: OutlookWord
    changed: bool
    by_outlook: bool = False


@dataclass(frozen=True, slots=True)
class Firmness:
    """How many of the settings that apply leave status and outlook as they are."""

    settings: tuple[Setting, ...]

    @property
    def total(self) -> int:
        """Number of settings tried."""
        return len(self.settings)

    @property
    def holds(self) -> int:
        """Number of settings under which nothing changes."""
        return self.total - len(self.falls_if)

    @property
    def falls_if(self) -> tuple[Setting, ...]:
        """Settings that change the conclusion."""
        return tuple(one for one in self.settings if one.changed)


def judge_firmness(
    assessments: Sequence[Assessment],
    answers: Mapping[str, Forecast | NoForecast],
    readings: Sequence[Reading],
    terms: Terms,
) -> dict[str, Firmness]:
    """Judge every assessable indicator again under each setting that applies to it.

    All histories that a setting changes are forecast at once.

    Args:
        assessments: The judgement whose firmness is asked for.
        answers: Forecast of each indicator's yearly values, by indicator id.
        readings: Other readings of the observations, such as their first vintages.
        terms: What the judgement held for all indicators.

    Returns:
        Firmness by indicator id; none for indicators without a verdict or without another setting.
    """
    tried: list[tuple[Assessment, Alternative]] = []
    for one in assessments:
        if one.is_assessable:
            case = Case(
                one.indicator,
                one.series,
                answers[one.indicator.id],
                one.milestones,
                terms.cut_offs,
                year=terms.years[one.indicator.id],
                final=terms.final,
            )
            tried += [(one, other) for other in alternatives(case, one.outlook, readings)]
    again = [other for _, other in tried if other.history is not None]
    forecasts = iter(
        forecast_series(
            [one.case.indicator for one in again],
            [one.history.until(one.case.year) for one in again if one.history is not None],
            max(terms.years.values()),
            terms.model,
        )
    )
    settings: dict[str, list[Setting]] = {}
    for assessment, other in tried:
        answer = other.case.answer if other.history is None else next(forecasts)
        settings.setdefault(assessment.indicator.id, []).append(
            _setting(assessment, other, _concluded(other.case, answer))
        )
    return {key: Firmness(tuple(found)) for key, found in settings.items()}


def _concluded(case: Case, answer: Forecast | NoForecast) -> Conclusion:
    return conclude(
        case.indicator,
        case.series,
        answer,
        year=case.year,
        final=case.final,
        cut_offs=case.cut_offs,
        milestones=case.milestones,
    )


def _setting(assessment: Assessment, other: Alternative, found: Conclusion) -> Setting:
    differs = found.verdict is not assessment.verdict
    # No verdict follows from the outlook of an anticipatory indicator, yet the reader is told both.
    turns = _side(found.outlook.word) != _side(assessment.outlook.word)
    return Setting(
        other.name,
        other.group,
        found.verdict,
        found.outlook.word,
        changed=differs or turns,
        by_outlook=turns and not differs,
    )


def _side(word: OutlookWord) -> str:
    return _SIDES.get(word, "unknown")

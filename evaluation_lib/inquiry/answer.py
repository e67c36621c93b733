"""What the data answer: the judgement of one indicator under other settings, in milliseconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from evaluation_lib.assessment import what_if
from evaluation_lib.assessment.judging import Terms, assess_all, forecast_places
from evaluation_lib.assessment.target_shapes import Shaped, shape_targets
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.evaluation import is_final, last_whole_year, named_model
from evaluation_lib.forecast import Forecast, NoForecast, forecast_rival
from evaluation_lib.forecast.own_panel import (
    OwnPanel,
    measure_own_panel,
    stretched,
    too_few_errors,
)
from evaluation_lib.forecast.rivals.registry import RivalForecast, RivalRefusal
from evaluation_lib.forecast.scenarios import AS_IS, SCENARIOS
from evaluation_lib.inquiry.desk import Desk, known_on, series_on
from evaluation_lib.inquiry.setting import Prior, Setting, refuse_unknown
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series

_SCENARIOS = {one.name: one for one in (AS_IS, *SCENARIOS)}


@dataclass(frozen=True, slots=True)
class Answer:
    """One indicator judged as asked.

    Attributes:
        jurisdiction: GB/T 2260 code of the place judged.
        as_of: Day on which the data were looked at.
        year: Last whole year before it, at most the plan's last.
        assessment: Judged as asked.
        rivals: What each chosen rival says of the years ahead, or why it cannot.
        first_ahead: First year a rival speaks of.
        panel: What the plan's own series teach, None where they were not asked or say too little.
        notes: What the reader must know about what was set.
    """

    setting: Setting
    jurisdiction: str
    as_of: date
    year: int
    assessment: Assessment
    rivals: Mapping[str, RivalForecast | RivalRefusal]
    first_ahead: int
    panel: OwnPanel | None = None
    notes: tuple[Text, ...] = ()

    @property
    def probability(self) -> float | None:
        """Attainment probability, 0 to 1; None where there is none."""
        return self.assessment.outlook.probability


def ask(desk: Desk, setting: Setting) -> Answer:
    """Judge one indicator as `setting` asks, exactly as the report would judge it.

    Only this indicator is shaped, forecast and assessed, so an answer takes milliseconds once the
    day's observations have been checked.

    Raises:
        JobError: The setting names what is not there, or assumes what is known.
    """
    day, place = setting.as_of or desk.as_of, setting.jurisdiction or desk.jurisdiction
    known = known_on(desk, day)
    refuse_unknown(setting, known.plan)
    assumptions = setting.assumptions(known.plan)
    plan = what_if.assume_promises(known.plan, assumptions)
    year = last_whole_year(plan, day)
    years = what_if.years_judged(plan, year, assumptions)
    model = named_model(setting.model or desk.model)
    terms = Terms(years, is_final(desk.product), plan.cut_offs, model)

    series = what_if.assume_values(series_on(desk, day, place), assumptions)
    here_plan = plan.promised_to(place)
    promised = here_plan.indicators
    asked = [one for one in promised if one.id == setting.indicator]
    references = [one for one in promised if one.id in {two.relative_to for two in asked}]
    shaped = shape_targets([*asked, *references], series, here_plan.milestones_by_id)[:1]
    (one,) = shaped
    (forecasts,) = forecast_places([[_looked_at(one, setting)]], _with_reach(terms, one))
    forecast = forecasts[one.indicator.id]
    panel = _panel(desk, setting, day, model)
    if panel is not None and isinstance(forecast, Forecast):
        forecast = stretched(forecast, panel, (one.indicator.lower, one.indicator.upper))
    judged = assess_all(shaped, {one.indicator.id: forecast}, terms)
    history = _looked_at(one, setting).series.until(years[one.indicator.id])
    return Answer(
        setting=setting,
        jurisdiction=place,
        as_of=day,
        year=year,
        assessment=what_if.marked(judged, assumptions)[0],
        rivals=_rivals(history, one.indicator.target_year, setting.rivals),
        first_ahead=_last_exact(history) + 1,
        panel=panel,
        notes=_notes(setting, panel, forecast),
    )


def ask_report(desk: Desk, setting: Setting) -> Answer:
    """Return the answer on the same indicator, place and day with all else as in the report."""
    return ask(
        desk,
        Setting(
            indicator=setting.indicator, jurisdiction=setting.jurisdiction, as_of=setting.as_of
        ),
    )


def _with_reach(terms: Terms, one: Shaped) -> Terms:
    return replace(terms, years={one.indicator.id: terms.years[one.indicator.id]})


def _looked_at(one: Shaped, setting: Setting) -> Shaped:
    """Return the indicator with the part of its history that the forecast may rest on."""
    scenario = _SCENARIOS[setting.scenario]
    first = setting.since if setting.since is not None else -(10**9)
    points = tuple(
        point for point in one.series.points if point.year >= first and scenario.keeps(point.year)
    )
    return replace(one, series=replace(one.series, points=points))


def _panel(desk: Desk, setting: Setting, day: date, model: str) -> OwnPanel | None:
    return _own_panel(desk, day, model) if setting.prior is Prior.OWN else None


@lru_cache(maxsize=32)
def _own_panel(desk: Desk, day: date, model: str) -> OwnPanel | None:
    plan = known_on(desk, day).plan
    year = last_whole_year(plan, day)
    histories = [
        one.until(year).history()
        for place in plan.jurisdictions
        for one in series_on(desk, day, place.code).values()
    ]
    return measure_own_panel(histories, model)


def _notes(
    setting: Setting, panel: OwnPanel | None, forecast: Forecast | NoForecast
) -> tuple[Text, ...]:
    if setting.prior is not Prior.OWN:
        return ()
    if panel is None:
        why = too_few_errors(forecast.n)
        return (Text(why.reason_zh, why.reason_en),)
    return (
        Text(
            f"区间按本规划{panel.series}条自身序列的{panel.errors}个预测误差调整为"
            f"{panel.width:.2f}倍宽。",
            f"The interval is {panel.width:.2f} times as wide, by {panel.errors} errors of "
            f"{panel.series} of the plan's own series.",
        ),
    )


def _last_exact(series: Series) -> int:
    return max((one.year for one in series.points if one.is_exact), default=0)


def _rivals(
    series: Series, until: int, names: tuple[str, ...]
) -> Mapping[str, RivalForecast | RivalRefusal]:
    last = _last_exact(series)
    if not last or last >= until:
        return MappingProxyType({})
    history = tuple(series.history().tolist())
    return MappingProxyType({name: _rival(name, history, until - last) for name in names})


@lru_cache(maxsize=4096)
def _rival(name: str, history: tuple[float, ...], horizon: int) -> RivalForecast | RivalRefusal:
    return forecast_rival(name, history, horizon)

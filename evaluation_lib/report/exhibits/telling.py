"""From a question to an exhibit: what was set, what was found, and that it is no finding."""

from __future__ import annotations

from collections.abc import Callable

from evaluation_lib.evaluation import named_model
from evaluation_lib.forecast import RIVALS
from evaluation_lib.forecast.scenarios import AS_IS, SCENARIOS
from evaluation_lib.inquiry import Prior, Setting, View
from evaluation_lib.inquiry.desk import is_demonstration, series_on
from evaluation_lib.report.exhibits.asked import Asked
from evaluation_lib.report.exhibits.beside import tell_counties, tell_methods
from evaluation_lib.report.exhibits.data import tell_backtest, tell_quality, tell_revisions
from evaluation_lib.report.exhibits.trajectory import Told, assumed_text, tell_trajectory
from evaluation_lib.report.indicator_facts import indicator_fact
from evaluation_lib.report.model_exhibit import ExhibitFact
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.forecasts import forecast_words

_TELLERS: dict[View, Callable[[Asked], Told]] = {
    View.TRAJECTORY: tell_trajectory,
    View.COMPARE: tell_counties,
    View.METHODS: tell_methods,
    View.BACKTEST: tell_backtest,
    View.QUALITY: tell_quality,
    View.REVISIONS: tell_revisions,
}
_SCENARIOS = {one.name: one for one in (AS_IS, *SCENARIOS)}
_SET = {
    View.TRAJECTORY: ("since", "model", "rivals", "prior", "level", "scenario", "assume"),
    View.COMPARE: (),
    View.METHODS: (),
    View.BACKTEST: ("model", "level", "origin"),
    View.QUALITY: (),
    View.REVISIONS: ("model",),
}
"""What matters to each view beside indicator, place and day."""


def tell(
    asked: Asked, *, name: str = "", title: str = "", note: str = "", saved_as_of: str = ""
) -> ExhibitFact:
    """Answer a question in full, as an exhibit states it.

    Args:
        asked: The question.
        name: Name of the file it was saved in; blank where it was not.
        title: What the analyst called it; blank for the finding in one sentence.
        note: What the analyst wrote below it.
        saved_as_of: Day on which it was looked at when it was saved.

    Raises:
        JobError: The setting names what is not there.
    """
    setting = asked.setting
    told = _TELLERS[setting.view](asked)
    answer = told.answer
    fact = None
    if told.assessment is not None:
        fact = indicator_fact(told.assessment, asked.judged_apart(answer), asked.names)
    return ExhibitFact(
        name=name,
        view=str(setting.view),
        indicator=setting.indicator,
        indicator_name=asked.names.quantity(setting.indicator),
        jurisdiction=answer.jurisdiction,
        jurisdiction_name=asked.names.jurisdiction(answer.jurisdiction),
        as_of=answer.as_of.isoformat(),
        title=title or told.title,
        note=note,
        label=asked.say(f"label.{_sort(setting)}"),
        settings=tuple(told_settings(asked)),
        saved_as_of=saved_as_of,
        demonstration=is_demonstration(asked.desk, answer.as_of, answer.jurisdiction),
        sentences=((told.title,) if title else ()) + told.sentences,
        fact=fact,
        tables=told.tables,
    )


def not_computable(asked: Asked, *, name: str, title: str) -> ExhibitFact:
    """Return an exhibit that says why this report's data do not answer it."""
    setting = asked.setting
    place = setting.jurisdiction or asked.desk.jurisdiction
    return ExhibitFact(
        name=name,
        view=str(setting.view),
        indicator=setting.indicator,
        indicator_name=asked.names.quantity(setting.indicator),
        jurisdiction=place,
        jurisdiction_name=asked.names.jurisdiction(place),
        as_of=asked.desk.as_of.isoformat(),
        title=title or asked.names.quantity(setting.indicator),
        label=asked.say(f"label.{_sort(setting)}"),
        settings=(),
        demonstration=False,
        reason=_reason(asked),
    )


def _reason(asked: Asked) -> str:
    """Return in the reader's language why the data do not answer."""
    desk, setting = asked.desk, asked.setting
    place = setting.jurisdiction or desk.jurisdiction
    series = series_on(desk, desk.as_of, place).get(setting.indicator)
    years = {point.year for point in series.points} if series else set()
    known = [year for year in sorted(years) if any(one[:5] == f"{year}=" for one in setting.assume)]
    if known:
        return asked.say("failed.known", year=known[0])
    return asked.say("failed.unknown")


def _sort(setting: Setting) -> str:
    if setting.view is not View.TRAJECTORY:
        return "plain"
    return "what_if" if setting.assume else "sensitivity"


def told_settings(asked: Asked) -> list[tuple[str, str]]:
    """Return what was set as labels and values in the reader's words."""
    setting, desk = asked.setting, asked.desk
    place = setting.jurisdiction or desk.jurisdiction
    day = setting.as_of or desk.as_of
    pairs = [
        ("jurisdiction", asked.names.jurisdiction(place)),
        ("as_of", day.isoformat()),
    ]
    if setting.view is not View.METHODS:
        pairs.insert(0, ("indicator", asked.names.quantity(setting.indicator)))
    for name in _SET[setting.view]:
        if value := _told(asked, name):
            pairs.append((name, value))
    return [(asked.say(f"set.{name}"), value) for name, value in pairs]


def _told(asked: Asked, name: str) -> str:
    setting, zh = asked.setting, asked.language == "zh"
    match name:
        case "since":
            return str(setting.since) if setting.since is not None else ""
        case "model":
            model = named_model(setting.model or asked.desk.model)
            return forecast_words(asked.language, f"model.{model}")
        case "rivals":
            titles = [
                RIVALS[one].title_zh if zh else RIVALS[one].title_en for one in setting.rivals
            ]
            return asked.say("list").join(titles)
        case "prior":
            return "" if setting.prior is Prior.PUBLIC else asked.say(f"prior.{setting.prior}")
        case "level":
            return f"{setting.level}%"
        case "scenario":
            if setting.scenario == AS_IS.name:
                return ""
            scenario = _SCENARIOS[setting.scenario]
            return scenario.title_zh if zh else scenario.title_en
        case "assume":
            plan = asked.desk.plan.in_force(setting.as_of or asked.desk.as_of)
            return assumed_text(asked, Voice(plan.indicator(setting.indicator), asked.language))
    return str(setting.origin) if setting.origin is not None else ""

"""The controls of the explorer: everything a question can set, with words for each choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import ipywidgets as w

from evaluation_lib.explore.panel.scenario import Reach
from evaluation_lib.forecast import RIVALS
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.forecast.scenarios import AS_IS, SCENARIOS
from evaluation_lib.inquiry import Desk, Prior, View
from evaluation_lib.inquiry.desk import publication_days
from evaluation_lib.inquiry.setting import LEVELS
from evaluation_lib.report.wording.exhibits import exhibit_words
from evaluation_lib.report.wording.explorer import explorer_words
from evaluation_lib.report.wording.forecasts import forecast_words

SLIDERS = ("value", "target", "milestone")
NOTHING = -1
"""Value of a choice that has nothing to choose from; widgets take None for no choice at all."""

_STYLE = {"description_width": "84px"}


@dataclass(frozen=True, slots=True, eq=False)
class Controls:
    """Every control, by what it sets; see `inquiry.Setting`.

    Attributes:
        value: Assumed value of the next year.
        target: Assumed target.
        milestone: Assumed milestone of the next year.
        vintage: Place of a vintage among those of the indicator.
        question: Place of a finding among those on the indicator.
    """

    view: Any
    indicator: Any
    jurisdiction: Any
    as_of: Any
    since: Any
    model: Any
    rivals: Any
    prior: Any
    level: Any
    scenario: Any
    value: Any
    target: Any
    milestone: Any
    reset: Any
    origin: Any
    vintage: Any
    question: Any
    name: Any
    note: Any
    copy: Any
    send: Any
    undo: Any

    def all(self) -> list[Any]:
        """Return every control in order."""
        return [getattr(self, one.name) for one in fields(self)]


def make_controls(desk: Desk, indicator: str, language: str) -> Controls:
    """Return the controls for one desk, set to one indicator."""

    def say(key: str, **values: object) -> str:
        return explorer_words(language, key, **values)

    zh = language == "zh"
    plan = desk.plan
    days = [one for one in publication_days(desk, desk.jurisdiction, desk.as_of)
            if one.year > plan.start]  # fmt: skip
    rivals = [(one.title_zh if zh else one.title_en, name) for name, one in RIVALS.items()]
    scenarios = [(one.title_zh if zh else one.title_en, one.name) for one in (AS_IS, *SCENARIOS)]
    models = [(forecast_words(language, f"model.{name}"), name) for name in MODELS]
    sliders = {
        key: w.FloatSlider(
            min=0.0, max=1.0, step=0.1, disabled=True, style=_STYLE, layout=_wide(),
            continuous_update=True,
        )
        for key in SLIDERS
    }  # fmt: skip
    for one in sliders.values():
        one.add_class("pe-assume")
    return Controls(
        view=_toggles([(exhibit_words(language, f"view.{one}"), one) for one in View]),
        indicator=_dropdown(
            say("indicator"),
            [
                (f"{one.number} {one.short_name if zh else one.name_en}", one.id)
                for one in plan.indicators
            ],
            indicator,
        ),
        jurisdiction=_dropdown(
            say("jurisdiction"),
            [(one.name if zh else one.name_en, one.code) for one in plan.jurisdictions],
            desk.jurisdiction,
        ),
        as_of=w.SelectionSlider(
            description=say("as_of"),
            options=[(one.isoformat(), one) for one in sorted({*days, desk.as_of})],
            value=desk.as_of,
            continuous_update=False,
            style=_STYLE,
            layout=_wide(),
        ),
        since=_dropdown(say("since"), [(say("since.all"), NOTHING)], NOTHING),
        model=_dropdown(say("model"), models, desk.model or next(iter(MODELS))),
        rivals=w.SelectMultiple(
            description=say("rivals"), options=rivals, rows=4, style=_STYLE, layout=_wide()
        ),
        prior=_dropdown(say("prior"), [(say(f"prior.{one}"), one) for one in Prior], Prior.PUBLIC),
        level=_dropdown(say("level"), [(f"{one}%", one) for one in LEVELS], 80),
        scenario=_dropdown(say("epidemic"), scenarios, AS_IS.name),
        **sliders,
        reset=w.Button(description=say("reset"), tooltip=say("reset.hint")),
        origin=_slider(say("origin")),
        vintage=_slider(say("vintage")),
        question=_dropdown(say("question"), [(say("question.none"), NOTHING)], NOTHING),
        name=w.Text(description=say("name"), style=_STYLE, layout=w.Layout(width="320px")),
        note=w.Text(description=say("note"), style=_STYLE, layout=w.Layout(width="420px")),
        copy=w.Button(description=say("copy"), icon="copy"),
        send=w.Button(description=say("send"), icon="paper-plane"),
        undo=w.Button(description=say("undo"), layout=w.Layout(display="none")),
    )


def _wide() -> Any:
    # One for each control: a layout that two share hides both of them.
    return w.Layout(width="100%")


def _toggles(options: Iterable[tuple[str, Any]]) -> Any:
    return w.ToggleButtons(options=list(options), style={"button_width": "auto"})


def _dropdown(label: str, options: Iterable[tuple[str, Any]], value: Any) -> Any:
    return w.Dropdown(
        description=label, options=list(options), value=value, style=_STYLE, layout=_wide()
    )


def _slider(label: str) -> Any:
    return w.SelectionSlider(
        description=label,
        options=[("—", NOTHING)],
        value=NOTHING,
        style=_STYLE,
        layout=_wide(),
    )


def offer(control: Any, options: list[tuple[str, Any]], empty: str, chosen: Any = None) -> None:
    """Give a choice new options and set it to `chosen`, or else the last one."""
    control.options = options or [(empty, NOTHING)]
    values = [value for _, value in control.options]
    control.value = chosen if chosen in values else values[-1]
    control.disabled = not options


def set_reach(slider: Any, reach: Reach | None, label: str) -> None:
    """Give a slider its reach and put it where nothing is assumed."""
    slider.description = label
    slider.disabled = reach is None
    if reach is None:
        return
    # The ends are moved apart first, because a slider refuses a value outside of them.
    slider.min = min(slider.min, reach.low)
    slider.max = max(slider.max, reach.high)
    slider.value = reach.start
    slider.min, slider.max, slider.step = reach.low, reach.high, reach.step
    decimals = max(0, len(f"{reach.step:.9f}".rstrip("0").partition(".")[2]))
    slider.readout_format = f".{decimals}f"

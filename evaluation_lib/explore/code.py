"""A view as code: the calls of the library that show the same again."""

from __future__ import annotations

from evaluation_lib.explore.reading import USUAL_PRODUCT
from evaluation_lib.inquiry import Desk, Setting, View
from evaluation_lib.inquiry.setting import Prior

_TAKEN = {
    View.TRAJECTORY: ("since", "model", "rivals", "prior", "level", "scenario", "assume"),
    View.COMPARE: (),
    View.METHODS: (),
    View.BACKTEST: ("origin", "model", "level"),
    View.QUALITY: (),
    View.REVISIONS: (),
}
_WIDTH = 96


def as_code(desk: Desk, setting: Setting, language: str = "zh") -> str:
    """Return Python that reads the same files and shows the same view.

    Args:
        desk: What the view was asked of; its `places` are what is read.
        setting: The view.
        language: Language of the view.
    """
    plan, observations = desk.places
    reading = {"as_of": desk.as_of.isoformat(), "jurisdiction": desk.jurisdiction}
    if desk.product != USUAL_PRODUCT:
        reading["product"] = desk.product
    if desk.model:
        reading["model"] = desk.model
    asking: dict[str, object] = {}
    if setting.jurisdiction and setting.view is not View.COMPARE:
        asking["jurisdiction"] = setting.jurisdiction
    if setting.as_of:
        asking["as_of"] = setting.as_of.isoformat()
    asking |= {name: _plain(getattr(setting, name)) for name in _changed(setting)}
    if language != "zh":
        asking["language"] = language
    name = str(setting.view)
    if setting.assume:
        name = "what_if"
        asking = {"assume": asking.pop("assume"), **asking}
    return "\n".join(
        [
            "from evaluation_lib import explore",
            "",
            _call("desk", "read_desk", [plan, observations], reading),
            _call("view", name, [setting.indicator], asking, first="desk"),
            "view",
        ]
    )


def _changed(setting: Setting) -> list[str]:
    fields = Setting.model_fields
    return [name for name in _TAKEN[setting.view] if getattr(setting, name) != fields[name].default]


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Prior) else value


def _call(
    variable: str,
    function: str,
    given: list[str],
    named: dict[str, str] | dict[str, object],
    first: str = "",
) -> str:
    """Return one assignment, on one line where it fits."""
    parts = [*([first] if first else []), *map(_literal, given)]
    parts += [f"{name}={_literal(value)}" for name, value in named.items()]
    line = f"{variable} = explore.{function}({', '.join(parts)})"
    if len(line) <= _WIDTH:
        return line
    inner = "".join(f"    {part},\n" for part in parts)
    return f"{variable} = explore.{function}(\n{inner})"


def _literal(value: object) -> str:
    if isinstance(value, str):
        text = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{text}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return repr(value)

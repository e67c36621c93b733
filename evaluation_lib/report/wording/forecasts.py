"""Words on forecasts and on how they would have done, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

FORECASTS: dict[str, Text] = {
    "transparent.title": Text("透明算式", "Transparent form"),
    "transparent.sum": Text(
        "末值{last} {sign} {share}×{ahead}×{change} = {median}",
        "last value {last} {sign} {share} × {ahead} × {change} = {median}",
    ),
    "passing.early": Text(
        "中位数在{year}年即达到目标。", "The median reaches the target in {year}."
    ),
    "passing.late": Text(
        "按中位数，到{year}年才达到目标。", "By its median the target is not reached before {year}."
    ),
}


def forecast_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return FORECASTS[key].into(language).format(**values)

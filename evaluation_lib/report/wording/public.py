"""Words of reports for the public, in both languages side by side."""

from __future__ import annotations

from evaluation_lib.language import Text

PUBLIC: dict[str, Text] = {
    "title": Text("（公开版）", " (public version)"),
    "limitation": Text(
        "本报告为公开版：县（市、区）计数小于{smallest}的数据及可据以推算的数据不公开，共{county_rows}行；"
        "原文摘录{quotes}处、内部备注{notes}处不公开；个人和企业名称、联系方式等以■■代替，共{masked}处。"
        "评价按公开部分的数据作出。",
        "This is the public version. County rows that count fewer than {smallest}, and those that "
        "would give them away, are kept back: {county_rows}. So are {quotes} quotes and {notes} "
        "internal notes. Names of persons and enterprises and contacts read ■■, in {masked} "
        "places. Everything is judged on what is public.",
    ),
}


def public(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return PUBLIC[key].into(language).format(**values)

"""The words that stand where a number is missing, each with its own meaning."""

from __future__ import annotations

import re

from evaluation_lib.observations.quantities.model import Doubt

_WORDS = {
    Doubt.NOT_APPLICABLE: ("/", "-", "--", "—", "——", "–", "―", "\\", "不适用", "N/A", "n/a", "NA"),
    Doubt.NONE_OR_ZERO: ("无", "没有", "none", "未开展", "未发生", "无此项", "无数据"),
    Doubt.PENDING: ("待统计", "待核实", "待确认", "待核", "待补", "待报", "统计中", "尚未统计"),
    Doubt.SAME_AS: ("同上", "同左", "同前", "同上年", "同上期", "〃", '"', "″"),
    Doubt.WITHHELD: ("涉密", "保密", "不公开", "***", "*"),
}
_PATTERNS = (
    (Doubt.PENDING, re.compile(r"^(暂无|暂缺|暂未|待定|未出|尚未|未统计|…|\.\.\.|—+待)")),
    (Doubt.ELSEWHERE, re.compile(r"^(详?见|另附|另报|附后|附件|附表)")),
    (
        Doubt.NOT_PUBLISHED,
        re.compile(r"(省|国家|市)?局?.*(统一|未|另行|待).{0,4}(发布|公布|反馈|提供)"),
    ),
    (Doubt.NOT_PUBLISHED, re.compile(r"^以.+(为准)$")),
)
_BY_WORD = {word: doubt for doubt, words in _WORDS.items() for word in words}
_ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


def missing_meaning(text: str) -> Doubt | None:
    """Return what `text`, already plain, says instead of a number; None where it says no such."""
    word = text.strip(" 。.()") if text not in {"...", "…"} else text
    if not text:
        return Doubt.NOT_REPORTED
    if text.upper() in _ERRORS or text.upper().startswith("#N/A"):
        return Doubt.FORMULA_ERROR
    if set(text) <= {"#"}:
        return Doubt.UNREADABLE
    if found := _BY_WORD.get(text) or _BY_WORD.get(word):
        return found
    if any(character.isdigit() for character in text):
        return None
    return next((doubt for doubt, pattern in _PATTERNS if pattern.search(text)), None)

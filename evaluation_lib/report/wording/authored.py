"""Words around what evaluators wrote, and what is said to them about it, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

AUTHORED: dict[str, Text] = {
    "chapter.foreword": Text("前言", "Foreword"),
    "chapter.independence": Text("独立性声明", "Statement of independence"),
    "chapter.practices": Text("经验做法", "What worked"),
    "chapter.causes": Text("存在问题及原因", "Problems and their causes"),
    "chapter.situation": Text("形势变化", "How circumstances changed"),
    "chapter.recommendations": Text("对策建议", "Recommendations"),
    "chapter.aside": Text("评估机构的判断", "the evaluator's judgement"),
    "note.lead": Text("评估机构说明：", "The evaluator's note: "),
    "signatures.title": Text("签署", "Signatures"),
    "signatures.role": Text("职责", "Role"),
    "signatures.name": Text("姓名", "Name"),
    "signatures.signature": Text("签字", "Signature"),
    "signatures.date": Text("日期", "Date"),
    "signatures.name_line": Text("＿＿＿＿＿＿＿＿", "________________"),
    "signatures.date_line": Text("＿＿＿＿年＿＿月＿＿日", "________________"),
    "signatures.evaluator": Text("评估人员", "Evaluator"),
    "signatures.reviewer": Text("复核人", "Reviewer"),
    # To the authors alone
    "unwritten": Text(
        "尚未撰写、报告中不出现的章节：{chapters}。",
        "Not written and left out of the report: {chapters}.",
    ),
    "changed": Text(
        "{file}第{line}行：{name}由“{then}”变为“{now}”，请核对文字后重新确认（plan-eval accept）。",
        "{file}, line {line}: {name} was {then!r} and is {now!r}; look at the text again, then "
        "accept it (plan-eval accept).",
    ),
    "unaccepted": Text(
        "{file}引用了{count}个数字，尚未确认（plan-eval accept）；数字变动时将无从提示。",
        "{file} quotes {count} figures that were never accepted (plan-eval accept): a change "
        "cannot be told.",
    ),
    "blank": Text(
        "{file}第{line}行：{name}目前没有数值，文中显示为“—”。",
        "{file}, line {line}: {name} has no value at present and reads “—”.",
    ),
    "author.title": Text("作者须知（不进入报告）", "For the authors (not in the report)"),
}


def authored_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` on what was written, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return AUTHORED[key].into(language).format(**values)

"""A report's scorecard for terminals and spreadsheets."""

from __future__ import annotations

import csv
from typing import TextIO

from rich.console import Console
from rich.table import Table

from evaluation_lib.assessment.what_if import SOURCE
from evaluation_lib.language import Language, Text
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.sections.score import score_text
from evaluation_lib.report.wording import phrases, words

_WIDTH_OF_A_FILE = 200

HEADINGS = {
    "number": Text("序号", "No."),
    "name": Text("指标", "Indicator"),
    "nature": Text("属性", "Nature"),
    "unit": Text("单位", "Unit"),
    "baseline": Text("基期", "Baseline"),
    "target": Text("目标", "Target"),
    "latest": Text("最新值", "Latest"),
    "period": Text("时期", "Period"),
    "progress": Text("完成率", "Progress"),
    "probability": Text("实现概率", "Probability"),
    "verdict": Text("评价", "Verdict"),
    "evidence": Text("证据", "Evidence"),
}
_NATURES = {"binding": Text("约束性", "binding"), "anticipatory": Text("预期性", "anticipatory")}
_TO_THE_RIGHT = ("number", "baseline", "target", "latest", "progress", "probability")
_ASSUMED = Text("（假设）", " (assumed)")
_DEMONSTRATION = Text("演示数据，非真实统计结果", "Demonstration data, not real statistics")


def scores(fact: IndicatorFact, language: str) -> dict[str, str]:
    """Return one line of the scorecard by column, as the report writes it."""
    return {
        "number": str(fact.number),
        "name": fact.short_name,
        "nature": _NATURES[fact.nature].into(language),
        "unit": fact.unit,
        "baseline": phrases.baseline_text(fact, language),
        "target": phrases.target_text(fact, language),
        "latest": phrases.latest_text(fact, language),
        "period": fact.latest.period if fact.latest else "",
        "progress": phrases.progress_text(fact, language),
        "probability": phrases.probability_text(fact),
        "verdict": _verdict(fact, language),
        "evidence": fact.latest.evidence if fact.latest else "",
    }


def _verdict(fact: IndicatorFact, language: str) -> str:
    """Return the verdict, marked where it rests on an assumption."""
    verdict = words(language).verdict(fact.verdict)
    is_assumed = any(flag.id == SOURCE for flag in fact.flags)
    return verdict + _ASSUMED.into(language) if is_assumed else verdict


def print_scorecard(report: Report) -> None:
    """Print the scorecard to stdout; binding indicators come first and apart."""
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _WIDTH_OF_A_FILE
    language = report.language
    if report.demonstration:
        console.print(_DEMONSTRATION.into(language), style="bold magenta")
    console.print(report.title, style="bold")
    console.print(f"{report.jurisdiction_name} {report.jurisdiction}  {report.as_of}")
    for assumption in report.assumptions:
        console.print(assumption, style="bold magenta")
    console.print(report.overall.headline)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column, heading in HEADINGS.items():
        table.add_column(
            heading.into(language),
            justify="right" if column in _TO_THE_RIGHT else "left",
            overflow="fold",
        )
    for fact in sorted(report.indicators, key=lambda one: not one.is_binding):
        table.add_row(*scores(fact, language).values())
    console.print(table)
    if report.score is not None:
        console.print(score_text(report))


def print_csv(report: Report, out: TextIO) -> None:
    """Write the scorecard to `out` as CSV; the columns are named in English for programs."""
    writer = csv.DictWriter(out, ["id", *HEADINGS, "verdict_id"], lineterminator="\n")
    writer.writeheader()
    for fact in report.indicators:
        line = scores(fact, Language(report.language))
        writer.writerow({"id": fact.id, **line, "verdict_id": fact.verdict})

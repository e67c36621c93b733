"""方法互校 and 方法与设置: what other methods and settings say, and which settings were used."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.publish.excel.cells import Cell, Column, Line, Number, Sheet, Words
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex
from evaluation_lib.report.wording.phrases import cut_offs_text


def comparison_sheet(report: Report) -> Sheet:
    """Return the answers of all methods, models and settings, one line each."""
    said = annex(report.language)
    columns = {
        "number": Column(said("number"), 6, right=True),
        "indicator": Column(said("indicator"), 30),
        "sort": Column(said("sort"), 14),
        "name": Column(said("method"), 34),
        "value": Column(said("value"), 12, right=True),
        "answer": Column(said("conclusion"), 26),
        "changed": Column(said("changed"), 10),
        "reason": Column(said("reason"), 44),
    }
    lines = tuple(
        Line({"number": Number(fact.number), "indicator": Words(fact.name), **cells})
        for fact in report.indicators
        for cells in (*_methods(fact, report), *_rivals(fact, report), *_settings(fact, report))
    )
    title, note = said("comparison.title"), said("comparison.note")
    return Sheet(said("comparison.tab"), title, note, columns, lines, frozen=2)


def _methods(fact: IndicatorFact, report: Report) -> Iterator[dict[str, Cell]]:
    said, spoken = annex(report.language), words(report.language)
    for name, one in sorted(fact.methods.items()):
        cells: dict[str, Cell] = {
            "sort": Words(said("sort.method")),
            "name": Words(one.title or name),
            "reason": Words(one.reason or ""),
        }
        if one.value is not None:
            cells["value"] = Number(one.value, 3)
        if one.class_ is not None:
            cells["answer"] = Words(spoken[f"method.{one.class_}"])
        yield cells


def _rivals(fact: IndicatorFact, report: Report) -> Iterator[dict[str, Cell]]:
    said = annex(report.language)
    for one in fact.rivals:
        cells: dict[str, Cell] = {
            "sort": Words(said("sort.rival")),
            "name": Words(one.title or one.name),
            "reason": Words(one.reason or ""),
        }
        if one.value is not None:
            cells["value"] = Number(one.value, max(1, fact.decimals))
        yield cells


def _settings(fact: IndicatorFact, report: Report) -> Iterator[dict[str, Cell]]:
    said = annex(report.language)
    for one in fact.firmness.settings if fact.firmness else ():
        yield {
            "sort": Words(said("sort.setting")),
            "name": Words(one.name),
            "answer": Words(one.conclusion),
            "changed": Words(said("yes") if one.changed else said("no"), strong=one.changed),
        }


def setting_sheet(report: Report) -> Sheet:
    """Return the settings the report was made with, and what limits it."""
    said = annex(report.language)
    columns = {
        "item": Column(said("item"), 34),
        "value": Column(said("value"), 90),
    }
    rows = [
        ("as_of", report.as_of),
        ("evaluation_year", str(report.evaluation_year)),
        ("plan", report.plan.title),
        ("plan_version", report.plan.version),
        ("data_version", report.data_version),
        ("method_version", report.method_version),
        ("cut_offs", cut_offs_text(report)),
        ("outlook_words", words(report.language)["outlook.limits"]),
        ("evidence_grades", words(report.language)["evidence.grades"]),
    ]
    lines = [Line({"item": Words(said(key)), "value": Words(text)}) for key, text in rows]
    for name, value in sorted(report.cut_offs.items()):
        item = said("cut_off", name=name)
        lines.append(Line({"item": Words(item), "value": Number(value, 2)}))
    told = [("assumption", report.assumptions), ("limitation", report.limitations)]
    lines += [
        Line({"item": Words(said(key)), "value": Words(text)})
        for key, texts in told
        for text in texts
    ]
    title, note = said("settings.title"), said("settings.note")
    return Sheet(said("settings.tab"), title, note, columns, tuple(lines), frozen=1)

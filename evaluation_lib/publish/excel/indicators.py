"""指标完成情况表: every indicator in a row, with the sums a reader would check as formulas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from evaluation_lib.publish.excel.cells import Cell, Column, Line, Number, Sheet, Words, reckoned
from evaluation_lib.publish.excel.series import SIGNS, Places
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import plan_value
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex
from evaluation_lib.report.wording.phrases import no_verdict_text, pace_decimals, probability_of

_LEVELS = ("stock", "rate")


def indicator_sheet(report: Report, series: Sheet, places: Places) -> Sheet:
    """Return the sheet; values of observations are taken from the sheet `series` by formula."""
    said = annex(report.language)
    columns = {
        "number": Column(said("number"), 6, right=True),
        "indicator": Column(said("indicator"), 30),
        "unit": Column(said("unit"), 12),
        "nature": Column(said("nature"), 8),
        "kind": Column(said("kind"), 11),
        "baseline_year": Column(said("baseline_year"), 7, right=True),
        "baseline": Column(said("baseline"), 10, right=True),
        "target_year": Column(said("target_year"), 7, right=True),
        "target": Column(said("target"), 10, right=True),
        "year": Column(said("latest_year"), 7, right=True),
        "latest": Column(said("latest"), 11, right=True),
        "total": Column(said("total"), 11, right=True),
        "progress": Column(said("progress"), 9, right=True),
        "due": Column(said("due"), 9, right=True),
        "gap": Column(said("gap"), 10, right=True),
        "pace": Column(said("pace"), 11, right=True),
        "best": Column(said("best"), 11, right=True),
        "multiple": Column(said("multiple"), 9, right=True),
        "probability": Column(said("probability"), 9, right=True),
        "outlook": Column(said("outlook"), 12),
        "verdict": Column(said("verdict"), 17),
        "evidence": Column(said("evidence"), 7),
        "reason": Column(said("reason"), 40),
    }
    bound = [one for one in report.indicators if one.is_binding]
    others = [one for one in report.indicators if not one.is_binding]
    lines = tuple(_line(report, one, series, places) for one in (*bound, *others))
    return Sheet(
        said("indicators.tab"),
        said("indicators.title", year=report.evaluation_year),
        said("indicators.note"),
        columns,
        lines,
        frozen=2,
    )


def _line(report: Report, fact: IndicatorFact, series: Sheet, places: Places) -> Line:
    spoken, language = words(report.language), report.language
    sign = "≥" if fact.progress_is_lower_bound else ""
    cells: dict[str, Cell] = {
        "number": Number(fact.number),
        "indicator": Words(fact.name),
        "unit": Words(fact.unit),
        "nature": Words(spoken[f"nature.{fact.nature}"], strong=fact.is_binding),
        "kind": Words(spoken[f"kind.{fact.kind}"]),
        "baseline_year": Number(fact.baseline.year),
        "baseline": _planned(fact.baseline.value, ""),
        "latest": _latest(fact, series, places),
        "total": _total(fact, series),
        "progress": _progress(fact, sign),
        "outlook": Words(spoken.outlook(fact.outlook)),
        "verdict": Words(spoken.verdict(fact.verdict), mark=fact.verdict),
        "evidence": Words(fact.latest.evidence if fact.latest else ""),
        "reason": Words(_reason(fact, language)),
    }
    if fact.target is None:
        cells["target"] = Words(spoken["target.pending"])
    else:
        cells["target"] = _planned(fact.target.value, SIGNS.get(fact.target.comparison, ""))
        cells["target_year"] = Number(fact.target.year)
    if fact.latest is not None:
        cells["year"] = Number(fact.latest.year)
    probability = probability_of(fact)
    if probability is not None:
        decimals = 0 if fact.probability_observed else 2
        cells["probability"] = Number(probability, decimals)
    return Line({**cells, **_schedule(fact), **_pace(fact)}, tint=fact.is_binding)


def _reason(fact: IndicatorFact, language: str) -> str:
    """Return why there is no verdict, and what else must be read with the numbers."""
    parts = [fact.reason or ""] if fact.verdict == "not_assessable" else []
    if fact.verdict == "not_assessable" and not fact.reason:
        parts = [no_verdict_text(fact, language)]
    return "\n".join(one for one in (*parts, *(flag.text for flag in fact.flags)) if one)


def _planned(value: float | None, sign: str) -> Number | None:
    """Return a number of the plan with the decimals the plan gives it."""
    if value is None:
        return None
    written = plan_value(value, language="zh")
    return Number(value, len(written.partition(".")[2]), sign)


def _latest(fact: IndicatorFact, series: Sheet, places: Places) -> Number | None:
    latest = fact.latest
    if latest is None:
        return None
    place = places.get((fact.id, latest.period))
    formula = "" if place is None else f"={series.cell('value', place)}"
    sign = SIGNS.get(latest.comparator, latest.comparator)
    return Number(latest.value, fact.decimals, sign, formula=formula)


def _total(fact: IndicatorFact, series: Sheet) -> Number | None:
    """Return the sum since the plan began, for targets that are sums."""
    if fact.kind != "cumulative" or fact.latest is None:
        return None
    counted = [one for one in fact.observations if fact.baseline.year < one.year]
    value = float(sum(Decimal(repr(one.value)) for one in counted))
    value_cells, year_cells, id_cells, whole_cells = (
        series.whole(key) for key in ("value", "year", "id", "whole")
    )
    yes = next((one.cells["whole"] for one in series.lines), None)
    text = yes.text if isinstance(yes, Words) else ""
    formula = (
        f'=SUMIFS({value_cells},{id_cells},"{fact.id}",{year_cells},">"&{{baseline_year}},'
        f'{whole_cells},"{text}")'
    )
    sign = "≥" if fact.progress_is_lower_bound else ""
    return Number(value, fact.decimals, sign, formula=formula)


def _progress(fact: IndicatorFact, sign: str) -> Cell:
    if fact.is_yearly or fact.target is None or fact.latest is None:
        return None
    style: dict[str, Any] = {"decimals": 1, "percent": True, "sign": sign}
    start, goal = fact.baseline.value, fact.target.value
    if fact.kind == "cumulative":
        counted = [one.value for one in fact.observations if one.year > fact.baseline.year]
        reckons = sum(counted) / goal if goal else None
        return reckoned("={total}/{target}", reckons, fact.progress, **style)
    if start is None or goal == start:
        return reckoned("", None, fact.progress, **style)
    reckons = (fact.latest.value - start) / (goal - start)
    formula = "=({latest}-{baseline})/({target}-{baseline})"
    return reckoned(formula, reckons, fact.progress, **style)


def _schedule(fact: IndicatorFact) -> dict[str, Cell]:
    """Return the share of time that has passed, and how far the progress is from it."""
    if fact.is_yearly or fact.target is None or fact.latest is None:
        return {}
    style: dict[str, Any] = {"decimals": 1, "percent": True}
    span = fact.target.year - fact.baseline.year
    passed = (fact.latest.year - fact.baseline.year) / span if span else None
    due = "=({year}-{baseline_year})/({target_year}-{baseline_year})"
    difference = None
    if fact.progress is not None and fact.time_share is not None:
        difference = fact.progress - fact.time_share
    return {
        "due": reckoned(due, passed, fact.time_share, **style),
        "gap": reckoned("={progress}-{due}", difference, fact.gap, **style),
    }


def _pace(fact: IndicatorFact) -> dict[str, Cell]:
    """Return the yearly change still needed beside the best ever seen."""
    if fact.target is None or fact.verdict == "not_assessable":
        return {}
    style: dict[str, Any] = {"decimals": pace_decimals(fact)}
    best = None if fact.best_pace is None else Number(fact.best_pace, **style)
    if fact.is_yearly:
        needed = reckoned("={target}", fact.target.value, fact.required_pace, **style)
        return {"pace": needed, "best": best}
    done = fact.latest.value if fact.latest else None
    column = "latest"
    if fact.kind == "cumulative":
        done = sum(one.value for one in fact.observations if one.year > fact.baseline.year)
        column = "total"
    reckons = None
    left = fact.target.year - fact.latest.year if fact.latest else 0
    bound = "MAX" if fact.direction == "higher" else "MIN"
    if done is not None and left > 0:
        needed_change = (fact.target.value - done) / left
        reckons = max(needed_change, 0.0) if bound == "MAX" else min(needed_change, 0.0)
    formula = f"={bound}(0,({{target}}-{{{column}}})/({{target_year}}-{{year}}))"
    ratio = None
    if fact.required_pace is not None and fact.best_pace:
        ratio = fact.required_pace / fact.best_pace
    return {
        "pace": reckoned(formula, reckons, fact.required_pace, **style),
        "best": best,
        "multiple": reckoned("={pace}/{best}", ratio, fact.catch_up_ratio, decimals=1),
    }

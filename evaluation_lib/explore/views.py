"""The explorer as functions: what its panels show, for a library user's own notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from evaluation_lib.explore.course import course_of, course_table
from evaluation_lib.explore.drawings import (
    backtest_drawing,
    quality_drawing,
    revisions_drawing,
    trajectory_drawing,
)
from evaluation_lib.explore.figures import canvas_figure
from evaluation_lib.explore.multiples import counties_of, counties_table
from evaluation_lib.explore.settings import setting_of
from evaluation_lib.explore.shown import Shown, asked_of, report_of, shown
from evaluation_lib.inquiry import Desk, Prior, View, ask
from evaluation_lib.inquiry.beside import all_methods, divisions_of
from evaluation_lib.inquiry.look_back import look_back
from evaluation_lib.inquiry.questioned import questions_on
from evaluation_lib.inquiry.restated import vintages_of
from evaluation_lib.inquiry.setting import refuse_unknown
from evaluation_lib.report.explaining import explain as told_from_the_cell
from evaluation_lib.report.model_origin import Explanation


def explain(
    desk: Desk, indicator: str, *, jurisdiction: str = "", as_of: str = "", language: str = "zh"
) -> Explanation:
    """Return how the verdict on one indicator came about: every number from its cell on.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Day on which the data are looked at; blank for the desk's own.
        language: `zh` or `en`.

    Returns:
        Its `steps` run from the observations to the verdict, each with the sum behind it.

    Raises:
        JobError: Something named is not there.
    """
    setting = setting_of(View.TRAJECTORY, indicator, jurisdiction, as_of)
    refuse_unknown(setting, desk.plan)
    if jurisdiction or as_of:
        place, day = jurisdiction or desk.jurisdiction, setting.as_of or desk.as_of
        desk = replace(desk, jurisdiction=place, as_of=day)
    return told_from_the_cell(report_of(desk, language), indicator)


def trajectory(
    desk: Desk,
    indicator: str,
    *,
    jurisdiction: str = "",
    as_of: str = "",
    since: int | None = None,
    model: str = "",
    rivals: Sequence[str] = (),
    prior: str = Prior.PUBLIC,
    level: int = 80,
    scenario: str = "as_is",
    assume: Sequence[str] = (),
    language: str = "zh",
) -> Shown:
    """Show the way of one indicator to its target: observed, due, and ahead.

    Args:
        desk: Plan and observations, as `read_desk` gives them.
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Day on which the data are looked at, `YYYY-MM-DD`; blank for the desk's own.
        since: First year the forecast rests on; None for all.
        model: `pooled` or `transparent`; blank for the desk's own.
        rivals: Rival models beside it, names of `forecast.RIVALS`.
        prior: What interval widths are learned from: `public` series, or the plan's `own`.
        level: Interval written out, in percent: 50, 80 or 95.
        scenario: How 2020 and 2021 are read: `as_is`, `without_2020`, `without_2021`, `masked`,
            `later_only`.
        assume: What if; see `what_if`.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row a year with `observed`, `assumed`, `path`, `median` and the interval
        ends in the indicator's unit; its `fact.fact` is the judgement.

    Raises:
        JobError: Something named is not there; every fault is told.
    """
    setting = setting_of(
        View.TRAJECTORY, indicator, jurisdiction, as_of, since=since, model=model,
        rivals=tuple(rivals), prior=prior, level=level, scenario=scenario, assume=tuple(assume),
    )  # fmt: skip
    answer = ask(desk, setting)
    asked = asked_of(desk, setting, language)
    return shown(
        asked,
        course_table(course_of(answer)),
        lambda title: canvas_figure(trajectory_drawing(asked, answer, title)),
    )


def what_if(desk: Desk, indicator: str, assume: Sequence[str], **settings: Any) -> Shown:
    """Show what would become of one indicator if something were so; it changes no verdict.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        assume: `2024=45` for a coming value, `target=50`, or `milestone-2024=42`, in the
            indicator's unit (percent for a target that is a rate of growth).
        settings: As for `trajectory`.

    Returns:
        As `trajectory`; `fact.tables[0]` sets the report and the assumption side by side.

    Raises:
        JobError: What is assumed is known, impossible, or cannot be read.
    """
    return trajectory(desk, indicator, assume=assume, **settings)


def compare(desk: Desk, indicator: str, *, as_of: str = "", language: str = "zh") -> Shown:
    """Show one indicator in every county beside the whole.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        as_of: Day on which the data are looked at; blank for the desk's own.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row for each division, by code, and a column for each year, in the
        indicator's unit; NaN where nothing is known.

    Raises:
        JobError: The plan has no such indicator.
    """
    setting = setting_of(View.COMPARE, indicator, "", as_of)
    found = divisions_of(desk, setting)
    asked = asked_of(desk, setting, language)
    return shown(asked, counties_table(found), lambda _: counties_of(asked, found))


def methods(
    desk: Desk, indicator: str, *, jurisdiction: str = "", as_of: str = "", language: str = "zh"
) -> Shown:
    """Show what every judgement method says of every indicator, and where they part.

    Args:
        desk: Plan and observations.
        indicator: Indicator id, by which the view is filed; all are shown.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Day on which the data are looked at; blank for the desk's own.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row for each indicator and a column for each method: True where the
        method finds it on track, False where not, None where it cannot judge.

    Raises:
        JobError: Something named is not there.
    """
    setting = setting_of(View.METHODS, indicator, jurisdiction, as_of)
    rows = {
        one.indicator.id: {name: answer.is_favourable for name, answer in one.methods.items()}
        for one in all_methods(desk, setting)
    }
    table = pd.DataFrame.from_dict(rows, orient="index", dtype=object).rename_axis("indicator")
    return shown(asked_of(desk, setting, language), table, None)


def backtest(
    desk: Desk,
    indicator: str,
    *,
    origin: int | None = None,
    jurisdiction: str = "",
    as_of: str = "",
    model: str = "",
    level: int = 80,
    language: str = "zh",
) -> Shown:
    """Show what would have been forecast from the end of an earlier year, and what came.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        origin: Year looked back to; None for the last that can be tested.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Day on which the data are looked at; blank for the desk's own.
        model: `pooled` or `transparent`; blank for the desk's own.
        level: Interval that is tested, in percent: 50, 80 or 95.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row for each year with `low`, `median`, `high`, `came` in the indicator's
        unit, and `held`; empty where the series is too short.

    Raises:
        JobError: Something named is not there.
    """
    setting = setting_of(
        View.BACKTEST, indicator, jurisdiction, as_of, model=model, level=level, origin=origin
    )
    found = look_back(desk, setting)
    rows = [
        (one.year, one.low, one.median, one.high, one.came, one.is_held) for one in found.outcomes
    ]
    table = pd.DataFrame(rows, columns=["year", "low", "median", "high", "came", "held"])
    asked = asked_of(desk, setting, language)
    return shown(
        asked,
        table.set_index("year"),
        lambda title: canvas_figure(backtest_drawing(asked, found, title)),
    )


def quality(
    desk: Desk, indicator: str, *, jurisdiction: str = "", as_of: str = "", language: str = "zh"
) -> Shown:
    """Show the findings on one indicator at the points they concern, with cell and quote.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Day on which the data are looked at; blank for the desk's own.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row for each finding with `period`, `value` in the row's unit, `rule`,
        `severity`, `excludes`, `source`, `cell` and `raw`.

    Raises:
        JobError: Something named is not there.
    """
    setting = setting_of(View.QUALITY, indicator, jurisdiction, as_of)
    found = questions_on(desk, setting)
    columns = ["period", "value", "rule", "severity", "excludes", "source", "cell", "raw"]
    rows = [
        (one.period, one.value, one.finding.rule, str(one.finding.severity), one.finding.excludes,
         one.source, one.cell, one.raw)
        for one in found.questions
    ]  # fmt: skip
    asked = asked_of(desk, setting, language)
    return shown(
        asked,
        pd.DataFrame(rows, columns=columns),
        lambda title: canvas_figure(quality_drawing(asked, found, title)),
    )


def revisions(
    desk: Desk, indicator: str, *, jurisdiction: str = "", as_of: str = "", language: str = "zh"
) -> Shown:
    """Show every vintage of one indicator, what it restated, and what was judged then.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        as_of: Last day looked at; blank for the desk's own.
        language: `zh` or `en`.

    Returns:
        Its `table` has a row for each day of publication and a column for each year, in the
        indicator's unit; NaN where nothing was known.

    Raises:
        JobError: Something named is not there.
    """
    setting = setting_of(View.REVISIONS, indicator, jurisdiction, as_of)
    found, answer = vintages_of(desk, setting), ask(desk, setting)
    table = pd.DataFrame.from_dict(
        {one.day.isoformat(): dict(one.values) for one in found}, orient="index", dtype=float
    )
    asked = asked_of(desk, setting, language)
    return shown(
        asked,
        table.rename_axis("day").sort_index(axis="columns"),
        lambda title: canvas_figure(revisions_drawing(asked, found, len(found) - 1, title, answer)),
    )

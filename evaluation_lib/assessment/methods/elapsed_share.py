"""Share of the promise kept, beside the share of the time that has passed: 完成率 and 时序进度.

Every kind of indicator has its own arithmetic. A stock or rate is measured from its baseline, a
cumulative one from zero, an annual flow by the years it kept, and one to maintain by the last year.

Source: the one numeric rule found published, by 国家信息中心 (State Information Center): at a time
share of 40 %, from 30 to 40 % done is slightly behind (略有滞后) and less well behind (明显滞后).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from evaluation_lib.assessment.methods.exact import (
    NotJudged,
    as_float,
    dated,
    exact,
    is_blank,
    needed,
    sign_of,
)
from evaluation_lib.assessment.methods.registry import method
from evaluation_lib.plan.model import CutOffs, Kind


class ElapsedStatus(StrEnum):
    """Where an indicator stands against its schedule."""

    ACHIEVED_EARLY = "achieved_early"  # 提前完成
    AHEAD = "ahead"  # 快于预期
    ON_SCHEDULE = "on_schedule"  # 基本符合预期
    SLIGHTLY_BEHIND = "slightly_behind"  # 略有滞后
    WELL_BEHIND = "well_behind"  # 明显滞后
    MET = "met"  # 达标
    NOT_MET = "not_met"  # 未达标
    NOT_ASSESSABLE = "not_assessable"  # 无法评价


@dataclass(frozen=True, slots=True)
class ElapsedShare:
    """How much is done and how much is due.

    Attributes:
        done: Share of the promise kept: 0 at the baseline, 1 at the target, above 1 beyond it and
            negative away from it; for an annual flow the share of the years due that kept the
            target. 0.6 is 60 %.
        due: Share that the schedule, or the plan's own milestone, asks for by then.
        status: The class. A target reached counts as `achieved_early` in its last year too.
        reason: Key of `REASONS` where there is no class, else None.
        lower_bound: Whether years are missing, so that `done` is at least what it says.
    """

    done: float | None
    due: float | None
    status: ElapsedStatus
    reason: str | None = None
    lower_bound: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    """The arguments of one judgement as exact numbers; None where there is none."""

    start: Fraction | None
    base: Fraction | None
    year: Fraction
    finish: Fraction | None
    aim: Fraction
    sign: int
    known: Mapping[Fraction, Fraction]
    milestones: Mapping[Fraction, Fraction]
    cut_offs: CutOffs


_DEFAULT_CUT_OFFS = CutOffs()


@method(
    "elapsed_share",
    title_zh="完成率与时序进度比较法",
    title_en="Share done against time share",
    favourable=("achieved_early", "ahead", "on_schedule", "met"),
    value="done",
)
def elapsed_share(
    *,
    kind: str | None,
    baseline_year: float | None,
    baseline: float | None,
    values: Mapping[int, float | None],
    year: float | None,
    target_year: float | None,
    target: float | None,
    direction: str | None,
    milestones: Mapping[int, float | None] | None = None,
    cut_offs: CutOffs = _DEFAULT_CUT_OFFS,
) -> ElapsedShare:
    """Judge an indicator by what is done against what is due by `year`.

    Args:
        kind: `stock`, `cumulative`, `annual_flow`, `rate` or `maintain`.
        baseline_year: Calendar year of `baseline`.
        baseline: Value in the base year, in the indicator's unit; stocks and rates need it.
        values: Value of each calendar year, same unit; blank ones count as missing.
        year: Calendar year judged; a year after the target year is judged as the target year.
        target_year: Calendar year of `target`.
        target: Promised value, same unit: of the year for an annual flow, of the whole plan for a
            cumulative one.
        direction: `higher` or `lower`, whichever is better. A cumulative target on the other side
            of zero from it is a cap: less of it used is better.
        milestones: The plan's own value for some years, same unit; they replace the straight line.
        cut_offs: Smallest done over due of each class.

    Returns:
        Both shares and the class; `not_assessable` and the reason where the data allow none.

    Raises:
        ValueError: `kind` or `direction` is another word.
    """
    try:
        if is_blank(kind):
            raise NotJudged("no_kind")
        judge = _BY_KIND[Kind(str(kind))]
        finish = exact(target_year)
        asked = needed(exact(year), "no_year")
        case = _Case(
            start=exact(baseline_year),
            base=exact(baseline),
            year=asked if finish is None else min(asked, finish),
            finish=finish,
            aim=needed(exact(target), "no_target"),
            sign=sign_of(direction),
            known=dated(values),
            milestones=dated(milestones),
            cut_offs=cut_offs,
        )
        return judge(case)
    except NotJudged as unjudged:
        return ElapsedShare(None, None, ElapsedStatus.NOT_ASSESSABLE, unjudged.reason)


def _judge_change(case: _Case) -> ElapsedShare:
    """Judge a stock or a rate, which starts from its baseline."""
    base = needed(case.base, "no_baseline")
    time_share = _time_share(case)
    planned = case.aim - base
    if planned == 0:
        raise NotJudged("base_equals_target")
    milestone = case.milestones.get(case.year)
    due = time_share if milestone is None else (milestone - base) / planned
    if case.year not in case.known:
        return _record(None, due, reason="no_value")
    done = (case.known[case.year] - base) / planned
    if case.sign * planned < 0:
        return _record(done, due, reason="baseline_beyond_target")
    return _record(done, due, _class_of(case, done, due))


def _judge_sum(case: _Case) -> ElapsedShare:
    """Judge a cumulative target, which starts from zero in the year after the base year."""
    time_share = _time_share(case)
    if case.aim == 0:
        raise NotJudged("zero_target")
    milestone = case.milestones.get(case.year)
    due = time_share if milestone is None else milestone / case.aim
    count, known = _years_due(case)
    shares = [value / case.aim for value in known]
    if not shares:
        return _record(None, due, reason="no_value")
    done = sum(shares, Fraction(0))
    is_cap = case.sign * case.aim < 0
    if len(shares) == count:
        return _record(done, due, (_class_under_cap if is_cap else _class_of)(case, done, due))
    # Where some years shrink the sum, the missing ones may too, and nothing is bounded from below.
    is_bound = min(shares) >= 0
    if is_bound and is_cap and done > 1:
        return _record(done, due, ElapsedStatus.WELL_BEHIND, lower_bound=True)
    if is_bound and not is_cap and done >= 1:
        return _record(done, due, ElapsedStatus.ACHIEVED_EARLY, lower_bound=True)
    return _record(done, due, reason="missing_years", lower_bound=is_bound)


def _judge_years(case: _Case) -> ElapsedShare:
    """Judge an annual flow, which every single year has to keep."""
    count, known = _years_due(case)
    if not known:
        return _record(None, Fraction(1), reason="no_value")
    kept = [case.sign * (value - case.aim) >= 0 for value in known]
    done = sum(kept) / count
    is_bound = len(known) < count
    if not all(kept):
        return _record(done, Fraction(1), ElapsedStatus.NOT_MET, lower_bound=is_bound)
    if is_bound:
        return _record(done, Fraction(1), reason="missing_years", lower_bound=True)
    return _record(done, Fraction(1), ElapsedStatus.MET)


def _judge_level(case: _Case) -> ElapsedShare:
    """Judge a level to maintain by the year alone."""
    if case.start is not None and case.year <= case.start:
        raise NotJudged("not_after_baseline")
    if case.year not in case.known:
        return _record(None, Fraction(1), reason="no_value")
    is_met = case.sign * (case.known[case.year] - case.aim) >= 0
    status = ElapsedStatus.MET if is_met else ElapsedStatus.NOT_MET
    return _record(Fraction(is_met), Fraction(1), status)


_BY_KIND: dict[Kind, Callable[[_Case], ElapsedShare]] = {
    Kind.STOCK: _judge_change,
    Kind.RATE: _judge_change,
    Kind.CUMULATIVE: _judge_sum,
    Kind.ANNUAL_FLOW: _judge_years,
    Kind.MAINTAIN: _judge_level,
}


def _time_share(case: _Case) -> Fraction:
    start = needed(case.start, "no_baseline_year")
    finish = needed(case.finish, "no_target_year")
    if finish <= start:
        raise NotJudged("target_year_not_after_baseline")
    if case.year <= start:
        raise NotJudged("not_after_baseline")
    return (case.year - start) / (finish - start)


def _years_due(case: _Case) -> tuple[Fraction, list[Fraction]]:
    """Return how many years are due by the year judged, and the values of those known."""
    start = needed(case.start, "no_baseline_year")
    count = case.year - start
    if count <= 0:
        raise NotJudged("not_after_baseline")
    if count.denominator > 1:
        raise NotJudged("no_year")
    return count, [
        value
        for year, value in case.known.items()
        if start < year <= case.year and (year - start).denominator == 1
    ]


def _class_of(case: _Case, done: Fraction, due: Fraction) -> ElapsedStatus:
    if done >= 1:
        return ElapsedStatus.ACHIEVED_EARLY
    return _class_by_pace(done, due, case.cut_offs)


def _class_under_cap(case: _Case, used: Fraction, due: Fraction) -> ElapsedStatus:
    if used > 1:
        return ElapsedStatus.WELL_BEHIND
    if case.year == case.finish:
        return ElapsedStatus.ACHIEVED_EARLY
    return _class_by_pace(due, used, case.cut_offs)


def _class_by_pace(better: Fraction, worse: Fraction, cut_offs: CutOffs) -> ElapsedStatus:
    """Return the class of one share over the other, which is better the larger it is."""
    if worse <= 0:
        # A milestone at or behind the baseline leaves no ratio, only an order.
        if better == worse:
            return ElapsedStatus.ON_SCHEDULE
        return ElapsedStatus.AHEAD if better > worse else ElapsedStatus.WELL_BEHIND
    cuts = {
        ElapsedStatus.AHEAD: cut_offs.ahead,
        ElapsedStatus.ON_SCHEDULE: cut_offs.on_schedule,
        ElapsedStatus.SLIGHTLY_BEHIND: cut_offs.slightly_behind,
    }
    for status, cut in cuts.items():
        if better / worse >= Fraction(str(cut)):
            return status
    return ElapsedStatus.WELL_BEHIND


def _record(
    done: Fraction | None,
    due: Fraction,
    status: ElapsedStatus = ElapsedStatus.NOT_ASSESSABLE,
    *,
    reason: str | None = None,
    lower_bound: bool = False,
) -> ElapsedShare:
    share = None if done is None else as_float(done, short_of=1)
    return ElapsedShare(share, as_float(due), status, reason, lower_bound)

"""What the reader must know beside a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.assessment.comparison import MethodAnswer, disagree
from evaluation_lib.assessment.outlook import Outlook
from evaluation_lib.assessment.progress import Progress
from evaluation_lib.assessment.required_pace import Pace
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.observations.table import Evidence
from evaluation_lib.plan.model import Basis, CutOffs, Direction, Indicator, Kind

_SELF_REPORTED = (Evidence.C, Evidence.D, Evidence.E)


@dataclass(frozen=True, slots=True)
class Flag:
    """A circumstance that a verdict must not be read without."""

    id: str
    text: Text


def find_flags(
    indicator: Indicator,
    series: Series,
    progress: Progress,
    pace: Pace,
    outlook: Outlook,
    answers: dict[str, MethodAnswer],
    cut_offs: CutOffs,
) -> tuple[Flag, ...]:
    """Return every circumstance to be stated beside the verdict on `indicator`."""
    found = [
        _binding_without_target(indicator),
        _binding_without_data(indicator, progress),
        _breached(progress),
        _lower_bound(progress, series),
        _missing_years(progress, indicator),
        _rests_on_reports(indicator, series, progress),
        _stale(progress),
        _no_longer_binds(progress, cut_offs),
        _pace_never_seen(indicator, pace),
        _binding_poor_outlook(indicator, outlook),
        _break_in_series(series),
        _methods_disagree(answers),
    ]
    return tuple(one for one in found if one is not None)


def _binding_without_target(indicator: Indicator) -> Flag | None:
    is_open = indicator.target is None and indicator.basis is not Basis.NOT_BROKEN_DOWN
    if not indicator.is_binding or not is_open:
        return None
    return Flag(
        "binding_without_target",
        Text(
            "约束性指标没有目标，本身是一项发现，应尽快补定。",
            "A binding indicator without a target is itself a finding; the target must be set.",
        ),
    )


def _binding_without_data(indicator: Indicator, progress: Progress) -> Flag | None:
    is_known = progress.latest is not None and not progress.stale
    if not indicator.is_binding or is_known or indicator.basis is Basis.NOT_BROKEN_DOWN:
        return None
    return Flag(
        "binding_missing_data",
        Text(
            "约束性指标缺少评价年度数据，升级催报。",
            "A binding indicator lacks data for the year under evaluation: escalated.",
        ),
    )


def _breached(progress: Progress) -> Flag | None:
    if not progress.breached:
        return None
    years = "、".join(map(str, progress.breached))
    return Flag(
        "breached_years",
        Text(
            f"{years}年未达标，记录保留，不因以后年度恢复而消除。",
            f"Missed in {years.replace('、', ', ')}; the breach stays on record after recovery.",
        ),
    )


def _lower_bound(progress: Progress, series: Series) -> Flag | None:
    bounded = [one.year for one in series.points if one.is_lower_bound]
    if not progress.share.lower_bound and not bounded:
        return None
    return Flag(
        "lower_bound",
        Text("完成率是下限：已知部分之和。", "The share done is a lower bound: the known part."),
    )


def _missing_years(progress: Progress, indicator: Indicator) -> Flag | None:
    if not progress.missing or progress.latest is None or indicator.kind is Kind.STOCK:
        return None
    years = "、".join(map(str, progress.missing))
    return Flag(
        "missing_years",
        Text(f"缺{years}年数据。", f"No value for {years.replace('、', ', ')}."),
    )


def _rests_on_reports(indicator: Indicator, series: Series, progress: Progress) -> Flag | None:
    if progress.latest is None or indicator.target is None:
        return None
    counted = [progress.latest]
    if indicator.kind is Kind.CUMULATIVE or progress.years:
        counted = [one for one in series.points if one.year > indicator.baseline_year]
    if not all(one.evidence in _SELF_REPORTED for one in counted):
        return None
    grades = "、".join(sorted({one.evidence for one in counted}))
    return Flag(
        "reported_only",
        Text(
            f"仅有{grades}级证据，尚未核实。",
            f"Evidence of grade {grades.replace('、', ', ')} alone, not verified.",
        ),
    )


def _stale(progress: Progress) -> Flag | None:
    if not progress.stale or progress.latest is None:
        return None
    year = progress.latest.year
    return Flag(
        "stale",
        Text(f"数据陈旧，最新为{year}年。", f"Stale: the latest value is of {year}."),
    )


def _no_longer_binds(progress: Progress, cut_offs: CutOffs) -> Flag | None:
    done = progress.share.done
    if done is None or done < cut_offs.no_longer_binds or progress.years:
        return None
    return Flag(
        "no_longer_binds",
        Text(
            f"已达目标的{done:.1f}倍，目标已失去约束力，或统计口径与规划不同，须核实，不宜作为成绩。",
            f"{done:.1f} times the target: it no longer binds, or the definition differs from the "
            "plan's; to be verified, not praised.",
        ),
    )


def _pace_never_seen(indicator: Indicator, pace: Pace) -> Flag | None:
    multiple = pace.multiple
    if multiple is None or multiple <= 1 or indicator.kind in (Kind.ANNUAL_FLOW, Kind.MAINTAIN):
        return None
    extent = "降幅" if indicator.direction is Direction.LOWER else "增量"
    return Flag(
        "pace_never_seen",
        Text(
            f"所需{extent}是历年最大{extent}的{multiple:.1f}倍，从未达到过。",
            f"The pace still needed is {multiple:.1f} times the best ever seen.",
        ),
    )


def _binding_poor_outlook(indicator: Indicator, outlook: Outlook) -> Flag | None:
    poor = outlook.probability is not None and not outlook.observed and outlook.probability < 0.6
    if not indicator.is_binding or not poor:
        return None
    return Flag(
        "binding_poor_outlook",
        Text(
            "约束性指标从严：预计不能确保达标，结论取进展与趋势中较差者。",
            "Binding: the outlook does not assure the target, and the worse of status and outlook "
            "holds.",
        ),
    )


def _break_in_series(series: Series) -> Flag | None:
    if series.broken_after is None:
        return None
    return Flag(
        "break",
        Text(
            f"{series.broken_after}年以后统计口径变更，此前数据不参与计算。",
            f"The definition changed after {series.broken_after}; earlier values are not used.",
        ),
    )


def _methods_disagree(answers: dict[str, MethodAnswer]) -> Flag | None:
    if not disagree(answers):
        return None
    behind = [one.title for one in answers.values() if one.is_favourable is False]
    return Flag(
        "methods_disagree",
        Text(
            f"各方法结论不一致：{'、'.join(one.zh for one in behind)}判为未达进度。",
            f"The methods disagree: {', '.join(one.en for one in behind)} find it behind.",
        ),
    )

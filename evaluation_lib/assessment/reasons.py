"""Why an indicator cannot be judged, in sentences for the reader."""

from __future__ import annotations

from evaluation_lib.assessment.methods.reasons import REASONS as METHOD_REASONS
from evaluation_lib.assessment.progress import CHANGE_KINDS, Progress
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Basis, Indicator

_OWN = {
    "definition_changed": Text(
        "统计口径已变更，与规划目标不可比。",
        "The statistical definition has changed, so the target cannot be compared with it.",
    ),
    "bound_undecided": Text(
        "只有上限或下限数据，界限本身不足以作出判断。",
        "Only a bound is known, and the bound does not decide the verdict.",
    ),
    "not_due": Text(
        "目标为是否实现，尚未到期，也尚未实现。",
        "The target is a yes or no that is neither due nor reached yet.",
    ),
}


def reason_of(
    indicator: Indicator, series: Series, progress: Progress, *, final: bool, year: int
) -> Text | None:
    """Return why `indicator` has no verdict, the most fundamental reason first.

    Args:
        indicator: Gives target and kind.
        series: What is known of it.
        progress: Its progress.
        final: Whether the end of the plan is judged, which needs the target year itself.
        year: Last whole year before the as-of date.
    """
    if indicator.basis is Basis.UNQUANTIFIED:
        return Text("规划没有数量要求。", "The plan asks for no number.")
    if indicator.basis is Basis.NOT_BROKEN_DOWN:
        return Text(
            "规划目标未分解到该行政区。",
            "The plan does not break its target down to this jurisdiction.",
        )
    if indicator.target is None:
        return Text("规划目标未定。", "The plan sets no target.")
    if progress.latest is None:
        first = indicator.baseline_year + 1
        span = str(first) if first == year else f"{first}—{year}"
        return Text(
            f"{span}年没有可用的已公布或已报送数据。",
            f"No usable value for {span.replace('—', '–')} has been published or reported.",
        )
    if progress.reason is not None:
        return _OWN.get(progress.reason) or METHOD_REASONS[progress.reason]
    if final and series.at(indicator.target_year) is None:
        return Text(
            f"目标年{indicator.target_year}年没有数据，最新为{progress.latest.year}年。",
            f"No value for the target year {indicator.target_year}; the latest is of "
            f"{progress.latest.year}.",
        )
    if final:
        lacks_years = progress.missing and indicator.kind not in CHANGE_KINDS
        return METHOD_REASONS["missing_years"] if lacks_years else _OWN["bound_undecided"]
    return None

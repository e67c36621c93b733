"""Compare a report with an earlier one, and say of each difference what caused it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evaluation_lib.assessment.verdict import REACHED
from evaluation_lib.errors import ReportError
from evaluation_lib.report.changes.beneath import (
    plan_changes,
    promise_changes,
    setting_changes,
    value_changes,
)
from evaluation_lib.report.changes.stepping import Steps
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_authored import PassageFact
from evaluation_lib.report.model_changes import (
    CAUSES,
    METHOD,
    NEW_PERIOD,
    PLAN,
    SEVERAL,
    UNEXPLAINED,
    ChangesFact,
    ComparedFact,
    IndicatorChangeFact,
    StateChangeFact,
    StepFact,
    WaterfallFact,
)


def compare_reports(old: Report, new: Report, steps: Steps | None = None) -> ChangesFact:
    """Return everything that is another in `new` than in `old`, each with its cause.

    Args:
        old: Older report.
        new: Newer report of the same plan and jurisdiction; its language names things.
        steps: Verdicts of each indicator with one cause let in after the other, as `take_steps`
            gives them; None where the newer report's ground is not at hand. Without them a verdict
            is told by its cause only where a single one changed beneath it.

    Raises:
        ReportError: The reports are of different plans or jurisdictions.
    """
    _refuse_strangers(old, new)
    settings = tuple(setting_changes(old, new))
    general = {one.cause for one in settings}
    if old.evaluation_year != new.evaluation_year:
        general.add(NEW_PERIOD)
    before = {one.id: one for one in old.indicators}
    pairs = [(before[one.id], one) for one in new.indicators if one.id in before]
    indicators = tuple(
        change
        for was, now in pairs
        if (change := _indicator_change(was, now, general, (steps or {}).get(now.id, ())))
    )
    return ChangesFact(
        old=_compared(old),
        new=_compared(new),
        is_stepped=steps is not None,
        old_reached=old.counts.reached,
        new_reached=new.counts.reached,
        waterfall=tuple(_waterfall(old, new, indicators)),
        indicators=indicators,
        values=tuple(one for was, now in pairs for one in value_changes(was, now)),
        settings=settings,
        plan=tuple(plan_changes(old, new)),
        states=tuple(_states(old, new)),
        narrative=_narrative(old, new),
    )


def _refuse_strangers(old: Report, new: Report) -> None:
    for name, was, now in (
        ("plan", old.plan.id, new.plan.id),
        ("jurisdiction", old.jurisdiction, new.jurisdiction),
    ):
        if was != now:
            raise ReportError(
                f"two reports are compared only if they are of the same {name}: the older one is "
                f"of {was}, the newer of {now}."
            )


def _compared(report: Report) -> ComparedFact:
    return ComparedFact(
        title=report.title,
        product=report.product,
        as_of=report.as_of,
        evaluation_year=report.evaluation_year,
        time_share=report.time_share,
        plan_version=report.plan.version,
        data_version=report.data_version,
        method_version=report.method_version,
    )


def _indicator_change(
    old: IndicatorFact, new: IndicatorFact, general: set[str], steps: tuple[StepFact, ...]
) -> IndicatorChangeFact | None:
    """Return what is another of one indicator; None where nothing that is printed is."""
    chances = tuple(one.forecast.probability if one.forecast else None for one in (old, new))
    said = (old.verdict, chances[0], old.progress), (new.verdict, chances[1], new.progress)
    if said[0] == said[1]:
        return None
    beneath = general | {one.cause for one in value_changes(old, new)}
    if any(promise_changes(old, new)):
        beneath.add(PLAN)
    causes = tuple(cause for cause in CAUSES if cause in beneath)
    return IndicatorChangeFact(
        indicator=new.id,
        number=new.number,
        name=new.short_name,
        is_binding=new.is_binding,
        old_verdict=old.verdict,
        new_verdict=new.verdict,
        old_probability=chances[0],
        new_probability=chances[1],
        old_progress=old.progress,
        new_progress=new.progress,
        unit=new.unit,
        decimals=new.decimals,
        old_year=old.latest.year if old.latest else None,
        new_year=new.latest.year if new.latest else None,
        old_value=old.latest.value if old.latest else None,
        new_value=new.latest.value if new.latest else None,
        causes=causes,
        steps=steps,
        moved_by=_moved_by(old.verdict, new.verdict, causes, steps),
    )


def _moved_by(old: str, new: str, causes: tuple[str, ...], steps: tuple[StepFact, ...]) -> str:
    """Return the cause that moved a verdict; blank where it stands where it stood.

    A verdict can leave and come back on the way; the last step into the new verdict counts, since
    without it the verdict would be another.
    """
    if old == new:
        return ""
    if not steps:
        return causes[0] if len(causes) == 1 else SEVERAL if causes else UNEXPLAINED
    if steps[-1].verdict != new:
        return UNEXPLAINED
    verdicts = [old, *(one.verdict for one in steps)]
    last = max(place for place in range(1, len(verdicts)) if verdicts[place - 1] != new)
    cause = steps[last - 1].cause
    # The same method and the same day give the same verdict, unless what stood on that day was
    # rewritten since.
    return UNEXPLAINED if cause == METHOD and METHOD not in causes else cause


def _waterfall(
    old: Report, new: Report, indicators: Iterable[IndicatorChangeFact]
) -> Iterator[WaterfallFact]:
    """Yield how many indicators each cause moved onto or off the schedule."""
    moved: dict[str, list[int]] = {}
    for one in indicators:
        was, now = (word in REACHED for word in (one.old_verdict, one.new_verdict))
        if was != now:
            moved.setdefault(one.moved_by, [0, 0])[0 if now else 1] += 1
    before, after = ({one.id: one for one in report.indicators} for report in (old, new))
    for report, others, place in ((new, before, 0), (old, after, 1)):
        for fact in report.indicators:
            if fact.id not in others and fact.verdict in REACHED:
                moved.setdefault(PLAN, [0, 0])[place] += 1
    for cause in CAUSES:
        if cause in moved:
            gained, lost = moved[cause]
            yield WaterfallFact(cause=cause, gained=gained, lost=lost)


def _narrative(old: Report, new: Report) -> tuple[str, ...]:
    """Return the files of the evaluators' texts that are new, changed or gone."""
    before, after = ({one.file: _words(one) for one in report.narrative} for report in (old, new))
    return tuple(name for name in sorted({*before, *after}) if before.get(name) != after.get(name))


def _words(passage: PassageFact) -> str:
    """Return what an evaluator wrote without the figures quoted: those change by themselves."""
    rest, kept = passage.text, ""
    for quote in passage.quotes:
        head, found, tail = rest.partition(quote.text)
        kept, rest = (f"{kept}{head}{{{quote.name}}}", tail) if found else (kept, rest)
    return kept + rest


def _states(old: Report, new: Report) -> Iterator[StateChangeFact]:
    """Yield tasks and promises whose state is another."""
    tasks = {one.id: one.state for one in old.tasks}
    for task in new.tasks:
        was = tasks.get(task.id, "")
        if was != task.state:
            yield StateChangeFact(
                kind="task", id=task.id, title=task.title, old=was, new=task.state
            )
    promises = {one.id: one.verdict for one in old.commitments}
    for promise in new.commitments:
        was = promises.get(promise.id, "")
        if was != promise.verdict:
            yield StateChangeFact(
                kind="commitment",
                id=promise.id,
                title=promise.subject or promise.quote,
                old=was,
                new=promise.verdict,
            )

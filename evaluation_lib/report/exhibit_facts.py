"""The exhibits of a job as a report states them: its own evaluation asked again."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.inquiry import Desk
from evaluation_lib.report.authored.exhibits import Exhibit
from evaluation_lib.report.exhibits import Asked, not_computable, tell
from evaluation_lib.report.model_exhibit import ExhibitFact
from evaluation_lib.report.origin_facts import Names


def exhibit_facts(
    exhibits: Iterable[Exhibit], evaluation: Evaluation, names: Names
) -> tuple[ExhibitFact, ...]:
    """Compute every exhibit on the data and as of the day of `evaluation`.

    One that names what the plan or the data do not have is stated with the reason.
    """
    desk = Desk(
        plan=evaluation.plan,
        observations=evaluation.everywhere,
        jurisdiction=evaluation.jurisdiction.code,
        as_of=evaluation.as_of,
        product=evaluation.product,
        model=evaluation.model,
        sources=names.sources,
    )
    return tuple(_fact(one, desk, evaluation, names) for one in exhibits)


def _fact(one: Exhibit, desk: Desk, evaluation: Evaluation, names: Names) -> ExhibitFact:
    setting = one.setting.model_copy(update={"as_of": None})
    asked = Asked(desk, setting, evaluation, names)
    try:
        return tell(
            asked,
            name=one.name,
            title=one.title,
            note=one.note,
            saved_as_of=one.saved_as_of.isoformat(),
        )
    except JobError:  # a report of later data, or of another plan, than the view was saved on
        return not_computable(asked, name=one.name, title=one.title)

"""A desk from files: plan and observations read once."""

from __future__ import annotations

from datetime import date

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import is_final, named_model, named_place
from evaluation_lib.inquiry import Desk
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.places import find_input
from evaluation_lib.plan import read_plan

USUAL_PRODUCT = "midterm"


def read_desk(
    plan: str,
    observations: str,
    *,
    as_of: str,
    jurisdiction: str = "",
    plan_version: str = "",
    product: str = "",
    model: str = "",
) -> Desk:
    """Read a plan and its observations to ask questions of.

    Args:
        plan: Plan folder.
        observations: Folder, file or database address of the observation table.
        as_of: Day on which the data are looked at, `YYYY-MM-DD`.
        jurisdiction: GB/T 2260 code; blank for the plan's own.
        plan_version: Id of a version of the plan; blank for the one in force.
        product: `annual`, `midterm` or `final`; blank for `midterm`.
        model: Forecasting model; blank for the usual one.

    Raises:
        EvaluationError: An input is not there or cannot be read, or the plan does not name the
            jurisdiction.
    """
    read = read_plan(find_input(plan), plan_version)
    table, sources = read_observations(find_input(observations))
    place = named_place(read, jurisdiction or read.jurisdiction).code
    named_model(model)
    is_final(product or USUAL_PRODUCT)
    try:
        day = date.fromisoformat(as_of)
    except ValueError:
        raise JobError(f"as_of {as_of!r}: write a day such as 2023-07-31.") from None
    return Desk(
        plan=read,
        observations=table,
        jurisdiction=place,
        as_of=day,
        product=product or USUAL_PRODUCT,
        model=model,
        sources=sources,
        places=(plan, observations),
    )

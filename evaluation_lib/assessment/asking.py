"""What can be asked of an evaluation, and how a question that makes no sense is refused."""

from __future__ import annotations

from datetime import date

from evaluation_lib.errors import JobError
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.plan.model import Jurisdiction, Plan

PRODUCTS = ("annual", "midterm", "final", "comparison")
COMPARISON = "comparison"
HEADLINE_MODEL = "pooled"
"""Model whose forecasts decide, where none is asked for."""


def named_place(plan: Plan, jurisdiction: str) -> Jurisdiction:
    """Return the jurisdiction with the given code.

    Raises:
        JobError: The plan does not name it.
    """
    try:
        return plan.place(jurisdiction)
    except KeyError:
        named = ", ".join(f"{one.code} {one.name}" for one in plan.jurisdictions)
        raise JobError(
            f"Plan {plan.id} names no jurisdiction {jurisdiction!r}; use one of {named}."
        ) from None


def last_whole_year(plan: Plan, as_of: date) -> int:
    """Return the last calendar year that had ended by `as_of`, at most the plan's last year.

    Raises:
        JobError: No year of the plan had ended yet.
    """
    ended = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    if ended < plan.start:
        raise JobError(
            f"As of {as_of} no year of {plan.start}-{plan.end} has ended, so nothing can be "
            f"evaluated; use a date from {plan.start}-12-31 on."
        )
    return min(ended, plan.end)


def is_final(product: str) -> bool:
    """Return whether `product` judges the end of the plan.

    Raises:
        JobError: The product is unknown.
    """
    if product not in PRODUCTS:
        raise JobError(f"Product {product!r} is unknown; use one of {', '.join(PRODUCTS)}.")
    return product == "final"


def compares_divisions(product: str, plan: Plan, jurisdiction: str) -> bool:
    """Return whether `product` sets the divisions below the plan's own side by side.

    Raises:
        JobError: It does, but `jurisdiction` is not the one they are divisions of.
    """
    if product == COMPARISON and jurisdiction != plan.jurisdiction:
        raise JobError(
            f"A comparison is made of the plan's own jurisdiction and not of {jurisdiction}; use "
            f"{plan.jurisdiction}."
        )
    return product == COMPARISON


def named_model(model: str) -> str:
    """Return the forecasting model called `model`, the usual one where it is blank.

    Raises:
        JobError: No model has that name.
    """
    if model and model not in MODELS:
        raise JobError(f"Model {model!r} is unknown; use one of {', '.join(MODELS)}.")
    return model or HEADLINE_MODEL

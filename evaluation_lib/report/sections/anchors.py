"""Where in the document an indicator is told of."""

from __future__ import annotations

import re

from evaluation_lib.report.model import IndicatorFact

_NO_ANCHOR = re.compile(r"[^a-z0-9]+")


def indicator_anchor(fact: IndicatorFact) -> str:
    """Return the anchor of the section on an indicator."""
    return f"indicator-{fact.id.replace('_', '-')}"


def origin_anchor(fact: IndicatorFact, item: str) -> str:
    """Return the anchor of the row that tells where a number of an indicator comes from.

    Args:
        fact: The indicator.
        item: Key of the number, or the period of an observation.
    """
    return "origin-" + _NO_ANCHOR.sub("-", f"{fact.id} {item}".lower())

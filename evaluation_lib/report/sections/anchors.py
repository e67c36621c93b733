"""Where in the document an indicator is told of."""

from __future__ import annotations

from evaluation_lib.report.model import IndicatorFact


def indicator_anchor(fact: IndicatorFact) -> str:
    """Return the anchor of the section on an indicator."""
    return f"indicator-{fact.id.replace('_', '-')}"

"""One-page sheets: everything said about one indicator on one sheet of paper, to hand out alone."""

from __future__ import annotations

from typing import Any, TypeVar

from evaluation_lib.errors import JobError
from evaluation_lib.plan.consistency import hint
from evaluation_lib.report.block_parts import Part
from evaluation_lib.report.blocks import Block, Note, Paragraph, Section, Span, Table
from evaluation_lib.report.charts.ranking import anticipatory, binding
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.sections.indicator import indicator_section

_MOST_VALUES = 6  # latest values in the table of a sheet
_Any = TypeVar("_Any")


def chosen_indicators(report: Report, names: str) -> Report:
    """Return the report with the indicators named, in the order of the plan.

    Args:
        report: The whole report.
        names: Ids parted by commas; blank for all indicators.

    Raises:
        JobError: The plan has no such indicator.
    """
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    known = [one.id for one in report.indicators]
    faults = [
        f"The plan has no indicator {name!r}; {hint(name, known)}"
        for name in wanted
        if name not in known
    ]
    if faults:
        raise JobError("\n".join(faults))
    if not wanted:
        return report
    kept = tuple(one for one in report.indicators if one.id in wanted)
    return report.model_copy(update={"indicators": kept})


def sheets(report: Report) -> tuple[Block, ...]:
    """Return a sheet for each indicator of the report, binding ones first."""
    facts = (*binding(report), *anticipatory(report))
    return tuple(block for fact in facts for block in sheet(report, fact))


def sheet(report: Report, fact: IndicatorFact) -> tuple[Block, ...]:
    """Return everything said about one indicator, close enough to fit a page.

    A sheet stands alone: it refers to no other page, and its table holds the latest values with
    their sources.
    """
    return tuple(_alone(_close(block)) for block in indicator_section(report, fact))


def _close(block: Block) -> Block:
    """Return a heading that starts a page, prose as small print, and a table's last rows only."""
    if isinstance(block, Section):
        return block.model_copy(update={"level": 1, "fresh_page": True})
    if isinstance(block, Paragraph):
        return Note(spans=block.spans)
    if isinstance(block, Table):
        return block.model_copy(update={"rows": block.rows[-_MOST_VALUES:]})
    return block


def _alone(value: _Any) -> _Any:
    """Return the same without links and notes that lead to other pages."""
    if isinstance(value, Part):
        parts: dict[str, Any] = {
            name: _alone(getattr(value, name)) for name in type(value).model_fields
        }
        if (getattr(value, "href", None) or "").startswith("#"):
            parts |= {name: type(value).model_fields[name].default for name in ("href", "note")}
        return value.model_copy(update=parts)
    if isinstance(value, tuple):
        kept = (part for part in value if not (isinstance(part, Span) and part.note))
        return tuple(map(_alone, kept))  # type: ignore[return-value]
    return value

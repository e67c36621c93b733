"""Chapter 3, continued: the indicators one by one, binding ones first and apart."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Section
from evaluation_lib.report.charts.ranking import anticipatory, binding, is_assessable
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.sections.indicator import indicator_section
from evaluation_lib.report.wording import words


def binding_indicators(report: Report) -> tuple[Block, ...]:
    """Return a section for each binding indicator; nothing where the plan has none."""
    return _group(report, binding(report), "binding")


def anticipatory_indicators(report: Report) -> tuple[Block, ...]:
    """Return a section for each anticipatory indicator; nothing where the plan has none."""
    return _group(report, anticipatory(report), "anticipatory")


def _group(report: Report, facts: list[IndicatorFact], nature: str) -> tuple[Block, ...]:
    if not facts:
        return ()
    spoken = words(report.language)
    judged = [one for one in facts if is_assessable(one)]
    others = [one for one in facts if not is_assessable(one)]
    blocks: list[Block] = [
        Section(
            level=2,
            title=spoken[f"indicators.{nature}"],
            key=f"{nature}-indicators",
            aside=spoken.say("indicators.count", count=len(facts), assessable=len(judged)),
            fresh_page=bool(judged) and len(report.indicators) > 1,
        )
    ]
    # The group's heading already starts a page, and short sections follow one another.
    for index, fact in enumerate([*judged, *others]):
        fresh = 0 < index <= len(judged)
        blocks += indicator_section(report, fact, fresh_page=fresh)
    return tuple(blocks)

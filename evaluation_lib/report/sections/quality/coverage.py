"""Which values are known, by indicator and year."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Headline, Paragraph, Tone, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import percent
from evaluation_lib.report.sections.quality.coverage_map import coverage_map
from evaluation_lib.report.sections.quality.parts import facts_of, heading
from evaluation_lib.report.wording.quality import quality


def coverage(report: Report) -> tuple[Block, ...]:
    """Return the share of yearly values that are known, and the map of them."""
    facts, language = facts_of(report), report.language
    years = len(facts.coverage[0].years)
    due = len(facts.coverage) * years
    known = sum(year.state == "exact" for one in facts.coverage for year in one.years)
    text = quality(
        language,
        "coverage.headline",
        indicators=len(facts.coverage),
        years=years,
        due=due,
        known=known,
        share=percent(known / due, language=language, decimals=0),
    )
    return (
        heading(report, "coverage"),
        Headline(text=text, tone=Tone.GOOD if known == due else Tone.LATE),
        Paragraph(
            spans=plain(quality(language, "coverage.rows", rows=facts.rows, used=facts.used))
        ),
        coverage_map(report),
    )

"""The explorer without a kernel: each of its views as the report would print it."""

from __future__ import annotations

from evaluation_lib.explore.shown import asked_of, report_of
from evaluation_lib.inquiry import Desk, Setting, View
from evaluation_lib.report.blocks import Block, Section
from evaluation_lib.report.exhibits import tell
from evaluation_lib.report.sections import exhibit_blocks
from evaluation_lib.report.show import Blocks
from evaluation_lib.report.wording.exhibits import exhibit_words
from evaluation_lib.report.wording.explorer import explorer_words


def static_blocks(desk: Desk, setting: Setting, language: str) -> Blocks:
    """Return every view of an indicator, the chosen one with what was set.

    Raises:
        JobError: The setting names what is not there.
    """
    report = report_of(desk, language)
    title = explorer_words(language, "title")
    blocks: list[Block] = [Section(level=1, title=title, key=f"explore-{setting.indicator}")]
    invented = False
    for view in View:
        plain = Setting(
            view=view,
            indicator=setting.indicator,
            jurisdiction=setting.jurisdiction,
            as_of=setting.as_of,
        )
        asked = asked_of(desk, setting if view is setting.view else plain, language)
        fact = tell(asked, name=str(view))
        invented = invented or fact.demonstration
        tag = exhibit_words(language, f"view.{view}")
        key = f"exhibit-{view}-{setting.indicator}"
        blocks.append(Section(level=2, title=fact.title, key=key, tags=(tag,)))
        blocks += exhibit_blocks(report, fact)
    return Blocks(tuple(blocks), language, invented)

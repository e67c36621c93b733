"""Two finished reports side by side, as a page, as Markdown or as values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation_lib.publish.bundle.standing import standing
from evaluation_lib.publish.choices import DiffFormat
from evaluation_lib.publish.document import Document
from evaluation_lib.publish.numbering import numbered
from evaluation_lib.publish.plain_markdown import render_markdown
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Headline
from evaluation_lib.report.changes import Ground, compare_reports, take_steps
from evaluation_lib.report.model import Report
from evaluation_lib.report.page_words import DEMONSTRATION_WARNING


@dataclass(frozen=True, slots=True)
class Difference:
    """The newer report, carrying what is another than in the older one."""

    report: Report

    def told(self, form: DiffFormat) -> str:
        """Return the differences as one text in the language of the newer report.

        Raises:
            PublishError: A drawing cannot be set.
        """
        changes = self.report.changes
        assert changes is not None
        if form is DiffFormat.JSON:
            return json.dumps(changes.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
        blocks = numbered(sections.changes(self.report), self.report.language)
        if form is DiffFormat.MARKDOWN:
            return render_markdown((*self._warning(), *blocks))
        # The page's frame needs its own libraries, which the other forms do without.
        from evaluation_lib.publish.html import render_html

        return render_html(Document(self.report, blocks))

    def _warning(self) -> Iterator[Headline]:
        # The frame of the HTML page says it by itself.
        if self.report.demonstration:
            yield Headline(text=DEMONSTRATION_WARNING.into(self.report.language))


def read_difference(old: Path, new: Path, ground: Ground | None) -> Difference:
    """Compare the reports at `old` and `new`.

    With what the newer one was made from each cause can be let in by itself; without it only the
    results are compared.

    Args:
        old: Folder, `result.json` or bundle of the older report.
        new: The same of the newer one.
        ground: What the newer one was made from; None to take it from its bundle, if it has one.

    Raises:
        EvaluationError: One of them cannot be read, or the two cannot be compared.
    """
    with standing(old) as before, standing(new) as after:
        known = ground or after.ground
        if known and before.ground:
            known = replace(known, earlier_plan=before.ground.plan)
        steps = take_steps(before.report, after.report, known) if known else None
        changes = compare_reports(before.report, after.report, steps)
        return Difference(after.report.model_copy(update={"changes": changes}))

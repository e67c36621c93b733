"""What evaluators wrote, as the report carries it."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class QuoteFact(Fact):
    """A figure quoted in a passage.

    Attributes:
        name: Name of the figure.
        line: Line of the file.
        text: What it reads now.
        accepted: What it read when the author last accepted it; None where that never happened.
    """

    name: str
    line: int
    text: str
    accepted: str | None

    @property
    def changed(self) -> bool:
        """Whether the figure reads otherwise than when the author accepted it."""
        return self.accepted is not None and self.accepted != self.text


class PassageFact(Fact):
    """A passage of the evaluator's own in the language of the report.

    Attributes:
        name: `practices`, `causes` and the like, or `indicators/` and the id of an indicator.
        file: File it was read from, below the job's folder.
        text: Markdown with all figures written out.
        quotes: The figures in it, in order.
    """

    name: str
    file: str
    text: str
    quotes: tuple[QuoteFact, ...] = ()

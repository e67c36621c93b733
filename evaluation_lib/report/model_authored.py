"""What evaluators wrote, as the report carries it."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class PassageFact(Fact):
    """A passage of the evaluator's own in the language of the report.

    Attributes:
        name: `practices`, `causes` and the like, or `indicators/` and the id of an indicator.
        file: File it was read from, below the job's folder.
        text: Markdown.
    """

    name: str
    file: str
    text: str

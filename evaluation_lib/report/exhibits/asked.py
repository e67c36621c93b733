"""What the parts of an exhibit are made from: the question, and how its numbers are written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.inquiry import Answer, Desk, Setting
from evaluation_lib.report import numbers
from evaluation_lib.report.model_exhibit import ExhibitColumn, ExhibitTable
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.origin_facts import Names
from evaluation_lib.report.wording import Words, words
from evaluation_lib.report.wording.exhibits import exhibit_words


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question to the data of one evaluation, to be told in one language.

    Attributes:
        evaluation: Gives the cut-offs that verdicts are told with.
    """

    desk: Desk
    setting: Setting
    evaluation: Evaluation
    names: Names

    @property
    def language(self) -> str:
        """Language of the reader."""
        return self.names.language

    @property
    def spoken(self) -> Words:
        """Words of a report."""
        return words(self.language)

    def say(self, key: str, **values: object) -> str:
        """Return the words of exhibits called `key`."""
        return exhibit_words(self.language, key, **values)

    def judged_apart(self, answer: Answer) -> Evaluation:
        """Return the evaluation as the frame of another judgement: no firmness is known of it."""
        return replace(self.evaluation, firmness={}, year=answer.year, as_of=answer.as_of)

    def table(
        self, key: str, columns: list[tuple[str, bool]], rows: list[list[str]]
    ) -> ExhibitTable:
        """Return a table; `columns` holds titles and whether they are numbers."""
        return ExhibitTable(
            title=self.say(key),
            columns=tuple(ExhibitColumn(title=one, numeric=number) for one, number in columns),
            rows=tuple(tuple(row) for row in rows),
        )


def voice_of(asked: Asked, assessment: Assessment) -> Voice:
    """Return how the values of the indicator are spoken of."""
    return Voice(assessment.indicator, asked.language)


def chance_text(assessment: Assessment) -> str:
    """Return the attainment probability, or a dash where there is none."""
    outlook = assessment.outlook
    if outlook.probability is None:
        return numbers.NO_VALUE
    return numbers.probability(outlook.probability, observed=outlook.observed)


def pace_text(asked: Asked, assessment: Assessment, value: float | None) -> str:
    """Return a yearly change with its unit, or a dash."""
    if value is None:
        return numbers.NO_VALUE
    voice = voice_of(asked, assessment)
    decimals = max(assessment.indicator.decimals, 1)
    if assessment.indicator.kind in YEARLY_KINDS:
        return voice.value(value)
    written = numbers.signed(value, decimals, language=asked.language)
    return numbers.with_unit(written, voice.unit_of_change, language=asked.language)

"""Where the numbers of a report come from: observations, findings and documents by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evaluation_lib.evaluation import Evaluation
from evaluation_lib.language import Language
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.series import Observation
from evaluation_lib.observations.sources import Source
from evaluation_lib.plan.model import Plan
from evaluation_lib.report.model import FindingFact, LatestFact, ObservationFact, SourceFact
from evaluation_lib.report.wording.sentences import say

_LINE = re.compile(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Names:
    """What documents, places and quantities are called in one language.

    Attributes:
        sources: Registered documents by id.
    """

    plan: Plan
    sources: Mapping[str, Source]
    language: str

    def source(self, key: str) -> str:
        """Return the title of a document; its id where nothing is registered."""
        own = next((one for one in self.plan.sources if one.id == key), None)
        found = own or self.sources.get(key)
        if found is None:
            return key
        return self._chosen(found.title, found.title_en)

    def note(self, source: Source) -> str:
        """Return the note on a document."""
        return self._chosen(source.note, source.note_en)

    def quantity(self, key: str) -> str:
        """Return the name of what a row speaks of; the id of what the plan does not know."""
        found = self.plan.quantity(key)
        if found is not None:
            return self._chosen(found.name, found.name_en)
        for promise in self.plan.commitments:
            if key in promise.observed_as:
                return self._chosen(promise.subject, promise.subject_en)
        for task in self.plan.tasks:
            if task.id == key:
                return self._chosen(task.title, task.title_en)
        return key

    def jurisdiction(self, code: str) -> str:
        """Return the name of a jurisdiction; the code of what the plan does not know."""
        found = next((one for one in self.plan.jurisdictions if one.code == code), None)
        return code if found is None else self._chosen(found.name, found.name_en)

    def cell(self, cell: str) -> str:
        """Return a place in a source; lines of a text are counted in the reader's language."""
        line = _LINE.fullmatch(cell)
        return say(self.language, "cell.line", line=line[1]) if line else cell

    def _chosen(self, zh: str, en: str) -> str:
        return en or zh if self.language == Language.EN else zh


def observation_fact(one: Observation, names: Names) -> ObservationFact:
    """Return an observed value with its whole origin."""
    return ObservationFact(
        period=one.period,
        year=one.year,
        value=one.value,
        comparator=one.comparator,
        status=one.status,
        published_on=one.published_on,
        evidence=one.evidence,
        source=one.source,
        source_title=names.source(one.source),
        cell=names.cell(one.cell),
        raw=one.raw,
    )


def latest_fact(one: Observation, names: Names, *, stale: bool) -> LatestFact:
    """Return the value that is judged; `stale` if it is older than the year under evaluation."""
    return LatestFact(**observation_fact(one, names).model_dump(), stale=stale)


def finding_fact(one: Finding, names: Names) -> FindingFact:
    """Return a finding with the names of what and where it is about."""
    return FindingFact(
        rule=one.rule,
        severity=str(one.severity),
        text=one.text.into(names.language),
        jurisdiction=one.jurisdiction,
        jurisdiction_name=names.jurisdiction(one.jurisdiction),
        indicator=one.indicator,
        indicator_name=names.quantity(one.indicator),
        period=one.period,
        source=names.source(one.source),
        cell=names.cell(one.cell),
    )


def cited_sources(evaluation: Evaluation, names: Names) -> tuple[SourceFact, ...]:
    """Return the documents behind what is shown: indicators first, then promises and tasks."""
    cited = dict.fromkeys(
        one.source
        for assessment in evaluation.assessments
        for one in (*assessment.series.points, *assessment.series.parts)
    )
    cited |= dict.fromkeys(
        one.source
        for divided in evaluation.divisions
        for division in divided.divisions
        for one in division.series.points
    )
    cited |= dict.fromkeys(one.source for one in evaluation.commitments if one.source)
    held = (
        *(one.state for one in evaluation.commitments),
        *(one.ledger for one in evaluation.tasks),
    )
    entries = (entry for state in held if state is not None for entry in state.history)
    cited |= dict.fromkeys(one.source for one in entries if one.source)
    return tuple(_source(key, names) for key in cited)


def _source(key: str, names: Names) -> SourceFact:
    source = names.sources.get(key)
    return SourceFact(
        id=key,
        title=names.source(key),
        url=source.url if source else "",
        kind=source.kind if source else "plan",
        published_on=source.published_on if source else "",
        note=names.note(source) if source else "",
    )

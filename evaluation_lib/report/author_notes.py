"""What the authors of a report's narrative must know before it goes out; no page carries it."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.model import Report
from evaluation_lib.report.model_authored import PassageFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.authored import authored_words


def author_notes(report: Report, language: str) -> tuple[str, ...]:
    """Return what is unwritten, and which quoted figures moved under the text, in `language`."""
    notes = [note for passage in report.narrative for note in _passage(passage, language)]
    if report.unwritten:
        chapters = [authored_words(language, f"chapter.{one}") for one in report.unwritten]
        notes.append(
            authored_words(language, "unwritten", chapters=words(language).listed(chapters))
        )
    return tuple(notes)


def _passage(passage: PassageFact, language: str) -> Iterator[str]:
    for one in passage.quotes:
        said = {"file": passage.file, "line": one.line, "name": one.name}
        if one.changed:
            yield authored_words(language, "changed", then=one.accepted, now=one.text, **said)
        elif one.text == NO_VALUE:
            yield authored_words(language, "blank", **said)
    unseen = [one for one in passage.quotes if one.accepted is None]
    if unseen:
        yield authored_words(language, "unaccepted", file=passage.file, count=len(unseen))

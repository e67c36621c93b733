"""What the report cannot say, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Row,
    Section,
    Span,
    Table,
    plain,
)
from evaluation_lib.report.model import Report, SourceFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording import words

_COLUMNS = ("name", "kind", "published_on", "values", "note")


def limitations(report: Report) -> tuple[Block, ...]:
    """Return what limits the report; nothing where no limit is known."""
    if not report.limitations:
        return ()
    spoken = words(report.language)
    return (
        Section(level=1, title=spoken["limitations.title"], key="limitations"),
        Bullets(items=tuple(plain(one) for one in report.limitations), ordered=True),
    )


def sources(report: Report) -> tuple[Block, ...]:
    """Return every document that values come from, and how many come from it."""
    if not report.sources:
        return ()
    spoken = words(report.language)
    used: dict[str, int] = {}
    for fact in report.indicators:
        for one in (*fact.observations, *fact.parts):
            used[one.source] = used.get(one.source, 0) + 1
    for key in _told_by(report):
        used[key] = used.get(key, 0) + 1
    notes = any(one.note for one in report.sources)
    columns = [key for key in _COLUMNS if key != "note" or notes]
    table = Table(
        key="source-list",
        title=spoken.say("sources.table", count=len(report.sources)),
        columns=tuple(
            Column(
                title=spoken[f"sources.{key}"],
                align="right" if key == "values" else "left",
                width={"name": 2.0, "note": 1.2}.get(key),
                keep=key in ("kind", "published_on", "values"),
            )
            for key in columns
        ),
        rows=tuple(_row(report, one, used.get(one.id, 0), columns) for one in report.sources),
    )
    heading = Section(level=1, title=spoken["sources.title"], key="sources")
    return (heading, table)


def _told_by(report: Report) -> Iterator[str]:
    """Yield the source of every statement on a task or promise, and of every value of a promise."""
    for task in report.tasks:
        yield from (entry.source for entry in task.history)
    for promise in report.commitments:
        yield from (one.source for one in (promise.reported, promise.verified) if one)
        if promise.ground == "observations":
            yield promise.source


def _row(report: Report, source: SourceFact, used: int, columns: list[str]) -> Row:
    spoken = words(report.language)
    key = f"source_kind.{source.kind}"
    # A source of a kind of its own keeps the word it came with.
    kind = spoken.entries.get(key, source.kind or NO_VALUE)
    cells = {
        "name": Cell(spans=(Span(text=source.title, href=source.url or None),)),
        "kind": Cell(spans=plain(kind)),
        "published_on": Cell(spans=plain(source.published_on or NO_VALUE)),
        "values": Cell(spans=plain(str(used))),
        "note": Cell(spans=plain(source.note or NO_VALUE)),
    }
    return Row(cells=tuple(cells[key] for key in columns))

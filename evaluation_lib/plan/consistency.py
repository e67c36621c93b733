"""Whether the files of a plan folder agree with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from evaluation_lib.plan import (
    claims,
    commitments,
    county_targets,
    earlier,
    goals,
    relations,
    tasks,
    versions,
)
from evaluation_lib.plan.claims import Claim
from evaluation_lib.plan.commitments import Commitment
from evaluation_lib.plan.county_targets import CountyTarget
from evaluation_lib.plan.earlier import Earlier
from evaluation_lib.plan.goals import Goal
from evaluation_lib.plan.indicator import Indicator, Measure
from evaluation_lib.plan.relations import Relation
from evaluation_lib.plan.rows import Numbered
from evaluation_lib.plan.tasks import Heading, Task
from evaluation_lib.plan.versions import Milestone

INDICATORS_FILE = "indicators.csv"
MEASURES_FILE = "measures.csv"
TEXT_FILE = "text.txt"


@dataclass(slots=True)
class Tables:
    """The rows of every table of a plan folder, each with its row number.

    Attributes:
        broken: Names of files in which rows could not be read; nobody is told that a row of
            another table points nowhere because of them.
    """

    indicators: Numbered[Indicator] = field(default_factory=list)
    measures: Numbered[Measure] = field(default_factory=list)
    relations: Numbered[Relation] = field(default_factory=list)
    structure: Numbered[Heading] = field(default_factory=list)
    tasks: Numbered[Task] = field(default_factory=list)
    commitments: Numbered[Commitment] = field(default_factory=list)
    goals: Numbered[Goal] = field(default_factory=list)
    claims: Numbered[Claim] = field(default_factory=list)
    earlier: Numbered[Earlier] = field(default_factory=list)
    milestones: Numbered[Milestone] = field(default_factory=list)
    county_targets: Numbered[CountyTarget] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def find_clashes(folder: Path, tables: Tables) -> Iterator[str]:
    """Yield what the tables of `folder` contradict each other in, with file, row and column."""
    yield from _repeated(folder, tables)
    yield from _unknown_indicators(folder, tables)
    yield from _unknown_quantities(folder, tables)
    yield from _unknown_chapters(folder, tables)
    yield from _links(folder, tables)
    yield from _quotes(folder, tables)
    yield from _county_targets(folder, tables)


def place(path: Path, row: int, column: str) -> str:
    """Return where a fault stands, as every message begins."""
    return f"{path}: row {row}, column {column}"


def hint(found: str, known: Collection[str], *, listed: int = 30) -> str:
    """Return what to write instead of `found`: the nearest known word, or some of them."""
    near = get_close_matches(found, known, n=1, cutoff=0.7)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"use one of {', '.join(sorted(known)[:listed])}." if known else "there is none."


def _repeated(folder: Path, tables: Tables) -> Iterator[str]:
    quantities = [("id", one.id) for _, one in tables.indicators]
    quantities += [("id", one.id) for _, one in tables.measures]
    quantities += [("number", str(one.number)) for _, one in tables.indicators]
    quantities += [("name", one.name) for _, one in tables.indicators]
    repeated = {key: count for key, count in Counter(quantities).items() if count > 1}
    for what, key in sorted(repeated):
        yield f"{folder / INDICATORS_FILE}: {what} {key!r} stands in more than one row."
    keyed = {
        commitments.FILE: [one.id for _, one in tables.commitments],
        tasks.TASKS_FILE: [one.id for _, one in tables.tasks],
        goals.FILE: [one.id for _, one in tables.goals],
        claims.FILE: [one.id for _, one in tables.claims],
        earlier.FILE: [one.indicator for _, one in tables.earlier],
        versions.MILESTONES_FILE: [f"{one.indicator} {one.year}" for _, one in tables.milestones],
        county_targets.FILE: [
            f"{one.jurisdiction} {one.indicator}" for _, one in tables.county_targets
        ],
        tasks.STRUCTURE_FILE: [f"{one.chapter}/{one.section}" for _, one in tables.structure],
    }
    for name, keys in keyed.items():
        for key, count in sorted(Counter(keys).items()):
            if count > 1:
                yield f"{folder / name}: {key!r} stands in more than one row."


def _unknown_indicators(folder: Path, tables: Tables) -> Iterator[str]:
    if INDICATORS_FILE in tables.broken:
        return
    known = {one.id for _, one in tables.indicators}
    named = [
        *((MEASURES_FILE, row, "relates_to", one.relates_to) for row, one in tables.measures),
        *((INDICATORS_FILE, row, "relative_to", one.relative_to) for row, one in tables.indicators),
        *((commitments.FILE, row, "indicator", one.indicator) for row, one in tables.commitments),
        *(
            (commitments.FILE, row, "sum_of", key)
            for row, one in tables.commitments
            for key in one.sum_of
        ),
        *((earlier.FILE, row, "indicator", one.indicator) for row, one in tables.earlier),
        *(
            (versions.MILESTONES_FILE, row, "indicator", m.indicator)
            for row, m in tables.milestones
        ),
        *((county_targets.FILE, row, "indicator", t.indicator) for row, t in tables.county_targets),
    ]
    for name, row, column, key in named:
        if key and key not in known:
            yield f"{place(folder / name, row, column)}: no indicator {key!r}; {hint(key, known)}"
    spans = {one.id: (one.baseline_year, one.target_year) for _, one in tables.indicators}
    for row, stone in tables.milestones:
        first, last = spans.get(stone.indicator, (stone.year - 1, stone.year))
        if not first < stone.year <= last:
            yield (
                f"{place(folder / versions.MILESTONES_FILE, row, 'year')}: {stone.year} lies "
                f"outside {first + 1}-{last}."
            )


def _unknown_quantities(folder: Path, tables: Tables) -> Iterator[str]:
    if tables.broken & {INDICATORS_FILE, MEASURES_FILE}:
        return
    known = {one.id for _, one in tables.indicators} | {one.id for _, one in tables.measures}
    for row, relation in tables.relations:
        for key in relation.ids:
            if key not in known:
                column = "left" if key == relation.left else "right"
                where = place(folder / relations.FILE, row, column)
                yield f"{where}: no indicator or measure {key!r}; {hint(key, known)}"


def _unknown_chapters(folder: Path, tables: Tables) -> Iterator[str]:
    if not tables.structure or tasks.STRUCTURE_FILE in tables.broken:
        return
    known = {(one.chapter, one.section) for _, one in tables.structure}
    chapters = {chapter for chapter, _ in known}
    for name, rows in ((tasks.TASKS_FILE, tables.tasks), (commitments.FILE, tables.commitments)):
        for row, one in rows:
            if (one.chapter, one.section) not in known:
                where = f"chapter {one.chapter}, section {one.section}"
                yield (
                    f"{place(folder / name, row, 'section')}: {tasks.STRUCTURE_FILE} has no "
                    f"{where}."
                )
    for row, goal in tables.goals:
        for chapter in goal.chapters:
            if chapter not in chapters:
                yield (
                    f"{place(folder / goals.FILE, row, 'chapters')}: {tasks.STRUCTURE_FILE} has no "
                    f"chapter {chapter}."
                )


def _links(folder: Path, tables: Tables) -> Iterator[str]:
    if commitments.FILE in tables.broken:
        return
    known = {one.id for _, one in tables.commitments}
    for row, task in tables.tasks:
        for key in task.commitments:
            if key not in known:
                yield (
                    f"{place(folder / tasks.TASKS_FILE, row, 'commitments')}: no commitment "
                    f"{key!r}; {hint(key, known)}"
                )


def _quotes(folder: Path, tables: Tables) -> Iterator[str]:
    """Hold quotes against the text, where the folder carries it."""
    path = folder / TEXT_FILE
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    quoted = [
        *((commitments.FILE, row, one.line, one.quote) for row, one in tables.commitments),
        *((goals.FILE, row, one.line, one.quote) for row, one in tables.goals),
        *((claims.FILE, row, one.line, one.quote) for row, one in tables.claims),
        *((earlier.FILE, row, one.line, one.quote) for row, one in tables.earlier),
    ]
    for name, row, line, quote in quoted:
        if line is None:
            continue
        if not 1 <= line <= len(lines):
            yield (
                f"{place(folder / name, row, 'line')}: {TEXT_FILE} has {len(lines)} lines, "
                f"found {line}."
            )
        elif quote not in lines[line - 1]:
            yield (
                f"{place(folder / name, row, 'quote')}: these words do not stand on line {line} of "
                f"{TEXT_FILE}: {quote!r}."
            )


def _county_targets(folder: Path, tables: Tables) -> Iterator[str]:
    known = {one.id: one for _, one in tables.indicators}
    for row, own in tables.county_targets:
        why = county_targets.refusal(own, known[own.indicator]) if own.indicator in known else ""
        if why:
            where = place(folder / county_targets.FILE, row, "target")
            yield f"{where}: {why} (found {own.target:g})."

"""What the results show to be wrong, and what follows for each indicator; causes are not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from evaluation_lib.report.blocks import Block, Cell, Column, Row, Span, Table, plain
from evaluation_lib.report.charts.ranking import is_assessable, is_reached
from evaluation_lib.report.charts.task_squares import LATE_STATES
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.sections.whole_cells import is_failing
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.follow_up import follow_up_words
from evaluation_lib.report.wording.phrases import probability_of

GROUPS = ("adjust", "data", "push", "carry_on")
LIKELY_FROM = 0.6
"""Probability from which a target that is on schedule needs no more than to be carried on."""

_Found = tuple[str, str, int, Sequence[IndicatorFact]]


def problems(report: Report) -> tuple[Block, ...]:
    """Return the problems that occur, by where they lie; nothing where there is none."""
    language, found = report.language, [one for one in _problems(report) if one[2]]
    if not found:
        return ()
    rows = [
        Row(
            cells=(
                Cell(spans=plain(follow_up_words(language, f"side.{side}"))),
                Cell(spans=plain(follow_up_words(language, f"problem.{problem}"))),
                Cell(spans=plain(str(count))),
                _named(facts, language),
            )
        )
        for side, problem, count, facts in found
    ]
    keys = ("side", "problem", "count", "named")
    return (_table("problems", keys, rows, language),)


def proposals(report: Report) -> tuple[Block, ...]:
    """Return every indicator in the one group that follows from its results."""
    language = report.language
    members: dict[str, list[IndicatorFact]] = {group: [] for group in GROUPS}
    for fact in report.indicators:
        members[group_of(fact)].append(fact)
    final = "_final" if report.product == "final" else ""
    rows = []
    for group, facts in members.items():
        rule = f"rule.{group}{final if group == 'push' else ''}"
        if facts:
            cells = (
                Cell(spans=plain(follow_up_words(language, f"group.{group}"), strong=True)),
                Cell(spans=plain(str(len(facts)))),
                _named(facts, language),
                Cell(spans=plain(follow_up_words(language, rule, limit=LIKELY_FROM))),
            )
            rows.append(Row(cells=cells))
    if not rows:
        return ()
    keys = ("group", "count", "named", "rule")
    return (_table("proposals", keys, rows, language),)


def group_of(fact: IndicatorFact) -> str:
    """Return the first group of `GROUPS` whose rule holds for an indicator."""
    if fact.target is None or _has_flag("no_longer_binds")(fact) or _is_redefined(fact):
        return "adjust"
    if not is_assessable(fact):
        return "data"
    probability = probability_of(fact)
    is_unsure = probability is not None and probability < LIKELY_FROM
    if not is_reached(fact) or _has_flag("breached_years")(fact) or is_unsure:
        return "push"
    return "carry_on"


def _problems(report: Report) -> Iterator[_Found]:
    """Yield side, problem, number and the indicators concerned, whether or not it occurs."""
    facts = report.indicators
    judged = [one for one in facts if is_assessable(one)]

    def all_of(side: str, problem: str, concerned: Sequence[IndicatorFact]) -> _Found:
        return side, problem, len(concerned), concerned

    pending = [one for one in facts if one.target is None and one.no_target == "pending"]
    behind = [one for one in judged if not is_reached(one)]
    recovered = [one for one in facts if _has_flag("breached_years")(one) and one not in behind]
    unjudged = [one for one in facts if one.target is not None and not is_assessable(one)]
    yield all_of("targets", "pending", pending)
    yield all_of("targets", "no_longer_binds", list(filter(_has_flag("no_longer_binds"), facts)))
    wrong = sum(one.outcome in ("does_not_close", "wrong_period") for one in report.claims)
    yield "targets", "claims", wrong, ()
    yield all_of("execution", "behind", behind)
    yield all_of("execution", "breached", recovered)
    yield all_of("execution", "pace", list(filter(_has_flag("pace_never_seen"), facts)))
    yield "execution", "tasks", sum(one.state in LATE_STATES for one in report.tasks), ()
    yield "execution", "commitments", sum(map(is_failing, report.commitments)), ()
    yield all_of("data", "no_data", unjudged)
    yield all_of("data", "stale", list(filter(_has_flag("stale"), facts)))
    yield all_of("data", "reported_only", list(filter(_has_flag("reported_only"), facts)))
    yield "data", "errors", sum(one.severity == "error" for one in report.findings), ()
    yield "data", "tasks_unknown", sum(one.state == "unknown" for one in report.tasks), ()


def _has_flag(name: str) -> Callable[[IndicatorFact], bool]:
    return lambda fact: any(flag.id == name for flag in fact.flags)


def _is_redefined(fact: IndicatorFact) -> bool:
    """Return whether a change of definition keeps an indicator from being judged."""
    return not is_assessable(fact) and _has_flag("break")(fact)


def _named(facts: Sequence[IndicatorFact], language: str) -> Cell:
    """Return the names of indicators, binding ones bold, each a way to what is said of it."""
    if not facts:
        return Cell(spans=plain(NO_VALUE))
    spans: list[Span] = []
    for fact in facts:
        if spans:
            spans.append(Span(text=words(language)["list.separator"]))
        name = f"{fact.number} {fact.short_name}"
        spans.append(Span(text=name, strong=fact.is_binding, href=f"#{indicator_anchor(fact)}"))
    return Cell(spans=tuple(spans))


def _table(own: str, keys: tuple[str, ...], rows: list[Row], language: str) -> Table:
    shared = {"count": "problems.count", "named": "problems.named"}
    return Table(
        key=f"follow-up-{own}",
        title=follow_up_words(language, f"{own}.table"),
        columns=tuple(
            Column(
                title=follow_up_words(language, shared.get(name, f"{own}.{name}")),
                align="right" if name == "count" else "left",
                width={"problem": 1.0, "named": 1.6, "rule": 1.0}.get(name),
                keep=name in ("side", "group", "count"),
            )
            for name in keys
        ),
        rows=tuple(rows),
        notes=(plain(follow_up_words(language, f"{own}.note")),),
    )

"""Chapter 2: the whole on one page."""

from __future__ import annotations

from collections import Counter

from evaluation_lib.report.blocks import (
    Block,
    Box,
    CountGroup,
    Counts,
    Figure,
    Headline,
    Note,
    Rich,
    Section,
    SideBySide,
    Span,
    Square,
    Tone,
    plain,
)
from evaluation_lib.report.charts.overview import overview as overview_chart
from evaluation_lib.report.charts.ranking import (
    anticipatory,
    binding,
    by_verdict,
    is_assessable,
    is_reached,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import percent
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.sections.changes import change_line
from evaluation_lib.report.wording import words

_ON_ONE_PAGE = 24  # indicators whose chart leaves room for verdict and counts
_HEADLINE_TONES = {"binding_fails": Tone.BAD, "not_assessable": Tone.NONE}


def overview(report: Report) -> tuple[Block, ...]:
    """Return verdict, counts with both denominators, all indicators, and how sure this is."""
    spoken = words(report.language)
    blocks: list[Block] = [
        Section(
            level=1,
            title=spoken["overview.section"],
            key="overview-section",
            aside=spoken["overview.aside"],
            fresh_page=len(report.indicators) > 1,
        ),
        Headline(
            text=report.overall.headline,
            tone=_HEADLINE_TONES.get(report.overall.verdict, Tone.PLAIN),
        ),
    ]
    if len(report.indicators) > 1:
        blocks.append(_counts(report))
    blocks += change_line(report)
    charts = _charts(report)
    blocks += [*charts[:1], *_boxes(report), *charts[1:]]
    return tuple(blocks)


def _charts(report: Report) -> list[Figure]:
    """Return the chart of all indicators, in two where a single page would not hold it.

    The binding ones then stand on the page of the verdict, and the others overleaf.
    """
    natures: tuple[str, ...] = ("",)
    if len(report.indicators) > _ON_ONE_PAGE and binding(report) and anticipatory(report):
        natures = ("binding", "anticipatory")
    return [chart for nature in natures if (chart := overview_chart(report, nature))]


def _counts(report: Report) -> Counts:
    facts = report.indicators
    judged = [one for one in facts if is_assessable(one)]
    groups = (
        ([one for one in judged if is_reached(one)], "reached", Tone.GOOD),
        ([one for one in judged if not is_reached(one)], "behind", Tone.BAD),
        ([one for one in facts if not is_assessable(one)], "not_assessable", Tone.NONE),
    )
    final = "_final" if report.product == "final" else ""
    shown = tuple(
        _group(report, members, f"{name}{final}", tone, len(judged))
        for members, name, tone in groups
        if members
    )
    spoken = words(report.language)
    bound = sum(one.is_binding for one in facts)
    note = spoken.say("counts.note_binding", count=bound) if bound else spoken["counts.note"]
    return Counts(groups=shown, note=note)


def _group(
    report: Report, members: list[IndicatorFact], name: str, tone: Tone, assessable: int
) -> CountGroup:
    spoken, language = words(report.language), report.language
    count, total = len(members), len(report.indicators)
    of_all = spoken.say(
        "counts.of_all", total=total, share=percent(count / total, language=language)
    )
    if tone is Tone.NONE:
        lines = (of_all, spoken["counts.left_out"])
    else:
        share = percent(count / assessable, language=language)
        lines = (spoken.say("counts.of_assessable", total=assessable, share=share), of_all)
    return CountGroup(
        number=count,
        title=spoken[f"counts.{name}"],
        lines=lines,
        tone=tone,
        squares=tuple(
            Square(
                label=str(one.number),
                verdict=one.verdict,
                binding=one.is_binding,
                href=f"#{indicator_anchor(one)}",
            )
            for one in by_verdict(members)
        ),
        caption=_not_assessable(report, members) if tone is Tone.NONE else _words(report, members),
    )


def _words(report: Report, members: list[IndicatorFact]) -> str:
    spoken = words(report.language)
    counted: dict[str, int] = {}
    for one in by_verdict(members):
        counted[one.verdict] = counted.get(one.verdict, 0) + 1
    return spoken.listed(
        [
            spoken.say("counts.word", word=spoken.verdict(word), count=count)
            for word, count in counted.items()
        ]
    )


def _not_assessable(report: Report, members: list[IndicatorFact]) -> str:
    spoken = words(report.language)
    open_ = Counter(one.no_target for one in members if one.target is None)
    others = len(members) - open_.total()
    bound = sum(one.is_binding for one in members)
    parts = [
        spoken.say(key, count=count)
        for key, count in (
            ("counts.not_broken_down", open_["not_broken_down"]),
            ("counts.pending", open_["pending"]),
            ("counts.without_data", others),
            ("counts.of_them_binding", bound),
        )
        if count
    ]
    return spoken["clause.separator"].join(parts)


def _boxes(report: Report) -> list[Block]:
    """Return how sure the verdicts are, beside the sentences on the whole."""
    spoken = words(report.language)
    sure = _reliability(report)
    box = Box(title=spoken["reliability.title"], rows=sure)
    if not report.overall.sentences:
        return [box] if sure else []
    note = Note(spans=plain(spoken["sentence.space"].join(report.overall.sentences)))
    return [SideBySide(left=(box,), right=(note,))] if sure else [note]


def _reliability(report: Report) -> tuple[tuple[str, Rich], ...]:
    """Return what the verdicts rest on, each line with its number."""
    spoken = words(report.language)
    rows: list[tuple[str, Rich]] = []
    grades = [
        spoken.say("reliability.grade", grade=grade, count=count)
        for grade, count in sorted(report.overall.evidence.items())
        if count
    ]
    if grades:
        rows.append((spoken["reliability.evidence"], plain(spoken.listed(grades))))
    differing = [
        one for one in report.indicators if any(flag.id == "methods_disagree" for flag in one.flags)
    ]
    if differing:
        spans = [Span(text=spoken.say("reliability.disagree", count=len(differing)))]
        for index, one in enumerate(differing):
            if index:
                spans.append(Span(text=spoken["list.separator"]))
            spans.append(Span(text=str(one.number), href=f"#{indicator_anchor(one)}"))
        rows.append((spoken["reliability.methods"], tuple(spans)))
    errors = sum(one.severity == "error" for one in report.findings)
    if report.findings:
        key = "reliability.errors" if errors else "reliability.findings"
        text = spoken.say(key, count=len(report.findings), errors=errors)
        rows.append((spoken["reliability.data"], plain(text)))
    return tuple(rows)

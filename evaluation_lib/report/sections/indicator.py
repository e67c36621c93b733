"""The section on one indicator."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Box,
    Card,
    Cards,
    Figure,
    Headline,
    KeyStrip,
    Paragraph,
    Section,
    SideBySide,
    Span,
    Tone,
    plain,
)
from evaluation_lib.report.charts.cumulative import cumulative
from evaluation_lib.report.charts.pace import pace
from evaluation_lib.report.charts.points import observed_points
from evaluation_lib.report.charts.ranking import is_assessable
from evaluation_lib.report.charts.trajectory import trajectory
from evaluation_lib.report.charts.yearly import yearly
from evaluation_lib.report.explaining import origin_anchor, steps_of
from evaluation_lib.report.linking import linked
from evaluation_lib.report.model import IndicatorFact, Report, YearFact
from evaluation_lib.report.numbers import NO_VALUE, probability, signed, with_unit
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.sections.judgement import indicator_note
from evaluation_lib.report.sections.key_values import key_values
from evaluation_lib.report.sections.method_lines import firmness_line, methods_line
from evaluation_lib.report.sections.observations import observations_table
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.forecasts import forecast_words
from evaluation_lib.report.wording.judgement import judged
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    baseline_text,
    no_verdict_text,
    target_text,
    value_text,
)

_CHART_FROM = 3  # values from which an indicator without verdict is worth a chart


def indicator_section(
    report: Report, fact: IndicatorFact, *, fresh_page: bool = False
) -> tuple[Block, ...]:
    """Return everything said about one indicator; short where it cannot be assessed.

    Args:
        report: Report the indicator belongs to.
        fact: The indicator.
        fresh_page: Whether the section starts a new page; a short one never does.
    """
    if not is_assessable(fact):
        return _short(report, fact)
    blocks: list[Block] = [
        _heading(report, fact, fresh_page=fresh_page),
        Headline(text=fact.headline, tone=_tone(fact)),
    ]
    blocks.append(
        _cards(report, fact) if fact.is_yearly else KeyStrip(items=key_values(report, fact))
    )
    chart = indicator_chart(report, fact)
    if chart:
        blocks.append(chart)
    if fact.analysis:
        said = [*fact.analysis, *_notices(report, fact)]
        blocks.append(Paragraph(spans=linked(report, fact, said)))
    blocks += indicator_note(report, fact)
    blocks += _arithmetic(report, fact)
    table = observations_table(report, fact)
    if table:
        blocks.append(table)
    return tuple(blocks)


def _short(report: Report, fact: IndicatorFact) -> tuple[Block, ...]:
    """Return what is known, and the analysis: why there is no verdict, what would allow one."""
    spoken = words(report.language)
    said = fact.analysis or ((fact.reason,) if fact.reason else ())
    told = "".join(said)
    rows = [(spoken["short.known"], linked(report, fact, (_known(report, fact),)))]
    if said:
        rows.append((spoken["short.reason"], linked(report, fact, said)))
    rows += [
        (spoken["short.notice"], plain(flag.text)) for flag in fact.flags if flag.text not in told
    ]
    blocks: list[Block] = [
        _heading(report, fact, fresh_page=False),
        Box(title=fact.headline, rows=tuple(rows)),
        *indicator_note(report, fact),
    ]
    if len(observed_points(fact)) >= _CHART_FROM:
        chart = indicator_chart(report, fact)
        if chart:
            blocks.append(chart)
    table = observations_table(report, fact) if _has_news(fact) else None
    if table:
        blocks.append(table)
    return tuple(blocks)


def _has_news(fact: IndicatorFact) -> bool:
    """Return whether there is any value besides the plan's own baseline."""
    return bool(fact.parts) or any(one.year != fact.baseline.year for one in fact.observations)


def _known(report: Report, fact: IndicatorFact) -> str:
    spoken, language = words(report.language), report.language
    parts = [no_verdict_text(fact, language)]
    if fact.baseline.value is not None:
        value = with_unit(
            baseline_text(fact, language), bare_unit(fact, language), language=language
        )
        parts.append(spoken.say("short.baseline", year=fact.baseline.year, value=value))
    if fact.target:
        value = with_unit(target_text(fact, language), bare_unit(fact, language), language=language)
        parts.append(spoken.say("short.target", year=fact.target.year, value=value))
    return spoken["sentence.end"].join(parts)


def _heading(report: Report, fact: IndicatorFact, *, fresh_page: bool) -> Section:
    spoken = words(report.language)
    grade = fact.latest.evidence if fact.latest else ""
    return Section(
        level=3,
        title=fact.short_name,
        key=indicator_anchor(fact),
        number=str(fact.number),
        tags=(spoken[f"nature.{fact.nature}"], spoken[f"kind.{fact.kind}"], fact.unit),
        aside=spoken.say("indicator.evidence", grade=grade) if grade else "",
        fresh_page=fresh_page,
    )


def _tone(fact: IndicatorFact) -> Tone:
    tone = verdict_style(fact.verdict).tone
    return tone if tone is Tone.BAD else Tone.PLAIN


def indicator_chart(report: Report, fact: IndicatorFact) -> Figure | None:
    """Return the chart for the kind of the indicator, None where there is nothing to draw."""
    if fact.is_yearly and fact.target is not None:
        return yearly(report, fact)
    if fact.kind == "cumulative":
        return cumulative(report, fact)
    return trajectory(report, fact)


def _cards(report: Report, fact: IndicatorFact) -> Cards:
    return Cards(cards=tuple(_card(report, fact, one) for one in fact.years))


def _card(report: Report, fact: IndicatorFact, year: YearFact) -> Card:
    spoken, language = words(report.language), report.language
    label = spoken.say("year", year=year.year)
    if year.value is None:
        return _coming_card(report, fact, year, label)
    value = value_text(year.value, fact, language)
    caption, origin = "", _origin(report, fact, year.year)
    if year.difference is not None:
        difference = signed(year.difference, fact.decimals, language=language)
        caption = spoken.say("card.difference", difference=difference)
    if year.met is None:
        return Card(label=label, value=value, caption=caption, tone=Tone.NONE, **origin)
    verdict = "met" if year.met else "not_met"
    tone = verdict_style(verdict).tone
    aside = (Span(text=spoken.verdict(verdict), mark=verdict, tone=tone, strong=not year.met),)
    return Card(label=label, aside=aside, value=value, caption=caption, tone=tone, **origin)


def _origin(report: Report, fact: IndicatorFact, year: int) -> dict[str, str]:
    """Return the way to the observation of `year`."""
    anchor = origin_anchor(fact, str(year))
    step = next((one for one in steps_of(report, fact) if one.anchor == anchor), None)
    return {"href": f"#{step.anchor}", "note": step.note} if step else {}


def _coming_card(report: Report, fact: IndicatorFact, year: YearFact, label: str) -> Card:
    spoken, language = words(report.language), report.language
    path = fact.forecast.path if fact.forecast else ()
    ahead = next((one for one in path if one.year == year.year), None)
    if ahead is None:
        due = year.year <= report.evaluation_year
        caption = spoken["card.missing" if due else "card.coming"]
        return Card(label=label, value=NO_VALUE, caption=caption, tone=Tone.NONE)
    told = []
    if year.probability is not None:
        told.append(spoken.say("card.probability", value=probability(year.probability)))
    for part in fact.forecast.parts_known if fact.forecast else ():
        if part.year == year.year:
            known = value_text(part.known, fact, language)
            told.append(forecast_words(language, "months.card", known=known))
    caption = spoken.listed(told)
    return Card(
        label=label,
        aside=(Span(text=spoken["card.median"], tone=Tone.MUTED),),
        value=value_text(ahead.median, fact, language),
        caption=caption,
        tone=Tone.MUTED,
    )


def _notices(report: Report, fact: IndicatorFact) -> list[str]:
    """Return what the verdict must not be read without."""
    told = "".join(fact.analysis)
    texts = [flag.text for flag in fact.flags if flag.text not in told]
    if fact.note:
        texts.append(words(report.language).say("indicator.note", note=fact.note))
    untold = fact.forecast_reason and fact.forecast_reason not in told
    if fact.forecast is None and untold and not fact.probability_observed:
        texts.append(
            words(report.language).say("indicator.no_forecast", reason=fact.forecast_reason)
        )
    return texts


def _arithmetic(report: Report, fact: IndicatorFact) -> list[Block]:
    """Return the sums a reader can redo, what each method says, and the pace beside them."""
    spoken = words(report.language)
    lines = list(fact.arithmetic)
    if fact.forecast and fact.forecast.arithmetic:
        lines.append((spoken["arithmetic.forecast"], fact.forecast.arithmetic))
    compared = methods_line(report, fact)
    if compared:
        lines.append((spoken["methods.label"], compared))
    if fact.firmness:
        label = judged(report.language, "firmness.label")
        lines.append((label, firmness_line(report, fact.firmness)))
    chart = pace(report, fact)
    if not lines:
        return [chart] if chart else []
    rows = tuple((label, plain(text)) for label, text in lines)
    box = Box(title=spoken["arithmetic.title"], rows=rows)
    return [SideBySide(left=(box,), right=(chart,), ratio=0.64)] if chart else [box]

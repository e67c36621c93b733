"""What is said of the plan as a whole, and what limits it."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.assessment.overall import COMMON_CORRELATION, OverallVerdict
from evaluation_lib.evaluation import Evaluation, is_final
from evaluation_lib.report import numbers
from evaluation_lib.report.wording.sentences import say


def whole_headline(evaluation: Evaluation, language: str) -> str:
    """Return the whole in one sentence."""
    counts = evaluation.overall
    scale = "final" if is_final(evaluation.product) else "midterm"
    open_ = counts.total - counts.assessable
    promised_binding = counts.binding - counts.binding_pending - counts.binding_not_broken_down
    sentence = say(
        language,
        f"overall.{counts.verdict}",
        total=counts.total,
        assessable=counts.assessable,
        reached=counts.reached,
        behind=counts.assessable - counts.reached,
        binding=counts.binding_assessable,
        failing=counts.binding_failing,
        unknown=promised_binding - counts.binding_assessable,
        why=_why_open(evaluation, language),
        open=open_,
        done=say(language, f"done.{scale}"),
        whole=say(language, f"whole.{scale}"),
    )
    if counts.verdict is OverallVerdict.REACHED and not open_:
        return sentence.partition("；")[0].partition(";")[0]
    return sentence


def whole_sentences(evaluation: Evaluation, language: str) -> tuple[str, ...]:
    """Return what a reader must know next: both denominators, the open ones, the binding ones."""
    return tuple(_sentences(evaluation, language))


def limitations(evaluation: Evaluation, language: str) -> tuple[str, ...]:
    """Return what limits the conclusions, each with its number."""
    return tuple(_limitations(evaluation, language))


def _sentences(evaluation: Evaluation, language: str) -> Iterator[str]:
    counts = evaluation.overall
    scale = "final" if is_final(evaluation.product) else "midterm"
    if counts.assessable:
        yield say(
            language,
            "overall.denominators",
            reached=counts.reached,
            done=say(language, f"done.{scale}"),
            assessable=counts.assessable,
            of_assessable=numbers.percent(counts.reached / counts.assessable, language=language),
            total=counts.total,
            of_total=numbers.percent(counts.reached / counts.total, language=language),
        )
    if counts.total > counts.assessable:
        open_ = counts.total - counts.assessable
        groups = (counts.not_broken_down, counts.pending, counts.without_data)
        # The only group is all of them, and its number need not be said twice.
        key = "overall.open_one" if open_ in groups else "overall.open"
        yield say(language, key, open=open_, why=_why_open(evaluation, language))
    if counts.binding > counts.binding_not_broken_down:
        yield say(
            language,
            "overall.binding",
            binding=counts.binding,
            assessable=counts.binding_assessable,
            failing=counts.binding_failing,
        )
    if counts.expected is not None and not is_final(evaluation.product):
        yield say(
            language,
            "overall.expected",
            of=counts.expected_of,
            year=evaluation.plan.end,
            mean=numbers.decimal(counts.expected.expected, 1, language=language),
            low=counts.expected.low,
            high=counts.expected.high,
            correlation=COMMON_CORRELATION,
        )


def _why_open(evaluation: Evaluation, language: str) -> str:
    """Return why indicators are not assessable; a group of none is left out."""
    counts = evaluation.overall
    pending = "open.pending_binding" if counts.binding_pending else "open.pending"
    keys = [
        *["open.not_broken_down"] * bool(counts.not_broken_down),
        *[pending] * bool(counts.pending),
        *["open.without_data"] * bool(counts.without_data),
    ]
    said = {
        "not_broken_down": counts.not_broken_down,
        "pending": counts.pending,
        "binding_pending": counts.binding_pending,
        "without_data": counts.without_data,
    }
    return say(language, "open.joint").join(say(language, key, **said) for key in keys)


def _limitations(evaluation: Evaluation, language: str) -> Iterator[str]:
    plan, counts = evaluation.plan, evaluation.overall
    first = plan.baseline_year + 1
    dash = "—" if language == "zh" else "–"
    span = str(first) if first == evaluation.year else f"{first}{dash}{evaluation.year}"
    if evaluation.demonstration:
        yield say(language, "limit.demonstration")
    if counts.pending:
        version = plan.version if language == "zh" else plan.version_en
        yield say(language, "limit.draft", version=version, pending=counts.pending)
    whole, here = plan.place(plan.jurisdiction), evaluation.jurisdiction
    names = {"whole": whole.name, "here": here.name}
    if language != "zh":
        names = {"whole": whole.name_en, "here": here.name_en}
    if counts.not_broken_down:
        yield say(language, "limit.not_broken_down", count=counts.not_broken_down, **names)
    if here != whole:
        yield say(language, "limit.own_place", **names)
    if counts.without_data:
        yield say(language, "limit.no_data", count=counts.without_data, span=span)
    undated = sum(
        one.rule == "undated" and one.jurisdiction == evaluation.jurisdiction.code
        for one in evaluation.findings
    )
    if undated:
        yield say(language, "limit.undated", count=undated)
    reported = sum(
        any(flag.id == "reported_only" for flag in one.flags) and one.is_assessable
        for one in evaluation.assessments
    )
    if reported:
        yield say(language, "limit.evidence", count=reported)
    lengths = [
        one.outlook.forecast.n
        for one in evaluation.assessments
        if one.outlook.forecast is not None and not one.outlook.observed
    ]
    if lengths:
        key = "limit.short" if max(lengths) > min(lengths) else "limit.short_all"
        yield say(language, key, low=min(lengths), high=max(lengths))
    yield say(language, "limit.cut_offs", slight=f"{plan.cut_offs.slightly_behind:.2f}")

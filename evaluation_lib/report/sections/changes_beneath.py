"""What changed beneath the verdicts: values, settings, states of tasks and promises."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.blocks import Cell, Row, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_changes import (
    NEW_PERIOD,
    REVISION,
    ChangesFact,
    SettingChangeFact,
    StateChangeFact,
    ValueChangeFact,
)
from evaluation_lib.report.numbers import NO_VALUE, decimal, with_unit
from evaluation_lib.report.sections.changes_cells import column
from evaluation_lib.report.sections.whole_cells import text_cell
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.changes import changed
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.whole import whole


def value_tables(fact: ChangesFact, language: str) -> Iterator[Table]:
    """Yield restated values, which need an explanation, before those that are only new."""
    for cause, key in ((REVISION, "revisions"), (NEW_PERIOD, "values")):
        found = [one for one in fact.values if one.cause == cause]
        if not found:
            continue
        before = (column(language, "before", align="right"),) if cause == REVISION else ()
        yield Table(
            key=f"changed-{key}",
            title=changed(language, f"table.{key}"),
            columns=(
                column(language, "indicator", width=1.0),
                column(language, "period"),
                *before,
                column(language, "after", align="right"),
                column(language, "published_on"),
                column(language, "evidence"),
                column(language, "source", width=1.4),
            ),
            rows=tuple(_value_row(one, language) for one in found),
        )


def _value_row(one: ValueChangeFact, language: str) -> Row:
    def written(value: float | None) -> str:
        if value is None:
            return NO_VALUE
        return with_unit(
            decimal(value, one.decimals, language=language), one.unit, language=language
        )

    now = written(one.new) if one.new is not None else changed(language, "gone")
    before = (Cell(spans=plain(written(one.old))),) if one.cause == REVISION else ()
    day = date_text(one.published_on, language)
    return Row(
        cells=(
            text_cell(one.name),
            text_cell(one.period),
            *before,
            Cell(spans=plain(now)),
            text_cell(day),
            text_cell(one.evidence),
            text_cell(one.new_source_title or one.old_source_title),
        )
    )


def setting_table(fact: ChangesFact, language: str) -> Iterator[Table]:
    """Yield what is another in the plan, the settings and the method."""
    blank = changed(language, "blank")
    rows = [
        (one.name, changed(language, f"field.{one.field}"), one.old, one.new) for one in fact.plan
    ]
    rows += [
        (
            changed(language, f"cause.{one.cause}"),
            _setting_name(one, language),
            *_setting_values(one, language),
        )
        for one in fact.settings
    ]
    if rows:
        yield Table(
            key="changed-settings",
            title=changed(language, "table.settings"),
            columns=(
                column(language, "what", width=1.0),
                column(language, "kind", width=0.8),
                column(language, "before", width=1.0),
                column(language, "after", width=1.0),
            ),
            rows=tuple(
                Row(
                    cells=(
                        text_cell(what),
                        text_cell(kind),
                        text_cell(old or blank),
                        text_cell(new or blank),
                    )
                )
                for what, kind, old, new in rows
            ),
        )


def _setting_name(one: SettingChangeFact, language: str) -> str:
    kind, _, name = one.name.partition(".")
    if not name:
        return changed(language, f"setting.{kind}")
    return changed(language, f"setting.{kind}", name=words(language).verdict(name))


def _setting_values(one: SettingChangeFact, language: str) -> tuple[str, str]:
    if one.name != "product":
        return one.old, one.new
    return changed(language, f"product.{one.old}"), changed(language, f"product.{one.new}")


def state_table(report: Report, fact: ChangesFact) -> Iterator[Table]:
    """Yield tasks and promises that are in another state."""
    language = report.language
    if fact.states:
        yield Table(
            key="changed-states",
            title=changed(language, "table.states"),
            columns=(
                column(language, "kind"),
                column(language, "title", width=2.0),
                column(language, "before", width=0.8),
                column(language, "after", width=0.8),
            ),
            rows=tuple(_state_row(one, language) for one in fact.states),
        )


def _state_row(one: StateChangeFact, language: str) -> Row:
    return Row(
        cells=(
            text_cell(changed(language, f"kind.{one.kind}")),
            text_cell(one.title),
            text_cell(_state(one.kind, one.old, language)),
            text_cell(_state(one.kind, one.new, language)),
        )
    )


def _state(kind: str, state: str, language: str) -> str:
    if not state:
        return ""
    if kind == "task":
        return whole(language, f"state.{state}")
    if state == "not_due":
        return whole(language, "verdict.not_due")
    return words(language).verdict(state)

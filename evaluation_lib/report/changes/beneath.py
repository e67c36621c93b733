"""What changed beneath the verdicts: values, the plan's promises, settings."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.model_changes import (
    METHOD,
    NEW_PERIOD,
    REVISION,
    SETTINGS,
    PlanChangeFact,
    SettingChangeFact,
    ValueChangeFact,
)


def value_changes(old: IndicatorFact, new: IndicatorFact) -> Iterator[ValueChangeFact]:
    """Yield the values that are new, restated or gone between two reports, by period."""
    before, after = _by_period(old), _by_period(new)
    for period in sorted({*before, *after}):
        was, now = before.get(period), after.get(period)
        if was and now and (was.value, was.comparator) == (now.value, now.comparator):
            continue
        # Months give way to their year: that is no restatement of what they said.
        if now is None and was is not None and _is_part(was) and str(was.year) in after:
            continue
        yield ValueChangeFact(
            indicator=new.id,
            name=new.short_name,
            unit=new.unit,
            decimals=new.decimals,
            period=period,
            cause=NEW_PERIOD if was is None else REVISION,
            old=was.value if was else None,
            new=now.value if now else None,
            old_source_title=was.source_title if was else "",
            new_source_title=now.source_title if now else "",
            published_on=now.published_on if now else "",
            evidence=now.evidence if now else "",
        )


def _by_period(fact: IndicatorFact) -> dict[str, ObservationFact]:
    return {one.period: one for one in (*fact.parts, *fact.observations)}


def _is_part(one: ObservationFact) -> bool:
    return one.period != str(one.year)


def plan_changes(old: Report, new: Report) -> Iterator[PlanChangeFact]:
    """Yield what the plan promises otherwise: its version first, then indicator by indicator."""
    if old.plan.version != new.plan.version:
        yield PlanChangeFact(
            indicator="",
            name=new.plan.short_title,
            field="version",
            old=old.plan.version,
            new=new.plan.version,
        )
    before = {one.id: one for one in old.indicators}
    after = {one.id: one for one in new.indicators}
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        if was and now:
            yield from promise_changes(was, now)
        else:
            told = now or was
            assert told is not None
            field = "added" if now else "removed"
            yield PlanChangeFact(indicator=key, name=told.short_name, field=field, old="", new="")


def promise_changes(old: IndicatorFact, new: IndicatorFact) -> Iterator[PlanChangeFact]:
    """Yield each field of an indicator's promise that is another."""
    before, after = _promise(old), _promise(new)
    for field, value in after.items():
        if before[field] != value:
            yield PlanChangeFact(
                indicator=new.id,
                name=new.short_name,
                field=field,
                old=before[field],
                new=value,
            )


def _promise(fact: IndicatorFact) -> dict[str, str]:
    target = fact.target
    return {
        "target": f"{target.value:g}" if target else "",
        "target_high": f"{target.high:g}" if target and target.high is not None else "",
        "target_year": str(target.year) if target else "",
        "comparison": target.comparison if target else "",
        "baseline": "" if fact.baseline.value is None else f"{fact.baseline.value:g}",
        "kind": fact.kind,
        "nature": fact.nature,
    }


def setting_changes(old: Report, new: Report) -> Iterator[SettingChangeFact]:
    """Yield the settings that are another, those of the method last."""
    before, after = _settings(old), _settings(new)
    # A report without a forecast does not say which model it would have asked.
    if not (before["model"] and after["model"]):
        before["model"] = after["model"] = ""
    for name in sorted({*before, *after}):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield SettingChangeFact(name=name, cause=SETTINGS, old=was, new=now)
    if old.method_version != new.method_version:
        yield SettingChangeFact(
            name="method_version", cause=METHOD, old=old.method_version, new=new.method_version
        )


def _settings(report: Report) -> dict[str, str]:
    models = sorted({one.forecast.model for one in report.indicators if one.forecast})
    return {
        "product": report.product,
        "model": ", ".join(models),
        "weights": report.score.version if report.score else "",
        **{f"cut_off.{name}": f"{value:g}" for name, value in report.cut_offs.items()},
    }

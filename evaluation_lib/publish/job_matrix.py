"""One entry of the job file for many jobs: several plans, products, places and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from evaluation_lib.errors import EvaluationError
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.publish.job_data import place_of

Settings = dict[str, Any]
LATEST = "latest"
_PRODUCTS, _PLANS = "product", "plan"


class Places(StrEnum):
    """Words for the jurisdictions of whichever plan a job has."""

    OWN = "own"  # whose plan it is
    COUNTIES = "counties"  # the divisions right below it
    ALL = "all"  # both


def expanded(name: str, settings: Any) -> Iterator[tuple[str, Any]]:
    """Yield the jobs that the entry `name` asks for: name and settings of each.

    A list of products, and a list of plans or a mapping of names to them, make a job of each
    combination, named after both. `{plan}` and `{product}` in another setting stand for theirs, and
    a mapping from plan or product to a value, where one value is expected, is looked up.
    """
    if not isinstance(settings, dict):
        yield name, settings
        return
    for plan, folder in _choices(settings.get(_PLANS)):
        for product, word in _choices(settings.get(_PRODUCTS)):
            one = {_PLANS: plan, _PRODUCTS: product}
            chosen = {key: _chosen(key, value, one) for key, value in settings.items()}
            if _PLANS in settings:
                chosen[_PLANS] = folder
            if _PRODUCTS in settings:
                chosen[_PRODUCTS] = word
            several = [one[key] for key in (_PLANS, _PRODUCTS) if _is_several(settings.get(key))]
            yield "-".join([name, *map(_slug, several)]), chosen


def resolved(settings: Any, root: Path) -> Any:
    """Return `settings` with words for places and days replaced by what they stand for.

    Args:
        settings: Settings of one job, as they were written.
        root: Folder from which the job's paths start.

    Raises:
        EvaluationError: What they stand for cannot be read.
    """
    if not isinstance(settings, dict):
        return settings
    changed = dict(settings)
    places = settings.get("jurisdictions")
    if isinstance(places, str) and places in list(Places):
        plan = read_plan(root / str(settings.get(_PLANS, "")))
        changed["jurisdictions"] = _codes(plan, Places(places))
    if settings.get("as_of") == LATEST:
        changed["as_of"] = _last_publication(str(settings.get("observations", "")), root)
    return changed


def _choices(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return [(str(key), one) for key, one in value.items()]
    if isinstance(value, list):
        return [(PurePosixPath(str(one)).name, one) for one in value]
    return [(PurePosixPath(str(value)).name, value)]


def _is_several(value: Any) -> bool:
    return isinstance(value, (list, Mapping))


def _chosen(key: str, value: Any, one: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for word, name in one.items():
            value = value.replace(f"{{{word}}}", name)
    # Cut-offs are a mapping of their own.
    if isinstance(value, Mapping) and key != "cut_offs":
        return next((value[name] for name in one.values() if name in value), value)
    return value


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _codes(plan: Plan, places: Places) -> list[str]:
    own = [plan.jurisdiction] if places is not Places.COUNTIES else []
    below = [one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction]
    return own + (below if places is not Places.OWN else [])


def _last_publication(observations: str, root: Path) -> str:
    # Reading a table takes a second, and most jobs name their day.
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.observations.table import PUBLISHED_ON

    table, _ = read_observations(place_of(observations, root))
    days = sorted(str(day) for day in table[PUBLISHED_ON].dropna() if str(day))
    if not days:
        raise EvaluationError(f"{observations}: no row is dated, so there is no latest day.")
    return days[-1][:10]

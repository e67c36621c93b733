"""What the reports of many places have in common, worked out once before they part.

The data are read once, and all series of all places are forecast in one call. The notebooks of the
places then find this remembered and judge their own; one that runs alone works out the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from evaluation_lib.errors import EvaluationError
from evaluation_lib.publish.choices import NOTEBOOKS, Product
from evaluation_lib.publish.job import Edition

_JUDGED = (Product.ANNUAL, Product.MIDTERM, Product.FINAL)
_THREADED = (".parquet", ".pq")


def batches_of(editions: Iterable[Edition]) -> list[dict[str, Any]]:
    """Return what can be worked out together, as values that JSON carries.

    Databases and Parquet files are left to the forks, because their libraries start threads.
    """
    batches: dict[str, dict[str, Any]] = {}
    for one in editions:
        job, place = one.job, one.observations
        is_usual = job.notebook_path == NOTEBOOKS[job.product] and job.product in _JUDGED
        if not is_usual or not isinstance(place, Path) or _is_threaded(place):
            continue
        batch = {
            "plan": str(one.plan.resolve()),
            "observations": str(place.resolve()),
            "weights": str(one.weights.resolve()) if one.weights else "",
            "as_of": job.as_of.isoformat(),
            "product": str(job.product),
            "model": str(job.model or ""),
            "cut_offs": job.choices.get("cut_offs", ""),
        }
        key = json.dumps(batch)
        batches.setdefault(key, {**batch, "places": []})["places"].append(one.jurisdiction)
    several = [one for one in batches.values() if len(one["places"]) > 1]
    return [{**one, "places": sorted(set(one["places"]))} for one in several]


def work_out(batches: Sequence[Mapping[str, Any]]) -> None:
    """Work out `batches` and remember the answers, in place of those about other data.

    What cannot be worked out is left to the notebooks, each of which tells its own reader why.
    """
    from evaluation_lib.remembered import start_remembering

    start_remembering((one["plan"], one["observations"]) for one in batches)
    for batch in batches:
        with suppress(EvaluationError, ValueError, OSError):
            _work_out(batch)


def _work_out(batch: Mapping[str, Any]) -> None:
    from evaluation_lib.evaluation import prepare_all
    from evaluation_lib.observations.ledger import read_ledger
    from evaluation_lib.observations.sources import read_observations
    from evaluation_lib.plan import read_plan
    from evaluation_lib.plan.weights import chosen_weights

    plan = read_plan(Path(batch["plan"])).with_cut_offs(batch["cut_offs"])
    table, _ = read_observations(batch["observations"])
    prepare_all(
        plan,
        table,
        batch["places"],
        date.fromisoformat(batch["as_of"]),
        product=batch["product"],
        model=batch["model"],
        ledger=read_ledger(batch["observations"]),
        weights=chosen_weights(batch["weights"], plan),
    )


def _is_threaded(place: Path) -> bool:
    files = place.rglob("*") if place.is_dir() else [place]
    return any(one.suffix in _THREADED for one in files)

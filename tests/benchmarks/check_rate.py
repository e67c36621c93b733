"""How fast observations are questioned: `python tests/benchmarks/check_rate.py [rows]`.

Prints rows a second for all rules together, and for the yearly rules written the usual way, as one
function for each group of `df.groupby(...).apply`, in the same run on the same rows.
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd

from evaluation_lib.observations.checks import RULES, check
from evaluation_lib.observations.table import COLUMNS, VALUE
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Jurisdiction, PeriodRule, Plan

PLAN = Path(__file__).resolve().parents[2] / "data/plans/zhanjiang-2021-2025"
PERIODS = [
    text for year in range(2016, 2026) for text in (str(year), *(f"{year}-Q{q}" for q in (1, 2, 3)))
]
COUNTIES = 10
PEER_SHARE = 20  # the peer is asked about one place in twenty, because it takes minutes for all


def make_plan(places: int) -> Plan:
    """Return the plan with `places` counties, ten of its own city, the others of cities alike."""
    plan = read_plan(PLAN)
    city = plan.place(plan.jurisdiction)
    counties = tuple(
        Jurisdiction(
            code=f"{500000 + n}",
            name=f"县{n}",
            name_en=f"County {n}",
            parent=city.code if n < COUNTIES else f"{900000 + n // COUNTIES}",
        )
        for n in range(places)
    )
    return plan.model_copy(update={"jurisdictions": (city, *counties)})


def make_table(plan: Plan, rows: int) -> pd.DataFrame:
    """Return `rows` made-up rows: steady growth, and in one of a hundred something wrong."""
    generator = np.random.default_rng(7)
    places = [one.code for one in plan.jurisdictions]
    each = len(plan.indicators) * len(PERIODS)
    index = np.arange(rows)
    place, rest = index // each, index % each
    what, when = rest // len(PERIODS), rest % len(PERIODS)
    names = np.array([one.id for one in plan.indicators], dtype=object)
    units = np.array([one.unit for one in plan.indicators], dtype=object)
    rates = np.array([one.upper is not None for one in plan.indicators])
    flows = np.array([one.period_rule is PeriodRule.SUM for one in plan.indicators])
    part = np.array([len(text) > len("2025") for text in PERIODS])
    growth = 1 + 0.05 * (when // 4)
    value = np.where(rates[what], 40, 3000) * growth * generator.uniform(0.99, 1.01, rows)
    value = np.where(flows[what] & part[when], value / 4, value)
    wrong = generator.random(rows) < 0.01
    value = np.round(np.where(wrong & ~rates[what], value * 100, value), 2)
    years = np.array([text[:4] for text in PERIODS], dtype=int)
    days = np.array([f"{year + 1}-03-31" for year in years], dtype=object)
    constant = {"comparator": "=", "definition": "", "status": "final", "evidence": "A"}
    table = pd.DataFrame(
        {
            "jurisdiction": np.array(places, dtype=object)[place],
            "indicator": names[what],
            "period": np.array(PERIODS, dtype=object)[when],
            VALUE: value,
            "unit": units[what],
            "published_on": days[when],
            "source": np.array([f"bulletin-{year}" for year in years], dtype=object)[when],
            "cell": "A1",
            "raw": "",
            **constant,
        }
    )
    return table[list(COLUMNS)]


def question_group(rows: pd.DataFrame) -> list[str]:
    """Ask one series for falls, jumps, copies, gaps and slips, as a peer would write it."""
    rows = rows.sort_values("period")
    years = rows["period"].astype(int)
    change = rows[VALUE].diff()
    found = [f"falls {year}" for year in years[change < 0]]
    found += [f"copy {year}" for year in years[change == 0]]
    found += [f"gap {year}" for year in years[years.diff() > 1]]
    for place in range(len(rows)):
        others = change.drop(change.index[place]).abs().median()
        if abs(change.iloc[place]) > 3 * others:
            found.append(f"jump {years.iloc[place]}")
        near = rows[VALUE].iloc[max(0, place - 2) : place + 3].drop(rows.index[place]).median()
        if abs(np.log10(rows[VALUE].iloc[place] / near) - 2) < 0.155:
            found.append(f"slip {years.iloc[place]}")
    return found


def main(rows: int) -> None:
    """Measure both and print what was measured."""
    indicators = len(read_plan(PLAN).indicators)
    plan = make_plan(-(-rows // (indicators * len(PERIODS))))
    table = make_table(plan, rows)
    start = time.perf_counter()
    findings = check(table, plan)
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows} rows, {len(RULES)} rules: {taken:.2f} s, {rows / taken:,.0f} rows/s")
    print(f"{len(findings)} findings; peak memory of the process {peak:,.0f} MiB")
    asked = set(islice((one.code for one in plan.jurisdictions), 0, None, PEER_SHARE))
    some = table[table["jurisdiction"].isin(asked)]
    start = time.perf_counter()
    annual = some[some["period"].str.len() == 4]
    annual.groupby(["jurisdiction", "indicator"])[["period", VALUE]].apply(question_group)
    peer = (time.perf_counter() - start) / len(some)
    print(f"groupby(...).apply, 5 rules on {len(some)} rows: {1 / peer:,.0f} rows/s")
    print(f"ratio {peer * rows / taken:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)

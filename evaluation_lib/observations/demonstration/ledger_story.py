"""What happens in the demonstration ledger: rounds, courses, values. All of it is invented."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from evaluation_lib.observations.table import Evidence


@dataclass(frozen=True, slots=True)
class Round:
    """One round in which statuses were told: a return by departments, or a visit of evaluators."""

    id: str
    title: str
    title_en: str
    date: datetime.date
    published_on: datetime.date
    reported_by: str
    is_visit: bool = False


ROUNDS = (
    Round(
        "demo-ledger-2022",
        "2022年度任务台账填报",
        "ledger returns of 2022",
        datetime.date(2022, 12, 31),
        datetime.date(2023, 2, 20),
        "演示牵头科室",
    ),
    Round(
        "demo-ledger-2023-h1",
        "2023年上半年任务台账填报",
        "ledger returns of mid-2023",
        datetime.date(2023, 6, 30),
        datetime.date(2023, 7, 14),
        "演示牵头科室",
    ),
    Round(
        "demo-ledger-2025",
        "2025年度任务台账填报",
        "ledger returns of 2025",
        datetime.date(2025, 12, 31),
        datetime.date(2026, 2, 24),
        "演示牵头科室",
    ),
)
VISITS = (
    Round(
        "demo-visit-2023",
        "2023年中期评估现场核实记录",
        "record of the mid-term verification visits 2023",
        datetime.date(2023, 7, 12),
        datetime.date(2023, 7, 24),
        "演示评估组",
        is_visit=True,
    ),
    Round(
        "demo-visit-2026",
        "2026年总结评估现场核实记录",
        "record of the final verification visits 2026",
        datetime.date(2026, 3, 18),
        datetime.date(2026, 4, 8),
        "演示评估组",
        is_visit=True,
    ),
)

# Courses through the three rounds, and how often each is taken; a blank reports nothing.
PATHS = (
    ("under_way", "under_way", "done"),
    ("under_way", "done", "done"),
    ("continuous", "continuous", "continuous"),
    ("not_started", "under_way", "done"),
    ("not_started", "not_started", "under_way"),
    ("under_way", "constrained", "constrained"),
    ("", "under_way", "done"),
    ("", "unknown", "unknown"),
    ("done", "done", "done"),
)
WEIGHTS = (0.34, 0.16, 0.22, 0.07, 0.03, 0.03, 0.06, 0.04, 0.05)

# Subjects whose course is told rather than drawn.
TOLD = {
    "midterm-evaluation": ("not_started", "under_way", "done"),
    "final-evaluation": ("not_started", "not_started", "under_way"),
    "annual-monitoring": ("continuous", "continuous", "continuous"),
    "bank-account-booking": ("done", "done", "done"),
    "seafood-measurement-centre": ("under_way", "done", "done"),
    "T10-2-01": ("not_started", "not_started", "not_started"),
    "T08-3-02": ("under_way", "constrained", "constrained"),
}

# Values of promises outside the table by year: commitment, evidence, value of each year.
OBSERVED = (
    (
        "business-start-half-day",
        Evidence.B,
        {"2021": "0.5", "2022": "0.5", "2023": "0.5", "2024": "0.5", "2025": "0.4"},
    ),
    (
        "food-inspections-per-thousand",
        Evidence.E,
        {"2021": "5.30", "2022": "4.98", "2023": "5.34", "2024": "5.36", "2025": "5.41"},
    ),
    (
        "food-self-inspection-reports",
        Evidence.B,
        {"2021": "100", "2022": "100", "2023": "100", "2024": "100", "2025": "100"},
    ),
    (
        "cosmetics-flight-inspections",
        Evidence.B,
        {"2021": "55.6", "2022": "77.8", "2023": "88.9", "2024": "94.4", "2025": "94.4"},
    ),
    ("gas-cylinder-registration", Evidence.C, {"2021": "98.1", "2022": "99.2", "2025": "100"}),
    ("gas-cylinder-codes", Evidence.C, {"2021": "86.0", "2022": "93.5", "2025": "99.6"}),
    ("lift-live-monitoring", Evidence.C, {"2022": "41.0", "2023": "58.0", "2025": "83.0"}),
)

"""What happens in the demonstration: the city's values, and what is wrong with them.

All values are invented. They are chosen so that every kind of outcome occurs at the end of the
plan: met early, met on schedule, narrowly missed, clearly missed, missed in one year, undecidable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation_lib.observations.table import Evidence

SEED = 20210101
CITY = "440800"
YEARS = (2021, 2022, 2023, 2024, 2025)
# Shares of the city's market entities, invented; other indicators vary around them.
COUNTY_SHARES = {
    "440802": 0.085,
    "440803": 0.130,
    "440804": 0.028,
    "440811": 0.060,
    "440823": 0.120,
    "440825": 0.095,
    "440881": 0.190,
    "440882": 0.157,
    "440883": 0.135,
}
ALL_PLACES = (CITY, *COUNTY_SHARES)
WITHOUT_LEDGER = ("440825", "440882")  # their returns come without attachments


@dataclass(frozen=True, slots=True)
class Story:
    """How one indicator goes.

    Attributes:
        digits: Decimals in which the values are counted.
        city: Final value of the city in each of `YEARS`, in the plan's unit.
        evidence: Grade of the city's values; counties give at best a stamped return.
        spread: Half the range of the counties around the city, in the plan's unit, for
            indicators that do not add up; None where the counties sum to the city.
        missing: Codes of the places that report nothing in a year.
    """

    indicator: str
    digits: int
    city: tuple[str, str, str, str, str]
    evidence: Evidence
    spread: str | None = None
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


A, B, C, D, E = Evidence
STORIES = (
    # Ends 4 % of the change short, and 2023 rests on one county's jump.
    Story("market_entities", 2, ("35.40", "38.12", "42.61", "45.12", "47.41"), A),
    Story("enterprises", 2, ("8.05", "9.12", "10.24", "11.35", "12.31"), A),  # on schedule
    Story(
        "high_value_patents",
        2,
        ("0.42", "0.55", "0.71", "0.88", "1.02"),
        E,
        spread="0.30",
        missing={2021: ALL_PLACES},
    ),
    # The sum of the years passes the target of 5 in the third quarter of 2024.
    Story("ip_pledge_financing", 4, ("0.6800", "0.9620", "1.6185", "2.7520", "3.4050"), B),
    Story("trademarks", 4, ("6.4871", "7.0518", "7.6604", "8.2137", "8.6425"), A),  # early
    # Stalls half-way.
    Story("international_standards", 0, ("11", "12", "12", "12", "12"), B, missing={2023: (CITY,)}),
    Story("national_standards", 0, ("117", "119", "122", "124", "125"), B),  # exactly the target
    Story("industry_standards", 0, ("27", "30", "33", "36", "38"), B),  # one standard short
    Story("local_standards", 0, ("83", "90", "97", "103", "108"), A),  # early
    Story("group_standards", 0, ("25", "28", "31", "34", "36"), C),  # clearly missed
    Story("enterprise_standards", 0, ("3560", "4013", "4452", "4871", "5218"), B),  # met
    Story("measurement_standards", 0, ("249", "258", "268", "279", "288"), A),  # narrowly missed
    Story(
        "certificates",
        0,
        ("5587", "6190", "6702", "7105", "7468"),
        B,
        missing={2022: ("440823",)},
    ),
    # Binding, and below the threshold of 3.67 in 2022 alone.
    Story("food_inspections", 4, ("3.7216", "3.5104", "3.7828", "3.8142", "3.8605"), A),
    Story(
        "food_pass_rate",
        1,
        ("98.1", "98.3", "98.4", "98.6", "98.4"),
        D,
        spread="0.6",
        missing={2023: ALL_PLACES},
    ),
    Story("open_kitchens", 0, ("100", "100", "100", "100", "100"), C, spread="0"),
    # Binding, and rises too slowly to reach 5.
    Story(
        "product_inspection_coverage",
        2,
        ("2.15", "2.58", "3.04", "3.47", "3.92"),
        B,
        spread="0.40",
    ),
    Story(
        "quality_violation_detection_rate",
        1,
        ("6.1", "6.3", "5.9", "6.8", "7.2"),
        D,
        spread="0.8",
        missing={2021: ALL_PLACES},
    ),
    Story(
        "drug_inspections",
        4,
        ("0.2104", "0.2187", "0.2245", "0.2391", "0.2563"),
        C,
        missing={2022: (CITY, "440804"), 2023: (CITY, "440811")},
    ),
)
POPULATION = {
    2020: "700.0",
    2021: "702.5",
    2022: "705.1",
    2023: "708.0",
    2024: "711.2",
    2025: "713.6",
}

# The value a county adds in the year, as a multiple of the stock it had: +300 %.
JUMP = ("market_entities", "440804", 2023, 3)
# A functional zone counted a second time in one county's return, in the plan's unit.
COUNTED_TWICE = ("enterprises", "440803", 2024, "0.38", "含经开区")
# Values of 2021 as first settled, before the city restated them in 2023.
FIRST_SETTLED = {
    "trademarks": "6.5102",
    "certificates": "5612",
    "enterprise_standards": "3575",
}
RESTATED_ON = {
    "trademarks": "2023-06-08",
    "certificates": "2023-06-08",
    "enterprise_standards": "2023-11-21",
}
# The quick figure still kept the promise that the settled one breaks.
QUICK_FIGURES = {("food_inspections", 2022): "3.6830"}

# What a return says that is no plain number: place, year, comparator, words before it, decimals.
IN_WORDS = {
    ("product_inspection_coverage", "440881", 2023): (">=", "不低于", 1),
    ("quality_violation_detection_rate", "440882", 2024): ("~", "约", 0),
}

# Part of the year's change reached by the end of each quarter, or by mid-year.
ENTITY_PACE = (0.22, 0.48, 0.76)
ENTITY_PACE_OF_JUMP_YEAR = (0.12, 0.33, 0.80)
CERTIFICATE_PACE = 0.52
# Part of the year's sum that falls into each quarter.
FLOW_WEIGHTS = (0.19, 0.24, 0.28, 0.29)

"""A desk with one city, two counties and values small enough to work out in the head."""

from datetime import date

import pandas as pd

from evaluation_lib.inquiry import Desk
from tests.builders import CITY, make_indicator, make_plan, make_yearly

RISING = {2019: 80.0, 2020: 100.0, 2021: 120.0, 2022: 140.0}


def make_desk(*tables, as_of=date(2023, 6, 30), **changes):
    """Return a desk of a stock that is to rise from 100 in 2020 to 200 in 2025."""
    rows = pd.concat(tables or [make_yearly(RISING)], ignore_index=True)
    return Desk(make_plan(make_indicator(**changes)), rows, CITY, as_of)

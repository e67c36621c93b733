import math
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from evaluation_lib.assessment.methods import growth_ratio
from evaluation_lib.assessment.methods.exact import NotJudged, as_float, exact, settled


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param(0.1, Fraction(1, 10), id="float as written"),
        pytest.param(3, Fraction(3), id="integer"),
        pytest.param(np.float64(0.1), Fraction(1, 10), id="numpy double"),
        pytest.param(np.float32(0.1), Fraction(1, 10), id="numpy single as written"),
        pytest.param(np.int64(7), Fraction(7), id="numpy integer"),
        pytest.param(Decimal("0.10"), Fraction(1, 10), id="decimal"),
        pytest.param(-0.0, Fraction(0), id="negative zero"),
        pytest.param(10**5000, Fraction(10**5000), id="huge integer"),
        pytest.param(None, None, id="none"),
        pytest.param(math.nan, None, id="nan"),
        pytest.param(-math.inf, None, id="infinite"),
        pytest.param(Decimal("sNaN"), None, id="signalling nan"),
        pytest.param(pd.NA, None, id="missing in pandas"),
        pytest.param(True, None, id="truth value"),
        pytest.param(np.bool_(True), None, id="numpy truth value"),
        pytest.param("5", None, id="text"),
    ],
)
def test_a_number_is_what_its_shortest_notation_says(value, number):
    assert exact(value) == number


def test_a_limit_is_not_reached_by_rounding():
    just_below = Fraction(10**20 - 1, 10**20)

    assert as_float(just_below) == 1.0
    assert as_float(just_below, short_of=1) == math.nextafter(1.0, 0.0)
    assert as_float(Fraction(1), short_of=1) == 1.0


def test_a_number_beyond_every_float_is_not_judged():
    with pytest.raises(NotJudged, match="out_of_range"):
        as_float(Fraction(10**400))


def test_what_differs_in_the_fiftieth_digit_is_settled_as_equal():
    assert settled(Fraction(3, 5) + Fraction(1, 10**50)) == Fraction(3, 5)


def test_the_callers_decimal_settings_change_nothing():
    case = {"baseline_year": 2020, "baseline": 3, "year": 2023, "value": 5, "target_year": 2025}

    with localcontext() as context:
        context.prec = 2
        coarse = growth_ratio(**case, target=7, direction="higher")

    assert coarse == growth_ratio(**case, target=7, direction="higher")

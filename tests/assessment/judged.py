"""One indicator judged from its yearly values alone."""

from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.assessment.verdict import Assessment, assess
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series


def judged(values, *, year=2022, final=False, indicator=None, **changes) -> Assessment:
    """Judge a stock that is to rise from 100 to 200, or `indicator`, by `values`."""
    indicator = indicator or make_indicator()
    series = make_series(values)
    (answer,) = forecast_series([indicator], [series], year, "transparent")
    return assess(
        indicator,
        series,
        answer,
        year=year,
        final=final,
        cut_offs=CutOffs(),
        **changes,
    )

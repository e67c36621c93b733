"""One indicator judged from its yearly values alone."""

from evaluation_lib.assessment.outlook import forecast_indicators
from evaluation_lib.assessment.verdict import Assessment, assess
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series


def judged(values, *, year=2022, final=False, indicator=None, **changes) -> Assessment:
    """Judge a stock that is to rise from 100 to 200, or `indicator`, by `values`."""
    indicator = indicator or make_indicator()
    series = make_series(values)
    answers = forecast_indicators([indicator], {indicator.id: series}, year, "transparent")
    return assess(
        indicator,
        series,
        answers[indicator.id],
        year=year,
        final=final,
        cut_offs=CutOffs(),
        **changes,
    )

"""Every indicator of a plan judged on the same terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.assessment.per_head import forecast_quotients
from evaluation_lib.assessment.target_shapes import Shaped
from evaluation_lib.assessment.verdict import Assessment, assess
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.observations.per_head import PerHead
from evaluation_lib.plan.model import CutOffs


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all indicators alike.

    Attributes:
        years: Year each indicator is judged in, by id: the last whole one before the as-of date.
        final: Whether the end of the plan is judged.
        cut_offs: Where one class ends and the next begins.
        model: Name of the forecasting model.
    """

    years: Mapping[str, int]
    final: bool
    cut_offs: CutOffs
    model: str


def forecast_places(
    places: Sequence[Sequence[Shaped]], terms: Terms
) -> list[dict[str, Forecast | NoForecast]]:
    """Forecast the yearly values of every indicator of every place at once.

    Returns:
        Forecasts by indicator id, for each of `places`.
    """
    every = [one for shaped in places for one in shaped]
    answers = iter(
        forecast_series(
            [one.indicator for one in every],
            [one.series.until(terms.years[one.indicator.id]) for one in every],
            max(terms.years.values()),
            terms.model,
        )
    )
    return [{one.indicator.id: next(answers) for one in shaped} for shaped in places]


def forecast_per_head(
    shaped: Sequence[Shaped], parts: Mapping[str, PerHead], terms: Terms
) -> dict[str, Forecast]:
    """Forecast the indicators that can be taken apart from their `parts`, by indicator id."""
    return forecast_quotients(
        [one.indicator for one in shaped],
        parts,
        {one.indicator.id: one.series for one in shaped},
        terms.years,
        terms.model,
    )


def assess_all(
    shaped: Sequence[Shaped], forecasts: Mapping[str, Forecast | NoForecast], terms: Terms
) -> tuple[Assessment, ...]:
    """Judge every indicator, in the order given."""
    return tuple(
        assess(
            one.indicator,
            one.series,
            forecasts[one.indicator.id],
            year=terms.years[one.indicator.id],
            final=terms.final,
            cut_offs=terms.cut_offs,
            milestones=one.milestones,
            promise=one.promise,
        )
        for one in shaped
    )

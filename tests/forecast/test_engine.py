import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose

from evaluation_lib.forecast import QUANTILE_LEVELS, forecast_quantiles

LEVELS = (0.025, 0.1, 0.5, 0.9, 0.975)

ordinary = arrays(
    np.float64,
    st.integers(1, 14),
    elements=st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-6),
).filter(lambda history: bool(np.any(history != 0)))


def random_histories(count: int) -> list[np.ndarray]:
    """Return histories of every awkward kind, half of them ordinary."""
    random = np.random.default_rng(7)
    lengths = random.integers(0, 14, count)
    kinds = random.integers(0, 20, count)
    return [
        awkward(kind, random.normal(size=n), random) for kind, n in zip(kinds, lengths, strict=True)
    ]


def awkward(kind: int, noise: np.ndarray, random: np.random.Generator) -> np.ndarray:
    match kind:
        case 0:
            return np.full(len(noise), 3.7)
        case 1:
            return np.zeros(len(noise))
        case 2:
            return np.exp(20 * noise)
        case 3:
            return 1e15 * (1 + noise)
        case 4:
            return 1e-12 * noise
        case 5:
            return np.where(random.random(len(noise)) < 0.4, np.nan, noise)
        case 6:
            return -np.abs(noise).cumsum()
        case 7:
            return 1e6 + 1e-6 * noise
        case 8:
            return 1e308 * np.tanh(noise)
        case 9:
            return np.where(noise > 0, noise, 0.0)
        case 10:
            return np.where(random.random(len(noise)) < 0.2, np.inf, noise)
        case _:
            return 50 + noise.cumsum()


def test_every_history_with_a_value_has_finite_ordered_quantiles():
    batch = random_histories(100_000)
    known = np.array([bool(np.isfinite(history).any()) for history in batch])

    quantiles = forecast_quantiles(batch, 4, LEVELS)

    assert quantiles.shape == (100_000, 4, 5)
    assert np.isfinite(quantiles[known]).all()
    assert np.isnan(quantiles[~known]).all()
    assert np.all(quantiles[known][..., 1:] >= quantiles[known][..., :-1])


@given(ordinary, st.sampled_from([1e-12, 0.01, 7.3, 1e4, 1e15]))
def test_a_change_of_unit_changes_nothing_but_the_unit(history, factor):
    before = forecast_quantiles([history], 3, LEVELS)

    after = forecast_quantiles([history * factor], 3, LEVELS)

    assert_allclose(after, before * factor, rtol=1e-9, atol=1e-9 * np.abs(before * factor).max())


@given(ordinary)
def test_a_series_turned_upside_down_is_forecast_upside_down(history):
    upright = forecast_quantiles([history], 3, LEVELS)

    turned = forecast_quantiles([-history], 3, LEVELS)

    assert_allclose(turned, -upright[..., ::-1], rtol=1e-9, atol=1e-9 * np.abs(upright).max())


@given(ordinary, ordinary)
def test_series_of_one_batch_do_not_touch_each_other(first, second):
    alone = forecast_quantiles([first], 3, LEVELS)

    together = forecast_quantiles([second, first], 3, LEVELS)

    assert_allclose(together[1], alone[0], rtol=1e-9, atol=1e-9 * np.abs(alone).max())


@given(ordinary, st.integers(0, 3))
def test_empty_ends_of_a_history_change_nothing(history, empty):
    ends = np.full(empty, np.nan)

    padded = forecast_quantiles([np.concatenate([ends, history, ends])], 3, LEVELS)

    assert np.array_equal(padded, forecast_quantiles([history], 3, LEVELS))


@pytest.mark.parametrize("n", range(2, 11))
def test_a_constant_history_stays_where_it_is_but_is_not_certain(n):
    quantiles = forecast_quantiles([np.full(n, 40.0)], 3, LEVELS)[0]

    assert_allclose(quantiles[:, 2], 40.0)
    width = quantiles[:, 4] - quantiles[:, 0]
    assert np.all((width > 0.04) & (width < 80.0))


def test_a_history_of_zeros_stays_at_zero_but_is_not_certain():
    quantiles = forecast_quantiles([np.zeros(5)], 2, LEVELS)[0]

    assert_allclose(quantiles[0], [-0.5, np.log(0.2) / -np.log(0.05) / 2, 0, *quantiles[0, 3:]])
    assert_allclose(quantiles[0], -quantiles[0, ::-1])


def test_a_gap_widens_the_interval():
    bridged = forecast_quantiles([[12, 13, 12.5, 14]], 1, LEVELS)[0, 0]

    broken = forecast_quantiles([[10, np.nan, np.nan, 13, 12.5, 14]], 1, LEVELS)[0, 0]

    # Both rest on four observations and see the same last four years.
    assert broken[2] == bridged[2]
    assert broken[4] - broken[0] > 1.2 * (bridged[4] - bridged[0])


def test_the_interval_widens_beyond_the_trained_years():
    quantiles = forecast_quantiles([[10, 12, 11, 13, 12.5, 14]], 12, LEVELS)[0]

    width = quantiles[:, 4] - quantiles[:, 0]

    assert_allclose(width[11], 2 * width[5])


def test_quantiles_keep_to_the_bounds_of_their_series():
    batch = [[97.0, 98.0, 99.0], [0.3, 0.2, 0.1], [1.0, 2.0, 3.0]]

    quantiles = forecast_quantiles(batch, 5, LEVELS, [(0, 100), (0, None), (None, None)])

    assert quantiles[0].max() == 100.0
    assert quantiles[1].min() == 0.0
    assert quantiles[2].min() < 0


@pytest.mark.parametrize(
    ("horizon", "levels", "bounds", "message"),
    [
        pytest.param(0, [0.5], None, "horizon must be 1 year or more, got 0", id="no year"),
        pytest.param(1, [0.0], None, r"inside \(0, 1\), got \[0.0\]", id="certainty"),
        pytest.param(1, [np.nan], None, r"inside \(0, 1\)", id="no probability"),
        pytest.param(1, [0.5], [(1, 0)], r"series 0 are upside down: \(1, 0\)", id="bounds"),
    ],
)
def test_what_cannot_be_asked_is_refused(horizon, levels, bounds, message):
    with pytest.raises(ValueError, match=message):
        forecast_quantiles([[1.0, 2.0, 3.0]], horizon, levels, bounds)


def test_probabilities_may_come_in_any_order():
    rising = forecast_quantiles([[1.0, 2.0, 4.0]], 1, [0.1, 0.5, 0.9])

    mixed = forecast_quantiles([[1.0, 2.0, 4.0]], 1, [0.9, 0.1, 0.5])

    assert np.array_equal(mixed, rising[..., [2, 0, 1]])


def test_an_empty_batch_has_an_empty_answer():
    assert forecast_quantiles([], 3, QUANTILE_LEVELS).shape == (0, 3, len(QUANTILE_LEVELS))

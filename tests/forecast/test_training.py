import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast import training
from evaluation_lib.forecast.features import describe
from evaluation_lib.forecast.fitting import fit_network
from evaluation_lib.forecast.network import predict_shape
from evaluation_lib.forecast.shape import Shape, shape_gradient, shape_quantiles, shape_steps
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.forecast.training_windows import (
    PublicSeries,
    assign_folds,
    cut_windows,
    read_public_series,
)
from evaluation_lib.forecast.weighted import shrinkage_through_origin, weighted_quantiles

PUBLIC = Path(os.environ.get("PLAN_EVAL_BENCH", "")) / "annual_public.csv.gz"
needs_public = pytest.mark.skipif(
    not PUBLIC.is_file(),
    reason="PLAN_EVAL_BENCH does not name the folder of annual_public.csv.gz",
)


def make_series(values, known=None, set_name="comp", group="a"):
    known = len(values) - 1 if known is None else known
    return PublicSeries(
        set_name, group, np.array(values[:known], float), np.array(values[known:], float)
    )


def random_walks(count):
    random = np.random.default_rng(5)
    return [
        make_series(50 + random.normal(size=18).cumsum(), 12, group=str(k)) for k in range(count)
    ]


def test_windows_hold_every_history_and_what_followed():
    windows = cut_windows([make_series([1.0, 3.0, 4.0, 8.0])], 2)

    assert_allclose(windows.history, [[1, 3], [3, 4]])
    assert_allclose(windows.future[:, :2], [[4, 8], [8, np.nan]])
    assert_allclose(windows.scale, 1.5)
    assert_allclose(windows.weight, 0.5)


def test_a_family_is_never_split():
    series = [make_series([1.0, 2.0], set_name="ind", group=name) for name in "aaabbcdd"]

    part = assign_folds(series, 3)

    assert part.tolist() == [0, 0, 0, 1, 1, 1, 2, 2]


def test_a_weighted_median_lies_in_the_middle_of_the_weights():
    assert weighted_quantiles(np.array([9.0, 1.0, 5.0]), np.ones(3), [0.5])[0] == 5.0
    assert weighted_quantiles(np.array([1.0, 9.0]), np.array([1.0, 3.0]), [0.125, 0.625]) == (
        pytest.approx([1.0, 9.0])
    )


def test_shrinkage_is_the_share_of_the_trend_that_came_true():
    trend = np.array([2.0, -4.0, 0.0, 6.0])

    assert shrinkage_through_origin(0.5 * trend, trend, np.ones(4)) == pytest.approx(0.5)


def some_shape():
    random = np.random.default_rng(2)
    return Shape(*(0.3 * random.normal(size=(5, 3)) for _ in range(4)))


def test_steps_undo_quantiles():
    shape, step = some_shape(), 0.8

    reached = shape_quantiles(shape, np.array([step]))[..., 0]

    assert_allclose(shape_steps(shape, reached), step)


@pytest.mark.parametrize("part", ["location", "skew", "log_spread", "log_tail"])
def test_the_gradient_of_the_shape_is_its_slope(part):
    shape, steps = some_shape(), np.array([-1.2, 0.1, 0.9])
    weight = np.random.default_rng(4).normal(size=(5, 3, 3))
    nudge = 1e-6

    def total(change):
        parts = {name: getattr(shape, name) for name in Shape.__slots__}
        parts[part] = parts[part] + change
        return (weight * shape_quantiles(Shape(**parts), steps)).sum()

    slope = (total(nudge) - total(-nudge)) / (2 * nudge)

    assert getattr(shape_gradient(shape, steps, weight), part).sum() == pytest.approx(slope)


def test_fitting_twice_gives_the_same_network():
    series = random_walks(40)

    first, second = fit_network(series, rounds=1), fit_network(series, rounds=1)

    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_a_network_fitted_on_lines_expects_lines():
    slopes = np.linspace(-3, 3, 60)
    lines = [make_series(200 + k * np.arange(16.0), 10, group=str(k)) for k in slopes]

    weights = fit_network(lines, rounds=12)

    described = describe(np.array([[200.0, 202.0, 204.0, 206.0, 208.0]]))
    step = shape_quantiles(predict_shape(described, weights, 1), np.zeros(1)) * described.unit
    assert step.item() == pytest.approx(2.0, abs=0.2)


def test_a_table_written_twice_has_the_same_bytes(tmp_path):
    arrays = {"b": np.arange(3.0), "a": np.array("text")}
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"

    training.write_table(first, arrays)
    training.write_table(second, dict(reversed(arrays.items())))

    assert first.read_bytes() == second.read_bytes()
    assert np.load(first)["b"].tolist() == [0, 1, 2]


def test_the_tables_are_small_and_name_their_origin():
    names = ("transparent", "pooled", "year_to_date")

    size = sum((training.TABLES_FOLDER / f"{name}.npz").stat().st_size for name in names)

    assert size < 150_000
    for name in names:
        assert len(str(load_table(name)["input_sha256"])) == 64
        assert "CC BY 4.0" in str(load_table(name)["licences"])


@needs_public
def test_the_transparent_table_is_what_the_public_series_say():
    series = read_public_series(PUBLIC)

    refitted = training.fit_transparent(series)

    for name in refitted:
        assert_allclose(refitted[name], load_table("transparent")[name], rtol=1e-9)


@needs_public
def test_the_year_to_date_table_is_what_the_public_series_say():
    quarterly = read_public_series(PUBLIC, sets=("quarterly",))

    refitted = training.fit_year_to_date(quarterly, load_table("transparent")["trend_share"])

    for name in refitted:
        assert_allclose(refitted[name], load_table("year_to_date")[name], rtol=1e-6)


@needs_public
def test_the_tables_name_the_public_file_by_its_hash():
    origin = training.provenance(PUBLIC, read_public_series(PUBLIC))

    assert str(origin["input_sha256"]) == str(load_table("pooled")["input_sha256"])
    assert str(origin["series_counts"]) == str(load_table("pooled")["series_counts"])

"""What METHODS.md prints of the forecasts is what the packaged tables hold."""

from pathlib import Path

import pytest

from evaluation_lib.forecast.held_out import held_out_table
from evaluation_lib.forecast.tables import load_table

PAGE = (Path(__file__).parents[2] / "METHODS.md").read_text(encoding="utf-8")
SETS = {"M/Tourism together": "M and Tourism", "indicators": "country indicators"}


@pytest.mark.parametrize("n", range(3, 11))
def test_m_and_k_are_printed_as_the_table_has_them(n):
    table = load_table("transparent")
    levels = table["levels"].tolist()
    upper = [levels.index(0.9), levels.index(0.975)]

    cells = [str(n)]
    for ahead in range(3):
        cells.append(f"{table['trend_share'][n - 1, ahead]:.3f}")
        cells += [f"{table['width'][n - 1, ahead, one]:.3f}" for one in upper]

    assert f"| {' | '.join(cells)} |" in PAGE


@pytest.mark.parametrize("model", ["pooled", "transparent"])
def test_the_accuracy_is_printed_as_it_was_measured(model):
    for one in held_out_table().near():
        if one.model == model and one.set in SETS:
            line = (
                f"| {model} | {SETS[one.set]} | {one.n} "
                f"| {one.owa:.3f} ± {2 * one.owa_deviation:.3f} "
                f"| {100 * one.coverage_80:.1f} | {100 * one.coverage_95:.1f} | {one.msis:.1f} "
                f"| {one.crps:.3f} | {one.calibration_error:.3f} |"
            )
            assert line in PAGE


def test_the_page_names_the_training_file_and_its_size():
    pooled = load_table("pooled")

    assert f"`{pooled['input_sha256']}`" in PAGE
    assert f"{int(pooled['series']):,} public annual series".replace(",", " ") in PAGE
    assert f"Measured on {held_out_table().measured_on} ({held_out_table().machine}" in PAGE

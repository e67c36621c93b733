from evaluation_lib.forecast.held_out import held_out_table
from evaluation_lib.forecast.tables import load_table


def test_the_scores_belong_to_the_packaged_tables():
    measured = held_out_table()

    for name in ("pooled", "transparent"):
        assert str(load_table(name)["input_sha256"]) == measured.input_sha256


def test_both_models_are_measured_on_the_same_values():
    rows = held_out_table().rows
    counts = {
        name: {(one.set, one.n, one.last): one.cases for one in rows if one.model == name}
        for name in ("pooled", "transparent")
    }

    assert counts["pooled"] == counts["transparent"]
    assert {one.n for one in rows} == {3, 4, 5, 6, 8, 10}


def test_the_headline_engine_covers_what_it_says_within_three_points():
    for one in held_out_table().near():
        if one.model == "pooled":
            assert abs(one.coverage_95 - 0.95) < 0.03, one
            assert abs(one.coverage_80 - 0.80) < 0.03, one
            assert one.owa < 1


def test_one_to_three_and_four_to_six_years_ahead_are_told_apart():
    table = held_out_table()
    stretches = {(one.first, one.last) for one in table.rows}

    assert stretches == {(1, 3), (4, 6)}
    assert len(table.near()) > 0
    assert all(one.last == 3 for one in table.near())
    for one in table.rows:
        assert set(one.by_ahead) <= set(range(one.first, one.last + 1))


def test_what_is_kept_of_the_diagrams_adds_up_to_the_scores():
    for one in held_out_table().rows:
        sizes = sum(cases for _, _, cases in one.reliability)
        error = sum(abs(stated - came) * cases for stated, came, cases in one.reliability) / sizes
        held = sum(share * cases for _, share, cases in one.by_ahead.values()) / one.cases

        assert abs(error - one.calibration_error) < 2e-4
        assert abs(held - one.coverage_95) < 2e-4
        assert abs(sum(one.pit) - 1) < 1e-3

from evaluation_lib.forecast.held_out import held_out_table
from evaluation_lib.forecast.tables import load_table


def test_the_scores_belong_to_the_packaged_tables():
    measured = held_out_table()

    for name in ("pooled", "transparent"):
        assert str(load_table(name)["input_sha256"]) == measured.input_sha256


def test_both_models_are_measured_on_the_same_values():
    rows = held_out_table().rows
    counts = {
        name: {(one.set, one.n): one.cases for one in rows if one.model == name}
        for name in ("pooled", "transparent")
    }

    assert counts["pooled"] == counts["transparent"]
    assert {one.n for one in rows} == {3, 4, 5, 6, 8, 10}


def test_the_headline_engine_covers_what_it_says_within_three_points():
    for one in held_out_table().rows:
        if one.model == "pooled":
            assert abs(one.coverage_95 - 0.95) < 0.03, one
            assert abs(one.coverage_80 - 0.80) < 0.03, one
            assert one.owa < 1

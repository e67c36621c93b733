import pytest

from evaluation_lib.assessment.methods import CutOffs, elapsed_share


def judge(values, kind="stock", **others):
    """Judge the third of five years from 60 to 70, unless told otherwise."""
    given = {"baseline_year": 2020, "baseline": 60, "year": 2023, "target_year": 2025}
    promised = {"target": 70, "direction": "higher"}
    return elapsed_share(kind=kind, values=values, **{**given, **promised, **others})


@pytest.mark.parametrize("kind", ["stock", "rate"])
@pytest.mark.parametrize(
    ("value", "done", "status"),
    [
        pytest.param(75, 1.5, "achieved_early", id="beyond the target"),
        pytest.param(70, 1.0, "achieved_early", id="at the target"),
        pytest.param(69.99, 0.999, "ahead", id="just short of the target"),
        pytest.param(66.6, 0.66, "ahead", id="exactly 1.10 of the time share"),
        pytest.param(66.59, 0.659, "on_schedule", id="just below 1.10"),
        pytest.param(66, 0.6, "on_schedule", id="exactly the time share"),
        pytest.param(65.99, 0.599, "slightly_behind", id="just below the time share"),
        pytest.param(64.5, 0.45, "slightly_behind", id="exactly 0.75 of the time share"),
        pytest.param(64.49, 0.449, "well_behind", id="just below 0.75"),
        pytest.param(60, 0.0, "well_behind", id="nothing done"),
        pytest.param(58, -0.2, "well_behind", id="moved away"),
    ],
)
def test_the_way_covered_is_compared_with_the_time_passed(kind, value, done, status):
    answer = judge({2023: value}, kind)

    assert (answer.done, answer.due, answer.status) == (done, 0.6, status)
    assert (answer.reason, answer.lower_bound) == (None, False)


def test_lower_can_be_better():
    answer = judge({2023: 64}, baseline=70, target=60, direction="lower")

    assert (answer.done, answer.status) == (0.6, "on_schedule")


@pytest.mark.parametrize(
    ("baseline", "value", "target"),
    [
        pytest.param(0.1, 0.4, 0.6, id="three tenths of five"),
        pytest.param(1.1, 1.7, 2.1, id="six tenths of ten"),
        pytest.param(32.45, 41.78, 48, id="9.33 of 15.55"),
    ],
)
def test_sixty_percent_is_sixty_percent_whatever_binary_arithmetic_says(baseline, value, target):
    answer = judge({2023: value}, baseline=baseline, target=target)

    assert (answer.done, answer.status) == (0.6, "on_schedule")


def test_the_target_is_never_reached_by_rounding():
    answer = judge({2023: 10**17 - 1}, baseline=0, target=10**17)

    assert answer.done < 1
    assert answer.status == "ahead"


@pytest.mark.parametrize(
    ("milestone", "value", "due", "status"),
    [
        pytest.param(68, 66, 0.8, "slightly_behind", id="a steeper start"),
        pytest.param(62, 66, 0.2, "ahead", id="a slower start"),
        pytest.param(60, 60, 0.0, "on_schedule", id="nothing due, nothing done"),
        pytest.param(60, 61, 0.0, "ahead", id="nothing due, something done"),
        pytest.param(60, 59, 0.0, "well_behind", id="nothing due, moved away"),
        pytest.param(58, 57, -0.2, "well_behind", id="deeper than the dip foreseen"),
        pytest.param(58, 59, -0.2, "ahead", id="shallower than the dip foreseen"),
        pytest.param(None, 66, 0.6, "on_schedule", id="a blank milestone"),
    ],
)
def test_a_milestone_replaces_the_straight_line(milestone, value, due, status):
    answer = judge({2023: value}, milestones={2022: 61, 2023: milestone})

    assert (answer.due, answer.status) == (due, status)


@pytest.mark.parametrize(
    ("values", "done", "status"),
    [
        pytest.param({2021: 10, 2022: 14, 2023: 18}, 0.6, "on_schedule", id="on schedule"),
        pytest.param({2021: 10, 2022: 30, 2023: 30}, 1.0, "achieved_early", id="all done"),
        pytest.param({2020: 50, 2021: 10, 2022: 1, 2023: 1}, 12 / 70, "well_behind", id="base out"),
        pytest.param({2021: 14, 2022: 14, 2023: 14, 2024: 28}, 0.6, "on_schedule", id="later out"),
        pytest.param({2021: 14, 2022: 42, 2023: -14}, 0.6, "on_schedule", id="a year taken back"),
    ],
)
def test_a_cumulative_target_sums_the_years_after_the_base(values, done, status):
    answer = judge(values, "cumulative", baseline=None)

    assert (answer.done, answer.due, answer.status) == (done, 0.6, status)


def test_a_small_cumulative_target_is_no_cap():
    assert judge({2021: 0.3}, "cumulative", target=0.5, year=2021).status == "ahead"


def test_a_cumulative_milestone_is_a_share_of_the_whole():
    years = {2021: 14, 2022: 14, 2023: 14}

    assert judge(years, "cumulative", milestones={2023: 56}).due == 0.8


@pytest.mark.parametrize(
    ("values", "done", "status", "reason", "is_bound"),
    [
        pytest.param({2021: 30, 2023: 40}, 1, "achieved_early", None, True, id="reached anyway"),
        pytest.param({2021: 0, 2023: 70}, 1, "achieved_early", None, True, id="all in one year"),
        pytest.param({2021: 30, 2023: 33}, 0.9, "not_assessable", "missing_years", True, id="less"),
        pytest.param({2021: 99, 2023: -1}, 1.4, "not_assessable", "missing_years", False, id="±"),
        pytest.param({2021: None}, None, "not_assessable", "no_value", False, id="nothing known"),
    ],
)
def test_a_missing_year_makes_the_sum_a_lower_bound(values, done, status, reason, is_bound):
    answer = judge(values, "cumulative")

    assert (answer.done, answer.status, answer.reason) == (done, status, reason)
    assert answer.lower_bound is is_bound


@pytest.mark.parametrize(
    ("values", "year", "status"),
    [
        pytest.param({2021: 0, 2022: 0, 2023: 0}, 2023, "ahead", id="nothing used"),
        pytest.param({2021: 14, 2022: 14, 2023: 14}, 2023, "on_schedule", id="used as foreseen"),
        pytest.param({2021: 14, 2022: 14, 2023: 28}, 2023, "slightly_behind", id="used faster"),
        pytest.param({2021: 42, 2022: 14, 2023: 15}, 2023, "well_behind", id="used up"),
        pytest.param({2021: 71}, 2023, "well_behind", id="used up in the years known"),
        pytest.param({2021: 70}, 2023, "not_assessable", id="just not used up in those"),
        pytest.param(dict.fromkeys(range(2021, 2026), 14), 2025, "achieved_early", id="kept"),
        pytest.param(dict.fromkeys(range(2021, 2026), 15), 2025, "well_behind", id="broken"),
    ],
)
def test_a_cumulative_cap_is_better_the_less_of_it_is_used(values, year, status):
    assert judge(values, "cumulative", direction="lower", year=year).status == status


@pytest.mark.parametrize(
    ("values", "done", "status", "reason", "is_bound"),
    [
        pytest.param({2021: 70, 2022: 71, 2023: 90}, 1, "met", None, False, id="every year"),
        pytest.param({2021: 69, 2022: 71, 2023: 90}, 2 / 3, "not_met", None, False, id="recovered"),
        pytest.param({2021: 69, 2023: 90}, 1 / 3, "not_met", None, True, id="missed and missing"),
        pytest.param(
            {2021: 70, 2023: 90}, 2 / 3, "not_assessable", "missing_years", True, id="missing"
        ),
        pytest.param({2024: 70}, None, "not_assessable", "no_value", False, id="nothing due known"),
    ],
)
def test_an_annual_flow_has_to_be_kept_every_year(values, done, status, reason, is_bound):
    answer = judge(values, "annual_flow", baseline=70)

    assert (answer.done, answer.due) == (done, 1.0)
    assert (answer.status, answer.reason) == (status, reason)
    assert answer.lower_bound is is_bound


def test_an_annual_flow_is_judged_from_its_first_year_on():
    assert judge({2021: 70}, "annual_flow", year=2021).status == "met"


@pytest.mark.parametrize(
    ("value", "done", "status", "reason"),
    [
        pytest.param(100, 1.0, "met", None, id="equality keeps it"),
        pytest.param(99.9, 0.0, "not_met", None, id="just missed"),
        pytest.param(None, None, "not_assessable", "no_value", id="unknown"),
    ],
)
def test_a_level_to_maintain_passes_or_fails_by_its_year(value, done, status, reason):
    answer = judge({2022: 0, 2023: value}, "maintain", baseline=100, target=100)

    assert (answer.done, answer.due) == (done, 1.0)
    assert (answer.status, answer.reason) == (status, reason)


def test_a_year_after_the_target_year_is_judged_as_the_target_year():
    answer = judge({2025: 69, 2026: 99}, year=2026)

    assert (answer.done, answer.due, answer.status) == (0.9, 1.0, "slightly_behind")


def test_a_missing_value_leaves_what_is_due():
    answer = judge({2022: 66, 2023: None})

    assert (answer.done, answer.due, answer.reason) == (None, 0.6, "no_value")


def test_a_baseline_beyond_its_target_gives_shares_but_no_class():
    answer = judge({2023: 72}, baseline=75)

    assert (answer.done, answer.status) == (0.6, "not_assessable")
    assert answer.reason == "baseline_beyond_target"


def test_half_a_year_is_half_a_year():
    assert judge({2022.5: 65}, year=2022.5).due == 0.5


@pytest.mark.parametrize("kind", ["cumulative", "annual_flow"])
def test_years_that_are_counted_have_to_be_whole(kind):
    assert judge({2021: 70, 2022.5: 70}, kind, year=2022.5).reason == "no_year"


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        pytest.param({"target": None}, "no_target", id="no target"),
        pytest.param({"target": float("nan")}, "no_target", id="target is nan"),
        pytest.param({"target": 60}, "base_equals_target", id="no change planned"),
        pytest.param({"target": 0, "kind": "cumulative"}, "zero_target", id="zero sum"),
        pytest.param({"baseline": None}, "no_baseline", id="no baseline"),
        pytest.param({"baseline_year": None}, "no_baseline_year", id="no base year"),
        pytest.param(
            {"baseline_year": None, "kind": "annual_flow"}, "no_baseline_year", id="first year"
        ),
        pytest.param({"year": None}, "no_year", id="no year"),
        pytest.param({"target_year": None}, "no_target_year", id="no target year"),
        pytest.param({"direction": float("nan")}, "no_direction", id="no direction"),
        pytest.param({"kind": None}, "no_kind", id="no kind"),
        pytest.param({"target_year": 2020}, "target_year_not_after_baseline", id="no time at all"),
        *(
            pytest.param({"year": 2020, "kind": kind}, "not_after_baseline", id=f"{kind} too early")
            for kind in ("stock", "rate", "cumulative", "annual_flow", "maintain")
        ),
    ],
)
def test_what_cannot_be_judged_says_why(case, reason):
    answer = judge({2020: 60, 2023: 66}, **case)

    assert (answer.done, answer.due) == (None, None)
    assert (answer.status, answer.reason) == ("not_assessable", reason)


def test_cut_offs_can_be_set():
    strict = CutOffs(ahead=1.2, slightly_behind=0.9)

    assert judge({2023: 66.6}, cut_offs=strict).status == "on_schedule"
    assert judge({2023: 65.3}, cut_offs=strict).status == "well_behind"


def test_a_misspelt_kind_is_refused():
    with pytest.raises(ValueError, match="'stok' is not a valid Kind"):
        judge({2023: 66}, "stok")

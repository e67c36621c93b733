"""What holds for every input of every method."""

from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.methods import (
    ElapsedStatus,
    Rule,
    Symbol,
    anticipated_gap,
    elapsed_share,
    growth_ratio,
    projected_miss,
)
from evaluation_lib.plan.model import Kind

FROM_BEST = list(ElapsedStatus)[:5]
FLIPPED = {"higher": "lower", "lower": "higher"}

hundredths = st.integers(-100_000, 100_000)
directions = st.sampled_from(["higher", "lower"])
series = st.dictionaries(st.integers(2016, 2025), hundredths, min_size=4)


@st.composite
def cases(draw):
    """Draw a promise and its record, in hundredths of the unit."""
    return {
        "kind": draw(st.sampled_from(list(Kind))),
        "rule": draw(st.sampled_from(list(Rule))),
        "baseline": draw(hundredths),
        "target": draw(st.one_of(hundredths, st.none())),
        "predicted": draw(hundredths),
        "limit": draw(st.one_of(hundredths, st.none())),
        "values": draw(series),
        "milestones": draw(st.one_of(series, st.none())),
        "direction": draw(directions),
        "shift": 0,
    }


def scaled(case, scale):
    """Return `case` with `scale` applied to every value."""

    def apply(value):
        if isinstance(value, dict):
            return {year: scale(each) for year, each in value.items()}
        return None if value is None else scale(value)

    valued = ("baseline", "target", "predicted", "limit", "values", "milestones")
    return case | {name: apply(case[name]) for name in valued}


def judge_by_all(case):
    """Return the answers of all methods on `case`, its years moved by `shift`."""
    shift, direction = case["shift"], case["direction"]
    values = {year + shift: value for year, value in case["values"].items()}
    milestones = case["milestones"] and {y + shift: m for y, m in case["milestones"].items()}
    promise = {"target": case["target"], "direction": direction}
    years = {"baseline_year": 2020 + shift, "target_year": 2025 + shift}
    latest = values.get(2023 + shift)
    base = case["baseline"]
    return (
        elapsed_share(
            **{**promise, **years, "kind": case["kind"], "baseline": base, "values": values},
            year=2023 + shift,
            milestones=milestones,
        ),
        growth_ratio(
            **promise,
            **years,
            baseline=base,
            year=2023 + shift,
            value=latest,
            limit=case["limit"],
        ),
        projected_miss(
            values,
            **promise,
            rule=case["rule"],
            evaluation_year=2024 + shift,
            target_year=2025 + shift,
        ),
        anticipated_gap(**promise, baseline=base, value=latest, predicted=case["predicted"]),
    )


@given(cases())
def test_a_change_of_unit_changes_nothing(case):
    in_units = scaled(case, lambda hundredths: hundredths / 100)

    assert judge_by_all(in_units) == judge_by_all(case)


@given(cases())
def test_lower_is_better_is_the_mirror_image_of_higher_is_better(case):
    mirrored = scaled(case, lambda value: -value) | {"direction": FLIPPED[case["direction"]]}

    assert judge_by_all(mirrored) == judge_by_all(case)


@given(cases(), st.integers(-50, 50))
def test_a_shift_in_time_changes_nothing(case, shift):
    assert judge_by_all(case | {"shift": shift}) == judge_by_all(case)


@given(
    kind=st.sampled_from(["stock", "rate", "cumulative"]),
    values=st.lists(st.integers(0, 500), min_size=3, max_size=3),
    more=st.integers(1, 500),
)
def test_more_done_is_never_judged_worse(kind, values, more):
    def judge(last):
        return elapsed_share(
            kind=kind,
            baseline_year=2020,
            baseline=100,
            values={2021: values[0], 2022: values[1], 2023: last},
            year=2023,
            target_year=2025,
            target=400,
            direction="higher",
        )

    less, now = judge(values[2]), judge(values[2] + more)

    assert now.done > less.done
    assert FROM_BEST.index(now.status) <= FROM_BEST.index(less.status)


@given(base=st.integers(1, 500), value=st.integers(1, 1000), more=st.integers(1, 500))
def test_more_growth_never_scores_less(base, value, more):
    def judge(latest):
        return growth_ratio(
            baseline_year=2020,
            baseline=base,
            year=2023,
            value=latest,
            target_year=2025,
            target=base + 100,
            direction="higher",
        )

    less, now = judge(value), judge(value + more)

    assert now.ratio > less.ratio
    assert now.score >= less.score


@given(series, st.integers(1, 100_000), directions)
def test_a_nearer_target_never_has_worse_weather(points, further, direction):
    sign = 1 if direction == "higher" else -1

    def judge(target):
        return projected_miss(
            points,
            rule="reach",
            evaluation_year=2025,
            direction=direction,
            target=target,
            target_year=2030,
        )

    beyond = max(points.values(), key=lambda value: sign * value) + sign
    near, far = judge(beyond), judge(beyond + sign * further)

    assert (near is None) == (far is None)
    assert near is None or list(Symbol).index(near) <= list(Symbol).index(far)

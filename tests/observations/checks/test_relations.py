import pytest

from evaluation_lib.plan.model import Measure, Relation
from tests.builders import make_indicator, make_plan, make_rows
from tests.observations.checks.asking import found


def plan_with(comparison, right, **changes):
    names = ("part", "whole", "added", "people")
    measures = tuple(
        Measure(id=one, name=one, name_en=one, unit="项", role="context", period_rule="end")
        for one in names
    )
    relation = Relation(left="part", comparison=comparison, right=right, **changes)
    return make_plan(make_indicator(), measures=measures, relations=(relation,))


def rows_of(**values):
    return make_rows(
        *(
            {"indicator": name, "period": str(year), "value": float(value)}
            for name, years in values.items()
            for year, value in years.items()
        ),
        published_on="2024-03-31",
    )


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        pytest.param(90, False, id="smaller"),
        pytest.param(100.4, False, id="equal but for rounding"),
        pytest.param(110, True, id="greater"),
    ],
)
def test_a_part_greater_than_its_whole_is_told(part, broken):
    plan = plan_with("<=", "whole")

    findings = found(rows_of(part={2022: part}, whole={2022: 100}), "relation", plan)

    assert bool(findings) is broken


def test_a_broken_relation_names_both_values_and_its_reason():
    plan = plan_with("<=", "whole", note="企业是主体的一部分", note_en="Enterprises are entities")

    (finding,) = found(rows_of(part={2022: 110}, whole={2022: 100}), "relation", plan)

    assert finding.text.zh == "数值110，应<=100（企业是主体的一部分）。"
    assert finding.text.en == "110 should be <= 100 (Enterprises are entities)."


def test_years_and_places_are_not_compared_with_others():
    plan = plan_with("<=", "whole")
    rows = make_rows(
        {"indicator": "part", "period": "2022", "value": 110.0},
        {"indicator": "whole", "period": "2021", "value": 100.0},
        {"indicator": "whole", "period": "2022", "value": 100.0, "jurisdiction": "440802"},
        published_on="2024-03-31",
    )

    assert not found(rows, "relation", plan)


def test_a_stock_is_last_years_and_what_was_added():
    plan = plan_with("=", "part@previous + added")

    (finding,) = found(
        rows_of(part={2021: 100, 2022: 110, 2023: 130}, added={2022: 10, 2023: 15}),
        "balance",
        plan,
    )

    assert finding.period == "2023"
    assert "应=125" in finding.text.zh


def test_a_figure_per_head_names_the_year_whose_denominator_fits():
    plan = plan_with("=", "10 * whole / people@previous")
    people = {2021: 100, 2022: 80}

    official = rows_of(part={2022: 5}, whole={2022: 50}, people=people)
    other_year = rows_of(part={2022: 6.25}, whole={2022: 50}, people=people)
    neither = rows_of(part={2022: 7}, whole={2022: 50}, people=people)

    assert not found(official, "per_head", plan)
    (finding,) = found(other_year, "per_head", plan)
    assert "以另一年度为分母则相符" in finding.text.zh
    (finding,) = found(neither, "per_head", plan)
    assert "分母则相符" not in finding.text.zh


def test_a_bound_breaks_no_relation():
    plan = plan_with("<=", "whole")
    rows = rows_of(part={2022: 110}, whole={2022: 100}).assign(comparator=["=", ">="])

    assert not found(rows, "relation", plan)

import csv
import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from evaluation_lib.errors import PlanError
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.relations import Amount, Relation, Term, parse_terms

FOLDER = Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025"


def test_a_right_hand_side_is_a_sum_of_products():
    assert parse_terms("0.5*patents / population@previous - old + 2 * new / 4") == (
        Term(0.5, (Amount("patents", False),), (Amount("population", True),)),
        Term(-1.0, (Amount("old", False),), ()),
        Term(0.5, (Amount("new", False),), ()),
    )


@pytest.mark.parametrize(
    "right",
    ["", "+", "a +", "a b", "a * * b", "3", "A", "a@next", "a ^ 2", "0 * a", "a / 0", "/ a", "-a"],
)
def test_what_is_no_sum_of_products_is_refused(right):
    with pytest.raises(ValidationError):
        Relation(left="a", comparison="=", right=right)


def test_an_unknown_quantity_and_an_unreadable_sum_are_named_at_once(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "plan"))
    with (folder / "relations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["left", "comparison", "right", "note"])
        writer.writerow(["enterprises", "<=", "market_entity", ""])
        writer.writerow(["enterprise", "<=", "market_entities", ""])

    with pytest.raises(PlanError) as refused:
        read_plan(folder)

    first, second = str(refused.value).splitlines()
    assert "row 2, column right: no indicator or measure 'market_entity'; did you mean" in first
    assert "row 3, column left: no indicator or measure 'enterprise'; did you mean" in second


def test_a_plan_without_relations_has_none(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "plan"))
    (folder / "relations.csv").unlink()

    assert read_plan(folder).relations == ()

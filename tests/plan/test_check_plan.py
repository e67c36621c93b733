"""Ten broken plans, each answered with everything that is wrong with it."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from evaluation_lib.errors import PlanError
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.reading import find_faults
from evaluation_lib.plan.starting import TABLES, plan_schemas, start_plan

EXAMPLE = Path(__file__).parents[1] / "data/plans/example-2026-2030"
ZHANJIANG = Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025"


def edit(path, *changes):
    """Change cells of a CSV file: row (the first after the header is 2), column, text."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, column, text in changes:
        rows[row - 2][column] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def spoil_kinds(folder):
    edit(folder / "indicators.csv", (2, "kind", "stok"), (3, "nature", "bindin"), (5, "id", "A b"))


def spoil_bases(folder):
    edit(
        folder / "indicators.csv",
        (4, "target", "180"),
        (6, "baseline", ""),
        (7, "target", "3"),
        (8, "target_high", ""),
        (12, "target", "2"),
        (13, "relative_to", "output"),
    )


def spoil_references(folder):
    edit(folder / "indicators.csv", (7, "relative_to", "outptu"))
    edit(folder / "milestones.csv", (2, "indicator", "forrest_cover"))
    edit(folder / "earlier.csv", (2, "indicator", "rivers"))
    edit(folder / "commitments.csv", (4, "indicator", "sample"))


def spoil_milestones(folder):
    edit(folder / "milestones.csv", (2, "year", "2035"))


def spoil_commitments(folder):
    edit(
        folder / "commitments.csv",
        (2, "deadline", "2026-02-30"),
        (3, "unit", ""),
        (4, "type", "quantifed"),
    )


def spoil_tasks(folder):
    edit(
        folder / "tasks.csv",
        (2, "commitments", "labratory"),
        (3, "chapter", "7"),
        (4, "id", "T03-1-01"),
    )
    edit(folder / "goals.csv", (2, "chapters", "3;9"))


def spoil_claims(folder):
    edit(folder / "claims.csv", (2, "expression", "1000/(800"), (2, "precision", ""))


def spoil_settings(folder):
    replace(folder / "plan.yml", "start: 2026", "start: soon")
    replace(folder / "plan.yml", "short_title: 虚构市规划\n", "")
    replace(folder / "plan.yml", 'jurisdiction: "990100"', 'jurisdiction: "9901"')


def spoil_place(folder):
    replace(folder / "plan.yml", 'jurisdiction: "990100"', 'jurisdiction: "990199"')
    replace(folder / "plan.yml", "baseline_year: 2025", "baseline_year: 2027")


def spoil_columns(folder):
    replace(folder / "indicators.csv", "period_rule", "periodrule")
    (folder / "tasks.csv").write_bytes("编号,名称\n".encode("gbk"))
    (folder / "plan.yml").write_text("id: [open", encoding="utf-8")


BROKEN = {
    spoil_kinds: [
        r"indicators\.csv: row 2, column kind: .*'stok'",
        r"indicators\.csv: row 3, column nature: .*'bindin'",
        r"indicators\.csv: row 5, column id: .*'A b'",
    ],
    spoil_bases: [
        r"row 4, basis cumulative_reduction needs a target between 0 and 100",
        r"row 6, basis increment needs a baseline",
        r"row 7, target and comparison must both be given",
        r"row 8, target_high belongs to basis range",
        r"row 12, target 2\.0 lies outside 0\.0\.\.1\.0",
        r"row 13, relative_to belongs to basis relative_growth",
    ],
    spoil_references: [
        r"indicators\.csv: row 7, column relative_to: no indicator 'outptu'; did you mean 'output'",
        r"milestones\.csv: row 2, column indicator: no indicator .* did you mean 'forest_cover'",
        r"earlier\.csv: row 2, column indicator: no indicator 'rivers'; use one of",
        r"commitments\.csv: row 4, column indicator: no indicator 'sample'; did you mean 'samples'",
    ],
    spoil_milestones: [r"milestones\.csv: row 2, column year: 2035 lies outside 2026-2030"],
    spoil_commitments: [
        r"commitments\.csv: row 2, deadline '2026-02-30' is no day of the calendar",
        r"commitments\.csv: row 3, comparison, value and unit must all be given",
        r"commitments\.csv: row 4, column type: .*'quantifed'",
    ],
    spoil_tasks: [
        r"tasks\.csv: 'T03-1-01' stands in more than one row",
        r"tasks\.csv: row 3, column section: structure\.csv has no chapter 7, section 1",
        r"goals\.csv: row 2, column chapters: structure\.csv has no chapter 9",
        r"tasks\.csv: row 2, column commitments: no commitment .* did you mean 'laboratory'",
    ],
    spoil_claims: [r"claims\.csv: row 2, expected and precision .* blank; '1000/\(800' is no sum"],
    spoil_settings: [
        r"plan\.yml: short_title: Field required",
        r"plan\.yml: jurisdiction: String should match",
        r"plan\.yml: start: Input should be a valid integer",
    ],
    spoil_place: [
        r"plan\.yml: jurisdiction 990199 is not among jurisdictions; use one of 990100",
        r"plan\.yml: baseline_year 2027, start 2026 and end 2030 must rise",
    ],
    spoil_columns: [
        r"plan\.yml: not valid YAML",
        r"indicators\.csv: column period_rule is missing",
        r"indicators\.csv: column periodrule is not known",
        r"tasks\.csv: not UTF-8",
    ],
}


@pytest.mark.parametrize("spoil", BROKEN, ids=lambda spoil: spoil.__name__)
def test_a_broken_plan_is_answered_with_all_its_faults(tmp_path, spoil):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))
    spoil(folder)

    told = find_faults(folder)

    for pattern in BROKEN[spoil]:
        assert any(re.search(pattern, fault) for fault in told), (pattern, told)
    assert len(told) == len(BROKEN[spoil]), told
    with pytest.raises(PlanError):
        read_plan(folder)


@pytest.mark.parametrize("folder", [EXAMPLE, ZHANJIANG], ids=["example", "zhanjiang"])
def test_the_plans_at_hand_have_no_fault(folder):
    assert find_faults(folder) == []


def test_words_that_do_not_stand_on_their_line_are_told(tmp_path):
    folder = Path(shutil.copytree(ZHANJIANG, tmp_path / "plan"))
    edit(folder / "commitments.csv", (2, "quote", "全市市场主体达84万户"))

    told = find_faults(folder)

    assert len(told) == 1
    assert "row 2, column quote: these words do not stand on line 213" in told[0]


def test_a_new_plan_has_no_fault_and_a_guide_to_every_column(tmp_path):
    written = start_plan(tmp_path / "mine")

    assert find_faults(tmp_path / "mine") == []
    assert read_plan(tmp_path / "mine").indicators[0].id == "first_indicator"
    guide = (tmp_path / "mine/README.md").read_text(encoding="utf-8")
    assert all(
        f"| `{column}` |" in guide for model in TABLES.values() for column in model.model_fields
    )
    assert len(written) == 13


def test_nothing_that_exists_is_overwritten(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(PlanError, match="exists and is not empty"):
        start_plan(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_schemas_describe_the_settings_and_every_table():
    schemas = plan_schemas()

    assert {"id", "jurisdictions", "cut_offs"} <= set(schemas["plan.schema.json"]["properties"])
    assert "indicators" not in schemas["plan.schema.json"]["properties"]
    assert "basis" in schemas["indicators.schema.json"]["properties"]
    assert len(schemas) == len(TABLES) + 2

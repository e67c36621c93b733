"""A plan folder is read whole, or answered with everything that is wrong with it."""

import csv
import shutil
from pathlib import Path

import pytest

from evaluation_lib.errors import PlanError
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Comparison, Kind

FOLDER = Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(FOLDER, tmp_path / "plan"))


def rewrite(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_plan_holds_the_table_of_its_text():
    plan = read_plan(FOLDER)

    assert len(plan.indicators) == 19
    assert [one.number for one in plan.indicators] == list(range(1, 20))
    assert [one.number for one in plan.indicators if one.is_binding] == [14, 15, 16, 17, 19]
    assert [one.number for one in plan.indicators if one.target is None] == [3, 15, 18, 19]
    assert [one.number for one in plan.indicators if one.comparison is Comparison.AT_LEAST] == [
        14,
        17,
    ]


def test_every_row_stands_on_its_line_of_the_text():
    lines = (FOLDER / "text.txt").read_text(encoding="utf-8").split("\n")

    for one in read_plan(FOLDER).indicators:
        start = one.line - 1
        cells = [line.strip() for line in lines[start : start + 10] if line.strip()]
        assert cells[0] == str(one.number)
        assert one.name in cells
        assert one.unit in cells
        printed = [cell for cell in cells if cell.lstrip("≥").replace(".", "").isdigit()][1:]
        sign = "≥" if one.comparison is Comparison.AT_LEAST else ""
        expected = [one.baseline, one.target]
        kept = [value for value in expected if value is not None]
        assert [float(cell.lstrip("≥")) for cell in printed[: len(kept)]] == kept
        if one.target is not None:
            assert printed[1].startswith(sign)
            assert sign or not printed[1].startswith("≥")


def test_the_kinds_are_those_of_the_subject_not_of_the_unit():
    kinds = {one.number: one.kind for one in read_plan(FOLDER).indicators}

    assert kinds[4] is Kind.CUMULATIVE
    assert kinds[14] is kinds[19] is Kind.ANNUAL_FLOW
    assert kinds[16] is Kind.MAINTAIN
    assert kinds[15] is kinds[17] is kinds[18] is Kind.RATE
    assert all(kinds[number] is Kind.STOCK for number in (1, 2, 3, *range(5, 14)))


def test_the_settings_file_names_its_folder():
    assert read_plan(FOLDER / "plan.yml") == read_plan(FOLDER)


def test_a_missing_folder_is_one_sentence(tmp_path):
    with pytest.raises(PlanError, match="no such plan folder"):
        read_plan(tmp_path / "nowhere")


def test_all_faults_of_all_rows_are_told_at_once(folder):
    def spoil(rows):
        rows[0]["kind"] = "stok"
        rows[1]["target"] = "twelve"
        rows[4]["comparison"] = ""
        rows[6]["id"] = "enterprises"

    rewrite(folder / "indicators.csv", spoil)

    with pytest.raises(PlanError) as caught:
        read_plan(folder)

    told = str(caught.value)
    assert "row 2, column kind" in told
    assert "'stok'" in told
    assert "row 3, column target" in told
    assert "'twelve'" in told
    assert "row 6" in told
    assert "target and comparison must both be given" in told


def test_an_id_used_twice_is_named(folder):
    rewrite(folder / "indicators.csv", lambda rows: rows[6].update(id="enterprises"))

    with pytest.raises(PlanError, match="id 'enterprises' stands in more than one row"):
        read_plan(folder)


def test_a_missing_and_an_unknown_column_are_both_named(folder):
    path = folder / "indicators.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("nature,kind", "natur,kind", 1), encoding="utf-8")

    with pytest.raises(PlanError) as caught:
        read_plan(folder)

    assert "column nature is missing" in str(caught.value)
    assert "column natur is not known" in str(caught.value)


def test_broken_yaml_is_told_with_its_place(folder):
    (folder / "plan.yml").write_text("id: [unclosed\nversion: x", encoding="utf-8")

    with pytest.raises(PlanError, match=r"plan\.yml: not valid YAML: .*line 2"):
        read_plan(folder)


def test_cut_offs_that_rise_are_refused(folder):
    path = folder / "plan.yml"
    text = path.read_text(encoding="utf-8").replace("ahead: 1.10", "ahead: 0.50")
    path.write_text(text, encoding="utf-8")

    with pytest.raises(PlanError, match="cut-offs must fall"):
        read_plan(folder)


def test_a_file_in_another_encoding_is_told(folder):
    path = folder / "indicators.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))

    with pytest.raises(PlanError, match="not UTF-8"):
        read_plan(folder)


def test_a_target_beyond_what_is_possible_is_refused(folder):
    rewrite(folder / "indicators.csv", lambda rows: rows[16].update(target="105"))

    with pytest.raises(PlanError, match=r"target 105\.0 lies outside 0\.0\.\.100\.0"):
        read_plan(folder)

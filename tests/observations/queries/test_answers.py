"""An answer settles its question once and for all, and nothing else."""

import openpyxl
import pytest

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.forms import import_forms
from evaluation_lib.observations.queries import Kind
from evaluation_lib.observations.queries.answers import read_answers, write_answers
from evaluation_lib.observations.queries.model import query_id
from tests.observations.forms.form_builder import CITY_BLOCK, PLAN, asked, make_book, values

COVERAGE = "生产领域市级工业产品质量监督抽查覆盖率"


def form(folder, value=0.0342, *, name=COVERAGE, unit="%"):
    rows = [CITY_BLOCK, ["指标", "单位", "2023年"], [name, unit, value]]
    return make_book(folder / "表.xlsx", rows)


def answered(path, answer):
    """Import a form, answer its one query, and import it again."""
    first = import_forms([path], PLAN)
    (query,) = first.queries
    return import_forms([path], PLAN, answers={query.id: answer})


@pytest.mark.parametrize(
    ("answer", "value"),
    [("3.42%", 3.42), ("0.0342%", 0.0342), ("３．４２％", 3.42)],
)
def test_an_answer_gives_the_value_and_stands_beside_what_was_written(tmp_path, answer, value):
    intake = answered(form(tmp_path), answer)

    assert values(intake) == [("440800", "product_inspection_coverage", "2023", "=", value)]
    assert list(intake.observations["raw"]) == [f"0.0342（答复：{answer}）"]
    assert asked(intake) == []


@pytest.mark.parametrize("answer", ["0.05", "三四个", "确认"])
def test_an_answer_that_settles_nothing_is_asked_again(tmp_path, answer):
    intake = answered(form(tmp_path), answer)

    assert values(intake) == []
    assert len(intake.queries) == 1


def test_confirming_the_one_proposal_takes_it(tmp_path):
    intake = answered(form(tmp_path, "122（含军民通用）", name="国家标准", unit="项"), "确认")

    assert values(intake) == [("440800", "national_standards", "2023", "=", 122.0)]
    assert asked(intake) == []


def test_missing_for_good_is_an_answer_too(tmp_path):
    intake = answered(form(tmp_path, "同上", name="国家标准", unit="项"), "由省局统一发布")

    assert values(intake) == []
    assert asked(intake) == []


def test_a_name_given_in_answer_is_the_name_of_its_row(tmp_path):
    intake = answered(form(tmp_path, 122, name="国标数", unit="项"), "国家标准")

    assert values(intake) == [("440800", "national_standards", "2023", "=", 122.0)]
    assert asked(intake) == []


def test_a_warning_that_was_confirmed_is_not_raised_again(tmp_path):
    path = form(tmp_path, 114.92, name="知识产权质押融资金额", unit="亿元")

    assert asked(import_forms([path], PLAN)) == [("C3", "implausible")]
    assert asked(answered(path, "属实")) == []


def test_an_old_answer_never_settles_a_new_value(tmp_path):
    path = form(tmp_path)
    (query,) = import_forms([path], PLAN).queries
    form(tmp_path, 0.0452)

    intake = import_forms([path], PLAN, answers={query.id: "3.42%"})

    assert values(intake) == []
    assert asked(intake) == [("C3", "tenfold")]


def test_a_question_keeps_its_id_as_long_as_it_is_the_same():
    same = query_id("表.xlsx", "汇总表", "C3", Kind.TENFOLD, "0.0342")

    assert same == query_id("表.xlsx", "汇总表", "C3", Kind.TENFOLD, "0.0342")
    assert same != query_id("表.xlsx", "汇总表", "C3", Kind.TENFOLD, "0.0452")


def test_answers_are_kept_in_a_file(tmp_path):
    path = tmp_path / "answers.csv"
    write_answers({"Q-2": "=1+1", "Q-1": "3.42%"}, path)

    assert path.read_text(encoding="utf-8") == "id,answer\nQ-1,3.42%\nQ-2,'=1+1\n"
    assert read_answers(tmp_path / "none.csv") == {}
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(ObservationError, match="expected the columns id and answer"):
        read_answers(path)


def test_a_workbook_of_the_senders_own_is_no_list_of_queries(tmp_path):
    path = form(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("质疑清单")["A1"] = "无"
    book.save(path)

    assert len(import_forms([path], PLAN).queries) == 1

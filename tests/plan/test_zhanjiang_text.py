"""The Zhanjiang plan's text, carried as data, says what the plan's text says."""

import ast
import csv
import hashlib
import re
from collections import Counter
from fractions import Fraction
from itertools import product
from operator import add, mul, sub, truediv
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "plans" / "zhanjiang-2021-2025"
BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")
HEADING = re.compile(r"第([一二三四五六七八九十]+)([章节])\s+(.+)")
NUMERALS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"]
OPERATORS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
UNTITLED = {222, 328}


def read_rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


LINES = (FOLDER / "text.txt").read_bytes().decode("utf-8").split("\n")
STRUCTURE = read_rows("structure.csv")
COMMITMENTS = read_rows("commitments.csv")
TASKS = read_rows("tasks.csv")
GOALS = read_rows("goals.csv")
CLAIMS = read_rows("claims.csv")


def line_of(row: dict[str, str]) -> str:
    return LINES[int(row["line"]) - 1]


def plain(line: int) -> str:
    """Return `line` without its bookmarks."""
    return BOOKMARK.sub("", LINES[line - 1]).strip()


def place_of(line: int) -> tuple[str, str]:
    """Return the chapter and section that hold `line`."""
    last = [row for row in STRUCTURE if int(row["line"]) <= line][-1]
    return last["chapter"], last["section"]


def measures_of(line: int) -> list[str]:
    """Return the sentences after the title, or all of them where no title is printed."""
    sentences = [part for part in re.split("[。；]", plain(line)) if part.strip()]
    return sentences if line in UNTITLED else sentences[1:]


def evaluate(expression: str) -> tuple[Fraction, Fraction]:
    """Return the least and greatest value of a sum of printed numbers.

    Counts are exact; a number with decimals was rounded and carries half a unit of its last one.
    """

    def visit(node: ast.expr) -> tuple[Fraction, Fraction]:
        if isinstance(node, ast.BinOp):
            apply = OPERATORS[type(node.op)]
            corners = [apply(a, b) for a, b in product(visit(node.left), visit(node.right))]
            return min(corners), max(corners)
        literal = ast.get_source_segment(expression, node) or ""
        places = len(literal.partition(".")[2])
        half_unit = Fraction(1, 2 * 10**places) if places else 0
        return Fraction(literal) - half_unit, Fraction(literal) + half_unit

    return visit(ast.parse(expression, mode="eval").body)


def closes(expression: str, claim: dict[str, str]) -> bool:
    """Tell whether the sum agrees with what the text states, within printed precision."""
    expected, precision = Fraction(claim["expected"]), Fraction(claim["precision"])
    low, high = evaluate(expression)
    if claim["comparison"] == "=":
        return low <= expected + precision and high >= expected - precision
    bounds = {">": low > expected, ">=": low >= expected, "<=": high <= expected}
    return bounds[claim["comparison"]]


def test_the_text_is_the_draft_byte_for_byte():
    text = (FOLDER / "text.txt").read_bytes()

    digest = hashlib.sha256(text).hexdigest()

    assert digest == "7c37c44f754bb719eb942e4abf05befe04cefd9f32392e4dda429d350fbf1ab5"


@pytest.mark.parametrize(
    "name", ["structure.csv", "commitments.csv", "tasks.csv", "goals.csv", "claims.csv"]
)
def test_a_table_is_plain_utf8_with_full_rows(name):
    raw = (FOLDER / name).read_bytes()

    rows = list(csv.reader(raw.decode("utf-8").splitlines(), strict=True))

    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_the_counts_are_those_recorded():
    outcomes = Counter(claim["note"].split("：", 1)[0] for claim in CLAIMS)

    assert len(COMMITMENTS) == 62
    assert len(TASKS) == 92
    assert sum(int(row["measures"]) for row in TASKS) == 324
    assert len(GOALS) == 9
    assert outcomes == {"闭合": 27, "存疑": 3, "不闭合": 1, "时期有误": 1, "无从核算": 1}


@pytest.mark.parametrize("rows", [COMMITMENTS, TASKS, GOALS, CLAIMS])
def test_ids_are_unique(rows):
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("rows", [COMMITMENTS, GOALS, CLAIMS])
def test_a_quote_stands_once_on_its_line(rows):
    assert [row["id"] for row in rows if line_of(row).count(row["quote"]) != 1] == []


def test_chapters_and_sections_are_numbered_without_a_gap():
    chapters = [int(row["chapter"]) for row in STRUCTURE if not row["section"]]

    sections = [r["section"] for r in STRUCTURE if r["section"]]

    assert chapters == list(range(1, 12))
    assert "".join(sections) == "12" + "123" * 2 + "12" + "123" + "1234" + "123" * 3 + "12" + "1234"
    assert [int(row["line"]) for row in STRUCTURE] == sorted(int(r["line"]) for r in STRUCTURE)


def test_every_printed_heading_is_carried_with_its_own_number():
    printed = {
        (line, match[2], NUMERALS.index(match[1]), match[3])
        for line in range(1, len(LINES) + 1)
        if (match := HEADING.match(plain(line)))
    }

    carried = {
        (int(row["line"]), kind, int(row["section"] or row["chapter"]), row["title"])
        for row in STRUCTURE
        if row["restored"] == "no" and (kind := "节" if row["section"] else "章")
    }

    assert carried == printed


def test_a_restored_heading_is_marked_as_no_words_of_the_plan():
    restored = [row for row in STRUCTURE if row["restored"] == "yes"]

    assert {row["chapter"] for row in restored} == {"5", "6", "7"}
    assert all(row["title"][0] in "[〔" and row["note"] for row in restored)
    assert not any(HEADING.match(plain(int(row["line"]))) for row in restored)


def test_every_gap_in_the_numbering_of_the_bookmarks_is_a_restored_heading():
    bookmarks = {int(found) for found in re.findall(r"_Toc(742380\d\d)", "".join(LINES))}

    lost = set(range(min(bookmarks), max(bookmarks) + 1)) - bookmarks

    assert len(lost) == sum(row["restored"] == "yes" for row in STRUCTURE)


@pytest.mark.parametrize("rows", [COMMITMENTS, TASKS])
def test_a_row_stands_in_the_chapter_and_section_that_hold_its_line(rows):
    for row in rows:
        assert (row["chapter"], row["section"]) == place_of(int(row["line"])), row["id"]


def test_every_paragraph_of_chapters_three_to_eleven_is_one_task():
    texts = {line: plain(line) for line in range(211, 329)}

    paragraphs = [line for line, text in texts.items() if text and not HEADING.match(text)]

    assert [int(row["line"]) for row in TASKS] == paragraphs


def test_a_task_is_titled_and_numbered_as_printed():
    running: Counter[tuple[str, str]] = Counter()
    for row in TASKS:
        running[row["chapter"], row["section"]] += 1
        end = "，" if int(row["line"]) in UNTITLED else "。"

        assert plain(int(row["line"])).startswith(row["title"] + end)
        number = running[row["chapter"], row["section"]]
        assert row["id"] == f"T{int(row['chapter']):02d}-{row['section']}-{number:02d}"


def test_a_measure_is_a_sentence_after_the_title_and_has_a_verb():
    for row in TASKS:
        measures, verbs = measures_of(int(row["line"])), row["verbs"].split(";")

        assert int(row["measures"]) == len(measures) == len(verbs), row["id"]
        assert all(verb in text for verb, text in zip(verbs, measures, strict=True)), row["id"]


def test_a_body_is_named_as_printed():
    for row in TASKS:
        assert all(body in line_of(row) for body in row["bodies"].split(";")), row["id"]


def test_a_task_links_the_commitments_of_its_own_paragraph():
    linked = [(key, row["line"]) for row in TASKS for key in row["commitments"].split(";") if key]

    assert sorted(linked) == sorted((row["id"], row["line"]) for row in COMMITMENTS)


@pytest.mark.parametrize("row", COMMITMENTS, ids=lambda row: row["id"])
def test_a_commitment_can_be_judged(row):
    assert row["type"] in {"quantified", "dated", "full_coverage", "yes_no"}
    assert row["comparison"] in {"", ">=", "<=", "=", ">"}
    assert bool(row["comparison"]) == bool(row["value"]) == bool(row["unit"])
    assert bool(row["value"]) == (row["type"] in {"quantified", "full_coverage"})
    assert row["deadline"] == "2025" or re.fullmatch(r"202[1-4]-\d\d-\d\d", row["deadline"])
    assert (row["then"] == "keep") == (row["deadline"] < "2025")
    assert all((row["subject"], row["subject_en"], row["proof"]))


def test_a_commitment_without_a_date_of_its_own_falls_due_with_the_plan():
    dated = re.compile("2025年|2021年12月|5年内|银行开户预约|其中企业|共70项")

    undated = [row for row in COMMITMENTS if not dated.search(row["quote"])]

    assert {(row["deadline"], row["note"][:7]) for row in undated} == {("2025", "期限按规划期末")}


def test_a_repeated_indicator_has_the_target_of_the_table():
    targets = {row["id"]: row["target"] for row in read_rows("indicators.csv")}

    repeated = [row for row in COMMITMENTS if row["indicator"]]

    assert len(repeated) == 4
    assert all(float(targets[row["indicator"]]) == float(row["value"]) for row in repeated)


def test_a_goal_points_to_chapters_or_says_why_not():
    chapters = {row["chapter"] for row in STRUCTURE}

    assert all(set(row["chapters"].split(";")) <= chapters for row in GOALS if row["chapters"])
    assert all(row["note"] for row in GOALS if not row["chapters"])
    assert all(row["title"] in row["quote"] for row in GOALS)
    assert [row["horizon"] for row in GOALS] == ["2025"] * 8 + ["2035"]


def test_the_goals_of_line_38_cover_the_line():
    quotes = [row["quote"] for row in GOALS if row["line"] == "38"]

    assert len(quotes) == 7
    assert "".join(quotes) == LINES[37]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_the_note_on_a_claim_says_what_its_sum_says(claim):
    outcome = claim["note"].split("：", 1)[0]

    if outcome == "无从核算":
        assert claim["expected"] == claim["precision"] == ""
        evaluate(claim["expression"])
    elif outcome == "存疑":
        readings = [part.split("=", 1)[1] for part in claim["readings"].split(";")]
        assert {closes(reading, claim) for reading in readings} == {True, False}
    else:
        assert outcome in {"闭合", "不闭合", "时期有误"}
        assert closes(claim["expression"], claim) == (outcome == "闭合")


def test_an_input_is_printed_where_it_is_said_to_be():
    for claim in CLAIMS:
        for given in claim["inputs"].split(";"):
            label, value, place = re.fullmatch(r"(.+?)=([^@]+)@(.+)", given).groups()
            number = re.match(r"≥?[\d.]+", value)[0]
            if place.startswith("L"):
                whole_number = rf"(?<![\d.]){re.escape(number)}(?![\d.])"
                assert re.search(whole_number, LINES[int(place[1:]) - 1]), (claim["id"], given)
            elif place == "列举":
                assert label in line_of(claim), (claim["id"], given)
            else:
                assert place.startswith("外部："), (claim["id"], given)


def test_an_expression_uses_no_number_that_is_not_among_its_inputs():
    scales = {"1", "5", "10", "1000", "10000"}
    for claim in CLAIMS:
        given = re.findall(r"\d+(?:\.\d+)?", claim["inputs"])

        used = re.findall(r"\d+(?:\.\d+)?", claim["expression"])

        assert set(used) <= set(given) | scales, claim["id"]


def test_interval_arithmetic_follows_printed_precision():
    assert evaluate("7380/10000") == (Fraction("0.738"), Fraction("0.738"))
    assert evaluate("2*(1.0-0.5)") == (Fraction("0.8"), Fraction("1.2"))

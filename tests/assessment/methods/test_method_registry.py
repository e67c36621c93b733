import ast
from pathlib import Path

import pytest

import evaluation_lib.assessment.methods as methods
from evaluation_lib.assessment.methods import METHODS, REASONS, find_method, method
from evaluation_lib.errors import EvaluationError

PACKAGE = Path(methods.__file__).parent


def reasons_in_code():
    """Return every reason that the methods' modules end a judgement with."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.glob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    found = set()
    for call in calls:
        name = getattr(call.func, "id", "")
        given = [*call.args, *(each.value for each in call.keywords if each.arg == "reason")]
        texts = [each.value for each in given if isinstance(each, ast.Constant)]
        if name in ("needed", "NotJudged", "_record"):
            found.update(text for text in texts if isinstance(text, str))
    return found


def test_the_four_methods_are_found_by_their_names():
    names = ["anticipated_gap", "elapsed_share", "growth_ratio", "projected_miss"]

    assert sorted(METHODS) == names
    assert [find_method(name).judge for name in names] == [getattr(methods, n) for n in names]


def test_every_method_has_a_title_in_both_languages():
    for each in METHODS.values():
        assert each.title.zh != each.title.en


def test_an_unknown_method_is_answered_with_the_nearest_and_the_whole_list():
    with pytest.raises(EvaluationError) as refused:
        find_method("growth_rate")

    assert str(refused.value) == (
        "No judgement method is called 'growth_rate'. Did you mean 'growth_ratio'? "
        "Known methods: anticipated_gap, elapsed_share, growth_ratio, projected_miss."
    )


def test_a_name_like_no_other_is_answered_with_the_list_alone():
    with pytest.raises(EvaluationError, match=r"^No judgement method is called 'zzz'\. Known"):
        find_method("zzz")


def test_a_name_is_entered_once():
    enter = method("elapsed_share", title_zh="重复", title_en="Twice")

    with pytest.raises(ValueError, match="called 'elapsed_share' already"):
        enter(print)

    assert find_method("elapsed_share").judge is methods.elapsed_share


def test_every_reason_given_has_its_sentence_and_every_sentence_is_given():
    assert reasons_in_code() == set(REASONS)
    assert list(REASONS) == sorted(REASONS)


def test_every_sentence_stands_in_both_languages():
    for text in REASONS.values():
        assert text.zh.endswith("。")
        assert text.en.endswith(".")

import pytest

from evaluation_lib.observations.checks import Severity
from tests.builders import make_rows
from tests.observations.checks.asking import found

PAIR = ("revised", "sources_differ", "published_against_reported")


def rules_of(*rows):
    table = make_rows(*rows)
    return [name for name in PAIR if found(table, name)]


RETURN = {"evidence": "C", "status": "reported", "source": "return"}
OTHER = {"evidence": "C", "status": "reported", "source": "other"}


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        pytest.param(
            {}, {"value": 121.0, "published_on": "2023-03-31"}, "revised", id="a year later"
        ),
        pytest.param(
            {}, {"value": 130.0, "published_on": "2022-05-31"}, "revised", id="by much at once"
        ),
        pytest.param({}, {"value": 130.0, "source": "yearbook"}, "sources_differ", id="same day"),
        pytest.param(
            RETURN,
            {**OTHER, "value": 140.0, "published_on": "2022-05-31"},
            "sources_differ",
            id="two returns",
        ),
        pytest.param({}, {**RETURN, "value": 125.0}, "published_against_reported", id="return"),
        pytest.param(
            {}, {"value": 125.0, "evidence": "D", "source": "press"}, PAIR[2], id="reprint"
        ),
    ],
)
def test_values_that_differ_are_told_by_what_they_are(first, second, rule):
    assert rules_of(first, second) == [rule]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"value": 121.0, "published_on": "2022-05-31"}, id="settled in its year"),
        pytest.param({}, {"value": 120.3, "source": "yearbook"}, id="rounded"),
        pytest.param({}, {**RETURN, "value": 120.3}, id="return rounded"),
        pytest.param({}, {"value": 60.0, "comparator": ">=", "source": "press"}, id="bound"),
        pytest.param({}, {"value": 130.0, "definition": "narrow"}, id="another definition"),
        pytest.param({}, {"value": 130.0, "jurisdiction": "440802"}, id="another place"),
    ],
)
def test_values_that_may_both_be_true_are_not_told(first, second):
    assert rules_of(first, second) == []


def test_a_restated_value_is_a_note_with_both_values_and_days():
    rows = make_rows({}, {"value": 118.0, "published_on": "2023-06-08"})

    (finding,) = found(rows, "revised")

    assert finding.severity is Severity.NOTE
    assert finding.row == 1
    assert finding.text.zh == "数值由120（2022-03-31公布）修订为118（2023-06-08公布）。"


def test_a_difference_names_the_other_source_and_the_gap():
    (finding,) = found(make_rows({}, {**RETURN, "value": 126.0}), "published_against_reported")

    assert "本行126，bulletin为120，差+6" in finding.text.zh

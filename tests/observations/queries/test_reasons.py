"""Every kind of query says what is the matter, in both languages."""

import pytest

from evaluation_lib.observations.quantities import Doubt
from evaluation_lib.observations.queries import Kind
from evaluation_lib.observations.queries.listing import inert
from evaluation_lib.observations.queries.reasons import reason_of, severity_of

DETAILS = dict.fromkeys(
    ("unit", "lower", "upper", "baseline", "other", "total", "sum", "period", "answer"), "X"
)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_severity_and_a_sentence_in_two_languages(kind):
    text = reason_of(kind, **DETAILS)

    assert severity_of(kind) in {"error", "warning", "note"}
    assert text.zh
    assert text.en
    assert text.zh != text.en
    assert "{" not in text.zh + text.en


def test_every_doubt_of_a_reading_can_be_asked_about():
    assert {str(doubt) for doubt in Doubt} <= {str(kind) for kind in Kind}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-3 万户", "'-3 万户"),
        ("-3.5", "-3.5"),
        ("—", "—"),
        ("36.7", "36.7"),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_made_inert(text, written):
    assert inert(text) == written

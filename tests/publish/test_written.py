"""A notebook on the disk holds what nbformat would write, and a result what was worked out."""

import copy
import json

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.publish.written import notebook_text, result_text
from tests.publish.samples import make_notebook

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.text(), part),
)


@given(VALUES)
def test_what_is_written_reads_back_as_it_was(values):
    assert json.loads(result_text(values)) == values


def test_a_result_keeps_its_order_and_its_chinese():
    assert result_text({"b": [1.5], "a": "湛江"}).decode() == (
        '{\n  "b": [\n    1.5\n  ],\n  "a": "湛江"\n}\n'
    )


def test_a_notebook_holds_what_nbformat_writes_and_stays_as_it_was():
    notebook = make_notebook()
    notebook.metadata["signature"] = "passes away"
    notebook.cells[0].metadata["trusted"] = True
    notebook.cells[0].setdefault("attachments", {})["a.txt"] = {"text/plain": "one\ntwo"}
    printed = nbformat.v4.new_output("stream", text="one\ntwo\n")
    notebook.cells.append(nbformat.v4.new_code_cell("1\n2", outputs=[printed]))
    before = copy.deepcopy(notebook)

    written = json.loads(notebook_text(notebook))

    assert json.dumps(written) == json.dumps(json.loads(nbformat.writes(notebook)))
    assert notebook == before


def test_a_notebook_that_is_not_valid_is_written_and_said(caplog):
    notebook = make_notebook()
    notebook.cells[0]["unheard_of"] = 1

    assert b'"unheard_of": 1' in notebook_text(notebook)
    assert "unheard_of" in caplog.text

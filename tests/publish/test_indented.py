"""JSON with indents is the standard library's, and a notebook's text is nbformat's."""

import copy
import json

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.publish.indented import indented, notebook_text
from tests.publish.samples import make_notebook

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.text(), part),
)


@given(VALUES, st.booleans())
def test_values_are_written_as_the_standard_library_writes_them(values, sort_keys):
    expected = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=sort_keys)

    assert indented(values, sort_keys=sort_keys) == expected


def test_a_notebook_is_written_as_nbformat_writes_it_and_stays_as_it_was():
    notebook = make_notebook()
    notebook.metadata["signature"] = "passes away"
    notebook.cells[0].metadata["trusted"] = True
    notebook.cells[0].setdefault("attachments", {})["a.txt"] = {"text/plain": "one\ntwo"}
    printed = nbformat.v4.new_output("stream", text="one\ntwo\n")
    notebook.cells.append(nbformat.v4.new_code_cell("1\n2", outputs=[printed]))
    before = copy.deepcopy(notebook)

    assert notebook_text(notebook) == nbformat.writes(notebook)
    assert notebook == before


def test_a_notebook_that_is_not_valid_is_written_and_said(caplog):
    notebook = make_notebook()
    notebook.cells[0]["unheard_of"] = 1

    assert '"unheard_of": 1' in notebook_text(notebook)
    assert "unheard_of" in caplog.text

"""How to look into a Word file."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml.ns import qn

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.word.exporting import export_docx
from tests.publish.samples import make_notebook


def make_file(*args, layout: Layout = Layout.HOUSE, **changes) -> bytes:
    return export_docx(make_notebook(*args, **changes), layout=layout)


def opened(file: bytes):
    return docx.Document(io.BytesIO(file))


def texts(file: bytes) -> list[str]:
    """Return the text of each paragraph, also of those in tables and lists of contents."""
    body = opened(file).element.body
    return ["".join(one.text or "" for one in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def styled(file: bytes, style: str) -> list[str]:
    """Return the text of each paragraph of one style."""
    body = opened(file).element.body
    return [
        "".join(one.text or "" for one in p.iter(qn("w:t")))
        for p in body.iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == style
    ]


def attributes(file: bytes, tag: str, name: str) -> list[str]:
    """Return the attribute `name` of each element `tag` in the text."""
    return [one.get(qn(name)) for one in opened(file).element.body.iter(qn(tag))]


def part(file: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(name).decode("utf-8")


def part_names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.namelist()

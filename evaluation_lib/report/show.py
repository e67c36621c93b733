"""What a notebook shows: blocks as a picture for the reader and as JSON for the publishers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from evaluation_lib.report.author_notes import author_notes
from evaluation_lib.report.blocks import BLOCKS_MIME, REPORT_MIME, Box, blocks_to_json, plain
from evaluation_lib.report.fragments import blocks_html, stylesheet
from evaluation_lib.report.fragments_text import marks_sprite
from evaluation_lib.report.model import Report
from evaluation_lib.report.wording.authored import authored_words
from evaluation_lib.report.words_of_blocks import told


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks as the value of a notebook cell; `+` puts two of them one after the other.

    Attributes:
        blocks: Values of the block model.
        language: `zh` or `en`.
        demonstration: Whether titles carry the label of invented data.
    """

    blocks: tuple[Any, ...]
    language: str = "zh"
    demonstration: bool = False

    def __iter__(self) -> Iterator[Any]:
        return iter(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)

    def __add__(self, other: Iterable[Any]) -> Blocks:
        return Blocks((*self.blocks, *other), self.language, self.demonstration)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return the output of the cell in every form; Jupyter itself chooses what to show."""
        del include, exclude
        bundle = {
            BLOCKS_MIME: blocks_to_json(self.blocks),
            "text/plain": "\n".join(told(self.blocks)),
        }
        if self.blocks:
            bundle["text/html"] = _framed(self.blocks, self.language, self.demonstration)
        return bundle


def show(report: Report, *sections: Callable[[Report], Iterable[Any]]) -> Blocks:
    """Return what `sections` say of `report`, for the last line of a notebook cell.

    Args:
        report: The result of an evaluation.
        sections: Functions that turn a report into blocks, shown one after the other.
    """
    blocks = tuple(block for section in sections for block in section(report))
    return Blocks(blocks, report.language, report.demonstration)


@dataclass(frozen=True, slots=True)
class ReportView:
    """Blocks together with the report they were made from.

    Attributes:
        report: The result of the evaluation; publishers take every fact from it.
        blocks: Values of the block model shown in the same cell; may be empty.
    """

    report: Report
    blocks: tuple[Any, ...] = ()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return the output of the cell in every form; Jupyter itself chooses what to show."""
        del include, exclude
        shown = Blocks(self.blocks, self.report.language, self.report.demonstration)
        bundle = shown._repr_mimebundle_()
        bundle[REPORT_MIME] = self.report.to_json()
        bundle["text/plain"] = bundle["text/plain"] or self.report.title
        notes = author_notes(self.report, self.report.language)
        if notes:
            # Shown beside the report to whoever runs the notebook; publishers take only facts.
            title = authored_words(self.report.language, "author.title")
            box = Box(title=title, rows=tuple(("", plain(note)) for note in notes))
            bundle["text/html"] = _framed(
                (*self.blocks, box), self.report.language, self.report.demonstration
            )
        return bundle


def _framed(blocks: Iterable[Any], language: str, demonstration: bool) -> str:
    """Return fragments with the style they need, which reaches nothing else in the notebook."""
    tag = "en" if language == "en" else "zh-CN"
    shown = blocks_html(blocks, language, demonstration=demonstration)
    return (
        f'<div class="pe" lang="{tag}"><style>{stylesheet()}</style>{marks_sprite()}{shown}</div>'
    )

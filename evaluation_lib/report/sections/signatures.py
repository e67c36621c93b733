"""Who answers for the report, with a line for each to sign on."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Cell, Column, Note, Row, Section, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_brand import BrandFact
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.authored import authored_words

_COLUMNS = {"role": 1.0, "name": 1.0, "signature": 1.6, "date": 1.0}


def signatures(report: Report) -> tuple[Block, ...]:
    """Return the signature page; nothing where the job names no evaluator."""
    brand = report.brand
    if brand is None:
        return ()
    language = report.language
    heading = Section(
        level=1,
        title=authored_words(language, "signatures.title"),
        key="signatures",
        aside=brand.classification,
    )
    people = _people(brand, language)
    line, day = (authored_words(language, f"signatures.{one}_line") for one in ("name", "date"))
    blocks: list[Block] = [heading]
    if people:
        blocks.append(
            Table(
                key="signature-table",
                columns=tuple(
                    Column(title=authored_words(language, f"signatures.{key}"), width=width)
                    for key, width in _COLUMNS.items()
                ),
                rows=tuple(
                    Row(
                        cells=tuple(Cell(spans=plain(text)) for text in (*person, line, day)),
                        rule_below=True,
                    )
                    for person in people
                ),
            )
        )
    parts = [brand.organisation, brand.contact]
    told = words(language)["sentence.end"].join(part for part in parts if part)
    return (*blocks, Note(spans=plain(told)))


def _people(brand: BrandFact, language: str) -> list[tuple[str, str]]:
    """Return roles and names: who evaluated, who reviewed, then whoever else signs."""
    people = [(authored_words(language, "signatures.evaluator"), name) for name in brand.evaluators]
    if brand.reviewer:
        people.append((authored_words(language, "signatures.reviewer"), brand.reviewer))
    return [*people, *((one.role, one.name) for one in brand.signatories)]

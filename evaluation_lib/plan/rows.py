"""Rows of a plan's tables, read with every fault named by file, row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Row = TypeVar("Row", bound=BaseModel)
Numbered = list[tuple[int, Row]]
"""Rows with the number of the line of the file on which each ends; the header is line 1."""


def read_rows(path: Path, model: type[Row], faults: list[str]) -> list[Row]:
    """Read each row of the CSV file `path` as a `model`; what is wrong is added to `faults`.

    Blank cells take the model's default, or None. Cells of tuple fields are split at `;`.
    """
    return [row for _, row in read_numbered_rows(path, model, faults)]


def read_numbered_rows(path: Path, model: type[Row], faults: list[str]) -> Numbered[Row]:
    """Read rows as `read_rows` does, each with its row number."""
    rows: Numbered[Row] = []
    for number, cells in _csv_rows(path, model, faults):
        try:
            rows.append((number, model.model_validate(_typed(cells, model))))
        except ValidationError as error:
            faults += [f"{path}: row {number}, {fault}" for fault in _sentences(error, cells)]
    return rows


def _csv_rows(
    path: Path, model: type[BaseModel], faults: list[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(f"{path}: file is missing.")
        return
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8.")
        return
    reader = csv.DictReader(text.splitlines(keepends=True))
    found = [name.strip() for name in reader.fieldnames or []]
    known = set(model.model_fields)
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    if missing := sorted(required - set(found)):
        faults.append(f"{path}: column {', '.join(missing)} is missing.")
    if unknown := sorted(set(found) - known):
        faults.append(
            f"{path}: column {', '.join(unknown)} is not known; use {', '.join(sorted(known))}."
        )
    if missing or unknown:
        return
    for cells in reader:
        if None in cells:
            faults.append(f"{path}: row {reader.line_num} has more cells than the header.")
            continue
        yield reader.line_num, {key.strip(): (text or "").strip() for key, text in cells.items()}


def _typed(cells: dict[str, str], model: type[BaseModel]) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, text in cells.items():
        field = model.model_fields[name]
        if "tuple" in str(field.annotation):
            typed[name] = tuple(part.strip() for part in text.split(";") if part.strip())
        elif text:
            typed[name] = text
        elif field.is_required() and "None" in str(field.annotation):
            typed[name] = None
    return typed


def _sentences(error: ValidationError, cells: dict[str, str]) -> Iterator[str]:
    for fault in error.errors():
        column = str(fault["loc"][0]) if fault["loc"] else ""
        where = f"column {column}: " if column else ""
        found = f" (found {cells.get(column, '')!r})" if column else ""
        yield f"{where}{fault['msg'].removeprefix('Value error, ')}{found}."

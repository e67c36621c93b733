"""The figures an author last saw beside the text: `narrative/quoted.json`.

Only `plan-eval accept` writes it, when the author says that the text still fits its figures.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evaluation_lib.errors import AuthoredError
from evaluation_lib.report.authored.narrative import FOLDER

QUOTED = "quoted.json"

Accepted = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What figures read when they were accepted, by jurisdiction, file and name."""

_READER: TypeAdapter[dict[str, dict[str, dict[str, str]]]] = TypeAdapter(
    dict[str, dict[str, dict[str, str]]]
)


def read_accepted(folder: Path) -> Accepted:
    """Read what the figures of a job's narrative read when the author accepted them.

    Raises:
        AuthoredError: The file is not what `plan-eval accept` writes.
    """
    path = folder / FOLDER / QUOTED
    try:
        return _READER.validate_json(path.read_bytes())
    except FileNotFoundError:
        return {}
    except ValidationError as error:
        raise AuthoredError(
            f"{FOLDER}/{QUOTED}: cannot be read: {error.errors()[0]['msg']}; delete the file and "
            "run plan-eval accept again."
        ) from error


def write_accepted(folder: Path, accepted: Accepted) -> None:
    """Write what the figures of a job's narrative read now, in an order that does not change."""
    path = folder / FOLDER / QUOTED
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(accepted, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")

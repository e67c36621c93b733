"""Read a finished report back from its `result.json`."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from evaluation_lib.errors import ReportError
from evaluation_lib.report.model import Report

RESULT = "result.json"


def read_report(place: str | Path) -> Report:
    """Return the report in the folder `place`, or in the file `place` itself.

    Raises:
        ReportError: There is none, or it is no report of this version.
    """
    path = Path(place)
    path = path / RESULT if path.is_dir() else path
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Report.model_validate(values)
    except FileNotFoundError as error:
        raise ReportError(
            f"{path}: no such report; name a report's folder or its {RESULT}."
        ) from error
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ReportError(f"{path}: cannot be read as JSON: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place_in_file = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ReportError(
            f"{path}: is no report of this version, {error.error_count()} faults, the first at "
            f"{place_in_file}: {first['msg']}; make the report again with plan-eval report."
        ) from error

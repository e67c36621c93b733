"""Reports that later ones took the place of: `history/` in the output folder."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation_lib.publish.running.manifest import MANIFEST
from evaluation_lib.publish.running.worker import RESULT

HISTORY = "history"


def past_place(output: Path, target: Path, draft: Path) -> Path | None:
    """Return where the report in `target` is kept once `draft` takes its place.

    Args:
        output: Folder of all reports.
        target: Folder of the older report, below `output`.
        draft: Folder of the newer one.

    Returns:
        A folder named after the day and the inputs of the older report. None where there is no
        older one, or the newer one says the same.
    """
    try:
        said = (target / RESULT).read_bytes()
        as_of = str(json.loads(said)["as_of"])
        key = str(json.loads((target / MANIFEST).read_text(encoding="utf-8"))["key"])
        if said == (draft / RESULT).read_bytes():
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return output / HISTORY / target.relative_to(output) / f"{as_of}-{key[:8]}"

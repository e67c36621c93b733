"""`plan-eval status`: what is fresh, stale, failed or missing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evaluation_lib.cli.options import Jobs, JobsFile
from evaluation_lib.publish.choices import JOBS_FILE

if TYPE_CHECKING:
    from evaluation_lib.publish.running.journal import Entry
    from evaluation_lib.publish.schedule.due import Due

EXAMPLE = """\b
Examples:
  plan-eval status
  plan-eval status county-midterm --json
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(status)


def status(
    jobs: Jobs = None,
    jobs_file: JobsFile = Path(JOBS_FILE),
    output: Annotated[
        Path | None,
        typer.Option("--output", help="Folder of the reports; reports/ beside the job file."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell of each report when it was last made, whether it still holds, and why it failed.

    `fresh` means that it is what its data, plan, notebook, method and settings give today; `stale`
    that one of them has changed since; `missing` that it was never made; `failed` that the last run
    of it failed, and the older report stands. `due` says what `run --due` would make.

    Exit code 1 where a report failed.
    """
    from evaluation_lib.publish.jobs import editions
    from evaluation_lib.publish.running.journal import name_of, now, read_history
    from evaluation_lib.publish.schedule.due import decide

    place = output or jobs_file.parent / "reports"
    history = read_history(place)
    decided = list(decide(editions(jobs_file, jobs or ()), place, history, now().date()))
    rows = [_row(one, history.latest.get(name_of(one.edition))) for one in decided]
    if as_json:
        print(
            json.dumps({"whole": history.is_whole, "reports": rows}, ensure_ascii=False, indent=1)
        )
    else:
        _print(rows)
        if not history.is_whole:
            print("The last run was cut off; report --resume makes what it left.", file=sys.stderr)
    sys.exit(any(row["state"] == "failed" for row in rows))


def _row(one: Due, latest: Entry | None) -> dict[str, Any]:
    failed = latest is not None and str(latest.state) == "failed" and one.is_stale
    state = "failed" if failed else "fresh"
    if one.is_stale and not failed:
        state = "stale" if one.last_good else "missing"
    return {
        "job": one.edition.name,
        "jurisdiction": one.edition.jurisdiction,
        "language": str(one.edition.language),
        "state": state,
        "due": one.is_due,
        "last_good": one.last_good,
        "reason": latest.reason if failed and latest else one.reason,
        "cell": latest.cell if failed and latest else "",
        "log": latest.log if failed and latest else "",
    }


def _print(rows: list[dict[str, Any]]) -> None:
    titles = ("job", "jurisdiction", "language", "state", "due", "last good", "reason")
    lines = [
        titles,
        *(
            (
                row["job"],
                row["jurisdiction"],
                row["language"],
                row["state"],
                "due" if row["due"] else "-",
                row["last_good"][:16] or "never",
                row["reason"],
            )
            for row in rows
        ),
    ]
    wide = [max(len(line[column]) for line in lines) for column in range(len(titles) - 1)]
    for line in lines:
        cells = [f"{cell:<{width}}" for cell, width in zip(line, wide, strict=False)]
        print("  ".join([*cells, line[-1]]))

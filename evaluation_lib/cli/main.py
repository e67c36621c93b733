"""The command `plan-eval`."""

from __future__ import annotations

import io
import sys

import typer

from evaluation_lib.cli import (
    check,
    diff,
    doctor,
    evaluate,
    explain,
    explore,
    importing,
    listing,
    narrative,
    plans,
    portal,
    records,
    report,
    revisions,
    run,
    schedule,
    status,
    verify,
)
from evaluation_lib.errors import EvaluationError
from evaluation_lib.publish.surroundings import prepare_process

app = typer.Typer(
    name="plan-eval",
    help="Judge whether a five-year plan keeps its promises.",
    epilog="Results go to stdout, talk to stderr. Exit code 0: done; 1: done, with failures or "
    "errors in the data; 2: wrong use, nothing written.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    report,
    run,
    status,
    schedule,
    importing,
    check,
    evaluate,
    explain,
    revisions,
    diff,
    verify,
    plans,
    records,
    narrative,
    portal,
    explore,
    listing,
    doctor,
)
"""Modules with commands, in the order in which `--help` lists them."""
for module in COMMANDS:
    module.enter(app)


def main() -> None:
    """Run the command line; what a user can mend is one message and never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    prepare_process()
    try:
        app()
    except EvaluationError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"{error.filename or 'system'}: {error.strerror or error}.")


def _refuse(message: str) -> None:
    print(f"plan-eval: {message}", file=sys.stderr)
    sys.exit(2)

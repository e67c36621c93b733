"""`plan-eval doctor`: what this machine lacks, and how to mend it."""

from __future__ import annotations

import sys

import typer

EXAMPLE = """\b
Example:
  plan-eval doctor
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(doctor)


def doctor() -> None:
    """Say what this machine has, what it lacks and how to mend it.

    Prints one line for each thing looked at: ok, missing or optional, its name, what was found and,
    where something is missing, what to do. Optional things serve tests and pictures only; without
    them reports come out the same. Exit code 1 if something needed is missing.
    """
    from evaluation_lib.cli.health import Health, examine

    examined = list(examine())
    for one in examined:
        mend = () if one.health is Health.OK else (one.mend,)
        print(one.health, one.name, one.found, *mend, sep="\t")
    sys.exit(any(one.health is Health.MISSING for one in examined))

"""`plan-eval portal`: one page that leads to all reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.cli.options import Tongue
from evaluation_lib.language import Language

if TYPE_CHECKING:
    from evaluation_lib.publish.running.news import Progress

EXAMPLE = """\b
Examples:
  plan-eval portal
  plan-eval portal client/reports --language en
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(portal)


def portal(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of all reports.")] = Path(
        "reports"
    ),
    language: Tongue = Language.ZH,
) -> None:
    """Write FOLDER/index.html: all reports, their verdicts side by side, history and differences.

    The page is one static file that needs no server and no network. Prints the page.
    """
    from evaluation_lib.publish.portal import build_portal

    print(build_portal(folder, language=language))


def refresh(output: Path, outcome: Sequence[Progress]) -> None:
    """Write the portal again where a run made a report or failed to."""
    from evaluation_lib.publish.running.news import State

    if any(one.state is not State.UNCHANGED for one in outcome):
        from evaluation_lib.publish.portal import build_portal

        build_portal(output)

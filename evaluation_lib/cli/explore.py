"""`plan-eval explore`: the analyst's desk in JupyterLab."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import JobsFile
from evaluation_lib.publish.choices import JOBS_FILE

EXAMPLE = """\b
Examples:
  plan-eval explore
  plan-eval explore midterm-demo
  plan-eval explore midterm-demo --no-browser --port 8899
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(explore)


def explore(
    job: Annotated[
        str, typer.Argument(metavar="[JOB]", help="Job whose plan and data are looked at.")
    ] = "",
    jobs_file: JobsFile = Path(JOBS_FILE),
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the address.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port; the first free one if 0.")
    ] = 0,
    ip: Annotated[str, typer.Option("--ip", help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Open JupyterLab on the explorer: one indicator from every side, and what would bring it back.

    With JOB the explorer opens in explorations/JOB.ipynb with the job's plan, data and day, and
    what is sent to the report goes to the job's folder. Nothing is fetched from the network, and
    the interpreter is the one that runs this command. Ctrl-C ends it.

    Prints the address. Over SSH no browser is opened; the command for a tunnel is told instead.
    """
    from evaluation_lib.publish.exploration import explorer_notebook, prepare_exploration
    from evaluation_lib.publish.jobs import editions
    from evaluation_lib.publish.lab import running_lab

    root = jobs_file.parent.resolve()
    if job:
        notebook = prepare_exploration(editions(jobs_file.resolve(), [job])[0])
    else:
        notebook = explorer_notebook(root)
    # A stopped service must take the server with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with running_lab(notebook, root, ip=ip, port=port) as lab:
        print(lab.address, flush=True)
        print(f"plan-eval: from another machine: {lab.tunnel}", file=sys.stderr)
        if not no_browser and "SSH_CONNECTION" not in os.environ:
            _open(lab.address)
        try:
            lab.process.wait()
        except KeyboardInterrupt:
            print("plan-eval: JupyterLab is ended.", file=sys.stderr)


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        print("plan-eval: no browser was found; open the address above.", file=sys.stderr)

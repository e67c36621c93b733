"""JupyterLab on one notebook: this interpreter, nothing from the network, also behind SSH."""

from __future__ import annotations

import getpass
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.surroundings import child_variables

FIRST_PORT = 8888
_PORTS_TRIED = 50
_SECONDS_TO_START = 90.0
_PAUSE_SECONDS = 0.2

# Left to itself JupyterLab asks a server for news and for newer versions.
_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
    # A cell that is scrolled away would be taken from the page, and its widgets with it.
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}
_PAGE = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}


@dataclass(frozen=True, slots=True)
class Lab:
    """A JupyterLab that answers.

    Attributes:
        address: Where a browser finds the notebook, its token included.
        tunnel: Command that brings the port to another machine.
        process: The server.
    """

    address: str
    tunnel: str
    process: subprocess.Popen[bytes]


@contextmanager
def running_lab(notebook: Path, root: Path, *, ip: str, port: int) -> Iterator[Lab]:
    """Start JupyterLab on `notebook`, and end it with everything it started.

    Args:
        notebook: A notebook below `root`.
        root: Folder that the browser sees.
        ip: Address the server listens on.
        port: Port it listens on; 0 for the first free one.

    Raises:
        PublishError: The port is taken, or the server does not come up.
    """
    chosen = port or _free_port(ip)
    if not _is_free(ip, chosen):
        raise PublishError(f"port {chosen} of {ip} is taken; name another with --port.")
    token = secrets.token_urlsafe(24)
    with tempfile.TemporaryDirectory(prefix="plan-eval-lab-") as folder:
        process = subprocess.Popen(
            _command(root, Path(folder), ip, chosen),
            cwd=root,
            env={**os.environ, **child_variables(), **_variables(token)},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
        )
        try:
            _wait_for(process, ip, chosen)
            seen = "127.0.0.1" if ip in ("", "0.0.0.0", "::") else ip
            inside = quote(notebook.resolve().relative_to(root.resolve()).as_posix())
            yield Lab(
                f"http://{seen}:{chosen}/lab/tree/{inside}?token={token}",
                f"ssh -L {chosen}:127.0.0.1:{chosen} {getpass.getuser()}@{socket.gethostname()}",
                process,
            )
        finally:
            _end(process)


def _command(root: Path, settings: Path, ip: str, port: int) -> list[str]:
    (settings / "overrides.json").write_text(json.dumps(_OVERRIDES), encoding="utf-8")
    (settings / "page_config.json").write_text(json.dumps(_PAGE), encoding="utf-8")
    may_be_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        f"--ServerApp.root_dir={root.resolve()}",
        f"--ServerApp.ip={ip}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.log_level=WARN",
        f"--LabApp.app_settings_dir={settings}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        *may_be_root,
    ]


def _variables(token: str) -> dict[str, str]:
    # The kernel of this interpreter comes before one that the user has under the same name.
    return {"JUPYTER_TOKEN": token, "JUPYTER_PREFER_ENV_PATH": "1"}


def _free_port(ip: str) -> int:
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED):
        if _is_free(ip, port):
            return port
    last = FIRST_PORT + _PORTS_TRIED - 1
    raise PublishError(f"ports {FIRST_PORT} to {last} of {ip} are taken; name one with --port.")


def _is_free(ip: str, port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((ip, port))
        except OSError:
            return False
    return True


def _wait_for(process: subprocess.Popen[bytes], ip: str, port: int) -> None:
    end = time.monotonic() + _SECONDS_TO_START
    here = "127.0.0.1" if ip in ("", "0.0.0.0") else ip
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as tried:
            tried.settimeout(1.0)
            if tried.connect_ex((here, port)) == 0:
                return
        time.sleep(_PAUSE_SECONDS)
    raise PublishError(
        f"JupyterLab did not come up on {ip}:{port}; what it said stands above. "
        "`plan-eval doctor` tells what this machine lacks."
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

"""Run a notebook in a kernel of its own and bring it home without traces of this machine."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillException, PapermillExecutionError
from papermill.execute import execute_notebook, raise_for_execution_errors
from papermill.utils import chdir

from evaluation_lib.errors import JobError, PublishError
from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.parameters import parameter_names
from evaluation_lib.publish.surroundings import child_variables
from evaluation_lib.report.blocks import REPORT_MIME

INJECTED = "injected-parameters"
_WIDGET = "application/vnd.jupyter.widget-view+json"


class OwnInterpreterManager(AsyncKernelManager):
    """Starts kernels with the running interpreter, whatever kernels the user has installed.

    It is reached through files in a private folder and not through ports, which collide when many
    kernels start at once. The same folder is the kernel's IPython folder, so that no start-up file
    of the user changes a report.
    """

    def __init__(self, **settings: Any) -> None:
        self._place = tempfile.TemporaryDirectory(prefix="kernel-", dir=_short_folder())
        settings["connection_file"] = str(Path(self._place.name, "k.json"))
        settings["transport"] = "tcp" if sys.platform == "win32" else "ipc"
        super().__init__(**settings)

    @property
    def kernel_spec(self) -> KernelSpec:
        """Return the one kernel there is."""
        launcher = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(
            argv=launcher,
            display_name="Python",
            language="python",
            env={**child_variables(), "IPYTHONDIR": self._place.name},
        )


def run_notebook(
    path: Path,
    parameters: Mapping[str, str],
    *,
    engine: str = Engine.STANDARD,
    tell_cell: Callable[[str, int, int], None] = lambda *_: None,
) -> NotebookNode:
    """Run the notebook `path` in its own folder with `parameters` in place of its own values.

    Args:
        path: A notebook with a cell tagged `parameters`.
        parameters: New values by name; each must stand in that cell.
        engine: `standard` for a kernel of its own; `fast` for this process, which nobody may need
            afterwards.
        tell_cell: Called as each cell starts, with its id, its place from 0 and how many there are.

    Returns:
        The executed notebook. It holds neither times nor paths of this run, so the same inputs
        give the same notebook.

    Raises:
        JobError: The notebook has no such parameter.
        PublishError: A cell failed or its kernel died; the message names the cell and the error.
    """
    known = parameter_names(path)
    if unknown := [name for name in parameters if name not in known]:
        raise JobError(
            f"{path}: no parameter is called {', '.join(unknown)}; its cell tagged parameters "
            f"sets {', '.join(known) or 'nothing'}."
        )
    notebook = nbformat.read(path, as_version=4)
    started: list[NotebookNode] = []

    def note(cell: NotebookNode, cell_index: int) -> None:
        started.append(cell)
        tell_cell(_name(cell), cell_index, len(notebook.cells))

    with _failures_named(path, started):
        prepared = execute_notebook(
            notebook,
            None,
            parameters=dict(parameters),
            kernel_name="python3",
            language="python",
            prepare_only=True,
        )
        executed = _executed(prepared, path.parent, note, engine)
    return _without_traces(executed)


def read_result(notebook: NotebookNode, path: Path) -> Any:
    """Return the report's JSON that an executed notebook carries.

    Raises:
        PublishError: No output carries one.
    """
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if REPORT_MIME in output.get("data", {}):
                return output["data"][REPORT_MIME]
    raise PublishError(
        f"{path}: no cell shows the report; end a cell with the report's view so that its numbers "
        "can be written."
    )


def _executed(
    prepared: NotebookNode, folder: Path, note: Callable[[NotebookNode, int], None], engine: str
) -> NotebookNode:
    # What papermill itself does next; it would then write megabytes of outputs to nowhere.
    settings = {"engine_name": None, **engine_settings(engine)}
    with chdir(folder):
        executed: NotebookNode = papermill_engines.execute_notebook_with_engine(
            nb=prepared,
            kernel_name="python3",
            progress_bar=False,
            record_timing=False,
            on_cell_start=note,
            **settings,
        )
    raise_for_execution_errors(executed, None)
    return executed


def engine_settings(engine: str) -> dict[str, Any]:
    """Return what papermill is told to run a notebook by `engine`."""
    if engine == Engine.FAST:
        from evaluation_lib.publish.engine.fast_engine import ENGINE

        return {"engine_name": ENGINE}
    # A kernel on a busy machine may be slow to hand over what it has said; its deadline is ours.
    return {"kernel_manager_class": OwnInterpreterManager, "iopub_timeout": 600}


def _short_folder() -> str | None:
    # A socket's path may have about a hundred characters, which a deep temporary folder exceeds.
    deep = sys.platform != "win32" and len(tempfile.gettempdir()) > 60
    return "/tmp" if deep else None


@contextmanager
def _failures_named(path: Path, started: list[NotebookNode]) -> Iterator[None]:
    try:
        yield
    except (PapermillException, RuntimeError, TimeoutError) as error:
        reason = _last_line(error) if isinstance(error, PapermillExecutionError) else str(error)
        cell = f"cell {_name(started[-1])!r}" if started else "before its first cell"
        raise PublishError(f"{path}: {cell}: {reason}") from error


def _name(cell: NotebookNode) -> str:
    return INJECTED if INJECTED in cell.metadata.get("tags", ()) else str(cell.get("id", "?"))


def _last_line(error: PapermillExecutionError) -> str:
    lines = str(error.evalue).strip().splitlines()
    return f"{error.ename}: {lines[-1]}" if lines else str(error.ename)


def _without_traces(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata.pop("papermill", None)
    # A widget lives in its kernel and has a new name in each; what it shows instead is kept.
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(_WIDGET, None)
        if INJECTED in cell.metadata.get("tags", ()):
            cell["id"] = INJECTED
    return notebook

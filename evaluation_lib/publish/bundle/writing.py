"""Put a finished report together with everything it follows from: `bundle.zip`."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from papermill.translators import translate_parameters

from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.crate import write_metadata
from evaluation_lib.publish.bundle.inputs import bundled_edition, write_inputs
from evaluation_lib.publish.bundle.software import software_here, write_software
from evaluation_lib.publish.engine.notebook import INJECTED
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.manifest import MANIFEST
from evaluation_lib.publish.running.orders import parameters
from evaluation_lib.publish.running.worker import NOTEBOOK
from evaluation_lib.publish.written import notebook_text

# Compressing what is compressed costs time and saves nothing.
_COMPRESSED = (".pdf", ".docx", ".xlsx", ".png")
_GUIDE = """\
存档包 / Report bundle: {title} ({day})

report/        评估报告（各种格式）、result.json 和执行后的笔记本 / the report in all its formats
plan/          所用规划版本 / the version of the plan that was judged
observations/  截至该日已公布的观测值、来源和台账 / what was published by that day, and the ledger
notebooks/     生成报告的笔记本 / the notebook that makes the report
authored/ weights/ previous/ brand/   如有：评估人员文稿、权重、上期结果、标识 / if any
software.json requirements.lock   方法、依赖的版本与校验值 / versions and hashes of all programs
licences/      代码、规划和数据的许可 / licences of code, plan and data
SHA256SUMS     全部文件的校验值 / hashes of all files; sha256sum --check SHA256SUMS

核验 / To verify (offline):   plan-eval verify bundle.zip
重新生成 / To make it again:   plan-eval report --jobs-file evaluations.yml
"""


def write_bundle(report: Path, edition: Edition) -> Path:
    """Write `bundle.zip` about the finished report in the folder `report` and return its path.

    The same report of the same inputs gives the same bytes, and no byte tells of this machine: the
    executed notebook names its inputs by their place in the bundle.
    """
    target = report / contents.BUNDLE
    with tempfile.TemporaryDirectory(prefix="bundle-") as place:
        root = Path(place)
        bundled = write_inputs(edition, root)
        _copy_report(report, root / contents.REPORT, bundled)
        guide = _GUIDE.format(title=edition.title, day=edition.job.as_of)
        (root / contents.GUIDE).write_text(guide, encoding="utf-8")
        software = software_here(edition.fonts)
        write_software(root, software)
        write_metadata(root, edition, software)
        contents.write_sums(root)
        _zip(root, target, edition.job.as_of)
    return target


def _copy_report(report: Path, target: Path, bundled: Edition) -> None:
    target.mkdir()
    for path in sorted(report.iterdir()):
        if path.name == NOTEBOOK:
            executed = with_parameters(nbformat.read(path, as_version=4), parameters(bundled))
            (target / path.name).write_bytes(notebook_text(executed))
        elif path.is_file() and path.name not in (contents.BUNDLE, MANIFEST):
            shutil.copyfile(path, target / path.name)


def without_places(notebook: NotebookNode, edition: Edition) -> NotebookNode:
    """Return an executed notebook that names its inputs by their place in a bundle."""
    return with_parameters(notebook, parameters(bundled_edition(edition, Path(contents.BUNDLE))))


def with_parameters(notebook: NotebookNode, values: Mapping[str, str]) -> NotebookNode:
    """Return an executed notebook as if it had been given `values` for its parameters."""
    for cell in notebook.cells:
        if INJECTED in cell.metadata.get("tags", ()):
            cell.source = translate_parameters("python3", "python", dict(values), "Parameters")
    return notebook


def _zip(root: Path, target: Path, day: date) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for name in (*contents.file_names(root), contents.SUMS):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed = name.lower().endswith(_COMPRESSED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            with (root / name).open("rb") as file, archive.open(entry, "w") as written:
                shutil.copyfileobj(file, written)

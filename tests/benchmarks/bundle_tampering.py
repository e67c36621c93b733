"""Tamper with a bundle in every way, verify each, and say what was found and what it took.

    python -m tests.benchmarks.bundle_tampering reports/midterm-demo/440800/zh

A plain change is looked for by hashes alone; a forgery, whose hashes are all mended, by making the
report again. CPU seconds are those of the whole process tree.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.differing import Verification
from evaluation_lib.publish.bundle.signing import sign_bundle, write_keys
from evaluation_lib.publish.bundle.verifying import verify_bundle
from evaluation_lib.publish.surroundings import prepare_process

Change = Callable[[Path], None]


def replaced(name: str, pattern: str, new: str) -> Change:
    """Return the change of the first place in the file `name` that `pattern` finds."""

    def change(root: Path) -> None:
        path = root / name
        old = path.read_text("utf-8")
        text = re.sub(pattern, new, old, count=1)
        if text == old:
            raise ValueError(f"{name}: nothing to change")
        path.write_text(text, "utf-8", newline="\n")

    return change


def flipped(name: str) -> Change:
    """Return the change of one byte near the end of the file `name`."""

    def change(root: Path) -> None:
        content = bytearray((root / name).read_bytes())
        content[-200] ^= 1
        (root / name).write_bytes(content)

    return change


def mended(change: Change) -> Change:
    """Return `change` by a forger who makes every hash and the metadata agree with it."""

    def forge(root: Path) -> None:
        change(root)
        metadata = json.loads((root / contents.METADATA).read_text("utf-8"))
        for one in metadata["@graph"]:
            if one["@type"] == "File":
                one["sha256"] = contents.sha256_of(root / one["@id"])
                one["contentSize"] = str((root / one["@id"]).stat().st_size)
        text = json.dumps(metadata, ensure_ascii=False, indent=1)
        (root / contents.METADATA).write_text(text + "\n", "utf-8", newline="\n")
        contents.write_sums(root)

    return forge


NUMBER = replaced("report/result.json", r'"value": (\d+\.\d)', r'"value": 1\1')
ROW = replaced("observations/observations.csv", r"2022,(\d)(\d*\.\d+),=", r"2022,9\2,=")
PAGE = replaced("report/report.html", r"(\d)%(?=[^<>]*</p>)", r"9\1%")
PLAN = replaced("plan/indicators.csv", r"2025,(\d+)", r"2025,9\1")
LEDGER = replaced("observations/ledger.csv", "under_way", "done")
SETTING = replaced(
    "evaluations.yml", "product: midterm", "product: midterm\n    model: transparent"
)
NOTEBOOK = replaced("notebooks/04_midterm.ipynb", r"show\.ReportView\(report\)", "report")

BY_HASH: dict[str, Change] = {
    "number of the result": NUMBER,
    "row of the observations": ROW,
    "target of the plan": PLAN,
    "entry of the ledger": LEDGER,
    "byte of the PDF": flipped("report/report.pdf"),
    "sentence of the metadata": replaced(contents.METADATA, '"name": "', '"name": "x'),
    "version of a library": replaced("software.json", r'"numpy": "\d', '"numpy": "9'),
    "file missing": lambda root: (root / "plan/goals.csv").unlink(),
    "file added": lambda root: (root / "report/extra.html").write_text("x", "utf-8") and None,
}
BY_REBUILD: dict[str, Change] = {
    "number of the result, hashes mended": mended(NUMBER),
    "sentence of the page, hashes mended": mended(PAGE),
    "byte of the PDF, hashes mended": mended(flipped("report/report.pdf")),
    "row of the observations, hashes mended": mended(ROW),
    "target of the plan, hashes mended": mended(PLAN),
    "entry of the ledger, hashes mended": mended(LEDGER),
    "setting of the job, hashes mended": mended(SETTING),
    "cell of the notebook, hashes mended": mended(NOTEBOOK),
}


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of the children it has waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(one) for one in kinds]
    return sum(one.ru_utime + one.ru_stime for one in used)


def told(what: str, place: Path, **options: object) -> Verification:
    """Verify, and print a line of what was found."""
    before = cpu_seconds()
    found = verify_bundle(place, **options)  # type: ignore[arg-type]
    first = next(iter(found.differences), None)
    where = f"{first.where}: {first.what.en} ({first.cause})" if first else "identical"
    more = f" and {len(found.differences) - 1} more" if len(found.differences) > 1 else ""
    print(f"{cpu_seconds() - before:6.1f}  {what}: {where}{more}", flush=True)
    return found


def main(report: Path) -> None:
    """Tamper with the bundle of `report`."""
    missed = []
    print("CPU s")
    with tempfile.TemporaryDirectory() as place:
        clean, copy = Path(place, "clean"), Path(place, "copy")
        with zipfile.ZipFile(report / contents.BUNDLE) as archive:
            archive.extractall(clean)
        for name, hashes_only in (("clean, hashes only", True), ("clean, made again", False)):
            if not told(name, clean, hashes_only=hashes_only).is_identical:
                missed.append(name)
        for changes, hashes_only in ((BY_HASH, True), (BY_REBUILD, False)):
            for what, change in changes.items():
                shutil.copytree(clean, copy)
                change(copy)
                if told(what, copy, hashes_only=hashes_only).is_identical:
                    missed.append(what)
                shutil.rmtree(copy)
        ours, theirs = Path(place, "ours.pem"), Path(place, "theirs.pem")
        public, _ = write_keys(ours, ""), write_keys(theirs, "")
        sign_bundle(clean, theirs, "")
        if told("signature exchanged", clean, hashes_only=True, key=public).is_identical:
            missed.append("signature exchanged")
    print(f"missed: {', '.join(missed) or 'none'}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    prepare_process()
    main(Path(sys.argv[1]))

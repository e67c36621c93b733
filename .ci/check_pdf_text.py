"""Find every sentence of each result again in the text of its PDF.

`python .ci/check_pdf_text.py reports` reads the text with `pdftotext`, which knows nothing of how
the pages were made. White space is left out of the comparison, because lines break anywhere in
Chinese. Exit code 1 if a sentence is lost.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WHOLE = {"overall", "limitations", "names", "indicators", "findings"}
PARTS = {
    "annual": WHOLE - {"indicators"},
    "comparison": {"limitations", "findings"},
    "sheets": {"indicators"},
}
"""What a short product prints of its result; every other one prints the whole."""


def sentences(folder: Path) -> Iterator[str]:
    """Yield each sentence that a reader of the report in `folder` must find on a page."""
    result = json.loads((folder / "result.json").read_text("utf-8"))
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    parts = PARTS.get(manifest["settings"]["product"], WHOLE)
    yield result["title"]
    if "overall" in parts:
        yield result["overall"]["headline"]
        yield from result["overall"]["sentences"]
    if "limitations" in parts:
        yield from result["limitations"]
    for indicator in result["indicators"]:
        if "names" in parts:
            yield indicator["name"]
        if "indicators" in parts:
            yield from told(indicator)
    if "findings" in parts:
        yield from (finding["text"] for finding in result["findings"])


def told(indicator: dict[str, Any]) -> Iterator[str]:
    """Yield what is said of one indicator."""
    yield indicator["headline"]
    yield from indicator["analysis"]
    yield from (flag["text"] for flag in indicator["flags"])


def pdf_text(path: Path) -> str:
    """Return the text of the PDF `path` without white space, once whole and once as it runs on.

    Headers and footers stand in the middle of a sentence that goes on overleaf, so the second time
    lines that are on most pages are left out. Text is taken in the order of writing (`-raw`), which
    does not mix the lines of neighbouring cells.
    """
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    pages = [page.splitlines() for page in printed.split("\f") if page.strip()]
    pages_with = Counter(line for page in pages for line in {_without_digits(one) for one in page})
    running = {line for line, number in pages_with.items() if number > len(pages) / 2}
    kept = (line for page in pages for line in page if _without_digits(line) not in running)
    return "".join(printed.split()) + "\n" + "".join("".join(kept).split())


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "", line).strip()


def lost(folder: Path) -> list[str]:
    """Return the sentences of the report in `folder` that its PDF does not hold."""
    page = pdf_text(folder / "report.pdf")
    wanted = {"".join(sentence.split()): sentence for sentence in sentences(folder)}
    return [sentence for squeezed, sentence in wanted.items() if squeezed not in page]


def main(root: Path) -> int:
    """Check every report below `root`."""
    folders = sorted(one.parent for one in root.rglob("report.pdf"))
    if not folders:
        print(f"{root}: no report.pdf below it", file=sys.stderr)
        return 1
    total = 0
    for folder in folders:
        missing = lost(folder)
        total += len(missing)
        print(f"{folder}: {len(missing)} sentences lost")
        for sentence in missing:
            print(f"  {sentence}")
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

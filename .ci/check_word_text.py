"""Find every sentence of each result again in the text of its Word file.

`python .ci/check_word_text.py reports` reads the parts of the archive itself, which know nothing of
how they were made. White space is left out of the comparison. Exit code 1 if a sentence is lost.
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from check_pdf_text import sentences

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_PART = re.compile(r"word/(document|header\d+)\.xml")


def word_text(path: Path) -> str:
    """Return the text of the Word file `path`, running headers first, without white space."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(one for one in archive.namelist() if _PART.fullmatch(one))
        roots = [ElementTree.fromstring(archive.read(name)) for name in reversed(names)]
    texts = ("".join(one.text or "" for one in root.iter(_TEXT)) for root in roots)
    return "\n".join("".join(text.split()) for text in texts)


def lost(folder: Path) -> list[str]:
    """Return the sentences of the report in `folder` that its Word file does not hold."""
    page = word_text(folder / "report.docx")
    wanted = {"".join(sentence.split()): sentence for sentence in sentences(folder)}
    return [sentence for squeezed, sentence in wanted.items() if squeezed not in page]


def main(root: Path) -> int:
    """Check every report below `root` that has a Word file."""
    folders = sorted(one.parent for one in root.rglob("report.docx"))
    if not folders:
        print(f"{root}: no report.docx below it", file=sys.stderr)
        return 1
    missing = {folder: lost(folder) for folder in folders}
    for folder, sentences_lost in missing.items():
        print(f"{folder}: {len(sentences_lost)} sentences lost in Word")
        for sentence in sentences_lost:
            print(f"  {sentence}")
    return int(any(missing.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

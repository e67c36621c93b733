"""What became of every report, run after run: `.state/journal.jsonl` in the output folder.

One JSON object a line, only ever added to, each forced to the disk before the run goes on. A line
torn by a power cut is the last one and is passed over, so the next run understands the file
whatever happened to this one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from evaluation_lib.language import Text
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.news import Progress, State

STATE_FOLDER = ".state"
LOGS = "logs"
_JOURNAL = "journal.jsonl"
_HERE = ZoneInfo("Asia/Shanghai")

Name = tuple[str, str, str]
"""Job, jurisdiction and language of a report."""


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that another one took the place of.

    Attributes:
        indicator: Its id, which stays the same in every language.
        name: Its name in the language of the report.
        old: Verdict of the older report.
        new: Verdict of the newer one.
    """

    indicator: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one report in one run.

    Attributes:
        run: Time the run began, by which it is known.
        at: Time the report ended.
        key: Hash of what it was made from; blank where that could not be read.
        stage: What it was doing last, such as `cells`.
        cell: Cell it was in, where it was in one.
        log: File in the folder of logs; blank for none.
        changes: Verdicts that differ from the report it took the place of.
        place: What the jurisdiction is called, where no report tells it; None where unknown.
    """

    name: Name
    run: str
    at: str
    state: State
    key: str
    seconds: float
    megabytes: float
    reason: str = ""
    stage: str = ""
    cell: str = ""
    log: str = ""
    changes: tuple[Change, ...] = ()
    place: Text | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything a journal tells.

    Attributes:
        entries: Oldest first. A report that was found unchanged is not entered again.
        wanted: Reports that the last run was asked for, in its order.
        last_run: Time the last run began; blank for none.
        is_whole: Whether the last run reached its end.
    """

    entries: tuple[Entry, ...] = ()
    wanted: tuple[Name, ...] = ()
    last_run: str = ""
    is_whole: bool = True
    _unchanged: frozenset[Name] = frozenset()

    @property
    def latest(self) -> dict[Name, Entry]:
        """The last entry of each report."""
        return {one.name: one for one in self.entries}

    @property
    def last_good(self) -> dict[Name, Entry]:
        """The last entry of each report that was made."""
        return {one.name: one for one in self.entries if one.state is State.DONE}

    @property
    def missing(self) -> tuple[Name, ...]:
        """Reports that the last run was asked for and did not bring to a good end."""
        ended = {
            one.name for one in self.entries if one.run == self.last_run and one.state is State.DONE
        }
        return tuple(one for one in self.wanted if one not in ended | self._unchanged)


def name_of(edition: Edition) -> Name:
    """Return what a report is known by."""
    return edition.name, edition.jurisdiction, str(edition.language)


def read_history(output: Path) -> History:
    """Return what the journal in the folder `output` tells; nothing where there is none."""
    entries: list[Entry] = []
    wanted: tuple[Name, ...] = ()
    unchanged: set[Name] = set()
    last_run, is_whole = "", True
    for line in _lines(output / STATE_FOLDER / _JOURNAL):
        match line.get("event"):
            case "run":
                wanted, last_run, is_whole = _names(line["wanted"]), line["run"], False
                unchanged = set()
            case "report":
                entries.append(_entry(line))
            case "unchanged":
                unchanged |= set(_names(line["names"]))
            case "end":
                is_whole = True
    return History(tuple(entries), wanted, last_run, is_whole, frozenset(unchanged))


@dataclass(slots=True)
class Journal:
    """The journal of one run, open for writing.

    Attributes:
        run: Time the run began.
        trouble: Why the last line could not be written; blank where it could. A full disk must not
            stop reports that still find room, nor the message that it is full.
    """

    folder: Path
    run: str = field(default_factory=lambda: now().isoformat(timespec="milliseconds"))
    trouble: str = ""

    def begin(self, wanted: Iterable[Edition]) -> None:
        """Enter that the run has begun and what it was asked for."""
        self._write({"event": "run", "run": self.run, "wanted": [name_of(one) for one in wanted]})

    def unchanged(self, editions: Sequence[Edition]) -> None:
        """Enter which reports need not be made."""
        if editions:
            self._write({"event": "unchanged", "names": [name_of(one) for one in editions]})

    def enter(
        self,
        news: Progress,
        key: str,
        changes: Sequence[Change] = (),
        place: Text | None = None,
    ) -> None:
        """Enter how a report ended."""
        job, jurisdiction, language = name_of(news.edition)
        self._write(
            {
                "event": "report",
                "run": self.run,
                "at": now().isoformat(timespec="seconds"),
                "job": job,
                "jurisdiction": jurisdiction,
                "language": language,
                "state": str(news.state),
                "key": key,
                "seconds": round(news.seconds, 2),
                "megabytes": round(news.megabytes),
                "reason": news.reason,
                "stage": news.stage.name,
                "cell": news.stage.cell,
                "log": news.log,
                "changes": [
                    {"indicator": one.indicator, "name": one.name, "old": one.old, "new": one.new}
                    for one in changes
                ],
                **({"place": asdict(place)} if place else {}),
            }
        )

    def end(self) -> None:
        """Enter that the run has come to its end."""
        self._write({"event": "end", "run": self.run, "at": now().isoformat(timespec="seconds")})

    def _write(self, line: Mapping[str, Any]) -> None:
        path = self.folder / _JOURNAL
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                # After a torn line the next one must not become part of it.
                torn = file.tell() > 0 and not _ends_a_line(path)
                text = json.dumps(line, ensure_ascii=False).encode() + b"\n"
                file.write(b"\n" + text if torn else text)
                file.flush()
                os.fsync(file.fileno())
            self.trouble = ""
        except OSError as error:
            self.trouble = f"{path}: {error.strerror or error}"


def now() -> datetime:
    """Return the time in China to the second the clock gives."""
    return datetime.now(_HERE)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told


def _names(rows: Iterable[Sequence[str]]) -> tuple[Name, ...]:
    return tuple((job, jurisdiction, language) for job, jurisdiction, language in rows)


def _entry(line: Mapping[str, Any]) -> Entry:
    return Entry(
        name=(line["job"], line["jurisdiction"], line["language"]),
        run=line["run"],
        at=line["at"],
        state=State(line["state"]),
        key=line["key"],
        seconds=line["seconds"],
        megabytes=line["megabytes"],
        reason=line["reason"],
        stage=line["stage"],
        cell=line["cell"],
        log=line["log"],
        changes=tuple(Change(**one) for one in line["changes"]),
        place=Text(**line["place"]) if "place" in line else None,
    )

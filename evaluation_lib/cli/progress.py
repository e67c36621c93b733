"""News of a run on stderr: bars on a terminal, otherwise a line for each event."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from evaluation_lib.cli.options import Show
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.news import ENDED, Progress, State, Tell


@dataclass(frozen=True, slots=True)
class Teller:
    """Where a run takes its news.

    Attributes:
        tell: Takes the news of a report.
        say: Takes what concerns the run as a whole.
    """

    tell: Tell
    say: Callable[[str], None]


@contextmanager
def telling(wanted: Sequence[Edition], show: Show = Show.AUTO) -> Iterator[Teller]:
    """Yield what shows the news of the reports `wanted` as they come."""
    if show is Show.JSON:
        yield Teller(
            lambda news: _write(event(news)), lambda text: _write({"event": "note", "text": text})
        )
    elif show is Show.BAR or (show is Show.AUTO and sys.stderr.isatty()):
        with _bars(wanted) as teller:
            yield teller
    else:
        yield Teller(_print, lambda text: print(text, file=sys.stderr, flush=True))


def sentence(news: Progress) -> str:
    """Return one line that names the report, what became of it and, if it failed, why."""
    match news.state:
        case State.DONE:
            return f"{news.edition.title}: done in {news.seconds:.1f} s"
        case State.FAILED:
            return f"{news.edition.title}: failed after {news.seconds:.1f} s: {news.reason}"
        case _:
            return f"{news.edition.title}: {news.state}"


def event(news: Progress) -> dict[str, Any]:
    """Return the news as the mapping of its JSON line."""
    known = {
        "event": str(news.state),
        "job": news.edition.name,
        "jurisdiction": news.edition.jurisdiction,
        "language": str(news.edition.language),
        "seconds": round(news.seconds, 2),
        "stage": news.stage.name,
        "cell": news.stage.cell,
        "done": news.stage.done,
        "of": news.stage.of,
        "megabytes": round(news.megabytes),
        "reason": news.reason,
        "log": news.log,
    }
    return {key: value for key, value in known.items() if value not in ("", 0)}


def summarise(outcome: Sequence[Progress], show: Show = Show.AUTO) -> None:
    """Write how many reports of each job ended in which way."""
    jobs = list(dict.fromkeys(one.edition.name for one in outcome))
    counts = {job: Counter(one.state for one in outcome if one.edition.name == job) for job in jobs}
    if show is Show.JSON:
        told = {job: {str(state): counts[job][state] for state in ENDED} for job in jobs}
        _write({"event": "summary", "jobs": told})
        return
    wide = max([len("job"), *map(len, jobs)])
    states = (State.DONE, State.UNCHANGED, State.FAILED)
    rows = [("job", *states), *((job, *(counts[job][state] for state in states)) for job in jobs)]
    for name, *cells in rows:
        print(f"{name:<{wide}}", *(f"{cell!s:>9}" for cell in cells), file=sys.stderr)


def _print(news: Progress) -> None:
    if news.state is not State.WORKING:
        print(sentence(news), file=sys.stderr, flush=True)


def _write(told: dict[str, Any]) -> None:
    print(json.dumps(told, ensure_ascii=False), file=sys.stderr, flush=True)


@contextmanager
def _bars(wanted: Sequence[Edition]) -> Iterator[Teller]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    console = Console(stderr=True, highlight=False)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[stage]}", markup=False),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        jobs = {
            name: bars.add_task(name, total=total, stage="")
            for name, total in Counter(one.name for one in wanted).items()
        }
        running: dict[Edition, Any] = {}

        def tell(news: Progress) -> None:
            one, stage = news.edition, news.stage
            if news.state in ENDED:
                bars.advance(jobs[one.name])
                if one in running:
                    bars.remove_task(running.pop(one))
                if news.state is not State.UNCHANGED:
                    console.print(sentence(news), markup=False, soft_wrap=True)
                return
            if one not in running:
                running[one] = bars.add_task(f"  {one.title}", total=None, stage=stage.name)
            bars.update(
                running[one],
                total=stage.of or None,
                completed=stage.done,
                stage=" ".join(filter(None, (stage.name, stage.cell))),
            )

        yield Teller(tell, lambda text: console.print(text, markup=False, soft_wrap=True))

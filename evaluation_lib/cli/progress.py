"""News of a run on stderr: lines, and on a terminal a bar below them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from evaluation_lib.publish.news import ENDED, Progress, State, Tell


@contextmanager
def telling(total: int) -> Iterator[Tell]:
    """Yield a function that tells each news of `total` reports as it comes."""
    if sys.stderr.isatty():
        with _bar(total) as tell:
            yield tell
    else:
        yield _say


def _say(news: Progress) -> None:
    if news.state is not State.WORKING:
        print(sentence(news), file=sys.stderr, flush=True)


def sentence(news: Progress) -> str:
    """Return one line that names the report, what became of it and, if it failed, why."""
    match news.state:
        case State.DONE:
            return f"{news.edition.title}: done in {news.seconds:.1f} s"
        case State.FAILED:
            return f"{news.edition.title}: failed after {news.seconds:.1f} s: {news.reason}"
        case _:
            return f"{news.edition.title}: {news.state}"


@contextmanager
def _bar(total: int) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("reports"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)

        def tell(news: Progress) -> None:
            if news.state in ENDED:
                bar.advance(task)
                console.print(sentence(news), markup=False, soft_wrap=True)

        yield tell

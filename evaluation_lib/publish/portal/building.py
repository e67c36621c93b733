"""Write the portal: one static file, and a page of differences for each report with a past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from evaluation_lib.errors import EvaluationError
from evaluation_lib.publish.choices import DiffFormat
from evaluation_lib.publish.portal.cards import Card, read_cards
from evaluation_lib.publish.portal.views import (
    BEHIND,
    Failure,
    View,
    arrange_views,
    earlier_cards,
    moved,
)
from evaluation_lib.publish.portal.words import SHORT, spoken
from evaluation_lib.publish.running.journal import read_history
from evaluation_lib.publish.running.news import State
from evaluation_lib.report import page_words
from evaluation_lib.report.fragments import stylesheet
from evaluation_lib.report.fragments_text import mark_html, marks_sprite
from evaluation_lib.report.numbers import probability
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.changes import changed

INDEX = "index.html"
_CHANGES = "changes.html"


def build_portal(output: Path, *, language: str = "zh") -> Path:
    """Write `index.html` into the folder of all reports.

    Which reports could not be made, and why, is taken from the journal of the runs.

    Args:
        output: Folder of all reports.
        language: `zh` or `en`.

    Returns:
        The page.
    """
    output.mkdir(parents=True, exist_ok=True)
    cards = read_cards(output)
    earlier = earlier_cards(cards)
    differences = _difference_pages(output, cards, earlier)
    page = render_portal(cards, language, failures_in(output), differences)
    path = output / INDEX
    draft = path.with_name(f".{INDEX}.draft")
    draft.write_text(page, encoding="utf-8")
    draft.replace(path)
    return path


def failures_in(output: Path) -> dict[tuple[str, str], Failure]:
    """Return why reports are missing, by job and jurisdiction: those whose last run failed."""
    return {
        (job, jurisdiction): Failure(entry.reason, entry.place)
        for (job, jurisdiction, _), entry in read_history(output).latest.items()
        if entry.state is State.FAILED
    }


def _difference_pages(
    output: Path, cards: Sequence[Card], earlier: Mapping[str, Card]
) -> dict[str, str]:
    """Return the page of differences of each current report with a past, written where missing."""
    found = {}
    for card in cards:
        before = earlier.get(card.folder)
        if before is None:
            continue
        # Beside the older report: a manifest vouches for the newer one's folder as it is.
        page = output / before.folder / f"{card.result[:12]}-{_CHANGES}"
        try:
            if not page.exists():
                # Most runs leave no report with a past, and evaluating takes heavy libraries.
                from evaluation_lib.publish.difference import read_difference

                difference = read_difference(output / before.folder, output / card.folder, None)
                page.write_text(difference.told(DiffFormat.HTML), encoding="utf-8")
        except EvaluationError:
            # Two reports that cannot be compared are still two reports.
            continue
        found[card.folder] = page.relative_to(output).as_posix()
    return found


def render_portal(
    cards: Sequence[Card],
    language: str,
    failures: Mapping[tuple[str, str], Failure],
    differences: Mapping[str, str],
) -> str:
    """Return the page; the same cards give the same bytes."""
    earlier = earlier_cards(cards)
    views = arrange_views(cards, language, failures, earlier)

    def say(key: str, **values: object) -> str:
        return spoken(language, key, **values)

    def verdict(word: str) -> str:
        if word == "not_broken_down":
            return say("verdict.not_broken_down")
        return words(language).verdict(word)

    return _template().render(
        locale="en" if language == "en" else "zh-CN",
        language=language,
        say=say,
        verdict=verdict,
        short=lambda word: SHORT[word].into(language),
        mark=_mark,
        product=lambda word: changed(language, f"product.{word}"),
        chance=lambda value: say("probability", value=probability(value, observed=value in (0, 1))),
        views=views,
        verdicts=_verdicts(views),
        behind=BEHIND,
        rows=[_report_row(card, earlier, differences) for card in cards],
        current=[card for card in cards if card.is_current],
        demonstration=any(card.demonstration for card in cards),
        demonstration_word=page_words.DEMONSTRATION.into(language),
        warning=page_words.DEMONSTRATION_WARNING.into(language),
        sprite=marks_sprite(),
        style=stylesheet() + _read("portal.css"),
        script=_read("portal.js"),
    )


def _mark(word: str) -> str:
    return "" if word == "not_broken_down" else mark_html(word)


def _verdicts(views: Sequence[View]) -> list[str]:
    used = {word for view in views for word in view.verdicts}
    return [word for word in SHORT if word in used]


def _report_row(
    card: Card, earlier: Mapping[str, Card], differences: Mapping[str, str]
) -> dict[str, Any]:
    before = earlier.get(card.folder)
    up, down = moved(card, before)
    return {
        "card": card,
        "has_past": before is not None,
        "up": up,
        "down": down,
        "difference": differences.get(card.folder, ""),
    }


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_read("portal.html.j2"))


def _read(name: str) -> str:
    folder = files("evaluation_lib.publish").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")

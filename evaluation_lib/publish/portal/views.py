"""Cards arranged as the page shows them: one matrix a job, and the list of all reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation_lib.language import Text
from evaluation_lib.publish.portal.cards import Card, CellCard

WIDEST = 14
"""Places up to which they stand as columns; above, each is a row."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BEST_FIRST = (
    ("achieved_early", "completed"),
    ("ahead",),
    ("on_schedule", "met", "basically_completed"),
    ("slightly_behind",),
    ("well_behind", "not_met", "not_completed"),
)
BEHIND = (*_BEST_FIRST[3], *_BEST_FIRST[4])


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell of a matrix.

    Attributes:
        cell: None where the place has no report, or no such indicator.
        href: Section of the report that tells of it; blank without one.
        change: 1 for better than in the report before, -1 for worse, 0 for neither.
    """

    card: Card | None
    cell: CellCard | None
    href: str
    change: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a report could not be made, and what its place is called; None where unknown."""

    reason: str
    place: Text | None


@dataclass(frozen=True, slots=True)
class View:
    """The newest reports of one job, in one language.

    Attributes:
        indicators: Of the first report that has each, binding ones first.
        places: Code and name of each place, the plan's own first.
        cells: One row for each indicator, one entry for each place.
        failures: Code of places whose report could not be made, with the reason.
        verdicts: Those that occur, in the order of their first place.
        packed: Of each place one letter an indicator, where its verdict stands in `verdicts` or a
            dash, and `+`, `-` or `.` for its change: thousands of places are told in this way and
            not as cells, which a browser would take seconds to lay out.
    """

    job: str
    product: str
    title: str
    version: str
    as_of: str
    demonstration: bool
    indicators: tuple[CellCard, ...]
    places: tuple[tuple[str, str], ...]
    cards: Mapping[str, Card]
    cells: tuple[tuple[Shown, ...], ...]
    failures: Mapping[str, str]
    verdicts: tuple[str, ...]
    packed: tuple[tuple[str, str], ...]

    @property
    def is_turned(self) -> bool:
        """Whether places are rows, because there are too many for columns."""
        return len(self.places) > WIDEST

    @property
    def own(self) -> Card:
        """The report of the place that stands first."""
        return self.cards[next(code for code, _ in self.places if code in self.cards)]


def arrange_views(
    cards: Sequence[Card],
    language: str,
    failures: Mapping[tuple[str, str], Failure],
    earlier: Mapping[str, Card],
) -> list[View]:
    """Return a view of each job that has a report.

    Args:
        cards: Current ones and those of the history.
        language: Language wanted; of a place that has no report in it, another is taken.
        failures: What is known of reports that could not be made, by job and jurisdiction.
        earlier: What each current report took the place of, by its folder.
    """
    current = [one for one in cards if one.is_current]
    names = {code: one.place.into(language) for (_, code), one in failures.items() if one.place} | {
        one.jurisdiction: one.place for one in cards if one.language == language
    }
    return [
        _view(
            job,
            _one_language([one for one in current if one.job == job], language),
            names,
            {code: one.reason for (name, code), one in failures.items() if name == job},
            earlier,
        )
        for job in dict.fromkeys(one.job for one in current)
    ]


def _one_language(cards: Iterable[Card], language: str) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for card in cards:
        if card.jurisdiction not in found or card.language == language:
            found[card.jurisdiction] = card
    return found


def _view(
    job: str,
    cards: dict[str, Card],
    names: Mapping[str, str],
    lost: Mapping[str, str],
    earlier: Mapping[str, Card],
) -> View:
    codes = sorted({*cards, *lost})
    first = cards[min(cards)]
    known: dict[str, CellCard] = {}
    for code in codes:
        for cell in cards[code].cells if code in cards else ():
            known.setdefault(cell.indicator, cell)
    indicators = sorted(known.values(), key=lambda one: (one.nature != "binding", one.number))
    cells = tuple(_row(one, codes, cards, earlier) for one in indicators)
    verdicts = tuple(dict.fromkeys(one.cell.verdict for row in cells for one in row if one.cell))
    return View(
        job=job,
        product=first.product,
        title=first.plan_title,
        version=first.plan_version,
        as_of=max(one.as_of for one in cards.values()),
        demonstration=any(one.demonstration for one in cards.values()),
        indicators=tuple(indicators),
        places=tuple(
            (code, cards[code].place if code in cards else names.get(code, code)) for code in codes
        ),
        cards=cards,
        cells=cells,
        failures=lost,
        verdicts=verdicts,
        packed=tuple(_packed(place, verdicts) for place in zip(*cells, strict=True)),
    )


def _packed(place: Sequence[Shown], verdicts: Sequence[str]) -> tuple[str, str]:
    letters = (_LETTERS[verdicts.index(one.cell.verdict)] if one.cell else "-" for one in place)
    return "".join(letters), "".join(".+-"[one.change] for one in place)


def earlier_cards(cards: Iterable[Card]) -> dict[str, Card]:
    """Return the report that each current one took the place of last, by the folder of the new."""
    newest: dict[tuple[str, str, str], Card] = {}
    for card in sorted(cards, key=lambda one: one.folder):
        if not card.is_current:
            newest[card.job, card.jurisdiction, card.language] = card
    return {
        card.folder: newest[same]
        for card in cards
        if card.is_current and (same := (card.job, card.jurisdiction, card.language)) in newest
    }


def _row(
    indicator: CellCard,
    codes: Iterable[str],
    cards: Mapping[str, Card],
    earlier: Mapping[str, Card],
) -> tuple[Shown, ...]:
    found = (cards.get(code) for code in codes)
    return tuple(
        _shown(indicator.indicator, card, earlier.get(card.folder) if card else None)
        for card in found
    )


def _shown(indicator: str, card: Card | None, before: Card | None) -> Shown:
    cell = cell_of(card, indicator)
    if card is None or cell is None:
        return Shown(card, None, "", 0)
    href = ""
    if "report.html" in card.files:
        href = f"{card.folder}/report.html#indicator-{indicator.replace('_', '-')}"
    old = cell_of(before, indicator)
    return Shown(card, cell, href, change_of(old.verdict, cell.verdict) if old else 0)


def cell_of(card: Card | None, indicator: str) -> CellCard | None:
    """Return the cell of `indicator`; None where there is no report or no such indicator."""
    if card is None:
        return None
    return next((one for one in card.cells if one.indicator == indicator), None)


def change_of(old: str, new: str) -> int:
    """Return 1 where `new` is the better verdict, -1 where it is worse, 0 where neither is."""
    before, after = _rank(old), _rank(new)
    if before is None or after is None:
        return 0
    return (before > after) - (before < after)


def _rank(verdict: str) -> int | None:
    return next((at for at, words in enumerate(_BEST_FIRST) if verdict in words), None)


def moved(card: Card, before: Card | None) -> tuple[int, int]:
    """Return how many indicators went up and down since `before`."""
    changes = list(_changes(card, before)) if before else []
    return changes.count(1), changes.count(-1)


def _changes(card: Card, before: Card) -> Iterator[int]:
    for cell in card.cells:
        old = cell_of(before, cell.indicator)
        if old is not None:
            yield change_of(old.verdict, cell.verdict)

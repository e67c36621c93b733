"""Which indicator or place a name in a form means; never guessed across concepts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.plan.model import Indicator, Jurisdiction, Measure, Plan

_DROPPED = re.compile(r"[\s“”‘’\"'「」『』《》*＊·、,:;.。_—-]")
_NUMBERING = re.compile(
    r"^([0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、)]|^[(]([0-9]{1,2}|[一二三四五六七八九十]{1,3})[)]"
)
_AMONG = re.compile(r"^其中[:]?")
_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]$")
_UNIT_AFTER_BAR = re.compile(r"^(?P<name>.+?)\s*[/,:]\s*(?P<inside>[^/,:]+)$")
_TOTALS = frozenset(
    {"合计", "总计", "小计", "总和", "全市合计", "总合计", "汇总", "县区合计", "各县区合计"}
)
_CITY_LEVEL = re.compile(r"(市|县|区)?(本级|直属?|直管)(单位|部门)?$|^市区$")
_ZONE = re.compile(
    r"(经开|开发|高新|经济技术开发|高新技术产业开发|管理|保税|综合保税|合作|示范|试验|工业园|产业园|园)区$"
    r"|新区$|经开$|产业园$|工业园$|产业转移园$|功能区$"
)
_OFFICE = re.compile(
    r"(市场监督管理|市场监管|市监|工商行政管理|质量技术监督|食品药品监督管理|知识产权)+(分?局|所|大队|中心)?.*$"
)
_REMARK = re.compile(r"[(][^()]*[)]$")
_NEAREST = 3


class PlaceKind(StrEnum):
    """What a word in the place column stands for."""

    JURISDICTION = "jurisdiction"
    TOTAL = "total"  # 合计
    CITY_LEVEL = "city_level"  # 市本级: not the whole city
    ZONE = "zone"  # 经开区: overlaps the counties
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A word in the place column; `code` is blank unless it is a jurisdiction of the plan."""

    kind: PlaceKind
    code: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuantity:
    """An indicator or measure of the plan, and the unit written behind its name, if any."""

    quantity: Indicator | Measure
    unit: Unit | None = None


def unnumbered(text: str) -> str:
    """Return `text`, made plain, without a leading number such as 二、 or （一）."""
    return _NUMBERING.sub("", plain(text)).strip()


def bare(text: str) -> str:
    """Return `text` without blanks, quotes, numbering and marks that never tell names apart."""
    return _DROPPED.sub("", _AMONG.sub("", unnumbered(text)))


def _quantities(plan: Plan) -> tuple[Indicator | Measure, ...]:
    return (*plan.indicators, *plan.measures)


@dataclass(frozen=True, slots=True)
class Names:
    """Every name under which the plan knows its indicators, measures and places."""

    plan: Plan
    _quantities: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for one in _quantities(self.plan):
            for name in (one.name, one.name_en, one.id, *one.aliases):
                self._quantities[bare(name).casefold()].add(one.id)
        for place in self.plan.jurisdictions:
            for name in (place.name, place.name_en, place.code, *place.aliases):
                self._places[bare(name).casefold()].add(place.code)

    @property
    def quantities(self) -> tuple[Indicator | Measure, ...]:
        """Return every indicator and measure, in the order of the plan."""
        return _quantities(self.plan)

    def quantity(self, text: str) -> NamedQuantity | None:
        """Return the indicator or measure that `text` names, None if no name is exactly it.

        A unit in brackets behind the name is read off if it counts what the indicator counts; any
        other bracket makes it another name.
        """
        if (found := self._exact(text)) is not None:
            return NamedQuantity(found)
        word = plain(text)
        for pattern in (_BRACKET, _UNIT_AFTER_BAR):
            parts = pattern.match(word)
            if parts is None:
                continue
            found, unit = self._exact(parts["name"]), parse_unit(parts["inside"])
            own = parse_unit(found.unit) if found else None
            if found and unit and own and unit.base == own.base:
                return NamedQuantity(found, unit)
        return None

    def _exact(self, text: str) -> Indicator | Measure | None:
        keys = self._quantities.get(bare(text).casefold(), set())
        return self.plan.quantity(next(iter(keys))) if len(keys) == 1 else None

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return names of the plan that look like `text`, for a person to choose from."""
        word = bare(text)
        ranked = sorted(
            (-SequenceMatcher(None, word, bare(one.name)).ratio(), one.name)
            for one in _quantities(self.plan)
        )
        return tuple(name for score, name in ranked[:_NEAREST] if score <= -0.5)

    def place(self, text: str) -> NamedPlace:
        """Return what `text` names as a place."""
        word = bare(text)
        codes = self._places.get(word.casefold(), set())
        if len(codes) == 1:
            return NamedPlace(PlaceKind.JURISDICTION, next(iter(codes)))
        if word in _TOTALS:
            return NamedPlace(PlaceKind.TOTAL)
        if _CITY_LEVEL.search(word):
            return NamedPlace(PlaceKind.CITY_LEVEL)
        if _ZONE.search(word):
            return NamedPlace(PlaceKind.ZONE)
        return NamedPlace(PlaceKind.UNKNOWN)

    def sender(self, text: str) -> NamedPlace:
        """Return the place whose office `text` names, such as 霞山区市场监督管理局.

        Departments of the plan's own organisation speak for the whole jurisdiction of the plan.
        """
        word = bare(_REMARK.sub("", plain(text)))
        if not word:
            return NamedPlace(PlaceKind.UNKNOWN)
        office = _OFFICE.sub("", word)
        for text_of_place in (office, word):
            named = self.place(text_of_place)
            if named.kind not in {PlaceKind.UNKNOWN, PlaceKind.TOTAL}:
                return named
        return self.mentioned(word)

    def mentioned(self, text: str) -> NamedPlace:
        """Return the one place that a title mentions; the county wins over its city.

        A title that mentions a functional zone, or several counties, names no single place.
        """
        word = bare(text)
        found = self._codes_in(word)
        counties = found - {self.plan.jurisdiction}
        if re.search(r"经开区|开发区|高新区|新区|本级", word):
            kind = PlaceKind.CITY_LEVEL if "本级" in word else PlaceKind.ZONE
            return NamedPlace(kind)
        if len(counties) == 1:
            return NamedPlace(PlaceKind.JURISDICTION, next(iter(counties)))
        if not counties and found:
            return NamedPlace(PlaceKind.JURISDICTION, self.plan.jurisdiction)
        return NamedPlace(PlaceKind.UNKNOWN)

    def _codes_in(self, word: str) -> set[str]:
        places: Iterable[Jurisdiction] = self.plan.jurisdictions
        return {
            place.code
            for place in places
            if any(bare(name) in word for name in (place.name, *place.aliases) if len(name) > 1)
        }

    def resembles_city_department(self, text: str) -> bool:
        """Return whether `text` is a section of an office, such as 登记注册科, without a place."""
        word = bare(_REMARK.sub("", plain(text)))
        return bool(re.search(r"(科|处|股|办公室)$", word)) and not self._codes_in(word)

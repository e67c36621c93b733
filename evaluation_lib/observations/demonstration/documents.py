"""The documents the demonstration claims to come from; every title says 演示数据."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from evaluation_lib.observations.demonstration import story
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.plan.model import Plan

_QUARTERS = {1: ("一", "first"), 2: ("二", "second"), 3: ("三", "third")}


@dataclass(frozen=True, slots=True)
class Document:
    """A synthetic return; all its values are published on one day.

    Attributes:
        sheet: Sheet on which its values stand.
    """

    id: str
    title: str
    title_en: str
    published_on: str
    sheet: str

    def source(self) -> Source:
        """Return the document as the register of sources knows it."""
        return Source(
            id=self.id,
            title=f"演示数据：{self.title}",
            title_en=f"Demonstration data: {self.title_en}",
            kind="synthetic",
            published_on=self.published_on,
            note="虚构，不得引用",
            note_en="Invented, never quote",
        )


def annual(plan: Plan, code: str, year: int, *, settled: bool) -> Document:
    """Return the yearly return of a place: the quick one of winter or the settled one of spring."""
    place = plan.place(code)
    order = story.ALL_PLACES.index(code)
    if settled:
        day, word, word_en, sheet = date(year + 1, 5, 27), "核定表", "settled return", "汇总表"
    else:
        day, word, word_en, sheet = date(year + 1, 1, 26), "快报", "quick return", "快报"
    return Document(
        f"demo-{code}-{year}-{'settled' if settled else 'quick'}",
        f"{place.name}{year}年度主要指标{word}",
        f"{place.name_en}, {word_en} {year}",
        (day + timedelta(days=2 * order)).isoformat(),
        sheet,
    )


def quarterly(plan: Plan, year: int, quarter: int) -> Document:
    """Return the city's return for one of the first three quarters."""
    place = plan.place(story.CITY)
    word, word_en = _QUARTERS[quarter]
    return Document(
        f"demo-{story.CITY}-{year}-q{quarter}",
        f"{place.name}{year}年{word}季度监测季报",
        f"{place.name_en}, return for the {word_en} quarter of {year}",
        date(year, 3 * quarter + 1, 20).isoformat(),
        "季报",
    )


def restatement(plan: Plan, published_on: str) -> Document:
    """Return the notice by which the city restates values of 2021."""
    place = plan.place(story.CITY)
    return Document(
        f"demo-{story.CITY}-2021-restated-{published_on[:7]}",
        f"{place.name}2021年部分指标数据调整说明（{published_on}）",
        f"{place.name_en}, values of 2021 restated on {published_on}",
        published_on,
        "调整表",
    )


def bulletin(plan: Plan, year: int) -> Document:
    """Return the statistical bulletin that gives the city's population at the end of `year`."""
    place = plan.place(story.CITY)
    return Document(
        f"demo-{story.CITY}-{year}-bulletin",
        f"{place.name}{year}年统计公报",
        f"{place.name_en}, statistical bulletin {year}",
        date(year + 1, 3, 30).isoformat(),
        "公报",
    )

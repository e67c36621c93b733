"""What a header cell says about the column under it, or a first cell about its row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from evaluation_lib.observations.forms.periods import HeaderPeriod, header_period
from evaluation_lib.observations.names import (
    NamedPlace,
    NamedQuantity,
    Names,
    PlaceKind,
    bare,
    unnumbered,
)
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.quantities.units import parse_unit


class Role(StrEnum):
    """What the cells under a header are."""

    INDICATOR = "indicator"
    PLACE = "place"
    PERIOD = "period"
    UNIT = "unit"
    DEFINITION = "definition"
    VALUE = "value"
    DERIVED = "derived"  # growth, target, rank: not an observation
    ASIDE = "aside"  # numbering, group, remark


_WORDS = {
    Role.INDICATOR: "指标 指标名称 主要指标 评价指标 监测指标 指标项 指标内容 项目 名称 indicator",
    Role.PLACE: "地区 县区 区县 县市区 县(市区) 各县(市区) 行政区 行政区划 填报地区 所属地区 区域 "
    "单位名称 填报单位 地区名称 place jurisdiction",
    Role.PERIOD: "年份 年度 时间 期间 时期 季度 月份 报告期 统计期 所属期 年 月 期别 期次 "
    "period year",
    Role.UNIT: "单位 计量单位 数据单位 unit",
    Role.DEFINITION: "口径 统计口径 数据口径 definition",
    Role.VALUE: "数值 数据 完成值 完成数 实际值 实际数 实际完成值 实际完成数 完成情况 填报值 "
    "指标值 值 实绩 指标完成情况 主要指标完成情况 value",
    Role.ASIDE: "序号 编号 类别 分类 指标类别 分组 属性 指标属性 指标类型 性质 领域 备注 说明 "
    "数据来源 来源 数据来源说明 数据来源及说明 佐证材料 台账 填报说明 责任单位 牵头单位 "
    "责任科室 联系人 联系电话 口径说明 质疑 remark note no source",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_DERIVED = re.compile(
    r"同比|环比|增长|增速|增幅|增减|增量|比上年|较上年|完成率|完成进度|进度|排名|名次|占比|比重|目标|规划值"
    r"|计划|基期|基数|预计|预测|是否"
)
_BRACKET = re.compile(r"^(?P<rest>.+?)[(\[](?P<inside>[^()\[\]]+)[)\]]$")
_MARKER = re.compile(r"^([甲乙丙丁戊己庚辛]|[A-Z]|[(]?[0-9]{1,2}[)]?)$")


@dataclass(frozen=True, slots=True)
class Label:
    """What one header cell, or several above each other, say.

    Attributes:
        known: Whether every word was understood.
    """

    text: str
    known: bool = True
    role: Role | None = None
    quantity: NamedQuantity | None = None
    period: HeaderPeriod | None = None
    place: NamedPlace | None = None
    unit: Unit | None = None

    @property
    def is_facet(self) -> bool:
        """Whether the cell says something that all values beside or below it share."""
        return self.known and bool(self.quantity or self.period or self.place or self.unit)

    def joined(self, below: Label) -> Label:
        """Return both as one label; not known where they contradict each other."""
        text = f"{self.text} {below.text}".strip()
        if not (self.known and below.known):
            return Label(text, known=False)
        period = self.period or below.period
        if self.period and below.period:
            period = self.period.joined(below.period)
            if period is None:
                return Label(text, known=False)
        for mine, theirs in (
            (self.quantity, below.quantity),
            (self.place, below.place),
            (self.unit, below.unit),
        ):
            if mine and theirs and mine != theirs:
                return Label(text, known=False)
        derived = Role.DERIVED in (self.role, below.role)
        return Label(
            text,
            role=Role.DERIVED if derived else below.role or self.role,
            quantity=self.quantity or below.quantity,
            period=period,
            place=self.place or below.place,
            unit=self.unit or below.unit,
        )


class Labels:
    """Reads labels with the names of one plan."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._read: dict[str, Label] = {}

    @cached_property
    def _bases(self) -> frozenset[str]:
        """What the plan's units count, besides the spellings that mean the same kind of thing."""
        units = (parse_unit(one.unit) for one in self.names.quantities)
        return frozenset({one.base for one in units if one}) | {"元", "户", "家", "个", "人"}

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(bare(one.group) for one in self.names.plan.indicators)

    def read(self, text: str) -> Label:
        """Return what the header cell with `text` says."""
        if text not in self._read:
            self._read[text] = self._label(text)
        return self._read[text]

    def _label(self, text: str) -> Label:
        word = bare(text)
        if not word or word in self._groups:
            return Label("" if not word else text)
        if role := _ROLES.get(word.casefold()):
            return Label(text, role=role)
        if quantity := self.names.quantity(text):
            return Label(text, quantity=quantity, unit=quantity.unit)
        if period := header_period(text) or header_period(unnumbered(text)):
            return Label(text, period=period)
        place = self.names.place(text)
        if place.kind is not PlaceKind.UNKNOWN:
            return Label(text, place=place)
        unit = parse_unit(text)
        if unit is not None and unit.base in self._bases:
            return Label(text, unit=unit)
        if _DERIVED.search(word):
            return Label(text, role=Role.DERIVED)
        return self._composite(text)

    def _composite(self, text: str) -> Label:
        word = plain(text)
        if found := _BRACKET.match(word):
            rest, inside = self.read(found["rest"]), self.read(found["inside"])
            if rest.known and inside.known and inside.is_facet and rest.text:
                return replace(rest.joined(inside), text=text)
        for split in range(len(word) - 1, 1, -1):
            period = header_period(word[:split])
            if period is None:
                continue
            rest = self.read(word[split:])
            if rest.known and (rest.quantity or rest.place or rest.role):
                return replace(Label(text, period=period).joined(rest), text=text)
        return Label(text, known=False)


def is_marker(text: str) -> bool:
    """Return whether `text` only numbers a column, as 甲, 乙, 1, 2 do below many headers."""
    return bool(_MARKER.match(plain(text)))

"""Black out of a text what names or reaches a person, an enterprise or a machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

MARK = "■■"
"""What stands where something was blacked out, in every language."""

_PERSONS = (
    "联系人|填报人|填表人|经办人|审核人|负责人|制表人|报送人|核查人|复核人|举报人|投诉人|姓名"
)
_CONTACTS = (
    "联系电话|联系方式|移动电话|办公电话|手机号码|手机号|手机|电话|传真|电子邮箱|电子邮件|邮箱|"
    "微信号|微信|QQ号?|身份证号码|身份证号|身份证|证件号码?|住址|地址|账号"
)
_ENGLISH = "contact|prepared by|reviewed by|checked by|phone|mobile|tel|fax|e-?mail|address"
_VALUE = r"[^\s，,。；;、|（）()【】\[\]<>“”\"]{1,40}"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔向汤"
)
_LABELLED = re.compile(
    rf"(?P<label>(?:{_PERSONS}|{_CONTACTS})\s*[:：]\s*|(?i:(?<![a-z])(?:{_ENGLISH})\s*[:：]\s*))(?P<held>{_VALUE})"
)
_NAMED = re.compile(
    rf"(?:{_PERSONS})\s*[:：]\s*(?P<name>[\u4e00-\u9fff]{{2,4}})(?![\u4e00-\u9fff])"
)
_D, _NO_D = "[0-9０-９]", "(?<![0-9０-９])"
_END_D = "(?![0-9０-９])"
_COMPANY = "有限责任公司|股份有限公司|有限公司|集团公司|专业合作社"
_FOLDERS = "home|Users|root|mnt|media|tmp|var|opt|srv"
_REVEALING = re.compile(
    "|".join(
        (
            r"[A-Za-z0-9_.+-]+[@＠][A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+",  # mail
            rf"{_NO_D}{_D}{{17}}[0-9０-９XxＸ]{_END_D}",  # identity number, GB 11643
            r"(?<![0-9A-Z])[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])",  # GB 32100
            rf"{_NO_D}(?:[+＋]?86[- ]?)?[1１][3-9３-９]{_D}(?:[- ]?{_D}{{4}}){{2}}{_END_D}",
            rf"{_NO_D}[(（]?[0０]{_D}{{2,3}}[)）]?[-－— ]{_D}{{7,8}}(?:-{_D}{{1,5}})?{_END_D}",
            rf"[\u4e00-\u9fffA-Za-z0-9·（）()]{{2,24}}?(?:{_COMPANY})",
            r"(?<![A-Za-z])[A-Z][A-Za-z0-9&.'-]*(?: [A-Za-z0-9&.'-]+){0,6},? "
            r"(?:Co\.,? ?Ltd\.?|Ltd\.?|Inc\.?|LLC)(?![A-Za-z])",
            rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=同志|先生|女士)",
            rf"(?:file://|(?<![A-Za-z0-9_/:.])/(?:{_FOLDERS})/|(?<![A-Za-z0-9])[A-Za-z]:\\|\\\\)"
            r"[^\s，。；、）)\"']+",  # a place on a machine
        )
    )
)


@dataclass(frozen=True)
class Masks:
    """Blacks out what patterns find and what a list names.

    Attributes:
        names: Persons, enterprises and other words that must not stand anywhere.
    """

    names: frozenset[str] = frozenset()

    @cached_property
    def _listed(self) -> re.Pattern[str] | None:
        longest_first = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def masked(self, text: str) -> str:
        """Return `text` with `MARK` in place of what must not be read; once is as good as twice."""
        if self._listed is not None:
            text = self._listed.sub(MARK, text)
        text = _LABELLED.sub(lambda found: found["label"] + MARK, text)
        return _REVEALING.sub(MARK, text)

    def masked_values(self, value: Any) -> Any:
        """Return plain JSON values with every text in them masked."""
        if isinstance(value, str):
            return value if value.startswith("data:") else self.masked(value)
        if isinstance(value, dict):
            return {key: self.masked_values(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.masked_values(one) for one in value]
        return value


def names_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the persons that labels such as 联系人 name, to be blacked out elsewhere too."""
    for text in texts:
        for found in _NAMED.finditer(text):
            yield found["name"]


def count_marks(value: Any) -> int:
    """Return how many places of plain JSON values are blacked out."""
    if isinstance(value, str):
        return value.count(MARK)
    if isinstance(value, dict):
        return sum(map(count_marks, value.values()))
    return sum(map(count_marks, value)) if isinstance(value, (list, tuple)) else 0

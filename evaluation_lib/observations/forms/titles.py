"""What the lines above a table say about all of its values."""

from __future__ import annotations

import re

from evaluation_lib.observations.forms.labels import Labels
from evaluation_lib.observations.names import NamedQuantity, bare
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.quantities.units import parse_unit

_TABLE_UNIT = re.compile(r"(?<![报送表位])(?:计量)?单位\s*[::]\s*([^\s,;()0-9]+)")
_TITLE_END = re.compile(r"^($|[(（表情统完一数月报汇逐分])")
_TITLE_START = re.compile(r"(^|[市县区省年度季月的及、:：\s\-—”》）)])$")
# Words of a note or remark after which a number may measure something else.
CHANGES_SCOPE = re.compile(r"含|包括|口径|预计|初步|估计|预估|估算|快报|未经|剔除|合并")


def quantity_in(titles: tuple[str, ...], labels: Labels) -> NamedQuantity | None:
    """Return the one indicator that a table's title names between words that end a name."""
    found: dict[str, NamedQuantity] = {}
    for title in titles:
        word = bare(title)
        for one in labels.names.quantities:
            for name in map(bare, (one.name, *one.aliases)):
                at = word.find(name)
                if at < 0 or not _TITLE_END.match(word[at + len(name) :]):
                    continue
                if _TITLE_START.search(word[:at]):
                    found[one.id] = NamedQuantity(one)
    return next(iter(found.values())) if len(found) == 1 else None


def unit_in(titles: tuple[str, ...]) -> Unit | None:
    """Return the one unit printed above a table, such as 单位：万元; None for none or several."""
    units = {match[1] for title in titles for match in _TABLE_UNIT.finditer(plain(title))}
    return parse_unit(units.pop()) if len(units) == 1 else None

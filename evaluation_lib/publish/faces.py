"""Which face each kind of text is printed in, and which faces a layout asks for in vain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.fonts import LATIN, SANS, SERIF, extra_families


@dataclass(frozen=True, slots=True)
class Role:
    """A face that GB/T 9704-2012 names.

    Attributes:
        name: The face as the standard calls it.
        families: Families that are this face, in order of preference; none is free to pass on.
        fallback: Packaged families that stand in for it.
    """

    name: str
    families: tuple[str, ...]
    fallback: tuple[str, ...]


OFFICIAL: dict[str, Role] = {
    "title": Role(
        "小标宋体",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
        SERIF,
    ),
    "body": Role("仿宋", ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋"), SERIF),
    "first": Role("黑体", ("SimHei", "黑体"), SANS),
    "second": Role("楷体", ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体"), SERIF),
    "folio": Role("宋体", ("SimSun", "宋体", "NSimSun"), SERIF),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """Families by kind of text, in order of preference.

    Attributes:
        families: `sans`, `serif`, `latin` and the roles of `OFFICIAL`.
        lacking: Names of faces the layout asks for that no font given is.
    """

    families: dict[str, tuple[str, ...]]
    lacking: tuple[str, ...]


def choose_faces(layout: Layout, font_dir: Path | None) -> Faces:
    """Return the faces to print with.

    The official layout uses a font given for what the standard wants it for, and otherwise only
    for characters the packaged fonts lack; the house layout takes it before the packaged ones.

    Raises:
        PublishError: `font_dir` is no folder with fonts.
    """
    given = extra_families(font_dir) if font_dir else ()
    if layout is Layout.HOUSE:
        sans, serif = (*given, *SANS), (*given, *SERIF)
        roles = {name: sans if role.fallback == SANS else serif for name, role in OFFICIAL.items()}
        return Faces({"sans": sans, "serif": serif, "latin": LATIN, **roles}, ())
    found = {name: _found(role, given) for name, role in OFFICIAL.items()}
    return Faces(
        {
            "sans": (*SANS, *given),
            "serif": (*SERIF, *given),
            "latin": LATIN,
            **{name: (*found[name], *role.fallback, *given) for name, role in OFFICIAL.items()},
        },
        tuple(role.name for name, role in OFFICIAL.items() if not found[name]),
    )


def _found(role: Role, given: tuple[str, ...]) -> tuple[str, ...]:
    known = {family.casefold(): family for family in given}
    return tuple(known[one.casefold()] for one in role.families if one.casefold() in known)

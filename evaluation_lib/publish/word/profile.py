"""The two ways a Word report is set: the house's own, and that of Chinese official documents."""

from __future__ import annotations

from dataclasses import dataclass, replace

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.word.elements import millimetres
from evaluation_lib.report import style


@dataclass(frozen=True, slots=True)
class Face:
    """Fonts of a style by name; Word takes what the reader's machine has of them.

    Attributes:
        chinese: For Chinese characters.
        latin: For letters and digits.
    """

    chinese: str
    latin: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A page and its margins, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def space(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that differs between the two ways; lengths in points.

    Attributes:
        text: Face of running text; `heading_1` to `heading_3`, `title` and `table` likewise.
        size: Size of running text; `line` the height of its lines.
        indent: Characters by which paragraphs and headings are indented.
        headings: Sizes of headings by level.
        heading_colour: `#RRGGBB`; `accent` for numbers of figures, `link_colour` for links.
        lines: Lines a page that text is held to; None where it is free.
        narrower: By how much each character of text is narrower than its size.
        cover_drop: Space above the plan's name on the cover.
        header: Distance of the header from the upper edge; `footer` likewise from the lower.
    """

    portrait: Frame
    landscape: Frame
    cover: Frame
    text: Face
    heading_1: Face
    heading_2: Face
    heading_3: Face
    title: Face
    table: Face
    size: float
    line: float
    indent: int
    headings: tuple[float, float, float]
    headline: float
    caption: float
    table_size: float
    dense_size: float
    note: float
    heading_colour: str
    accent: str
    link_colour: str
    lines: int | None
    narrower: float
    cover_drop: float
    header: float
    footer: float


_WIDTH, _HEIGHT = 210.0, 297.0


def _frame(top: float, right: float, bottom: float, left: float, *, flipped: bool = False) -> Frame:
    """Return an A4 page; lengths in millimetres."""
    size = (_HEIGHT, _WIDTH) if flipped else (_WIDTH, _HEIGHT)
    return Frame(*(millimetres(one) for one in (*size, top, right, bottom, left)))


# Margins, sizes and faces of GB/T 9704-2012: 22 lines of 28 characters in 仿宋 of 16 points. The
# faces it names are proprietary, so they are named and never shipped.
OFFICIAL = Profile(
    portrait=_frame(37, 26, 35, 28),
    landscape=_frame(26, 20, 20, 20, flipped=True),
    cover=_frame(37, 26, 26, 28),
    text=Face("仿宋_GB2312", "Times New Roman"),
    heading_1=Face("黑体", "Times New Roman"),
    heading_2=Face("楷体_GB2312", "Times New Roman"),
    heading_3=Face("仿宋_GB2312", "Times New Roman"),
    title=Face("方正小标宋简体", "Times New Roman"),
    table=Face("宋体", "Times New Roman"),
    size=16,
    line=28.95,
    indent=2,
    headings=(16, 16, 16),
    headline=16,
    caption=12,
    table_size=10,
    dense_size=7.5,
    note=8,
    heading_colour="#000000",
    accent=style.ACCENT,
    link_colour=style.INK,
    lines=22,
    narrower=0.25,  # 28 characters of 15.75 points
    cover_drop=70,
    header=millimetres(21),
    footer=millimetres(22),
)
_SANS = Face("微软雅黑", "Arial")
HOUSE = Profile(
    portrait=_frame(27, 26, 24, 28),
    landscape=_frame(26, 20, 20, 20, flipped=True),
    cover=_frame(37, 26, 26, 28),
    text=_SANS,
    heading_1=_SANS,
    heading_2=_SANS,
    heading_3=_SANS,
    title=Face("宋体", "Times New Roman"),
    table=_SANS,
    size=10,
    line=15.5,
    indent=0,
    headings=(15, 13, 12),
    headline=13.5,
    caption=10.5,
    table_size=8.5,
    dense_size=7.5,
    note=7.5,
    heading_colour=style.ACCENT,
    accent=style.ACCENT,
    link_colour=style.ACCENT,
    lines=None,
    narrower=0,
    cover_drop=90,
    header=millimetres(12),
    footer=millimetres(12),
)


def profile_of(layout: Layout, language: str, accent: str = "") -> Profile:
    """Return how pages are set; English, which runs longer, is set a little smaller.

    Args:
        layout: One of the two ways.
        language: `zh` or `en`.
        accent: The evaluator's own colour, `#RRGGBB`; blank for the house's.
    """
    profile = OFFICIAL if layout is Layout.OFFICIAL else HOUSE
    if accent:
        own = profile.heading_colour == style.ACCENT
        profile = replace(profile, accent=accent)
        profile = replace(profile, heading_colour=accent, link_colour=accent) if own else profile
    if language != "en":
        return profile
    scale = 0.75 if layout is Layout.OFFICIAL else 0.95
    return replace(
        profile,
        size=round(profile.size * scale * 2) / 2,
        line=profile.line * (1 if layout is Layout.OFFICIAL else 0.88),
        headline=profile.headline * 0.9,
        caption=profile.caption * 0.93,
        indent=0,
    )


# What Word takes where the first name is not installed; the last word is the class of the face.
SUBSTITUTES = {
    "仿宋_GB2312": ("仿宋", "roman"),
    "仿宋": ("FangSong", "roman"),
    "楷体_GB2312": ("楷体", "script"),
    "方正小标宋简体": ("宋体", "roman"),
    "黑体": ("SimHei", "swiss"),
    "宋体": ("SimSun", "roman"),
    "微软雅黑": ("Microsoft YaHei", "swiss"),
    "Times New Roman": ("Liberation Serif", "roman"),
    "Arial": ("Liberation Sans", "swiss"),
    "Consolas": ("Courier New", "modern"),
}

"""Which paragraph styles a Word report has, and what each looks like in either way of setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evaluation_lib.language import Text
from evaluation_lib.publish.word.profile import Face, Profile
from evaluation_lib.report import style

MONOSPACED = Face("仿宋", "Consolas")

# Word knows the others by their English names and translates them itself.
_OWN_NAMES = {
    "Finding": Text("要点句", "Key finding"),
    "HeadingNote": Text("标题说明", "Heading note"),
    "CaptionNote": Text("图表说明", "Caption note"),
    "Note": Text("图表注", "Figure and table note"),
    "TableText": Text("表格文字", "Table text"),
    "TableDense": Text("表格文字（密）", "Table text, dense"),
    "KeyLabel": Text("要点标签", "Key label"),
    "KeyValue": Text("要点数值", "Key value"),
    "Count": Text("计数", "Count"),
    "BoxTitle": Text("方框标题", "Box title"),
    "Figure": Text("图", "Figure"),
    "Gap": Text("间隔", "Gap"),
    "Verbatim": Text("原文照录", "Verbatim"),
    "CoverEyebrow": Text("封面眉题", "Cover, eyebrow"),
    "CoverPlan": Text("封面规划名称", "Cover, plan"),
    "CoverKind": Text("封面报告名称", "Cover, report"),
    "CoverLine": Text("封面说明", "Cover, line"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style; lengths in points.

    Attributes:
        key: Its id.
        name: What the list of styles shows.
        line: Height of its lines; None lets the content decide.
        indent: First line in characters; `hanging` all lines but the first.
        outline: Level in the document's outline, 0 to 2.
        on_grid: Whether its lines are held to the grid of the page.
        narrower: By how much each character is narrower than its size.
    """

    key: str
    face: Face
    size: float
    line: float | None = None
    name: str = ""
    based_on: str = "Normal"
    strong: bool = False
    colour: str = style.INK
    before: float = 0
    after: float = 0
    indent: int = 0
    hanging: float = 0
    left: float = 0
    align: str = "left"
    outline: int | None = None
    keep_next: bool = False
    on_grid: bool = False
    narrower: float = 0
    ground: str | None = None


def report_styles(profile: Profile, language: str) -> Iterator[Style]:
    """Yield all paragraph styles; first those Word knows, then the report's own."""
    yield from _text_styles(profile)
    yield from _heading_styles(profile)
    yield from _contents_styles(profile)
    for one in (*_own_text(profile), *_own_values(profile), *_cover_styles(profile)):
        yield replace(one, name=_OWN_NAMES[one.key].into(language))


def _text_styles(profile: Profile) -> Iterator[Style]:
    official = profile.lines is not None
    gap = 0.0 if official else profile.line * 0.35
    text = Style("Normal", profile.text, profile.size, profile.line, "Normal", "", on_grid=True)
    text = replace(text, narrower=profile.narrower)
    yield text
    yield replace(
        text,
        key="BodyText",
        name="Body Text",
        based_on="Normal",
        before=gap,
        after=gap,
        indent=profile.indent,
        align="both" if official else "left",
    )
    hanging = profile.size * (2 if official else 1.5)
    yield replace(
        text,
        key="ListParagraph",
        name="List Paragraph",
        based_on="Normal",
        before=gap / 2,
        after=gap / 2,
        hanging=hanging,
        left=hanging,
    )
    face = profile.heading_1 if official else profile.table
    caption = Style("Caption", face, profile.caption, profile.caption * 1.4, "caption")
    yield replace(caption, strong=not official, before=8, after=2, keep_next=True)
    yield Style("Header", profile.table, 8, 12, "header", colour=style.SECONDARY)
    yield Style("Footer", profile.title, 14, 18, "footer")


def _heading_styles(profile: Profile) -> Iterator[Style]:
    official = profile.lines is not None
    faces = (profile.heading_1, profile.heading_2, profile.heading_3)
    for level, (face, size) in enumerate(zip(faces, profile.headings, strict=True)):
        yield Style(
            f"Heading{level + 1}",
            face,
            size,
            profile.line if official else size * 1.4,
            f"heading {level + 1}",
            strong=not official or level == 2,
            colour=profile.heading_colour,
            before=0 if official else (24, 16, 14)[level],
            after=0 if official else (8, 6, 3)[level],
            indent=profile.indent,
            outline=level,
            keep_next=True,
            on_grid=official,
        )


def _contents_styles(profile: Profile) -> Iterator[Style]:
    official = profile.lines is not None
    title = Style("TOCHeading", profile.heading_1, 17, 36, "TOC Heading", strong=True, after=14)
    if official:
        title = replace(title, face=profile.title, size=22, strong=False, align="center")
    yield title
    size = 14.0 if official else 10.5
    for level in range(3):
        yield Style(
            f"TOC{level + 1}",
            profile.heading_1 if level == 0 else profile.text,
            size - level * 0.5,
            (size - level * 0.5) * (1.5 if official else 1.3),
            f"toc {level + 1}",
            strong=level == 0 and not official,
            before=(3, 1, 0)[level],
            left=size * 1.5 * level,
        )


def _own_text(profile: Profile) -> Iterator[Style]:
    size, note = profile.headline, profile.note
    yield Style("Finding", profile.heading_1, size, size * 1.4, strong=True, before=6, after=6)
    small = Style("Note", profile.table, note, note * 1.45, colour=style.SECONDARY)
    yield replace(small, before=2, after=2)
    yield replace(small, key="HeadingNote", after=3, keep_next=True)
    yield replace(small, key="CaptionNote", after=3, keep_next=True)
    yield Style("Verbatim", MONOSPACED, 8.5, 12, ground=style.BOX)
    yield Style("Figure", profile.table, 9, keep_next=True)
    yield Style("Gap", profile.table, 2, 6)


def _own_values(profile: Profile) -> Iterator[Style]:
    table, cells, dense = profile.table, profile.table_size, profile.dense_size
    yield Style("TableText", table, cells, cells * 1.35)
    yield Style("TableDense", table, dense, dense * 1.35)
    yield Style("KeyLabel", table, 8, 11.5, colour=style.SECONDARY)
    yield Style("KeyValue", table, 15, 20, strong=True)
    yield Style("Count", table, 26, 32, strong=True)
    yield Style("BoxTitle", table, cells + 0.5, (cells + 0.5) * 1.6, strong=True)


def _cover_styles(profile: Profile) -> Iterator[Style]:
    table, title = profile.table, profile.title
    yield Style("CoverEyebrow", table, 10, 14, colour=style.SECONDARY)
    yield Style("CoverPlan", title, 22, 34, before=profile.cover_drop)
    yield Style("CoverKind", title, 36, 50, colour=profile.accent, before=36)
    yield Style("CoverLine", table, 11, 18, before=28, after=6)

"""The styles and fonts of a Word report as Word reads them.

Whoever changes a style in Word changes every place that has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.publish.word.elements import Borders, Element, borders, spacing_of, twips, w
from evaluation_lib.publish.word.profile import SUBSTITUTES, Face, Profile
from evaluation_lib.publish.word.style_list import MONOSPACED, Style, report_styles
from evaluation_lib.report import style

TABLE_STYLE = "Evaluation"
LINK_STYLE = "Hyperlink"
THICK, THIN = 1.25, 0.75  # rules of tables, in points


def write_styles(root: Element, profile: Profile, language: str) -> None:
    """Make `root`, the element of Word's styles part, hold the styles of `profile` alone."""
    for child in list(root):
        root.remove(child)
    root.append(_defaults(profile, language))
    root.extend(_paragraph_style(one) for one in report_styles(profile, language))
    root.extend(_other_styles())


def font_table(profile: Profile) -> Element:
    """Return the table that tells Word what stands in for a font it has not."""
    faces = (profile.text, profile.heading_1, profile.heading_2, profile.title, profile.table)
    names = (name for face in (*faces, MONOSPACED) for name in (face.chinese, face.latin))
    fonts = w("fonts")
    for name in dict.fromkeys(names):
        substitute, family = SUBSTITUTES[name]
        fonts.append(w("font", w("altName", val=substitute), w("family", val=family), name=name))
    return fonts


def _defaults(profile: Profile, language: str) -> Element:
    latin = "en-GB" if language == "en" else "en-US"
    tongue = w("lang", val=latin, eastAsia="zh-CN", bidi="ar-SA")
    run = w("rPr", _fonts(profile.text), *_sizes(profile.size), tongue)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _paragraph_style(one: Style) -> Element:
    found = [w("name", val=one.name)]
    if one.based_on:
        found.append(w("basedOn", val=one.based_on))
    if one.outline is not None:
        found.append(w("next", val="BodyText"))
    found += [w("qFormat"), _paragraph_properties(one), _run_properties(one)]
    default = {} if one.based_on else {"default": 1}
    return w("style", *found, **default, type="paragraph", styleId=one.key)


def _paragraph_properties(one: Style) -> Element:
    found: list[Element] = []
    if one.keep_next:
        found += [w("keepNext"), w("keepLines")]
    found.append(w("widowControl"))
    if one.ground:
        found.append(w("shd", val="clear", color="auto", fill=one.ground[1:]))
    # Word would part Chinese from digits by a quarter of a character.
    found += [w("autoSpaceDE", val=0), w("autoSpaceDN", val=0)]
    found.append(w("snapToGrid", val=int(one.on_grid)))
    spacing = spacing_of(one.before, one.after, one.line)
    if one.line is None:
        spacing |= {"line": 240, "lineRule": "auto"}
    indent: dict[str, str | int] = {"left": twips(one.left)}
    if one.hanging:
        indent |= {"hanging": twips(one.hanging)}
    else:
        indent |= {"firstLineChars": one.indent * 100, "firstLine": twips(one.indent * one.size)}
    found += [w("spacing", **spacing), w("ind", **indent), w("jc", val=one.align)]
    if one.outline is not None:
        found.append(w("outlineLvl", val=one.outline))
    return w("pPr", *found)


def _run_properties(one: Style) -> Element:
    weight = [w("b", val=int(one.strong)), w("bCs", val=int(one.strong))]
    colour = w("color", val=one.colour[1:])
    found = [_fonts(one.face), *weight, colour]
    if one.narrower:
        found.append(w("spacing", val=-twips(one.narrower)))
    return w("rPr", *found, *_sizes(one.size))


def _fonts(face: Face) -> Element:
    latin = dict.fromkeys(("ascii", "hAnsi", "cs"), face.latin)
    return w("rFonts", eastAsia=face.chinese, **latin)


def _sizes(size: float) -> tuple[Element, Element]:
    return w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))


def _other_styles() -> Iterator[Element]:
    """Yield the styles of runs and tables."""
    plain = "DefaultParagraphFont"
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("semiHidden"),
        type="character",
        default=1,
        styleId=plain,
    )
    yield w(
        "style",
        w("name", val="Hyperlink"),
        w("basedOn", val=plain),
        w("rPr", w("color", val=style.ACCENT[1:])),
        type="character",
        styleId=LINK_STYLE,
    )
    margins = w("tblCellMar", *(w(side, w=100, type="dxa") for side in ("left", "right")))
    yield w(
        "style",
        w("name", val="Normal Table"),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    rules = Borders(top=(THICK, style.INK), bottom=(THICK, style.INK))
    below = Borders(bottom=(THIN, style.INK))
    head = w("rPr", w("b"), w("bCs")), w("tcPr", borders("tcBorders", below))
    yield w(
        "style",
        w("name", val="Evaluation Table"),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w("tblPr", borders("tblBorders", rules)),
        w("tblStylePr", *head, type="firstRow"),
        type="table",
        styleId=TABLE_STYLE,
    )

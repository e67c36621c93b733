"""The one visual language: colours, marks and sizes of every page and every chart.

Nothing is said by colour alone: each verdict also has a mark of its own shape, and a word. Contrast
on white is given where a colour carries text (4.5 is required) or a drawing (3.0 is required); the
colours were looked at in grey and as a deuteranope sees them, which rules out red beside green.
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.report.blocks import Tone

INK = "#1A2430"  # text, reference lines, targets; 15.7
SECONDARY = "#4A5563"  # subtitles, notes; 7.6
MUTED = "#5C6773"  # not assessable, rival models; 5.8
HAIRLINE = "#C5CCD4"  # grid and rules, decorative
PAPER = "#FFFFFF"
BOX = "#F3F5F7"  # ground of boxes and empty bars
BINDING = "#EEF3F8"  # ground of rows of binding indicators
ACCENT = "#0F4C81"  # section rules, links, numbers of figures; 8.9

OBSERVED = ACCENT
OBSERVED_LIGHT = "#5F95C4"  # bars beside the main one, edges of light blue areas; 3.2
BANDS = {"50": "#86B0D6", "80": "#BDD5EA", "95": "#E3EDF6"}
BAND_EDGE = OBSERVED_LIGHT
TARGET = INK
RIVAL = MUTED

DEMONSTRATION = "#5B3489"  # 演示数据 and nothing else; 9.1, on its ground 7.8
DEMONSTRATION_GROUND = "#F1EAF9"
FOCUS = "#F0A000"  # ring around what the keyboard has reached, with an ink line inside


def contrast(colour: str, ground: str = PAPER) -> float:
    """Return the contrast of two colours, 1 for none and 21 for black on white.

    Args:
        colour: `#RRGGBB`; `ground` likewise.
        ground: What lies behind.

    Source: Web Content Accessibility Guidelines 2.2, definition of contrast ratio.
    """
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Shade:
    """What one tone looks like.

    Attributes:
        ink: Text, marks and lines.
        ground: Light area behind text in `ink`.
        edge: Outline that gives `ground` a contrast of 3 on white.
    """

    ink: str
    ground: str
    edge: str


TONES: dict[Tone, Shade] = {
    Tone.PLAIN: Shade(INK, BOX, HAIRLINE),
    Tone.MUTED: Shade(SECONDARY, BOX, HAIRLINE),
    Tone.GOOD: Shade(ACCENT, "#D6E4F0", OBSERVED_LIGHT),
    Tone.LATE: Shade("#8F5300", "#FBF0DD", "#9A5A00"),
    Tone.BAD: Shade("#9C2F10", "#FBEDE8", "#9C2F10"),
    Tone.NONE: Shade(MUTED, PAPER, MUTED),
}


def _disc(radius: float) -> str:
    """Return a circle around the middle of the box, drawn as four cubic curves."""
    r, bend = radius, round(radius * 0.5523, 3)
    left, right = 6 - r, 6 + r
    return (
        f"M6 {left:g} C{6 + bend:g} {left:g} {right:g} {6 - bend:g} {right:g} 6 "
        f"C{right:g} {6 + bend:g} {6 + bend:g} {right:g} 6 {right:g} "
        f"C{6 - bend:g} {right:g} {left:g} {6 + bend:g} {left:g} 6 "
        f"C{left:g} {6 - bend:g} {6 - bend:g} {left:g} 6 {left:g} Z"
    )


def _dashed_square() -> str:
    """Return a square outline of three dashes a side, the corners drawn once."""
    boxes = [(a, b, a + 2.2, b + 1.1) for a in (1.0, 4.9, 8.8) for b in (1.0, 9.9)]
    boxes += [(a, 4.9, a + 1.1, 7.1) for a in (1.0, 9.9)]
    boxes += [(a, b, a + 1.1, b + 1.1) for a in (1.0, 9.9) for b in (2.1, 8.8)]
    return " ".join(
        f"M{left:g} {top:g} L{right:g} {top:g} L{right:g} {bottom:g} L{left:g} {bottom:g} Z"
        for left, top, right, bottom in boxes
    )


_TRIANGLE = "M0.6 1.6 L11.4 1.6 L6 11.2 Z"

# Each mark is one path in a box of 12 by 12, filled by the even-odd rule, written with absolute
# M, L, C and Z only, so that any drawing library reads it without an SVG parser.
MARKS: dict[str, str] = {
    "disc_with_tick": _disc(5.2) + " M3.3 6.1 L4.5 4.9 L5.4 5.9 L7.7 3.6 L8.9 4.7 L5.4 8.2 Z",
    "disc": _disc(5.0),
    "ring": _disc(5.2) + " " + _disc(3.3),
    "hollow_triangle": _TRIANGLE + " M3.4 3.2 L6 7.9 L8.6 3.2 Z",
    "triangle": _TRIANGLE,
    "cross": (
        "M1 2.8 L2.8 1 L6 4.2 L9.2 1 L11 2.8 L7.8 6 L11 9.2 L9.2 11 L6 7.8 L2.8 11 L1 9.2 L4.2 6 Z"
    ),
    "dashed_square": _dashed_square(),
}


@dataclass(frozen=True, slots=True)
class VerdictStyle:
    """How one verdict is drawn.

    Attributes:
        tone: Colour of its word and mark.
        mark: Name of its mark in `MARKS`.
        solid: Whether its squares and bars are filled with the ink of the tone; otherwise they
            have the tone's ground and edge.
        dashed: Whether the edge is dashed, which means “not known” everywhere.
    """

    tone: Tone
    mark: str
    solid: bool = False
    dashed: bool = False

    @property
    def ink(self) -> str:
        """Colour of the word and of the mark."""
        return TONES[self.tone].ink

    @property
    def fill(self) -> str:
        """Colour of a square or a bar."""
        return TONES[self.tone].ink if self.solid else TONES[self.tone].ground

    @property
    def edge(self) -> str:
        """Colour of the outline of a square or a bar."""
        return TONES[self.tone].ink if self.solid else TONES[self.tone].edge

    @property
    def label(self) -> str:
        """Colour of a number inside a square or a bar."""
        return PAPER if self.solid else TONES[self.tone].ink

    @property
    def path(self) -> str:
        """Path of the mark, see `MARKS`."""
        return MARKS[self.mark]


VERDICTS: dict[str, VerdictStyle] = {
    "achieved_early": VerdictStyle(Tone.GOOD, "disc_with_tick", solid=True),
    "ahead": VerdictStyle(Tone.GOOD, "disc", solid=True),
    "on_schedule": VerdictStyle(Tone.GOOD, "ring"),
    "met": VerdictStyle(Tone.GOOD, "ring"),
    "slightly_behind": VerdictStyle(Tone.LATE, "hollow_triangle"),
    "well_behind": VerdictStyle(Tone.BAD, "triangle", solid=True),
    "not_met": VerdictStyle(Tone.BAD, "cross", solid=True),
    "not_assessable": VerdictStyle(Tone.NONE, "dashed_square", dashed=True),
    "completed": VerdictStyle(Tone.GOOD, "disc_with_tick", solid=True),
    "basically_completed": VerdictStyle(Tone.GOOD, "ring"),
    "not_completed": VerdictStyle(Tone.BAD, "cross", solid=True),
}


def verdict_style(verdict: str) -> VerdictStyle:
    """Return how `verdict` is drawn.

    Raises:
        ValueError: There is no such verdict.
    """
    try:
        return VERDICTS[verdict]
    except KeyError:
        raise ValueError(
            f"no verdict is called {verdict!r}; known: {', '.join(VERDICTS)}"
        ) from None


# Sizes in points as printed; screens use their own, larger ones.
SIZES: dict[str, float] = {
    "headline": 17,
    "key_value": 15,
    "figure_title": 10.5,
    "section": 9.5,
    "value_label": 8.5,
    "text": 8.75,
    "table": 8,
    "table_header": 7.7,
    "note": 7.5,  # the floor for anything that must be read
    "tick": 7,
}

TEXT_WIDTH_MM = 156.0  # portrait page
MARK_SIZE_MM = 2.3
MARK_GAP_MM = 1.2

# A number never parts from its unit at the end of a line, nor a date in itself. Written so that
# Python and Typst read it alike: no look-around.
KEEP_TOGETHER = (
    r"\d{4}-[HQ]?\d+(?:-\d+)*|"
    r"[≥≤≈＞＜>+−-]?\d[\d,]*(?:\.\d+)?"
    r"(?: percentage points?|个百分点|%|‰|[万亿千百]?"
    r"(?:户|批次|件|项|元|家|人|张|种|级|倍|个|条|分|次|年末?|月|日|号)|[万亿])"
    r"(?:/[年人月])?"
)

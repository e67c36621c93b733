"""A sheet to draw on, measured in millimetres as printed, that becomes SVG.

Written directly, because a chart of ours is a few dozen lines and words: the page is a fifth of the
size that a plotting library makes of it, and is drawn in a tenth of the time. Same calls, same
bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation_lib.report.charts.glyphs import CAP_HEIGHT, EM, glyph, text_width
from evaluation_lib.report.style import DEMONSTRATION, INK, PAPER, verdict_style

MM_PER_POINT = 25.4 / 72
_ANCHOR = {"left": 0.0, "center": 0.5, "right": 1.0}

Point = tuple[float, float]


def width_of(text: str, size: float) -> float:
    """Return the width of `text` in mm at `size` points."""
    return text_width(text) * size * MM_PER_POINT


def height_of(size: float) -> float:
    """Return the height of a line of text in mm at `size` points, without leading."""
    return size * MM_PER_POINT


class Sheet:
    """A drawing of `width` by `height` mm; later calls are drawn above earlier ones."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._shapes: list[str] = []
        self._characters: dict[str, None] = {}
        self._strong: dict[str, None] = {}

    def line(
        self,
        points: Sequence[Point],
        *,
        colour: str = INK,
        weight: float = 0.7,
        dash: str = "",
        opacity: float = 1.0,
    ) -> None:
        """Draw a line through `points`.

        Args:
            points: Corners, in mm.
            colour: Stroke colour.
            weight: Stroke width in points.
            dash: Lengths of dashes and gaps in mm, such as `2 1`.
            opacity: 1 is opaque.
        """
        self._shapes.append(
            f'<path d="{_corners(points)}" fill="none" stroke="{colour}"'
            f' stroke-width="{_n(weight * MM_PER_POINT)}" stroke-linejoin="round"'
            + (f' stroke-dasharray="{dash}"' if dash else "")
            + (f' opacity="{_n(opacity)}"' if opacity < 1 else "")
            + "/>"
        )

    def area(
        self,
        points: Sequence[Point],
        *,
        fill: str = "none",
        edge: str = "",
        weight: float = 0.5,
        dash: str = "",
    ) -> None:
        """Fill the polygon with corners `points` (mm) and draw its edge (`weight` in points)."""
        stroke = f' stroke="{edge}" stroke-width="{_n(weight * MM_PER_POINT)}"' if edge else ""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(f'<path d="{_corners(points)}z" fill="{fill}"{stroke}{dashes}/>')

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "",
        weight: float = 0.5,
        dash: str = "",
    ) -> None:
        """Draw the rectangle with its upper left corner at `x`, `y` (mm)."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.area(corners, fill=fill, edge=edge, weight=weight, dash=dash)

    def dot(
        self, x: float, y: float, radius: float, *, fill: str, edge: str = PAPER, weight: float = 1
    ) -> None:
        """Draw a disc of `radius` mm around `x`, `y`, parted from what lies below by its edge."""
        self._shapes.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}" stroke="{edge}"'
            f' stroke-width="{_n(weight * MM_PER_POINT)}"/>'
        )

    def mark(self, verdict: str, x: float, y: float, *, size: float = 2.3) -> None:
        """Draw the mark of `verdict`, `size` mm wide, with its middle at `x`, `y`."""
        style = verdict_style(verdict)
        self._shapes.append(
            f'<path transform="translate({_n(x - size / 2)} {_n(y - size / 2)})'
            f' scale({_n(size / 12, 4)})" d="{style.path}" fill="{style.ink}"'
            ' fill-rule="evenodd"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float,
        colour: str = INK,
        align: str = "left",
        strong: bool = False,
        halo: bool = False,
    ) -> None:
        """Write `text` in one line.

        Args:
            x: Left end, middle or right end, as `align` says, in mm.
            y: Middle of the figures and capitals, in mm.
            text: Words.
            size: In points as printed.
            colour: Fill colour.
            align: `left`, `center` or `right`.
            strong: Whether to write bold.
            halo: Whether to clear a white ground around the letters.
        """
        left = x - _ANCHOR[align] * width_of(text, size)
        scale = size * MM_PER_POINT / EM
        baseline = y + CAP_HEIGHT / 2 * scale
        place = f'transform="translate({_n(left)} {_n(baseline)}) scale({_n(scale, 5)})"'
        # A character is drawn where it is used; a repeated one is drawn once and referred to.
        uses = self._uses(text)
        if halo:
            # One em is 500 units, so this clears an eighth of an em around each letter.
            self._shapes.append(
                f'<g {place} fill="{PAPER}" stroke="{PAPER}" stroke-width="130"'
                f' stroke-linejoin="round">{uses}</g>'
            )
        if strong:
            uses = self._uses(text, strong=True)
        self._shapes.append(f'<g {place} fill="{colour}">{uses}</g>')

    def watermark(self, text: str) -> None:
        """Write `text` large and pale across the sheet; call it before anything else."""
        size = min(42.0, self.width / max(1.0, text_width(text)) / MM_PER_POINT * 0.62)
        size = min(size, self.height / MM_PER_POINT * 0.5)
        scale = size * MM_PER_POINT / EM
        half = width_of(text, size) / 2
        self._shapes.append(
            f'<g transform="translate({_n(self.width * 0.45)} {_n(self.height * 0.5)}) rotate(-14)'
            f' translate({_n(-half)} {_n(CAP_HEIGHT / 2 * scale)}) scale({_n(scale, 5)})"'
            f' fill="{DEMONSTRATION}" opacity="0.08">{self._uses(text)}</g>'
        )

    def svg(self) -> str:
        """Return the drawing as one SVG element."""
        outlines = "".join(
            f'<path id="{_name(one)}" d="{glyph(one).path}"/>' for one in self._characters
        )
        # The font has one weight. Two copies a little apart are bold at every size, where an
        # outline would fill up small characters on a screen.
        outlines += "".join(
            f'<g id="{_name(one, strong=True)}"><use href="#{_name(one)}" x="-5" y="-2.5"/>'
            f'<use href="#{_name(one)}" x="5" y="2.5"/></g>'
            for one in self._strong
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(self.width)}'
            f' {_n(self.height)}" width="{_n(self.width)}mm" height="{_n(self.height)}mm">'
            f"<defs>{outlines}</defs>" + "".join(self._shapes) + "</svg>"
        )

    def _uses(self, text: str, *, strong: bool = False) -> str:
        parts: list[str] = []
        at = 0.0
        for character in text:
            shape = glyph(character)
            if shape.path:
                self._characters.setdefault(character)
                if strong:
                    self._strong.setdefault(character)
                shift = f' x="{_n(at, 1)}"' if at else ""
                parts.append(f'<use href="#{_name(character, strong=strong)}"{shift}/>')
            at += shape.advance
        return "".join(parts)


def _name(character: str, *, strong: bool = False) -> str:
    return f"{'b' if strong else 'u'}{ord(character):x}"


def _n(value: float, decimals: int = 2) -> str:
    """Return the shortest way to write `value`; a hundredth of a mm is below any eye."""
    written = f"{value:.{decimals}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _corners(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)

"""The characters that stand for others in forms typed with a Chinese keyboard."""

from __future__ import annotations

_SPACES = "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
# The full-width block of Unicode repeats ASCII at a fixed distance. Compatibility normalisation
# (NFKC) would also turn “5²” into 52 and “①” into 1, so it is not used.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN = {
    **_HALF_WIDTH,
    **dict.fromkeys(map(ord, f"{_SPACES}\r\n"), " "),
    **dict.fromkeys(map(ord, _INVISIBLE), None),
    ord("\u2212"): "-",
    ord("\ufe63"): "-",
    ord("﹪"): "%",
    ord("≧"): "≥",
    ord("≦"): "≤",
    ord("≥"): "≥",
    ord("〜"): "~",
    ord("～"): "~",
}
_APOSTROPHES = "'’‘`"


def plain(text: str) -> str:
    """Return `text` with full-width characters halved and blanks made ordinary ones.

    Blanks at both ends and invisible characters are dropped; line breaks become blanks.
    """
    return " ".join(
        text.translate(_PLAIN).replace("\r", "\n").replace("\n", " ").split(" ")
    ).strip()


def without_apostrophe(text: str) -> str:
    """Return `text` without the apostrophe by which a spreadsheet marks a number as text."""
    return text[1:].strip() if text[:1] in _APOSTROPHES and text[1:2].strip() else text


def is_full_width(text: str) -> bool:
    """Return whether `text` holds digits, points or signs of full width."""
    return any(0xFF01 <= ord(character) <= 0xFF5E for character in text)

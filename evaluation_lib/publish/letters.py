"""Outlines that the drawings of one page share: each letter is kept once and referred to."""

from __future__ import annotations

import re

_OUTLINE = re.compile(r'<path id="([^"]+)" d="([^"]+)" transform="scale\(0\.015625\)" ?/>')
_REFERENCE = re.compile(r'(<use\b[^>]*?\bhref=")#([^"]+)"')
_EMPTY = re.compile(r"<defs></defs>|<defs\s*/>")


def share_letters(page: str) -> tuple[str, str]:
    """Return `page` with the outlines of letters taken out of its drawings, and these outlines.

    A drawing must be complete by itself only where it stands by itself. Thirty of them on a page
    would carry the same few hundred letters thirty times.
    """
    names: dict[str, str] = {}
    shared: dict[str, str] = {}
    for key, outline in _OUTLINE.findall(page):
        shared.setdefault(outline, f"l{len(shared)}")
        names[key] = shared[outline]
    if not names:
        return page, ""
    page = _EMPTY.sub("", _OUTLINE.sub("", page))
    page = _REFERENCE.sub(lambda use: f'{use[1]}#{names.get(use[2], use[2])}"', page)
    kept = "".join(
        f'<path id="{name}" d="{outline}" transform="scale(0.015625)"/>'
        for outline, name in shared.items()
    )
    return page, (
        '<svg width="0" height="0" style="position:absolute" aria-hidden="true">'
        f"<defs>{kept}</defs></svg>"
    )

"""The evaluator's logo: read once and carried inside the report, so that no page loads it."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from evaluation_lib.errors import AuthoredError
from evaluation_lib.report.drawing import read_drawing

LARGEST_BYTES = 300_000

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(rb"<svg[\s>]")
_ACTIVE = re.compile(
    rb"<(script|foreignObject|image|iframe)\b|\son\w+\s*=|href\s*=\s*[\"'](?!#)|@import|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


def read_logo(path: Path) -> str:
    """Return a logo as a `data:` address.

    Raises:
        AuthoredError: There is no such file, it is neither SVG nor PNG, it is larger than a page
            should carry, or it is an SVG that runs or loads something
            or has no size.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AuthoredError(f"logo {path.name}: cannot be read: {error.strerror}.") from error
    if len(content) > LARGEST_BYTES:
        raise AuthoredError(
            f"logo {path.name}: found {len(content):,} bytes; use at most {LARGEST_BYTES:,}, for "
            "every report carries it."
        )
    if content.startswith(_PNG):
        return _address("image/png", content)
    if not _SVG.search(content[:4000]):
        raise AuthoredError(f"logo {path.name}: is neither SVG nor PNG; save it as one of them.")
    if found := _ACTIVE.search(content):
        raise AuthoredError(
            f"logo {path.name}: the SVG holds {found[0].decode(errors='replace').strip()!r}, which "
            "runs or loads something; save it as plain shapes."
        )
    try:
        read_drawing(content.decode("utf-8"), prefix="")
    except ValueError as fault:
        raise AuthoredError(f"logo {path.name}: {fault}.") from fault
    return _address("image/svg+xml", content)


def logo_content(address: str) -> tuple[str, bytes]:
    """Return the kind of a logo, `svg` or `png`, and its bytes, for formats with files inside."""
    head, _, body = address.partition(",")
    return ("png" if "image/png" in head else "svg"), base64.b64decode(body)


def logo_svg(address: str) -> str:
    """Return a logo as the text of an SVG; a PNG becomes a drawing that holds it."""
    kind, content = logo_content(address)
    if kind == "svg":
        return content.decode("utf-8")
    # Width and height stand at a fixed place of every PNG.
    width, height = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}"><image width="{width}" height="{height}" href="{address}"/></svg>'
    )


def _address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"

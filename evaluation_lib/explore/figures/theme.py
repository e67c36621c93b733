"""Fonts, colours and frame of every interactive figure; the colours are the report's."""

from __future__ import annotations

from typing import Any

from evaluation_lib.report.style import HAIRLINE, INK, PAPER, SECONDARY
from evaluation_lib.report.wording.explorer import explorer_words

FONTS = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
ASSUMED = "#B2480C"  # what is set by hand and nothing else; 5.5 on white
HEIGHT = 430
WATERMARK = "rgba(91, 52, 137, 0.10)"

CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}
"""No tool bar: it lies over the figure, and one of its tools opens a web page."""


def frame(language: str, *, demonstration: bool, height: int = HEIGHT) -> dict[str, Any]:
    """Return the layout that all figures share.

    Args:
        language: `zh` or `en`.
        demonstration: Whether the figure is watermarked as drawn from invented data.
        height: In pixels.
    """
    return {
        "template": "none",
        "height": height,
        "autosize": True,
        "margin": {"l": 56, "r": 96, "t": 28, "b": 44},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONTS, "size": 13, "color": INK},
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": INK,
            "font": {"family": FONTS, "size": 13, "color": INK},
            "align": "left",
        },
        "hovermode": "closest",
        "showlegend": False,
        "dragmode": False,
        "annotations": [watermark(language)] if demonstration else [],
        "shapes": [],
    }


def axis(**changes: Any) -> dict[str, Any]:
    """Return an axis with a light grid and no zero line."""
    usual = {
        "gridcolor": HAIRLINE,
        "gridwidth": 1,
        "zeroline": False,
        "linecolor": SECONDARY,
        "ticks": "",
        "tickfont": {"size": 12, "color": SECONDARY},
        "fixedrange": True,
        "exponentformat": "none",
        "separatethousands": False,
    }
    return {**usual, **changes}


def watermark(language: str) -> dict[str, Any]:
    """Return the word that invented data carry across the figure."""
    return {
        "text": explorer_words(language, "demonstration"),
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "textangle": -18,
        "font": {"size": 52 if language == "zh" else 36, "color": WATERMARK, "family": FONTS},
        "name": "demonstration",
    }

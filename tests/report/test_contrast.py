"""Every colour can be told from its ground, by WCAG 2: 4.5 for text, 3 for what is drawn."""

import itertools

import pytest

from evaluation_lib.report import style
from evaluation_lib.report.blocks import Tone

TEXT, DRAWN = 4.5, 3.0


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", ["INK", "SECONDARY", "MUTED", "ACCENT", "DEMONSTRATION"])
@pytest.mark.parametrize("ground", ["PAPER", "BOX", "BINDING"])
def test_text_stands_out_from_each_ground(name, ground):
    assert contrast(getattr(style, name), getattr(style, ground)) >= TEXT


@pytest.mark.parametrize("tone", list(Tone))
def test_words_of_each_tone_stand_out_from_its_own_ground_and_from_tables(tone):
    shade = style.TONES[tone]

    for ground in (shade.ground, style.PAPER, style.BOX, style.BINDING):
        assert contrast(shade.ink, ground) >= TEXT


def test_the_label_of_invented_data_stands_out_from_its_ribbon():
    for ground in (style.DEMONSTRATION_GROUND, "#E9DFF5"):
        assert contrast(style.DEMONSTRATION, ground) >= TEXT


@pytest.mark.parametrize("verdict", list(style.VERDICTS))
def test_the_number_in_a_square_and_its_outline_can_be_seen(verdict):
    shown = style.VERDICTS[verdict]

    assert contrast(shown.label, shown.fill) >= TEXT
    assert contrast(shown.edge, style.PAPER) >= DRAWN
    assert contrast(shown.ink, style.PAPER) >= DRAWN


@pytest.mark.parametrize("name", ["OBSERVED", "OBSERVED_LIGHT", "BAND_EDGE", "TARGET", "RIVAL"])
def test_lines_and_outlines_of_charts_stand_out_from_paper(name):
    assert contrast(getattr(style, name), style.PAPER) >= DRAWN


def test_bands_of_a_fan_differ_from_each_other_in_grey():
    levels = [luminance(style.BANDS[level]) for level in ("50", "80", "95")]

    assert levels == sorted(levels)
    assert min(b - a for a, b in itertools.pairwise(levels)) > 0.1


def test_the_ring_of_the_keyboard_has_an_outline_that_can_be_seen():
    assert contrast(style.INK, style.PAPER) >= DRAWN
    assert contrast(style.FOCUS, style.INK) >= DRAWN

import math
import re
import subprocess
import sys

import matplotlib
import pytest
from matplotlib.transforms import Affine2D

from evaluation_lib.errors import PublishError
from evaluation_lib.report.charts import overview, signature, trajectory
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.shortening import shorten
from evaluation_lib.report.charts.theme import new_sheet
from evaluation_lib.report.charts.verdict_marks import mark_path
from evaluation_lib.report.model import LatestFact
from tests.report.builders import (
    make_indicator_fact,
    make_observation,
    make_report,
)
from tests.report.drawn_text import drawn
from tests.report.report_cases import (
    make_full_report,
    make_many,
)


def test_charts_of_real_data_carry_no_watermark():
    marked = trajectory(make_report(), make_indicator_fact())
    plain = trajectory(make_report(demonstration=False), make_indicator_fact())

    assert "opacity:0.08" in marked.svg
    assert "opacity" not in plain.svg


def test_the_same_report_is_drawn_with_the_same_bytes():
    report = make_full_report()
    fact = report.indicators[0]

    assert trajectory(report, fact).svg == trajectory(report, fact).svg
    assert overview(report).svg == overview(make_full_report()).svg


def test_two_processes_draw_the_same_bytes():
    program = (
        "from hashlib import sha256\n"
        "from evaluation_lib.report.charts import overview, pace, trajectory\n"
        "from tests.report.builders import make_indicator_fact, make_report\n"
        "from tests.report.report_cases import make_full_report\n"
        "fact = make_indicator_fact()\n"
        "drawn = [chart(make_report(), fact) for chart in (pace, trajectory)]\n"
        "drawn.append(overview(make_full_report()))\n"
        "print([sha256(one.svg.encode()).hexdigest() for one in drawn])"
    )

    first, second = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(2)
    )

    assert first.stdout.count("'") == 6
    assert first.stdout == second.stdout


def test_what_a_notebook_sets_for_its_own_charts_changes_nothing():
    before = overview(make_full_report()).svg

    with matplotlib.rc_context({"font.size": 30, "lines.scale_dashes": False, "axes.grid": True}):
        assert overview(make_full_report()).svg == before
        assert matplotlib.rcParams["font.size"] == 30


def test_the_chapters_are_read_without_the_plotting_library():
    program = (
        "import sys, evaluation_lib.report.sections\n"
        "print(sorted({'matplotlib', 'seaborn', 'scipy'} & set(sys.modules)))"
    )

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert found.stdout == "[]\n", found.stderr


def test_a_chart_is_self_contained_and_small():
    svg = trajectory(make_report(), make_indicator_fact()).svg

    assert re.match(
        r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 442\.\d+ 123\.\d+"'
        r' width="156mm" height="43\.5mm"',
        svg,
    )
    assert len(svg) < 60_000
    assert not re.search(r"<(script|style|text|image|!--)|https?://(?!www\.w3\.org/2000/svg)", svg)


def test_the_overview_of_an_ordinary_plan_stays_small():
    assert len(overview(make_many(19)).svg) < 170_000


@pytest.mark.parametrize(
    "draw",
    [lambda: overview(make_many(19)), lambda: trajectory(make_report(), make_indicator_fact())],
    ids=["overview", "trajectory"],
)
def test_names_in_a_drawing_are_unique_and_those_referred_to_are_there(draw):
    svg = draw().svg

    names = re.findall(r' id="([^"]+)"', svg)
    assert len(names) == len(set(names))
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', svg)) == set(names)


def test_no_text_leaves_the_sheet():
    report = make_full_report()
    charts = [drawn(overview, report), drawn(signature, report)]
    charts.append(drawn(trajectory, report, report.indicators[0]))
    for chart in charts:
        for one in chart.labels:
            assert one.rect.left >= -0.1, one.text
            assert one.rect.right <= chart.width + 0.1, one.text
            assert one.rect.top >= -0.1, one.text
            assert one.rect.bottom <= chart.height + 0.1, one.text


def test_a_character_the_font_lacks_is_named():
    with pytest.raises(PublishError, match=r"U\+1F600"):
        width_of("\U0001f600", 8.5)


def test_words_are_as_wide_as_their_characters():
    # A Chinese character is one em wide: 10 pt are 3.528 mm.
    assert width_of("目标", 10) == pytest.approx(2 * 3.528, abs=0.01)
    assert width_of("目标", 20) == pytest.approx(2 * width_of("目标", 10))


def test_a_sign_of_money_is_written_and_not_taken_for_a_formula():
    with new_sheet(make_report(), width=100, height=20) as sheet:
        sheet.text(10, 10, "$1$", size=8)
        svg = sheet.svg()

    # The watermark's four characters, the sign and the figure, each outlined once.
    assert svg.count('<path id="u') == 6
    assert svg.count("<use") == 4 + 3


def test_letters_with_a_white_ground_are_outlined_once():
    with new_sheet(make_report(demonstration=False), width=100, height=20) as sheet:
        sheet.text(10, 10, "目标", size=8, strong=True, halo=True)
        svg = sheet.svg()

    assert len(re.findall(r"<path [^>]*d=", svg)) == len("目标")
    assert svg.count("<use") == 3 * len("目标")  # once white, twice for bold


def test_a_ring_is_hollow_and_a_disc_is_not():
    # Areas with their turns: what runs the other way round is cut out. Radii are in twelfths.
    assert _area(mark_path("ahead")) == pytest.approx(math.pi * 5.0**2 / 144, rel=0.01)
    ring = math.pi * (5.2**2 - 3.3**2) / 144
    assert _area(mark_path("on_schedule")) == pytest.approx(ring, rel=0.01)


def _area(path):
    outlines = path.transformed(Affine2D().scale(1000)).to_polygons()
    return abs(
        sum((one[:-1, 0] * one[1:, 1] - one[1:, 0] * one[:-1, 1]).sum() / 2e6 for one in outlines)
    )


def test_a_path_is_written_from_point_to_point_in_hundredths():
    written = (
        '<?xml version="1.0"?>\n<svg width="9pt" viewBox="0 0 9 9">\n <!-- a word -->\n'
        ' <g id="patch_1">\n  <path d="M 1 2.001 \nL 3.5 2.001 \nL 3 1.25 \nz\n" '
        'style="fill: none"/>\n </g>\n</svg>'
    )

    svg = shorten(written, width=3, height=3)

    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="3mm" height="3mm"'
        ' stroke-linejoin="round"><path d="m1 2h2.5l-.5-.75z" style="fill:none"/></svg>'
    )


def test_no_line_bridges_a_missing_year():
    seen = (
        make_observation(2019, 30.0),
        make_observation(2021, 35.0),
        make_observation(2022, 38.0),
    )
    fact = make_indicator_fact(
        observations=seen,
        latest=LatestFact(**seen[-1].model_dump(), stale=False),
        baseline=make_indicator_fact().baseline.model_copy(update={"value": None}),
        target=None,
        target_path={},
        forecast=None,
    )

    svg = trajectory(make_report(fact), fact).svg

    lines = re.findall(r'<path d="([^"]+)"[^>]*stroke-width:2\.2[;"]', svg)
    # 2019 stands alone, 2021 and 2022 are joined.
    assert [one.count("l") for one in lines] == [0, 1]

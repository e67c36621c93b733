"""The panel without a browser: controls are set by code, and the numbers must follow."""

import re
from pathlib import Path

import pytest

from evaluation_lib import explore
from evaluation_lib.inquiry import View
from evaluation_lib.report.authored import read_authored
from evaluation_lib.report.wording.explorer import EXPLORER
from tests.explore.test_views import OBSERVATIONS, PLAN
from tests.report.test_wording import CHINESE, places

WIDGET = "application/vnd.jupyter.widget-view+json"
BLOCKS = "application/vnd.plan-eval.blocks+json"


@pytest.fixture(scope="module")
def desk():
    return explore.read_desk(PLAN, OBSERVATIONS, as_of="2024-07-31")


@pytest.fixture
def panel(desk, tmp_path):
    return explore.Explorer(desk, "market_entities", job_folder=str(tmp_path))


def read(panel, name):
    """Return what the panel shows under a name."""
    shown = panel.surface.chance.value + panel.surface.pace.value + panel.surface.conclusion.value
    found = re.search(rf'data-pe="{name}">(.*?)</(?:td|span)>', shown, re.DOTALL)[1]
    return re.sub(r"<[^>]*>", "", found).strip()


def drawn(panel, name):
    return next(one for one in panel.surface.canvas.data if one.name == name)


def test_untouched_the_panel_says_what_the_report_says(panel, desk):
    fact = explore.report_of(desk).indicator("market_entities")

    assert panel.setting().assume == ()
    assert read(panel, "probability") == f"{fact.forecast.probability:.2f}"
    assert read(panel, "verdict") == "基本符合预期"
    assert list(drawn(panel, "observed").y)[-1] == fact.latest.value


@pytest.mark.parametrize("slider", ["value", "target"])
def test_a_slider_moves_probability_pace_verdict_and_picture(panel, slider):
    before = [read(panel, name) for name in ("probability", "pace")]
    title, picture = panel.surface.title.value, panel.surface.canvas.to_dict()["data"]

    control = getattr(panel.controls, slider)
    control.value = control.min if slider == "value" else control.max

    after = [read(panel, name) for name in ("probability", "pace")]
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert read(panel, "verdict") != "基本符合预期"
    assert panel.surface.title.value != title
    assert panel.surface.canvas.to_dict()["data"] != picture


def test_a_milestone_moves_the_path_and_what_is_due(panel):
    panel.controls.milestone.value = panel.controls.milestone.max

    assert panel.setting().assume[0].startswith("milestone-2024=")
    path = dict(zip(drawn(panel, "path").x, drawn(panel, "path").y, strict=True))
    assert path[2024] == panel.controls.milestone.value


def test_reset_takes_every_assumption_back(panel):
    before = read(panel, "probability")
    panel.controls.value.value = panel.controls.value.min

    panel.controls.reset.click()

    assert panel.setting().assume == ()
    assert read(panel, "probability") == before
    assert list(drawn(panel, "assumed").x) == []


def test_another_indicator_brings_its_own_sliders_and_numbers(panel):
    panel.controls.value.value = panel.controls.value.min

    panel.controls.indicator.value = "certificates"

    assert panel.setting().assume == ()
    assert "有效期内认证证书" in panel.surface.head.value
    assert panel.controls.target.value == 7300
    assert panel.controls.target.description == "2025年目标"


@pytest.mark.parametrize(
    ("control", "value"),
    [
        ("since", 2021),
        ("model", "transparent"),
        ("scenario", "without_2020"),
        ("level", 95),
        ("rivals", ("naive", "drift")),
    ],
)
def test_every_setting_of_the_forecast_changes_what_is_shown(panel, control, value):
    def everything():
        return (
            panel.surface.canvas.to_dict(),
            panel.surface.conclusion.value,
            panel.surface.chance.value,
        )

    before = everything()

    getattr(panel.controls, control).value = value

    assert everything() != before
    assert getattr(panel.setting(), control) == value


def test_a_county_has_no_target_to_move(panel):
    panel.controls.jurisdiction.value = "440881"

    assert panel.controls.target.disabled
    assert not panel.controls.value.disabled
    assert "廉江市" in panel.surface.head.value


def test_an_earlier_day_forgets_what_came_later(panel):
    days = [day for _, day in panel.controls.as_of.options if day.year == 2023]

    panel.controls.as_of.value = days[0]

    assert max(one for one in drawn(panel, "observed").x if one) < 2023


@pytest.mark.parametrize("view", list(View))
def test_every_view_shows_a_title_and_its_tables(panel, view):
    panel.controls.indicator.value = "certificates"

    panel.controls.view.value = view

    assert panel.surface.status.value == ""
    assert panel.surface.title.value
    tables = panel.surface.tables
    assert tables
    assert all(len(one.df) for one in tables)


def test_a_finding_shows_its_cell_and_quote(panel):
    panel.controls.indicator.value = "certificates"
    panel.controls.view.value = View.QUALITY

    panel.controls.question.value = 0

    assert "调整表!C17" in panel.surface.cell.value
    assert "5587张" in panel.surface.cell.value


def test_a_vintage_that_is_chosen_is_drawn_as_it_was_known(panel):
    panel.controls.indicator.value = "certificates"
    panel.controls.view.value = View.REVISIONS

    panel.controls.vintage.value = 1

    assert list(drawn(panel, "observed").y) == [5120, 5606]


def test_an_origin_that_is_chosen_is_looked_back_from(panel):
    panel.controls.as_of.value = panel.desk.as_of
    panel.controls.view.value = View.BACKTEST

    assert panel.controls.origin.layout.display == ""
    assert panel.setting().origin == 2022
    assert list(drawn(panel, "observed").x)[-1] == 2022
    assert list(drawn(panel, "assumed").x) == [2022, 2023]


def test_a_view_that_is_sent_can_be_read_by_the_report(panel, tmp_path):
    panel.controls.value.value = panel.controls.value.max
    panel.controls.name.value = "catch-up"
    panel.controls.note.value = "若提速"

    panel.controls.send.click()

    (exhibit,) = read_authored(str(tmp_path)).exhibits
    assert exhibit.name == "catch-up"
    assert exhibit.note == "若提速"
    assert exhibit.setting == panel.setting()
    assert "exhibits/catch-up.json" in panel.surface.status.value


def test_what_was_sent_can_be_taken_back(panel, tmp_path):
    panel.controls.send.click()
    first = read_authored(str(tmp_path)).exhibits
    panel.controls.note.value = "另一说明"
    panel.controls.send.click()

    panel.controls.undo.click()

    assert read_authored(str(tmp_path)).exhibits == first
    assert panel.controls.undo.layout.display == "none"


@pytest.mark.parametrize("name", ["", "Mit Leerzeichen", "../up", "a" * 70])
def test_a_name_that_is_no_file_name_is_refused_and_nothing_written(panel, tmp_path, name):
    panel.controls.name.value = name

    panel.controls.send.click()

    assert "不可用" in panel.surface.status.value
    assert list(Path(tmp_path).iterdir()) == []


def test_without_a_folder_sending_says_what_to_do(desk):
    panel = explore.Explorer(desk, "market_entities")

    panel.controls.send.click()

    assert "evaluations.yml" in panel.surface.status.value


def test_copied_code_shows_the_same_probability(panel):
    panel.controls.value.value = panel.controls.value.max
    names: dict[str, object] = {}

    panel.controls.copy.click()
    exec(panel.surface.code.value, names)

    assert f"{names['view'].fact.fact.forecast.probability:.2f}" == read(panel, "probability")
    assert panel.surface.announcer.clipboard == panel.surface.code.value


def test_without_a_browser_every_view_is_there_as_blocks(panel):
    panel.controls.value.value = panel.controls.value.max

    bundle = panel._repr_mimebundle_()

    assert WIDGET in bundle
    assert "情景假设，不改变评价结论" in bundle["text/html"]
    assert len([one for one in bundle[BLOCKS]["blocks"] if one["type"] == "section"]) == 1 + len(
        View
    )


def test_the_panel_speaks_english(desk):
    panel = explore.Explorer(desk, "market_entities", language="en")

    shown = [
        panel.surface.title.value,
        panel.surface.conclusion.value,
        panel.surface.announcer.text,
        *(one.description for one in panel.controls.all()),
        *(label for label, _ in panel.controls.indicator.options),
    ]
    assert [text for text in shown if CHINESE.search(text)] == []


@pytest.mark.parametrize("key", sorted(EXPLORER))
def test_both_languages_leave_the_same_places_to_fill(key):
    text = EXPLORER[key]

    assert places(text.zh) == places(text.en)
    assert not CHINESE.search(text.en)

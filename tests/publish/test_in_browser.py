"""The page as a browser and a screen reader meet it: in headless Chromium, where there is one."""

import shutil

import pytest

from evaluation_lib.publish.html import export_html
from evaluation_lib.report.blocks import Cell, Column, Row, Span, Table, plain
from tests.publish.samples import make_blocks, make_notebook
from tests.report.builders import make_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = 1280, 390
SERIOUS = ("serious", "critical")


def ledger(rows):
    """A table of ten columns: cards on a phone if short, a scrolling region if long."""
    return Table(
        key=f"ledger-{rows}",
        title="台账",
        columns=tuple(Column(title=f"第{number}列", keep=number == 9) for number in range(10)),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=(Span(text=f"{place}之{number}"), *plain("，内容" * (number == 5))))
                    for number in range(10)
                )
            )
            for place in range(rows)
        ),
    )


def page_in(language):
    report = make_report(language=language)
    return export_html(make_notebook((*make_blocks(), ledger(6), ledger(30)), report))


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module", params=["zh", "en"])
def address(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_text(page_in(request.param), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=[DESKTOP, PHONE])
def tab(request, browser):
    tab = browser.new_page(viewport={"width": request.param, "height": 900})
    yield tab
    tab.close()


def test_a_screen_reader_meets_no_serious_obstacle(tab, address):
    from axe_playwright_python.sync_playwright import Axe

    tab.goto(address)
    found = Axe().run(tab).response["violations"]

    assert [(one["id"], one["impact"]) for one in found if one["impact"] in SERIOUS] == []


def test_axe_would_notice_an_obstacle(browser):
    from axe_playwright_python.sync_playwright import Axe

    tab = browser.new_page()
    tab.set_content('<html lang="zh"><title>页</title><main><img src="data:,"></main>')

    found = {one["id"] for one in Axe().run(tab).response["violations"]}
    tab.close()
    assert "image-alt" in found


def test_the_page_asks_for_nothing_and_complains_of_nothing(tab, address):
    asked, said = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))

    tab.goto(address)

    assert asked == [address]
    assert said == []


def test_the_page_is_never_wider_than_the_screen(tab, address):
    tab.goto(address)

    assert tab.evaluate("document.documentElement.scrollWidth") == tab.viewport_size["width"]


def test_the_summary_stays_in_sight(tab, address):
    tab.goto(address)
    tab.evaluate("window.scrollTo(0, 3000)")

    box = tab.locator(".summary").bounding_box()
    assert box["y"] == 0
    assert box["height"] < 70


def test_header_and_first_column_of_a_long_table_stay_in_sight(tab, address):
    tab.goto(address)
    region = tab.locator("#ledger-30 .scroll")
    region.evaluate("node => { node.scrollTop = 400; node.scrollLeft = 200 }")

    frame = region.bounding_box()
    corner = region.locator("thead th").first.bounding_box()
    assert abs(corner["y"] - frame["y"]) < 3
    assert abs(corner["x"] - frame["x"]) < 3
    row = region.locator("tbody th").nth(20).bounding_box()
    assert abs(row["x"] - frame["x"]) < 3


def test_a_short_wide_table_turns_into_cards_on_a_phone(browser, address):
    tab = browser.new_page(viewport={"width": PHONE, "height": 900})
    tab.goto(address)

    cell = tab.locator("#ledger-6 tbody td").first
    label = cell.evaluate("node => getComputedStyle(node, '::before').content")
    roles = tab.locator("#ledger-6 [role=row]").count()
    tab.close()
    assert "第1列" in label
    assert roles == 7


def test_print_shows_the_data_behind_charts_and_leaves_the_contents_out(tab, address):
    tab.goto(address)
    tab.emulate_media(media="print")

    assert not tab.locator("nav.toc").is_visible()
    assert not tab.locator(".summary").is_visible()
    assert tab.locator("details.behind table").first.is_visible()

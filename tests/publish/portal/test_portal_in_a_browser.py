"""What a browser shows of the portal: search, filters, the address, keyboard, thousands of rows."""

import shutil
from dataclasses import replace

import pytest

from evaluation_lib.publish.portal import build_portal
from evaluation_lib.publish.portal.building import render_portal
from evaluation_lib.publish.portal.cards import read_cards
from tests.publish.portal.test_portal import BETTER, output, put

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
__all__ = ["output"]


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def visit(browser):
    """Open a page; its test fails on any error of the page's script or request to elsewhere."""
    troubles = []

    def visiting(path, address=""):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda one: one.url.startswith("file:") or troubles.append(one.url))
        page.goto(f"file://{path}{address}")
        return page

    yield visiting
    assert troubles == []


def shown_rows(page):
    return page.locator(".view:not([hidden]) tbody tr:not([hidden]) th").all_inner_texts()


def test_filters_combine_and_live_in_the_address(visit, output):
    page = visit(build_portal(output))

    page.check("input[name=behind]")
    behind = shown_rows(page)
    page.select_option("select[name=nature]", "anticipatory")
    both, address = shown_rows(page), page.evaluate("location.hash")

    assert (behind, both) == (["指标two"], [])
    assert "behind=on" in address
    assert shown_rows(visit(output / "index.html", "#behind=on")) == ["指标two"]


def test_a_search_finds_an_indicator_or_a_place_and_escape_clears_it(visit, output):
    page = visit(build_portal(output))

    page.keyboard.press("/")
    page.keyboard.type("赤坎")
    columns = page.locator(".view thead th[data-name]:not([hidden])").all_inner_texts()
    page.fill("input[name=q]", "two")
    rows = shown_rows(page)
    page.keyboard.press("Escape")

    assert columns == ["赤坎区"]
    assert rows == ["指标two"]
    assert len(shown_rows(page)) == 2


def test_a_cell_opens_its_finding_on_focus_and_leads_to_its_section(visit, output):
    page = visit(build_portal(output))

    link = page.locator("a[aria-label^='湛江市，指标one']")
    link.focus()
    told = page.locator(".pop").inner_text()
    page.keyboard.press("Escape")

    assert "市场主体达40.00万户" in told
    assert page.locator(".pop").is_hidden()
    assert link.get_attribute("href").endswith("report.html#indicator-one")


def test_without_script_every_row_and_link_is_there(browser, output):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"file://{build_portal(output)}")

    assert page.locator(".view tbody tr").count() == 2
    assert page.locator(".filters").is_hidden()
    assert page.locator("a[href='job/440800/zh/report.html']").count() == 2


def test_thousands_of_places_stay_usable(visit, tmp_path):
    put(tmp_path, "job/440800/zh", BETTER, job="job")
    (first,) = read_cards(tmp_path)
    many = [
        replace(first, jurisdiction=str(code), place=f"县{code}", folder=f"job/{code}/zh")
        for code in range(100000, 103000)
    ]
    path = tmp_path / "many.html"
    path.write_text(render_portal(many, "zh", {}, {}), encoding="utf-8")

    page = visit(path)
    page.fill("input[name=q]", "县102999")
    page.wait_for_selector(".turned tbody tr:not([hidden]) .c a")

    assert shown_rows(page) == ["县102999"]
    labels = page.locator(".turned tbody tr:not([hidden]) .c a")
    assert labels.first.get_attribute("aria-label") == "县102999，指标two：明显滞后"
    assert labels.first.get_attribute("href") == "job/102999/zh/report.html#indicator-two"


def test_the_page_has_no_serious_fault_of_access(visit, output):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")

    found = axe.Axe().run(visit(build_portal(output))).response["violations"]

    serious = [one["id"] for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []

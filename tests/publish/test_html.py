import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.html import export_html
from evaluation_lib.report.blocks import Headline
from evaluation_lib.report.words_of_blocks import told
from tests.publish.sample_parts import make_figure
from tests.publish.samples import make_blocks, make_notebook
from tests.report.builders import make_report


class Reader(HTMLParser):
    """Collects what a browser would see: tags with attributes, and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._style = tag == "style"

    def handle_data(self, data):
        if not self._style:
            self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.fixture(scope="module")
def page() -> str:
    return export_html(make_notebook())


@pytest.fixture(scope="module")
def seen(page) -> Reader:
    return Reader(page)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_nothing_runs_on_the_page(seen):
    assert "script" not in {tag for tag, _ in seen.tags}
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]


def test_nothing_is_loaded_from_elsewhere(page, seen):
    loading = {"link", "img", "iframe", "object", "embed", "base", "audio", "video", "source"}

    assert not loading & {tag for tag, _ in seen.tags}
    assert seen.values("src") == []
    assert not re.findall(r"@import|url\((?!#)", page)
    addresses = [(tag, href["href"]) for tag, href in seen.tags if "href" in href]
    assert {tag for tag, href in addresses if not href.startswith("#")} == {"a"}


def test_every_word_of_the_blocks_is_on_the_page(seen):
    words = squeezed("".join(seen.words) + "".join(seen.values("aria-label")))

    for text in told(make_blocks()[1:]):
        assert squeezed(text) in words, text


def test_the_cover_becomes_the_head_of_the_page(page):
    cover = make_blocks()[0]

    for text in (cover.eyebrow, cover.line, cover.warning, "由评估机构填写"):
        assert text in page


def test_the_language_of_the_page_is_told():
    english = make_notebook((), make_report(language="en"))

    assert '<html lang="zh-CN">' in export_html(make_notebook(()))
    assert '<html lang="en">' in export_html(english)
    assert "Demonstration data" in export_html(english)


def test_chinese_names_in_an_english_page_are_marked_as_chinese():
    blocks = (Headline(text="Return of 湛江市, 2022"), make_figure(alt="年"))

    shown = export_html(make_notebook(blocks, make_report(language="en")))

    assert 'Return of <span lang="zh-CN">湛江市</span>, 2022' in shown
    assert 'aria-label="年"' in shown


def test_headings_come_in_order_below_one_title(seen):
    levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_reader_finds_banner_navigation_main_part_and_foot(seen):
    tags = [tag for tag, _ in seen.tags]

    for landmark in ("header", "nav", "main", "footer"):
        assert landmark in tags
    assert ("a", {"class": "skip", "href": "#main"}) in seen.tags


def test_every_link_on_the_page_leads_somewhere(seen):
    ids = set(seen.values("id"))

    inside = [href[1:] for href in seen.values("href") if href.startswith("#")]
    assert len(inside) > 10
    assert set(inside) <= ids


def test_no_two_parts_of_the_page_have_the_same_id(seen):
    ids = seen.values("id")

    assert len(ids) == len(set(ids))


def test_the_contents_name_every_section(page):
    for title in ("评估工作概况", "约束性指标", "食品安全抽样检验量"):
        assert len(re.findall(rf"<li[^>]*><a[^>]*><span>[^<]*</span> {title}</a>", page)) == 2


def test_demonstration_data_are_labelled_wherever_they_stand(page):
    numbered = re.findall(r'<p class="title"[^>]*><span class="no">.*?</p>', page)

    assert '<p class="ribbon">' in page
    assert len(numbered) == 5
    for title in numbered:
        assert '<span class="demonstration">演示数据</span>' in title


def test_real_data_bear_no_label():
    shown = export_html(make_notebook((make_figure(note=""),), make_report(demonstration=False)))

    assert "演示数据" not in shown


def test_the_facts_stand_above_and_below(page):
    for fact in ("2024-03-31", "0123456789ab", "征求意见稿"):
        assert page.count(fact) >= 2
    assert "3/5年＝60%" in page
    assert "湛江市 440800" in page


def test_the_same_notebook_gives_the_same_page(page):
    assert export_html(make_notebook()) == page


def test_a_drawing_that_is_none_is_refused_in_one_sentence():
    with pytest.raises(PublishError, match="cannot be set as HTML: a drawing is not SVG"):
        export_html(make_notebook((make_figure(svg="<html/>"),)))

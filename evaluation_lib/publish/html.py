"""The report as one HTML file: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.document import Document, read_document
from evaluation_lib.publish.letters import share_letters
from evaluation_lib.publish.page_facts import cover_of, evaluator_facts, footer_facts, header_facts
from evaluation_lib.publish.summary import summary_html
from evaluation_lib.report import page_words as words
from evaluation_lib.report import style
from evaluation_lib.report.fragments import blocks_html, demonstration_tag, stylesheet
from evaluation_lib.report.fragments_text import mark_html, marks_sprite, text_html
from evaluation_lib.report.model_brand import BrandFact
from evaluation_lib.report.sections.anchors import indicator_anchor

if TYPE_CHECKING:
    from nbformat import NotebookNode

# Drawings and tags are passed over; what is left and written in Chinese characters is found.
_CHINESE = re.compile(
    r"<svg.*?</svg>|<[^>]*>|[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+", re.DOTALL
)


def export_html(notebook: NotebookNode) -> str:
    """Return an executed notebook as one HTML page.

    Args:
        notebook: An executed notebook, one output of which carries a report.

    Raises:
        PublishError: The notebook failed, carries no report, or shows a drawing that is not SVG.
    """
    return render_html(read_document(notebook))


def render_html(document: Document) -> str:
    """Return a document as one HTML page.

    Raises:
        PublishError: A drawing is not SVG.
    """
    report, language = document.report, document.language
    shown = [block for block in document.blocks if block.type not in ("cover", "contents")]
    try:
        main = blocks_html(shown, language, demonstration=report.demonstration)
    except ValueError as fault:
        raise PublishError(f"the report cannot be set as HTML: {fault}.") from fault
    main, letters = share_letters(main)
    if language != "zh":
        main = _with_chinese_marked(main)
    cover = cover_of(document)
    return _template().render(
        locale=document.locale,
        report=report,
        title=text_html(report.title),
        eyebrow=cover.eyebrow if cover else "",
        line=cover.line if cover else "",
        badge=demonstration_tag(language),
        warning=(cover.warning if cover else "") or words.DEMONSTRATION_WARNING.into(language),
        demonstration=words.DEMONSTRATION.into(language),
        skip=words.SKIP.into(language),
        contents_title=words.CONTENTS.into(language),
        contents=_contents(document),
        facts=header_facts(document),
        foot=(*footer_facts(document), *evaluator_facts(document)),
        main=main,
        sprite=marks_sprite() + letters,
        summary=summary_html(document),
        style=stylesheet() + _read("page.css") + _colours(report.brand),
    )


def _colours(brand: BrandFact | None) -> str:
    """Return the evaluator's own colours in place of the house's; those of verdicts stay."""
    if brand is None or not (brand.accent or brand.ornament):
        return ""
    accent = brand.accent or style.ACCENT
    return f".pe{{--accent:{accent};--ornament:{brand.ornament or accent}}}\n"


def _with_chinese_marked(page: str) -> str:
    """Return `page` with Chinese names marked as such, so that they are read aloud in Chinese."""
    return _CHINESE.sub(
        lambda found: (
            found[0] if found[0].startswith("<") else f'<span lang="zh-CN">{found[0]}</span>'
        ),
        page,
    )


def _contents(document: Document) -> str:
    """Return the table of contents, each indicator with the mark of its verdict."""
    report = document.report
    verdicts = {indicator_anchor(one): one.verdict for one in report.indicators}
    items = (
        f'<li class="l-{section.level}"><a href="#{escape(section.key)}">'
        f"<span>{escape(section.ordinal)}</span> {escape(section.title)}"
        f"{_verdict(verdicts.get(section.key), report.language)}</a></li>"
        for section in document.sections
    )
    return f"<ol>{''.join(items)}</ol>"


def _verdict(verdict: str | None, language: str) -> str:
    """Return the mark of a verdict with its word for those who do not see it."""
    if verdict is None:
        return ""
    word = escape(words.VERDICTS[verdict].into(language))
    return f'{mark_html(verdict)}<span class="unseen">{word}</span>'


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    """Return the page's frame; every value is escaped unless the frame says otherwise."""
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_read("page.html.j2"))


def _read(name: str) -> str:
    """Return the text of a packaged template."""
    template = files("evaluation_lib.publish").joinpath("templates", name)
    return template.read_text(encoding="utf-8")


def __getattr__(name: str) -> Any:
    """Find the nbconvert exporter when it is asked for.

    Importing nbconvert costs more than making the page, and only its own command needs it.
    """
    if name == "PlanHtmlExporter":
        from evaluation_lib.publish.exporters import PlanHtmlExporter

        return PlanHtmlExporter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

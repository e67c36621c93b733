"""The parts of a Word file beside its text, and its archive: the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml

from evaluation_lib.publish.document import Document
from evaluation_lib.publish.word.elements import Element, w
from evaluation_lib.publish.word.profile import Profile
from evaluation_lib.publish.word.styles import font_table, write_styles

_FIRST = "[Content_Types].xml"
_WANTED = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
_WANTED_BY_TEXT = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
)


def clean_template(word: WordDocument, profile: Profile, language: str) -> None:
    """Replace what the template of the library says by the report's own styles and settings."""
    package: Any = word.part.package
    _keep(package.rels, _WANTED)
    _keep(word.part.rels, _WANTED_BY_TEXT)
    write_styles(word.styles.element, profile, language)
    _fill(word.settings.element, _settings(language))
    fonts: Any = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = serialize_part_xml(font_table(profile))
    _fill(word.element.body, [])


def packed(word: WordDocument, document: Document) -> bytes:
    """Return the file, without any trace of when and by whom it was written."""
    _describe(word, document)
    written, final = io.BytesIO(), io.BytesIO()
    word.save(written)
    day = date.fromisoformat(document.report.as_of)
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(final, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda one: (one != _FIRST, one)):
            entry = zipfile.ZipInfo(name, stamp)
            stored = name.endswith(".png")  # is compressed already
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return final.getvalue()


def _describe(word: WordDocument, document: Document) -> None:
    """Set the properties of the file from the report alone."""
    report, facts = document.report, word.core_properties
    day = date.fromisoformat(report.as_of)
    facts.created = facts.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    facts.title, facts.subject = report.title, report.plan.title
    facts.author = report.brand.organisation if report.brand else ""
    facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.language, facts.revision = document.locale, 1


def _settings(language: str) -> list[Element]:
    """Return the settings of the file."""
    compatibility = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return [
        w("zoom", percent=100),
        w("evenAndOddHeaders"),  # their page numbers stand at the outer edge
        w("defaultTabStop", val=420),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", compatibility),
        w("themeFontLang", val="en-GB" if language == "en" else "en-US", eastAsia="zh-CN"),
    ]


def _keep(relations: Any, kinds: Collection[str]) -> None:
    for key in [key for key, one in relations.items() if one.reltype not in kinds]:
        del relations[key]


def _fill(root: Element, content: Collection[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(content)

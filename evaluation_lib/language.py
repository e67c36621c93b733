"""Sentences for the reader, in each language a report can have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of reports, forms and messages to evaluators."""

    ZH = "zh"  # zh-CN
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """The same statement in Chinese and in English."""

    zh: str
    en: str

    def into(self, language: str) -> str:
        """Return the statement in `language`, one of `zh` and `en`."""
        return self.zh if language == Language.ZH else self.en

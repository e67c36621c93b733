"""The words of a report: headings, labels, verdicts and notes, in each language."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from evaluation_lib.language import Language
from evaluation_lib.report.wording import en, zh

_ENTRIES: Mapping[str, Mapping[str, str]] = {Language.ZH: zh.WORDS, Language.EN: en.WORDS}


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language, by key.

    Attributes:
        language: `zh` or `en`.
        entries: Texts by key; places to fill stand in braces.
    """

    language: str
    entries: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return the text called `key`.

        Raises:
            ValueError: There is no such text.
        """
        try:
            return self.entries[key]
        except KeyError:
            near = difflib.get_close_matches(key, self.entries, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise ValueError(f"no words are called {key!r} in {self.language}.{hint}") from None

    def say(self, key: str, **values: object) -> str:
        """Return the text called `key` with its places filled.

        Raises:
            ValueError: There is no such text, or a place is left without a value.
        """
        try:
            return self[key].format(**values)
        except KeyError as error:
            raise ValueError(f"the words {key!r} need a value for {error.args[0]!r}") from None

    def verdict(self, verdict: str) -> str:
        """Return the word for a verdict or status."""
        return self[f"verdict.{verdict}"]

    def outlook(self, outlook: str) -> str:
        """Return the word for an outlook."""
        return self[f"outlook.{outlook}"]

    def listed(self, parts: list[str] | tuple[str, ...]) -> str:
        """Return `parts` as one enumeration."""
        return self["list.separator"].join(parts)


@cache
def words(language: str) -> Words:
    """Return the words of `language`.

    Raises:
        ValueError: Reports cannot be written in `language`.
    """
    if language not in _ENTRIES:
        raise ValueError(f"no words in {language!r}; known languages: {', '.join(_ENTRIES)}")
    return Words(str(language), MappingProxyType(dict(_ENTRIES[language])))

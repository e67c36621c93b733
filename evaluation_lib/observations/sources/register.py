"""The documents that observed values come from."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Source(BaseModel):
    """A document, page or return.

    Attributes:
        id: What the observation table names in its `source` column.
        title: As printed; `title_en` where a translation is wanted, as with `note` and `note_en`.
        url: Address, blank where none is known.
        kind: Such as `official`, `press`, `reprint`, `plan`, `return`, `synthetic`.
        published_on: ISO date, blank where none is shown.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    title_en: str = ""
    url: str = ""
    kind: str = ""
    published_on: str = ""
    note: str = ""
    note_en: str = ""

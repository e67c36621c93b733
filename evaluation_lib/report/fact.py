"""The base of everything a report carries."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """A value of the report; it never changes and has no field but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

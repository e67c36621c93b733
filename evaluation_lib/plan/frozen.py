"""The base of every value read from a plan folder."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that checks itself when made and never changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")

"""The base of every value read from a plan folder."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that checks itself when made and never changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def refuse(contradictions: Sequence[str]) -> None:
    """Refuse a value for all the reasons there are, so that they are mended at once.

    Raises:
        ValueError: There is any reason.
    """
    if contradictions:
        raise ValueError("; ".join(contradictions))

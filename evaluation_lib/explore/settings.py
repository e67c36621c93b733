"""From the words a caller writes to the setting of a view."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationError

from evaluation_lib.errors import JobError, listed
from evaluation_lib.inquiry import Setting, View


def setting_of(view: View, indicator: str, place: str, as_of: str, **others: Any) -> Setting:
    """Return the setting of a view in the words that a caller writes.

    Raises:
        JobError: A word is not one of those that a setting takes; every fault is named.
    """
    try:
        day = date.fromisoformat(as_of) if as_of else None
        return Setting(view=view, indicator=indicator, jurisdiction=place, as_of=day, **others)
    except ValidationError as error:
        faults = [
            f"{'.'.join(map(str, one['loc']))}: {one['msg']}, found {one['input']!r}."
            for one in error.errors()
        ]
        raise JobError(listed(faults)) from None
    except ValueError:
        raise JobError(f"as_of {as_of!r}: write a day such as 2023-07-31.") from None

"""What `result.json` says of the views that an analyst sent to the report."""

from __future__ import annotations

from pydantic import Field

from evaluation_lib.report.fact import Fact as _Fact
from evaluation_lib.report.model_indicator import IndicatorFact


class ExhibitColumn(_Fact):
    """A column; `numeric` ones stand to the right."""

    title: str
    numeric: bool = False


class ExhibitTable(_Fact):
    """Numbers and words of an exhibit, written as they are printed."""

    title: str
    columns: tuple[ExhibitColumn, ...] = Field(min_length=1)
    rows: tuple[tuple[str, ...], ...]


class ExhibitFact(_Fact):
    """One view under the settings that were saved, computed again for this report.

    Attributes:
        name: Name of its file; blank for a view that was not saved.
        view: A name of `inquiry.View`.
        title: The finding in one sentence, or what the analyst called it.
        note: What the analyst wrote below it; blank for nothing.
        label: That it is a sensitivity or a what-if, and changes no verdict.
        settings: What was set, as labels and values in the reader's words.
        saved_as_of: Day on which it was looked at when it was saved.
        demonstration: Whether it rests on invented data.
        sentences: What it shows.
        fact: The indicator judged as set, None where the view judges none.
        reason: Why it could not be computed on this report's data; blank where it could.
    """

    name: str
    view: str
    indicator: str
    indicator_name: str
    jurisdiction: str
    jurisdiction_name: str
    as_of: str
    title: str
    note: str = ""
    label: str
    settings: tuple[tuple[str, str], ...]
    saved_as_of: str = ""
    demonstration: bool
    sentences: tuple[str, ...] = ()
    fact: IndicatorFact | None = None
    tables: tuple[ExhibitTable, ...] = ()
    reason: str = ""

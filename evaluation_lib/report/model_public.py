"""What a report for the public says of what it keeps back."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class WithheldFact(Fact):
    """Counts of what was kept back.

    Attributes:
        smallest: County rows that count fewer things are kept back.
        county_rows: Number of county rows kept back.
        quotes: Number of quotes from sources and ledger that were blanked.
        notes: Number of notes on ledger entries and sources that were blanked.
        masked: Number of places of the report that are blacked out.
    """

    smallest: int
    county_rows: int
    quotes: int
    notes: int
    masked: int

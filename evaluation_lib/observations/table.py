"""The observation table: the one contract for data, checked when it enters the house."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

import pandas as pd
import pandera.pandas as pa

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.observations.period import ALLOWED, parse_period

JURISDICTION = "jurisdiction"
INDICATOR = "indicator"
PERIOD = "period"
VALUE = "value"
COMPARATOR = "comparator"
UNIT = "unit"
DEFINITION = "definition"
STATUS = "status"
PUBLISHED_ON = "published_on"
EVIDENCE = "evidence"
SOURCE = "source"
CELL = "cell"
RAW = "raw"
COLUMNS = (
    JURISDICTION,
    INDICATOR,
    PERIOD,
    VALUE,
    COMPARATOR,
    UNIT,
    DEFINITION,
    STATUS,
    PUBLISHED_ON,
    EVIDENCE,
    SOURCE,
    CELL,
    RAW,
)
KEY = [JURISDICTION, INDICATOR, PERIOD]


class Comparator(StrEnum):
    """How the value stands to the truth: inequalities in the data stay inequalities."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "~"


class Status(StrEnum):
    """How settled a value is, most settled first."""

    FINAL = "final"
    REVISED = "revised"
    PRELIMINARY = "preliminary"
    REPORTED = "reported"
    ESTIMATE = "estimate"
    SYNTHETIC = "synthetic"  # 演示数据


class Evidence(StrEnum):
    """What a value rests on."""

    A = "A"  # official statistics, notices, certificates
    B = "B"  # stamped return with ledger
    C = "C"  # return without attachment
    D = "D"  # media, reprint, oral
    E = "E"  # derived


def _words(kind: type[StrEnum]) -> pa.Check:
    allowed = [str(word) for word in kind]
    return pa.Check.isin(allowed, error=f"use one of {' '.join(allowed)}")


def _is_period(text: object) -> bool:
    try:
        parse_period(str(text))
    except ValueError:
        return False
    return True


def _is_date(text: object) -> bool:
    try:
        return text == "" or date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False


def _by_distinct(test: Callable[[object], bool]) -> Callable[[pd.Series], pd.Series]:
    """Return a check that runs `test` once for each distinct text instead of once for each row."""

    def check(column: pd.Series) -> pd.Series:
        known = {text: test(text) for text in column.unique()}
        return column.map(known).astype(bool)

    return check


_NOT_BLANK = pa.Check.str_length(min_value=1, error="must not be blank")
_SCHEMA = pa.DataFrameSchema(
    {
        JURISDICTION: pa.Column(
            str, pa.Check.str_matches(r"^\d{6}$", error="use a six-digit GB/T 2260 code")
        ),
        INDICATOR: pa.Column(str, _NOT_BLANK),
        PERIOD: pa.Column(str, pa.Check(_by_distinct(_is_period), error=f"write {ALLOWED}")),
        VALUE: pa.Column(
            float,
            pa.Check(lambda column: column.abs() < float("inf"), error="use a number such as 3.67"),
            nullable=False,
        ),
        COMPARATOR: pa.Column(str, _words(Comparator)),
        UNIT: pa.Column(str, _NOT_BLANK),
        DEFINITION: pa.Column(str),
        STATUS: pa.Column(str, _words(Status)),
        PUBLISHED_ON: pa.Column(
            str, pa.Check(_by_distinct(_is_date), error="use a date such as 2023-03-31, or blank")
        ),
        EVIDENCE: pa.Column(str, _words(Evidence)),
        SOURCE: pa.Column(str, _NOT_BLANK),
        CELL: pa.Column(str),
        RAW: pa.Column(str),
    },
    strict=True,
)


def read_text_columns(raw: pd.DataFrame, origin: str) -> pd.DataFrame:
    """Turn a table of texts into the observation table.

    Args:
        raw: One text per cell, as read from a file; blanks are `""`. Columns as in `COLUMNS`,
            in any order.
        origin: File or query the rows come from, named in errors.

    Returns:
        The observation table with columns in the order of `COLUMNS`; `value` is float, all else
        text.

    Raises:
        ObservationError: Columns are missing or unknown, or cells cannot be read; every fault is
            listed with its row and column. The header is row 1.
    """
    missing = [name for name in COLUMNS if name not in raw.columns]
    unknown = [str(name) for name in raw.columns if name not in COLUMNS]
    if missing or unknown:
        parts = [f"column {', '.join(missing)} is missing"] if missing else []
        parts += [f"column {', '.join(unknown)} is not known"] if unknown else []
        raise ObservationError(
            f"{origin}: {'; '.join(parts)}. An observation table has the columns "
            f"{', '.join(COLUMNS)}."
        )
    if raw.empty:
        raise ObservationError(f"{origin}: holds a header but no observation.")
    texts = raw.loc[:, list(COLUMNS)].astype(str)
    texts = texts.apply(lambda column: column.str.strip())
    table = texts.assign(**{VALUE: pd.to_numeric(texts[VALUE], errors="coerce")})
    table[VALUE] = table[VALUE].astype(float)
    return validated(table, origin, written=texts)


def validated(
    table: pd.DataFrame, origin: str, written: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return `table` if it keeps the contract.

    Args:
        table: Candidate observation table.
        origin: Named in errors.
        written: The same rows as they were written, quoted in errors; `table` itself if None.

    Raises:
        ObservationError: With every fault: row, column, value found, values allowed.
    """
    try:
        return _SCHEMA.validate(table, lazy=True)
    except pa.errors.SchemaErrors as error:
        shown = table if written is None else written
        faults = [
            f"{origin}: row {_row_number(case.index)}, column {case.column}: found "
            f"{_found(shown, case)!r}; {_advice(case.check)}."
            for case in error.failure_cases.drop_duplicates(["column", "index"])
            .sort_values(["index", "column"], kind="stable")
            .itertuples()
        ]
        raise ObservationError(listed(faults)) from error


def _row_number(index: object) -> str:
    return str(int(index) + 2) if isinstance(index, (int, float)) and index == index else "?"


def _found(shown: pd.DataFrame, case: object) -> object:
    index, column = getattr(case, "index", None), getattr(case, "column", None)
    if index is None or index != index or column not in shown.columns:
        return getattr(case, "failure_case", "")
    return shown.loc[index, column]


def _advice(check: object) -> str:
    text = str(check)
    return "use a number such as 3.67" if "nullable" in text else text

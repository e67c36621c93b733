"""Observations from any database that SQLAlchemy reaches, a stretch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pandas as pd
from pydantic import ValidationError
from sqlalchemy import Connection, Executable, NullPool, create_engine, inspect, select, text
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.observations.sources.address import Address, read_address
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.observations.sources.texts import as_texts, read_chunks
from evaluation_lib.observations.table import COLUMNS, VALUE
from evaluation_lib.observations.vintages import ranks

_ROWS_AT_A_TIME = 50_000
_USUAL_TABLE = "observations"


def read_database(place: str) -> tuple[pd.DataFrame, dict[str, Source]]:
    """Read the observation table at the address `place`, with its table of sources if it names one.

    Rows are put in the order of their columns, because a database promises none, and are only read:
    a statement that would change something fails.

    Args:
        place: A SQLAlchemy URL with `table=` or `query=`, as `read_address` takes it.

    Raises:
        ObservationError: The database cannot be reached or read, or rows break the contract. No
            message holds the password.
    """
    address = read_address(place)
    with _connected(address) as connection:
        found = read_chunks(_chunks(connection, _statement(connection, address)), address.shown)
        sources = _sources(connection, address) if address.sources else {}
    return _in_order(found), sources


@contextmanager
def _connected(address: Address) -> Iterator[Connection]:
    try:
        engine = create_engine(address.url, poolclass=NullPool)
        options = {"stream_results": True}
        if address.url.get_backend_name() == "postgresql":
            options["postgresql_readonly"] = True
        with engine.connect().execution_options(**options) as connection:
            yield connection
    except ModuleNotFoundError as error:
        raise ObservationError(
            f"{address.shown}: the driver {error.name} is not installed; for PostgreSQL install "
            "plan-evaluation[postgresql]."
        ) from None
    except NoSuchModuleError:
        kind = address.url.drivername
        raise ObservationError(
            f"{address.shown}: no database is called {kind!r}; use sqlite or postgresql."
        ) from None
    except SQLAlchemyError as error:
        # The chain would carry the connection, and with it the password, into a traceback.
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise ObservationError(f"{address.shown}: {address.cleared(reason)}.") from None


def _statement(connection: Connection, address: Address) -> Executable:
    if address.query:
        return text(address.query)
    return _whole_table(connection, address.table or _USUAL_TABLE, address)


def _whole_table(connection: Connection, name: str, address: Address) -> Executable:
    schema, _, bare = name.rpartition(".")
    columns: Sequence[Any] = [sql_column(one) for one in _columns(connection, name, address)]
    return select(*columns).select_from(sql_table(bare, schema=schema or None))


def _columns(connection: Connection, name: str, address: Address) -> list[str]:
    """Return the columns of a table or view, all of them, so that unknown ones are named."""
    schema, _, bare = name.rpartition(".")
    known = inspect(connection)
    if not known.has_table(bare, schema=schema or None):
        there = sorted([*known.get_table_names(), *known.get_view_names()])
        raise ObservationError(
            f"{address.shown}: no table {name!r}; "
            + (f"there are {', '.join(there)}." if there else "there is none.")
        )
    return [str(one["name"]) for one in known.get_columns(bare, schema=schema or None)]


def _chunks(connection: Connection, statement: Executable) -> Iterator[pd.DataFrame]:
    result = connection.execute(statement)
    names = list(result.keys())
    yield pd.DataFrame([], columns=names, dtype=object)
    while rows := result.fetchmany(_ROWS_AT_A_TIME):
        yield pd.DataFrame([tuple(row) for row in rows], columns=names, dtype=object)


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    keys = [
        table[name].to_numpy() if name == VALUE else ranks(table[name])
        for name in reversed(COLUMNS)
    ]
    return table.iloc[np.lexsort(keys)].reset_index(drop=True)


def _sources(connection: Connection, address: Address) -> dict[str, Source]:
    statement = _whole_table(connection, address.sources, address)
    rows = as_texts(pd.concat(list(_chunks(connection, statement)), ignore_index=True))
    faults: list[str] = []
    origin = f"{address.shown}, table {address.sources}"
    found: dict[str, Source] = {}
    for number, row in enumerate(rows.to_dict("records"), start=1):
        try:
            source = Source.model_validate(row)
        except ValidationError as error:
            told = "; ".join(f"{one['loc'][0]}: {one['msg']}" for one in error.errors())
            faults.append(f"{origin}: row {number}: {told}.")
        else:
            found[source.id] = source
    if faults:
        raise ObservationError(listed(faults))
    return found

"""The address of a database, and the password that never stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, unquote_plus

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from evaluation_lib.errors import ObservationError

PASSWORD_VARIABLE = "PLAN_EVAL_DB_PASSWORD"
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_OURS = ("table", "query", "sources")
_SECRET_KEYS = re.compile(r"(?i)pass|pwd|secret|token")


@dataclass(frozen=True, slots=True)
class Address:
    """Where rows are read from.

    Attributes:
        url: What SQLAlchemy connects to; it holds the password and is shown to nobody.
        shown: The same without password, for messages and registers.
        table: Table or view to read, perhaps with its schema; blank where `query` is given.
        query: Statement to run instead.
        sources: Table of the registered sources, blank for none.
        secrets: Words that no message may contain.
    """

    url: URL
    shown: str
    table: str
    query: str
    sources: str
    secrets: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the address as it may be shown."""
        return f"Address({self.shown!r})"

    def cleared(self, text: str) -> str:
        """Return `text` with every secret struck out."""
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text


def read_address(text: str, variables: Mapping[str, str] = os.environ) -> Address:
    """Read an address such as `sqlite:///returns.db?table=observations`.

    `${NAME}` in user, password, host and database is taken from the environment. Where a user but
    no password is given, the password is `PLAN_EVAL_DB_PASSWORD`, if that is set. A secret is
    nobody's input: no result depends on it.

    Args:
        text: A SQLAlchemy URL; `table` or `query` says what to read, `sources` names the table of
            sources.
        variables: The environment.

    Raises:
        ObservationError: It is no such address, holds a password, or names a variable that is not
            set. The message shows no password.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise ObservationError(
            f"{_masked(text)}: not a database address; write one such as "
            "sqlite:///returns.db?table=observations."
        ) from None
    secret_keys = [key for key in url.query if _SECRET_KEYS.search(key)]
    bare = URL.create(
        url.drivername, url.username, None, url.host, url.port, url.database, url.query
    )
    place, mark, rest = bare.difference_update_query(secret_keys).render_as_string().partition("?")
    shown = f"{unquote(place)}{mark}{unquote_plus(rest)}"
    if secret_keys or (url.password and not _VARIABLE.fullmatch(url.password)):
        raise ObservationError(
            f"{shown}: holds a password, which would end in logs and reports; put it in the "
            f"environment as {PASSWORD_VARIABLE}, or as NAME and write ${{NAME}} in its place."
        )
    wanted = {key: _single(url, key) for key in _OURS}
    if wanted["table"] and wanted["query"]:
        raise ObservationError(f"{shown}: names a table and a query; give one of them.")
    url = url.difference_update_query(_OURS)
    url, secrets = _with_variables(url, shown, variables)
    backend = url.get_backend_name()
    if backend == "postgresql" and "+" not in url.drivername:
        url = url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        url = _read_only_file(url, shown)
    return Address(url, shown, **wanted, secrets=secrets)


def _masked(text: str) -> str:
    """Return an address nobody could read without what may be a password in it."""
    return re.sub(r"://.*@", "://***@", text.partition("?")[0])


def _single(url: URL, key: str) -> str:
    value = url.query.get(key, "")
    return value if isinstance(value, str) else value[-1]


def _with_variables(
    url: URL, shown: str, variables: Mapping[str, str]
) -> tuple[URL, tuple[str, ...]]:
    """Return `url` with what the environment says, and the words that are to stay secret."""
    missing: list[str] = []

    def filled(part: str | None) -> str | None:
        for name in _VARIABLE.findall(part or ""):
            if name not in variables:
                missing.append(name)
        return part and _VARIABLE.sub(lambda found: variables.get(found[1], ""), part)

    password = filled(url.password)
    user, host, database = filled(url.username), filled(url.host), filled(url.database)
    if missing:
        raise ObservationError(
            f"{shown}: the environment does not set {', '.join(dict.fromkeys(missing))}."
        )
    if password is None and url.username:
        password = variables.get(PASSWORD_VARIABLE)
    filled_in = url.set(username=user, password=password, host=host, database=database)
    return filled_in, (password,) if password else ()


def _read_only_file(url: URL, shown: str) -> URL:
    """Return the address of a SQLite file that is there, opened so that nothing can change it."""
    path = Path(url.database or "")
    if not path.is_file():
        raise ObservationError(f"{shown}: no such file {path}; give the path of a SQLite file.")
    with path.open("rb") as file:
        if file.read(15) != b"SQLite format 3":
            raise ObservationError(f"{shown}: {path} is not a SQLite file.")
    return url.set(database=f"file:{quote(str(path))}").update_query_dict(
        {"mode": "ro", "uri": "true"}
    )

"""A real PostgreSQL server, started for the test on a socket in a folder of its own."""

import os
import pwd
import shutil
import subprocess
import tempfile
import traceback
from pathlib import Path

import psycopg
import pytest
from pandas.testing import assert_frame_equal

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.observations.sources.address import PASSWORD_VARIABLE
from tests.builders import make_yearly

PLANTED = "Feld-und-Flur-88"
TABLE = make_yearly({2021: 3.67, 2022: 120.0, 2023: 0.1})
TOOLS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))

pytestmark = pytest.mark.skipif(
    not TOOLS and shutil.which("initdb") is None, reason="no PostgreSQL server is installed here"
)


def run(name, *words, user):
    tool = TOOLS[-1] / name if TOOLS else shutil.which(name)
    subprocess.run(
        [tool, *words],
        check=True,
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def unprivileged():
    """Return a user who may run the server, which refuses to be run by root; None for oneself."""
    if os.getuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


@pytest.fixture(scope="module")
def server():
    """Start a server that asks for a password; yield the folder of its socket."""
    # The path of a socket may have about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    user = unprivileged()
    (folder / "password").write_text(PLANTED)
    if user is not None:
        for path in (folder, folder / "password"):
            shutil.chown(path, user)
    place = str(folder / "cluster")
    try:
        run(
            "initdb", "-D", place, "-U", "reader", "-A", "scram-sha-256", "-E", "UTF8",
            "--no-locale", "--no-sync", f"--pwfile={folder / 'password'}", user=user,
        )  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", place, "-w", "-o", options, "-l", f"{place}/log", "start", user=user)
        try:
            fill(folder)
            yield folder
        finally:
            run("pg_ctl", "-D", place, "-w", "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder)


def fill(folder):
    names = ", ".join(f'"{name}" {kind(name)}' for name in TABLE.columns)
    blanks = ", ".join(["%s"] * len(TABLE.columns))
    with psycopg.connect(
        host=str(folder), user="reader", password=PLANTED, dbname="postgres"
    ) as connection:
        connection.execute("CREATE SCHEMA returns")
        connection.execute("CREATE SEQUENCE returns.counter")
        connection.execute(f"CREATE TABLE returns.observations ({names})")
        for row in TABLE.iloc[::-1].itertuples(index=False):
            connection.execute(f"INSERT INTO returns.observations VALUES ({blanks})", list(row))


def kind(name):
    return {"value": "numeric", "published_on": "date"}.get(name, "text")


def address(server, tail="table=returns.observations"):
    return f"postgresql://reader@/postgres?host={server}&{tail}"


def test_a_table_of_a_server_is_the_observation_table(server, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, PLANTED)

    table, _ = read_observations(address(server))

    assert_frame_equal(table, TABLE, check_dtype=False)


def test_a_query_is_only_allowed_to_read(server, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, PLANTED)

    table, _ = read_observations(
        address(server, "query=select * from returns.observations where value > 100")
    )

    assert table["value"].tolist() == [120.0]
    writing = ", ".join(["nextval('returns.counter')::text as jurisdiction", *TABLE.columns[1:]])
    with pytest.raises(ObservationError, match="read-only"):
        read_observations(address(server, f"query=select {writing} from returns.observations"))


def test_a_refused_password_is_in_no_message_and_no_traceback(server, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, f"{PLANTED}-no-more")

    with pytest.raises(ObservationError, match="password authentication failed") as refused:
        read_observations(address(server))

    assert PLANTED not in "".join(traceback.format_exception(refused.value))
    assert len(str(refused.value).splitlines()) == 1

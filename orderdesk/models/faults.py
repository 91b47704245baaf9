"""Sorts the faults of the databases into the one error tree, in one place."""

import shutil
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from orderdesk.errors import EnvironmentProblem

_SQLITE_CODES = {  # primary result codes of SQLite, https://www.sqlite.org/rescode.html
    5: "error.store.busy",  # BUSY
    6: "error.store.busy",  # LOCKED
    8: "error.store.read_only",  # READONLY
    10: "error.store.disk_fault",  # IOERR
    11: "error.store.damaged",  # CORRUPT
    13: "error.store.disk_full",  # FULL
    14: "error.store.cannot_open",  # CANTOPEN
    26: "error.store.damaged",  # NOTADB
}
_PG_STATES = (
    ("55P03", "error.store.busy"),
    ("57014", "error.store.slow"),
    ("40P01", "error.store.busy"),
    ("40001", "error.store.busy"),
    ("25P03", "error.store.slow"),  # idle in a transaction for too long
    ("53100", "error.store.disk_full"),
    ("53300", "error.store.unreachable"),  # too many connections
    ("58030", "error.store.disk_fault"),
    ("25006", "error.store.read_only"),
    ("42501", "error.store.read_only"),  # this login may look but not write
    ("28", "error.store.login_refused"),
    ("3D000", "error.store.cannot_open"),
    ("08", "error.store.unreachable"),
    ("57P", "error.store.unreachable"),
    ("XX001", "error.store.damaged"),
    ("XX002", "error.store.damaged"),
)
_WANT_ROOM = ("error.store.cannot_open", "error.store.disk_fault")
_LITTLE_ROOM = 64 * 1024  # bytes; SQLite's index of its log takes half of them
_MASK = "***"
_NO_SAVEPOINT = "no such savepoint"
# Waiting a moment and doing the same again is right for these, and only for these.
TRANSIENT = frozenset({"error.store.busy", "error.store.slow", "error.store.unreachable"})


def shown_url(url: URL) -> str:
    """Return a store's URL as it may be shown: without its password, wherever in the URL it stands."""
    if url.get_backend_name() == "sqlite":
        return f"sqlite:///{url.database}"
    if "password" in url.query:  # libpq takes it there, too
        url = url.update_query_dict({"password": _MASK})
    return url.render_as_string(hide_password=True).replace(quote(_MASK, safe=""), _MASK)


def as_environment_problem(fault: DBAPIError, url: URL) -> EnvironmentProblem:
    """Return the fault as an ``EnvironmentProblem`` whose text never shows a password."""
    if _NO_SAVEPOINT in str(fault.orig):
        fault = _first_of(fault)
    words = str(fault.orig).strip()
    code = _code_of(fault, words)
    if code in _WANT_ROOM and _has_no_room(url):
        code = "error.store.disk_full"
    for secret in (url.password, url.query.get("password")):
        if secret:
            words = words.replace(str(secret), _MASK)
    detail = words.splitlines()[0] if words else ""
    return EnvironmentProblem(code, store=shown_url(url), detail=detail)


def _has_no_room(url: URL) -> bool:
    """Whether the disk with an SQLite file is full: then its log cannot be made, and nothing else is said."""
    if url.get_backend_name() != "sqlite" or not url.database:
        return False
    try:
        return shutil.disk_usage(Path(url.database).parent).free < _LITTLE_ROOM
    except OSError:
        return False


def _first_of(fault: DBAPIError) -> DBAPIError:
    """Return the fault after which SQLite had rolled back by itself, so that undoing it failed, too."""
    first, earlier = fault, fault.__context__
    while earlier is not None:
        if isinstance(earlier, DBAPIError):
            first = earlier
        earlier = earlier.__context__
    return first


def _code_of(fault: DBAPIError, words: str) -> str:
    result_code = getattr(fault.orig, "sqlite_errorcode", None)
    if result_code is not None:
        return _SQLITE_CODES.get(result_code & 0xFF, "error.store.fault")
    state = getattr(fault.orig, "sqlstate", None)
    if state:
        found = next((code for prefix, code in _PG_STATES if state.startswith(prefix)), None)
        return found or "error.store.fault"
    return _code_of_words(words.lower())


def _code_of_words(words: str) -> str:
    """Sort a failed connection to PostgreSQL, for which the client library gives no state, only words."""
    if "connection" not in words and "server" not in words:
        return "error.store.fault"
    if "password" in words or "authentication" in words or "role" in words or "pg_hba" in words:
        return "error.store.login_refused"
    if "database" in words and "does not exist" in words:
        return "error.store.cannot_open"
    return "error.store.unreachable"

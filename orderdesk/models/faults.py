"""Sorts the faults of the databases into the one error tree, in one place."""

from __future__ import annotations

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from orderdesk.errors import EnvironmentProblem

# Words of SQLite's own messages: the driver gives no stable codes on Python 3.11.
_SQLITE_WORDS = (
    ("malformed", "error.store.damaged"),
    ("not a database", "error.store.damaged"),
    ("disk i/o error", "error.store.disk_fault"),
    ("database or disk is full", "error.store.disk_full"),
    ("readonly", "error.store.read_only"),
    ("attempt to write a readonly", "error.store.read_only"),
    ("locked", "error.store.busy"),
    ("unable to open", "error.store.cannot_open"),
)
_PG_STATES = (
    ("55P03", "error.store.busy"),
    ("57014", "error.store.slow"),
    ("40P01", "error.store.busy"),
    ("40001", "error.store.busy"),
    ("53100", "error.store.disk_full"),
    ("25006", "error.store.read_only"),
    ("28", "error.store.login_refused"),
    ("3D000", "error.store.cannot_open"),
    ("08", "error.store.unreachable"),
    ("57P", "error.store.unreachable"),
    ("XX001", "error.store.damaged"),
)
# Waiting a moment and doing the same again is right for these, and only for these.
TRANSIENT = frozenset({"error.store.busy", "error.store.slow", "error.store.unreachable"})


def as_environment_problem(fault: DBAPIError, url: URL) -> EnvironmentProblem:
    """Return the fault as an ``EnvironmentProblem`` whose text never shows a password."""
    words = str(fault.orig).strip()
    code = _code_of(fault, words)
    shown = url.render_as_string(hide_password=True)
    if url.password:
        words = words.replace(str(url.password), "***")
    return EnvironmentProblem(code, store=shown, detail=words.splitlines()[0] if words else "")


def _code_of(fault: DBAPIError, words: str) -> str:
    state = getattr(fault.orig, "sqlstate", None)
    if state:
        for prefix, code in _PG_STATES:
            if state.startswith(prefix):
                return code
        return "error.store.fault"
    lowered = words.lower()
    for part, code in _SQLITE_WORDS:
        if part in lowered:
            return code
    if "connection" in lowered or "server" in lowered:
        if "password" in lowered or "authentication" in lowered:
            return "error.store.login_refused"
        return "error.store.unreachable"
    return "error.store.fault"

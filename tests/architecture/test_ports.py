"""Everything uncertain comes through a port: time, ids, randomness, threads, the network.

ruff bans the same names while one types (``banned-api``); this test also knows what ruff cannot: the clocks
of Qt and of the database.
"""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import imports_of, modules, name_of, tree_of

PORTS = {"orderdesk/clock.py", "orderdesk/ports.py", "orderdesk/ui/tasks.py"}
# It starts no thread: it hears of what broke in one.
HOOKS = {
    ("orderdesk/logs.py", name) for name in ("threading", "threading.excepthook", "threading.ExceptHookArgs")
}
MODULES = {
    "asyncio",
    "concurrent",
    "multiprocessing",
    "random",
    "secrets",
    "socket",
    "threading",
    "uuid_utils",
}
MEMBERS = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "func": {"current_date", "current_timestamp", "localtimestamp", "now", "random"},
    "os": {"getrandom", "urandom"},
    "time": {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "sleep", "time", "time_ns"},
    "uuid": {"uuid1", "uuid4"},
    "QDate": {"currentDate"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentMSecsSinceEpoch", "currentSecsSinceEpoch"},
    "QRandomGenerator": {"global_", "securelySeeded", "system"},
    "QThread": {"msleep", "sleep", "usleep"},
    "QTime": {"currentTime"},
}


def uncertain(tree: ast.AST) -> list[tuple[str, int]]:
    """Return what a module takes from the machine past the ports, with the lines."""
    imported = [(name, line) for name, line in imports_of(tree) if _is_uncertain(name)]
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    used = [(f"{_owner(node)}.{node.attr}", node.lineno) for node in attributes]
    return imported + [(name, line) for name, line in used if _is_uncertain(name)]


def _is_uncertain(name: str) -> bool:
    owner, _, member = name.partition(".")
    return owner in MODULES or member in MEMBERS.get(owner, ())


def _owner(node: ast.Attribute) -> str:
    value = node.value
    if isinstance(value, ast.Name):
        return value.id
    return value.attr if isinstance(value, ast.Attribute) else ""


def test_only_the_ports_ask_the_machine() -> None:
    found = [
        f"{name_of(path)}:{line}: {what}"
        for path in modules()
        if name_of(path) not in PORTS
        for what, line in uncertain(tree_of(path))
        if (name_of(path), what) not in HOOKS
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import random", [("random", 1)]),
        ("from threading import Lock", [("threading.Lock", 1)]),
        ("from time import sleep, strftime", [("time.sleep", 1)]),
        ("import datetime\nx = datetime.datetime.now()", [("datetime.now", 2)]),
        ("from datetime import date\nx = date.today()", [("date.today", 2)]),
        ("from uuid import UUID, uuid4", [("uuid.uuid4", 1)]),
        ("def f(q):\n    return q.QDate.currentDate()", [("QDate.currentDate", 2)]),
        ("insert(t).values(at=func.now())", [("func.now", 1)]),
        ("now = clock.now()\nday = clock.today(zone)", []),
        ("from datetime import date, datetime, UTC\nfrom uuid import UUID", []),
    ],
)
def test_the_ways_around_the_ports_are_known(source: str, expected: list[tuple[str, int]]) -> None:
    assert uncertain(ast.parse(source)) == expected

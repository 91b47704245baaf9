"""What every test has: databases, stores, and guards against what a test does unseen or leaves behind.

See ``tests/support/`` for the fixtures: ``databases.py``, ``stores.py``, ``guards.py``.
"""

from __future__ import annotations

import os

from hypothesis import settings

# Before anything imports Qt. A developer who wants to watch sets QT_QPA_PLATFORM himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "pytester",
    "tests.support.guards",
    "tests.support.databases",
    "tests.support.stores",
    "tests.support.desk",
    "tests.support.made_up",
]

# The same examples in every run: a red run is red again. No deadline: two busy cores are no measure.
settings.register_profile("orderdesk", derandomize=True, deadline=None, database=None)
settings.load_profile("orderdesk")

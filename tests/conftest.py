"""What every test has: databases (``support/databases.py``), and guards against what a test leaves behind."""

from __future__ import annotations

import os

# Before anything imports Qt. A developer who wants to watch sets QT_QPA_PLATFORM himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.support.databases"]

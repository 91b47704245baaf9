"""What no test may leave behind or do unseen: log records, threads, windows, files in somebody's home."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from orderdesk.words.catalogues import report_missing, report_unfilled

THREAD_END_TIMEOUT_S = 2.0
_HOME = pytest.StashKey[Path]()
_HOME_VARIABLES = (
    "HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
)


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home of its own: no test reads or writes the developer's settings, keys or caches."""
    if hasattr(config, "workerinput"):
        return  # workers inherit the controller's
    home = config.stash[_HOME] = Path(tempfile.mkdtemp(prefix="orderdesk-home-"))
    for name in _HOME_VARIABLES:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    for name in [name for name in os.environ if name.startswith("ORDERDESK_") and "_TEST_" not in name]:
        del os.environ[name]  # the developer's own settings


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove it."""
    home = config.stash.get(_HOME, None)
    if home is not None:
        shutil.rmtree(home, ignore_errors=True)


class _Collector(logging.Handler):
    """Keeps records of WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the program logged a warning or worse, unless ``expects_log`` announced it.

    An announced record that did not come fails it, too.
    """
    patterns = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    logger = logging.getLogger("orderdesk")
    collector = _Collector()
    for report in (report_missing, report_unfilled):
        report.cache_clear()  # each is logged once a run: else only the first test to meet it fails
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    messages = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in collector.records]
    unexpected = [text for text in messages if not any(re.search(pattern, text) for pattern in patterns)]
    absent = [pattern for pattern in patterns if not any(re.search(pattern, text) for text in messages)]
    assert not unexpected, f"log records that no expects_log mark announces: {unexpected}"
    assert not absent, f"announced log records that did not come: {absent}"


@pytest.fixture(autouse=True)
def no_left_over_thread() -> Iterator[None]:
    """Fail a test after which a thread that it began still runs; daemons are the library's own business."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_END_TIMEOUT_S
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(max(0.0, deadline - time.monotonic()))
    assert not [thread.name for thread in left if thread.is_alive()]


@pytest.fixture(autouse=True)
def no_left_over_window() -> Iterator[None]:
    """Fail a test after which a window is still shown; ``qtbot.addWidget`` closes those it is told of."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    shown = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in shown]
    for window in shown:
        window.close()  # the next test must not pay for this one
    assert not names, f"windows left open: {names}"

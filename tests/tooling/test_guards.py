"""The guards of the test run see what they are there to see."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INNER = """
import logging, threading
import pytest

log = logging.getLogger("orderdesk.inner")

def test_quiet(): log.info("all is well")
def test_warns(): log.warning("unannounced")
@pytest.mark.expects_log("disk is .*full")
def test_announced(): log.error("the disk is nearly full")
@pytest.mark.expects_log("never comes")
def test_announced_in_vain(): pass
def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(2.5,)).start()
def test_leaves_a_window(qapp):
    from PySide6.QtWidgets import QWidget
    global kept
    kept = QWidget()
    kept.show()
def test_closes_its_window(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
def test_hears_qt_complain(qapp):
    from PySide6.QtCore import qWarning
    qWarning("something is wrong")
"""


@pytest.mark.slow
def test_what_a_test_does_unseen_or_leaves_behind_fails_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_inner=INNER)
    pytester.makeconftest('pytest_plugins = ["tests.support.guards"]')
    options = ("-c", str(ROOT / "pyproject.toml"), f"--rootdir={pytester.path}", "-rfE")
    result = pytester.runpytest_subprocess(*options, "test_inner.py")
    told = [
        line.split("::")[1].split()[0] for line in result.outlines if line.startswith(("FAILED ", "ERROR "))
    ]
    assert sorted(told) == [
        "test_announced_in_vain",
        "test_hears_qt_complain",
        "test_leaves_a_thread",
        "test_leaves_a_window",
        "test_warns",
    ]
    result.assert_outcomes(
        passed=7, failed=1, errors=4
    )  # an error at the end of a test comes on top of its pass


def test_the_run_has_a_home_of_its_own() -> None:
    assert "orderdesk-home-" in os.environ["HOME"]
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_dir()

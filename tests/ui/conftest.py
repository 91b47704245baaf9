"""Every test of a window starts from the same look and language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from orderdesk.spool.jobs import Accepted, PrintJob
from orderdesk.ui.paper import printers
from tests.support import windows

look = windows.look


@pytest.fixture(autouse=True)
def same_look(look: QApplication) -> QApplication:
    return look


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PrintJob, str]]:
    """What printers were sent, instead of printers."""
    found: list[tuple[PrintJob, str]] = []

    def send(job: PrintJob, address: str) -> Accepted:
        found.append((job, address))
        return Accepted(1)

    monkeypatch.setattr(printers, "send_paper", send)
    monkeypatch.setattr(printers, "find_printers", lambda: ("lp:Office",))
    return found

"""Every test of a window starts from the same look and language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.support import windows

look = windows.look


@pytest.fixture(autouse=True)
def same_look(look: QApplication) -> QApplication:
    return look

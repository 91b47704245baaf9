"""Whole sessions at the desk: the program as it is started, keyed without a mouse, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orderdesk.words import Language
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.office import Office, open_office
from tests.support.windows import look

__all__ = ["look"]  # a fixture


@pytest.fixture
def sample(sample_sqlite_url: str) -> SampleDesk:
    """The sample company in an SQLite file; the program closes it."""
    return open_sample_desk(sample_sqlite_url)


@pytest.fixture
def open_desk(
    look: QApplication, qtbot: QtBot, sample: SampleDesk, tmp_path: Path
) -> Iterator[Callable[..., Office]]:
    """Start the program in a language; it ends with the test."""
    with ExitStack() as stack:

        def opening(shown_in: Language = "en", person: str = "lina") -> Office:
            return stack.enter_context(open_office(qtbot, sample, tmp_path, shown_in, person))

        yield opening

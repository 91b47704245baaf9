"""The proof of leaks in its small form: a few rounds of everything that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.screens.daycheck.screen import DayCheckScreen
from tests.proofs import leaks
from tests.proofs.leaks import LeakDesk, leak_desk, watched
from tests.support.windows import look

__all__ = ["look"]  # a fixture

pytestmark = pytest.mark.slow
OBJECTS = 3_000  # that may stay behind each time in so few rounds: what is made once is not all there yet


@pytest.fixture
def desk(look: QApplication, sample_sqlite_url: str, tmp_path: Path) -> Iterator[LeakDesk]:
    """The program at work."""
    with leak_desk(sample_sqlite_url, tmp_path) as opened:
        yield opened


def test_nothing_stays_behind_when_screens_windows_and_orders_have_gone(desk: LeakDesk) -> None:
    found = [
        watched(desk, "screens", desk.screens, 1, warm_up=1),
        watched(desk, "windows", desk.windows, 2, warm_up=1),
        watched(desk, "orders", desk.order, 2),
    ]
    assert [leak.grown for leak in found] == [{}, {}, {}], found
    assert [leak.what for leak in found if leak.objects_each > OBJECTS] == []


def test_a_screen_that_leaves_something_is_found_out(desk: LeakDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[QWidget] = []
    real = DayCheckScreen.let_go

    def leave(screen: DayCheckScreen) -> None:
        kept.append(QWidget())
        real(screen)

    monkeypatch.setattr(DayCheckScreen, "let_go", leave)
    monkeypatch.setattr(leaks, "AREAS", ("daycheck",))
    found = watched(desk, "screens", desk.screens, 2)
    assert found.grown == {"widgets": 2, "windows": 2}
    assert len(kept) == 4

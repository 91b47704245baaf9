"""The real desktop is killed while it is keyed; what was typed is there. ``dev.py prove P7``: 200 times."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.faults.random_kills import Kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="desks are forked")


@pytest.mark.slow
def test_a_desk_killed_while_it_is_keyed_loses_no_order_and_comes_back(tmp_path: Path) -> None:
    desk = Kills(tmp_path / "desk", seed=3)
    desk.prepare()
    try:
        for _kill in range(3):
            desk.kill()
    finally:
        desk.close()
    assert desk.tally.faults == []
    assert desk.tally.keys > 5


@pytest.mark.slow
def test_without_the_typing_journal_the_loss_is_found(tmp_path: Path) -> None:
    desk = Kills(tmp_path / "desk", seed=20, without=("the typing journal",))
    desk.prepare()
    try:
        desk.kill(at=6.0)
    finally:
        desk.close()
    assert max(loss.own for loss in desk.tally.losses) > 1

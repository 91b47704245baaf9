"""A small file of the desk is damaged: it opens all the same, with a plain word. ``dev.py prove P9``: all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from orderdesk import config as config_module
from tests.support.faults import damaged_desk
from tests.support.windows import look

__all__ = ["look"]  # a fixture


@pytest.mark.slow
def test_a_desk_with_a_damaged_file_opens_and_brings_back_what_was_typed(
    tmp_path: Path, sample_sqlite_template: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    damaged_desk.keep_desk(kept, sample_sqlite_template)
    files = damaged_desk.small_files(kept)
    assert {"desk.ini", "settings.toml"} < set(files)
    for file in ("desk.ini", "settings.toml"):
        monkeypatch.setattr(damaged_desk, "small_files", lambda _folder, one=file: [one])
        tally = damaged_desk.damage_desk(tmp_path / "work", kept, "journal: rubbish at its end", range(1))
        assert (tally.faults, tally.outcomes.total()) == ([], 1)
    # The proof can fail: a desk whose settings must all be right does not open.
    monkeypatch.setattr(config_module, "_lines_that_can_be_taken", config_module._read_file)
    tally = damaged_desk.damage_desk(tmp_path / "work", kept, "journal: rubbish at its end", range(1))
    assert tally.outcomes["told"] or tally.faults

"""What people prefer to see is kept per person, and a damaged file means that nothing was chosen."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.services.preferences import Preferences

ONE, OTHER = UUID(int=1), UUID(int=2)


def test_each_person_gets_back_what_he_kept(tmp_path: Path) -> None:
    Preferences(tmp_path / "p").keep(ONE, "columns", ["number", "total"])
    Preferences(tmp_path / "p").keep(ONE, "wide", value=True)
    again = Preferences(tmp_path / "p")
    assert (again.read(ONE, "columns"), again.read(ONE, "wide")) == (["number", "total"], True)
    assert (again.read(OTHER, "columns"), again.read(None, "columns")) == (None, None)


def test_none_forgets(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep(ONE, "columns", ["number"])
    preferences.keep(ONE, "columns", None)
    assert preferences.read(ONE, "columns") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_damaged_file_means_that_nothing_was_chosen(tmp_path: Path, content: bytes) -> None:
    preferences = Preferences(tmp_path)
    preferences.keep(ONE, "columns", ["number"])
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert preferences.read(ONE, "columns") is None
    preferences.keep(ONE, "columns", ["total"])
    assert preferences.read(ONE, "columns") == ["total"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("a file stands here")
    with pytest.raises(EnvironmentProblem) as fault:
        Preferences(tmp_path / "p").keep(ONE, "columns", ["number"])
    assert fault.value.code == "error.file.unwritable"

"""What a library needs, read from the file: checked on libraries that the environment brings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6 import __file__ as qt_file

from devtools.elf import Needs, needs_of
from devtools.package_needs import foreign_needs

LIBRARIES = Path(qt_file).parent / "Qt" / "lib"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF is the form of Linux")


def needs(name: str) -> Needs:
    found = needs_of(LIBRARIES / name)
    assert found is not None
    return found


def test_the_libraries_that_a_library_is_linked_to() -> None:
    assert {"libQt6Gui.so.6", "libQt6Core.so.6", "libGL.so.1", "libc.so.6"} <= needs(
        "libQt6Svg.so.6"
    ).libraries
    assert "libxcb-cursor.so.0" in needs("libQt6XcbQpa.so.6").libraries
    assert not {name for name in needs("libQt6Core.so.6").libraries if ".so" not in name}


def test_the_versions_of_symbols_that_it_asks_for() -> None:
    versions = needs("libQt6Core.so.6").versions
    assert "Qt_6" not in versions  # its own, which it defines
    assert {name.partition("_")[0] for name in versions} >= {"GLIBC", "GLIBCXX"}
    assert "Qt_6" in needs("libQt6Gui.so.6").versions


def test_other_files_need_nothing(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "empty").write_bytes(b"")
    assert [needs_of(path) for path in sorted(tmp_path.iterdir())] == [None, None]


def test_what_a_program_brings_it_does_not_need_from_outside(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("libQt6Core.so.6", "libQt6Svg.so.6"):
        (tmp_path / "deep" / name).write_bytes((LIBRARIES / name).read_bytes())
    (tmp_path / "libQt6Gui.so.6").symlink_to("deep/libQt6Svg.so.6")  # a link counts by its name
    libraries, versions = foreign_needs(tmp_path)
    assert "libGL.so.1" in libraries
    assert not {name for name in libraries if name.startswith(("libQt6Core", "libQt6Svg", "libQt6Gui"))}
    assert any(version.startswith("GLIBC_2.") for version in versions)

"""What Qt misses on a system is named, with the line that brings it."""

from __future__ import annotations

import sys

import pytest

from devtools import qt_libraries as subject
from devtools.qt_libraries import QT_LIBRARIES, X11_LIBRARIES, can_load, install_line, missing_libraries
from devtools.running import SetupProblem

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere Qt brings its libraries"
)


def without(*names: str):
    return lambda name: name not in names


@linux_only
def test_missing_libraries_are_found_and_x11s_only_where_there_is_x11() -> None:
    loads = without("libEGL.so.1", "libxcb-cursor.so.0")
    assert missing_libraries(with_x11=False, loads=loads) == [QT_LIBRARIES[0]]
    assert missing_libraries(with_x11=True, loads=loads) == [QT_LIBRARIES[0], X11_LIBRARIES[0]]


@linux_only
def test_the_systems_loader_is_asked() -> None:
    assert can_load("libc.so.6")
    assert not can_load("libnothing-of-this-name.so.1")


def test_the_line_is_for_the_package_tool_that_is_there() -> None:
    missing = [QT_LIBRARIES[0], X11_LIBRARIES[3], X11_LIBRARIES[4]]
    apt, dnf, none = ({name}.__contains__ for name in ("apt-get", "dnf", ""))
    line = "sudo apt-get install libegl1 libxcb-randr0 libxcb-shape0"
    assert install_line(missing, lambda name: name if apt(name) else None) == line
    assert (
        install_line(missing, lambda name: name if dnf(name) else None)
        == "sudo dnf install libglvnd-egl libxcb"
    )
    assert "libEGL.so.1" in install_line(missing, lambda name: name if none(name) else None)


@linux_only
def test_without_what_every_window_needs_nothing_starts(monkeypatch) -> None:
    monkeypatch.setattr(subject, "can_install_packages", lambda: False)
    monkeypatch.setattr(subject, "missing_libraries", lambda **_: [QT_LIBRARIES[1]])
    with pytest.raises(SetupProblem, match=r"libGL\.so\.1"):
        subject.look_for_libraries(with_x11=False)


@linux_only
def test_what_only_x11_needs_is_told_and_stops_nothing(monkeypatch, capsys) -> None:
    monkeypatch.setattr(subject, "can_install_packages", lambda: False)
    monkeypatch.setattr(subject, "missing_libraries", lambda **_: [X11_LIBRARIES[0]])
    subject.look_for_libraries(with_x11=True)
    assert "libxcb-cursor.so.0" in capsys.readouterr().err


@linux_only
def test_root_gets_what_is_missing_installed(monkeypatch) -> None:
    installed: list[str] = []
    answers = iter([[QT_LIBRARIES[0], X11_LIBRARIES[0]], []])
    monkeypatch.setattr(subject, "can_install_packages", lambda: True)
    monkeypatch.setattr(subject, "apt_install", installed.extend)
    monkeypatch.setattr(subject, "missing_libraries", lambda **_: next(answers))
    subject.look_for_libraries(with_x11=True)
    assert installed == ["libegl1", "libxcb-cursor0"]

"""Light or dark as the system is, or as was chosen; text size and row height; all of it is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from orderdesk.ui.appearance import appearance
from orderdesk.ui.theme import theme
from tests.ui.dummies import open_desk


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)


class System:
    """The system's own choice of light or dark, as the program sees and hears of it."""

    def __init__(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hints, self._scheme = qapp.styleHints(), Qt.ColorScheme.Unknown
        monkeypatch.setattr("orderdesk.ui.appearance.system_scheme", lambda: self._scheme)

    def be(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._hints.colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> System:
    return System(qapp, monkeypatch)


def test_the_look_follows_the_system_while_the_program_runs(system: System, memory: QSettings) -> None:
    appearance().start(memory)
    assert theme().mode == "light"  # one that does not say is light
    system.be(Qt.ColorScheme.Dark)
    assert theme().mode == "dark"
    theme().apply(QApplication.instance())  # type: ignore[arg-type] # it runs in every test
    appearance().start(memory)
    assert theme().mode == "dark"
    system.be(Qt.ColorScheme.Light)
    assert theme().mode == "light"


def test_a_choice_stands_against_the_system_until_it_is_given_back(system: System, memory: QSettings) -> None:
    appearance().start(memory)
    appearance().choose("dark")
    system.be(Qt.ColorScheme.Light)
    assert theme().mode == "dark"
    appearance().choose("system")
    assert theme().mode == "light"


def test_look_text_and_rows_are_there_again_at_the_next_start(memory: QSettings) -> None:
    appearance().start(memory)
    appearance().choose("dark")
    appearance().resize_text(3)
    appearance().choose_density("compact")
    memory.sync()
    again = QSettings(memory.fileName(), QSettings.Format.IniFormat)
    appearance().start(None)
    assert (theme().mode, theme().scale, theme().density) == ("light", 100, "normal")
    appearance().start(again)
    assert (theme().mode, theme().scale, theme().density) == ("dark", 130, "compact")
    appearance().resize_text(0)
    assert theme().scale == 100


@pytest.mark.parametrize("rubbish", ["", "huge", "-5", "99999999", "１２０"])
def test_rubbish_in_the_memory_is_no_choice(memory: QSettings, rubbish: str) -> None:
    for key in ("look/mode", "look/scale", "look/density"):
        memory.setValue(key, rubbish)
    appearance().start(memory)
    assert (theme().mode, theme().density) == ("light", "normal")
    assert 90 <= theme().scale <= 200


def test_the_menu_marks_what_is_in_force(qtbot, memory: QSettings) -> None:
    appearance().start(memory)
    desk = open_desk(qtbot)

    def marked() -> set[str]:
        menus = (desk.commands.menu("look"), desk.commands.menu("rows"))
        return {one.objectName() for menu in menus for one in menu.actions() if one.isChecked()}

    assert marked() == {"look.system", "rows.normal"}
    desk.commands.made("look.dark").trigger()
    desk.commands.made("rows.compact").trigger()
    assert marked() == {"look.dark", "rows.compact"}
    assert (theme().mode, theme().density) == ("dark", "compact")
    desk.commands.made("look.dark").trigger()  # once more: it stays chosen
    assert marked() == {"look.dark", "rows.compact"}

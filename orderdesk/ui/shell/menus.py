"""The menu bar and the shortcuts of the window, built from the table of actions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from orderdesk.ui import icons
from orderdesk.ui.actions import ACTIONS, ActionSpec, Menu, action, shown_key
from orderdesk.ui.language import language, tr
from orderdesk.ui.theme import theme

MENUS: tuple[Menu, ...] = (
    "file",
    "edit",
    "view",
    "order",
    "record",
    "warehouse",
    "approve",
    "window",
    "help",
)
# Menus inside another one, after the line that they stand below.
_INSIDE: Mapping[Menu, tuple[Menu, str]] = {
    "look": ("view", "text.normal"), "rows": ("view", "text.normal"),
}  # fmt: skip

# Lines of menus stand together by what they are about; a separator goes before each of these.
_NEW_GROUP = frozenset(
    {"tab.close", "quit", "back", "edit", "ime.allow", "pane.next", "text.larger", "view.key_bar",
     "copy.above", "go.header", "page.next", "price.why", "problem.next", "inbox.next", "tab.move", "area.1"}
)  # fmt: skip


class Actions(QObject):
    """One ``QAction`` for each line of the table.

    Disabled ones give their keys back to the focused widget.
    """

    triggered = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._menus: dict[Menu, QMenu] = {}
        self._made: dict[str, QAction] = {}
        self._area_words: tuple[str, ...] = ()
        self._words: Mapping[str, str] = {}
        self._enabled: set[str] = set()
        self._drawn: set[str] = set()
        bar = window.menuBar()
        for name in (*MENUS, *_INSIDE):
            self._menus[name] = QMenu(window)
            self._menus[name].setObjectName(f"menu.{name}")
            self._menus[name].aboutToShow.connect(self._draw_icons)
        for name in MENUS:
            bar.addMenu(self._menus[name])
        for spec in ACTIONS:
            made = QAction(window)
            made.setObjectName(spec.id)
            if not spec.passed_on:
                made.setShortcuts([QKeySequence(key) for key in spec.keys])
            made.triggered.connect(self._triggered)
            self._made[spec.id] = made
            self._enabled.add(spec.id)
            if spec.menu:
                if spec.id in _NEW_GROUP:
                    self._menus[spec.menu].addSeparator()
                self._menus[spec.menu].addAction(made)
            for inside, (outside, after) in _INSIDE.items():
                if spec.id == after:
                    self._menus[outside].addMenu(self._menus[inside])
            window.addAction(made)
        language().follow(self)
        theme().changed.connect(self._forget_icons)

    def made(self, action_id: str) -> QAction:
        """Return the ``QAction`` of an action."""
        return self._made[action_id]

    def menu(self, name: Menu) -> QMenu:
        """Return one menu of the bar."""
        return self._menus[name]

    def enable_only(self, action_ids: Collection[str], words: Mapping[str, str]) -> None:
        """Enable these actions and no others, called as the screen on top calls them."""
        enabled = {*action_ids} & self._made.keys()
        for action_id in enabled ^ self._enabled:
            self._made[action_id].setEnabled(action_id in enabled)
        self._enabled = enabled
        before, self._words = self._words, dict(words)
        for action_id in {*before, *words} & self._made.keys():
            if before.get(action_id) != words.get(action_id):
                self._name(action(action_id))

    def mark(self, chosen: Mapping[str, bool]) -> None:
        """Show before these actions whether they are what was chosen."""
        for action_id, is_chosen in chosen.items():
            self._made[action_id].setCheckable(True)
            self._made[action_id].setChecked(is_chosen)

    def name_areas(self, words: tuple[str, ...]) -> None:
        """Give Ctrl+1, Ctrl+2 ...

        the names of the areas on show; the keys beyond them vanish from the menu.
        """
        self._area_words = words
        self.retranslate()

    def retranslate(self) -> None:
        """Say menus and their lines in the present language."""
        for name, menu in self._menus.items():
            menu.setTitle(tr(f"ui.menu.{name}"))
        for spec in ACTIONS:
            self._name(spec)

    def _name(self, spec: ActionSpec) -> None:
        made = self._made[spec.id]
        word = self._words.get(spec.id, spec.word)
        if spec.id.startswith("area."):
            at = int(spec.id.removeprefix("area.")) - 1
            made.setVisible(at < len(self._area_words))
            word = self._area_words[at] if at < len(self._area_words) else "ui.shell.name"
        text = tr(word).replace("&", "&&")
        # The key stands in the text: left to itself Qt writes Return where people say Enter.
        key = shown_key(spec, letters=False)
        made.setText(f"{text}\t{key}" if key else text)

    def _draw_icons(self) -> None:
        """Draw the icons of the menu that is about to open, once in each theme: nothing else shows them."""
        menu = self.sender()
        if not isinstance(menu, QMenu) or menu.objectName() in self._drawn:
            return
        self._drawn.add(menu.objectName())
        for spec in ACTIONS:
            if spec.icon and menu.objectName() == f"menu.{spec.menu}":
                self._made[spec.id].setIcon(icons.icon(spec.icon))

    def _forget_icons(self) -> None:
        self._drawn.clear()

    def _triggered(self) -> None:
        made = self.sender()
        if isinstance(made, QAction):
            self.triggered.emit(made.objectName())

"""The menu of the focused thing (ux 3.9): its main action, copying, and what else can be done there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from orderdesk.ui import icons
from orderdesk.ui.actions import action, shown_key
from orderdesk.ui.language import tr
from orderdesk.ui.tables.grid_view import GridView

MOST = 10  # entries; what does not fit is in the menus of the window


def make_menu(
    parent: QWidget,
    offered: Sequence[str],
    words: Mapping[str, str],
    run: Callable[[str], object],
    grid: GridView | None,
) -> QMenu | None:
    """Return the menu over the actions that work now, the first one in bold; ``None`` without any entry.

    A grid with the focus has its cells copied by the next two. Nothing stands here that no key does.
    """
    copies = grid is not None and grid.currentIndex().isValid()
    if not offered and not copies:
        return None
    menu = QMenu(parent)
    menu.setObjectName("context_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = MOST - (2 if copies else 0)
    main, others = list(offered[:1]), list(offered[1:room])
    for action_id in main:
        entry = _entry(menu, action_id, words, run)
        font = entry.font()
        font.setBold(True)
        entry.setFont(font)
        menu.setDefaultAction(entry)
    if grid is not None and copies:
        menu.addSeparator()
        _copying(menu, grid)
    if others:
        menu.addSeparator()
    for action_id in others:
        _entry(menu, action_id, words, run)
    return menu


def _entry(menu: QMenu, action_id: str, words: Mapping[str, str], run: Callable[[str], object]) -> QAction:
    spec = action(action_id)
    entry = menu.addAction(_text(tr(words.get(action_id, spec.word)), shown_key(spec)))
    if spec.icon:
        entry.setIcon(icons.icon(spec.icon))
    entry.setObjectName(action_id)
    entry.triggered.connect(lambda _on=False: run(action_id))
    return entry


def _copying(menu: QMenu, grid: GridView) -> None:
    for action_id, with_headers in (("copy", False), ("copy.headers", True)):
        spec = action(action_id)
        entry = menu.addAction(_text(tr(spec.word), shown_key(spec)))
        entry.setObjectName(action_id)
        entry.triggered.connect(lambda _on=False, headers=with_headers: grid.copy(with_headers=headers))


def _text(word: str, key: str) -> str:
    shown = word.replace("&", "&&")
    return f"{shown}\t{key}" if key else shown

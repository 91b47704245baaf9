"""Where the focus goes when a pane is entered, and what Enter does on a button that has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget


def focus_into(pane: QWidget, landing: QWidget | None = None) -> bool:
    """Focus ``landing``, else what had the focus in the pane, the pane, or the first thing in it.

    Returns whether there was anything that takes the focus.
    """
    candidates = [widget for widget in (landing, pane.focusWidget(), pane) if widget is not None]
    for widget in (*candidates, *pane.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


def holds_focus(part: QWidget) -> bool:
    """Return whether the focus is on a part of a screen or inside it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def bring_in_sight(part: QWidget) -> None:
    """Scroll what a part stands in so that it is seen; call it when the part has its place."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(part, 0, 0)


def press_focused(event: QKeyEvent) -> bool:
    """Press the button with the focus by Enter, as Space does; return whether there was one.

    Qt lets Enter press only the buttons of dialogs. A key that is held presses once.
    """
    button = QApplication.focusWidget()
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not isinstance(button, QAbstractButton) or held != Qt.KeyboardModifier.NoModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True

"""Names and texts come from customers, so nothing shown is ever taken for HTML; and no exception goes
unheard.

Qt guesses: a customer called ``<img src=...>`` would load a picture. Labels, tool tips and message boxes are
made here only; a test forbids the bare ones everywhere else in this package.
"""

from __future__ import annotations

import html
import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

_log = logging.getLogger(__name__)

Report = Callable[[BaseException], None]


class Label(QLabel):
    """A label that shows its text letter for letter. ``role`` is what the style sheet knows it by."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)


def plain_tooltip(text: str) -> str:
    """Return ``text`` so that a tool tip shows it letter for letter."""
    return f"<span>{html.escape(text)}</span>" if GuiQt.mightBeRichText(text) else text


def tip_text(tip: str) -> str:
    """Return what a tool tip shows: the text that ``plain_tooltip`` was given."""
    if tip.startswith("<span>") and tip.endswith("</span>"):
        return html.unescape(tip.removeprefix("<span>").removesuffix("</span>"))
    return tip


def set_tooltip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tool tip that shows ``text`` letter for letter."""
    widget.setToolTip(plain_tooltip(text))


def message_box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """Return a message box, without buttons yet, that shows ``text`` letter for letter."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box


def repolish(widget: QWidget) -> None:
    """Have the style sheet look at ``widget`` again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def install_exception_hook(report: Report) -> None:
    """Send every exception that leaves a Qt slot or the main thread to the log and to ``report``.

    ``report`` is called on the thread of the exception and may fail without ending the program.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected fault", exc_info=(kind, error, trace))
        try:
            report(error)
        except Exception:  # noqa: BLE001 - the last resort must not fail itself
            _log.exception("the fault above could not be shown")

    sys.excepthook = hook

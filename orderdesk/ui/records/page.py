"""What a page of a record is to the screen that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui.focus import focus_into
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.theme import theme


class RecordPage(QWidget):
    """One page. Subclasses show the record, hand over what is typed, and know their way to each place."""

    offers_changed = Signal()  # other actions work on this page now
    typing = Signal()  # something is being typed that does not count yet

    def __init__(self, page_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id = page_id
        self.setObjectName(page_id)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().space("apart"))

    def scrolled(self) -> QVBoxLayout:
        """Put what comes from now on into a part that scrolls where the window is too low for it."""
        inside = QWidget(self)
        inside.setObjectName("shell")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space("apart"))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.column.addWidget(area)
        return column

    def show_form(self, form: RecordForm[Any], marks: Mapping[str, str], *, may_change: bool) -> None:
        """Show the record; ``marks`` says which places have a problem, and how bad it is."""

    def come_up(self) -> None:
        """The page is on top now, or what it shows may have changed: read what it needs."""

    def count(self) -> int | None:
        """Return the number behind the page's word; ``None`` for none."""
        return None

    def commit(self) -> bool:
        """Hand over what is still only typed; ``False`` where it cannot be read."""
        return True

    @property
    def is_typed_in(self) -> bool:
        """Whether something is typed that does not count yet."""
        return False

    def restore(self) -> bool:
        """Put back what stood where the focus is; return whether anything was typed there."""
        return False

    def go_to(self, path: str) -> bool:
        """Put the focus on a place of the record; return whether it is on this page."""
        return False

    def actions(self) -> tuple[str, ...]:
        """Return the ids of the actions that work on this page alone."""
        return ()

    def run_action(self, action_id: str) -> bool:
        """Do one of them; return whether there was anything to do."""
        return False

    def context(self) -> QWidget | None:
        """Return what the context panel shows beside this page."""
        return None

    def landing(self) -> None:
        """Put the focus where work on this page starts."""
        focus_into(self)

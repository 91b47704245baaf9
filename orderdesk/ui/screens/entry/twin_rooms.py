"""The strip and the comparison of an order that looks like this one, joined to their screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.ui.later import Later
from orderdesk.ui.screens.entry.keys import has_focus
from orderdesk.ui.screens.entry.twin_strip import TwinStrip

if TYPE_CHECKING:
    from orderdesk.rules.duplicates import DuplicateSuspect
    from orderdesk.services.reading.customer_history import SourceOrder
    from orderdesk.ui.screens.entry.twin_panel import TwinPanel
    from orderdesk.ui.screens.entry.view import EntryScreen
    from orderdesk.wire.drafts import OrderDraft

LOOK_MS = 60  # once for a burst of keys


class TwinRooms:
    """Looks for twins when the keys pause, and does what is answered."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._left: QWidget | None = None  # what had the focus before the strip
        self._compared: tuple[DuplicateSuspect, SourceOrder | OrderDraft] | None = None
        self.strip = TwinStrip(screen.form)
        self.panel = Later(self._make_panel, screen.form)
        self._soon = QTimer(screen, singleShot=True, interval=LOOK_MS)
        self._soon.timeout.connect(screen.presenter.twins.look)

    def connect(self, failed: Callable[[OrderDeskError], None]) -> None:
        """Join strip and comparison to their screen."""
        self._failed = failed
        self._screen.presenter.twins.changed = self._show_strip
        self.strip.answered.connect(self._answered)

    @property
    def is_telling(self) -> bool:
        """Whether the strip is on show."""
        return not self.strip.isHidden()

    def show_order(self) -> None:
        """The order has changed: look again in a moment, and keep an open comparison true."""
        if not self._soon.isActive() and not self._screen.is_closed:
            self._soon.start()
        if self.panel.is_open and self._compared is not None:
            self._show_facets()

    def start_order(self) -> None:
        """Another order is on the screen: what was told of the last one goes at once."""
        self._screen.presenter.twins.look()

    def stop(self) -> None:
        """The tab goes: look no more."""
        self._soon.stop()

    def go(self) -> bool:
        """Go into the strip; a second time goes back to where the keys were."""
        if not self.is_telling:
            return False
        if has_focus(self.strip):
            self.leave()
        elif self._screen.finish_open():
            self._left = QApplication.focusWidget()
            self.strip.go_in()
        return True

    def leave(self) -> bool:
        """Go back to where the keys were; ``False`` where they are not in the strip."""
        if not has_focus(self.strip):
            return False
        if self._left is not None and self._left.isVisible():
            self._left.setFocus()
        else:
            self._screen.lines.grid.setFocus()
        return True

    def _show_strip(self) -> None:
        twins = self._screen.presenter.twins
        if twins.first is None:
            self.leave()
            self.strip.hide()
        else:
            self.strip.tell(self._words)
        self._screen.show_state()

    def _words(self) -> str:
        twins = self._screen.presenter.twins
        return twins.words(twins.first) if twins.first is not None else ""

    def _answered(self, answer: str) -> None:
        twins = self._screen.presenter.twins
        suspect = twins.first
        if suspect is None:
            return
        if answer == "compare":
            self._compare(suspect)
        elif answer == "open":
            area = "entry" if suspect.other.state == "draft" else "orders"
            self.leave()
            self._screen.open_requested.emit(area, suspect.other.order_id)
        else:
            self._close()
            twins.is_new(suspect)

    def _compare(self, suspect: DuplicateSuspect) -> None:
        self._screen.memory.make_room()
        self._compared = None
        self.panel.part.open_for(suspect.other.number)

        def loaded(other: SourceOrder | OrderDraft | None) -> None:
            if other is None:
                self._close()
                self._screen.lines.grid.setFocus()
                self._screen.say("memory.twin.gone", "warn", number=suspect.other.number)
            elif self.panel.is_open:
                self._compared = suspect, other
                self._show_facets()

        self._screen.presenter.twins.read_other(suspect, loaded, self._failed)

    def _make_panel(self, parent: QWidget) -> TwinPanel:
        from orderdesk.ui.screens.entry.twin_panel import TwinPanel

        panel = TwinPanel(parent)
        panel.shown.connect(self._screen.fit_header)
        return panel

    def _close(self) -> None:
        if self.panel.is_open:
            self.panel.part.close_panel()

    def _show_facets(self) -> None:
        if self._compared is not None:
            from orderdesk.ui.screens.entry.twin_compare import compare

            suspect, other = self._compared
            presenter = self._screen.presenter
            po_number = suspect.other.po_number
            self.panel.part.show_facets(
                compare(presenter.draft, presenter.evaluation, other, po_number, presenter.desk)
            )

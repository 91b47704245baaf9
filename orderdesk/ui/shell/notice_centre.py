"""Bells, panels and toasts of all windows over one board of notices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from orderdesk.services.reading.notices import Notice
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.noticing import NoticeBoard, Noticing
from orderdesk.ui.shell.notice_panel import NoticePanel
from orderdesk.ui.shell.toast import Toast
from orderdesk.ui.theme import theme

_PANEL_SHARE = 0.72  # of the window's width
_PANEL_LEAST = 560


class NoticeCentre(QObject):
    """Gives every window its bell, opens the list above it, and goes where a notice points."""

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._toasts: dict[MainWindow, Toast] = {}
        self.noticing = Noticing(backend, self)
        self.noticing.changed.connect(self._show)
        self.noticing.needed.connect(self._toast)

    def open_panel(self, window: MainWindow) -> NoticePanel:
        """Open the list above a window's bell; what it shows counts as seen from then on."""
        desk = self._backend.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        panel = NoticePanel(window, self.noticing.board, self._backend.clock.now(), zone)
        panel.chosen.connect(lambda notice: self._go(window, notice))
        width = max(int(window.width() * _PANEL_SHARE), min(theme().px(_PANEL_LEAST), window.width()))
        panel.open_above(window.status.bell, width)
        self.noticing.mark_seen()
        return panel

    def attach(self, window: MainWindow) -> None:
        """Give a new window its bell and its place for toasts."""
        window.status.bell.show_board(self.noticing.board)
        window.notices_wanted.connect(lambda: self.open_panel(window))
        toast = Toast(window)
        toast.chosen.connect(lambda notice: self._go(window, notice))
        self._toasts[window] = toast
        window.destroyed.connect(lambda: self._toasts.pop(window, None))

    @Slot(object)
    def _show(self, board: NoticeBoard) -> None:
        for window in self._toasts:
            window.status.bell.show_board(board)

    @Slot(object)
    def _toast(self, notice: Notice) -> None:
        active = [toast for window, toast in self._toasts.items() if window.isActiveWindow()]
        for toast in (*active, *self._toasts.values())[:1]:
            toast.ask_to_show(notice)

    @staticmethod
    def _go(window: MainWindow, notice: Notice) -> None:
        """Open what a notice is about: the draft, the task to decide, else the card of the order."""
        if notice.is_draft and window.open_document("entry", notice.order_id) is not None:
            return
        if notice.code == "notice.to_decide" and window.open_document("inbox", notice.order_id) is not None:
            return
        window.open_document("orders", notice.order_id)

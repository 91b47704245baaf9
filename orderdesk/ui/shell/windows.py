"""The windows of one desk: they share one backend, and each has its own rail, tabs, strip and context.

What is open where is remembered, so that the next start brings every window and tab back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.messages import Message
from orderdesk.ui.screen import Area, Person, Screen
from orderdesk.ui.shell.closed_tabs import ClosedTabs, TabMark
from orderdesk.ui.shell.sessions import OpenWindow, read_session, write_session
from orderdesk.ui.shell.status_bar import StoreState

_FIRST_SIZE = (1440, 900)
_APART = QPoint(40, 40)  # a new window does not cover the one it came from
_SOON_MS = 1000
_MOST = 8  # windows that are brought back


class Windows(QObject):
    """Makes, shows and closes the windows, and tells all of them what holds for the desk."""

    person_chosen = Signal(object)
    last_closed = Signal()

    def __init__(
        self,
        areas: Sequence[Area],
        memory: QSettings,
        dress: Callable[[MainWindow], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the first window; ``dress`` gives each one what it has from the application."""
        super().__init__(parent)
        self._dress = dress
        self._areas = tuple(areas)
        self._memory = memory
        self._open: list[MainWindow] = []  # the one used last stands first
        self._closed_tabs = ClosedTabs()
        self._people: tuple[Person, ...] = ()
        self._person: Person | None = None
        self._store_state: StoreState | None = None
        self._badges: dict[str, int] = {}
        self._is_closing_all = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.remember)
        self._front = self._make()

    @property
    def front(self) -> MainWindow:
        """The window that was used last; after the end of the last one that one."""
        return self._open[0] if self._open else self._front

    @property
    def all(self) -> tuple[MainWindow, ...]:
        """The open windows, the one used last first."""
        return tuple(self._open)

    # what holds for all of them

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people in every window."""
        self._people = tuple(people)
        for window in self._open:
            window.set_people(people)

    def show_person(self, person: Person) -> None:
        """Name who works here by the name of the language on show."""
        self._person = person
        for window in self._open:
            window.status.people.show_person(person)

    def set_person(self, person: Person, *, starts: bool = True) -> None:
        """Let somebody work in every window."""
        self._person = person
        for window in self._open:
            window.set_person(person, starts=starts)

    def set_store_state(self, state: StoreState) -> None:
        """Show where the store is in every window."""
        self._store_state = state
        for window in self._open:
            window.set_store_state(state)

    def set_badge(self, area_id: str, count: int) -> None:
        """Show how many things wait in an area, in every window."""
        self._badges[area_id] = count
        for window in self._open:
            window.set_badge(area_id, count)

    def say(self, message: Message) -> None:
        """Show a message where somebody works."""
        self.front.say(message)

    # windows that come and go

    def show_first(self) -> None:
        """Show the first window where it was left."""
        remembered = self._session()
        _place(self.front, remembered[0].geometry if remembered else None)
        self.front.show()

    def open_window(self) -> None:
        """Open one more window, with the area that the day starts in."""
        self._show_new().documents.open_start()

    def move_out(self, window: MainWindow, screen: Screen) -> None:
        """Give a tab a window of its own, as it stands; no key is lost and nothing is read again."""
        focus = screen.focusWidget()
        area_id = window.documents.release(screen)
        fresh = self._show_new(window)
        fresh.documents.adopt(screen, area_id)
        if focus is not None:
            focus.setFocus()

    def bring_up(self, window: MainWindow, area_id: str, key: object) -> bool:
        """Go to the tab of a document that another window has; return whether there is one."""
        for other in self._open:
            screen = None if other is window else other.documents.screen_of(area_id, key)
            if screen is not None:
                other.tabs.go_to(screen)
                _raise(other)
                return True
        return False

    def close_all(self) -> None:
        """Close every window that lets go; the next start brings all of them back."""
        self.remember()
        self._is_closing_all = True
        for window in tuple(self._open):
            if not window.close():
                break
        self._is_closing_all = False

    # from one start to the next

    def remember(self) -> None:
        """Keep which windows and tabs are open, for whom, and where."""
        self._soon.stop()
        if self._open and not self._is_closing_all:
            code = str(self._person.id) if self._person is not None else ""
            write_session(self._memory, code, [_opened(window) for window in self._open])

    def restore(self, instead: Mapping[object, object]) -> frozenset[object]:
        """Bring the windows and tabs of the last session back, where they were this person's.

        ``instead`` gives another key for what is in the typing journal; those that a tab had are returned.
        A window of which nothing came back is not opened; the first one then begins the day.
        """
        session = self._session()[:_MOST]
        for at, remembered in enumerate(session):
            if at == 0:
                _fill(self.front, remembered, instead)
            elif any(self.front.documents.area(mark.area_id) for mark in remembered.tabs):
                window = self._make()
                _place(window, remembered.geometry)
                window.show()
                _fill(window, remembered, instead)
                self._open.append(self._open.pop(0))  # the first one stays in front
        if not self.front.tabs.screens:
            self.front.documents.open_start()
        if len(self._open) > 1:
            _raise(self.front)
        return frozenset(mark.key for remembered in session for mark in remembered.tabs) & {*instead}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which window is used."""
        if event.type() == QEvent.Type.WindowActivate and watched in self._open:
            self._open.sort(key=lambda window: window is not watched)
        return False

    # inside

    def _session(self) -> tuple[OpenWindow, ...]:
        return read_session(self._memory, str(self._person.id) if self._person is not None else None)

    def _make(self) -> MainWindow:
        window = MainWindow(self._areas, self, self._closed_tabs)
        window.installEventFilter(self)
        window.person_chosen.connect(self.person_chosen)
        window.tabs_changed.connect(self._soon.start)
        window.closed.connect(self._closed)
        if self._dress is not None:
            self._dress(window)
        self._open.insert(0, window)
        window.set_people(self._people)
        if self._store_state is not None:
            window.set_store_state(self._store_state)
        for area_id, count in self._badges.items():
            window.set_badge(area_id, count)
        if self._person is not None:
            window.set_person(self._person, starts=False)
        return window

    def _show_new(self, beside: MainWindow | None = None) -> MainWindow:
        origin = beside or self.front
        window = self._make()
        window.resize(origin.normalGeometry().size())
        window.move(origin.pos() + _APART)
        bring_into_view(window)
        window.show()
        _raise(window)
        return window

    def _closed(self) -> None:
        window = self.sender()
        if not isinstance(window, MainWindow) or window not in self._open:
            return
        if len(self._open) == 1:
            self.remember()
            self._front = window
            self._open.clear()
            self.last_closed.emit()
            return
        self._open.remove(window)
        window.documents.close_all()
        window.deleteLater()
        self.remember()


def bring_into_view(window: QWidget) -> None:
    """Put a window that lies outside every screen, or is larger than its own, where it can be seen."""
    frame = window.frameGeometry()
    screen = QGuiApplication.screenAt(frame.center()) or QGuiApplication.screenAt(frame.topLeft())
    room = (screen or QGuiApplication.primaryScreen()).availableGeometry()
    if room.width() < window.minimumWidth() or room.height() < window.minimumHeight():
        return  # no place on this screen is better than another
    window.resize(window.size().boundedTo(room.size()))
    frame = window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - frame.width() + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height() + 1))
    window.move(left, top)


def _place(window: MainWindow, geometry: QByteArray | None) -> None:
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(*_FIRST_SIZE)
    elif not window.isMaximized() and not window.isFullScreen():
        bring_into_view(window)


def _fill(window: MainWindow, remembered: OpenWindow, instead: Mapping[object, object]) -> None:
    opened: dict[int, Screen] = {}
    for at, mark in enumerate(remembered.tabs):
        key = instead.get(mark.key, mark.key)
        place = mark.place if key is mark.key else None  # the journal knows the place better
        screen = window.documents.reopen(TabMark(mark.area_id, key, place))
        if screen is not None:
            opened[at] = screen
    if remembered.top in opened:
        window.tabs.go_to(opened[remembered.top])


def _opened(window: MainWindow) -> OpenWindow:
    screens = window.tabs.screens
    top = screens.index(window.current_screen) if window.current_screen in screens else 0
    return OpenWindow(
        window.saveGeometry(), tuple(window.documents.mark_of(screen) for screen in screens), top
    )


def _raise(window: MainWindow) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()

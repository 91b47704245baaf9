"""The window: menus, rail, tabs, context panel, message strip, key bar and status bar around the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMetaObject, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from orderdesk.ui.actions import ACTIONS, is_enter
from orderdesk.ui.appearance import CHOICES, appearance
from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.focus import focus_into, press_focused
from orderdesk.ui.language import language, tr
from orderdesk.ui.messages import Message
from orderdesk.ui.safety import Label
from orderdesk.ui.screen import Area, Person, Screen
from orderdesk.ui.shell.closed_tabs import ClosedTabs, TabMark
from orderdesk.ui.shell.context_panel import ContextPanel
from orderdesk.ui.shell.key_bar import KeyBar
from orderdesk.ui.shell.key_sheet import KeySheet, key_rows
from orderdesk.ui.shell.menus import Actions
from orderdesk.ui.shell.panes import walk_panes
from orderdesk.ui.shell.rail import Rail
from orderdesk.ui.shell.status_bar import StatusBar, StoreState
from orderdesk.ui.shell.strip import MessageStrip
from orderdesk.ui.shell.tabs import Tabs
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.theme import theme
from orderdesk.ui.tokens import DENSITIES

SMALLEST = QSize(1280, 720)


class Siblings(Protocol):
    """What a window asks of the others of its desk."""

    def open_window(self) -> None: ...

    def move_out(self, window: MainWindow, screen: Screen) -> None: ...

    def bring_up(self, window: MainWindow, area_id: str, key: object) -> bool: ...

    def close_all(self) -> None: ...


class MainWindow(QMainWindow):
    """The desk.

    It knows areas and the base class of screens, and asks the application for everything else.
    """

    person_chosen = Signal(object)  # the id of the person; the application answers with set_person
    tabs_changed = Signal()  # another tab is on top, or there are others
    closed = Signal()

    def __init__(
        self, areas: Sequence[Area], siblings: Siblings | None = None, closed_tabs: ClosedTabs | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setMinimumSize(SMALLEST)
        self._areas = tuple(areas)
        self._shown: tuple[Area, ...] = ()  # those of who works here
        self._person: Person | None = None
        self._area_of: dict[Screen, str] = {}
        self._wires: dict[Screen, list[QMetaObject.Connection]] = {}
        self._siblings = siblings
        self._closed_tabs = closed_tabs if closed_tabs is not None else ClosedTabs()
        self._maximised = False
        self.rail = Rail(self)
        self.tabs = Tabs(self)
        self.context = ContextPanel(self)
        self.strip = MessageStrip(self)
        self.key_bar = KeyBar(self)
        self.status = StatusBar(self)
        self.commands = Actions(self)
        self._empty = Label(parent=self, role="quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self._shell_runs = self._runs()
        language().follow(self)
        self._refresh()

    # what the application calls

    @property
    def person(self) -> Person | None:
        """Who works here."""
        return self._person

    @property
    def current_screen(self) -> Screen | None:
        """The screen on top."""
        return self.tabs.current()

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people in the status bar."""
        self.status.people.show_people(people)

    def set_person(self, person: Person, *, starts: bool = True) -> None:
        """Let ``person`` work here: areas of other roles vanish with their tabs, and his own comes up.

        A window that ``starts`` with nothing is about to be given its tabs.
        """
        is_other = self._person is None or self._person.id != person.id
        if is_other:
            self.strip.dismiss()  # with its ways back: they were somebody else's
        self._person = person
        self.status.people.show_person(person)
        shown = [area for area in self._areas if person.may_see(area)]
        self._shown = tuple(shown)
        in_rail = [area for area in shown if area.in_rail]
        self.rail.show_areas(in_rail)
        self.commands.name_areas(tuple(area.word for area in in_rail))
        for screen in self.tabs.screens:
            if self._area_of[screen] not in {area.id for area in shown}:
                self.tabs.close_screen(screen)
        if starts and (is_other or not self.tabs.screens):
            self.open_start()
        self._refresh()

    def open_start(self) -> None:
        """Open the area that this person's day starts in."""
        roles = self._person.roles if self._person is not None else frozenset[str]()
        start = next((area for area in self._shown if roles & area.starts), None)
        if self._shown:
            self.open_area((start or self._shown[0]).id)

    def set_badge(self, area_id: str, count: int) -> None:
        """Show how many things wait in an area."""
        self.rail.set_badge(area_id, count)

    def set_store_state(self, state: StoreState) -> None:
        """Show where the store is and how it is."""
        self.status.show_store(state)

    def say(self, message: Message) -> None:
        """Show a message in the strip."""
        self.strip.say(message)

    def open_area(self, area_id: str) -> Screen | None:
        """Go to the area's most recent tab, or open its first one; ``None`` where this person has no
        such area.
        """
        area = self._visible_area(area_id)
        if area is None:
            return None
        open_ones = [screen for screen in self.tabs.screens if self._area_of[screen] == area_id]
        if not open_ones:
            return self._open(area, None)
        screen = self.current_screen if self.current_screen in open_ones else open_ones[-1]
        self.tabs.go_to(screen)
        self._focus_work(screen)
        return screen

    def open_document(self, area_id: str, key: object | None) -> Screen | None:
        """Open a document in its area, or go to the tab that has it, also in another window.

        ``None`` key is a new one. A list is asked to show what is not a document of its own.
        """
        area = self._visible_area(area_id)
        if area is None:
            return None
        for screen in self.tabs.screens:
            same = key is not None and screen.document_key() == key
            if self._area_of[screen] == area_id and (same or not area.many):
                self.tabs.go_to(screen)
                if key is not None and not same:
                    screen.show_document(key)
                return screen
        is_document = key is not None and area.many
        if is_document and self._siblings is not None and self._siblings.bring_up(self, area_id, key):
            return None
        return self._open(area, key)

    def may_open(self, area_id: str) -> bool:
        """Return whether who works here sees an area."""
        return self._visible_area(area_id) is not None

    def screen_of(self, area_id: str, key: object) -> Screen | None:
        """Return the tab of a document, if it is open in this window."""
        opened = (screen for screen in self.tabs.screens if self._area_of[screen] == area_id)
        return next((screen for screen in opened if screen.document_key() == key), None)

    def mark_of(self, screen: Screen) -> TabMark:
        """Return what a tab is opened again by; a blank document by no key."""
        key = None if screen.is_blank() else screen.document_key()
        return TabMark(self._area_of[screen], key, screen.place() if key is not None else None)

    def reopen(self, mark: TabMark) -> Screen | None:
        """Open the tab of a mark again, where the person may, at its place."""
        screen = self.open_document(mark.area_id, mark.key)
        if screen is not None and mark.place is not None:
            screen.go_to_place(mark.place)
        return screen

    def release(self, screen: Screen) -> str:
        """Give a tab away as it stands; return its area."""
        for wire in self._wires.pop(screen):
            QObject.disconnect(wire)
        if self.context.page is not None and self.context.page is screen.context_widget():
            self.context.show_page(None)
        self.tabs.take(screen)
        return self._area_of.pop(screen)

    def adopt(self, screen: Screen, area_id: str) -> None:
        """Take a tab that another window gave away."""
        self._wire(screen, area_id)
        self.tabs.add(screen)

    def close_tabs(self) -> None:
        """Close every tab, to be reopened in another window."""
        for screen in self.tabs.screens:
            self.tabs.close_screen(screen)

    def run_action(self, action_id: str) -> bool:
        """Do an action as its key would: the screen on top first, then the shell. Returns whether it
        was done.
        """
        screen = self.current_screen
        offered = screen is not None and (action_id in screen.actions() or action_id == "back")
        if offered and screen is not None and screen.run_action(action_id):
            return True
        if action_id.startswith("area."):
            at = int(action_id.removeprefix("area.")) - 1
            return at < len(self.rail.areas) and self.open_area(self.rail.areas[at].id) is not None
        opened = next((area for area in self._shown if area.opened_by == action_id), None)
        if opened is not None:
            return self.open_area(opened.id) is not None
        run = self._shell_runs.get(action_id)
        if run is None:
            return False
        run()
        return True

    def show_keys(self) -> None:
        """Open the sheet with all keys of the screen on top."""
        screen = self.current_screen
        ids = [*(screen.actions() if screen else ()), *self._shell_actions()]
        title = screen.title() if screen else tr("ui.shell.name")
        KeySheet(key_rows(ids, screen.action_words() if screen else {}), title, self).open()

    def retranslate(self) -> None:
        """Say the window's own words again; its parts and screens do so themselves."""
        screen = self.current_screen
        name = tr("ui.shell.name")
        self.setWindowTitle(f"{screen.title()} - {name}" if screen is not None else name)
        self._empty.setText(tr("ui.shell.empty"))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no focused widget wanted: Esc steps back, Enter presses a focused button."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.run_action("back")
            event.accept()
        elif is_enter(event) and press_focused(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Notice that Ctrl was let go: a walk through the tabs ends."""
        if event.key() == Qt.Key.Key_Control:
            self.tabs.end_walk()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Offer anew what another window may have changed, such as the tabs that can come back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refresh_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the context panel in proportion."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if every screen lets go; drafts are saved and do not ask."""
        for screen in self.tabs.screens:
            if not screen.can_close():
                self.tabs.go_to(screen)
                event.ignore()
                return
        event.accept()
        self.closed.emit()

    # inside

    def _runs(self) -> dict[str, Callable[[], object]]:
        """Return what the shell itself can do, by action."""
        runs: dict[str, Callable[[], object]] = {
            "order.new": self._new_document,
            "tab.close": self._close_current,
            "tab.reopen": self._reopen_last,
            "tab.next": self.tabs.walk_recent,
            "back": self.strip.dismiss,
            "copy": lambda: self._copy(with_headers=False),
            "copy.headers": lambda: self._copy(with_headers=True),
            "ime.allow": self._allow_ime,
            "pane.next": lambda: walk_panes(self._panes(), 1),
            "pane.previous": lambda: walk_panes(self._panes(), -1),
            "panel.context": self.context.toggle,
            "maximise": self._maximise,
            "messages": self.strip.show_history,
            "text.larger": lambda: appearance().resize_text(1),
            "text.smaller": lambda: appearance().resize_text(-1),
            "text.normal": lambda: appearance().resize_text(0),
            "view.key_bar": lambda: self.key_bar.setHidden(not self.key_bar.isHidden()),
            "view.language": self._switch_language,
            "help": self.show_keys,
            "help.keys": self.show_keys,
        }
        runs |= {f"look.{one}": lambda one=one: appearance().choose(one) for one in CHOICES}
        runs |= {f"rows.{one}": lambda one=one: appearance().choose_density(one) for one in DENSITIES}
        if self._siblings is not None:
            runs |= {
                "window.new": self._siblings.open_window,
                "tab.move": self._move_out,
                "quit": self._siblings.close_all,
            }
        return runs

    def _lay_out(self) -> None:
        shell = QWidget(self)
        shell.setObjectName("shell")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.tabs, 1)
        middle.addWidget(self._empty, 1)
        middle.addWidget(self.context)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(middle, 1)
        right.addWidget(self.strip)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.rail)
        top.addLayout(right, 1)
        column = QVBoxLayout(shell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self.key_bar)
        column.addWidget(self.status)
        self.setCentralWidget(shell)

    def _connect(self) -> None:
        self.commands.triggered.connect(self.run_action)
        self.key_bar.action_clicked.connect(self.run_action)
        self.rail.area_chosen.connect(self.open_area)
        self.tabs.current_changed.connect(self._refresh)
        self.tabs.current_changed.connect(self.tabs_changed)
        self.tabs.closing.connect(self._note_closing)
        self.status.person_chosen.connect(self.person_chosen)
        self.status.language_toggled.connect(self._switch_language)
        theme().changed.connect(self._take_theme)
        appearance().changed.connect(self._check_appearance)
        self._check_appearance()

    def _visible_area(self, area_id: str) -> Area | None:
        return next((area for area in self._shown if area.id == area_id), None)

    def _open(self, area: Area, key: object | None) -> Screen:
        screen = area.make(key)
        self._wire(screen, area.id)
        self.tabs.add(screen)
        return screen

    def _wire(self, screen: Screen, area_id: str) -> None:
        """Listen to a screen while it stands in this window."""
        self._area_of[screen] = area_id
        self._wires[screen] = [
            screen.actions_changed.connect(self._refresh_actions),
            screen.summary_changed.connect(self._refresh_summary),
            screen.context_changed.connect(self._refresh),
            screen.context_requested.connect(self.context.reveal),
            screen.title_changed.connect(self.retranslate),
            screen.message.connect(self.say),
            screen.busy.connect(self.status.show_busy),
            screen.open_requested.connect(self.open_document),
            screen.close_requested.connect(self._close_sender),
            screen.action_requested.connect(self.run_action),
            screen.destroyed.connect(lambda: self._forget(screen)),
        ]

    def _forget(self, screen: Screen) -> None:
        self._area_of.pop(screen, None)
        self._wires.pop(screen, None)

    def _note_closing(self, screen: Screen) -> None:
        """Remember a tab that goes, if there was anything in it and its area is still this person's."""
        mark = self.mark_of(screen)
        area = self._visible_area(mark.area_id)
        if area is not None and (mark.key is not None or not area.many):
            self._closed_tabs.add(mark)

    def _refresh(self) -> None:
        screen = self.current_screen
        self._empty.setVisible(screen is None)
        self.tabs.setVisible(screen is not None)
        self.context.show_page(screen.context_widget() if screen is not None else None)
        self._fit()
        self.rail.set_current(self._area_of.get(screen, "") if screen is not None else "")
        self._refresh_actions()
        self._refresh_summary()
        self.retranslate()

    def _refresh_actions(self) -> None:
        screen = self.current_screen
        offered = screen.actions() if screen is not None else ()
        words = screen.action_words() if screen is not None else {}
        self.commands.enable_only({*offered, *self._shell_actions()}, words)
        new = () if "order.new" in offered or not self._takes_new() else ("order.new",)
        self.key_bar.show_actions(("help", *offered, *new), words)

    def _refresh_summary(self) -> None:
        if self.current_screen is not None:
            self.status.show_summary(self.current_screen.summary())

    def _shell_actions(self) -> tuple[str, ...]:
        hidden: set[str] = set() if self._takes_new() else {"order.new"}
        areas = {f"area.{at}" for at in range(1, len(self.rail.areas) + 1)}
        opened = {area.opened_by for area in self._shown if area.opened_by}
        if not self._closed_tabs.has_any([area.id for area in self._shown]):
            hidden.add("tab.reopen")
        if len(self.tabs.screens) < 2:
            hidden.add("tab.move")
        known = ({*self._shell_runs} - hidden) | areas | opened
        return tuple(spec.id for spec in ACTIONS if spec.id in known)

    def _focus_work(self, screen: Screen) -> None:
        """Put the focus where it was in a screen, if it is not in there anyway."""
        focus = QApplication.focusWidget()
        if focus is None or not screen.isAncestorOf(focus):
            focus_into(screen)

    def _takes_new(self) -> Area | None:
        return next((area for area in self.rail.areas if area.takes_new), None)

    def _new_document(self) -> None:
        area = self._takes_new()
        if area is not None:
            self.open_document(area.id, None)

    def _close_current(self) -> None:
        if self.current_screen is not None:
            self.tabs.close_screen(self.current_screen)

    def _close_sender(self) -> None:
        screen = self.sender()
        if isinstance(screen, Screen):
            self.tabs.close_screen(screen)

    def _allow_ime(self) -> None:
        box = QApplication.focusWidget()
        if isinstance(box, CodeEdit):
            box.keep_ime_out() if box.lets_ime_in else box.let_ime_in()

    def _copy(self, *, with_headers: bool) -> None:
        """Copy from the focused table, or what is marked in the focused box."""
        focus = QApplication.focusWidget()
        if isinstance(focus, GridView):
            focus.copy(with_headers=with_headers)
        elif isinstance(focus, QLineEdit):
            focus.copy()

    def _panes(self) -> list[QWidget]:
        screen = self.current_screen
        inside = list(screen.panes()) or [screen] if screen is not None else []
        page = self.context.page if self.context.isVisible() else None
        outside = [page] if page is not None else []
        return [pane for pane in [*inside, *outside, self.rail] if pane.isVisible()]

    def _maximise(self) -> None:
        self._maximised = not self._maximised
        self.rail.setHidden(self._maximised)
        self.context.toggle_for_work(self._maximised)

    def _reopen_last(self) -> None:
        mark = self._closed_tabs.take([area.id for area in self._shown])
        if mark is not None:
            self.reopen(mark)

    def _move_out(self) -> None:
        if self.current_screen is not None and self._siblings is not None:
            self._siblings.move_out(self, self.current_screen)

    def _check_appearance(self) -> None:
        """Mark in the menu what is in force of the look."""
        looks = {f"look.{one}": one == appearance().choice for one in CHOICES}
        rows = {f"rows.{one}": one == theme().density for one in DENSITIES}
        self.commands.mark(looks | rows)

    def _switch_language(self) -> None:
        language().switch_to(language().other)

    def _take_theme(self) -> None:
        self._fit()
        self.key_bar.updateGeometry()

    def _fit(self) -> None:
        self.rail.fit(self.width())
        self.key_bar.fit(self.height())
        self.context.fit(self.width() - self.rail.sizeHint().width())

"""The window: menus, rail, tabs, context panel, message strip, key bar and status bar around the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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
from orderdesk.ui.shell.closed_tabs import ClosedTabs
from orderdesk.ui.shell.context_panel import ContextPanel
from orderdesk.ui.shell.documents import Documents, Wires
from orderdesk.ui.shell.helping import Helping
from orderdesk.ui.shell.key_bar import KeyBar
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
    notices_wanted = Signal()
    closed = Signal()

    def __init__(
        self, areas: Sequence[Area], siblings: Siblings | None = None, closed_tabs: ClosedTabs | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setMinimumSize(SMALLEST)
        self._person: Person | None = None
        self._siblings = siblings
        self._maximised = False
        self.rail = Rail(self)
        self.tabs = Tabs(self)
        known = closed_tabs if closed_tabs is not None else ClosedTabs()
        self.documents = Documents(self.tabs, areas, known, self._wire, self._bring_up)
        self.context = ContextPanel(self)
        self.strip = MessageStrip(self)
        self.key_bar = KeyBar(self)
        self.status = StatusBar(self)
        self.commands = Actions(self)
        self.helping = Helping(self)
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
        self.documents.take_person(person)
        in_rail = [area for area in self.documents.areas if area.in_rail]
        self.rail.show_areas(in_rail)
        self.commands.name_areas(tuple(area.word for area in in_rail))
        if starts and (is_other or not self.tabs.screens):
            self.documents.open_start()
        self._refresh()

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
        """Go to the area's most recent tab, or open its first one, with the focus in it.

        ``None`` where this person has no such area.
        """
        screen = self.documents.open_area(area_id)
        if screen is not None:
            self._focus_work(screen)
        return screen

    def open_document(self, area_id: str, key: object | None, new_tab: bool = False) -> Screen | None:
        """Open a document in its area, or go to the tab that has it; ``None`` key is a new one."""
        return self.documents.open_document(area_id, key, new_tab=new_tab)

    def offer(self, action_id: str, run: Callable[[], object]) -> None:
        """Let the window do one more thing."""
        self._shell_runs[action_id] = run
        self._refresh_actions()

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
        opened = next((area for area in self.documents.areas if area.opened_by == action_id), None)
        if opened is not None:
            return self.open_area(opened.id) is not None
        run = self._shell_runs.get(action_id)
        if run is None:
            return False
        run()
        return True

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
        for screen in self.tabs.screens:
            screen.let_go()
        event.accept()
        self.closed.emit()

    # inside

    def _runs(self) -> dict[str, Callable[[], object]]:
        """Return what the shell itself can do, by action."""
        runs: dict[str, Callable[[], object]] = {
            "order.new": self.documents.new_document,
            "tab.close": self._close_current,
            "tab.reopen": self.documents.reopen_last,
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
            "notices": self.notices_wanted.emit,
            "text.larger": lambda: appearance().resize_text(1),
            "text.smaller": lambda: appearance().resize_text(-1),
            "text.normal": lambda: appearance().resize_text(0),
            "view.key_bar": lambda: self.key_bar.setHidden(not self.key_bar.isHidden()),
            "view.language": self._switch_language,
            "help": self.helping.show_help,
            "help.keys": self.helping.show_keys,
            "help.field": self.helping.show_field,
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
        self.status.person_chosen.connect(self.person_chosen)
        self.status.notices_wanted.connect(self.notices_wanted)
        self.status.language_toggled.connect(self._switch_language)
        theme().changed.connect(self._take_theme)
        appearance().changed.connect(self._check_appearance)
        self._check_appearance()

    def _wire(self, screen: Screen) -> Wires:
        """Listen to a screen while it stands in this window."""
        return [
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
        ]

    def _bring_up(self, area_id: str, key: object) -> bool:
        return self._siblings is not None and self._siblings.bring_up(self, area_id, key)

    def _refresh(self) -> None:
        screen = self.current_screen
        self._empty.setVisible(screen is None)
        self.tabs.setVisible(screen is not None)
        self.context.show_page(screen.context_widget() if screen is not None else None)
        self._fit()
        self.rail.set_current(self.documents.area_of(screen))
        self._refresh_actions()
        self._refresh_summary()
        self.retranslate()

    def _refresh_actions(self) -> None:
        screen = self.current_screen
        offered = screen.actions() if screen is not None else ()
        words = screen.action_words() if screen is not None else {}
        self.commands.enable_only({*offered, *self.shell_actions()}, words)
        new = () if "order.new" in offered or not self.documents.takes_new else ("order.new",)
        self.key_bar.show_actions(("help", *offered, *new), words)

    def _refresh_summary(self) -> None:
        if self.current_screen is not None:
            self.status.show_summary(self.current_screen.summary())

    def shell_actions(self) -> tuple[str, ...]:
        """Return what the window itself can do now."""
        hidden: set[str] = set() if self.documents.takes_new else {"order.new"}
        areas = {f"area.{at}" for at in range(1, len(self.rail.areas) + 1)}
        opened = {area.opened_by for area in self.documents.areas if area.opened_by}
        if not self.documents.can_reopen:
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

    def _close_current(self) -> None:
        if self.current_screen is not None:
            self._close(self.current_screen)

    def _close_sender(self) -> None:
        screen = self.sender()
        if isinstance(screen, Screen):
            self._close(screen)
            if not self.tabs.screens:  # it went by itself: nobody asked for an empty window
                self.documents.open_start()

    def _close(self, screen: Screen) -> None:
        """Close a tab; the keys go to the work of the one that comes up, not to whatever stands beside it."""
        was_on_top = screen is self.current_screen
        if self.tabs.close_screen(screen) and was_on_top and self.current_screen is not None:
            self._focus_work(self.current_screen)

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

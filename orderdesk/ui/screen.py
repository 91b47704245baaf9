"""What the shell knows of a screen, and of the areas that screens come from. Nothing more joins the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.context_menu import make_menu
from orderdesk.ui.language import language
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.tables.grid_view import GridView


@dataclass(frozen=True, slots=True)
class Summary:
    """The middle of the status bar for the screen on top: what it holds, and whether that is safe.

    ``text`` is shown as it stands (``14 lines  CNY 18,240.00``); ``saved`` too (``Saved 10:42:07``), with
    ``is_saved`` choosing its icon. Both come worded from the screen.
    """

    text: str = ""
    saved: str = ""
    is_saved: bool = True


@dataclass(frozen=True, slots=True)
class NewFor:
    """The key of a new document that begins with this customer."""

    customer_id: UUID


@dataclass(frozen=True, slots=True)
class FindText:
    """The key that asks a list for what a text finds."""

    text: str


class Screen(QWidget):
    """One document or list in a tab. Subclasses fill in what they have; the base is an empty, closable
    screen.

    All reads and writes are the screen's own business; the shell only shows it and brings it keys.
    """

    title_changed = Signal()
    actions_changed = Signal()
    summary_changed = Signal()
    context_changed = Signal()
    context_requested = Signal()  # the person asked for what the context panel shows (F9, F12)
    message = Signal(object)  # Message
    busy = Signal(bool)
    open_requested = Signal(str, object)  # area id, document key
    close_requested = Signal()
    action_requested = Signal(str)  # an action of the shell, typed as a single letter (``?``: the key sheet)

    screen_id = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.screen_id)
        # After the subclass has built itself: it is then that it has words to set.
        language().changed.connect(self._switched)

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab, in the language on show."""
        return self.screen_id

    def is_modified(self) -> bool:
        """Return whether the tab carries a star: something typed is not yet in the store."""
        return False

    def document_key(self) -> object | None:
        """Return what identifies the document, so that opening it again finds this tab; ``None`` for a
        list.
        """
        return None

    def is_blank(self) -> bool:
        """Return whether there is nothing in the document that somebody might want to come back to."""
        return False

    def place(self) -> object | None:
        """Return where the cursor is, as JSON has it, so that the tab can come back to it."""
        return None

    def go_to_place(self, place: object) -> None:
        """Go to a place that ``place`` once returned, now or when the document has been read."""

    def show_document(self, key: object) -> None:
        """Show what a list is asked for (an order in the list of orders), when it is open already."""

    def actions(self) -> tuple[str, ...]:
        """Return the ids of the actions that work right now, in the order of the key bar."""
        return ()

    def action_words(self) -> Mapping[str, str]:
        """Return codes of words for actions that this screen calls by a name of its own (``finish``:
        submit).
        """
        return {}

    def marked(self) -> int:
        """Return how many rows are marked, so that an action is about all of them; 0 without marks."""
        return 0

    def run_action(self, action_id: str) -> bool:
        """Do it; return whether there was anything to do. A ``False`` for ``back`` lets the shell step
        back.
        """
        return False

    def context_widget(self) -> QWidget | None:
        """Return the page of the context panel, made once and owned by the screen; ``None`` hides the
        panel.
        """
        return None

    def menu_actions(self) -> tuple[str, ...]:
        """Return what stands in the menu of the focused thing, its main action first."""
        return self.actions()

    def summary(self) -> Summary:
        """Return what the status bar shows for this screen."""
        return Summary()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the widgets that F6 walks through, before the context panel and the rail."""
        return ()

    def can_close(self) -> bool:
        """Return whether the tab may go now; a screen that says no has already said why, in a message."""
        return True

    def let_go(self) -> None:
        """The tab goes, and each other that goes with it may, too: keep what is to be kept, ask no more."""

    def first_focus(self) -> None:
        """Put the focus where work starts; called when the tab comes up for the first time."""
        self.setFocus()

    def retranslate(self) -> None:
        """Set every word of the screen in the language on show. The base class calls it after each switch."""

    # Qt's own

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the focused thing: right click, the Menu key or Shift+F10."""
        focus = QApplication.focusWidget()
        grid = focus if isinstance(focus, GridView) else None
        menu = make_menu(self, self.menu_actions(), self.action_words(), self.run_action, grid)
        if menu is not None:
            menu.popup(event.globalPos())
            menu.setActiveAction(menu.actions()[0])
        event.accept()

    # what screens use

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the message strip."""
        self.message.emit(Message(code, params, severity))

    def _switched(self) -> None:
        self.retranslate()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()


@dataclass(frozen=True, slots=True)
class Area:
    """A place in the rail. ``word`` is the code of its name, ``make`` builds a screen for a document key in
    the widget that will show it: the style sheet is worked out anew for all that is in a screen that moves.

    ``roles`` see it (others do not see it at all), ``starts`` are the roles whose first tab it is. An area
    with ``many`` opens a new tab for each document; ``takes_new`` is the one that Ctrl+N opens. An area that
    is not ``in_rail`` has no entry there: the action ``opened_by`` opens it.
    """

    id: str
    word: str
    icon: str
    make: Callable[[object | None, QWidget], Screen]
    roles: frozenset[str]
    starts: frozenset[str] = frozenset()
    many: bool = False
    takes_new: bool = False
    in_rail: bool = True
    opened_by: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be chosen in the status bar; ``proven`` once a sign-in has shown who it is."""

    id: UUID
    name: str
    roles: frozenset[str]
    proven: bool = False

    def may_see(self, area: Area) -> bool:
        """Return whether the area stands in this person's rail."""
        return bool(self.roles & area.roles)

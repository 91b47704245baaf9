"""What the screen knows of the customer's past, in rooms of their own below the lines, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.ui.language import language
from orderdesk.ui.later import Later
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.keys import has_focus
from orderdesk.ui.screens.entry.twin_rooms import TwinRooms
from orderdesk.words import Language

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.basket_panel import BasketPanel
    from orderdesk.ui.screens.entry.earlier_panel import EarlierPanel
    from orderdesk.ui.screens.entry.read_back_page import ReadBackPage
    from orderdesk.ui.screens.entry.view import EntryScreen

# What acts on the order's lines has nothing to act on while the keys go to a panel.
_OF_THE_LINES = frozenset({"line.insert", "line.delete", "line.deliveries", "copy.above", "list", "edit"})


class MemoryRooms:
    """The panels of one entry screen. One of them is open at a time."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self.basket = Later(self._make_basket, screen.form)
        self.earlier = Later(self._make_earlier, screen.form)
        self.twins = TwinRooms(screen)
        self.read_back = Later(self._make_read_back, screen)
        self._left: QWidget | None = None  # what had the focus before the order was read aloud
        self._runs: dict[str, Callable[[], bool]] = {
            "basket.open": self._basket,
            "earlier.open": self._earlier,
            "read.back": self._read_back,
            "twin.go": self.twins.go,
        }

    @property
    def places(self) -> tuple[QWidget, ...]:
        """Where the panels stand below the lines."""
        return (self.basket, self.earlier, self.twins.panel)

    @property
    def panels(self) -> tuple[BelowPanel, ...]:
        """The panels that were opened before."""
        made = (self.basket.made, self.earlier.made, self.twins.panel.made)
        return tuple(panel for panel in made if panel is not None)

    @property
    def is_open(self) -> bool:
        """Whether one of them is open."""
        return any(panel.is_open for panel in self.panels)

    def connect(self) -> None:
        """Join what is there from the start to the screen."""
        self.twins.connect(self._failed)

    def actions(self) -> tuple[str, ...]:
        """Return which of their actions work now."""
        if self.read_back.is_open:
            return ("read.back",)
        has_customer = self._screen.presenter.draft.customer_id is not None
        own = ("basket.open", "earlier.open", "read.back") if has_customer else ()
        return ("twin.go", *own) if self.twins.is_telling else own

    def run(self, action_id: str) -> bool | None:
        """Do an action that is theirs; ``None`` leaves it to the screen."""
        if action_id in self._runs:
            return self._runs[action_id]()
        if self.read_back.is_open and action_id in ("back", "finish"):
            self._leave_read_back()
            if action_id == "back":
                return True
        if action_id == "back" and self.twins.leave():
            return True
        panel = next((panel for panel in self.panels if panel.is_open), None)
        if panel is None:
            return None
        if action_id == "finish":
            return self._finish()
        if action_id == "back":
            panel.close_panel()
            self._to_lines()
            return True
        if action_id in _OF_THE_LINES and has_focus(panel):
            if action_id == "edit":
                panel.table.open_editor()
            return True
        return None

    def close_all(self) -> None:
        """Put the panels away: another panel opens, or another order is on the screen."""
        self._leave_read_back()
        for panel in self.panels:
            panel.close_panel()

    def show_order(self) -> None:
        """The order has changed: show what follows from it; a basket of another customer goes."""
        presenter = self._screen.presenter
        basket = self._open_basket()
        if basket is not None and not basket.is_reading:
            if presenter.basket.is_known:
                basket.refresh()
            else:
                basket.close_panel()
        if self.read_back.is_open:
            self.read_back.part.refresh()
        self.twins.show_order()
        if presenter.earlier.is_listing:
            self._list_differences()

    def _finish(self) -> bool | None:
        """Take what stands in an open basket before the order is sent."""
        basket = self._open_basket()
        if basket is None:
            self.close_all()
            return None
        if basket.is_reading:
            basket.when_there(self._screen.keys.submit_all)
            return True
        return None if basket.accept() else True

    # the usual basket

    def _basket(self) -> bool:
        """Open the basket; a second time takes what is typed in it."""
        basket = self._open_basket()
        if basket is not None:
            basket.when_there(self._take_basket)
            return True
        if self._may_open():
            self.basket.part.open_reading()
            self._screen.presenter.basket.read(self.basket.part.show_basket, self._failed)
        return True

    def _open_basket(self) -> BasketPanel | None:
        return self.basket.part if self.basket.is_open else None

    def _take_basket(self) -> None:
        self.basket.part.accept()

    def _make_basket(self, parent: QWidget) -> BasketPanel:
        from orderdesk.ui.screens.entry.basket_panel import BasketPanel

        panel = BasketPanel(self._screen.presenter.basket, parent)
        panel.taken.connect(self._to_lines)
        panel.left.connect(self._no_basket)
        panel.shown.connect(self._screen.fit_header)
        return panel

    def _no_basket(self) -> None:
        self._to_lines()
        self._screen.presenter.say("memory.basket.none", "info")

    # earlier orders

    def _earlier(self) -> bool:
        """Open the list of earlier orders; a second time puts it away."""
        if self.earlier.is_open:
            self.earlier.part.close_panel()
            self._to_lines()
        elif self._may_open():
            self.earlier.part.open_for(self._screen.presenter.desk)
        return True

    def _make_earlier(self, parent: QWidget) -> EarlierPanel:
        from orderdesk.ui.screens.entry.earlier_panel import EarlierPanel

        panel = EarlierPanel(self._screen.presenter.earlier, parent)
        panel.copied.connect(self._to_lines)
        panel.left.connect(self._no_orders)
        panel.failed.connect(self._failed)
        panel.shown.connect(self._screen.fit_header)
        return panel

    def _no_orders(self) -> None:
        self._to_lines()
        self._screen.presenter.say("memory.earlier.none", "info")

    def _list_differences(self) -> None:
        """Keep the list of what a copy changed with its lines, until they or the order are gone."""
        presenter = self._screen.presenter
        found = () if presenter.problems else presenter.earlier.problems()
        if not found:
            presenter.earlier.put_away()
        if not presenter.problems and found != self._screen.problem_panel.problems:
            self._screen.show_problems(found)

    # reading the order aloud

    def _sentences(self, spoken: Language) -> tuple[str, ...]:
        from orderdesk.ui.screens.entry.read_back import sentences

        presenter = self._screen.presenter
        return sentences(presenter.draft, presenter.desk, presenter.evaluation, spoken)

    def _read_back(self) -> bool:
        """Read the order aloud in place of the form; a second time goes back to it."""
        from orderdesk.ui.screens.entry.read_back import incomplete

        screen, presenter = self._screen, self._screen.presenter
        if self.read_back.is_open:
            self._leave_read_back()
            return True
        if not screen.finish_open():
            return True
        presenter.settle()
        if not self._sentences(language().current):
            presenter.say("memory.readback.nothing", "warn")
            return True
        self._left = QApplication.focusWidget()
        self.read_back.part.open_page(lambda: incomplete(presenter.draft, presenter.desk))
        screen.show_form(False)
        return True

    def _make_read_back(self, parent: QWidget) -> ReadBackPage:
        from orderdesk.ui.screens.entry.read_back_page import ReadBackPage

        page = ReadBackPage(self._sentences, parent)
        page.closed.connect(self._leave_read_back)
        return page

    def _leave_read_back(self) -> None:
        """Go back to the form, to the very cell."""
        if not self.read_back.is_open:
            return
        self.read_back.set_open(False)
        self._screen.show_form(True)
        if self._left is not None and self._left.isVisible():
            self._left.setFocus()
        else:
            self._to_lines()
        self._left = None

    # together

    def _may_open(self) -> bool:
        """Make room for a panel; ``False`` while something typed cannot be taken, or nobody is chosen."""
        screen = self._screen
        if not screen.finish_open():
            return False
        if screen.presenter.draft.customer_id is None:
            screen.presenter.say("memory.no_customer", "warn")
            screen.go_to_field("customer")
            return False
        self.make_room()
        return True

    def _failed(self, fault: OrderDeskError) -> None:
        self.close_all()
        self._to_lines()
        self._screen.presenter.fault(fault)

    def make_room(self) -> None:
        """Put away what else is open below the lines."""
        self.close_all()
        self._screen.close_plan()
        self._screen.close_parked()
        self._screen.facts.close_all()

    def _to_lines(self) -> None:
        self._screen.go_to_cell(*self._screen.presenter.first_open_cell())

"""Insert: a customer or an item that is new, in a panel below the lines; the order goes on with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.ui.later import Later
from orderdesk.ui.screens.entry.keys import has_focus
from orderdesk.ui.screens.entry.newcomer_panel import NewcomerPanel
from orderdesk.ui.screens.entry.newcomers import Newcomer, NewCustomer, NewItem

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

ACTION = "record.new"


class NewcomerRooms(QObject):
    """The two panels of one entry screen. ``prepare`` puts others away, ``go_back`` gives the focus back."""

    def __init__(self, screen: EntryScreen, prepare: Callable[[], None], go_back: Callable[[], None]) -> None:
        super().__init__(screen)
        self._screen = screen
        self._prepare, self._go_back = prepare, go_back
        self._typed = ""  # where the panel was opened: there again when it is left
        self._row = 0
        self._item = NewItem(screen.presenter)
        self._customer = NewCustomer(screen.presenter)
        self.customer = Later(partial(self._make, self._customer), screen.form)
        self.item = Later(partial(self._make, self._item), screen.form)

    @property
    def places(self) -> tuple[Later[NewcomerPanel], ...]:
        """Where the panels stand below the lines."""
        return (self.customer, self.item)

    @property
    def panels(self) -> tuple[NewcomerPanel, ...]:
        """The panels that were opened before."""
        return tuple(place.made for place in self.places if place.made is not None)

    def connect(self) -> None:
        """Follow the keys on the screen."""
        for part in (self._screen.header.customer, self._screen.lines.grid):
            part.installEventFilter(self)

    def words(self) -> Mapping[str, str]:
        """Return what Insert does where the keys go now, and Ctrl+Enter in a panel."""
        panel = self._open
        if panel is not None:
            offered = "take" if panel.offered is not None else panel.newcomer.kind
            return {ACTION: f"newcomer.action.{offered}", "finish": "newcomer.action.create"}
        return {ACTION: f"newcomer.action.{'item' if has_focus(self._screen.lines) else 'customer'}"}

    def run(self) -> bool:
        """Open the panel for the place where the keys go; in a panel take who is there already."""
        screen, panel = self._screen, self._open
        if panel is not None:
            return self._take_offered(panel)
        if has_focus(screen.header.deliver_to):
            screen.header.deliver_to.typed.emit("")
        elif has_focus(screen.lines.grid):
            self._open_item()
        elif has_focus(screen.head):
            self._open_customer()
        else:
            return False
        return True

    def leave(self, panel: NewcomerPanel) -> None:
        """Put a panel away; what was typed where it was opened stands there again."""
        if panel.is_reading:
            return  # it is on its way to the store
        panel.close_panel()
        panel.forget()
        if panel is self.customer.made:
            self._screen.go_to_field("customer")
            self._screen.header.customer.put_back(self._typed)
            return
        self._go_back()
        self._screen.go_to_cell(self._row, "code")
        half = self._screen.presenter.keeper.half_typed
        if self._typed and half is not None:
            half.put(self._typed)

    def half_typed(self) -> dict[str, str]:
        """Return what stands in the forms that were begun for this order, also where one was pushed aside."""
        found: dict[str, str] = {}
        for panel in self.panels:
            kind = panel.newcomer.kind
            if panel.is_open:
                found |= {"panel": kind, f"{kind}.from": self._typed, f"{kind}.row": str(self._row)}
            if panel.newcomer.is_of_this_order:
                found |= {f"{kind}.box.{name}": text for name, text in panel.texts.items() if text}
        return found

    def put_half_typed(self, kept: Mapping[str, str]) -> None:
        """Put texts back into the forms, and open the one that was open."""
        for place, newcomer in ((self.customer, self._customer), (self.item, self._item)):
            kind = newcomer.kind
            head = f"{kind}.box."
            texts = {name.removeprefix(head): text for name, text in kept.items() if name.startswith(head)}
            is_open = kept.get("panel") == kind
            if not texts and not is_open:
                continue
            row, typed = kept.get(f"{kind}.row", ""), kept.get(f"{kind}.from", "")
            self._row, self._typed = (int(row) if row.isdecimal() else 0), typed
            if is_open:
                self._prepare()
            self._begin_of(newcomer)(typed)
            place.part.fill(texts)
            if is_open:
                place.part.open_with(texts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What Insert is called follows the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._screen.show_state()
        return super().eventFilter(watched, event)

    @property
    def _open(self) -> NewcomerPanel | None:
        return next((panel for panel in self.panels if panel.is_open), None)

    def _open_customer(self) -> None:
        self._typed = self._screen.header.customer.hand_over()
        self._prepare()
        self._begin(self.customer.part)

    def _open_item(self) -> None:
        """Begin the item of the code cell under the cursor; from any other column that of the next line."""
        screen = self._screen
        grid, half = screen.lines.grid, screen.presenter.keeper.half_typed
        self._typed = ""
        if grid.current_key() == "code":
            self._row = max(grid.current_row(), 0)
            self._typed = half.text().strip() if half is not None else ""
            if grid.editor() is not None:
                grid.revert_editor()
        elif not grid.finish_editing():
            return
        else:
            self._row = screen.presenter.first_open_cell()[0]
        self._prepare()
        self._begin(self.item.part)

    def _begin_of(self, newcomer: Newcomer) -> Callable[[str], dict[str, str]]:
        return partial(self._item.begin_at, self._row) if newcomer is self._item else newcomer.begin

    def _begin(self, panel: NewcomerPanel) -> None:
        """Open a panel; where another one pushed it aside it goes on with what was typed."""
        kept = panel.texts if panel.newcomer.is_of_this_order else {}
        begun = self._begin_of(panel.newcomer)(self._typed)
        told = {name: text for name, text in begun.items() if text and text == self._typed}
        panel.open_with({**begun, **{name: text for name, text in kept.items() if text}, **told})

    def _make(self, newcomer: Newcomer, parent: QWidget) -> NewcomerPanel:
        panel = NewcomerPanel(parent, newcomer)
        panel.asked.connect(partial(self._create, panel))
        panel.found.connect(self._screen.show_state)
        panel.shown.connect(self._screen.fit_header)
        panel.shown.connect(self._screen.keep_soon)
        panel.typing.connect(self._screen.keep_soon)
        return panel

    def _create(self, panel: NewcomerPanel) -> None:
        problems = panel.newcomer.problems(panel.texts)
        if problems:
            self._refused(panel, problems)
            return
        if panel.newcomer.is_doubtful(panel.texts):
            panel.show_problems(())
            self._screen.say("newcomer.doubtful", "warn")
            return
        panel.hold()
        panel.newcomer.create(
            panel.texts, partial(self._created, panel), partial(self._refused, panel),
            partial(self._failed, panel),
        )  # fmt: skip

    def _created(self, panel: NewcomerPanel, record_id: UUID) -> None:
        if self._screen.is_closed:
            return
        panel.close_panel()
        panel.forget()
        panel.newcomer.take(record_id)
        panel.play_held()

    def _refused(self, panel: NewcomerPanel, problems: tuple[Problem, ...]) -> None:
        if self._screen.is_closed:
            return
        panel.show_problems(problems)
        told = [problem for problem in problems if problem.path not in panel.boxes] or problems
        if len(told) == 1:
            self._screen.say(told[0].code, "warn", **told[0].params)
        else:
            self._screen.say("newcomer.refused", "warn", n=len(problems))

    def _failed(self, panel: NewcomerPanel, fault: OrderDeskError) -> None:
        if not self._screen.is_closed:
            panel.show_problems(())
            self._screen.presenter.fault(fault)

    def _take_offered(self, panel: NewcomerPanel) -> bool:
        one = panel.offered
        if one is None or panel.is_reading:
            return True
        panel.close_panel()
        panel.forget()
        panel.newcomer.take(one.id)
        return True

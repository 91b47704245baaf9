"""Rooms below the lines in which facts are said in full: notes with their marks, addresses, who is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.later import Later
from orderdesk.ui.screens.entry.address_panel import AddressPanel
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.keys import has_focus
from orderdesk.ui.screens.entry.newcomer_panel import NewcomerPanel
from orderdesk.ui.screens.entry.newcomer_rooms import ACTION as NEW
from orderdesk.ui.screens.entry.newcomer_rooms import NewcomerRooms
from orderdesk.ui.screens.entry.notes_panel import LONGEST_NOTE, Noted, NotesPanel
from orderdesk.wire.drafts import AddressDraft

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

# What acts on the order's lines has nothing to act on while the keys go to a panel.
_OF_THE_LINES = frozenset({"line.deliveries", "copy.above", "list", NEW})


class FactRooms:
    """The panels of one entry screen. One of them is open at a time; closed, it gives the focus back."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._came_from: QWidget | None = None
        self._for_part = False  # of a planned delivery, not of the order
        self.notes = Later(self._make_notes, screen.form)
        self.address = Later(self._make_address, screen.form)
        self.newcomers = NewcomerRooms(screen, self._prepare, self._go_back)
        self._runs: dict[str, Callable[[], bool]] = {
            "notes.open": self._notes,
            "address.open": self._address,
        }

    @property
    def places(self) -> tuple[QWidget, ...]:
        """Where the panels stand below the lines."""
        return (self.notes, self.address, *self.newcomers.places)

    @property
    def panels(self) -> tuple[BelowPanel, ...]:
        """The panels that were opened before."""
        made = (self.notes.made, self.address.made)
        return (*(panel for panel in made if panel is not None), *self.newcomers.panels)

    def connect(self) -> None:
        """Join what is there from the start to the screen."""
        self._screen.header.deliver_to.typed.connect(self._address_typed)
        self.newcomers.connect()
        self._screen.presenter.old_orders.when_answered(self._late_customers)

    def actions(self) -> tuple[str, ...]:
        """Return which of their actions work now."""
        return (*self._runs, NEW)

    def run(self, action_id: str) -> bool | None:
        """Do an action that is theirs; ``None`` leaves it to the screen."""
        panel = next((panel for panel in self.panels if panel.is_open), None)
        if panel is not None:
            taken = self._run_in(panel, action_id)
            if taken is not None:
                return taken
        if action_id == "edit" and has_focus(self._screen.header.deliver_to):
            return self._address()
        if action_id == NEW:
            return self.newcomers.run()
        return self._runs[action_id]() if action_id in self._runs else None

    def close_all(self) -> None:
        """Put the panels away: another panel opens, or another order is on the screen."""
        self._screen.presenter.old_orders.forget()
        for panel in self.panels:
            panel.close_panel()

    def _run_in(self, panel: BelowPanel, action_id: str) -> bool | None:
        """Do what an action means in an open panel; ``None`` where it means nothing there."""
        if isinstance(panel, NewcomerPanel) and action_id in ("finish", "back", NEW):
            return self._run_in_newcomer(panel, action_id)
        if action_id == "finish":  # the order is sent with what stands in the panel
            return None if self._accept(panel) else True
        if action_id == "back":
            panel.close_panel()
            self._go_back()
            return True
        if not has_focus(panel):
            return None
        runs = self._runs_in(panel)
        if action_id in runs:
            runs[action_id]()
            return True
        return True if action_id in _OF_THE_LINES else None

    def _run_in_newcomer(self, panel: NewcomerPanel, action_id: str) -> bool:
        """Create, leave, or take who is there already; the order is sent when it goes on."""
        if action_id == "finish":
            panel.accept()
        elif action_id == "back":
            self.newcomers.leave(panel)
        else:
            self.newcomers.run()
        return True

    def _runs_in(self, panel: BelowPanel) -> dict[str, Callable[[], object]]:
        if isinstance(panel, NotesPanel):
            return {
                "line.insert": panel.insert_row,
                "line.delete": panel.delete_row,
                "edit": panel.grid.open_editor,
                "notes.open": panel.accept,
            }
        return {"address.open": panel.accept} if isinstance(panel, AddressPanel) else {}

    def _accept(self, panel: BelowPanel) -> bool:
        return isinstance(panel, NotesPanel | AddressPanel) and panel.accept()

    def _late_customers(self) -> None:
        """Show whose past order has the number in the customer box; a closed tab shows nothing any more."""
        if not self._screen.is_closed:
            self._screen.header.customer.refresh_list()

    # notes

    def _notes(self) -> bool:
        """Open the notes of the line under the cursor, in the header those of the order."""
        screen = self._screen
        if not screen.finish_open():
            return True
        draft = screen.presenter.draft
        row = screen.lines.grid.current_row()
        is_line = has_focus(screen.lines) and 0 <= row < len(draft.lines)
        self._prepare()
        if is_line:
            line = draft.lines[row]
            of = partial(tr, "note.of_line", line=row + 1)
            self.notes.part.open_notes(of, line.notes, line.id, line.when_short)
        else:
            self.notes.part.open_notes(partial(tr, "note.of_order"), draft.notes)
        return True

    def _make_notes(self, parent: QWidget) -> NotesPanel:
        panel = NotesPanel(parent)
        panel.accepted.connect(self._noted)
        panel.too_long.connect(self._too_long)
        self._follow(panel)
        return panel

    def _noted(self, noted: Noted) -> None:
        presenter = self._screen.presenter
        if noted.line_id is None:
            presenter.field_typed("notes", noted.notes)
        else:
            presenter.lines.note(noted.line_id, noted.notes, noted.when_short)
        self._go_back()

    def _too_long(self, length: int) -> None:
        self._screen.say("note.too_long", "warn", n=length, most=LONGEST_NOTE)

    # addresses

    def _address(self) -> bool:
        """Ask where the part under the cursor of the plan goes, else where the order goes."""
        draft, plan = self._screen.presenter.draft, self._screen.schedule
        at_part = plan.part.address_at_cursor() if plan.is_open else None
        if at_part is None and not self._screen.finish_open():
            return True
        self._ask_address(draft.deliver_to if at_part is None else at_part, "", for_part=at_part is not None)
        return True

    def _address_typed(self, text: str) -> None:
        """Split what was pasted onto the box, or ask for another address."""
        self._ask_address(AddressDraft(), text, for_part=False)

    def _ask_address(self, address: AddressDraft, text: str, *, for_part: bool) -> None:
        self._prepare(keeps_plan=for_part)
        self._for_part = for_part
        of = partial(tr, "address.of_part" if for_part else "address.of_order")
        self.address.part.open_address(of, address, text)

    def _make_address(self, parent: QWidget) -> AddressPanel:
        panel = AddressPanel(parent)
        panel.accepted.connect(self._addressed)
        panel.nowhere.connect(self._nowhere)
        self._follow(panel)
        return panel

    def _addressed(self, address: AddressDraft) -> None:
        if self._for_part:
            self._screen.schedule.part.send_to(address)
        else:
            self._screen.presenter.field_typed("deliver_to", address)
        self._go_back()

    def _nowhere(self) -> None:
        self._screen.say("address.nowhere", "warn")

    # together

    def half_typed(self) -> dict[str, str]:
        """Return what stands in the panels and is not the order's yet, by its place."""
        found = self.newcomers.half_typed()
        notes, address = self.notes.made, self.address.made
        if notes is not None and notes.is_open:
            found |= {
                "panel": "notes",
                **{f"notes.{name}": text for name, text in notes.half_typed().items()},
            }
        if address is not None and address.is_open and not self._for_part:  # a part goes with its plan
            kept = address.half_typed(self._screen.presenter.draft.deliver_to)
            found |= {"panel": "address", **{f"address.{name}": text for name, text in kept.items()}}
        return found

    def put_half_typed(self, kept: Mapping[str, str]) -> None:
        """Put back what stood in the panels, and open the one that was open."""
        self.newcomers.put_half_typed(kept)
        draft, panel = self._screen.presenter.draft, kept.get("panel", "")
        texts = {name.removeprefix(f"{panel}."): text for name, text in kept.items()}
        if panel == "notes":
            rows = {str(line.id): row for row, line in enumerate(draft.lines)}
            row = rows.get(texts.get("line", ""))
            if row is None and texts.get("line"):
                return  # the line is not there any more
            self._prepare()
            of = partial(tr, "note.of_order") if row is None else partial(tr, "note.of_line", line=row + 1)
            self.notes.part.open_again(of, texts, None if row is None else draft.lines[row].id)
        elif panel == "address":
            self._ask_address(
                draft.deliver_to if texts.get("is_of_order") else AddressDraft(), "", for_part=False
            )
            self.address.part.put_half_typed(texts)

    def _follow(self, panel: BelowPanel) -> None:
        panel.shown.connect(self._screen.fit_header)
        panel.shown.connect(self._screen.keep_soon)
        panel.typing.connect(self._screen.keep_soon)

    def _prepare(self, *, keeps_plan: bool = False) -> None:
        """Remember where the clerk was, and put other panels away."""
        screen = self._screen
        focus = QApplication.focusWidget()
        if has_focus(screen.lines):
            self._came_from = screen.lines.grid
        elif focus is not None and screen.isAncestorOf(focus):
            self._came_from = focus
        self.close_all()
        screen.memory.close_all()
        if not keeps_plan:
            screen.close_plan()
        screen.close_parked()

    def _go_back(self) -> None:
        """Go on where the clerk was."""
        place, self._came_from = self._came_from, None
        if place is not None and place.isVisibleTo(self._screen) and not place.isHidden():
            place.setFocus()
        else:
            self._screen.go_to_cell(*self._screen.presenter.first_open_cell())

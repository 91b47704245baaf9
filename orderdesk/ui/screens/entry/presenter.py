"""Keys to commands: what the clerk does to the order on the screen. It knows the view by a protocol, no Qt.

Every edit changes the draft in memory and shows it at once; prices, problems and the route follow in the same
event turn's end, so a burst of keys is priced once. Nothing here waits for the store.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Literal
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem, UserError
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.entry import Evaluation, PricingMemo, evaluate
from orderdesk.services.journal import Journalled, counts_before
from orderdesk.services.reading.drafts import Standing
from orderdesk.ui.language import tr
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.screens.entry.basket_commands import BasketCommands
from orderdesk.ui.screens.entry.changing import Changing
from orderdesk.ui.screens.entry.coming_back import ComingBack
from orderdesk.ui.screens.entry.contract import EntryView, Services
from orderdesk.ui.screens.entry.earlier_commands import EarlierCommands
from orderdesk.ui.screens.entry.editing import line_index, with_seen_prices
from orderdesk.ui.screens.entry.finding import CustomerFinder, ItemFinder
from orderdesk.ui.screens.entry.grid_commands import GridCommands
from orderdesk.ui.screens.entry.item_memory import ItemMemory
from orderdesk.ui.screens.entry.keeping import Keeper
from orderdesk.ui.screens.entry.line_commands import LineCommands
from orderdesk.ui.screens.entry.old_orders import OldOrders
from orderdesk.ui.screens.entry.parking import Parking, taken
from orderdesk.ui.screens.entry.paste_commands import PasteCommands
from orderdesk.ui.screens.entry.quick_commands import QuickCommands
from orderdesk.ui.screens.entry.rows import (
    EntryRow,
    RowMemo,
    blank_row,
    column_of_path,
    entry_rows,
    field_of_path,
    row_of_path,
)
from orderdesk.ui.screens.entry.sending import UNDO_SECONDS, Outbox, shown_prices
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.twin_commands import TwinCommands
from orderdesk.ui.screens.entry.typed import take_field
from orderdesk.ui.screens.entry.wording import local_name
from orderdesk.wire.drafts import OrderDraft

Cause = Literal["", "customer", "date", "tax", "desk", "reload"]


class EntryPresenter:
    """The order on the screen."""

    def __init__(self, services: Services, view: EntryView) -> None:
        self.services = services
        self.view = view
        self.old_orders = OldOrders(services)
        self.customers = CustomerFinder(services, self.old_orders.find)
        self.items = ItemFinder(services)
        self.outbox = Outbox(services, ComingBack(self))
        self.keeper = Keeper(self)
        self.lines = LineCommands(self)
        self.quick = QuickCommands(self)
        self.pasting = PasteCommands(self)
        self.parking = Parking(self)
        self.basket = BasketCommands(self)
        self.earlier = EarlierCommands(self)
        self.twins = TwinCommands(self)
        self.item_memory = ItemMemory(self)
        self.grid = GridCommands(self)
        self.changing = Changing(self)
        self.evaluation: Evaluation | None = None
        self.problems: tuple[Problem, ...] = ()  # as listed: asked for by a submit, or brought back
        self.row = 0
        self.column = "code"
        self._cause: Cause = ""
        self._prices: dict[UUID, Decimal] = {}
        self._stale = True
        self._memo, self._row_memo = PricingMemo(), RowMemo()
        self.new_line_id = services.ids.new()
        self.session = self._blank_session()

    # what is on the screen

    @property
    def draft(self) -> OrderDraft:
        """The draft as it stands."""
        return self.session.draft

    @property
    def desk(self) -> Desk:
        """What holds for every order now."""
        return self.services.desk()

    @property
    def customer(self) -> CustomerDesk | None:
        """The customer, once it has been read."""
        return self.session.customer

    @property
    def is_waiting(self) -> bool:
        """Whether the customer's prices are still being read."""
        return self.session.customer_pending is not None

    def rows(self) -> tuple[EntryRow, ...]:
        """Return the rows of the grid, the blank one last."""
        priced = self.evaluation.priced if self.evaluation is not None else None
        found = self.evaluation.problems if self.evaluation is not None else ()
        warnings = tuple(problem for problem in found if problem.severity == "warn")
        rows = entry_rows(
            self.draft,
            self.desk,
            priced,
            waiting=self.is_waiting,
            problems=(*self.problems, *warnings),
            memo=self._row_memo,
        )
        return (*rows, blank_row(self.new_line_id, len(rows)))

    # which order

    def start(self) -> None:
        """Show the order of the session for the first time."""
        self.open(self.session)

    def open_blank(self) -> None:
        """Put a fresh order on the screen."""
        self.open(self._blank_session())
        self.view.go_to_field("customer")

    def begin(self, draft: OrderDraft) -> None:
        """Put a new order on the screen that was begun elsewhere; what follows from its customer is read."""
        without = draft.model_copy(update={"customer_id": None})
        self.open(DraftSession(without, self.services, None), place=(0, "quantity"))
        if draft.customer_id is not None:
            self.customer_taken(draft.customer_id)

    def open(
        self,
        session: DraftSession,
        problems: tuple[Problem, ...] = (),
        place: tuple[int, str] | None = None,
    ) -> None:
        """Put an order on the screen, with the problems it came back with, at the cell it was left in."""
        self.keeper.leave()
        self.session = session
        self.evaluation, self.problems, self._prices, self._cause = None, problems, {}, "reload"
        self._make_new_line_id()
        self.grid.begin(session)
        self.view.start_order()
        if session.draft.customer_id is not None and session.customer is None:
            session.choose_customer(self._customer_known(session, fill=False), self.fault, fill=False)
        self.evaluate_now()
        self.view.show_header()
        self.view.show_problems(problems)
        if place is not None:
            self.view.go_to_cell(min(place[0], len(self.draft.lines)), place[1] or "code")

    def restore(self, entry: Journalled, standing: Standing) -> None:
        """Bring back what was being typed when the program ended, to the very cell.

        Where the store was written after the journal, the store's draft counts.
        """
        stored = standing.draft
        if stored is not None and not counts_before(entry, standing.revision, standing.saved_at):
            session = DraftSession(stored, self.services, standing.revision)
        else:
            session = DraftSession(taken(entry.draft), self.services, entry.base_revision)
            session.saved = stored if standing.revision == entry.base_revision else None
        self.open(session, place=(entry.row, entry.column))
        if self.draft.customer_id is None:
            self.view.go_to_field("customer")
        self.keeper.put_back(entry)
        self.say("entry.restored", n=len(self.draft.lines))

    # the customer

    def customer_chosen(self, customer_id: UUID) -> None:
        """Take a customer and go on to the first line; its prices are read meanwhile."""
        self.customer_taken(customer_id)
        self.view.go_to_cell(*self.first_open_cell())

    def customer_taken(self, customer_id: UUID) -> None:
        """Take a customer; the focus is on its way elsewhere already."""
        if customer_id != self.draft.customer_id:
            self._apply("customer", self.draft.model_copy(update={"customer_id": customer_id}))
            self.read_customer(fill=True)
        self.view.show_header()

    def customer_unresolved(self, text: str, matches: int) -> None:
        """Say why Enter did not take a customer."""
        self.say(
            "entry.customer.several" if matches else "entry.customer.unknown", "warn", text=text, n=matches
        )

    def first_open_cell(self) -> tuple[int, str]:
        """Return the cell where work goes on: the first code that is missing, else below the last line."""
        for row, line in enumerate(self.draft.lines):
            if line.item_id is None:
                return row, "code"
        return len(self.draft.lines), "code"

    def read_customer(self, *, fill: bool) -> None:
        """Read the customer of the draft again; with ``fill`` the header takes what follows from it."""
        self._cause = "customer"
        session = self.session
        session.choose_customer(self._customer_known(session, fill=fill), self.fault, fill=fill)

    def _customer_known(self, session: DraftSession, *, fill: bool) -> Callable[[], None]:
        def known() -> None:
            if session is self.session:
                self.view.show_header()
                self._cause = self._cause or "customer"
                self.evaluate_now()
                if fill:
                    self._tell_of_customer()

        return known

    def _tell_of_customer(self) -> None:
        customer = self.customer
        if customer is not None and customer.note:
            name = partial(local_name, customer.name, customer.name_en)
            self.say("entry.customer.note", "info", name=name, note=customer.note)

    # the header

    def field_typed(self, name: str, value: object) -> bool:
        """Take a header field; ``False`` if the text cannot be read: it stays, and the strip says why."""
        try:
            draft = take_field(self.draft, name, value, self.desk.today)
        except UserError as fault:
            self.fault(fault)
            return False
        if name in ("requested", "document_date", "prices_include_tax"):
            self._cause = "tax" if name == "prices_include_tax" else "date"
        self._apply(name, draft)
        self.view.show_header()
        if name == "po_number":
            self._tell_of_used_number()
        return True

    def _tell_of_used_number(self) -> None:
        """Say where the customer's number stands already: the same order may come twice. It bans nothing."""
        self.settle()
        for problem in self.evaluation.problems if self.evaluation is not None else ():
            if problem.path == "po_number":
                self.view.show_message(Message(problem.code, problem.params, "warn"))

    # every edit

    def change(self, name: str, draft: OrderDraft) -> bool:
        """Take an edit of the lines; return whether it changed anything."""
        return self._apply(name, draft)

    def _apply(self, name: str, draft: OrderDraft) -> bool:
        if not self.session.editor.apply(name, draft, self.row, self.column):
            return False
        self._changed()
        return True

    def _changed(self) -> None:
        """Show the draft at once; prices and problems follow when the waiting keys are taken."""
        if any(line.id == self.new_line_id for line in self.draft.lines):
            self._make_new_line_id()
        self._stale = True
        self.view.show_lines(self.rows())
        self.view.evaluate_soon()
        self.view.keep_soon()
        self.view.show_state()
        self.keeper.save_first_line()

    def _make_new_line_id(self) -> None:
        self.new_line_id = self.services.ids.new()

    def evaluate_now(self) -> None:
        """Work out prices, problems, credit and route of the draft, and show them."""
        self._stale = False
        # What the clerk saw is said to the store at the end; here it would only compare with itself.
        draft = with_seen_prices(self.draft, {})
        clerk = None if self.services.person is None else self.services.person.id
        self.evaluation = evaluate(draft, self.desk, self.customer, self._memo, clerk)
        if self.problems:
            self.problems = tuple(self.evaluation.problems)
            self.view.show_problems(self.problems if self.evaluation.blocks else ())
            if not self.evaluation.blocks:
                self.problems = ()
                self.say("entry.submit.mended", "done")
        self._tell_of_prices()
        self.view.show_lines(self.rows())
        self.view.show_figures()
        self.view.show_state()

    def settle(self) -> None:
        """Work out what still waits to be worked out."""
        if self._stale:
            self.evaluate_now()

    def _tell_of_prices(self) -> None:
        """Prices never change behind the clerk's back: say how many a customer or a date has moved."""
        now = shown_prices(self.evaluation)
        before, self._prices = self._prices, now
        cause, self._cause = self._cause, ""
        if self.is_waiting:
            self._prices, self._cause = before, cause
            return
        changed = [line for line, price in now.items() if line in before and before[line] != price]
        if changed and cause in ("customer", "date", "tax", "desk"):
            self.say(f"entry.repriced.{cause}", "warn", n=len(changed))
        elif cause == "reload":
            self.grid.tell_of_stored(now)

    def desk_changed(self) -> None:
        """Prices, stock or rules changed in the store: look at the order again."""
        self._cause = self._cause or "desk"
        self.view.evaluate_soon()

    # undo

    @property
    def undo_code(self) -> str | None:
        """The code of what undo takes back now, in words; ``None`` if there is nothing."""
        name = self.session.editor.undo_name
        if name is not None:
            return f"entry.undo.{name}"
        return "entry.undo.submit" if self.session.is_blank and self.outbox.undoable else None

    @property
    def redo_code(self) -> str | None:
        """The code of what redo does again."""
        name = self.session.editor.redo_name
        return None if name is None else f"entry.redo.{name}"

    def undo(self) -> bool:
        """Take the last edit back; on a fresh blank order, the submit before it."""
        name = self.session.editor.undo_name
        step = self.session.editor.undo()
        if step is None or name is None:
            departed = self.outbox.undoable if self.session.is_blank else None
            if departed is not None:
                self.outbox.take_back(departed)
            return departed is not None
        self._stepped(step.row, step.column, "entry.undone", name)
        return True

    def redo(self) -> bool:
        """Do again what was taken back last."""
        name = self.session.editor.redo_name
        step = self.session.editor.redo()
        if step is None or name is None:
            return False
        self._stepped(step.row, step.column, "entry.redone", name)
        return True

    def _stepped(self, row: int, column: str, said: str, name: str) -> None:
        pending = self.session.customer_pending
        known = pending if pending is not None else self.customer.id if self.customer is not None else None
        if self.draft.customer_id != known:
            self.read_customer(fill=False)
        self._changed()
        self.view.show_header()
        self.view.go_to_cell(min(row, len(self.draft.lines)), column or "code")
        self.say(said, "info", name=tr(f"entry.step.{name}"))

    # sending

    def submit(self) -> bool:
        """Send the order and put a fresh one on the screen, or list everything that keeps it back."""
        if self.session.is_blank:
            self.say("entry.submit.blank", "warn")
            self.view.go_to_field("customer")
            return False
        self.settle()
        if not self.is_waiting and self.evaluation is not None and self.evaluation.blocks:
            self.list_problems(self.evaluation.problems)
            return False
        session = self.session
        self.open_blank()  # before anything is sent: what is refused on the spot finds its place again
        self.outbox.send(session)
        self.view.show_state()  # from now on Ctrl+Z takes it back
        return True

    def list_problems(self, problems: tuple[Problem, ...]) -> None:
        """List problems and go to the first that must be mended."""
        self.problems = problems
        self.view.show_lines(self.rows())
        self.view.show_problems(problems)
        blocks = [problem for problem in problems if problem.severity == "block"]
        self.say("entry.submit.refused", "warn", n=len(blocks))
        if blocks:
            self.go_to_problem(blocks[0])

    def go_to_problem(self, problem: Problem) -> None:
        """Go to the cell or box that a problem is about; a missing reason opens its box."""
        row = row_of_path(problem.path)
        if row is None:
            self.view.go_to_field(field_of_path(problem.path))
            return
        self.view.go_to_cell(min(row, len(self.draft.lines)), column_of_path(problem.path))
        if problem.path.endswith("_reason"):
            self.view.ask_reason(row)

    # talking

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the strip."""
        self.view.show_message(Message(code, params, severity))

    def say_with_undo(self, code: str, **params: object) -> None:
        """Say what was done at once, with the way back beside it."""
        button = MessageButton("entry.sent.undo", self.undo, key="Ctrl+Z", seconds=UNDO_SECONDS)
        self.view.show_message(Message(code, params, "info", (button,)))

    def fault(self, fault: OrderDeskError) -> None:
        """Show what went wrong."""
        severity: Severity = "warn" if isinstance(fault, UserError) else "error"
        self.view.show_message(Message(fault.code, fault.params, severity))

    def _blank_session(self) -> DraftSession:
        draft = OrderDraft(id=self.services.ids.new(), currency=self.desk.settings["currency"])
        return DraftSession(draft, self.services)

    def row_of_line(self, line_id: UUID) -> int | None:
        """Return the row of a line."""
        return line_index(self.draft, line_id)

"""All orders in a tab: a view to choose, a box to find in, the rows, and the card of the one in focus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, QSignalBlocker, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from orderdesk.intake.files.exporting import PageLook
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.order_list import VIEW_BY_ID, OrderListRow
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language, tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.order_files.card import CardWithFiles
from orderdesk.ui.paper.around import PaperSource
from orderdesk.ui.paper.place import PaperPlace
from orderdesk.ui.paper.sources import ConfirmationSource, NoteSource
from orderdesk.ui.screen import FindText, Screen, Summary
from orderdesk.ui.screens.orders.bar import FilterBar
from orderdesk.ui.screens.orders.column_choice import ColumnChoice
from orderdesk.ui.screens.orders.columns import SPARE, list_columns, sheet_of
from orderdesk.ui.screens.orders.kept_views import KeptViews
from orderdesk.ui.screens.orders.own_views import OwnView
from orderdesk.ui.screens.orders.presenter import OrdersList, OrdersPresenter
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.ui.withdrawing import Withdrawing

_NOWHERE = Here(date.min, "UTC", "")
_LETTERS = ("order.note", "order.withdraw", "order.restore", "comment")


class OrdersScreen(Screen):
    """Where a clerk looks an order up: “where is my order?” is answered by the card beside the list."""

    screen_id = "orders"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._backend = backend
        self._here = _NOWHERE
        self._orders: OrdersList | None = None
        self._sought: UUID | None = None
        self._columns = list_columns(self._where)
        model = RowsModel([column.shown for column in self._columns], self)
        sources: dict[str, PaperSource] = {
            "confirmation": ConfirmationSource(backend.desk),
            "note": NoteSource(),
        }
        self.papers = PaperPlace(backend, lambda: sources, self, name="orders.paper")
        self.list = ListCard(
            model,
            self.papers.work,
            name="orders.list",
            heading="orders.heading",
            empty="orders.empty.all",
            spare=SPARE,
        )
        self.columns = ColumnChoice(backend, self.list, self._columns)
        self.bar = FilterBar(self.list.view, self.list)
        self.own = KeptViews(backend, self.bar, self._as_view, self.message.emit, self.actions_changed.emit)
        self.list.put_below_heading(self.bar)
        self.list.view.set_letter_actions(("desk.open", *_LETTERS))
        self.card = OrderCardView(name="orders.card", prints_notes=True)
        self.panel = CardWithFiles(self.card, backend, name="orders.panel")
        self.destroyed.connect(self.panel.deleteLater)  # the shell's panel hands it back without a parent
        self.presenter = OrdersPresenter(backend, self)
        self.withdrawing = Withdrawing(backend, self.tell)
        column = QVBoxLayout(self.papers.work)
        apart = theme().space("apart")
        column.setContentsMargins(apart, apart, apart, apart)
        column.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.papers)
        self.setTabOrder(self.bar.views, self.bar.box)
        self.setTabOrder(self.bar.box, self.list.view)
        self._connect(backend)
        self.columns.show(has_holds=False)
        self.retranslate()
        self._read_preferences()
        self.presenter.refresh()
        if key is not None:
            self.show_document(key)

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.area.orders")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        if self.papers.is_on_show:
            return self.papers.actions()
        if self.panel.commenting.is_open:
            return self.panel.actions()
        prints = ("print", "preview") if self._is_confirmable() else ()
        notes = ("order.note",) if self._noted() is not None else ()
        opens = ("desk.open",) if self.list.current() is not None else ()
        keeps = ("orders.keep_view", *(("orders.rename_view", "orders.drop_view") if self.own.chosen else ()))
        exports = ("export",) if self._orders is not None and self._orders.rows else ()
        rest = (*notes, *prints, *exports, *self.panel.actions(), *keeps, "columns", "refresh")
        return (*opens, *self._doing(), "find", "list", *rest)

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        opens = "desk.action.open" if self._opens_draft() else "desk.action.show"
        return {
            "desk.open": opens,
            "list": "orders.action.view",
            "edit": "change.change",
            "finish": "ui.comment.send",
        }

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc puts a paper away, empties the find box, then leaves it."""
        if self.papers.is_on_show:
            return self.papers.run_action(action_id)
        taken = self.panel.run(action_id)
        if taken is not None:
            return taken
        if action_id in ("print", "preview", "order.note"):
            return self._show_paper(action_id)
        if action_id == "back":
            return self._step_back()
        if action_id == "desk.open":
            return self._open(self.list.view.current_row())
        if action_id in ("export", "edit", "order.withdraw", "order.restore"):
            return self.ask_file() if action_id == "export" else self._do(action_id)
        runs = {
            "refresh": self.presenter.refresh,
            "find": self._go_find,
            "list": self._open_views,
            "columns": self.columns.open_menu,
            "orders.keep_view": self.own.ask_new_name,
            "orders.drop_view": self.own.drop,
            "orders.rename_view": self.own.ask_other_name,
        }
        if action_id not in runs:
            return False
        runs[action_id]()
        return True

    def context_widget(self) -> QWidget | None:
        """Return the card of the order in focus."""
        return self.panel

    def show_document(self, key: object) -> None:
        """Go to an order by its id, to what a text finds in whatever view, or to a view by its id."""
        if isinstance(key, UUID):
            self.presenter.seek(key)
        elif isinstance(key, FindText):
            self.show_sought(key.text, None)
        elif key in VIEW_BY_ID:
            self.bar.show_view(str(key))
            self._choose_view(str(key))

    def summary(self) -> Summary:
        """Return how many orders are on show."""
        return Summary(self._counted()) if self._orders is not None else Summary()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the bar and the list, or the paper in their place."""
        return (self.papers.preview,) if self.papers.is_on_show else (self.bar.box, self.list.view)

    def first_focus(self) -> None:
        """Go to the rows; without any to the find box."""
        (self.bar.box if self.list.is_empty and self._orders is not None else self.list.view).setFocus()

    def retranslate(self) -> None:
        """Say views, heading and count again; table and card do so themselves."""
        self.bar.retranslate()
        if self._orders is not None:
            self._show_rows(self._orders)
        self.list.retranslate()

    # what the presenter asks

    def reach(self) -> int:
        """Return the last row that the person can see or has the cursor on."""
        view = self.list.view
        below = view.indexAt(QPoint(1, view.viewport().height() - 1)).row()
        return max(0, view.current_row(), below)

    def show_list(self, orders: OrdersList, *, anew: bool) -> None:
        """Show the rows; the cursor stays with its order, of another view or text it goes to the first."""
        self._orders, self._here = orders, Here(orders.today, orders.zone, orders.currency)
        had_keys = self.list.view.hasFocus()
        self._show_rows(orders)
        self.columns.show(has_holds=any(row.order.holds for row in orders.rows))
        if anew and orders.rows:
            self.list.view.go_to(0)
        self._go_to_sought()
        if not orders.rows and had_keys:
            self.bar.box.setFocus()
        self._follow_cursor()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def show_sought(self, number: str, order_id: UUID | None) -> None:
        """Put a number into the find box, and the cursor on its order once it is read."""
        self._sought = order_id
        if self.bar.box.text() == number and self.presenter.wanted.view == "all":
            self._go_to_sought()
        self.presenter.choose("all")
        self.bar.show_view("all")
        self.bar.box.setText(number)
        self.list.view.setFocus()

    def show_card(self, card: OrderCard | None) -> None:
        """Show the card of the order in focus."""
        self.card.show_card(card, self._here)
        self.panel.show_files()
        self.panel.offer(self._doing())
        self.actions_changed.emit()

    def show_note(self, delivery_id: UUID) -> None:
        """Show the delivery note of one delivery."""
        self.papers.open("note", delivery_id)

    def tell(self, code: str, severity: Severity, params: Mapping[str, object]) -> None:
        """Show a sentence in the message strip."""
        self.message.emit(Message(code, params, severity))

    # files

    def ask_file(self) -> bool:
        """Ask where the rows of the view are to be written; return whether there are any."""
        if self._orders is None or not self._orders.rows:
            return False
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{tr(f'orders.view.{self._orders.wanted.view}')} {self._orders.today.isoformat()}.xlsx"
        dialog = QFileDialog(self, tr("ui.action.export"), str(Path(folder) / name))
        dialog.setObjectName("orders.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)", "PDF (*.pdf)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind[-4:-1].lstrip(".")))
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()
        return True

    def export_to(self, path: Path) -> None:
        """Write the view with the columns on show to a file; the strip tells when it is there."""
        orders = self._orders
        if orders is None:
            return
        text = orders.wanted.text
        note = f"{orders.today.isoformat()}  {text}".rstrip()
        page = tr("orders.page", page="{page}", pages="{pages}")
        look = PageLook(self.bar.views.currentText(), note, page, language().current)
        self.presenter.export(path, replace(sheet_of(self._columns, self.columns.chosen), look=look))

    # inside

    def _connect(self, backend: Backend) -> None:
        self.list.moved.connect(self._moved)
        self.list.opened.connect(self._open)
        self.list.view.action_keyed.connect(self._keyed)
        self.card.note_requested.connect(self.show_note)
        self.papers.message.connect(self.message)
        self.papers.changed.connect(self.actions_changed)
        self.list.near_end.connect(self.presenter.load_more)
        self.bar.view_chosen.connect(self._choose_view)
        self.bar.named.connect(self._take_name)
        self.bar.text_changed.connect(self.presenter.find)
        self.bar.entered.connect(self.list.view.setFocus)
        backend.notifier.changed.connect(self._note_changes)
        backend.desk_changed.connect(self._refresh)
        backend.person_changed.connect(self._take_person)
        self.panel.files.message.connect(self.message)
        self.panel.action_clicked.connect(self.run_action)
        self.panel.requested.connect(self.context_requested)
        self.panel.actions_changed.connect(self.actions_changed)
        self.panel.left.connect(self.list.view.setFocus)
        self.destroyed.connect(self.presenter.close)

    def _note_changes(self, changes: object) -> None:
        self.presenter.note_changes(changes)  # type: ignore[arg-type] # what the signal carries

    def _refresh(self) -> None:
        self.presenter.refresh()

    def _take_person(self) -> None:
        self._read_preferences()
        self.actions_changed.emit()

    def _read_preferences(self) -> None:
        self.columns.read()
        self.own.read()

    def _where(self) -> Here:
        return self._here

    def _counted(self) -> str:
        orders = self._orders
        if orders is None:
            return ""
        return tr("orders.count.more" if orders.has_more else "orders.count", n=len(orders.rows))

    def _show_rows(self, orders: OrdersList) -> None:
        view = orders.wanted.view
        self.list.say_when_empty("orders.empty.find" if orders.wanted.text else f"orders.empty.{view}")
        self.list.show_rows(orders.rows, self._counted() if orders.rows else "")

    def _choose_view(self, view: str) -> None:
        """Show a built-in view with what stands in the box, or one's own with all that it keeps."""
        own = self.own.choose(view)
        if own is None:
            self.presenter.choose(view)  # type: ignore[arg-type] # the choices are the views
        else:
            with QSignalBlocker(self.bar.box):
                self.bar.box.setText(own.text)
            self.columns.choose(own.columns)
            self.presenter.show_view(own.view, own.text)
        self.actions_changed.emit()

    def _as_view(self, name: str) -> OwnView:
        """Return what is on show as a view of one's own."""
        return OwnView(name, self.presenter.wanted.view, self.bar.box.text(), self.columns.keys)

    def _take_name(self, name: str) -> None:
        if self.own.take_name(name):
            self.list.view.setFocus()

    def _open_views(self) -> None:
        self.bar.views.setFocus()
        self.bar.views.showPopup()

    def _go_find(self) -> None:
        self.bar.box.setFocus()
        self.bar.box.selectAll()

    def _step_back(self) -> bool:
        if self.bar.put_name_away():
            self.list.view.setFocus()
            return True
        if self.bar.box.text():
            self.bar.box.clear()
            return True
        if self.list.view.hasFocus() or self.list.is_empty:
            return False
        self.list.view.setFocus()
        return True

    def _moved(self, _row: int) -> None:
        self._follow_cursor()

    def _go_to_sought(self) -> None:
        """Put the cursor on the order that was asked for, if it is on show now."""
        rows = self._orders.rows if self._orders is not None else ()
        at = next((at for at, row in enumerate(rows) if row.id == self._sought), None)
        if at is not None:
            self._sought = None
            self.list.view.go_to(at)

    def _follow_cursor(self) -> None:
        row = self.list.current()
        self.presenter.focus(row.id if row is not None else None)
        self.actions_changed.emit()

    def _open(self, at: int) -> bool:
        rows = self.list.view.rows_model.rows
        if not 0 <= at < len(rows):
            return False
        if self._opens_draft():
            self.open_requested.emit("entry", rows[at].id)
        else:
            self.context_requested.emit()
        return True

    def _keyed(self, action_id: str) -> None:
        if action_id in _LETTERS:
            self.run_action(action_id)

    def _is_confirmable(self) -> bool:
        """Return whether the order in focus has a confirmation of ours: drafts too, cancelled ones not."""
        row = self.list.current()
        return isinstance(row, OrderListRow) and not row.source and row.order.state != "cancelled"

    def _noted(self) -> UUID | None:
        """Return the delivery of the order on the card whose note is wanted: the last one that has left."""
        card, row = self.card.card, self.list.current()
        if card is None or not isinstance(row, OrderListRow) or card.row.id != row.id:
            return None
        return next((one.id for one in reversed(card.deliveries) if one.number), None)

    def _show_paper(self, action_id: str) -> bool:
        row, delivery_id = self.list.current(), self._noted()
        if action_id == "order.note":
            if delivery_id is not None:
                self.show_note(delivery_id)
            return delivery_id is not None
        if row is None or not self._is_confirmable():
            return False
        (self.papers.print_at_once if action_id == "print" else self.papers.open)("confirmation", row.id)
        return True

    def _opens_draft(self) -> bool:
        """Return whether the order in focus is a draft, and who works here enters orders."""
        row, person = self.list.current(), self._backend.person
        if not isinstance(row, OrderListRow) or row.order.state != "draft" or person is None:
            return False
        return allowing_row(person.roles, "save_draft", "any") is not None

    def _doing(self) -> tuple[str, ...]:
        """Return what can be done with the order in focus, that was sent already."""
        row = self.list.current()
        if not isinstance(row, OrderListRow) or row.source or row.order.state == "draft":
            return ()
        order = row.order
        if self.withdrawing.can_restore(order):
            return ("order.restore",)
        change = ("edit",) if self.withdrawing.can_change(order) or self.withdrawing.can(order) else ()
        return (*change, *(("order.withdraw",) if self.withdrawing.can(order) else ()))

    def _do(self, action_id: str) -> bool:
        row = self.list.current()
        if not isinstance(row, OrderListRow) or action_id not in self._doing():
            return False
        if action_id == "order.withdraw":
            return self.withdrawing.withdraw(row.order)
        if action_id == "order.restore":
            return self.withdrawing.restore(row.order)
        if self.withdrawing.can_change(row.order):
            self.open_requested.emit("entry", row.order.id)
        else:
            self.say("problem.change.released", "warn", number=row.order.number)
        return True

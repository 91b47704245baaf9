"""Prices in a tab: the lists on the left, the prices of one of them, or of several side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.services.reading.prices import PriceListHead
from orderdesk.ui.backend import Backend
from orderdesk.ui.completion import MAX_SHOWN, Suggestion
from orderdesk.ui.focus import holds_focus
from orderdesk.ui.language import tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.screen import Summary
from orderdesk.ui.screens.prices import wording
from orderdesk.ui.screens.prices.columns import list_columns
from orderdesk.ui.screens.prices.files import ask_source, ask_target
from orderdesk.ui.screens.prices.keys import LIST_LETTERS, PriceKeys
from orderdesk.ui.screens.prices.list_form import EndBar, ListForm
from orderdesk.ui.screens.prices.list_pane import ListPane
from orderdesk.ui.screens.prices.presenter import PricesPresenter
from orderdesk.ui.screens.prices.price_card import PriceCard
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.ui.unsaved import UnsavedScreen

_LISTS_NEED = 204  # logical pixels at 100 %: code and for whom


class PricesScreen(UnsavedScreen):
    """Where prices are read by everybody at the desk, and changed by who may."""

    screen_id = "prices"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._backend = backend
        self._is_showing = False
        model = RowsModel(list_columns(self._today, self._is_marked), self)
        self.lists = ListCard(
            model,
            self,
            name="prices.lists",
            heading="prices.heading",
            empty="prices.empty",
            spare=("prices", "state"),
        )
        self.lists.view.set_letter_actions(LIST_LETTERS)
        self.pane = ListPane(self.lists)
        self.presenter = PricesPresenter(backend, self)
        self.card = PriceCard(self.presenter, self._find_items, self)
        self.form = ListForm(self._today, self._find_customers, self.card)
        self.end_bar = EndBar(self._today, self.card)
        self.card.put_panels(self.form, self.end_bar)
        self.keys = PriceKeys(self)
        row = QHBoxLayout(self)
        apart = theme().space("apart")
        row.setContentsMargins(apart, apart, apart, apart)
        row.setSpacing(apart)
        row.addWidget(self.lists, 4)
        row.addWidget(self.card, 11)
        theme().changed.connect(self._fit_lists)
        self._fit_lists()
        self._connect(backend)
        self.retranslate()
        self.presenter.refresh()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.area.prices")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        return self.keys.offered()

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        return self.keys.words()

    def run_action(self, action_id: str) -> bool:
        """Do it; what is open in a cell is taken first."""
        return self.keys.run(action_id)

    def summary(self) -> Summary:
        """Return how many prices are on show, and whether something waits to be saved."""
        changed = len(self.presenter.book.changed)
        saved = tr("prices.unsaved_lists", n=changed) if changed else ""
        return Summary(self.card.counted(), saved, is_saved=not changed)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the find box, the lists and the grid."""
        return (self.pane.box, self.lists.view, self.card.shown_grid)

    def work(self) -> PricesPresenter:
        """Return what may be lost: what was typed and not saved."""
        return self.presenter

    def save_work(self) -> bool:
        """Save what was typed; return whether that was begun."""
        return self.presenter.saving.save()

    def first_focus(self) -> None:
        """Go to the lists."""
        self.lists.view.setFocus()

    def retranslate(self) -> None:
        """Say everything again; the tables do so themselves."""
        self.pane.retranslate()
        self.lists.retranslate()
        self.card.retranslate()
        self.show_lists()
        self.show_prices()

    # what the presenter asks

    def show_lists(self) -> None:
        """Show the lists there are; the cursor stays with its list."""
        heads, focused = self.presenter.heads, self.presenter.focused
        self._is_showing = True  # a list that changes its place is still the one with the cursor
        self.lists.say_when_empty("prices.empty.find" if self.pane.box.text() else "prices.empty")
        self.lists.show_rows(heads, tr("prices.lists", n=len(heads)) if heads else "")
        at = next((at for at, head in enumerate(heads) if head.id == focused), None)
        if at is not None and at != self.lists.view.current_row():
            self.lists.view.go_to(at)
        self._is_showing = False
        self.presenter.focus(self._current_list())
        self.actions_changed.emit()

    def _fit_lists(self) -> None:
        """Leave the lists room to say for whom they are, in large text too."""
        self.lists.setMinimumWidth(theme().px(_LISTS_NEED))

    def show_prices(self) -> None:
        """Show the prices, the problems, and what is saved of them."""
        self.card.show_state()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def go_to_entry(self, entry: object, key: str) -> None:
        """Put the cursor on a cell of the grid."""
        self.card.go_to_entry(entry, key)

    def go_to_list(self, list_id: object) -> None:
        """Put the cursor on a list; the find box gives way to it."""
        rows = self.lists.view.rows_model.rows
        at = next((at for at, head in enumerate(rows) if head.id == list_id), None)
        if at is None and self.pane.box.text():
            self.pane.box.clear()
            rows = self.lists.view.rows_model.rows
            at = next((at for at, head in enumerate(rows) if head.id == list_id), None)
        if at is not None:
            self.lists.view.go_to(at)

    # what the keys ask

    @property
    def is_in_lists(self) -> bool:
        """Whether the focus is on the lists or their find box."""
        return holds_focus(self.lists)

    def current_head(self) -> PriceListHead | None:
        """Return the list with the cursor."""
        head = self.lists.current()
        return head if isinstance(head, PriceListHead) else None

    def open_form(self, like: PriceListHead | None) -> None:
        """Ask for a new list, or for a copy of one."""
        self.end_bar.hide()
        self.form.open(like)
        self.show_prices()

    def ask_export(self) -> bool:
        """Ask where the list on show is to be written; return whether there is one."""
        head = self.current_head()
        if head is None or self.card.is_comparing:
            return False
        ask_target(self, f"{head.code} {self._today().isoformat()}.xlsx", self.presenter.sheets.export)
        return True

    def ask_import(self) -> bool:
        """Ask which edited file is to be read into the list on show; return whether it may be."""
        if not self.presenter.can_edit or self.current_head() is None or self.card.is_comparing:
            return False
        ask_source(self, self.presenter.sheets.read)
        return True

    def open_end(self, head: PriceListHead) -> None:
        """Ask for the last day of a list."""
        self.form.hide()
        self.end_bar.open(head)
        self.show_prices()

    def close_panels(self) -> bool:
        """Put away what is asked; return whether anything was."""
        for panel in (self.form, self.end_bar):
            if not panel.isHidden():
                panel.hide()
                self.lists.view.setFocus()
                self.show_prices()
                return True
        return self.card.close_change() or self.card.close_file()

    # inside

    def _connect(self, backend: Backend) -> None:
        self.lists.moved.connect(self._moved)
        self.lists.opened.connect(lambda _at: self.card.enter())
        self.lists.view.action_keyed.connect(self._letter)
        self.pane.text_changed.connect(self._find)
        self.pane.entered.connect(self.lists.view.setFocus)
        self.form.made.connect(self._make)
        self.form.closed.connect(self.close_panels)
        self.end_bar.ended.connect(self._end)
        self.end_bar.closed.connect(self.close_panels)
        self.card.message.connect(self.message)
        self.card.adjusted.connect(lambda seed: self.open_requested.emit("adjustments", seed))
        self.card.changed.connect(self.actions_changed)
        backend.notifier.changed.connect(self._note_changes)
        backend.desk_changed.connect(self._desk_changed)
        backend.person_changed.connect(self._desk_changed)
        self.destroyed.connect(self.presenter.close)

    def _note_changes(self, changes: object) -> None:
        self.presenter.take_changes(changes)  # type: ignore[arg-type] # what the signal carries

    def _desk_changed(self) -> None:
        self.presenter.desk_changed()
        self.show_lists()

    def _letter(self, action_id: str) -> None:
        if action_id != "desk.open":
            self.run_action(action_id)

    def _moved(self, _row: int) -> None:
        if not self._is_showing:
            self.presenter.focus(self._current_list())

    def _find(self, text: str) -> None:
        self.presenter.find(text)

    def _make(self, wanted: object) -> None:
        if self.presenter.lists.create(wanted):  # type: ignore[arg-type] # as the form made it
            self.form.hide()
            self.show_prices()
            self.card.enter()

    def _end(self, day: object) -> None:
        list_id = self.presenter.focused
        if list_id is not None and self.presenter.lists.end(list_id, day):  # type: ignore[arg-type] # as the form made it
            self.end_bar.hide()
            self.show_prices()
            self.lists.view.setFocus()

    def _current_list(self) -> UUID | None:
        head = self.current_head()
        return head.id if head is not None else None

    def _today(self) -> date:
        return self._backend.desk().today

    def _is_marked(self, head: PriceListHead) -> bool:
        return head.id in self.presenter.marked

    def _find_items(self, text: str) -> tuple[Suggestion, ...]:
        desk = self._backend.desk()
        return tuple(
            Suggestion(
                match.key,
                (
                    desk.items[match.key].code,
                    wording.item_name(desk.items[match.key]),
                    wording.price_text(desk.items[match.key].floor_price),
                ),
                is_exact=match.exact,
            )
            for match in self._backend.indexes().items.search(text, limit=MAX_SHOWN)
            if match.key in desk.items
        )

    def _find_customers(self, text: str) -> tuple[Suggestion, ...]:
        customers = self._backend.desk().customers
        return tuple(
            Suggestion(
                match.key,
                (
                    customers[match.key].code,
                    wording.local(customers[match.key].name, customers[match.key].name_en),
                    wording.data_word("tier", customers[match.key].tier),
                ),
                is_exact=match.exact,
            )
            for match in self._backend.indexes().customers.search(text, limit=MAX_SHOWN)
            if match.key in customers
        )

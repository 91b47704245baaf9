"""Price adjustments in a tab: those there are on the left, one of them on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from orderdesk.services.reading.adjustments import AdjustmentRow, OpenOrder
from orderdesk.ui.backend import Backend
from orderdesk.ui.completion import MAX_SHOWN, Suggestion
from orderdesk.ui.editors import Choice
from orderdesk.ui.focus import holds_focus
from orderdesk.ui.language import tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.price_words import item_name
from orderdesk.ui.screen import Summary
from orderdesk.ui.screens.adjustments.columns import list_columns
from orderdesk.ui.screens.adjustments.form import AdjustmentForm, ReasonBar
from orderdesk.ui.screens.adjustments.presenter import AdjustmentsPresenter
from orderdesk.ui.screens.adjustments.rows import LineRow
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.ui.unsaved import UnsavedScreen
from orderdesk.wire.records import AdjustmentRecord

_LETTERS = ("desk.open", "prices.new", "adjustments.roll_back", "help.keys")
_WORDS = {
    "finish": "adjustments.action.publish", "draft.save": "prices.action.save",
    "prices.new": "adjustments.action.new", "desk.open": "adjustments.action.open",
    "line.delete": "prices.action.delete",
}  # fmt: skip


class AdjustmentsScreen(UnsavedScreen):
    """Where prices are changed from a day on, with a reason and a way back."""

    screen_id = "adjustments"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._is_showing = False
        self.presenter = AdjustmentsPresenter(backend, self)
        model = RowsModel(list_columns(self.presenter.state_of), self)
        self.list = ListCard(
            model, self, name="adjustments.list", heading="adjustments.heading", empty="adjustments.empty",
            spare=("lines", "start"),
        )  # fmt: skip
        self.list.view.set_letter_actions(_LETTERS)
        self.form = AdjustmentForm(
            self.presenter, self._find_lists, self._find_items, lambda: backend.desk().today, self
        )
        self.back = ReasonBar(self.form)
        column = self.form.layout()
        assert column is not None  # the form lays itself out
        column.addWidget(self.back)
        self._runs: dict[str, Callable[[], bool]] = {
            "desk.open": self._enter,
            "refresh": self._refresh,
            "list": self._list,
            "edit": lambda: self.form.grid.hasFocus() and self.form.grid.open_editor() is not None,
            "undo": lambda: self.form.finish() and self.presenter.undo(),
            "draft.save": lambda: self.form.finish() and self.presenter.sending.save(),
            "finish": lambda: self.form.finish() and self.presenter.sending.publish(),
            "line.delete": self._delete,
            "prices.new": lambda: self.form.finish() and self._begin(None),
            "adjustments.roll_back": self._ask_back,
            "adjustments.cancel": self.presenter.sending.cancel,
            "problem.next": self._problem,
            "back": self._step_back,
        }
        row = QHBoxLayout(self)
        apart = theme().space("apart")
        row.setContentsMargins(apart, apart, apart, apart)
        row.setSpacing(apart)
        row.addWidget(self.list, 3)
        row.addWidget(self.form, 8)
        self._connect(backend)
        self.retranslate()
        if isinstance(key, AdjustmentRecord):
            self.presenter.begin(key)
        elif isinstance(key, UUID):
            self.presenter.focus(key)
        self.presenter.refresh()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.area.adjustments")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        presenter = self.presenter
        opens = ("desk.open",) if presenter.record is not None else ()
        makes = ("prices.new",) if presenter.may_change else ()
        saves = ("draft.save",) if presenter.can_edit and presenter.is_modified else ()
        of_draft = ("finish", "edit", "line.delete", "adjustments.cancel") if presenter.can_edit else ()
        undo = ("undo",) if presenter.undo_name else ()
        walks = ("problem.next",) if presenter.problems else ()
        backs = ("adjustments.roll_back",) if presenter.can_roll_back else ()
        return (*of_draft, *saves, *undo, *walks, *backs, *makes, *opens, "list", "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        return _WORDS

    def run_action(self, action_id: str) -> bool:
        """Do it; what is open is taken first."""
        run = self._runs.get(action_id)
        return run() if run is not None else False

    def summary(self) -> Summary:
        """Return how many lines there are, and whether they are saved."""
        record = self.presenter.record
        text = tr("adjustments.count", n=len(record.lines)) if record is not None else ""
        is_saved = not self.presenter.is_modified
        return Summary(text, "" if is_saved else tr("prices.unsaved"), is_saved=is_saved)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the list, the lines, and whom they meet."""
        return (self.list.view, self.form.grid, self.form.view)

    def work(self) -> AdjustmentsPresenter:
        """Return what may be lost: what was typed and not saved."""
        return self.presenter

    def save_work(self) -> bool:
        """Save what was typed; return whether that was begun."""
        return self.presenter.sending.save()

    def first_focus(self) -> None:
        """Go to the lines of a new adjustment, else to the list."""
        (self.form.reason if self.presenter.can_edit else self.list.view).setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        self.list.retranslate()
        self.form.retranslate()
        self.back.retranslate()
        self.show_list()

    # what the presenter asks

    def show_list(self) -> None:
        """Show the adjustments; the cursor stays with the one on show."""
        rows, record = self.presenter.rows, self.presenter.record
        self._is_showing = True
        self.list.show_rows(rows, tr("adjustments.list", n=len(rows)) if rows else "")
        at = next((at for at, row in enumerate(rows) if record is not None and row.id == record.id), None)
        if at is not None:
            self.list.view.go_to(at)
        self._is_showing = False
        self.list.set_active(at is not None or record is None)
        if record is None:
            self._moved(self.list.view.current_row())

    def show_form(self) -> None:
        """Show the adjustment."""
        self.form.show_state()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def go_to_line(self, line_id: UUID, key: str) -> None:
        """Put the cursor on a cell of the lines."""
        self.form.go_to_line(line_id, key)

    def go_to_field(self, name: str) -> None:
        """Put the focus into a box of the head."""
        self.form.go_to_field(name)

    # inside

    def _connect(self, backend: Backend) -> None:
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda _at: self._enter())
        self.list.view.action_keyed.connect(self._letter)
        self.form.moved.connect(self.actions_changed)
        self.form.order_opened.connect(self._open_order)
        self.back.given.connect(self._roll_back)
        self.back.closed.connect(self._close_back)
        backend.notifier.changed.connect(self._note_changes)
        backend.desk_changed.connect(self._desk_changed)
        backend.person_changed.connect(self._desk_changed)
        self.destroyed.connect(self.presenter.close)

    def _note_changes(self, changes: object) -> None:
        self.presenter.take_changes(changes)  # type: ignore[arg-type] # what the signal carries

    def _desk_changed(self) -> None:
        self.show_list()
        self.show_form()

    def _letter(self, action_id: str) -> None:
        if action_id != "desk.open":
            self.run_action(action_id)

    def _moved(self, _at: int) -> None:
        row = self.list.current()
        if not self._is_showing and isinstance(row, AdjustmentRow):
            self.presenter.focus(row.id)

    def _enter(self) -> bool:
        self.form.enter()
        return True

    def _refresh(self) -> bool:
        self.presenter.refresh()
        return True

    def _list(self) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, Choice):
            focus.showPopup()
            return True
        if holds_focus(self.form.grid):
            return self.form.grid.open_list()
        self.form.view.setFocus()
        self.form.view.showPopup()
        return True

    def _delete(self) -> bool:
        if not self.form.grid.finish_editing():
            return True
        rows, at = self.form.model.rows, self.form.grid.current_row()
        return 0 <= at < len(rows) and isinstance(rows[at], LineRow) and self.presenter.delete([rows[at]])

    def _begin(self, seed: AdjustmentRecord | None) -> bool:
        if not self.presenter.begin(seed):
            return False
        self.form.reason.setFocus()
        return True

    def _ask_back(self) -> bool:
        row = self.presenter.row
        if row is None or not self.presenter.can_roll_back:
            return False
        self.back.ask(row.number)
        return True

    def _roll_back(self, reason: str) -> None:
        if self.presenter.sending.roll_back(reason):
            self._close_back()

    def _close_back(self) -> None:
        self.back.hide()
        self.list.view.setFocus()

    def _problem(self) -> bool:
        problems = self.presenter.problems
        if not problems:
            return False
        self.presenter.jump(problems[0])
        self.presenter.say(problems[0].code, "error", **problems[0].params)
        return True

    def _step_back(self) -> bool:
        if not self.back.isHidden():
            self._close_back()
            return True
        if not holds_focus(self.list):
            self.list.view.setFocus()
            return True
        return False

    def _open_order(self, order: OpenOrder) -> None:
        self.open_requested.emit("entry" if order.state == "draft" else "orders", order.id)

    def _find_lists(self, text: str) -> tuple[Suggestion, ...]:
        wanted = text.casefold().strip()
        return tuple(
            Suggestion(head.id, (head.code, head.name), is_exact=head.code.casefold() == wanted)
            for head in self.presenter.list_codes()
            if wanted in f"{head.code} {head.name}".casefold()
        )[:MAX_SHOWN]

    def _find_items(self, text: str) -> tuple[Suggestion, ...]:
        items = self._backend.desk().items
        return tuple(
            Suggestion(match.key, (items[match.key].code, item_name(items[match.key])), is_exact=match.exact)
            for match in self._backend.indexes().items.search(text, limit=MAX_SHOWN)
            if match.key in items
        )

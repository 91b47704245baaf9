"""The warehouse list in a tab: widgets and keys; what they mean is the presenter's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryRow
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.paper.place import PaperPlace
from orderdesk.ui.paper.sources import NoteSource
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.warehouse import wording
from orderdesk.ui.screens.warehouse.detail_pane import DetailPane
from orderdesk.ui.screens.warehouse.lines import REASONS, LineOnShow
from orderdesk.ui.screens.warehouse.list_pane import ListPane
from orderdesk.ui.screens.warehouse.presenter import WarehousePresenter
from orderdesk.ui.screens.warehouse.question import Answer, Question
from orderdesk.words import format_quantity


class WarehouseScreen(Screen):
    """Planned deliveries above, the lines of one of them below; the preview of its note in their place."""

    screen_id = "warehouse"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = WarehousePresenter(Lent(backend, self), self)
        self.papers = PaperPlace(backend, lambda: {"note": NoteSource()}, self, name="warehouse")
        self.notes = self.papers.presenter
        self._halves = QSplitter(Qt.Orientation.Vertical, self.papers.work)
        self.list = ListPane(self.presenter.today, self._halves)
        self.detail = DetailPane(self.presenter.takes, self._halves)
        self._runs: Mapping[str, Callable[[], object]] = {
            "warehouse.pick": self._begin_picking,
            "warehouse.short": self._short,
            "warehouse.ship_part": self._ship,
            "finish": self._ship,
            "warehouse.note": self._show_note,
            "print": self._print,
            "preview": self._show_note,
            "find": self.list.find_box.setFocus,
            "refresh": self.presenter.refresh,
        }
        self._lay_out()
        self._connect(backend)
        self.presenter.start()
        self.papers.find_printers()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("warehouse.title")

    def actions(self) -> tuple[str, ...]:
        """Return what works right now."""
        if self.papers.is_on_show:
            return self.papers.actions()
        if self.presenter.is_asking_ship:
            return ("finish", "back")
        if self.presenter.is_asking:
            return ("back",)
        offered = ["warehouse.pick"] if self._can_pick() else []
        if self._can_pick() and self.detail.grid.current_row() >= 0:
            offered.append("warehouse.short")
        if self._can_pick():
            offered += ["warehouse.ship_part", "finish"]  # with what is still missing, they lead there
        if self.presenter.card is not None:
            offered += ["warehouse.note", "print", "preview"]
        return (*offered, "find", "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Return what the actions are called here."""
        part = "warehouse.action.ship_part" if self.presenter.is_short else "warehouse.action.ship"
        return {"finish": part, "warehouse.ship_part": part}

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc leaves a question, then the paper, then the lines."""
        if action_id == "back":
            return self._step_back()
        run = self._runs.get(action_id)
        if run is None:
            return False
        run()
        return True

    def summary(self) -> Summary:
        """Return how many lines of the chosen delivery are settled."""
        card = self.presenter.card
        if card is None or card.has_note:
            return Summary()
        settled = sum(line.is_settled for line in self.presenter.lines)
        return Summary(tr("warehouse.summary", done=settled, n=len(card.lines)))

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 walks through."""
        return (self.papers.preview,) if self.papers.is_on_show else (self.list.grid, self.detail.grid)

    def first_focus(self) -> None:
        """Start in the list."""
        self.list.grid.setFocus()

    def retranslate(self) -> None:
        """Say the list again; the panes say their own words."""
        self._offer()

    # what the presenters ask

    def show_rows(self, rows: tuple[DeliveryRow, ...], selected: UUID | None) -> None:
        """Show the list, the cursor on ``selected``."""
        self.list.show_rows(rows, selected)

    def show_card(self, card: DeliveryCard | None, lines: tuple[LineOnShow, ...]) -> None:
        """Show one delivery, or that none is chosen."""
        self.detail.show_card(card, lines)
        self._offer()

    def ask_reason(self, line: LineOnShow, picked: Decimal) -> None:
        """Ask why only ``picked`` of a line was found."""
        self.detail.question.ask(partial(self._reason_question, line, picked))
        self.actions_changed.emit()

    def ask_ship(self, card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> None:
        """Ask once, with specifics, whether these goods leave."""
        self.detail.question.ask(partial(self._ship_question, card, lines))
        self.actions_changed.emit()

    def close_question(self) -> None:
        """Take an open question away."""
        self.detail.question.close_question()
        self.actions_changed.emit()

    def go_to_line(self, line_id: UUID) -> None:
        """Put the cursor into the picked cell of a line and open it."""
        for at, row in enumerate(self.detail.model.rows):
            if row.id == line_id:
                self.detail.grid.open_cell(at, "picked")

    def go_to_list(self) -> None:
        """Put the focus on the list."""
        self.list.grid.setFocus()

    def say_shipped(self, card: DeliveryCard, number: str, rest: DeliveryCard | None) -> None:
        """Say under which number a part left, what remains, and offer its note."""
        params: dict[str, object] = {"part": card.row.part, "number": number, "order": card.row.order_number}
        code = "warehouse.message.shipped"
        if rest is not None:
            dated = rest.row.planned is not None
            code = "warehouse.message.shipped_part_dated" if dated else "warehouse.message.shipped_part"
            day = partial(wording.day_text, rest.row.planned)
            params |= {"rest": partial(_amount_text, rest), "day": day, "next": rest.row.part}
        show = MessageButton("ui.action.warehouse.note", partial(self.notes.show, card.id), key="n")
        self.message.emit(Message(code, params, "done", (show,)))

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the message strip; quantities as people read them."""
        shown = {
            name: format_quantity(value) if isinstance(value, Decimal) else value
            for name, value in params.items()
        }
        self.message.emit(Message(code, shown, severity))

    # inside

    def _lay_out(self) -> None:
        halves = self._halves
        halves.setObjectName("warehouse.halves")
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 5)
        halves.setStretchFactor(1, 4)
        for layout, part in (
            (QVBoxLayout(self.papers.work), halves),
            (QVBoxLayout(self), self.papers),
        ):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(part)

    def _connect(self, backend: Backend) -> None:
        backend.notifier.changed.connect(self.presenter.take_changes)
        self.list.delivery_chosen.connect(self.presenter.select)
        self.list.mode_chosen.connect(self.presenter.set_mode)
        self.list.filtered.connect(self.presenter.set_filter)
        self.list.grid.action_keyed.connect(self.run_action)
        self.list.grid.row_opened.connect(lambda _row: self._begin_picking())
        self.detail.grid.action_keyed.connect(self.run_action)
        self.detail.grid.cell_changed.connect(lambda _row, _key: self.actions_changed.emit())
        self.detail.grid.line_entered.connect(self._line_entered)
        self.detail.model.edited.connect(self._edited)
        self.detail.action_clicked.connect(self.run_action)
        self.detail.question.left.connect(self.presenter.drop_question)
        self.papers.message.connect(self.message)
        self.papers.changed.connect(self.actions_changed)

    def _can_pick(self) -> bool:
        card = self.presenter.card
        return card is not None and card.can_pick

    def _offer(self) -> None:
        self.detail.offer(
            can_pick=self._can_pick(),
            can_ship=self.presenter.can_ship,
            is_short=self.presenter.is_short,
            has_card=self.presenter.card is not None,
        )
        self.actions_changed.emit()
        self.summary_changed.emit()

    def _begin_picking(self) -> None:
        self.presenter.begin_picking()

    def _short(self) -> None:
        row = max(self.detail.grid.current_row(), 0)
        if row < len(self.detail.model.rows):
            self.presenter.short(self.detail.model.rows[row].id)

    def _ship(self) -> None:
        # An open editor has not told the model yet: 60 would be shipped as nothing.
        if self.detail.grid.finish_editing():
            self.presenter.ask_ship()

    def _show_note(self) -> None:
        card = self.presenter.card
        if card is not None and self.detail.grid.finish_editing():
            self.notes.show(card.id)

    def _print(self) -> None:
        card = self.presenter.card
        if self.papers.run_action("print"):
            return
        if card is not None and self.detail.grid.finish_editing():
            self.notes.print_at_once(card.id)

    def _edited(self, row: int, _key: str, text: object) -> None:
        self.presenter.keyed(self.detail.model.rows[row].id, str(text))

    def _line_entered(self, row: int, as_it_stood: bool) -> None:
        line_id = self.detail.model.rows[row].id
        if as_it_stood:
            self.presenter.confirm(line_id)
        self.presenter.after_line(line_id)

    def _step_back(self) -> bool:
        if self.papers.run_action("back"):
            return True
        if self.presenter.drop_question():
            return True
        focus = QApplication.focusWidget()
        if focus is not None and self.detail.isAncestorOf(focus):
            self.list.grid.setFocus()
            return True
        return False

    def _reason_question(self, line: LineOnShow, picked: Decimal) -> Question:
        text = tr(
            "warehouse.ask.reason",
            position=line.line.position,
            code=line.line.code,
            picked=format_quantity(picked),
            planned=wording.quantity_with_unit(line.line.quantity, line.line),
        )
        answers = [
            Answer(
                tr(f"term.short_reason.{reason}"), str(place), partial(self.presenter.choose_reason, place)
            )
            for place, reason in enumerate(REASONS, start=1)
        ]
        answers.append(Answer(tr("warehouse.ask.leave"), "Esc", self._leave))
        return Question("package-x", "warn", text, tr("warehouse.ask.reason_note"), tuple(answers))

    def _ship_question(self, card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> Question:
        code, params = _ship_specifics(card, lines)
        short = [
            line for line in lines if line.line.available is not None and line.picked > line.line.available
        ]
        note = tr("warehouse.ask.ship_short", codes=[line.line.code for line in short]) if short else ""
        verb = tr("warehouse.ask.ship_verb", part=card.row.part)
        return Question(
            "truck", "info", tr(code, **params), note,
            (
                Answer(verb, "Enter", self.presenter.ship, is_main=True),
                Answer(tr("warehouse.ask.keep"), "Esc", self._leave),
            ),
        )  # fmt: skip

    def _leave(self) -> None:
        self.presenter.drop_question()


def _ship_specifics(card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> tuple[str, dict[str, object]]:
    """Return code and params of what is asked: figures where they can be added up, else lines."""
    params: dict[str, object] = {"part": card.row.part, "order": card.row.order_number}
    if wording.one_unit([line.line for line in lines]):
        planned = sum((line.line.quantity for line in lines), Decimal(0))
        now = sum((line.picked for line in lines), Decimal(0))
        params |= {"now": format_quantity(now), "planned": wording.quantity_with_unit(planned, lines[0].line)}
        return ("warehouse.ask.ship_part" if now < planned else "warehouse.ask.ship_whole"), params
    short = sum(1 for line in lines if line.missing)
    params |= {"n": len(lines), "short": short}
    return ("warehouse.ask.ship_part_lines" if short else "warehouse.ask.ship_whole_lines"), params


def _amount_text(rest: DeliveryCard) -> str:
    """Return how much remains: a figure with its unit where there is one unit, else the number of lines."""
    if wording.one_unit(rest.lines):
        total = sum((line.quantity for line in rest.lines), Decimal(0))
        return wording.quantity_with_unit(total, rest.lines[0])
    return tr("warehouse.lines_remain", n=len(rest.lines))

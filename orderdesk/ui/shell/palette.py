"""The search box over the window (Ctrl+K): commands, records and help in one list, the keys beside them.

It stands in the window and takes the focus while it is open; no key reaches the screen below it meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from orderdesk.clock import business_date
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.ui.actions import is_enter
from orderdesk.ui.editors import TextEdit
from orderdesk.ui.labels import TwoLineLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.safety import Label
from orderdesk.ui.screen import NewFor
from orderdesk.ui.shell.palette_presenter import PREFIXES, Act, Hit, Offer, PaletteBackend, PalettePresenter
from orderdesk.ui.shell.palette_rows import PaletteRow, palette_columns, palette_row
from orderdesk.ui.tables.delegate import CellDelegate
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes

_WIDTH, _CARD_WIDTH = 760, 340  # logical pixels at 100 %
_FROM_TOP = 0.07  # of the window's height
_MOST_ROWS = 14
_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS,
}  # fmt: skip


class SearchEdit(TextEdit):
    """The box: what the input method holds is searched for too, so that it can be seen before it is there."""

    live_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="palette.box")
        self.textChanged.connect(self.live_changed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Show what would be found for the text that is being composed; nothing acts on it."""
        super().inputMethodEvent(event)
        at = self.cursorPosition()
        self.live_changed.emit(self.text()[:at] + event.preeditString() + self.text()[at:])


class Palette(QFrame):
    """One for each window. What is chosen comes as signals, after the focus has gone back."""

    action_chosen = Signal(str)
    document_chosen = Signal(str, object, bool)  # area, key, in a tab of its own
    person_chosen = Signal(object)
    help_chosen = Signal(str)

    def __init__(self, backend: PaletteBackend, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._backend = backend
        self._offer = Offer()
        self._came_from: QWidget | None = None
        self.presenter = PalettePresenter(backend, self)
        self.box = SearchEdit(self)
        self.box.live_changed.connect(self._typed)
        self.box.installEventFilter(self)
        self._model = RowsModel(palette_columns(), self)
        self.table = QTableView(self)
        self._dress_table()
        self._empty = TwoLineLabel(self, role="quiet")
        self._foot = Label(parent=self, role="caption")
        self._foot.setWordWrap(True)
        self._card = OrderCardView(name="palette.card")
        self._card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside = QScrollArea(self)
        self._lay_out()
        window.installEventFilter(self)
        language().follow(self)
        theme().changed.connect(self._place)
        self.hide()

    @property
    def rows(self) -> tuple[PaletteRow, ...]:
        """The rows on show."""
        return self._model.rows

    def open(self, offer: Offer, text: str = "") -> None:
        """Show the box with the keys in it; what is open already begins anew."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self._offer = offer
        self.box.blockSignals(True)
        self.box.setText(text)
        self.box.blockSignals(False)
        self.show()
        self.raise_()
        self.box.setFocus()
        self.presenter.open(offer, text)
        self._place()

    def close_box(self, *, give_back: bool = True) -> None:
        """Take the box away; the focus goes back to where it came from."""
        if self.isHidden():
            return
        self.presenter.close()
        origin, self._came_from = self._came_from, None
        has_keys = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        if give_back and has_keys and origin is not None and origin.isVisible():
            origin.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something."""
        self.presenter.note_changes(changes)

    # what the presenter asks

    def show_hits(self, hits: Sequence[Hit], *, mark: int | None) -> None:
        """Show what was found; the cursor stays with its row unless it is told where to go."""
        today = self._here().today
        kinds = [hit.kind for hit in hits]
        rows = [
            palette_row(hit, is_first=at == 0 or kinds[at - 1] != hit.kind, today=today)
            for at, hit in enumerate(hits)
        ]
        self._model.show_rows(rows)
        if mark is not None:
            self._go(mark, by_hand=False)
        self._empty.setVisible(not rows and bool(self.box.text().strip()))
        self.table.setVisible(bool(rows))
        self._empty.show_text(tr("palette.nothing"))
        self._place()

    def show_card(self, card: OrderCard | None) -> None:
        """Show where an order is, without opening it; only where there is room for that."""
        self._card.show_card(card, self._here())
        self._beside.setVisible(card is not None and self._has_room_for_card())
        self._place()

    def choose(self, hit: Hit, *, new_tab: bool) -> None:
        """Go away and do it."""
        opens_draft = self.presenter.opens_draft(hit)
        self.close_box(give_back=True)
        if hit.kind in ("command", "recent"):
            self.action_chosen.emit(str(hit.value))
        elif hit.kind == "order":
            self.document_chosen.emit("entry" if opens_draft else "orders", hit.value, new_tab)
        elif isinstance(hit.about, Act):
            self.document_chosen.emit(hit.about.area, hit.about.key, new_tab)
        elif hit.kind == "person":
            self.person_chosen.emit(hit.value)
        elif hit.kind == "help":
            self.help_chosen.emit(str(hit.value))
        else:
            area = self.presenter.area_for(hit.kind)
            key = hit.value if area is not None else NewFor(hit.value)  # type: ignore[arg-type] # a customer
            self.document_chosen.emit(area or "entry", key, new_tab)

    def say_nothing_found(self) -> None:
        """Say why Enter opened nothing."""
        self.box.set_problem("warn")

    # Qt's own

    def retranslate(self) -> None:
        """Say every word again."""
        self.setAccessibleName(tr("ui.action.palette"))
        self.box.setAccessibleName(tr("palette.box"))
        self.box.setPlaceholderText(tr("palette.box"))
        self.table.setAccessibleName(tr("palette.found"))
        # A line breaks between two hints and not inside one.
        signs = [f"{sign} {tr(f'palette.kind.{kind}')}" for sign, kind in PREFIXES.items()]
        hints = [*tr("palette.foot").split(" · "), *signs]
        self._foot.setText(" · ".join(hint.replace(" ", "\N{NO-BREAK SPACE}") for hint in hints))
        self._empty.show_text(tr("palette.nothing"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the box, follow the window's size, and go when somebody works elsewhere."""
        if watched is self.table.viewport():
            if event.type() == QEvent.Type.Resize:  # its scroll bar came or went
                self._share_columns()
            return False
        if watched is not self.box:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            taker = QApplication.focusWidget()
            if taker is not None and not self.isAncestorOf(taker):
                self.close_box(give_back=False)
        elif isinstance(event, QKeyEvent) and not self.box.owns(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # nothing below may act while somebody types here
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    # inside

    def _key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if (event.key() == Qt.Key.Key_Escape and not held) or (control and event.key() == Qt.Key.Key_K):
            self.close_box()
        elif is_enter(event) and (not held or control):
            self.presenter.enter(self.box.text(), self.table.currentIndex().row(), new_tab=control)
        elif event.key() in _STEPS and not held:
            row = max(0, self.table.currentIndex().row() + _STEPS[Qt.Key(event.key())])
            self._go(min(row, len(self._model.rows) - 1), by_hand=True)
        elif event.key() == Qt.Key.Key_Tab:
            self.presenter.act_on(self.table.currentIndex().row())
        elif event.key() == Qt.Key.Key_Backtab:
            self.presenter.back()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self.box.set_problem("")
        self.presenter.type(text)

    def _go(self, row: int, *, by_hand: bool) -> None:
        if row < 0:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        else:
            self.table.setCurrentIndex(self._model.index(row, 0))
        self.presenter.mark(row, by_hand=by_hand)

    def _clicked(self, index: QModelIndex) -> None:
        self._go(index.row(), by_hand=True)
        self.presenter.enter(self.box.text(), index.row())

    def _here(self) -> Here:
        desk = self._backend.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        day: date = business_date(self._backend.clock.now(), zone)
        return Here(day, zone, desk.settings["currency"])

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("palette.list")
        table.setModel(self._model)
        table.setItemDelegate(CellDelegate(table, whole_rows=True, ring=False))
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.clicked.connect(self._clicked)
        table.viewport().installEventFilter(self)

    def _lay_out(self) -> None:
        self._beside.setWidgetResizable(True)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setWidget(self._card)
        self._beside.viewport().setAutoFillBackground(False)
        self._card.setAutoFillBackground(False)
        self._beside.hide()
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._beside)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self._empty)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)

    def _has_room_for_card(self) -> bool:
        return self.window().width() >= theme().px(_WIDTH + _CARD_WIDTH) + 60

    def _place(self) -> None:
        """Stand in the upper middle of the window, as high as what was found needs."""
        if self.isHidden():
            return
        window = self.window()
        with_card = self._beside.isVisible()
        wanted = theme().px(_WIDTH) + (theme().px(_CARD_WIDTH) if with_card else 0)
        width = min(wanted, window.width() - 40)
        self._beside.setFixedWidth(theme().px(_CARD_WIDTH))
        self.table.verticalHeader().setDefaultSectionSize(theme().row_height)
        rows = min(max(len(self._model.rows), _MOST_ROWS if with_card else 0), _MOST_ROWS)
        top = int(window.height() * _FROM_TOP)
        self.resize(width, self.height())
        self._column.activate()
        around = self.box.sizeHint().height() + self._foot.heightForWidth(width - 20) + 2 * 8 + 10 + 8 + 2
        if self._empty.isVisibleTo(self):
            around += self._empty.sizeHint().height() + 8
        room = max(theme().row_height, window.height() - top - 40 - around)
        listed = min(rows * theme().row_height, room // theme().row_height * theme().row_height)
        self.table.setFixedHeight(listed)
        height = around + (listed if rows else -8)
        self.setGeometry(QRect((window.width() - width) // 2, top, width, height))
        self._share_columns()

    def _share_columns(self) -> None:
        room = self.table.viewport().width()
        shares = [theme().px(column.width) for column in self._model.columns]
        rest = room - shares[0] - shares[3]
        if rest < theme().px(320):  # too narrow for all: the heading of the kind gives way first
            shares[0] = min(shares[0], max(theme().px(24), room // 8))
            rest = room - shares[0] - shares[3]
        shares[1], shares[2] = round(rest * 0.55), rest - round(rest * 0.55)
        for at, share in enumerate(shares):
            self.table.setColumnWidth(at, share)

"""From a key to what it changes on the screen, on long orders, against a bare table of equal rows.

Measured in the real window, offscreen: a digit and Enter in the quantity column, and Qt's work until prices,
problems and totals are painted. The bare table has as many rows and columns, takes the same keys into its own
editor, keeps the figure and paints. Beside it: how many lines one quantity works out again, and a paste.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unittest import mock

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from devtools.bench.measure import clocked, compare
from devtools.bench.table import Row
from orderdesk.intake.sample import sample_id
from orderdesk.rules import validation, worked_line
from orderdesk.rules.entry.pasting import paste_lines
from orderdesk.services import checking, entry
from orderdesk.services.entry import price_draft
from orderdesk.ui.screens.entry import rows as rows_of_grid
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.wire.commands import Command, SaveDraft
from orderdesk.wire.drafts import LineDraft, OrderDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from devtools.bench.place import Place
    from orderdesk.app import Desktop

BAR, PASTE_BAR = 3.0, 4.0
PASTED = 300
ENTER = Qt.Key.Key_Return
DIGITS = (Qt.Key.Key_3, Qt.Key.Key_4)
FIRST_ROW, ROWS = 2, 8  # in sight all of them


def rows(place: Place) -> Iterator[Row]:
    """Yield a row for each length of order."""
    from tests.support.desk import found
    from tests.support.keying_desk import desktop_of

    _application = QApplication.instance() or QApplication([])
    url = f"sqlite:///{(place.folder / 'desk.sqlite').as_posix()}"
    found(url)
    desktop = desktop_of(place.folder, url)
    screen = None
    for lines in (20,) if place.small else (200, 1_000):
        screen = open_order(desktop, lines)
        value, floor = compare(*keying(desktop, screen), place.rounds(40), warm_up=2)
        name = f"key to paint on an order of {lines:,} lines"
        yield Row(name, value, floor, BAR, floor_is="a bare QTableView of equal rows takes the same keys")
    assert screen is not None  # the longest order is still open
    count = len(screen.presenter.draft.lines)
    name = f"lines worked out again after one quantity of {count:,} lines"
    yield Row(name, worked_out_again(screen), 1, 1.0, "lines", "the one line")
    value, floor = compare(*pasting(desktop, PASTED // (10 if place.small else 1)), place.rounds(20))
    floor_is = "parsing and pricing the same rows"
    yield Row(f"paste {PASTED} rows", value, floor, PASTE_BAR, floor_is=floor_is)
    for window in tuple(desktop.windows.all):
        window.close()
    desktop.stop()


def worked_out_again(screen: EntryScreen) -> int:
    """Change one quantity and return how many lines were priced, checked or drawn anew, the most of them."""
    presenter = screen.presenter
    steps = ((entry, "_facts_of"), (worked_line, "WorkedLine"), (checking, "_line"), (validation, "_line"))
    with ExitStack() as patched:
        mocks = [
            patched.enter_context(mock.patch.object(module, name, wraps=getattr(module, name)))
            for module, name in (*steps, (rows_of_grid, "_row"))
        ]
        # The last line: of what an earlier one takes, lines of the same item have less.
        presenter.lines.typed(len(presenter.draft.lines) - 1, "quantity", "77")
        presenter.settle()
        # The row of the line is made twice: as typed, and with what it came to.
        counts = [one.call_count for one in mocks]
    assert all(counts), counts  # a step that goes by another name now would count nothing
    return max(*counts[:-1], counts[-1] - 1)


def pasting(desktop: Desktop, count: int) -> tuple[Callable[[], float], Callable[[], float]]:
    """Return the measures of a paste into an empty order until it is painted, and of its bare work."""
    backend = desktop.backend
    desktop.window.open_document("entry", None, new_tab=True)
    screen = desktop.window.current_screen
    assert isinstance(screen, EntryScreen)
    presenter = screen.presenter
    presenter.customer_taken(sample_id("customer", "C1001"))
    wait_for(lambda: backend.is_idle and not presenter.is_waiting)
    codes = sorted(item.code for item in backend.desk().items.values() if item.active)
    columns = ("code", "quantity", "discount")
    text = "".join(
        f"{codes[at % len(codes)]}\t{1 + at % 9}\t{1 + at // len(codes)}%\n" for at in range(count)
    )

    def pasted() -> float:
        def paste() -> None:
            presenter.pasting.paste(text, 0, columns)
            paint(lambda: not presenter._stale)

        took = clocked(paste)
        assert len(presenter.draft.lines) == count, len(presenter.draft.lines)
        known.append(presenter.draft)
        presenter.undo()
        rest()
        return took

    def bare() -> float:
        draft = known[0]
        return clocked(
            lambda: (
                paste_lines(text, presenter.quick.codes(), presenter.quick.context(), columns),
                price_draft(draft, presenter.desk, presenter.customer),
            )
        )

    known: list[OrderDraft] = []
    pasted()  # one ahead: the bare work prices what came of it
    return pasted, bare


def open_order(desktop: Desktop, lines: int) -> EntryScreen:
    """Save an order of so many lines, open it in the window, and return its screen."""
    backend = desktop.backend
    draft = long_order(backend, lines)
    command = Command(id=backend.ids.new(), data=SaveDraft(draft=draft))
    outcome = backend.door.execute(command, backend.actor)
    assert not outcome.is_refused, outcome.problems
    desktop.window.open_document("entry", draft.id)
    wait_for(lambda: backend.is_idle)
    screen = desktop.window.current_screen
    assert isinstance(screen, EntryScreen)
    wait_for(lambda: len(screen.presenter.draft.lines) == lines and not screen.presenter.is_waiting)
    return screen


def long_order(backend: Any, lines: int) -> OrderDraft:
    """Return a draft over all the company's items, again and again."""
    codes = sorted(item.code for item in backend.desk().items.values() if item.active)
    return OrderDraft(
        id=backend.ids.new(),
        customer_id=sample_id("customer", "C1001"),
        lines=tuple(
            LineDraft(
                id=backend.ids.new(),
                item_id=sample_id("item", codes[number % len(codes)]),
                quantity=Decimal(1 + number % 9),
            )
            for number in range(lines)
        ),
    )


def keying(desktop: Desktop, screen: EntryScreen) -> tuple[Callable[[], float], Callable[[], float]]:
    """Return the measures of both: each types into the next of the rows in sight."""
    window = desktop.window
    bare = bare_table(screen)
    turns = [0, 0]

    def at_the_desk() -> float:
        turns[0] += 1
        window.activateWindow()
        screen.go_to_cell(FIRST_ROW + turns[0] % ROWS, "quantity")
        rest()
        before = screen.presenter.draft
        took = clocked(lambda: keys(DIGITS[turns[0] // ROWS % 2], lambda: not screen.presenter._stale))
        assert screen.presenter.draft is not before
        return took

    def bare_keys() -> float:
        turns[1] += 1
        bare.activateWindow()
        bare.setFocus()
        model = bare.model()
        bare.setCurrentIndex(model.index(FIRST_ROW + turns[1] % ROWS, 4))
        rest()
        return clocked(lambda: keys(DIGITS[turns[1] // ROWS % 2], lambda: True))

    return at_the_desk, bare_keys


def keys(digit: Qt.Key, is_done: Callable[[], bool]) -> None:
    """Press a digit and Enter where the focus is, and let Qt work until all of it is painted."""
    for key in (digit, ENTER):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QCoreApplication.processEvents()
    paint(is_done)


def paint(is_done: Callable[[], bool]) -> None:
    """Let Qt work until something is done and painted."""
    while not is_done():
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def rest() -> None:
    """Let what is only looked at be drawn, too: it comes after the keys, never during the next ones."""
    until = time.monotonic() + 0.07
    while time.monotonic() < until:
        QCoreApplication.processEvents()


def wait_for(is_there: Callable[[], bool], seconds: float = 60) -> None:
    """Let Qt work until something is true; ``TimeoutError`` if it takes longer."""
    until = time.monotonic() + seconds
    while not is_there():
        QCoreApplication.processEvents()
        if time.monotonic() > until:
            raise TimeoutError("the desk did not come so far")


class _Figures(QAbstractTableModel):
    """The texts of the order's rows, ready made."""

    def __init__(self, texts: list[list[str]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return len(self._texts)

    def columnCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names and defaults
        return len(self._texts[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._texts[index.row()][index.column()]
        return None

    def setData(self, index: Any, value: object, _role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        self._texts[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Any) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


def bare_table(screen: EntryScreen) -> QTableView:
    """Return a table of Qt's own, on show, with the texts that the order's lines show, as large as they."""
    grid = screen.lines.grid
    model = screen.lines.model
    shown = [at for at in range(model.columnCount()) if not grid.isColumnHidden(at)]
    texts = [[str(model.index(row, at).data() or "") for at in shown] for row in range(model.rowCount())]
    table = QTableView()
    table.setModel(_Figures(texts))
    table._kept = table.model()  # type: ignore[attr-defined] # Qt does not own it
    table.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
    table.resize(grid.size())
    table.show()
    QCoreApplication.processEvents()
    return table

"""A list out into a file, and what an edited file would change, shown before it is taken. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.exporting import write_table
from orderdesk.intake.files.price_sheets import COLUMNS, SheetReading, read_sheet, sheet_rows
from orderdesk.services.store import Reader
from orderdesk.ui.language import language, tr
from orderdesk.ui.price_words import item_name, unit_word
from orderdesk.wire.records import PriceRecord
from orderdesk.words import error_text

if TYPE_CHECKING:
    from orderdesk.ui.screens.prices.presenter import PricesPresenter


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that was read for a list, not taken yet."""

    list_id: UUID
    reading: SheetReading


class Sheets:
    """The files of one list."""

    def __init__(self, presenter: PricesPresenter) -> None:
        self._presenter = presenter
        self._shown: Shown | None = None
        self._is_busy = False

    @property
    def reading(self) -> SheetReading | None:
        """What the file that was read last would change in the list on show."""
        shown = self._shown
        return shown.reading if shown is not None and shown.list_id == self._presenter.focused else None

    def export(self, path: Path) -> bool:
        """Write the list on show, with what is typed over it; return whether that was begun."""
        presenter, edit = self._presenter, self._presenter.edit
        if edit is None or self._is_busy:
            return False
        self._is_busy = True
        header = [tr(f"prices.sheet.{name}") for name in COLUMNS]
        items, today = presenter.items, presenter.today
        words = {mode: tr(f"prices.mode.{mode}") for mode in ("whole", "above")}
        rows = tuple(sheet_rows(edit.record, items, item_name, unit_word, lambda mode: words[mode], today))

        def work(_connection: Reader) -> int:
            return write_table(path, header, rows)

        def written(count: int) -> None:
            self._is_busy = False
            presenter.say("prices.exported", "done", n=count, file=path.name)

        presenter.backend.read_long(work, written, self._failed)
        return True

    def read(self, path: Path) -> bool:
        """Read an edited file, on the lane for long reads; return whether that was begun."""
        presenter, edit = self._presenter, self._presenter.edit
        if edit is None or self._is_busy or not presenter.can_edit:
            return False
        self._is_busy = True
        record, items = edit.record, tuple(presenter.items.values())
        new_id = presenter.backend.ids.new

        def work(_connection: Reader) -> SheetReading:
            return read_sheet(path, record, items, new_id)

        def taken(reading: SheetReading) -> None:
            self._is_busy = False
            self._shown = Shown(record.id, reading)
            presenter.show()

        presenter.backend.read_long(work, taken, self._failed)
        return True

    def drop(self) -> bool:
        """Forget the file; return whether one was shown."""
        was_shown, self._shown = self.reading is not None, None
        return was_shown

    def take(self, *, remove: bool) -> bool:
        """Take what the file changes into the list, one step of undo; with ``remove`` what it lacks goes."""
        presenter, edit, reading = self._presenter, self._presenter.edit, self.reading
        if edit is None or reading is None or not presenter.can_edit:
            return False
        entries = [*reading.changed, *reading.new]
        edit = edit.put(*entries)
        edit = edit.with_price(*(one for one in entries if isinstance(one, PriceRecord)))
        if remove:
            edit = edit.without(reading.missing)
        self._shown = None
        presenter.kept.update(one.id for one in entries)
        if presenter.change("prices.step.import", edit):
            presenter.offer_undo("prices.imported", n=len(entries), file=reading.file)
        else:
            presenter.show()
            presenter.say("prices.import.nothing", "info", file=reading.file)
        return True

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_busy = False
        lines = error_text(fault, language().current)
        self._presenter.say("prices.file_failed", "error", why=lines.replace("\n", " "))

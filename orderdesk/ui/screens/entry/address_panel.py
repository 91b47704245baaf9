"""An address for this order only (Ctrl+F2): pasted or typed in one line, and split into its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from orderdesk.errors import Problem
from orderdesk.services.checking import has_address
from orderdesk.ui.editors import CodeEdit, Edit, TextEdit
from orderdesk.ui.fields import Field, WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.addresses import LONGEST_PART, PARTS, address_of, corrected, pasted
from orderdesk.ui.screens.entry.form_panel import FormPanel
from orderdesk.wire.drafts import AddressDraft

_LONGEST = 600
_WIDTHS = {
    "receiver": (96, 1),
    "phone": (124, 1),
    "province": (104, 1),
    "city": (104, 1),
    "district": (104, 1),
    "rest": (220, 3),
}


class AddressPanel(FormPanel):
    """Enter accepts; where a part is in doubt it goes there first. Esc leaves the address as it was."""

    nowhere = Signal()  # no place is named

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="entry.address")
        self._of: Callable[[], str] = str
        self._address = AddressDraft()
        self._doubts: tuple[Problem, ...] = ()
        self.whole = TextEdit(self, name="entry.address.whole")
        self.whole.setMaxLength(_LONGEST)
        self.parts: dict[str, Edit] = {}
        for part in PARTS:
            kind = CodeEdit if part == "phone" else TextEdit
            self.parts[part] = kind(self, name=f"entry.address.{part}")
            self.parts[part].setMaxLength(LONGEST_PART)
            self.parts[part].textEdited.connect(lambda _text, part=part: self._corrected(part))
            self.parts[part].enter_pressed.connect(lambda _backwards: self.accept())
        self._doubt = ElidedLabel(self, role="warn")
        self._doubt.setObjectName("entry.address.doubt")
        self.whole.textEdited.connect(self._typed)
        self.whole.enter_pressed.connect(lambda _backwards: self._entered())
        self._fields = [
            Field(f"address.part.{part}", box, self, note=False) for part, box in self.parts.items()
        ]
        self._lay_out()
        self.follow()

    def open_address(self, of: Callable[[], str], address: AddressDraft, text: str = "") -> None:
        """Show an address, or split a text that was pasted; ``of`` says in words what it belongs to."""
        self._of, self._address, self._doubts = of, address, ()
        self.whole.setText(", ".join(line.strip() for line in text.splitlines() if line.strip()))
        self._show_parts(address)
        if text.strip():
            self._read(text)
        self.retranslate()
        self.show()
        box = self.whole if text.strip() or address == AddressDraft() else self.parts["receiver"]
        box.setFocus()
        if isinstance(box, QLineEdit):
            box.end(False)
        self.shown.emit(True)

    def half_typed(self, of_order: AddressDraft) -> dict[str, str]:
        """Return what stands here, and whether it began with the order's address."""
        found = {part: box.text() for part, box in self.parts.items()}
        return {
            **found,
            "whole": self.whole.text(),
            "is_of_order": "yes" if self._address == of_order else "",
        }

    def put_half_typed(self, kept: Mapping[str, str]) -> None:
        """Put back what stood here; a part that reads as it did is in doubt as it was."""
        found = pasted(kept.get("whole", ""))
        self.whole.setText(kept.get("whole", ""))
        for part, box in self.parts.items():
            box.setText(kept.get(part, ""))
        read = address_of(found)
        self._doubts = tuple(
            one for one in found.doubts if kept.get(one.path) == getattr(read, one.path, None)
        )
        self._show_doubts()

    def accept(self) -> bool:
        """Hand the address over; ``False`` where it names no place."""
        address = corrected(self._address, {part: box.text() for part, box in self.parts.items()})
        if not has_address(address):
            self.nowhere.emit()
            self.parts["rest"].setFocus()
            return False
        self.close_panel()
        self.accepted.emit(address)
        return True

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr("address.title", of=self._of()))
        self.hint.show_text(tr("address.hint"))
        self.whole.setPlaceholderText(tr("address.whole.hint"))
        self.whole.setAccessibleName(tr("address.whole"))
        for field in self._fields:
            field.retranslate()
        self._show_doubts()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._read(text)
        self.typing.emit()

    def _read(self, text: str) -> None:
        found = pasted(text)
        self._doubts = found.doubts
        self._show_parts(address_of(found))
        self._show_doubts()

    def _corrected(self, part: str) -> None:
        """A part that somebody looked at and typed is in doubt no more."""
        self._doubts = tuple(doubt for doubt in self._doubts if doubt.path != part)
        self._show_doubts()
        self.typing.emit()

    def _entered(self) -> None:
        """Accept what is sure; the first part in doubt is looked at before."""
        doubtful = next((part for part in PARTS if any(doubt.path == part for doubt in self._doubts)), None)
        if doubtful is None:
            self.accept()
            return
        self.parts[doubtful].setFocus()
        self.parts[doubtful].selectAll()

    def _show_parts(self, address: AddressDraft) -> None:
        for part, box in self.parts.items():
            box.setText(getattr(address, part))
            box.setCursorPosition(0)

    def _show_doubts(self) -> None:
        for part, box in self.parts.items():
            box.set_problem("warn" if any(doubt.path == part for doubt in self._doubts) else "")
        said = [partial(tr, doubt.code, **doubt.params) for doubt in self._doubts]
        self._doubt.show_text("  ".join(sentence() for sentence in said))
        self._doubt.setVisible(bool(said))

    def _lay_out(self) -> None:
        self.column.addWidget(self.whole)
        row = WrapRow(self)
        for part, field in zip(PARTS, self._fields, strict=True):
            row.add(field, *_WIDTHS[part])
        self.column.addWidget(row)
        self.column.addWidget(self._doubt)

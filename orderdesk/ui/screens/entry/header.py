"""The header of an order: who buys, where it goes, when, and what the customer may still owe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from orderdesk.services.desk import CustomerDesk, CustomerSummary, Desk
from orderdesk.ui.actions import is_enter
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.completion import Completion, Suggestion
from orderdesk.ui.credit_bar import CreditBar
from orderdesk.ui.editors import Choice, CodeEdit
from orderdesk.ui.fields import Committing, DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import plain_tooltip
from orderdesk.ui.screens.entry.addresses import known_addresses
from orderdesk.ui.screens.entry.columns import CUSTOMER_LIST
from orderdesk.ui.screens.entry.wording import (
    address_line,
    address_name,
    amount_text,
    data_word,
    local_name,
    long_date,
    receiver_line,
    short_date,
)
from orderdesk.wire.drafts import AddressDraft, OrderDraft
from orderdesk.words import format_quantity

FieldTaker = Callable[[str, object], bool]


class CustomerBox(CodeEdit):
    """One box for code, name, pinyin, initials or phone tail. Enter takes what the text means right now."""

    chosen = Signal(object)  # the customer's id, by Enter or the mouse
    taken = Signal(object)  # the customer's id, because the box was left
    unresolved = Signal(str, int)  # text, how many match

    def __init__(self, search: Callable[[str], Sequence[Suggestion]], parent: QWidget) -> None:
        super().__init__(parent, name="entry.customer")
        self._shown = ""
        self._stays = False  # nobody was taken for it, or it was brought back: it stays when the box is left
        self._id: object | None = None
        self._completion = Completion(self, search, CUSTOMER_LIST)
        self._completion.chosen.connect(self.chosen)
        self._completion.unresolved.connect(self._not_resolved)
        self.installEventFilter(self)  # after the completion's, so that it is asked first

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that no customer was taken for yet."""
        return self.text() != self._shown

    def show_customer(self, customer: CustomerSummary | None) -> None:
        """Show the chosen customer; a fresh order keeps the input method out again."""
        name = "" if customer is None else local_name(customer.name, customer.name_en)
        same = self._id == (customer.id if customer is not None else None)
        if same and self.is_changed and (self.hasFocus() or self._stays):
            self._shown = name
            return
        self._stays = False
        self._id = customer.id if customer is not None else None
        self._shown = name
        self.setText(name)
        self.setCursorPosition(0)
        self.set_problem("")
        self._completion.close()

    def refresh_list(self) -> None:
        """Show what has come late for the text in the box; a customer that was taken needs nothing more."""
        if self.is_changed:
            self._completion.refresh()

    def open_list(self) -> None:
        """Show the list for what is in the box."""
        self._completion.open()

    def commit(self) -> bool:
        """Take what is typed where it means one customer; ``False`` where it does not."""
        if not self.is_changed or not self.text().strip():
            if self.is_changed and self._id is not None:
                self.setText(self._shown)
            return True
        answer = self._completion.resolve()
        if answer.suggestion is None:
            self._not_resolved(answer.text, answer.matches)
            return False
        self.taken.emit(answer.suggestion.value)
        return True

    def hand_over(self) -> str:
        """Return what is typed and not taken, and let go of it: it is another box's from now on."""
        text = self.text().strip() if self.is_changed else ""
        self.restore()
        self._completion.close()
        return text

    def put_back(self, text: str) -> None:
        """Put a text back that was handed over."""
        if text:
            self.setText(text)
            self._stays = True

    def restore(self) -> bool:
        """Put the chosen customer's name back; return whether anything was typed."""
        self._stays = False
        if not self.is_changed:
            return False
        self.setText(self._shown)
        self.selectAll()
        self.set_problem("")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on the name that stands there go on to the lines; take what is typed when it is left."""
        if event.type() == QEvent.Type.FocusOut and watched is self:
            self.commit()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and is_enter(event)
            and not self.owns(event)
            and self._id is not None
            and not self.is_changed
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.chosen.emit(self._id)
            return True
        return super().eventFilter(watched, event)

    def _not_resolved(self, text: str, matches: int) -> None:
        self._stays = True
        self.set_problem("warn")
        self.unresolved.emit(text, matches)


class AddressBox(Choice):
    """The addresses known on this order. Insert asks for another one, paste brings one."""

    typed = Signal(str)  # a text to be split, or none

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another address; every other key is the box's."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.typed.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.typed.emit("")
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class HeaderCard(QFrame):
    """The first row of the form."""

    def __init__(
        self, search: Callable[[str], Sequence[Suggestion]], take: FieldTaker, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entry.header")
        self.setProperty("role", "card")
        self._take = take
        self._addresses: tuple[AddressDraft, ...] = ()
        self.customer = CustomerBox(search, self)
        self.po_number = CodeEdit(self, name="entry.po_number")
        self.deliver_to = AddressBox(self, name="entry.deliver_to")
        self.requested = DateEdit(self, name="entry.requested")
        self.credit_bar = CreditBar(self, name="entry.credit_bar")
        self.tier, self.customer_class = (
            ChipLabel(self, name="entry.tier"),
            ChipLabel(self, name="entry.class"),
        )
        self.hold = ChipLabel(self, name="entry.hold")
        self._fields = {
            "customer": Field("entry.field.customer", self.customer, self),
            "po_number": Field("entry.field.po_number", self.po_number, self),
            "deliver_to": Field("entry.field.deliver_to", self.deliver_to, self),
            "requested": Field("entry.field.requested", self.requested, self),
            "credit": Field("entry.field.credit", self.credit_bar, self),
        }
        for chip in (self.tier, self.customer_class, self.hold):
            self._fields["customer"].add_to_caption(chip)
            chip.show_chip(None)
        self.committing = {
            "po_number": Committing(self.po_number, lambda text: take("po_number", text)),
            "requested": Committing(self.requested, lambda text: take("requested", text)),
        }
        self.deliver_to.activated.connect(self._address_chosen)
        self._lay_out()
        language().follow(self)

    def boxes(self) -> dict[str, QWidget]:
        """Return the boxes by the name of their field in the draft."""
        return {
            "customer": self.customer,
            "customer_id": self.customer,
            "po_number": self.po_number,
            "deliver_to": self.deliver_to,
            "requested": self.requested,
        }

    def show_draft(self, draft: OrderDraft, desk: Desk, customer: CustomerDesk | None) -> None:
        """Show the header of a draft; while the customer is being read, what the list knew of it."""
        summary = desk.customers.get(draft.customer_id) if draft.customer_id is not None else None
        self.customer.show_customer(summary)
        self._show_chips(summary)
        self._fields["customer"].show_note(_contact(summary))
        self.committing["po_number"].show(draft.po_number)
        self.requested.set_today(lambda: desk.today)
        self.committing["requested"].show("" if draft.requested is None else draft.requested.isoformat())
        self._fields["requested"].show_note(_day_note(draft.requested, desk))
        self._show_addresses(draft, customer)

    def show_credit(self, customer: CustomerDesk | None, total: Decimal, waiting: bool) -> None:
        """Show the credit line with the day of its figures; an order without limit has none."""
        if customer is None or customer.credit_limit is None:
            none = "" if customer is None else tr("entry.credit.no_limit")
            self._fields["credit"].show_note(tr("entry.waiting") if waiting else none)
            self._fields["credit"].show_caption_note("")
            self.credit_bar.show_share(Decimal(0), Decimal(0))
            return
        limit, left = customer.credit_limit, customer.credit_left or Decimal(0)
        used = limit - left
        share = Decimal(1) / limit if limit else Decimal(0)
        self.credit_bar.show_share(used * share, (used + total) * share)
        after = left - total
        code = "entry.credit.left" if after >= 0 else "entry.credit.over"
        text = tr(code, amount=amount_text(abs(after), customer.currency), limit=format_quantity(limit))
        day = customer.receivable_as_of
        as_of = "" if day is None else tr("entry.as_of", when=short_date(day))
        self._fields["credit"].show_note(text)
        self._fields["credit"].show_caption_note(as_of)
        self.credit_bar.setAccessibleDescription(f"{text} {as_of}".rstrip())

    def retranslate(self) -> None:
        """Say every word in the present language."""
        for field in self._fields.values():
            field.retranslate()
        self.customer.setPlaceholderText(tr("entry.customer.hint"))
        self.requested.setPlaceholderText(tr("entry.requested.hint"))

    def _lay_out(self) -> None:
        row = WrapRow(self)
        for name, width, stretch in (
            ("customer", 232, 3),
            ("po_number", 104, 1),
            ("deliver_to", 150, 2),
            ("requested", 106, 1),
            ("credit", 150, 2),
        ):
            row.add(self._fields[name], width, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(row)

    def _show_chips(self, customer: CustomerSummary | None) -> None:
        if customer is None:
            for chip in (self.tier, self.customer_class, self.hold):
                chip.show_chip(None)
            return
        self.tier.show_chip(Chip(customer.tier, data_word("tier", customer.tier)))
        self.customer_class.show_chip(Chip("standard", data_word("class", customer.customer_class)))
        on_hold = customer.status != "active"
        self.hold.show_chip(Chip("hold", tr(f"term.status.{customer.status}")) if on_hold else None)

    def _show_addresses(self, draft: OrderDraft, customer: CustomerDesk | None) -> None:
        addresses = known_addresses(draft, customer)
        if addresses != self._addresses or self.deliver_to.count() != len(addresses):
            self._addresses = addresses
            self.deliver_to.clear()
            for at, address in enumerate(addresses, start=1):
                self.deliver_to.addItem(f"{at}  {address_name(address)}")
                tip = plain_tooltip(address_line(address))
                self.deliver_to.setItemData(at - 1, tip, Qt.ItemDataRole.ToolTipRole)
        at = addresses.index(draft.deliver_to) if draft.deliver_to in addresses else -1
        self.deliver_to.setCurrentIndex(at)
        self._fields["deliver_to"].show_note("" if at < 0 else receiver_line(addresses[at]))
        is_typed = at >= 0 and draft.deliver_to.address_id is None
        self._fields["deliver_to"].show_caption_note(tr("address.once") if is_typed else "")

    def _address_chosen(self, at: int) -> None:
        if 0 <= at < len(self._addresses):
            self._take("deliver_to", self._addresses[at])


def _day_note(day: date | None, desk: Desk) -> str:
    """Return a date with its weekday; the year where it is not this one."""
    if day is None:
        return ""
    return short_date(day) if day.year == desk.today.year else long_date(day)


def _contact(customer: CustomerSummary | None) -> str:
    """Return whom to call there; while nobody is chosen, by what else a customer is found."""
    if customer is None:
        return tr("entry.customer.also")
    return " · ".join(part for part in (customer.contact, customer.phone, customer.city) if part)

"""The second part of the header: everything that has a default and is rarely touched, all on the Tab path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import get_args

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from orderdesk.services.desk import Desk
from orderdesk.ui.editors import Choice, CodeEdit, NumberEdit, TextEdit
from orderdesk.ui.fields import Committing, DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.note_words import flags_text, note_text
from orderdesk.ui.screens.entry.wording import local_name
from orderdesk.values import plain
from orderdesk.wire.drafts import (
    DeliveryMethod,
    FreightTerms,
    InvoiceKind,
    OrderDraft,
    RoundingStep,
    Urgency,
    WhenShort,
)

# Field of the draft -> the values it may have, and the family of terms that words them.
CHOICES: dict[str, tuple[Sequence[str], str]] = {
    "delivery_method": (get_args(DeliveryMethod), "delivery_method"),
    "urgency": (get_args(Urgency), "urgency"),
    "when_short": (get_args(WhenShort), "when_short"),
    "freight_terms": (get_args(FreightTerms), "freight"),
    "rounding": (get_args(RoundingStep), "rounding"),
    "invoice_kind": (get_args(InvoiceKind), "kind.invoice"),
}

# Field of the draft -> the width of its box and its share of what is left, in the order of the Tab path.
_WIDTHS = {
    "document_date": (112, 0), "salesperson_id": (104, 1), "department": (104, 1),
    "delivery_method": (112, 1), "urgency": (84, 0), "when_short": (132, 1),
    "prices_include_tax": (112, 0),
    "order_discount": (84, 0), "rounding": (104, 0), "freight_terms": (122, 1), "freight": (84, 0),
    "invoice_kind": (122, 1), "drop_order": (148, 1), "sender_name": (132, 1),
    "sender_phone": (116, 1), "note": (200, 3),
}  # fmt: skip
FIELDS = tuple(_WIDTHS)


def summary(draft: OrderDraft, terms: str) -> str:
    """Return the section in one line behind the customer's terms, for when it is folded."""
    parts = [terms] if terms else []
    parts += [
        tr(f"term.{family}.{getattr(draft, name)}")
        for name, (_, family) in CHOICES.items()
        if name != "rounding" and getattr(draft, name) is not None
    ]
    parts.append(tr("entry.tax.included" if draft.prices_include_tax else "entry.tax.excluded"))
    if draft.order_discount:
        parts.append(tr("entry.more.discount", percent=plain(draft.order_discount * 100)))
    if draft.drop_order:
        parts.append(tr("entry.drop_order.yes"))
    parts += [note_text(note) for note in draft.notes]
    return " · ".join(parts)


class MoreCard(QFrame):
    """Document date, people, delivery, freight, discount, rounding, invoice, sender, notes."""

    def __init__(self, take: Callable[[str, object], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.more")
        self.setProperty("role", "card")
        self._take = take
        self._draft: OrderDraft | None = None
        self._desk: Desk | None = None
        self._choices = {name: Choice(self, name=f"entry.{name}") for name in CHOICES}
        self._salesperson = Choice(self, name="entry.salesperson")
        self._document_date = DateEdit(self, name="entry.document_date", future=False)
        self._freight = NumberEdit(self, name="entry.freight")
        self._order_discount = NumberEdit(self, name="entry.order_discount")
        self._note = TextEdit(self, name="entry.note")
        self._department = TextEdit(self, name="entry.department")
        self._drop_order = Choice(self, name="entry.drop_order")
        self._sender_name = TextEdit(self, name="entry.sender_name")
        self._sender_phone = CodeEdit(self, name="entry.sender_phone")
        self._tax = Choice(self, name="entry.prices_include_tax")
        self.committing = {
            name: Committing(box, self._taker(name))
            for name, box in (
                ("document_date", self._document_date),
                ("order_discount", self._order_discount),
                ("freight", self._freight),
                ("department", self._department),
                ("sender_name", self._sender_name),
                ("sender_phone", self._sender_phone),
                ("note", self._note),
            )
        }
        self._lay_out()
        for name, choice in self._choices.items():
            choice.activated.connect(lambda at, name=name: self._chosen(name, at))
        self._salesperson.activated.connect(self._salesperson_chosen)
        self._tax.activated.connect(lambda at: take("prices_include_tax", at == 0))
        self._drop_order.activated.connect(lambda at: take("drop_order", at == 1))
        language().follow(self)

    def boxes(self) -> dict[str, QWidget]:
        """Return the boxes by the name of their field in the draft, in the order of the Tab path."""
        return {
            "document_date": self._document_date,
            "salesperson_id": self._salesperson,
            "department": self._department,
            "delivery_method": self._choices["delivery_method"],
            "urgency": self._choices["urgency"],
            "when_short": self._choices["when_short"],
            "prices_include_tax": self._tax,
            "order_discount": self._order_discount,
            "rounding": self._choices["rounding"],
            "freight_terms": self._choices["freight_terms"],
            "freight": self._freight,
            "invoice_kind": self._choices["invoice_kind"],
            "drop_order": self._drop_order,
            "sender_name": self._sender_name,
            "sender_phone": self._sender_phone,
            "note": self._note,
        }

    def show_draft(self, draft: OrderDraft, desk: Desk) -> None:
        """Show what the draft holds; dates and people as they are when nothing was chosen."""
        self._draft, self._desk = draft, desk
        for name, (values, _) in CHOICES.items():
            value = getattr(draft, name)  # an invoice kind may still be the customer's to say
            self._choices[name].setCurrentIndex(-1 if value is None else list(values).index(value))
        self._document_date.set_today(lambda: desk.today)
        self._document_date.setPlaceholderText(desk.today.isoformat())
        day = draft.document_date
        self.committing["document_date"].show("" if day is None else day.isoformat())
        rate = draft.order_discount
        self.committing["order_discount"].show("" if not rate else plain(rate * 100))
        self.committing["freight"].show("" if draft.freight is None else plain(draft.freight))
        for name in ("department", "sender_name", "sender_phone"):
            self.committing[name].show(getattr(draft, name))
        self._show_notes(draft)
        self._show_sender(draft, desk)
        self._tax.setCurrentIndex(0 if draft.prices_include_tax else 1)
        self._freight.setEnabled(draft.freight_terms != "free")
        self._show_people(draft, desk)

    def retranslate(self) -> None:
        """Say every word in the present language."""
        for field in self._fields.values():
            field.retranslate()
        for name, (values, family) in CHOICES.items():
            box = self._choices[name]
            at = box.currentIndex()
            box.clear()
            box.addItems([tr(f"term.{family}.{value}") for value in values])
            box.setCurrentIndex(at)
        at = self._tax.currentIndex()
        self._tax.clear()
        self._tax.addItems([tr("entry.tax.with"), tr("entry.tax.without")])
        self._tax.setCurrentIndex(at)
        at = self._drop_order.currentIndex()
        self._drop_order.clear()
        self._drop_order.addItems([tr("entry.drop_order.no"), tr("entry.drop_order.yes")])
        self._drop_order.setCurrentIndex(at)
        self._order_discount.setPlaceholderText("%")
        if self._draft is not None and self._desk is not None:
            self._salesperson.clear()
            self.show_draft(self._draft, self._desk)

    def _lay_out(self) -> None:
        captions = {"salesperson_id": "salesperson"}
        self._fields = {
            name: Field(f"entry.field.{captions.get(name, name)}", box, self, note=False)
            for name, box in self.boxes().items()
        }
        row = self._row = WrapRow(self)
        for name, field in self._fields.items():
            row.add(field, *_WIDTHS[name])
        for one, other in pairwise(self.boxes().values()):
            self.setTabOrder(one, other)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(row)

    def _taker(self, name: str) -> Callable[[str], bool]:
        return lambda text: self._take(name, text)

    def _chosen(self, name: str, at: int) -> None:
        self._take(name, CHOICES[name][0][at])

    def _salesperson_chosen(self, at: int) -> None:
        self._take("salesperson_id", self._salesperson.itemData(at))

    def _show_notes(self, draft: OrderDraft) -> None:
        """Show the first note with its marks, and how many there are beside it."""
        first = draft.notes[0] if draft.notes else None
        self.committing["note"].show("" if first is None else first.text)
        more = tr("entry.note.more", n=len(draft.notes) - 1) if len(draft.notes) > 1 else ""
        marks = "" if first is None else flags_text(first)
        self._fields["note"].show_caption_note("  ".join(part for part in (marks, more) if part))

    def _show_sender(self, draft: OrderDraft, desk: Desk) -> None:
        """Ask for the sender on a drop order only; what stands there by itself is the customer's name."""
        self._drop_order.setCurrentIndex(1 if draft.drop_order else 0)
        customer = desk.customers.get(draft.customer_id) if draft.customer_id is not None else None
        self._sender_name.setPlaceholderText("" if customer is None else customer.name)
        self._sender_phone.setPlaceholderText("" if customer is None else customer.phone)
        hidden = [self._fields[name] for name in ("sender_name", "sender_phone")]
        if hidden[0].isHidden() == draft.drop_order:
            for field in hidden:
                field.setVisible(draft.drop_order)
            self._row.arrange()

    def _show_people(self, draft: OrderDraft, desk: Desk) -> None:
        if self._salesperson.count() != len(desk.people) + 1:
            self._salesperson.clear()
            self._salesperson.addItem("", None)
            for person in desk.people.values():
                self._salesperson.addItem(local_name(person.name, person.name_en), person.id)
        ids = [None, *desk.people]
        at = ids.index(draft.salesperson_id) if draft.salesperson_id in desk.people else 0
        self._salesperson.setCurrentIndex(at)

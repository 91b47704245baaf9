"""The first page of a customer: credit, orders, terms, basket, and what its tier gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from orderdesk.services.desk import Desk
from orderdesk.services.reading.customer_standing import CustomerStanding, customer_standing
from orderdesk.ui.backend import Backend
from orderdesk.ui.credit_bar import CreditBar
from orderdesk.ui.fact_sheet import RULE, Fact, FactSheet, head, note
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.order_card.wording import local, term
from orderdesk.ui.records.facts import here_of, unit_text
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.customers.matrix_text import (
    cell_text,
    group_text,
    line_text,
    source_text,
    terms_words,
)
from orderdesk.ui.theme import theme
from orderdesk.values import minor_digits
from orderdesk.words import format_amount, format_quantity

_MOST_IN_BASKET = 8
_MOST_TIERS = 3


class SummaryPage(RecordPage):
    """Everything at a glance; Enter begins the order of what the customer usually buys."""

    order_requested = Signal()
    loaded = Signal()

    def __init__(self, backend: Backend, lent: Lent) -> None:
        super().__init__("customer.summary")
        self._backend, self._lent = backend, lent
        self._record_id: UUID | None = None
        self._offers_order = False
        self.standing: CustomerStanding | None = None
        self._left = _card(self)
        self._bar = CreditBar(self._left, name="customer.credit")
        self.facts = FactSheet(self._left, name="customer.facts")
        self._order = QPushButton(self._left)
        self._order.setObjectName("customer.new_order")
        self._order.setProperty("role", "main")
        self._order.clicked.connect(self.order_requested)
        left = self._left.layout()
        assert isinstance(left, QVBoxLayout)
        left.addWidget(self._bar)
        left.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self._order, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        self._right = _card(self)
        self._heading = Label(parent=self._right, role="section")
        self.grid = MatrixGrid(self._right)
        right = self._right.layout()
        assert isinstance(right, QVBoxLayout)
        right.addWidget(self._heading)
        right.addWidget(self.grid)
        right.addStretch(1)
        inside = QWidget(self)
        inside.setObjectName("shell")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space("apart"))
        row.addWidget(self._left, 2)
        row.addWidget(self._right, 3)
        area = QScrollArea(self)
        area.setObjectName("customer.summary.area")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._area = area
        self.column.addWidget(area)
        theme().changed.connect(self._redraw)
        language().follow(self)

    def offer_order(self, offered: bool) -> None:
        """Say whether who works here takes orders."""
        self._offers_order = offered
        self._show()

    def show_form(self, form: RecordForm[Any], _marks: Mapping[str, str], *, may_change: bool) -> None:
        """Remember whose summary this is."""
        record_id = None if form.is_new else form.record.id
        if record_id != self._record_id:
            self._record_id, self.standing = record_id, None
            self._show()

    def come_up(self) -> None:
        """Read how it stands with the customer."""
        if self._record_id is None:
            return
        record_id, desk = self._record_id, self._backend.desk()
        self._lent.read(lambda reader: customer_standing(reader, record_id, desk), self._take)

    def landing(self) -> None:
        """Go to the way on: a new order."""
        if self._order.isVisible():
            self._order.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._order.setText(tr("customers.action.order"))
        self._show()

    def _take(self, standing: CustomerStanding | None) -> None:
        self.standing = standing
        self._show()
        if self._area.hasFocus():
            self.landing()
        self.loaded.emit()

    def _redraw(self) -> None:
        self.facts.redraw()
        self.grid.redraw()

    def _show(self) -> None:
        standing = self.standing
        self._order.setVisible(standing is not None and bool(standing.basket) and self._offers_order)
        if standing is None:
            self.facts.show_facts([note(tr("desk.loading"))])
            return
        self._show_credit(standing)
        self.facts.show_facts(_facts(standing, self._backend.desk()))
        tier = standing.matrix.groups
        self._heading.setText(tr("customers.matrix.heading", groups=[group_text(group) for group in tier]))
        self.grid.show_matrix(standing)

    def _show_credit(self, standing: CustomerStanding) -> None:
        customer = standing.customer
        limit = customer.credit_limit
        self._bar.setVisible(bool(limit))
        if limit:
            used = (limit - (customer.credit_left or Decimal(0))) / limit
            self._bar.show_share(max(used, Decimal(0)), max(used, Decimal(0)))
            self._bar.setAccessibleName(tr("customers.summary.credit"))


class MatrixGrid(QWidget):
    """A few columns of the matrix, each statement with its source as its tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("customer.matrix")
        self._standing: CustomerStanding | None = None
        self._labels: list[Label] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme().space("wide"))
        self._layout.setVerticalSpacing(6)

    def texts(self) -> list[list[str]]:
        """Return the rows on show, the heads first."""
        standing = self._standing
        if standing is None:
            return []
        heads = ["", *(group_text(group) for group in standing.matrix.groups)]
        return [
            heads,
            *([line_text(one), *(cell_text(cell) for cell in one.cells)] for one in standing.matrix.lines),
        ]

    def show_matrix(self, standing: CustomerStanding) -> None:
        """Show the columns that concern this customer."""
        self._standing = standing
        self.redraw()

    def redraw(self) -> None:
        """Make the labels anew."""
        for label in self._labels:
            self._layout.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        if self._standing is None:
            return
        for at, texts in enumerate(self.texts()):
            sources = self._sources(at)
            for column, text in enumerate(texts):
                role = "caption" if at == 0 else "quiet" if column == 0 else ""
                label = Label(text, self, role=role)
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                if column and sources:
                    set_tooltip(label, sources[column - 1])
                self._layout.addWidget(label, at, column)
                self._layout.setColumnStretch(column, 2 if column else 1)
                self._labels.append(label)
                label.show()

    def _sources(self, at: int) -> list[str]:
        if at == 0 or self._standing is None:
            return []
        cells = self._standing.matrix.lines[at - 1].cells
        return ["\n".join(dict.fromkeys(source_text(one.source) for one in cell)) for cell in cells]


def _card(parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(theme().space("near"))
    return card


def _facts(standing: CustomerStanding, desk: Desk) -> Sequence[Fact]:
    customer, here = standing.customer, here_of(desk)

    def money(amount: Decimal | None) -> str:
        return "" if amount is None else format_amount(amount, minor_digits(customer.currency))

    terms = (
        customer.terms_kind, customer.terms_days, customer.terms_closing_day, customer.terms_due_day,
    )  # fmt: skip
    limit, left = customer.credit_limit, customer.credit_left
    as_of = customer.receivable_as_of
    facts = [
        Fact(tr("customers.field.credit_limit"), money(limit) or tr("customers.hint.no_limit"), "total"),
        Fact(tr("customers.summary.open_amount"), money(customer.exposure)),
        Fact(
            tr("customers.field.receivable") if as_of is None
            else tr("customers.summary.receivable", day=here.day(as_of)),
            money(customer.receivable),
        ),
        *([Fact(tr("customers.summary.left"), money(left), tone="error" if left < 0 else "")]
          if left is not None else []),
        RULE,
        Fact(tr("customers.summary.open_orders"), str(standing.open_orders)),
        Fact(
            tr("customers.summary.overdue"), str(standing.overdue), tone="warn" if standing.overdue else ""
        ),
        Fact(tr("customers.summary.drafts"), str(standing.drafts)),
        Fact(tr("customers.field.terms"), terms_words(terms)),
    ]  # fmt: skip
    if standing.since is not None:
        facts.append(Fact(tr("customers.summary.since"), here.day(standing.since)))
    for row in standing.tiers[:_MOST_TIERS]:
        code = "customers.summary.tier" if row.state == "applied" else "customers.summary.tier_planned"
        params = {"before": term("tier", row.from_tier), "after": term("tier", row.to_tier)}
        facts.append(Fact(tr(code, **params), here.day(row.effective)))
    if customer.note:
        facts += [RULE, note(customer.note, "", "message-square")]
    facts += [RULE, head(tr("customers.summary.basket", n=len(standing.basket)))]
    facts += [
        Fact(
            f"{row.code}  {local(row.name, row.name_en)}",
            f"{format_quantity(row.quantity)} {unit_text(desk, row.item_id, row.unit)}",
        )
        for row in standing.basket[:_MOST_IN_BASKET]
    ]
    return facts

"""What this customer paid for an item before (Ctrl+F9): read when looked at, shown in the context panel.

No Qt. The answer of a line is kept while its order is on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.rules.facts import ItemFacts, PricedOrder
from orderdesk.ui.fact_sheet import RULE, Fact, head, note
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import local_name, long_date, price_text, unit_word
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.words import format_percent, format_quantity

if TYPE_CHECKING:
    from orderdesk.services.reading.customer_history import ItemHistoryRow
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

_MOST_SHOWN: Final = 10
_READ: Final = 50

Key = tuple[UUID, UUID]  # customer and item


class ItemMemory:
    """The history of the items of one order, as far as somebody has asked for it."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._of: UUID | None = None  # the order
        self._known: dict[Key, tuple[ItemHistoryRow, ...]] = {}
        self._asked: set[Key] = set()

    def facts(self, line: LineDraft | None) -> Sequence[Fact]:
        """Return the page of a line; what is not known yet is asked for, and the page shown again."""
        presenter = self._presenter
        draft = presenter.draft
        item = presenter.desk.items.get(line.item_id) if line is not None and line.item_id else None
        if draft.customer_id is None:
            return [note(tr("entry.page.no_customer"))]
        if line is None or item is None:
            return [note(tr("entry.page.no_line"))]
        title = note(f"{item.code}  {local_name(item.name, item.name_en)}", "strong")
        rows = self._rows((draft.customer_id, item.id))
        if rows is None:
            return [title, note(tr("memory.reading"))]
        if not rows:
            return [title, note(tr("memory.item.none"))]
        priced = presenter.evaluation.priced if presenter.evaluation is not None else None
        return [title, *_range(rows, draft, item, _price_now(priced, line, draft)), *_list(rows, draft, item)]

    def _rows(self, key: Key) -> tuple[ItemHistoryRow, ...] | None:
        presenter, draft = self._presenter, self._presenter.draft
        if self._of != draft.id:
            self._of, self._known, self._asked = draft.id, {}, set()
        if key in self._known or key in self._asked:
            return self._known.get(key)
        self._asked.add(key)

        from orderdesk.services.reading.customer_history import item_history

        def loaded(rows: tuple[ItemHistoryRow, ...]) -> None:
            if self._of == draft.id:
                self._known[key] = rows
                presenter.view.show_figures()

        def failed(fault: OrderDeskError) -> None:
            self._asked.discard(key)
            presenter.fault(fault)

        presenter.services.read(
            lambda connection: item_history(connection, *key, limit=_READ), loaded, failed
        )
        return self._known.get(key)


def _price(row: ItemHistoryRow, draft: OrderDraft) -> Decimal:
    return row.gross_unit_price if draft.prices_include_tax else row.net_unit_price


def _price_now(priced: PricedOrder | None, line: LineDraft, draft: OrderDraft) -> Decimal | None:
    figures = next((one for one in priced.lines if one.line_id == line.id), None) if priced else None
    if figures is None or figures.source == "none":
        return None
    return figures.gross_unit_price if draft.prices_include_tax else figures.net_unit_price


def _range(
    rows: Sequence[ItemHistoryRow], draft: OrderDraft, item: ItemFacts, now: Decimal | None
) -> list[Fact]:
    """Return what it costs now between what it cost least and most, in the unit and currency of today."""
    unit = rows[0].unit
    alike = [
        _price(row, draft)
        for row in rows
        if (row.unit, row.currency) == (unit, draft.currency) and not row.gift and row.state != "cancelled"
    ]
    facts = [] if now is None else [Fact(tr("memory.item.now"), price_text(now), kind="total")]
    if len(alike) > 1:
        word = unit_word(item, unit)
        facts.append(Fact(tr("memory.item.lowest", unit=word), price_text(min(alike))))
        facts.append(Fact(tr("memory.item.highest", unit=word), price_text(max(alike))))
    return facts


def _list(rows: Sequence[ItemHistoryRow], draft: OrderDraft, item: ItemFacts) -> list[Fact]:
    more = len(rows) == _READ
    facts = [RULE, head(tr("memory.item.more" if more else "memory.item.times", n=len(rows)))]
    for row in rows[:_MOST_SHOWN]:
        price = tr("term.source.gift") if row.gift else price_text(_price(row, draft))
        quantity = f"{format_quantity(row.quantity)} {unit_word(item, row.unit)}"
        facts.append(Fact(long_date(row.document_date), f"{quantity} × {price}"))
        facts.append(note(" · ".join(_remarks(row, draft)), "caption"))
    if len(rows) > _MOST_SHOWN:
        facts.append(note(tr("memory.item.earlier")))
    return facts


def _remarks(row: ItemHistoryRow, draft: OrderDraft) -> list[str]:
    """Return the order, and what was special about its price."""
    found = [row.number]
    if row.state not in ("closed", "released"):
        found.append(tr(f"term.state.order.{row.state}"))
    if row.currency != draft.currency:
        found.append(row.currency)
    if row.discount:
        found.append(tr("memory.item.discount", percent=format_percent(row.discount)))
    if row.price_source == "manual":
        found.append(tr("memory.item.manual"))
    if row.reason:
        found.append(row.reason)
    return found

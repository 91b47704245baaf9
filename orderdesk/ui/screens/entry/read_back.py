"""The order as sentences to read aloud to the customer (Shift+F12), in the language asked for. No Qt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from orderdesk import words
from orderdesk.rules.entry.readback import ReadBackLine, ReadBackOrder, ReadBackPart, read_back
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.services.desk import Desk
from orderdesk.services.entry import Evaluation, sales_unit
from orderdesk.ui.screens.entry.wording import address_line
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft
from orderdesk.words import Language


def sentences(
    draft: OrderDraft, desk: Desk, evaluation: Evaluation | None, language: Language
) -> tuple[str, ...]:
    """Return the order as it is read aloud; nothing where no line is complete.

    Lines that are not complete are left out. Prices that are not known yet are left out, and the total then
    too.
    """
    order = _order(draft, desk, evaluation, language)
    if not order.lines:
        return ()
    return tuple(
        words.text(sentence.code, language, **sentence.params) for sentence in read_back(order, language)
    )


def incomplete(draft: OrderDraft, desk: Desk) -> int:
    """Return how many lines are left out because they lack an item or a quantity."""
    begun = [line for line in draft.lines if line.item_id is not None or line.typed_code or line.quantity]
    return sum(1 for line in begun if _item(line, desk) is None)


def _order(draft: OrderDraft, desk: Desk, evaluation: Evaluation | None, language: Language) -> ReadBackOrder:
    priced = evaluation.priced if evaluation is not None else None
    figures = {line.line_id: line for line in priced.lines} if priced is not None else {}
    customer = desk.customers.get(draft.customer_id) if draft.customer_id is not None else None
    lines = []
    for line in draft.lines:
        item = _item(line, desk)
        if item is not None:
            lines.append(_line(line, item, figures.get(line.id), draft, language))
    is_priced = bool(figures) and all(one.source != "none" for one in figures.values())
    return ReadBackOrder(
        customer=_in(language, customer.name, customer.name_en) if customer is not None else "",
        lines=tuple(lines),
        total=priced.total if priced is not None and is_priced else None,
        currency=draft.currency,
        po_number=draft.po_number,
        requested=draft.requested,
        deliver_to=_place(draft.deliver_to, language),
        receiver=draft.deliver_to.receiver,
    )


def _item(line: LineDraft, desk: Desk) -> ItemFacts | None:
    """Return the item of a complete line."""
    return desk.items.get(line.item_id) if line.item_id is not None and line.quantity else None


def _line(
    line: LineDraft, item: ItemFacts, figures: PricedLine | None, draft: OrderDraft, language: Language
) -> ReadBackLine:
    unit = sales_unit(line, item)
    unit_en = next((entry.name_en for entry in item.units if entry.unit == unit), "")
    price = figures.unit_price if figures is not None and figures.source != "none" else None
    return ReadBackLine(
        name=_in(language, item.name, item.name_en),
        quantity=line.quantity or Decimal(0),
        unit=_in(language, unit, unit_en),
        price=price,
        price_unit=item.price_unit,
        is_gift=line.gift,
        parts=_parts(line, draft, language),
    )


def _parts(line: LineDraft, draft: OrderDraft, language: Language) -> tuple[ReadBackPart, ...]:
    """Return the deliveries of a line, unless all of it goes with the order."""
    found = tuple(
        ReadBackPart(
            part.quantity,
            _day(part.requested, draft),
            _place(part.deliver_to, language) if part.deliver_to is not None else "",
        )
        for part in line.schedule
    )
    is_with_order = len(found) == 1 and found[0].day == draft.requested and not found[0].where
    return () if is_with_order else found


def _day(requested: date | None, draft: OrderDraft) -> date | None:
    return requested or draft.requested


def _place(address: AddressDraft, language: Language) -> str:
    comma = "，" if language == "zh" else ", "
    return comma.join(part for part in (address.label, address_line(address)) if part)


def _in(language: Language, name: str, name_en: str) -> str:
    return name_en if language == "en" and name_en else name

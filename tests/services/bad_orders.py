"""Bad orders, made up from a seed: faults of every kind that the checks know, several at once, and mends.

A fault says which problems it must lead to, with their fields; a mend does what the sentence of a problem
tells the clerk to do, and nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, insert, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Item, Price, Setting, Site
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft
from tests.support.desk import SampleDesk

GOOD_ITEMS = ("A105", "B210", "C330", "D410", "E530", "F610", "D412", "E520")
NOT_SOLD, WITHOUT_PRICE, BY_THE_HUNDRED = "D440", "K920", "F601"
USED_PO = "HD-26-0311"
CLOSED_UNTIL = date(2026, 3, 5)
SOON = date(2026, 3, 12)

Found = tuple[str, str]  # code without "problem.", path


def prepare(desk: SampleDesk) -> None:
    """Give the store what faults need: an item that ended, one without price, a closed month, a PO used."""
    with desk.store.writing() as session:
        session.execute(update(Item).where(Item.code == NOT_SOLD).values(active=False))
        session.execute(update(Item).where(Item.code == WITHOUT_PRICE).values(list_price=None))
        session.execute(delete(Price).where(Price.item_id == sample_id("item", WITHOUT_PRICE)))
        session.execute(update(Site).values(closed_until=CLOSED_UNTIL))
        session.execute(insert(Setting), [{"key": "discount.limit", "value": "0.2"}])
        session.commit()
    outcome = desk.submit(desk.draft("C1001", ("C345", "1"), po_number=USED_PO))
    assert not outcome.is_refused, outcome.problems


@dataclass
class BadOrder:
    """An order with faults: which problems must come, and which warnings beside them."""

    draft: OrderDraft
    blocks: set[Found] = field(default_factory=set)
    warns: set[Found] = field(default_factory=set)


class Maker:
    """Makes bad orders, the same ones for the same seed."""

    def __init__(self, desk: SampleDesk, seed: int) -> None:
        self.desk = desk
        self.any = random.Random(seed)

    def order(self) -> BadOrder:
        """Return an order with at least one fault that keeps it from being submitted."""
        self.desk.keep_facts()
        while True:
            made = self._order()
            if made.blocks:
                return made

    # ── the header ─────────────────────────────────────────────────────────────────────────────────────────

    def _order(self) -> BadOrder:
        whose = self.any.choices(["good", "missing", "stopped", "on_hold"], [6, 2, 1, 1])[0]
        too_much = "" if whose != "good" else self.any.choice(["", "", "", "amount", "standard", "sample"])
        code = {"stopped": "C3015", "on_hold": "C3002"}.get(
            whose, "C2002" if too_much == "standard" else "C1001"
        )
        items = self.any.sample(GOOD_ITEMS, self.any.randint(2, 5))
        draft = self.desk.draft(
            code, *[(item, str(self.any.randint(1, 4))) for item in items], requested=SOON
        )
        made = BadOrder(draft)
        if whose != "good":
            made.blocks.add((f"order.customer.{whose}", "customer_id"))
        self._spoil_header(made)
        lines = list(made.draft.lines)
        for at in range(len(lines)):
            lines[at] = self._spoiled(made, at, lines[at], has_prices=whose != "missing")
        lines += self._too_much(made, too_much, len(lines))
        if self.any.random() < 0.04:
            lines = []
            made.blocks = {one for one in made.blocks if not one[1].startswith("lines")} | {
                ("order.lines.missing", "lines")
            }
            made.warns = {one for one in made.warns if not one[1].startswith("lines")}
            made.blocks -= {("order.check.large_standard_order", ""), ("order.check.sample_too_large", "")}
        fields: dict[str, Any] = {"lines": tuple(lines)}
        if whose == "missing":
            fields |= {"customer_id": None}
        made.draft = made.draft.model_copy(update=fields)
        return made

    def _spoil_header(self, made: BadOrder) -> None:
        fields: dict[str, Any] = {}
        when = self.any.choice(["", "", "", "future", "closed"])
        if when:
            fields["document_date"] = date(2026, 3, 20) if when == "future" else date(2026, 3, 3)
            made.blocks.add((f"order.document_date.{when}", "document_date"))
        if self._now_and_then():
            fields["requested"] = date(2026, 3, 2)
            made.blocks.add(("order.requested.past", "requested"))
        if self._now_and_then():
            fields["deliver_to"] = AddressDraft(receiver="沈丽华")
            made.blocks.add(("order.address.missing", "deliver_to"))
        if self._now_and_then():
            fields["freight"] = Decimal(-5)
            made.blocks.add(("order.freight.range", "freight"))
        if self._now_and_then():
            fields["order_discount"] = self.any.choice([Decimal("1.5"), Decimal("0.3")])
            if fields["order_discount"] > 1:
                made.blocks.add(("order.discount.range", "order_discount"))
            else:
                made.warns.add(("order.discount.limit", "order_discount"))
        if self._now_and_then() and made.draft.customer_id == sample_id("customer", "C1001"):
            fields["po_number"] = USED_PO
        made.draft = made.draft.model_copy(update=fields)

    def _too_much(self, made: BadOrder, what: str, at: int) -> list[LineDraft]:
        """Return lines that make the order too large, each sound by itself."""
        if not what:
            return []
        if what == "amount":
            dear = {
                "quantity": Decimal(9_999_999),
                "manual_price": Decimal(8_800_000),
                "manual_reason": "contract",
            }
            made.blocks.add(("order.amount.range", "lines"))
            return [self._line("A107", **dear), self._line("A115", **dear)]
        if what == "sample":
            made.draft = made.draft.model_copy(update={"kind": "sample"})
            made.blocks.add(("order.check.sample_too_large", ""))
            return [self._line("D435", quantity=Decimal(9))]
        made.blocks.add(("order.check.large_standard_order", ""))
        made.warns.add(("line.stock.short", f"lines[{at}].quantity"))
        return [self._line("D415", quantity=Decimal(999))]

    # ── a line ─────────────────────────────────────────────────────────────────────────────────────────────

    def _spoiled(self, made: BadOrder, at: int, line: LineDraft, has_prices: bool) -> LineDraft:
        """Return the line with nothing, one or several faults that can stand together."""
        fields: dict[str, Any] = {}
        blocks: list[Found] = []
        sorts = ["", "item", "quantity", "unit", "price", "amount"]
        sort = self.any.choices(sorts, [3, 2, 2, 1, 4, 1])[0]
        if sort == "item":
            self._spoil_item(fields, blocks)
        elif sort == "quantity":
            self._spoil_quantity(made, at, fields, blocks)
        elif sort == "unit":
            fields["unit"] = "furlong"
            blocks.append(("line.unit.unknown", "unit"))
        elif sort == "price":
            self._spoil_price(made, at, line, fields, blocks, has_prices=has_prices)
        elif sort == "amount" and has_prices:
            fields |= {"quantity": Decimal(9_999_999), "manual_price": Decimal(99_999_999)}
            fields["manual_reason"] = "contract"
            blocks.append(("line.amount.range", "quantity"))
        if sort in ("item", "quantity", "unit") and self._now_and_then():
            fields |= {"gift": True, "gift_reason": " "}
            blocks.append(("line.gift.reason", "gift_reason"))
        if sort != "amount" and self._now_and_then():
            self._spoil_schedule(line.model_copy(update=fields), fields, blocks)
        made.blocks |= {(code, f"lines[{at}].{path}") for code, path in blocks}
        return line.model_copy(update=fields)

    def _spoil_item(self, fields: dict[str, Any], blocks: list[Found]) -> None:
        sort = self.any.choice(["unknown", "missing", "inactive"])
        fields["item_id"] = sample_id("item", NOT_SOLD) if sort == "inactive" else None
        fields["typed_code"] = "B2I0" if sort == "unknown" else ""
        fields["seen_price"] = None
        blocks.append((f"line.item.{sort}", "item_id"))

    def _spoil_quantity(self, made: BadOrder, at: int, fields: dict[str, Any], blocks: list[Found]) -> None:
        sort = self.any.choice(["missing", "missing", "range", "multiple"])
        if sort == "multiple":
            fields |= {
                "item_id": sample_id("item", BY_THE_HUNDRED),
                "quantity": Decimal(150),
                "seen_price": None,
            }
            made.warns.add(("line.quantity.multiple", f"lines[{at}].quantity"))
            return
        fields["quantity"] = (
            None if sort == "missing" else self.any.choice([Decimal("1.2345"), Decimal(10**8)])
        )
        blocks.append((f"line.quantity.{sort}", "quantity"))
        if sort == "missing" and self._now_and_then():
            fields["unit"] = "furlong"
            blocks.append(("line.unit.unknown", "unit"))

    def _spoil_price(
        self,
        made: BadOrder,
        at: int,
        line: LineDraft,
        fields: dict[str, Any],
        blocks: list[Found],
        *,
        has_prices: bool,
    ) -> None:
        sorts = ["reason", "with_price", "price range", "discount range", "limit", "floor"]
        sort = self.any.choice([*sorts, "missing", "changed"] if has_prices else sorts[:-1])
        if sort in ("reason", "with_price"):
            fields |= {"manual_price": Decimal(99), "manual_reason": " "}
            blocks.append(("line.price.reason", "manual_reason"))
        if sort == "with_price":
            fields["discount"] = Decimal("0.1")
            blocks.append(("line.discount.with_price", "discount"))
        elif sort == "price range":
            fields |= {"manual_price": Decimal(-1), "manual_reason": "contract"}
            blocks.append(("line.price.range", "manual_price"))
        elif sort == "discount range":
            fields["discount"] = Decimal("1.5")
            blocks.append(("line.discount.range", "discount"))
        elif sort == "limit":
            fields["discount"] = Decimal("0.25")
            made.warns.add(("line.discount.limit", f"lines[{at}].discount"))
        elif sort == "floor":
            fields |= {"manual_price": Decimal(1), "manual_reason": "end of line"}
            made.warns.add(("line.price.below_floor", f"lines[{at}].manual_price"))
        elif sort == "missing":
            fields |= {"item_id": sample_id("item", WITHOUT_PRICE), "seen_price": None, "unit": ""}
            blocks.append(("line.price.missing", "manual_price"))
        elif sort == "changed":
            fields["seen_price"] = (line.seen_price or Decimal(0)) + 1
            blocks.append(("line.price.changed", "seen_price"))

    def _spoil_schedule(self, line: LineDraft, fields: dict[str, Any], blocks: list[Found]) -> None:
        quantity = line.quantity
        sort = self.any.choice(["sum", "past", "quantity"]) if quantity else "past"
        rest = quantity or Decimal(3)
        parts = [(rest, SOON)]
        if sort == "sum":
            parts = [(rest, SOON), (Decimal(1), date(2026, 3, 19))]
            blocks.append(("line.schedule.sum", "schedule"))
        if sort == "quantity":
            parts = [(rest, SOON), (Decimal(0), date(2026, 3, 19))]
            blocks.append(("line.schedule.quantity", "schedule[1].quantity"))
        if sort == "past":
            parts = [(rest, date(2026, 3, 1))]
            blocks.append(("line.schedule.past", "schedule[0].requested"))
        fields["schedule"] = tuple(
            ScheduleDraft(id=self.desk.ports.ids.new(), quantity=Decimal(0), requested=day).model_copy(
                update={"quantity": part}  # past what a message may say, as the quantity of its line
            )
            for part, day in parts
        )

    def _line(self, code: str, **fields: Any) -> LineDraft:
        return LineDraft(id=self.desk.ports.ids.new(), item_id=sample_id("item", code), **fields)

    def _now_and_then(self) -> bool:
        return self.any.random() < 0.2


# ── mends: what the sentence of each problem says ──────────────────────────────────────────────────────────


def _header(**fields: Any) -> Callable[[OrderDraft, SampleDesk], OrderDraft]:
    return lambda draft, _desk: draft.model_copy(update=fields)


def _choose_customer(draft: OrderDraft, desk: SampleDesk) -> OrderDraft:
    customer = desk.customer("C1001")
    # An address that was typed, or is missing, is another matter.
    return draft.model_copy(update={"customer_id": customer.id})


def _choose_address(draft: OrderDraft, desk: SampleDesk) -> OrderDraft:
    return draft.model_copy(update={"deliver_to": desk.customer("C1001").addresses[0]})


def _add_line(draft: OrderDraft, desk: SampleDesk) -> OrderDraft:
    item = sample_id("item", "A105")
    line = LineDraft(id=desk.ports.ids.new(), item_id=item, quantity=Decimal(1))
    return draft.model_copy(update={"lines": (line,)})


def _shrink(draft: OrderDraft, _desk: SampleDesk) -> OrderDraft:
    """Check the figures, as an amount out of bounds asks for."""
    large = {"quantity": Decimal(1), "manual_price": None, "manual_reason": ""}
    lines = [
        line.model_copy(update=large) if (line.quantity or 0) == 9_999_999 and line.manual_price == 8_800_000
        else line
        for line in draft.lines
    ]  # fmt: skip
    return draft.model_copy(update={"lines": tuple(lines)})


def _split(draft: OrderDraft, _desk: SampleDesk) -> OrderDraft:
    lines = [
        line.model_copy(update={"quantity": Decimal(2)}) if line.quantity == 999 else line
        for line in draft.lines
    ]
    return draft.model_copy(update={"lines": tuple(lines)})


OF_HEADER: dict[str, Callable[[OrderDraft, SampleDesk], OrderDraft]] = {
    "order.customer.missing": _choose_customer,
    "order.customer.on_hold": _choose_customer,
    "order.customer.stopped": _choose_customer,
    "order.document_date.future": _header(document_date=None),
    "order.document_date.closed": _header(document_date=None),
    "order.requested.past": _header(requested=SOON),
    "order.address.missing": _choose_address,
    "order.freight.range": _header(freight=Decimal(5)),
    "order.discount.range": _header(order_discount=Decimal("0.015")),
    "order.lines.missing": _add_line,
    "order.amount.range": _shrink,
    "order.check.sample_too_large": _header(kind="order"),
    "order.check.large_standard_order": _split,
}


def _scheduled_anew(line: LineDraft) -> dict[str, Any]:
    """Put the deliveries right as one says it: the first takes the whole line, on a day to come."""
    if not line.schedule:
        return {}
    first = line.schedule[0].model_copy(update={"quantity": line.quantity or Decimal(3), "requested": SOON})
    return {"schedule": (first,)}


OF_LINE: dict[str, Callable[[LineDraft], dict[str, Any]]] = {
    "line.item.unknown": lambda _line: {"item_id": sample_id("item", "B210"), "typed_code": "B210"},
    "line.item.missing": lambda _line: {"item_id": sample_id("item", "B210"), "typed_code": "B210"},
    "line.item.inactive": lambda _line: {"item_id": sample_id("item", "B211"), "typed_code": "B211"},
    "line.quantity.missing": lambda _line: {"quantity": Decimal(3)},
    "line.quantity.range": lambda _line: {"quantity": Decimal(3)},
    "line.amount.range": lambda _line: {"quantity": Decimal(1), "manual_price": Decimal(900)},
    "line.unit.unknown": lambda _line: {"unit": ""},
    "line.price.reason": lambda _line: {"manual_reason": "trade fair"},
    "line.price.range": lambda _line: {"manual_price": Decimal(900)},
    "line.price.missing": lambda _line: {"manual_price": Decimal(120), "manual_reason": "asked the boss"},
    "line.price.changed": lambda _line: {},  # it is read out anew, as all prices are before a submit
    "line.discount.range": lambda _line: {"discount": Decimal("0.01")},
    "line.discount.with_price": lambda _line: {"discount": None},
    "line.gift.reason": lambda _line: {"gift_reason": "complaint"},
    "line.schedule.sum": _scheduled_anew,
    "line.schedule.quantity": _scheduled_anew,
    "line.schedule.past": _scheduled_anew,
}


def mended(draft: OrderDraft, blocks: list[Found], desk: SampleDesk) -> OrderDraft:
    """Return the draft with every one of these problems mended once, and its prices seen as they are now."""
    lines = list(draft.lines)
    for code, path in sorted(blocks, key=lambda one: one[0].startswith("line.schedule")):
        if code in OF_LINE:
            at = int(path.removeprefix("lines[").partition("]")[0])
            lines[at] = lines[at].model_copy(update=OF_LINE[code](lines[at]))
    for at, line in enumerate(lines):  # one part follows its line, as on the screen
        if len(line.schedule) == 1 and line.quantity:
            part = line.schedule[0].model_copy(update={"quantity": line.quantity})
            lines[at] = line.model_copy(update={"schedule": (part,)})
    put_right = draft.model_copy(update={"lines": tuple(lines)})
    for code, _path in blocks:
        if code in OF_HEADER:
            put_right = OF_HEADER[code](put_right, desk)
    return desk.with_seen_prices(put_right)

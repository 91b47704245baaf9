"""The fixtures that the capabilities name: FX-12, FX-200, FX-10k with its known faults, FX-TIER.

All of them are made by the generator that makes ``init --size office|large``, on the company of
``tests/support/made_up.py``; FX-TIER brings a company of its own, with its totals worked out by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, TypeVar
from uuid import UUID

from orderdesk.intake.office.drafting import Drafting
from orderdesk.intake.office.masters import Masters, make_masters
from orderdesk.intake.office.past import line_counts
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.office.timeline import made_id
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Chances, chances
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft
from orderdesk.wire.records import CustomerRecord, SeedBatch

_T = TypeVar("_T")

FaultKind = Literal[
    "wrong_sku", "wrong_price", "wrong_address", "wrong_date", "duplicate", "over_credit", "bad_config"
]  # fmt: skip
FAULTS: tuple[FaultKind, ...] = (
    "wrong_sku", "wrong_price", "wrong_address", "wrong_date", "duplicate", "over_credit", "bad_config",
)  # fmt: skip
EACH = 50  # one order of so many has a fault, each kind in its turn


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line as it stands on the paper that the clerk keys from."""

    code: str
    name: str
    quantity: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an order: where, and what stands there instead of what was meant."""

    position: int  # of the order among all
    kind: FaultKind
    path: str
    meant: str
    keyed: str


@dataclass(frozen=True, slots=True)
class FaultyOrders:
    """Orders as they were keyed, and the list of all faults that are in them."""

    drafts: tuple[OrderDraft, ...]
    faults: tuple[Fault, ...]

    def fault_of(self, position: int) -> Fault | None:
        """Return the fault of an order; ``None`` for one that is right."""
        return next((fault for fault in self.faults if fault.position == position), None)


class Fixtures:
    """Makes the fixtures for a company; the same size and day make the same orders."""

    def __init__(self, size: StoreSize, today: date) -> None:
        self.masters: Masters = make_masters(size, today)
        self._seed, self._today = size.seed, today
        self._drafting = Drafting(self.masters)
        self._items = {item.id: item for item in self.masters.items}
        self._active = [item for item in self.masters.items if item.active]

    def fx_12(self) -> OrderDraft:
        """Return FX-12: a standard order of 12 lines."""
        return self._standard(12)

    def fx_200(self) -> OrderDraft:
        """Return FX-200: an order of 200 lines."""
        return self._standard(200)

    def paper(self, draft: OrderDraft) -> tuple[PaperLine, ...]:
        """Return an order as it stands on paper."""
        found = []
        for line in draft.lines:
            item = self._items[_known(line.item_id)]
            found.append(PaperLine(item.code, item.name, _known(line.quantity), line.unit or item.unit))
        return tuple(found)

    def fx_10k(self, count: int = 10_000) -> FaultyOrders:
        """Return FX-10k: ``count`` orders of a day, and the faults that were put into them."""
        chance = chances(self._seed, "FX-10k")
        drafts: list[OrderDraft] = []
        faults: list[Fault] = []
        for position, lines in enumerate(line_counts(0, count, self._seed)):
            draft = self._draft(position, lines, chance)
            if position % EACH == EACH - 1:
                kind = FAULTS[position // EACH % len(FAULTS)]
                draft, path, meant, keyed = self._broken(kind, draft, drafts, chance)
                faults.append(Fault(position, kind, path, meant, keyed))
            drafts.append(draft)
        return FaultyOrders(tuple(drafts), tuple(faults))

    def _standard(self, lines: int) -> OrderDraft:
        chance = chances(self._seed, "FX", lines)
        good = {one.id for one in self.masters.customers if one.tier in ("vip", "a")}  # may order this much
        draft = self._draft(0, lines, chance)
        while draft.customer_id not in good:
            draft = self._draft(0, lines, chance)
        plain = tuple(
            LineDraft(id=line.id, item_id=line.item_id, quantity=line.quantity) for line in draft.lines
        )  # fmt: skip
        return draft.model_copy(update={"lines": plain, "order_discount": None, "po_number": f"FX-{lines}"})

    def _draft(self, position: int, lines: int, chance: Chances) -> OrderDraft:
        record = self._drafting.customer(chance)
        return self._drafting.draft(record, lines, self._today, _ids(position, self._today, chance), chance)

    def _broken(
        self, kind: FaultKind, draft: OrderDraft, before: Sequence[OrderDraft], chance: Chances
    ) -> tuple[OrderDraft, str, str, str]:
        """Return an order with a fault, with its place, what was meant and what was keyed."""
        first = draft.lines[0]
        item = self._items[_known(first.item_id)]
        if kind == "wrong_sku":  # the next code in the list: one sign of it differs
            other = self._active[(self._active.index(item) + 1) % len(self._active)]
            line = first.model_copy(update={"item_id": other.id})
            return _with_line(draft, line), "lines[0].item_id", item.code, other.code
        if kind == "wrong_price":  # the decimal point slipped
            right = _known(item.list_price)
            wrong = (right / 10).quantize(Decimal("0.01"))
            line = LineDraft(
                id=first.id, item_id=item.id, quantity=first.quantity, manual_price=wrong,
                manual_reason="as agreed",
            )  # fmt: skip
            return _with_line(draft, line), "lines[0].manual_price", str(right), str(wrong)
        if kind == "bad_config":  # a unit that the item does not come in
            line = LineDraft(id=first.id, item_id=item.id, quantity=first.quantity, unit="车")
            return _with_line(draft, line), "lines[0].unit", item.unit, "车"
        if kind == "wrong_date":
            wrong_day = self._today - timedelta(days=30)
            fields = {"requested": wrong_day}
            return draft.model_copy(update=fields), "requested", str(draft.requested), str(wrong_day)
        if kind == "wrong_address":
            other_place = self._address_of_another(draft)
            changed = draft.model_copy(update={"deliver_to": other_place})
            return changed, "deliver_to", draft.deliver_to.rest, other_place.rest
        if kind == "duplicate":
            again = _repeated(before[-1 - chance.randrange(10)], draft)
            return again, "", "", str(again.customer_id)
        return self._over_credit(draft)

    def _address_of_another(self, draft: OrderDraft) -> AddressDraft:
        others = (one for one in self.masters.customers if one.id != draft.customer_id)
        address = next(one.addresses[0] for one in others if one.addresses[0].rest != draft.deliver_to.rest)
        return AddressDraft(**address.model_dump(exclude={"id", "main"}))

    def _over_credit(self, draft: OrderDraft) -> tuple[OrderDraft, str, str, str]:
        """Let a customer with a limit order a thousand of what it wanted some of."""
        limited: CustomerRecord = next(
            one for one in self.masters.customers if one.credit_limit and one.status == "active"
        )
        dear = next(one for one in self._active if one.list_price and one.list_price > 500)
        first = LineDraft(id=draft.lines[0].id, item_id=dear.id, quantity=Decimal(9_000))
        address = limited.addresses[0]
        place = AddressDraft(address_id=address.id, **address.model_dump(exclude={"id", "main"}))
        over = _with_line(draft, first).model_copy(update={"customer_id": limited.id, "deliver_to": place})
        return over, "lines[0].quantity", "9", "9000"


def _with_line(draft: OrderDraft, line: LineDraft) -> OrderDraft:
    return draft.model_copy(update={"lines": (line, *draft.lines[1:])})


def _repeated(earlier: OrderDraft, draft: OrderDraft) -> OrderDraft:
    """Return an order that was keyed before, once more under the ids of another."""
    spare = iter(range(1, 10_000))
    lines = tuple(
        line.model_copy(update={"id": UUID(int=draft.id.int + next(spare)), "schedule": ()})
        for line in earlier.lines
    )
    return earlier.model_copy(update={"id": draft.id, "lines": lines})


def _ids(position: int, day: date, chance: Chances) -> Callable[[], UUID]:
    micros = ((day - date(1970, 1, 1)).days * 86_400 + position) * 1_000_000
    counter = iter(range(4096))
    return lambda: UUID(bytes=made_id(micros, next(counter), chance))


def _known(value: _T | None) -> _T:
    assert value is not None  # the generator fills it
    return value


# ── FX-TIER ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TierCase:
    """One of the four customers of FX-TIER, with what the basket comes to for it."""

    code: str
    customer_class: str
    tier: str
    total: Decimal


# 终端 VIP, 终端 普通, 经销商 A, 电商 B; worked out by hand from the prices below.
FX_TIER = (
    TierCase("T-VIP", "end", "vip", Decimal("2650.50")),
    TierCase("T-STD", "end", "standard", Decimal("2945.00")),
    TierCase("T-DEALER", "dealer", "a", Decimal("2768.10")),
    TierCase("T-SHOP", "shop", "b", Decimal("2857.10")),
)
FX_TIER_BASKET = (("TX1", "2"), ("TX2", "10"), ("TX3", "100"), ("TX4", "1"))
_TIER_PRICES = {  # standard, VIP, A, B
    "TX1": ("100.00", "90.00", "94.00", "97.00"),
    "TX2": ("58.50", "52.65", "54.99", "56.75"),
    "TX3": ("6.80", "6.12", "6.39", "6.60"),
    "TX4": ("1480.00", "1332.00", "1391.20", "1435.60"),
}


def fx_tier_batch() -> SeedBatch:
    """Return the company of FX-TIER for an empty store: four customers, four items, three tier lists."""
    return SeedBatch.model_validate(
        {
            "company": {"site.default": "PD"},
            "people": [
                {"id": sample_id("person", "lina"), "code": "lina", "name": "李娜", "roles": ["clerk"]},
                {"id": sample_id("person", "zw"), "code": "zw", "name": "张伟", "roles": ["manager"]},
            ],
            "sites": [{"id": sample_id("site", "PD"), "code": "PD", "name": "浦东仓"}],
            "items": [
                {
                    "id": sample_id("item", code), "code": code, "name": f"商品 {code}", "unit": "个",
                    "tax_rate": "0.13", "list_price": prices[0],
                }
                for code, prices in _TIER_PRICES.items()
            ],
            "customers": [_tier_customer(case) for case in FX_TIER],
            "price_lists": [_tier_list(tier, at) for at, tier in enumerate(("vip", "a", "b"), start=1)],
        }
    )  # fmt: skip


def _tier_customer(case: TierCase) -> dict[str, object]:
    return {
        "id": sample_id("customer", case.code), "code": case.code, "name": f"客户 {case.code}",
        "customer_class": case.customer_class, "tier": case.tier, "salesperson_code": "lina",
        "addresses": [
            {"id": sample_id("address", case.code), "city": "上海市", "rest": "人民路 1 号", "main": True}
        ],
    }  # fmt: skip


def _tier_list(tier: str, at: int) -> dict[str, object]:
    code = f"TIER-{tier}"
    return {
        "id": sample_id("price_list", code), "code": code, "name": code, "source": "tier", "tier": tier,
        "prices": [
            {
                "id": sample_id("price", f"{code}:{item}"), "item_id": sample_id("item", item),
                "price": prices[at],
            }
            for item, prices in _TIER_PRICES.items()
        ],
    }  # fmt: skip

"""A desk in plain Python: what its orders, stock and credit must be after each step (proof P17).

Written from the vocabulary and the approval table, apart from the program: nothing of ``rules`` or
``services`` is used here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

CENT = Decimal("0.01")
ZERO = Decimal(0)
OPEN = ("submitted", "released")


@dataclass
class Line:
    """One line: quantity in the sales unit, cut into the parts of ``schedule`` (id, quantity, days ahead)."""

    id: UUID
    item: str
    quantity: int
    manual: Decimal | None = None
    discount: Decimal = ZERO
    schedule: tuple[tuple[UUID, int, int], ...] = ()

    def unit_price(self, listed: Decimal) -> Decimal:
        """Return the price before discounts."""
        return listed if self.manual is None else self.manual

    def given(self, listed: Decimal) -> Decimal:
        """Return what is given away of the listed price: a discount, or a price that is lower."""
        return self.discount if self.manual is None else 1 - self.manual / listed

    def amount(self, listed: Decimal) -> Decimal:
        """Return the amount with tax: price × quantity, less the discount, rounded half up once."""
        whole = self.unit_price(listed) * self.quantity * (1 - self.discount)
        return whole.quantize(CENT, ROUND_HALF_UP)


@dataclass
class Task:
    """One step of approval."""

    role: str
    state: str


@dataclass
class Order:
    """An order, as far as anybody can see it from outside."""

    id: UUID
    number: str
    customer: str
    lines: list[Line]
    state: str = "draft"
    parked: bool = False
    discarded: bool = False
    total: Decimal = ZERO  # as submitted
    tasks: list[Task] = field(default_factory=list)  # of the newest round
    reserved: dict[UUID, int] = field(default_factory=dict)  # by schedule line
    shipped: dict[UUID, int] = field(default_factory=dict)
    picked: bool = False  # the warehouse has begun
    undo: tuple[str, int] | None = None  # the last decision, and the number of changes of facts before it

    @property
    def exposure(self) -> Decimal:
        """What it takes of its customer's credit."""
        return self.total if self.state in OPEN else ZERO


@dataclass
class Account:
    """A customer: tier and credit."""

    tier: str
    limit: Decimal | None
    receivable: Decimal
    merged_into: str = ""


class Company:
    """Everything that the model remembers."""

    def __init__(self, accounts: dict[str, Account], prices: dict[str, dict[str, Decimal]]) -> None:
        self.accounts, self.prices = accounts, prices
        self.floors: dict[str, Decimal] = {}
        self.stock: dict[str, int] = {}
        self.orders: dict[UUID, Order] = {}
        self.coming: list[tuple[date, str, str, Decimal]] = []  # prices that change on a day
        self.changes = 0  # of prices, stock and customers

    # prices and routes

    def listed(self, customer: str, item: str) -> Decimal:
        """Return the price of the customer's list."""
        return self.prices["vip" if self.accounts[customer].tier == "vip" else "standard"][item]

    def total_of(self, order: Order) -> Decimal:
        """Return what an order comes to, with tax."""
        return sum((line.amount(self.listed(order.customer, line.item)) for line in order.lines), ZERO)

    def credit_left(self, customer: str) -> Decimal | None:
        """Return what is left of a customer's limit; ``None`` where there is none."""
        account = self.accounts[customer]
        taken = sum((one.exposure for one in self.orders.values() if one.customer == customer), ZERO)
        return None if account.limit is None else account.limit - account.receivable - taken

    def route(self, order: Order) -> list[str]:
        """Return the roles that are asked, in their order (the table of approvals, read by a person)."""
        amount, is_vip = self.total_of(order), self.accounts[order.customer].tier == "vip"
        highest = max(
            (line.given(self.listed(order.customer, line.item)) for line in order.lines), default=ZERO
        )
        has_manual = any(line.manual is not None for line in order.lines)
        is_low = any(
            line.unit_price(self.listed(order.customer, line.item)) * (1 - line.discount)
            < self.floors[line.item]
            for line in order.lines
        )
        left = self.credit_left(order.customer)
        is_over = left is not None and left - amount < 0
        manager = is_low or highest > Decimal("0.04") or amount > (30000 if is_vip else 20000)
        manager = manager or (has_manual and not is_vip)
        finance = not is_vip and (amount > 10000 or is_over)
        return ["manager"] * manager + ["finance"] * finance

    # what happens

    def submit(self, order: Order) -> None:
        """The order goes into its route, or straight through."""
        roles, order.total = self.route(order), self.total_of(order)
        order.state, order.parked, order.undo = "submitted", False, None
        order.tasks = [Task(role, "waiting" if place else "active") for place, role in enumerate(roles)]
        order.reserved, order.shipped, order.picked = {}, {}, False
        if not roles:
            self.release(order)

    def release(self, order: Order) -> None:
        """Every part of a line gets all it needs or nothing, the earliest day first."""
        order.state = "released"
        parts = [
            (ahead, place, cut, line.item, part, quantity)
            for place, line in enumerate(order.lines)
            for cut, (part, quantity, ahead) in enumerate(line.schedule)
        ]
        for _ahead, _place, _cut, item, part, quantity in sorted(parts, key=lambda one: one[:3]):
            if quantity <= self.available(item):
                order.reserved[part] = quantity

    def available(self, item: str) -> int:
        """Return what lies at the site and is nobody's."""
        return self.stock[item] - self.reserved(item)

    def reserved(self, item: str) -> int:
        """Return what of an item is reserved."""
        return sum(
            order.reserved.get(part, 0)
            for order in self.orders.values()
            for line in order.lines
            if line.item == item
            for part, _quantity, _ahead in line.schedule
        )

    def to_draft(self, order: Order) -> None:
        """The order is a draft again: nothing is reserved for it, nobody is asked any more."""
        order.state, order.reserved, order.undo = "draft", {}, None
        for task in order.tasks:
            if task.state in ("active", "waiting"):
                task.state = "withdrawn"

    def decide(self, order: Order, decision: str) -> None:
        """Whoever is asked has decided."""
        task = next(task for task in order.tasks if task.state == "active")
        following = next((task for task in order.tasks if task.state == "waiting"), None)
        task.state = {"approve": "approved", "refuse": "refused", "send_back": "sent_back"}[decision]
        if decision == "approve" and following is not None:
            following.state = "active"
        elif decision == "approve":
            self.release(order)
        elif decision == "refuse":
            order.state = "cancelled"
            for other in order.tasks:
                other.state = "skipped" if other.state == "waiting" else other.state
        else:
            self.to_draft(order)
        order.undo = (decision, self.changes)

    def take_back(self, order: Order) -> None:
        """An approval that nobody acted on is taken back."""
        if order.state == "released":
            order.state, order.reserved = "submitted", {}
        else:
            following = next(task for task in order.tasks if task.state == "active")
            following.state = "waiting"
        [task for task in order.tasks if task.state == "approved"][-1].state = "active"
        order.undo = None

    def can_withdraw(self, order: Order) -> bool:
        """Whether a submit can be undone: nobody has decided, nothing was picked."""
        decided = any(task.state not in ("active", "waiting") for task in order.tasks)
        return order.state in OPEN and not decided and not order.picked

    def merge(self, keep: str, gone: str) -> None:
        """One customer stays of two, with what both owe."""
        self.accounts[gone].merged_into = keep
        self.accounts[keep].receivable += self.accounts[gone].receivable
        for order in self.orders.values():
            order.customer = keep if order.customer == gone else order.customer
        self.changes += 1

    def next_day(self, today: date) -> None:
        """Prices that begin today hold from now on."""
        for day, tier, item, price in [one for one in self.coming if one[0] <= today]:
            self.prices[tier][item] = price
            self.coming.remove((day, tier, item, price))
        self.changes += 1

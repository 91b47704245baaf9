"""A customer or an item that the store does not have yet, keyed while its first order is. No Qt.

What is typed becomes one command, or every problem at once, each with the name of its box as path. Who may be
meant by it is found in memory. After it was created the order goes on with it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem, UserError
from orderdesk.rules.entry import fold, fold_key, read_percent, read_price
from orderdesk.rules.entry.next_code import next_code
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerSummary
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.addresses import read_typed
from orderdesk.ui.screens.entry.finding import ItemChoice
from orderdesk.ui.screens.entry.wording import address_line, data_word, local_name
from orderdesk.values import plain
from orderdesk.wire.commands import Command, CommandData, CreateCustomer, CreateItem
from orderdesk.wire.drafts import AddressDraft
from orderdesk.wire.outcomes import Outcome, ProblemLine

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter
    from orderdesk.ui.screens.entry.session import DraftSession

Texts = Mapping[str, str]
Refused = Callable[[tuple[Problem, ...]], None]

_CODE_TAKEN = "problem.record.code_taken"
_MOST_TRIES = 20  # codes drawn at the same moment by other desks
_MOBILE_WITH_COUNTRY = 13
_LEAST_DIGITS = 5  # of a phone: what is shorter is an extension, which many have


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the form; widths are pixels at 100 %."""

    name: str
    kind: Literal["text", "code", "number"]
    width: int
    stretch: int
    longest: int


@dataclass(frozen=True, slots=True)
class Alike:
    """What is in the store already and may be the very same; ``box`` is where the typed text tells so."""

    id: UUID
    code: str
    words: str
    box: str


class Newcomer(ABC):
    """One form. ``begin`` comes first, then ``problems`` and ``create`` as often as it takes."""

    kind: ClassVar[str]
    boxes: ClassVar[tuple[Box, ...]]

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._session: DraftSession = presenter.session
        self._id = presenter.services.ids.new()
        self._sent: Command | None = None
        self._asked: frozenset[UUID] = frozenset()

    @property
    def is_of_this_order(self) -> bool:
        """Whether what is typed was begun for the order on the screen."""
        return self._session is self._presenter.session

    def begin(self, typed: str) -> dict[str, str]:
        """Return what the boxes begin with, for what was typed where the form was opened."""
        self._session, self._sent, self._asked = self._presenter.session, None, frozenset()
        self._id = self._presenter.services.ids.new()
        return self._begun(typed.strip())

    @abstractmethod
    def heading(self) -> str:
        """Return what follows without being typed."""

    @abstractmethod
    def problems(self, texts: Texts) -> tuple[Problem, ...]:
        """Return everything that keeps it from being created."""

    @abstractmethod
    def alike(self, texts: Texts) -> tuple[Alike, ...]:
        """Return who or what is there already under the same name, phone or code, the surest first."""

    def reading(self, _box: str, _texts: Texts) -> str:
        """Return how the text of a box is understood, where that is worth a look."""
        return ""

    def is_doubtful(self, texts: Texts) -> bool:
        """Return whether something alike has not been told yet; told once, it may be created all the same."""
        found = {one.id for one in self.alike(texts)}
        is_new = not found <= self._asked
        self._asked |= found
        return is_new

    def create(
        self,
        texts: Texts,
        done: Callable[[UUID], None],
        refused: Refused,
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        """Create it; ``done`` is called when the desk knows it. The same texts are the same command again."""
        data = self._data(texts)
        if self._sent is None or self._sent.data != data:
            self._sent = Command(id=self._presenter.services.ids.new(), data=data)

        def answered(outcome: Outcome) -> None:
            if not outcome.is_refused:
                known = partial(self._known, data, done)
                self._presenter.services.reread(self._to_reread(), known)
            elif not self._tries_again(outcome):
                refused(tuple(_at_box(problem) for problem in outcome.problems))
            else:
                self.create(texts, done, refused, failed)

        self._presenter.services.execute(self._sent, answered, failed)

    def take(self, record_id: UUID) -> bool:
        """Go on with it in the order; ``False`` where another order is on the screen by now."""
        if not self.is_of_this_order:
            return False
        self._take(record_id)
        return True

    @abstractmethod
    def _begun(self, typed: str) -> dict[str, str]: ...

    @abstractmethod
    def _data(self, texts: Texts) -> CommandData: ...

    @abstractmethod
    def _take(self, record_id: UUID) -> None: ...

    @abstractmethod
    def _said(self, data: CommandData) -> None: ...

    def _to_reread(self) -> tuple[UUID, ...]:
        return ()

    def _tries_again(self, _outcome: Outcome) -> bool:
        return False

    def _known(self, data: CommandData, done: Callable[[UUID], None]) -> None:
        done(self._id)
        self._said(data)


class NewCustomer(Newcomer):
    """A new caller: name, phone, contact, address and a note; tier and terms are the standard ones."""

    kind = "customer"
    boxes = (
        Box("name", "text", 170, 3, 200),
        Box("phone", "code", 120, 1, 60),
        Box("contact", "text", 90, 1, 200),
        Box("address", "text", 240, 4, 500),
        Box("note", "text", 130, 2, 2000),
    )

    def __init__(self, presenter: EntryPresenter) -> None:
        super().__init__(presenter)
        self._code = ""
        self._taken: set[str] = set()

    def heading(self) -> str:
        """Return the code that it gets, and its tier."""
        return tr("newcomer.customer.gets", code=self._code, tier=data_word("tier", "standard"))

    def problems(self, texts: Texts) -> tuple[Problem, ...]:
        """Return everything that keeps the customer from being created."""
        found = []
        if not texts["name"].strip():
            found.append(Problem("newcomer.problem.name", "name"))
        if texts["phone"].strip() and len(_digits(texts["phone"])) < _LEAST_DIGITS:
            found.append(Problem("newcomer.problem.phone", "phone"))
        if texts["address"].strip() and read_typed(texts["address"]) is None:
            found.append(Problem("newcomer.problem.address", "address"))
        return tuple(found)

    def alike(self, texts: Texts) -> tuple[Alike, ...]:
        """Return the customers that have the phone, then those that have the name."""
        desk, index = self._presenter.desk, self._presenter.services.indexes().customers
        found: dict[UUID, Alike] = {}
        for box, kind, text in self._asked_for(texts):
            keys = next((keys for which, keys in index.whole(text) if which == kind), frozenset())
            for customer in sorted((desk.customers[key] for key in keys), key=lambda one: one.code):
                if box == "name" and _is_only_contact(text, customer):
                    continue
                words = [local_name(customer.name, customer.name_en), customer.contact, customer.city]
                said = " · ".join(word for word in words if word)
                found.setdefault(customer.id, Alike(customer.id, customer.code, said, box))
        return tuple(found.values())

    def reading(self, box: str, texts: Texts) -> str:
        """Return how the address was split."""
        address = self._address(texts) if box == "address" else None
        if address is None:
            return ""
        return " · ".join(part for part in (address.receiver, address.phone, address_line(address)) if part)

    def _asked_for(self, texts: Texts) -> Iterator[tuple[str, str, str]]:
        digits = _digits(texts["phone"])
        if len(digits) >= _LEAST_DIGITS:
            yield "phone", "number", digits
            yield "phone", "number", texts["phone"]
        if texts["name"].strip():
            yield "name", "name", texts["name"]

    def _begun(self, typed: str) -> dict[str, str]:
        self._taken.clear()
        self._draw_code()
        is_phone = len(_digits(typed)) >= _LEAST_DIGITS and not any(sign.isalpha() for sign in typed)
        return {"phone" if is_phone else "name": typed}

    def _draw_code(self) -> None:
        codes = [one.code for one in self._presenter.desk.customers.values()]
        self._code = next_code((*codes, *self._taken), "C0001")

    def _address(self, texts: Texts) -> AddressDraft | None:
        """Return the address; who it names no receiver of is received by whoever calls."""
        address = read_typed(texts["address"])
        if address is None:
            return None
        told = {
            "receiver": address.receiver or texts["contact"].strip() or texts["name"].strip(),
            "phone": address.phone or texts["phone"].strip(),
        }
        return address.model_copy(update=told)

    def _data(self, texts: Texts) -> CreateCustomer:
        address = self._address(texts)
        pasted = address or AddressDraft()
        return CreateCustomer(
            customer_id=self._id, code=self._code, customer_name=texts["name"],
            phone=texts["phone"].strip() or pasted.phone, contact=texts["contact"].strip() or pasted.receiver,
            note=texts["note"].strip(), address=address,
        )  # fmt: skip

    def _tries_again(self, outcome: Outcome) -> bool:
        """Another desk has drawn the same code: take the next one."""
        others = [problem.code for problem in outcome.problems if problem.code != _CODE_TAKEN]
        if others or len(self._taken) >= _MOST_TRIES:
            return False
        self._taken.add(self._code)
        self._draw_code()
        return True

    def _take(self, record_id: UUID) -> None:
        self._presenter.customer_chosen(record_id)

    def _said(self, data: CommandData) -> None:
        assert isinstance(data, CreateCustomer)
        self._presenter.say("newcomer.customer.made", "done", code=data.code, name=data.customer_name)


class NewItem(Newcomer):
    """An item that is ordered for the first time: code, name, unit, price with tax, and its tax rate."""

    kind = "item"
    boxes = (
        Box("code", "code", 110, 1, 64),
        Box("name", "text", 180, 3, 200),
        Box("unit", "text", 90, 1, 64),
        Box("price", "number", 120, 2, 40),
        Box("tax", "number", 110, 2, 20),
    )

    def __init__(self, presenter: EntryPresenter) -> None:
        super().__init__(presenter)
        self._line_id: UUID | None = None

    def heading(self) -> str:
        """Return nothing: an item is what is typed."""
        return ""

    def problems(self, texts: Texts) -> tuple[Problem, ...]:
        """Return everything that keeps the item from being created."""
        found = [
            Problem(f"newcomer.problem.{box}", box)
            for box in ("code", "name", "unit")
            if not texts[box].strip()
        ]
        code = texts["code"].strip()
        if any(one.code == code for one in self._presenter.desk.items.values()):
            found.insert(0, Problem(_CODE_TAKEN, "code", {"code": code}))
        readers: tuple[tuple[str, Callable[[Texts], object]], ...] = (("price", _price), ("tax", _tax))
        for box, read in readers:
            try:
                read(texts)
            except UserError as fault:
                found.append(Problem(fault.code, box, dict(fault.params)))
        return tuple(found)

    def alike(self, texts: Texts) -> tuple[Alike, ...]:
        """Return the item that has the code, then those that have the name."""
        desk, index = self._presenter.desk, self._presenter.services.indexes().items
        found: dict[UUID, Alike] = {}
        for box, kinds in (("code", ("code", "number")), ("name", ("name",))):
            text = fold_key(texts[box])
            if not text:
                continue
            keys = {key for which, some in index.whole(texts[box]) if which in kinds for key in some}
            for item in sorted((desk.items[key] for key in keys), key=lambda one: one.code):
                if box == "name" and text not in (fold_key(item.name), fold_key(item.name_en)):
                    continue  # only its specification is that
                words = " · ".join(word for word in (local_name(item.name, item.name_en), item.spec) if word)
                found.setdefault(item.id, Alike(item.id, item.code, words, box))
        return tuple(found.values())

    def begin_at(self, row: int, typed: str) -> dict[str, str]:
        """Begin for the cell of a row."""
        lines = self._presenter.draft.lines
        self._line_id = lines[row].id if row < len(lines) else None
        return self.begin(typed or (lines[row].typed_code if row < len(lines) else ""))

    def _begun(self, typed: str) -> dict[str, str]:
        items = self._presenter.desk.items.values()
        units = Counter((item.sales_unit, _english(item)) for item in items).most_common(1)
        rates = Counter(item.tax_rate for item in items).most_common(1)
        is_code = typed.isascii() and " " not in typed
        return {
            "code" if is_code else "name": typed,
            "unit": local_name(*units[0][0]) if units else "",
            "tax": f"{plain(rates[0][0] * 100)}%" if rates else "",
        }

    def _data(self, texts: Texts) -> CreateItem:
        unit, unit_en = self._unit(texts["unit"])
        return CreateItem(
            item_id=self._id, code=texts["code"], item_name=texts["name"], unit=unit, unit_en=unit_en,
            price=_price(texts), tax_rate=_tax(texts),
        )  # fmt: skip

    def _unit(self, text: str) -> tuple[str, str]:
        """Return a unit as other items have it, in both languages, whichever of its two names was typed."""
        typed = fold_key(text)
        known = {(item.sales_unit, _english(item)) for item in self._presenter.desk.items.values()}
        return next((pair for pair in sorted(known) if typed in map(fold_key, pair)), (text.strip(), ""))

    def _to_reread(self) -> tuple[UUID, ...]:
        return (self._id,)

    def _take(self, record_id: UUID) -> None:
        presenter = self._presenter
        row = None if self._line_id is None else presenter.row_of_line(self._line_id)
        row = len(presenter.draft.lines) if row is None else row
        presenter.lines.typed(row, "code", ItemChoice(record_id))
        presenter.view.go_to_cell(row, "quantity")

    def _said(self, data: CommandData) -> None:
        assert isinstance(data, CreateItem)
        self._presenter.say("newcomer.item.made", "done", code=data.code, name=data.item_name)


def _english(item: ItemFacts) -> str:
    """Return the English name of an item's sales unit; empty without one."""
    return next((unit.name_en for unit in item.units if unit.unit == item.sales_unit), "")


def _price(texts: Texts) -> Decimal | None:
    """Return the price; one that is not known yet is asked for on the line."""
    return read_price(texts["price"]) if texts["price"].strip() else None


def _tax(texts: Texts) -> Decimal:
    return read_percent(texts["tax"])


def _digits(text: str) -> str:
    """Return the digits of a phone; a mobile one without the 86 of the country."""
    digits = "".join(sign for sign in fold(text) if sign.isdigit() and sign.isascii())
    return digits[2:] if len(digits) == _MOBILE_WITH_COUNTRY and digits.startswith("861") else digits


def _is_only_contact(name: str, customer: CustomerSummary) -> bool:
    """Return whether a name is not the customer's: somebody of that name works there."""
    wanted = fold_key(name)
    return fold_key(customer.contact) == wanted not in (fold_key(customer.name), fold_key(customer.name_en))


_BOX_OF = {"item_name": "name", "customer_name": "name", "tax_rate": "tax", "item_id": "", "customer_id": ""}


def _at_box(problem: ProblemLine) -> Problem:
    """Return what the door says with the name of the box in its path."""
    head = problem.path.removeprefix("record.").partition(".")[0].partition("[")[0]
    return Problem(problem.code, _BOX_OF.get(head, head), problem.params, problem.severity)

"""What the search box finds, in which order, and what Enter opens. No Qt.

Everything but orders is found in memory, at the key. Orders are read, and join when they come: below what is
on show, so that nothing moves under the cursor. What is typed is the truth: Enter opens only what belongs to
the text that stands in the box, and waits for the orders of it where a number was typed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.rules.entry.folding import fold
from orderdesk.services.desk import PersonFacts
from orderdesk.services.lookup import LookupEntry, LookupIndex, Rank
from orderdesk.services.pinyin import quick_readings
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.order_list import order_filter
from orderdesk.services.reading.order_search import FoundBy, FoundOrder, OrderQuestion, find_orders
from orderdesk.ui.asked import Facts, HasClock, HasPerson, Prefers, Reads
from orderdesk.ui.order_card.reading import CardReading
from orderdesk.ui.screen import FindText, NewFor
from orderdesk.ui.shell.command_index import Command, CommandIndex
from orderdesk.wire.outcomes import Changes
from orderdesk.words import LANGUAGES
from orderdesk.words import text as words_of

HitKind = Literal["recent", "command", "order", "customer", "item", "person", "help", "act"]

PREFIXES: dict[str, HitKind] = {
    ">": "command", "@": "customer", "#": "order", "$": "item", "!": "person", "?": "help",
}  # fmt: skip
_OTHER_SIGNS = {"￥": "$", "¥": "$"}  # what a Chinese keyboard types for it
_KINDS: tuple[HitKind, ...] = ("command", "order", "customer", "item", "person", "help")

_FEW, _MANY = 5, 40  # of each kind: among others, and alone
_RECENT = 10
_RECENT_NAME = "palette.recent"
_ORDER_RANKS: dict[FoundBy, Rank] = {
    "number": Rank.EXACT_CODE, "po_number": Rank.EXACT, "number_part": Rank.NUMBER_TAIL,
    "customer": Rank.READING_START, "newest": Rank.INSIDE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """One row: ``value`` is an action, an id or the name of a place, ``about`` what the row is drawn from."""

    kind: HitKind
    value: object
    rank: Rank
    about: object

    @property
    def id(self) -> tuple[HitKind, object]:
        """What tells the same row in the next answer."""
        return self.kind, self.value


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done with a record: what is opened for it. ``word`` is the code of its words."""

    word: str
    icon: str
    area: str
    key: object


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be opened and done at this moment, by who works here."""

    commands: tuple[Command, ...] = ()
    areas: frozenset[str] = frozenset()
    helped: tuple[tuple[str, str], ...] = ()  # places with a help text, and the codes of their names


class PaletteBackend(HasClock, HasPerson, Facts, Reads, Prefers, Protocol):
    """What the search box needs of the running desk."""


class PaletteView(Protocol):
    """What the presenter asks of the window."""

    def show_hits(self, hits: Sequence[Hit], *, mark: int | None) -> None: ...

    def show_card(self, card: OrderCard | None) -> None: ...

    def choose(self, hit: Hit, *, new_tab: bool) -> None: ...

    def say_nothing_found(self) -> None: ...


class PalettePresenter:
    """Lives as long as its window; ``open`` begins anew."""

    def __init__(self, backend: PaletteBackend, view: PaletteView) -> None:
        self._backend = backend
        self._view = view
        self._offer = Offer()
        self._commands = CommandIndex(())
        self._people: LookupIndex[UUID] = LookupIndex(())
        self._help: LookupIndex[str] = LookupIndex(())
        self._recent: tuple[str, ...] = ()
        self._chosen = 0  # how many commands were
        self._is_open = False
        self._text = ""
        self._hits: tuple[Hit, ...] = ()
        self._acts_on: int | None = None  # the row whose acts are on show
        self._before: tuple[Hit, ...] = ()  # and what was on show before them
        self._orders_for: str | None = None  # the text that the orders on show belong to
        self._reads = False
        self._moved = False
        self._entered: tuple[str, bool] | None = None  # Enter came before the orders of this text
        self._card = CardReading(backend, self._show_card, self._no_card)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The rows on show."""
        return self._hits

    # opening and typing

    def open(self, offer: Offer, text: str = "") -> None:
        """Begin to search, with what works now."""
        self._offer, self._is_open = offer, True
        self._commands = CommandIndex(offer.commands)
        desk = self._backend.desk()
        self._people = LookupIndex(_person(person) for person in desk.people.values())
        self._help = LookupIndex(_topic(place, word) for place, word in offer.helped)
        self._orders_for, self._entered = None, None
        self._card.follow(None)
        self._show(text)
        chosen = self._chosen
        self._backend.read_preference(_RECENT_NAME, lambda kept: self._take_recent(kept, chosen))

    def close(self) -> None:
        """Stop: answers that are still under way reach nobody."""
        self._is_open = False
        self._entered = None

    def type(self, text: str) -> None:
        """Find what a text stands for; what was found for the one before counts no longer."""
        if text != self._text:
            self._entered = None
            self._show(text)

    def mark(self, row: int, *, by_hand: bool) -> None:
        """The cursor has come to a row; of an order its card is read."""
        self._moved = self._moved or by_hand
        if self._acts_on is not None:
            return  # the card beside it stays that of the record
        hit = self._hits[row] if 0 <= row < len(self._hits) else None
        order_id = hit.value if hit is not None and hit.kind == "order" else None
        self._card.follow(order_id if isinstance(order_id, UUID) else None)

    def act_on(self, row: int) -> None:
        """List what can be done with the record of a row; ``back`` leads to what was found."""
        hit = self._hits[row] if 0 <= row < len(self._hits) else None
        acts = self.acts(hit) if hit is not None else ()
        if acts:
            self._acts_on, self._before = row, self._hits
            self._moved, self._entered = False, None
            self._hits = tuple(Hit("act", act, Rank.EXACT, act) for act in acts)
            self._view.show_hits(self._hits, mark=0)

    def back(self) -> bool:
        """Go back from what can be done with a record to what was found; return whether that was on show."""
        if self._acts_on is None:
            return False
        self._hits, row, self._acts_on = self._before, self._acts_on, None
        self._moved = True  # the row that was acted on is the one that is meant
        self._view.show_hits(self._hits, mark=row)
        self._orders_for = None
        self._read_orders()
        return True

    def area_for(self, kind: HitKind) -> str | None:
        """Return the area that shows a record of a kind to who works here."""
        return next((one for one in (kind, f"{kind}s") if one in self._offer.areas), None)

    def acts(self, hit: Hit) -> tuple[Act, ...]:
        """Return what who works here can do with the record of a hit."""
        found: list[Act] = []
        if hit.kind == "order" and isinstance(hit.about, FoundOrder):
            if self.opens_draft(hit):
                found.append(Act("palette.act.draft", "pencil", "entry", hit.value))
            found.append(Act("palette.act.order", "list", "orders", hit.value))
            customer = hit.about.customer_id
            found += self._acts_for_customer(customer) if customer is not None else []
        elif hit.kind == "customer" and isinstance(hit.value, UUID):
            found += self._acts_for_customer(hit.value)
        elif hit.kind == "item" and (area := self.area_for("item")):
            found.append(Act("palette.act.item", "package", area, hit.value))
        return tuple(found)

    def _acts_for_customer(self, customer_id: UUID) -> list[Act]:
        customer, found = self._backend.desk().customers.get(customer_id), list[Act]()
        if area := self.area_for("customer"):
            found.append(Act("palette.act.customer", "building-2", area, customer_id))
        if "entry" in self._offer.areas:
            found.append(Act("palette.act.new_order", "file-plus", "entry", NewFor(customer_id)))
        if "orders" in self._offer.areas and customer is not None:
            found.append(Act("palette.act.orders", "list", "orders", FindText(customer.code)))
        return found

    def enter(self, text: str, row: int, *, new_tab: bool = False) -> None:
        """Open what the text means now: the row that was moved to, else the first.

        Where a number was typed and its orders are still on the way, they are waited for.
        """
        self.type(text)
        if self._moved and 0 <= row < len(self._hits):
            self._choose(self._hits[row], new_tab=new_tab)
        elif self._acts_on is None and self._waits_for_orders():
            self._entered = (text, new_tab)
        elif self._hits:
            self._choose(self._hits[0], new_tab=new_tab)
        elif text.strip():
            self._view.say_nothing_found()

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: orders on show may look otherwise now."""
        if (
            self._is_open
            and self._acts_on is None
            and any(entry.type in ("order", "delivery", "hold", "task") for entry in changes.touched)
        ):
            self._orders_for = None
            self._read_orders()

    # memory

    def _show(self, text: str) -> None:
        self._text, self._moved, self._acts_on = text, False, None
        kind, rest = parted(text)
        found = [hit for one in _KINDS if kind in (None, one) for hit in self._in_memory(one, rest, kind)]
        self._hits = _arranged(found)
        self._read_orders()
        self._tell()

    def _in_memory(self, kind: HitKind, text: str, alone: HitKind | None) -> list[Hit]:
        limit = _MANY if alone == kind else _FEW
        if kind == "command":
            return self._commands_for(text, limit if text else _MANY)
        if kind == "order" or (not text and alone != kind):
            return []
        if kind == "customer":
            return self._customers_for(text, limit)
        if kind == "item":
            return self._items_for(text, limit)
        if kind == "person":
            people = self._backend.desk().people
            return [
                Hit("person", match.key, match.rank_class, people[match.key])
                for match in self._people.search(text, limit)
            ]
        words = dict(self._offer.helped)
        return [
            Hit("help", match.key, match.rank_class, words[match.key])
            for match in self._help.search(text, limit)
        ]

    def _commands_for(self, text: str, limit: int) -> list[Hit]:
        known = self._commands.commands
        found = [
            Hit("command", match.key, match.rank_class, known[match.key])
            for match in self._commands.search(text)[:limit]
        ]
        if text:
            return found
        recent = [Hit("recent", one, Rank.RECENT, known[one]) for one in self._recent if one in known]
        return [*recent, *(hit for hit in found if hit.value not in self._recent)]

    def _customers_for(self, text: str, limit: int) -> list[Hit]:
        if not self._opens_customers():
            return []
        customers = self._backend.desk().customers
        return [
            Hit("customer", match.key, match.rank_class, customers[match.key])
            for match in self._backend.indexes().customers.search(text, limit)
            if match.key in customers
        ]

    def _items_for(self, text: str, limit: int) -> list[Hit]:
        if self.area_for("item") is None:
            return []
        items = self._backend.desk().items
        return [
            Hit("item", match.key, match.rank_class, items[match.key])
            for match in self._backend.indexes().items.search(text, limit)
            if match.key in items
        ]

    def _opens_customers(self) -> bool:
        return self.area_for("customer") is not None or "entry" in self._offer.areas

    # orders

    def _question(self) -> OrderQuestion | None:
        """Return what to ask the store for the text, or ``None`` where no order is meant."""
        kind, text = parted(self._text)
        if "orders" not in self._offer.areas or kind not in (None, "order"):
            return None
        if kind is None and len(text) < 2:
            return None
        limit = _MANY if kind == "order" else _FEW
        customers = order_filter("all", text, self._backend.indexes().customers).customers if text else ()
        return OrderQuestion(text, customers[:limit], limit)

    def _waits_for_orders(self) -> bool:
        """Return whether Enter must wait: a number was typed, and its orders are on the way."""
        kind, text = parted(self._text)
        is_meant = kind == "order" or sum(sign.isdecimal() for sign in text) >= 3
        return is_meant and self._question() is not None and self._orders_for != self._text

    def _read_orders(self) -> None:
        question = self._question()
        if question is None or self._reads or self._orders_for == self._text:
            return
        self._reads = True
        text = self._text
        self._backend.read(
            lambda connection: (text, find_orders(connection, question)), self._take_orders, self._failed
        )

    def _take_orders(self, found: tuple[str, tuple[FoundOrder, ...]]) -> None:
        self._reads = False
        text, orders = found
        if not self._is_open:
            return
        if self._acts_on is not None:
            return  # they are read again for whoever goes back
        if text != self._text:
            self._read_orders()
            return
        waited = self._waits_for_orders()
        self._orders_for = text
        hits = [Hit("order", order.row.id, _ORDER_RANKS[order.by], order) for order in orders]
        others = [hit for hit in self._hits if hit.kind != "order"]
        # Where Enter would have waited nothing was marked yet: then the best stands first.
        self._hits = _arranged([*others, *hits]) if waited and not self._moved else (*others, *hits)
        self._tell()
        if self._entered is not None and self._entered[0] == text:
            (_text, new_tab), self._entered = self._entered, None
            self.enter(text, -1, new_tab=new_tab)

    def _failed(self, _fault: OrderDeskError) -> None:
        """The store could not be asked: what is in memory can still be opened."""
        self._reads = False
        self._orders_for = self._text
        self._tell()

    # the card

    def _show_card(self, card: OrderCard | None) -> None:
        if self._is_open:
            self._view.show_card(card)

    def _no_card(self, _fault: OrderDeskError) -> None:
        """What was found can be opened without its card."""

    # choosing

    def _tell(self) -> None:
        waits = self._waits_for_orders()
        mark = None if self._moved else -1 if waits or not self._hits else 0
        self._view.show_hits(self._hits, mark=mark)

    def _choose(self, hit: Hit, *, new_tab: bool) -> None:
        if hit.kind in ("command", "recent") and isinstance(hit.value, str):
            self._recent = (hit.value, *(one for one in self._recent if one != hit.value))[:_RECENT]
            self._chosen += 1
            self._backend.keep_preference(_RECENT_NAME, list(self._recent))
        self._view.choose(hit, new_tab=new_tab)

    def _take_recent(self, kept: object, chosen: int) -> None:
        if chosen != self._chosen:
            return  # a command was chosen after the question: what is known here is newer
        recent = (
            tuple(one for one in kept if isinstance(one, str))[:_RECENT] if isinstance(kept, list) else ()
        )
        if recent != self._recent:
            self._recent = recent
            if self._is_open and not self._text and not self._moved:
                self._show("")

    def opens_draft(self, hit: Hit) -> bool:
        """Return whether an order opens in order entry: a draft, and who works here enters orders."""
        person = self._backend.person
        is_draft = isinstance(hit.about, FoundOrder) and hit.about.row.state == "draft"
        may = person is not None and allowing_row(person.roles, "save_draft", "any") is not None
        return is_draft and may and "entry" in self._offer.areas


def parted(text: str) -> tuple[HitKind | None, str]:
    """Return what a text is about by its first sign, and the rest; ``None`` is about everything."""
    plain = fold(text).lstrip()
    sign = _OTHER_SIGNS.get(plain[:1], plain[:1])
    return (PREFIXES[sign], plain[1:].strip()) if sign in PREFIXES else (None, plain.strip())


def _arranged(hits: Collection[Hit]) -> tuple[Hit, ...]:
    """Return hits by kind, the kind with the best one first; in a kind the order stays."""
    best: dict[HitKind, Rank] = {}
    for hit in hits:
        best[hit.kind] = min(best.get(hit.kind, hit.rank), hit.rank)
    kinds = ("recent", *_KINDS)
    return tuple(sorted(hits, key=lambda hit: (hit.kind != "recent", best[hit.kind], kinds.index(hit.kind))))


def _person(person: PersonFacts) -> LookupEntry[UUID]:
    return LookupEntry(
        key=person.id, code=person.code, names=tuple(name for name in (person.name, person.name_en) if name),
        readings=quick_readings(person.name),
    )  # fmt: skip


def _topic(place: str, word: str) -> LookupEntry[str]:
    names = tuple(words_of(word, language) for language in LANGUAGES)
    return LookupEntry(
        key=place, code="", names=names, readings=tuple(one for name in names for one in quick_readings(name))
    )

"""Price lists under somebody's hands: frozen states, each edit one named step of undo. No Qt, no store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from orderdesk.services.reading.whole_records import Standing
from orderdesk.wire.records import BreakRecord, PriceListRecord, PriceRecord

Entry = PriceRecord | BreakRecord


@dataclass(frozen=True, slots=True)
class ListEdit:
    """A list as it stands in the store and as it is to be; ``base`` is ``None`` for one that is new.

    ``unpriced`` are new entries that nobody has given a price yet, ``clashing`` those that somebody else
    changed meanwhile in another way.
    """

    record: PriceListRecord
    base: PriceListRecord | None = None
    revision: int | None = None
    unpriced: frozenset[UUID] = frozenset()
    clashing: frozenset[UUID] = frozenset()

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.record != self.base

    def entry(self, entry_id: UUID) -> Entry | None:
        """Return the price or break of that id."""
        return next((one for one in entries(self.record) if one.id == entry_id), None)

    def originals(self) -> dict[UUID, Entry]:
        """Return the entries as they stand in the store, by their ids."""
        return {} if self.base is None else {one.id: one for one in entries(self.base)}

    def put(self, *changed: Entry) -> ListEdit:
        """Return the list with entries in place of those with their ids, or behind all others."""
        prices = _replaced(self.record.prices, [one for one in changed if isinstance(one, PriceRecord)])
        breaks = _replaced(self.record.breaks, [one for one in changed if isinstance(one, BreakRecord)])
        record = self.record.model_copy(update={"prices": prices, "breaks": breaks})
        done = {one.id for one in changed}
        return replace(self, record=record, clashing=self.clashing - done)

    def with_price(self, *changed: PriceRecord) -> ListEdit:
        """Return the list with these prices, which count as priced."""
        return replace(self.put(*changed), unpriced=self.unpriced - {one.id for one in changed})

    def with_unpriced(self, *fresh: PriceRecord) -> ListEdit:
        """Return the list with new entries that wait for their price."""
        return replace(self.put(*fresh), unpriced=self.unpriced | {one.id for one in fresh})

    def without(self, ids: Iterable[UUID]) -> ListEdit:
        """Return the list without these entries."""
        gone = frozenset(ids)
        record = self.record.model_copy(
            update={
                "prices": tuple(one for one in self.record.prices if one.id not in gone),
                "breaks": tuple(one for one in self.record.breaks if one.id not in gone),
            }
        )
        return replace(self, record=record, unpriced=self.unpriced - gone, clashing=self.clashing - gone)

    def with_head(self, **fields: object) -> ListEdit:
        """Return the list with other data of its own."""
        return replace(self, record=self.record.model_copy(update=fields))

    def on(self, theirs: Standing[PriceListRecord]) -> ListEdit:
        """Return the same edits on what the store has now.

        Where somebody else changed an entry that was changed here too, what was typed here stays, and the
        entry is marked as clashing.
        """
        if self.base is None:
            return self
        was, clashes, merged = self.base, set(self.clashing), {}
        for name in ("prices", "breaks"):
            merged[name] = tuple(
                _merged(getattr(was, name), getattr(self.record, name), getattr(theirs.record, name), clashes)
            )
        heads = {
            name: getattr(self.record, name)
            for name in type(was).model_fields
            if name not in merged and getattr(self.record, name) != getattr(was, name)
        }
        record = theirs.record.model_copy(update={**heads, **merged})
        return replace(
            self, record=record, base=theirs.record, revision=theirs.revision, clashing=frozenset(clashes)
        )


def standing(found: Standing[PriceListRecord]) -> ListEdit:
    """Return a list that nobody has touched."""
    return ListEdit(found.record, found.record, found.revision)


def entries(record: PriceListRecord) -> Iterator[Entry]:
    """Yield all prices, then all breaks."""
    yield from record.prices
    yield from record.breaks


class Shelf:
    """The prices of a list by item and unit, looked up many times."""

    def __init__(self, record: PriceListRecord) -> None:
        self._prices: dict[tuple[UUID, str], list[PriceRecord]] = {}
        for entry in record.prices:
            self._prices.setdefault((entry.item_id, entry.unit), []).append(entry)

    def price_on(self, item_id: UUID, unit: str, day: date) -> PriceRecord | None:
        """Return the entry for an item and unit that holds on a day."""
        return next((one for one in self._prices.get((item_id, unit), ()) if holds(one, day)), None)


def holds(entry: Entry, day: date) -> bool:
    """Whether an entry's own days include ``day``."""
    begun = entry.valid_from is None or entry.valid_from <= day
    return begun and (entry.valid_to is None or entry.valid_to >= day)


def successor(old: PriceRecord, day: date, entry_id: UUID) -> tuple[PriceRecord, ...]:
    """Return what it takes to let a new price of the same item and unit begin on ``day``.

    The old one ends the day before; where it has not begun by then, the new one starts without days of its
    own, and the clash is said.
    """
    fresh = PriceRecord(id=entry_id, item_id=old.item_id, unit=old.unit, price=old.price)
    if not holds(old, day) or old.valid_from == day:
        return (fresh,)
    ended = old.model_copy(update={"valid_to": day - timedelta(days=1)})
    return (ended, fresh.model_copy(update={"valid_from": day, "valid_to": old.valid_to}))


def copied(
    record: PriceListRecord, head: Mapping[str, object], new_id: Callable[[], UUID]
) -> PriceListRecord:
    """Return a new list with the prices and breaks of another one under a head of its own."""
    return record.model_copy(
        update={
            "prices": tuple(one.model_copy(update={"id": new_id()}) for one in record.prices),
            "breaks": tuple(one.model_copy(update={"id": new_id()}) for one in record.breaks),
            "id": new_id(),
            **head,
        }
    )


State = Mapping[UUID, ListEdit]


@dataclass(slots=True)
class Book:
    """The lists that are open, and every step that led here, each under the code of its name."""

    lists: State = field(default_factory=dict)
    _done: list[tuple[str, State]] = field(default_factory=list)
    _undone: list[tuple[str, State]] = field(default_factory=list)

    @property
    def changed(self) -> tuple[ListEdit, ...]:
        """The lists that differ from the store."""
        return tuple(edit for edit in self.lists.values() if edit.is_changed)

    @property
    def undo_name(self) -> str:
        """The code of the step that undo takes back; empty without one."""
        return self._done[-1][0] if self._done else ""

    @property
    def redo_name(self) -> str:
        """The code of the step that redo brings back; empty without one."""
        return self._undone[-1][0] if self._undone else ""

    def change(self, name: str, *edits: ListEdit) -> bool:
        """Take edited lists as one step; return whether anything is different now."""
        after = {**self.lists, **{edit.record.id: edit for edit in edits}}
        if after == self.lists:
            return False
        self._done.append((name, self.lists))
        self._undone.clear()
        self.lists = after
        return True

    def undo(self) -> str:
        """Take the last step back; return its name, empty where there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> str:
        """Bring back what was undone last; return its name."""
        return self._step(self._undone, self._done)

    def settle(self, *fresh: ListEdit) -> None:
        """Take lists as the store has them now. Steps that led to what was saved are over."""
        self.lists = {**self.lists, **{edit.record.id: edit for edit in fresh}}
        if not self.changed:
            self._done.clear()
            self._undone.clear()
            return
        for steps in (self._done, self._undone):
            steps[:] = [(name, _moved(state, fresh)) for name, state in steps]

    def drop(self, list_id: UUID) -> None:
        """Forget a list."""
        self.lists = {key: edit for key, edit in self.lists.items() if key != list_id}
        for steps in (self._done, self._undone):
            steps[:] = [
                (name, {key: edit for key, edit in state.items() if key != list_id}) for name, state in steps
            ]

    def _step(self, back: list[tuple[str, State]], forth: list[tuple[str, State]]) -> str:
        if not back:
            return ""
        name, state = back.pop()
        forth.append((name, self.lists))
        # A list that was opened since stays open.
        self.lists = {**{key: one for key, one in self.lists.items() if not one.is_changed}, **state}
        return name


def _moved(state: State, fresh: Iterable[ListEdit]) -> State:
    """Return a remembered state with its edits on what the store has now."""
    moved = dict(state)
    for edit in fresh:
        old = moved.get(edit.record.id)
        if old is not None and edit.base is not None and edit.revision is not None:
            moved[edit.record.id] = old.on(Standing(edit.revision, edit.base))
    return moved


def _replaced(old: tuple[Entry, ...], changed: list[Entry]) -> tuple[Entry, ...]:
    left = {one.id: one for one in changed}
    kept = [left.pop(one.id, one) for one in old]
    return (*kept, *left.values())


def _merged(
    was: tuple[Entry, ...], mine: tuple[Entry, ...], theirs: tuple[Entry, ...], clashes: set[UUID]
) -> Iterator[Entry]:
    """Yield their entries with mine over them; ``clashes`` learns which both have changed."""
    old, own = {one.id: one for one in was}, {one.id: one for one in mine}
    for entry in theirs:
        before, here = old.get(entry.id), own.pop(entry.id, None)
        if here is None and before is not None:
            if entry != before:  # deleted here, changed there: it comes back, to be looked at
                clashes.add(entry.id)
                yield entry
            continue
        if here is None or here == before:
            yield entry
            continue
        if entry not in (before, here):
            clashes.add(entry.id)
        yield here
    for entry in own.values():
        before = old.get(entry.id)
        if before is None:
            yield entry  # new here
        elif entry != before:
            clashes.add(entry.id)  # changed here, deleted there
            yield entry

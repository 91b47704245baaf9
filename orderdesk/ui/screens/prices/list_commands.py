"""What is done with whole lists and many prices at once: new, copy, end, change by percent. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.rules.price_changes import PriceChange, changed_price
from orderdesk.services.reading.prices import Source
from orderdesk.ui.screens.prices.editing import ListEdit, copied, holds
from orderdesk.ui.screens.prices.rows import PriceRow
from orderdesk.wire.records import (
    AdjustmentLineRecord,
    AdjustmentRecord,
    PriceListRecord,
    PriceRecord,
)

if TYPE_CHECKING:
    from orderdesk.ui.screens.prices.presenter import PricesPresenter


MOST_LINES: Final = 2000  # of one adjustment


@dataclass(frozen=True, slots=True)
class NewList:
    """What the form for a new list says; ``copy_of`` brings its prices."""

    source: Source
    code: str
    name: str
    tier: str = ""
    customer_id: UUID | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    copy_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that is shown and not taken: which entries, and what is done to them."""

    change: PriceChange
    ids: frozenset[UUID]


class ListCommands:
    """New lists, ends of lists, and the change of many prices, shown before it is taken."""

    def __init__(self, presenter: PricesPresenter) -> None:
        self._presenter = presenter
        self._proposal: Proposal | None = None

    @property
    def proposal(self) -> Proposal | None:
        """The change that is shown and not taken yet."""
        return self._proposal

    # whole lists

    def create(self, wanted: NewList) -> bool:
        """Open a new list, to be saved with the others; return whether it could be: else it is said why."""
        presenter = self._presenter
        problem = self._problem(wanted)
        if problem:
            presenter.say(problem, "error")
            return False
        like = presenter.book.lists.get(wanted.copy_of) if wanted.copy_of is not None else None
        head: dict[str, object] = {
            "code": wanted.code.strip(), "name": wanted.name.strip() or wanted.code.strip(),
            "source": wanted.source, "tier": wanted.tier if wanted.source == "tier" else "",
            "customer_id": wanted.customer_id if wanted.source == "agreement" else None,
            "valid_from": wanted.valid_from, "valid_to": wanted.valid_to,
        }  # fmt: skip
        new_id = presenter.backend.ids.new
        if like is not None:
            record = copied(like.record, head, new_id)
        else:
            currency = presenter.backend.desk().settings["currency"]
            record = PriceListRecord.model_validate({"id": new_id(), "currency": currency, **head})
        presenter.change("prices.step.list", ListEdit(record))
        presenter.unmark_all()
        presenter.view.show_lists()
        presenter.view.go_to_list(record.id)
        presenter.focus(record.id)
        presenter.offer_undo("prices.created", code=record.code)
        return True

    def end(self, list_id: UUID, day: date | None) -> bool:
        """Let a list hold until ``day``; without one it holds on. Return whether that changed anything."""
        presenter = self._presenter
        edit = presenter.book.lists.get(list_id)
        if edit is None or not presenter.can_edit:
            return False
        if day is not None and edit.record.valid_from is not None and day < edit.record.valid_from:
            presenter.say(
                "problem.price_list.days", "error", first=edit.record.valid_from.isoformat(),
                last=day.isoformat(),
            )  # fmt: skip
            return False
        changed = presenter.change("prices.step.end", edit.with_head(valid_to=day))
        presenter.view.show_lists()
        if changed:
            code = "prices.ended" if day is not None else "prices.ends_never"
            presenter.offer_undo(code, code=edit.record.code, day="" if day is None else day.isoformat())
        return True

    def _problem(self, wanted: NewList) -> str:
        presenter = self._presenter
        if not wanted.code.strip() or len(wanted.code.strip()) > 64:
            return "prices.new.no_code"
        if any(head.code == wanted.code.strip() for head in presenter.heads_unfiltered()):
            return "prices.new.code_taken"
        if wanted.source == "tier" and not wanted.tier.strip():
            return "problem.price_list.tier"
        if wanted.source == "agreement" and wanted.customer_id is None:
            return "problem.price_list.customer"
        return ""

    # many prices

    def propose(self, change: PriceChange | None, rows: Sequence[PriceRow]) -> int:
        """Show what a change would make of the prices in ``rows``; return how many these are."""
        ids = frozenset(row.id for row in rows if row.kind == "price" and row.price is not None and row.id)
        self._proposal = Proposal(change, ids) if change is not None else None
        self._presenter.show()
        return len(ids)

    def drop_proposal(self) -> None:
        """Forget a change that was only shown."""
        self._proposal = None

    def with_proposals(self, rows: tuple[PriceRow, ...]) -> tuple[PriceRow, ...]:
        """Return the rows with what the change on show would make of them."""
        proposal = self._proposal
        if proposal is None:
            return rows
        return tuple(
            replace(row, proposed=changed_price(row.price, proposal.change))
            if row.id in proposal.ids and row.kind == "price" and row.price is not None
            else row
            for row in rows
        )

    def adjustment(self) -> AdjustmentRecord | None:
        """Return the change on show as a price adjustment that begins tomorrow; ``None`` without one.

        It changes what is saved: with typed prices that are not, nobody could say from which price it starts.
        """
        presenter, edit, proposal = self._presenter, self._presenter.edit, self._proposal
        if edit is None or proposal is None or not presenter.can_edit:
            return None
        if presenter.is_modified:
            presenter.say("prices.change.save_first", "warn")
            return None
        start = presenter.today + timedelta(days=1)
        lines: dict[tuple[UUID, str], AdjustmentLineRecord] = {}
        codes = {item_id: item.code for item_id, item in presenter.items.items()}
        for entry in sorted(edit.record.prices, key=lambda one: codes.get(one.item_id, "")):
            new = changed_price(entry.price, proposal.change) if entry.id in proposal.ids else None
            if new is None or new == entry.price or not holds(entry, start):
                continue
            lines[entry.item_id, entry.unit] = AdjustmentLineRecord(
                id=presenter.backend.ids.new(), price_list_id=edit.record.id, item_id=entry.item_id,
                unit=entry.unit, old_price=entry.price, new_price=new,
            )  # fmt: skip
        if not lines:
            presenter.say("prices.change.nothing", "warn", day=start.isoformat())
            return None
        if len(lines) > MOST_LINES:
            presenter.say("prices.change.most", "warn", n=MOST_LINES)
            return None
        return AdjustmentRecord(
            id=presenter.backend.ids.new(), start=start, lines=tuple(lines.values())
        )  # fmt: skip

    def take_proposal(self) -> bool:
        """Take the change on show, as one step. With a price that would be none nothing is taken."""
        presenter, edit, proposal = self._presenter, self._presenter.edit, self._proposal
        if edit is None or proposal is None or not presenter.can_edit:
            return False
        changed: list[PriceRecord] = []
        for entry in edit.record.prices:
            if entry.id not in proposal.ids or entry.id in edit.unpriced:
                continue
            price = changed_price(entry.price, proposal.change)
            if price is None:
                presenter.say("prices.change.impossible", "error", code=presenter.items[entry.item_id].code)
                return False
            changed.append(entry.model_copy(update={"price": price}))
        self._proposal = None
        presenter.kept.update(entry.id for entry in changed)
        presenter.change("prices.step.change", edit.with_price(*changed))
        presenter.offer_undo("prices.changed", n=len(changed))
        return True

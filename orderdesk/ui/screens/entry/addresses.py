"""Where an order's goods may go: saved addresses, and those typed for this order only. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orderdesk.services.checking import has_address
from orderdesk.services.desk import CustomerDesk
from orderdesk.wire.drafts import AddressDraft, OrderDraft

if TYPE_CHECKING:
    from orderdesk.rules.entry.addresses import PastedAddress

PARTS = ("receiver", "phone", "province", "city", "district", "rest")
LONGEST_PART = 200


def known_addresses(draft: OrderDraft, customer: CustomerDesk | None) -> tuple[AddressDraft, ...]:
    """Return the customer's saved addresses, then each that was typed for this order or a part of it."""
    typed = [draft.deliver_to]
    typed += [
        part.deliver_to for line in draft.lines for part in line.schedule if part.deliver_to is not None
    ]
    saved = customer.addresses if customer is not None else ()
    return tuple(dict.fromkeys((*saved, *(one for one in typed if one != AddressDraft()))))


def pasted(text: str) -> PastedAddress:
    """Return the parts of an address in one text; the names of all places are brought in by the first one."""
    from orderdesk.rules.entry.addresses import read_address

    return read_address(text)


def address_of(found: PastedAddress) -> AddressDraft:
    """Return a pasted address as the draft has it; it belongs to this order only."""
    return AddressDraft.model_validate({part: getattr(found, part)[:LONGEST_PART] for part in PARTS})


def read_typed(text: str) -> AddressDraft | None:
    """Return the address that a text names; ``None`` where it names no place that goods could go to."""
    address = address_of(pasted(text))
    return address if has_address(address) else None


def corrected(address: AddressDraft, parts: Mapping[str, str]) -> AddressDraft:
    """Return an address with other parts. One that differs is of this order only, and has no saved name."""
    told = {part: " ".join(parts[part].split()) for part in PARTS}
    if told == {part: getattr(address, part) for part in PARTS}:
        return address
    return AddressDraft.model_validate(told)

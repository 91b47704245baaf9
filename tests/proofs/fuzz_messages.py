"""Messages of the right form with something wrong in them: JSON changed as a tree, not as text."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from orderdesk.intake.sample import sample_id
from tests.proofs.fuzzing import PIECES, mutated, text_of
from tests.support.desk import SampleDesk

_Place = tuple[Any, Any]  # a container and where in it

_WRONG: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 10**400, 1.5, 1e308, "", "0", "-0", "0.0001", "99999999",
    "9999999",
    "-1", "1e5", "NaN", "100000000000000", [], {}, [None], "CNY", "XXX", "2026-03-09", "0001-01-01",
    "9999-12-31",
    "2026-02-30", "2026-03-09T10:00:00", "2026-03-09T10:00:00Z", "draft", "x" * 201, "x" * 5000, "a\0b",
    "\ud800",
)  # fmt: skip


def seed_messages(desk: SampleDesk) -> Iterator[dict[str, Any]]:
    """Yield one good message of each kind that has something in the sample company to speak of."""
    draft = json.loads(desk.draft("C2001", ("A105", "2"), ("B210", "6")).model_dump_json())
    other = json.loads(desk.draft("C1001", ("A115", "1")).model_dump_json())
    order, item = draft["id"], str(sample_id("item", "A105"))
    new = desk.ports.ids.new
    bodies: dict[str, dict[str, Any]] = {
        "save_draft": {"draft": draft}, "submit_order": {"draft": other}, "change_order": {"draft": draft},
        "discard_draft": {"order_id": order}, "restore_draft": {"order_id": order},
        "withdraw_submit": {"order_id": other["id"]}, "comment_order": {"order_id": order, "text": "call"},
        "decide_task": {"task_id": order, "decision": "approve", "material": "0" * 64, "reason": ""},
        "lift_hold": {"hold_id": order, "reason": "paid"},
        "attach_file": {"attachment_id": str(new()), "order_id": order, "file_name": "a.pdf",
        "link": "file:///x"},
        "record_confirmation": {"order_id": other["id"], "order_revision": 1, "language": "zh"},
        "pick_delivery": {
            "delivery_id": order, "lines": [{"delivery_line_id": item, "picked": "1", "short_reason": ""}],
        },
        "move_stock": {
            "item_id": item, "site_id": str(sample_id("site", "SZ")), "quantity": "5", "kind": "goods_in",
            "note": "",
        },
        "reserve_stock": {
            "claims": [{"schedule_line_id": order, "item_id": item, "site_id": order, "quantity": "1"}],
        },
        "create_customer": {"customer_id": str(new()), "code": "N1", "customer_name": "新", "phone": "1380"},
        "create_item": {
            "item_id": str(new()), "code": "NI1", "item_name": "新", "unit": "个", "price": "1.5",
            "tax_rate": "0.13",
        },
        "record_past_order": {
            "order_id": str(new()), "source": "old", "number": "7", "customer_code": "C1001",
            "currency": "CNY",
            "document_date": "2026-01-01", "freight": "0",
            "lines": [{"item_code": "A105", "quantity": "1", "unit_price": "2", "discount": "0"}],
        },
        "change_tier": {
            "change_id": str(new()), "customer_id": str(sample_id("customer", "C1001")), "tier": "vip",
            "reason": "x", "effective": "2026-04-01",
        },
        "merge_customers": {
            "keep_id": str(sample_id("customer", "C1001")), "gone_id": str(sample_id("customer", "C2002")),
        },
        "merge_items": {"keep_id": item, "gone_id": str(sample_id("item", "B211"))},
    }  # fmt: skip
    for command, data in bodies.items():
        yield {"id": str(new()), "command": command, "version": 1, "base_revision": None, "data": data}


def changed_message(chance: random.Random, data: bytes) -> bytes:
    """Return a message with one to three of its values changed; what is no JSON is changed as bytes."""
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        return mutated(chance, data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        places = list(_places(message))
        if not places:
            break
        container, key = chance.choice(places)
        _CHANGES[chance.randrange(len(_CHANGES))](chance, container, key, places)
    try:
        return json.dumps(message, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return data


def json_or_bytes(chance: random.Random, data: bytes) -> bytes:
    """Return JSON changed as a tree, or as the bytes of a file."""
    return changed_message(chance, data) if chance.random() < 0.7 else mutated(chance, data)


def _places(value: Any, depth: int = 0) -> Iterator[_Place]:
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield value, key
        if depth < 8:
            yield from _places(inner, depth + 1)


def _wrong(chance: random.Random, container: Any, key: Any, _places: list[_Place]) -> None:
    container[key] = chance.choice(_WRONG)


def _other(chance: random.Random, container: Any, key: Any, places: list[_Place]) -> None:
    from_container, from_key = chance.choice(places)
    found = (
        from_container[from_key]
        if not isinstance(from_container, list) or from_key < len(from_container)
        else 0
    )
    container[key] = json.loads(json.dumps(found))


def _piece(chance: random.Random, container: Any, key: Any, _places: list[_Place]) -> None:
    there = container[key]
    piece = text_of(chance.choice(PIECES))
    if isinstance(there, str):
        at = chance.randint(0, len(there))
        container[key] = (there[:at] + piece + there[at:])[:6000]
    else:
        container[key] = piece


def _drop(chance: random.Random, container: Any, key: Any, _places: list[_Place]) -> None:
    if isinstance(container, dict):
        container.pop(key)
    elif len(container) > 1:
        container.pop()


def _double(chance: random.Random, container: Any, key: Any, _places: list[_Place]) -> None:
    if isinstance(container, list) and len(container) < 64:
        container.append(json.loads(json.dumps(container[0])))
    elif isinstance(container, dict):
        container[f"{key}x"] = 1


_CHANGES: tuple[Callable[[random.Random, Any, Any, list[_Place]], None], ...] = (
    _wrong, _wrong, _wrong, _other, _piece, _drop, _double,
)  # fmt: skip

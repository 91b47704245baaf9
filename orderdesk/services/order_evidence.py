"""The digest of an order's lines as they were submitted: the audit keeps it, ``check`` makes it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from orderdesk.values import plain, text_digest

# What stays as it was submitted; items are put together (``item_twins``), days and quantities move on.
LINE_COLUMNS = (
    "id", "position", "code", "name", "spec", "kind", "quantity", "unit", "factor", "price_unit",
    "unit_price", "net_unit_price", "gross_unit_price", "price_source", "discount", "tax_rate", "amount_net",
    "tax", "amount_gross", "gift", "list_value", "cost", "reason", "note", "notes", "when_short", "receipt",
)  # fmt: skip
SCHEDULE_COLUMNS = ("id", "order_line_id", "position", "quantity", "requested", "deliver_to", "site_id")
_Rows = Iterable[Mapping[Any, Any]]


def lines_digest(lines: _Rows, schedule: _Rows) -> str:
    """Return the SHA-256 of an order's lines and of their schedules, in whatever order they come."""
    told = [*_told(lines, LINE_COLUMNS), *_told(schedule, SCHEDULE_COLUMNS)]
    return text_digest("\x1e".join(told))


def _told(rows: _Rows, columns: tuple[str, ...]) -> list[str]:
    return sorted("\x1f".join([_text(row[name]) for name in columns]) for row in rows)


def _text(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)

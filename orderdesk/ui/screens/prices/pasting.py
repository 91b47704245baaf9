"""What the columns of a pasted or imported price table may be called, in both languages. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from orderdesk.intake.files.columns import PRICES, field_of

_KEYS = {"item": "code", "unit": "unit", "price": "price", "valid_from": "valid_from", "valid_to": "valid_to"}


def columns_of_header(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Return the key of each column if ``cells`` are a header, else ``None``.

    A header names items or prices, and nothing in it looks like a figure.
    """
    keys = tuple(_KEYS.get(field_of(PRICES, cell), "") for cell in cells)
    if "price" not in keys or any(cell.strip()[:1].isdigit() for cell in cells):
        return None
    return keys

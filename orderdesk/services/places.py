"""Addresses as the store keeps them: JSON of ``wire.drafts.AddressDraft``, copied into each document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_FIELDS = ("province", "city", "district", "rest")


def read_place(text: str) -> dict[str, Any]:
    """Return the fields of a stored address; none for an empty text."""
    fields: dict[str, Any] = json.loads(text) if text else {}
    return fields


def place_text(place: Mapping[str, Any]) -> str:
    """Return an address on one line, as its country writes it.

    Chinese goes from the province down to the house and has no blanks between; anything else begins with the
    street. A municipality, which is province and city at once, is named once.
    """
    parts = [str(place.get(name) or "").strip() for name in _FIELDS]
    shown = [part for part in dict.fromkeys(parts) if part]
    if any("\u4e00" <= sign <= "\u9fff" for part in shown for sign in part):
        return "".join(shown)
    return ", ".join(reversed(shown))

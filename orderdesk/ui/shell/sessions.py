"""Which windows and tabs were open, as the desk's memory keeps them. What is damaged there was never open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings

from orderdesk.ui.shell.closed_tabs import TabMark

_KEY = "session/windows"
_PERSON = "session/person"


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window: where it stood, its tabs from left to right, and which of them was on top."""

    geometry: QByteArray | None
    tabs: tuple[TabMark, ...]
    top: int


def write_session(memory: QSettings, person: str, windows: Sequence[OpenWindow]) -> None:
    """Keep the windows, the one used last first, and the id of the person whose tabs they are."""
    memory.setValue(_PERSON, person)
    memory.setValue(_KEY, json.dumps([_as_json(window) for window in windows]))


def read_session(memory: QSettings, person: str | None) -> tuple[OpenWindow, ...]:
    """Return the windows of the last session; somebody else finds their places and no tabs.

    ``None`` asks for the places alone.
    """
    is_theirs = person is not None and memory.value(_PERSON) == person
    try:
        found = json.loads(str(memory.value(_KEY)))
        return tuple(_window(entry, with_tabs=is_theirs) for entry in found)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return ()


def _as_json(window: OpenWindow) -> dict[str, object]:
    geometry = "" if window.geometry is None else bytes(window.geometry.toBase64().data()).decode("ascii")
    tabs = [
        {
            "area": mark.area_id,
            "id": str(mark.key) if isinstance(mark.key, UUID) else None,
            "place": mark.place,
        }
        for mark in window.tabs
    ]
    return {"geometry": geometry, "tabs": tabs, "top": window.top}


def _window(entry: dict[str, Any], *, with_tabs: bool) -> OpenWindow:
    geometry = QByteArray.fromBase64(str(entry["geometry"]).encode("ascii"))
    tabs = tuple(_mark(tab) for tab in entry["tabs"]) if with_tabs else ()
    return OpenWindow(geometry if geometry.size() else None, tabs, int(entry["top"]))


def _mark(tab: dict[str, Any]) -> TabMark:
    key = UUID(tab["id"]) if tab["id"] is not None else None
    return TabMark(str(tab["area"]), key, tab["place"])

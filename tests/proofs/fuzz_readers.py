"""What the screens make of a desk's preferences, of the windows of its last session, and of its look."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

from PySide6.QtCore import QSettings

from orderdesk.services.preferences import Preferences
from orderdesk.services.reading.notices import Notice
from orderdesk.ui.appearance import remembered_scale
from orderdesk.ui.noticing import NoticeBoard, seen_at
from orderdesk.ui.screens.orders.column_choice import chosen_keys
from orderdesk.ui.screens.orders.own_views import read_views
from orderdesk.ui.shell.sessions import read_session

_NOTICE = cast(Notice, SimpleNamespace(at=datetime(2026, 3, 9, tzinfo=UTC)))


class Memory:
    """A desk's memory (``QSettings``) that holds one text under every name."""

    def __init__(self, text: str) -> None:
        self._text = text

    def value(self, _key: str) -> object:
        return self._text


def read_as_screens_do(kept: Preferences) -> object:
    """Return how many of the preferences say something."""
    seen = seen_at(kept.read(None, "notices.seen"))
    NoticeBoard((_NOTICE,), seen).unread  # noqa: B018 - that it can be counted
    views = read_views(kept.read(None, "orders.views"))
    keys = chosen_keys(kept.read(None, "orders.columns"))
    return f"{seen is not None} {len(views)} {min(len(keys), 3)}"


def read_session_of(data: bytes) -> object:
    """Return how many windows a text in the memory stands for."""
    text = data.decode("utf-8", "surrogateescape")
    memory = cast(QSettings, Memory(text))
    remembered_scale(memory.value("scale"))
    return len(read_session(memory, text))

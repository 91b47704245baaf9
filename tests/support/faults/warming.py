"""Statements are compiled once for all engines of a process: it opens hundreds of desks."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

from orderdesk.models import engine as engine_module

_CACHE: LRUCache[Any, Any] = LRUCache(2_000)


def share_compiled_statements() -> None:
    """Let all engines that this process opens from here on share what they compile, by dialect."""
    create: Any = vars(engine_module)["create_engine"]

    def created(*words: Any, **options: Any) -> Engine:
        engine: Engine = create(*words, **options)
        engine._compiled_cache = _CACHE
        return engine

    setattr(engine_module, "create_engine", created)  # noqa: B010 - for the life of this process

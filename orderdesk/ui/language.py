"""The language on show, and the words in it.

Switching is live: everything that shows words says them again.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from orderdesk import words
from orderdesk.words import LANGUAGES, Language


class Retranslatable(Protocol):
    """A widget that shows words. ``retranslate`` sets all of them, at the start and after each switch.

    It must be a bound method of a ``QObject``: Qt then drops the connection with the widget.
    """

    def retranslate(self) -> None: ...


class LanguageHolder(QObject):
    """Which language is on show; ``changed`` is emitted after each switch."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._current: Language = "en"

    @property
    def current(self) -> Language:
        """The language in force, ``en`` or ``zh``."""
        return self._current

    @property
    def other(self) -> Language:
        """The language that the toggle would switch to."""
        return next(name for name in LANGUAGES if name != self._current)

    def switch_to(self, name: Language) -> None:
        """Show everything in ``name`` from now on."""
        if name != self._current:
            self._current = name
            self.changed.emit()

    def follow(self, widget: Retranslatable) -> None:
        """Have ``widget`` say its words now and after each switch."""
        self.changed.connect(widget.retranslate)
        widget.retranslate()


@cache
def language() -> LanguageHolder:
    """Return the one language holder of this process."""
    return LanguageHolder()


def tr(code: str, /, **params: object) -> str:
    """Return the words of ``code`` in the language on show; parameters are put in as plain text."""
    return words.text(code, language().current, **params)

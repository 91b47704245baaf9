"""What a screen says to the person: one line, its severity, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from orderdesk.ui.language import tr

Severity = Literal["info", "done", "warn", "error"]

SEVERITY_ICONS: Mapping[Severity, str] = {
    "info": "info",
    "done": "circle-check",
    "warn": "triangle-alert",
    "error": "circle-x",
}


@dataclass(frozen=True, slots=True)
class MessageButton:
    """A way on from a message. ``word`` is a code; ``run`` is called on the GUI thread.

    ``seconds`` is how long the way stays open (undo 30 s); ``None`` as long as the message stands. ``key`` is
    what the button shows as its key, such as ``Ctrl+Z`` or ``z``: the message itself listens to none.
    """

    word: str
    run: Callable[[], object]
    key: str = ""
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message as a code with parameters, so that it changes its language with everything else.

    A parameter may be a function: it is called for each wording, and words itself in the language on show.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "info"
    buttons: tuple[MessageButton, ...] = ()

    @property
    def text(self) -> str:
        """The sentence in the language on show."""
        params = {name: value() if callable(value) else value for name, value in self.params.items()}
        return tr(self.code, **params)

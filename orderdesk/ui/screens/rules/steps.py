"""The steps of a draft under somebody's hands: done, undone, done again, each with its name. No Qt."""

from __future__ import annotations

from orderdesk.ui.screens.rules.sheet import Source

MOST = 500


class Steps:
    """The JSON of a draft as it is typed, with the way back to what it was."""

    def __init__(self) -> None:
        self.source: Source | None = None
        self._undo: list[tuple[str, Source]] = []
        self._redo: list[tuple[str, Source]] = []

    def begin(self, source: Source | None) -> None:
        """Begin with what the store has; there is nothing to go back to."""
        self.source = source
        self._undo.clear()
        self._redo.clear()

    def take(self, name: str, source: Source) -> bool:
        """Take a step; ``False`` where nothing of it is different."""
        if self.source is None or source == self.source:
            return False
        self._undo = [*self._undo, (name, self.source)][-MOST:]
        self._redo.clear()
        self.source = source
        return True

    def undo(self) -> str | None:
        """Go back a step; return its name, ``None`` where there is none."""
        return self._step(self._undo, self._redo)

    def redo(self) -> str | None:
        """Do a step again; return its name."""
        return self._step(self._redo, self._undo)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._redo)

    def _step(self, out: list[tuple[str, Source]], into: list[tuple[str, Source]]) -> str | None:
        if not out or self.source is None:
            return None
        name, source = out.pop()
        into.append((name, self.source))
        self.source = source
        return name

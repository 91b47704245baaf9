"""A screen whose work is saved when somebody asks: it goes when that is done, or the work is given up."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screen import Screen


class UnsavedWork(Protocol):
    """What is asked of such a screen's presenter."""

    @property
    def is_modified(self) -> bool:
        """Whether something typed is not in the store yet."""
        ...

    def close(self) -> None:
        """Nobody is there to be shown anything any more."""
        ...


class UnsavedScreen(Screen):
    """Asks once before what was typed is lost. Subclasses say what the work is and how it is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_drop = False

    def work(self) -> UnsavedWork:
        """Return what may be lost."""
        raise NotImplementedError

    def save_work(self) -> bool:
        """Save what was typed; return whether that was begun."""
        raise NotImplementedError

    def is_modified(self) -> bool:
        """Return whether something typed is not in the store yet."""
        return self.work().is_modified

    def can_close(self) -> bool:
        """Return whether nothing would be lost; where it is given up on purpose, it may."""
        if not self.work().is_modified or self._may_drop:
            return True
        save = MessageButton("prices.action.save", self.save_work, key="Ctrl+S")
        drop = MessageButton("prices.drop", self._drop)
        self.show_message(Message("prices.unsaved_close", {}, "warn", (save, drop)))
        return False

    def let_go(self) -> None:
        """What is read from now on has nobody to be shown to."""
        self.work().close()

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        self.message.emit(message)

    def _drop(self) -> None:
        self._may_drop = True
        self.close_requested.emit()

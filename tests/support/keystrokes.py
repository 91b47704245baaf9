"""Key sessions: a keystroke-level model that counts keys and adds up how long a trained clerk takes.

The operators are those of Card, Moran and Newell, *The Keystroke-Level Model for User Performance Time with
Interactive Systems*, Communications of the ACM 23 (1980) 396-410:

- **K**, pressing a key: 0.20 s, their average skilled typist (40 words a minute); a clerk who keys all day
  is no slower. A chord is one key, and so is what an input method commits.
- **M**, preparing mentally: 1.35 s. It stands where their rules leave it: before each thing that is thought
  of as a whole (the customer, each line as it is heard, a command that is chosen), not within it and not
  before the Enter that ends it.
- **R**, waiting for the program: what of it the clerk cannot type through; a session that waits says so.

There is no **P** (pointing) and no **H** (hand to the mouse): the mouse is blocked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.windows import commit, focused

KEYING, MENTAL = 0.20, 1.35
_MOUSE = {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}  # fmt: skip


class MouseBlock(QObject):
    """Lets no event of a mouse through; it counts those that were tried."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.tried = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the mouse out."""
        if event.type() in _MOUSE:
            self.tried += 1
            return True
        return super().eventFilter(watched, event)

    def lift(self) -> None:
        """Let the mouse in again."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one while there is a window
        self.deleteLater()


@dataclass
class Keystrokes:
    """Plays keys where the focus is. ``pause`` is what happens between two of them.

    ``between`` is how long one key takes: the model's K, or less where a session is replayed at the pace of a
    scanner. ``place`` says where a key goes, for a comparison with another replay.
    """

    place: Callable[[], object]
    pause: Callable[[float], None]
    between: float = KEYING
    keys: int = 0
    seconds: float = 0.0
    places: list[str] = field(default_factory=list)

    def think(self) -> None:
        """Prepare for the next thing as a whole."""
        self.seconds += MENTAL

    def wait(self, seconds: float) -> None:
        """Wait for the program."""
        self.seconds += seconds

    def press(self, *chords: str) -> None:
        """Press keys: ``Ctrl+Return``, ``F7``, ``Down``, ``Enter`` (the numpad's)."""
        for chord in chords:
            combination = QKeySequence(chord)[0]  # type: ignore[index] # the stubs leave it out
            self._at_place()
            QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())
            self._done()

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            self._at_place()
            QTest.keyClicks(focused(), letter)
            self._done()

    def commit(self, text: str) -> None:
        """Let the input method put a text into the box that has the focus: one key."""
        self._at_place()
        commit(text)
        self._done()

    def _at_place(self) -> None:
        self.places.append(str(self.place()))

    def _done(self) -> None:
        self.keys += 1
        self.seconds += self.between
        self.pause(self.seconds)


def let_the_window_work(_seconds: float) -> None:
    """Let everything that is due in the window happen."""
    QCoreApplication.processEvents()

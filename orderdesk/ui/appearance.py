"""What was chosen of the look at this desk: light or dark or as the system is, text size, row height.

It is remembered with the desk, applied at the start, and follows the system while the program runs.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from orderdesk.ui.theme import theme
from orderdesk.ui.tokens import DENSITIES, Density, Mode

LookChoice = Literal["system", "light", "dark"]
CHOICES: tuple[LookChoice, ...] = get_args(LookChoice)

_NORMAL_SCALE = 100
_STEP = 10
_MOST_DIGITS = 4
_KEYS = ("look/mode", "look/scale", "look/density")


def remembered_scale(kept: object) -> int:
    """Return the text size that the memory holds, in per cent; the normal one where it means nothing."""
    text = str(kept)
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else _NORMAL_SCALE


class Appearance(QObject):
    """The choice in force. ``changed`` is emitted after each change of it, also where nothing looks other."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice: LookChoice = "system"
        self._memory: QSettings | None = None
        self._follows = False
        self._system: Mode = "light"

    @property
    def choice(self) -> LookChoice:
        """Whether the look is the system's, or one that was chosen."""
        return self._choice

    def start(self, memory: QSettings | None) -> None:
        """Take the look that ``memory`` holds, keep what is chosen from now on there, and follow the system.

        What somebody has written into the memory by hand and means nothing counts as not chosen.
        """
        self._memory = memory
        mode, scale, density = (memory.value(key) if memory is not None else None for key in _KEYS)
        self._choice = next((one for one in CHOICES if one == mode), "system")
        if not self._follows:
            self._follows = True
            QApplication.styleHints().colorSchemeChanged.connect(self._take_scheme)
        self._system = _mode(system_scheme())
        self._apply(
            scale=remembered_scale(scale),
            density=next((one for one in DENSITIES if one == density), "normal"),
        )

    def choose(self, choice: LookChoice) -> None:
        """Be light or dark from now on, or what the system is."""
        self._choice = choice
        self._apply()

    def choose_density(self, density: Density) -> None:
        """Give table rows another height."""
        self._apply(density=density)

    def resize_text(self, steps: int) -> None:
        """Make the text larger or smaller by steps of ten per cent; none of them means the normal size."""
        self._apply(scale=theme().scale + steps * _STEP if steps else _NORMAL_SCALE)

    def _apply(self, *, scale: int | None = None, density: Density | None = None) -> None:
        theme().apply(
            _application(),
            self._system if self._choice == "system" else self._choice,
            theme().scale if scale is None else scale,
            theme().density if density is None else density,
        )
        if self._memory is not None:
            for key, value in zip(_KEYS, (self._choice, str(theme().scale), theme().density), strict=True):
                self._memory.setValue(key, value)
        self.changed.emit()

    def _take_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._system = _mode(scheme)
        if self._choice == "system" and theme().mode != self._system:
            self._apply()


@cache
def appearance() -> Appearance:
    """Return the one appearance of this process."""
    return Appearance()


def system_scheme() -> Qt.ColorScheme:
    """Return what the system shows now."""
    return QApplication.styleHints().colorScheme()


def _mode(scheme: Qt.ColorScheme) -> Mode:
    """Return the look for a system's scheme; one that does not say is light."""
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a look needs its QApplication")
    return application

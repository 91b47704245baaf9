"""Icons of the bundled family, tinted to the theme and drawn sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from orderdesk import paths
from orderdesk.ui.theme import theme


def pixmap(name: str, colour: str = "text_quiet", size: int | None = None) -> QPixmap:
    """Return icon ``name`` in a colour of the token table or ``#rrggbb``; ``size`` in logical pixels.

    ``FileNotFoundError`` where the family has no such icon.
    """
    hue = colour if colour.startswith("#") else theme().colour(colour).name()
    return _drawn(name, hue, size or theme().size("icon"), _ratio())


def icon(name: str, colour: str = "text_quiet", *, on: str | None = None) -> QIcon:
    """Return icon ``name`` for buttons and menus; ``on`` is its colour while checked."""
    made = QIcon(pixmap(name, colour))
    if on is not None:
        made.addPixmap(pixmap(name, on), QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(pixmap(name, "text_faint"), QIcon.Mode.Disabled)
    return made


def _ratio() -> float:
    screens = QGuiApplication.screens()
    return max((screen.devicePixelRatio() for screen in screens), default=1.0)


@lru_cache(maxsize=512)
def _drawn(name: str, hue: str, size: int, ratio: float) -> QPixmap:
    drawing = _source(name).replace("currentColor", hue)
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (paths.resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")

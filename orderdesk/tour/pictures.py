"""What the tour leaves to look at: the windows in both languages, the papers, and pictures of their pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.errors import Bug, EnvironmentProblem
from orderdesk.printing.preview import page_images
from orderdesk.ui.theme import theme

PAGE_DPI = 110
_PACKED = 70  # of Qt's 0 (small) to 100 (fast): half the time for a file a little larger


def whole_window(window: QWidget) -> QImage:
    """Return the window as it stands on the screen, with the lists and dialogs that lie above it."""
    image = window.grab().toImage()
    painter = QPainter(image)
    corner = window.mapToGlobal(QPoint(0, 0))
    for above in QApplication.topLevelWidgets():
        if above is not window and above.isVisible() and above.windowHandle() is not None:
            place = QRect(above.mapToGlobal(QPoint(0, 0)) - corner, above.size())
            painter.drawPixmap(place.topLeft(), above.grab())
            if above.isModal():  # a window manager would draw its frame
                painter.setPen(theme().colour("edge_strong"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return image


def save_image(image: QImage, file: Path) -> None:
    """Write a picture. Raises ``Bug`` ``tour.fault.blank`` if it shows nothing but one colour."""
    if is_blank(image):
        raise Bug("tour.fault.blank", file=file.name)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file), quality=_PACKED):
        raise EnvironmentProblem("error.file.unwritable", file=str(file), detail="")


def is_blank(image: QImage) -> bool:
    """Return whether a picture shows nothing: fewer than a handful of colours at some thousand places."""
    seen = {
        image.pixel(x, y)
        for x in range(0, image.width(), max(image.width() // 64, 1))
        for y in range(0, image.height(), max(image.height() // 48, 1))
    }
    return len(seen) < 4


def save_pages(paper: Path) -> list[Path]:
    """Write a picture of each page of a PDF beside it; return the files."""
    files: list[Path] = []
    for number, page in enumerate(page_images(paper.read_bytes(), PAGE_DPI), start=1):
        image = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        file = paper.with_name(f"{paper.stem}-page-{number}.png")
        save_image(image, file)
        files.append(file)
    return files

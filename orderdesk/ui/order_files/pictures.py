"""Pictures of others are never shown as they are: what is seen here was decoded within limits and drawn anew.

The format is the one that the first bytes say; only plain raster formats are decoded. These run in lanes:
``QImage`` needs no window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from orderdesk.errors import UserError
from orderdesk.rules.files import HEAD_BYTES, MAX_BYTES, is_picture, media_of, shown_name

PREVIEW_SIDE = 640  # pixels
MOST_PIXELS = 60_000_000
_SHRUNK_SIDES = (4000, 3000, 2000, 1200)
_QUALITY = 85


def small_picture(body: bytes, media: str) -> QImage | None:
    """Return a small picture of a picture file; ``None`` for what is none, is too large or is damaged."""
    if not is_picture(media):
        return None
    data = QByteArray(body)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), media, PREVIEW_SIDE)


def shrunk(path: Path) -> bytes:
    """Return a picture file as a JPEG that can be kept; raises ``UserError`` if it cannot be."""
    name = shown_name(path.name)
    try:
        with path.open("rb") as file:
            media = media_of(file.read(HEAD_BYTES))
    except OSError as fault:
        raise UserError("files.unreadable", name=name) from fault
    for side in _SHRUNK_SIDES if is_picture(media) else ():
        picture = _read(QImageReader(str(path)), media, side)
        if picture is None:
            break
        body = jpeg(picture)
        if len(body) <= MAX_BYTES:
            return body
    raise UserError("files.no_picture", name=name)


def jpeg(picture: QImage) -> bytes:
    """Return a picture as JPEG."""
    return _written(picture.convertToFormat(QImage.Format.Format_RGB32), "JPEG", _QUALITY)


def png(picture: QImage) -> bytes:
    """Return a picture as PNG: what was on the clipboard stays as it was, point for point."""
    return _written(picture, "PNG", -1)


def _written(picture: QImage, form: str, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, form, quality)  # type: ignore[call-overload] # the stubs want bytes
    return bytes(data.data())


def _read(reader: QImageReader, media: str, side: int) -> QImage | None:
    reader.setAutoDetectImageFormat(False)
    reader.setFormat(QByteArray(media.removeprefix("image/").encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    return None if picture.isNull() else picture

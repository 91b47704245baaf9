"""A label for places where a text may be longer than its room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from orderdesk.ui.safety import Label, set_tooltip


class ElidedLabel(Label):
    """A label of one line that ends in dots where it is too long, with the whole text in its tool tip.

    One that is ``snug`` takes no more room than its text, so that what follows stands right behind it.
    """

    def __init__(self, parent: QWidget | None = None, *, role: str = "", snug: bool = False) -> None:
        super().__init__(parent=parent, role=role)
        self._whole = ""
        self._snug = snug
        wide = QSizePolicy.Policy.Maximum if snug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    @property
    def whole_text(self) -> str:
        """The text before it was shortened."""
        return self._whole

    @property
    def is_cut(self) -> bool:
        """Whether some of it does not show."""
        return " ".join(self.text().split()) != self._whole

    def show_text(self, text: str) -> None:
        """Show ``text``, shortened to the room there is."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for the whole text where the label is snug, however much of it shows now."""
        hint = super().sizeHint()
        if self._snug:
            margins = self.contentsMargins()
            hint.setWidth(
                self.fontMetrics().horizontalAdvance(self._whole) + margins.left() + margins.right() + 2
            )
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return a line with room for little more than the dots."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Shorten anew for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        set_tooltip(self, self._whole if shown != self._whole else "")


class TwoLineLabel(ElidedLabel):
    """A label that takes a second line where its text is too long for one; only then does it end in dots."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent, role=role)
        self._lines = 1

    def sizeHint(self) -> QSize:
        """Return room for the lines that the text takes now."""
        return QSize(super().sizeHint().width(), self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a line that is needed is not given up."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _fit(self) -> None:
        first, rest = self._broken()
        dots = Qt.TextElideMode.ElideRight
        lines = [first] if not rest else [first, self.fontMetrics().elidedText(rest, dots, self.width())]
        self.setText("\n".join(lines))
        set_tooltip(self, self._whole if " ".join(lines) != self._whole else "")
        if len(lines) != self._lines:
            self._lines = len(lines)
            self.updateGeometry()

    def _broken(self) -> tuple[str, str]:
        """Return what fits on the first line, broken between words, and what is left."""
        layout = QTextLayout(self._whole, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(max(self.width(), 1))
        end = line.textLength() if line.isValid() else 0
        layout.endLayout()
        return self._whole[:end].rstrip(), self._whole[end:].lstrip()

"""The rail at the left: icon, word and badge of each area that this person sees; it folds to icons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screen import Area
from orderdesk.ui.theme import theme

_FOLD = "fold"


class RailButton(QAbstractButton):
    """One area, or the fold button. Drawn by hand: badge and ring must look the same everywhere."""

    def __init__(self, area_id: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.area_id = area_id
        self.setObjectName(f"rail.{area_id}")
        self._icon = icon
        self._badge = 0
        self._folded = False
        self.setCheckable(area_id != _FOLD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def badge(self) -> int:
        """How many things wait in the area."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show how many things wait in the area; nothing for zero."""
        self._badge = count
        self.setAccessibleName(tr("ui.rail.spoken", area=self.text(), n=count) if count else self.text())
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, or icon and word."""
        self._folded = folded
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over it."""
        super().enterEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, word and badge; never under 32 px high."""
        metrics = QFontMetrics(theme().font("base", strong=True))
        word = 0 if self._folded else metrics.horizontalAdvance(self.text()) + theme().px(12)
        badge = 0 if self._folded else theme().px(34)
        return QSize(theme().size("icon") + 20 + word + badge, max(32, theme().px(32)))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a cut word is no word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word, badge and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "rail_active" if self.isChecked() else "rail_hover" if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        colour = "rail_on" if self.isChecked() or self.underMouse() else "rail_text"
        side = theme().size("icon")
        left = (self.width() - side) // 2 if self._folded else 10
        painter.drawPixmap(left, (self.height() - side) // 2, icons.pixmap(self._icon, colour, side))
        if not self._folded:
            painter.setPen(theme().colour(colour))
            painter.setFont(theme().font("base", strong=self.isChecked()))
            room = self.rect().adjusted(left + side + 10, 0, -6, 0)
            draw_line(painter, room, self.text())
        if self._badge:
            self._paint_badge(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("badge"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        text = str(self._badge) if self._badge < 100 else "99+"
        font = theme().font("small", strong=True)
        height = theme().px(12 if self._folded else 18)
        if self._folded:
            font.setPixelSize(theme().px(9))
        width = max(
            height, QFontMetrics(font).horizontalAdvance(text) + theme().px(6 if self._folded else 10)
        )
        top = 2 if self._folded else (self.height() - height) // 2
        box = QRect(self.width() - width - (2 if self._folded else 8), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("badge"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(theme().colour("badge_text"))
        painter.setFont(font)
        draw_line(painter, box, text, Qt.AlignmentFlag.AlignHCenter)


class Rail(QFrame):
    """The areas from top to bottom in the order of Ctrl+1, Ctrl+2 ..."""

    area_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._areas: tuple[Area, ...] = ()
        self._buttons: dict[str, RailButton] = {}
        self._badges: dict[str, int] = {}
        self._folded = False
        self._by_hand = False
        self._name = Label(parent=self)
        self._name.setObjectName("rail_name")
        self._name.setIndent(10)
        self._fold = RailButton(_FOLD, "chevron-left", self)
        self._fold.clicked.connect(self.toggle_fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 10, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._name)
        self._column.addSpacing(6)
        self._column.addStretch(1)
        self._column.addWidget(self._fold)
        language().follow(self)
        theme().changed.connect(self._take_theme)
        self._take_theme()

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas on show, in the order of their keys."""
        return self._areas

    @property
    def is_folded(self) -> bool:
        """Whether only icons show."""
        return self._folded

    def show_areas(self, areas: Sequence[Area]) -> None:
        """Show these areas; others are not there at all."""
        for button in self._buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._areas = tuple(areas)
        self._buttons = {}
        for at, area in enumerate(self._areas):
            button = RailButton(area.id, area.icon, self)
            button.set_folded(self._folded)
            button.clicked.connect(self._clicked)
            self._buttons[area.id] = button
            self._column.insertWidget(2 + at, button)
        # Tab goes as the eye does: the areas where the fold button stood in the window's order, then it.
        for one, other in pairwise((self._fold, *self._buttons.values(), self._fold)):
            self.setTabOrder(one, other)
        self.retranslate()

    def set_badge(self, area_id: str, count: int) -> None:
        """Show how many things wait in an area, now and after the areas were shown anew."""
        self._badges[area_id] = count
        if area_id in self._buttons:
            self._buttons[area_id].set_badge(count)

    def set_current(self, area_id: str) -> None:
        """Mark the area of the tab on top."""
        for known, button in self._buttons.items():
            button.setChecked(known == area_id)

    def landing(self) -> RailButton | None:
        """Return where the keys land that walk in here: the area on show, else the first one."""
        current = [button for button in self._buttons.values() if button.isChecked()]
        return next(iter((*current, *self._buttons.values())), None)

    def toggle_fold(self) -> None:
        """Fold to icons, or unfold; from now on the person decides and not the room."""
        self._by_hand = True
        self._set_folded(not self._folded)

    def fit(self, window_width: int) -> None:
        """Fold by itself where the words would take more than a sixth of the window."""
        if not self._by_hand and self._folded != (theme().size("rail") * 6 > window_width):
            self._set_folded(not self._folded)

    def _set_folded(self, folded: bool) -> None:
        self._folded = folded
        for button in self._every_button():
            button.set_folded(self._folded)
        self._fold.set_icon("chevron-right" if self._folded else "chevron-left")
        self._name.setVisible(not self._folded)
        self._take_theme()
        self.retranslate()

    def retranslate(self) -> None:
        """Say names and tool tips again."""
        self._name.setText(tr("ui.shell.name"))
        self._fold.setText(tr("ui.rail.unfold" if self._folded else "ui.rail.fold"))
        set_tooltip(self._fold, self._fold.text())
        for at, area in enumerate(self._areas):
            button = self._buttons[area.id]
            button.setText(tr(area.word))
            set_tooltip(button, f"{tr(area.word)}  Ctrl+{at + 1}" if at < 9 else tr(area.word))
            button.set_badge(self._badges.get(area.id, 0))

    def _every_button(self) -> tuple[RailButton, ...]:
        return (*self._buttons.values(), self._fold)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.set_current(button.area_id)
            self.area_chosen.emit(button.area_id)

    def _take_theme(self) -> None:
        if self._folded:
            self.setFixedWidth(theme().size("icon") + 36)
        else:
            self.setMinimumWidth(theme().size("rail"))
            self.setMaximumWidth(theme().size("rail") + theme().px(60))
        for button in self._every_button():
            button.updateGeometry()

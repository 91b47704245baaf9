"""A calendar below a date box (F4): arrows walk the days, Enter takes one, Esc leaves the box as it was."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.language import language, tr
from orderdesk.ui.theme import theme

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayPicker(QFrame):
    """A month with its week numbers, in the language on show; closed, it is gone."""

    picked = Signal(object)  # date

    def __init__(self, box: QWidget, day: date) -> None:
        super().__init__(box, Qt.WindowType.Popup)
        self.setObjectName("day_picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget(self)
        self._month.setAccessibleName(tr("ui.calendar"))
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        self._month.setLocale(chinese if language().current == "zh" else QLocale(QLocale.Language.English))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        for name, picture in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            turn = self._month.findChild(QToolButton, f"qt_calendar_{name}")
            if turn is not None:  # Qt's own arrows are black in the dark
                turn.setIcon(icons.icon(picture, "text"))
        shade = QTextCharFormat()
        shade.setForeground(theme().colour("text_quiet"))
        shade.setBackground(theme().colour("surface_alt"))
        for weekday in _WEEKEND:
            self._month.setWeekdayTextFormat(weekday, shade)
        self._month.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)
        self.setFocusProxy(self._month)

    def open_below(self, box: QWidget) -> None:
        """Show it below the box, or above where there is no room; the keys are its own."""
        size = self.sizeHint()
        at = box.mapToGlobal(QPoint(0, box.height()))
        room = box.screen().availableGeometry()
        if at.y() + size.height() > room.bottom():
            at = box.mapToGlobal(QPoint(0, -size.height()))
        at.setX(max(room.left(), min(at.x(), room.right() - size.width())))
        self.move(at)
        self.show()
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()

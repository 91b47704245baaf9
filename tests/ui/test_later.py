"""Parts that are made when they are first opened."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.ui.later import Later


class Pair(QWidget):
    """Two boxes, walked in another order than they were made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.second, self.first = QLineEdit(self), QLineEdit(self)
        self.setTabOrder(self.first, self.second)


def test_a_part_is_made_once_where_its_place_was_kept(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made: list[Pair] = []

    def make(parent: QWidget) -> Pair:
        made.append(Pair(parent))
        return made[-1]

    above, later, below = QLineEdit(window), Later(make, window), QLineEdit(window)
    column = QVBoxLayout(window)
    for widget, stretch in ((above, 0), (later, 7), (below, 0)):
        column.addWidget(widget, stretch)
    window.show()
    later.set_open(False)
    assert not later.is_open
    assert later.made is None
    assert not made, "closing and asking makes nothing"
    part = later.part
    assert not later.is_open, "it is for its owner to show it"
    later.set_open(True)
    assert later.is_open
    assert part.isVisible()
    assert later.part is part
    assert made == [part]
    assert part.parent() is window
    assert column.indexOf(part) == 1
    assert column.stretch(1) == 7
    assert column.indexOf(later) == -1
    walked: list[QWidget] = [above]
    at = above.nextInFocusChain()
    while at is not None and at is not above:
        if at in (part.second, part.first, below):
            walked.append(at)
        at = at.nextInFocusChain()
    assert walked == [above, part.first, part.second, below]
    later.set_open(False)
    assert not later.is_open

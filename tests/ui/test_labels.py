"""Labels that take what room there is, and say the whole text where it is not enough."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orderdesk.ui.labels import TwoLineLabel
from tests.support.windows import show

SENTENCE = "Manager: an amount of 22,240.00 needs the manager, then Finance: an amount of 22,240.00"


class Page:
    """A window with one label."""

    def __init__(self, qtbot, width: int) -> None:
        self.window = QWidget()
        self.label = TwoLineLabel(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addStretch(1)
        self.label.show_text(SENTENCE)
        self.window.resize(width, 200)
        show(qtbot, self.window)

    @property
    def lines(self) -> list[str]:
        QCoreApplication.processEvents()
        return self.label.text().splitlines()


@pytest.fixture
def needed(qtbot) -> int:
    """The width of the whole sentence on one line."""
    return Page(qtbot, 2000).label.fontMetrics().horizontalAdvance(SENTENCE)


def test_a_text_that_fits_takes_one_line(qtbot, needed: int) -> None:
    page = Page(qtbot, needed + 20)
    assert page.lines == [SENTENCE]
    assert page.label.height() < 2 * page.label.fontMetrics().lineSpacing()


def test_a_longer_one_takes_two_broken_between_words(qtbot, needed: int) -> None:
    page = Page(qtbot, needed * 2 // 3)
    assert " ".join(page.lines) == SENTENCE
    assert len(page.lines) == 2
    assert page.label.height() >= 2 * page.label.fontMetrics().lineSpacing()
    assert page.label.toolTip() == ""


def test_one_that_fits_nowhere_ends_in_dots_with_the_whole_in_its_tool_tip(qtbot, needed: int) -> None:
    page = Page(qtbot, needed // 3)
    assert len(page.lines) == 2
    assert page.lines[1].endswith("…")
    assert page.label.toolTip() == SENTENCE


def test_the_second_line_is_given_back(qtbot, needed: int) -> None:
    page = Page(qtbot, needed // 2 + 40)
    assert len(page.lines) == 2
    page.label.show_text("Straight through")
    assert page.lines == ["Straight through"]
    assert page.label.height() < 2 * page.label.fontMetrics().lineSpacing()

"""The box for what is said about an order."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.ui.comment_box import CommentBox
from orderdesk.ui.language import language
from orderdesk.ui.theme import theme
from orderdesk.words import Language
from tests.support.windows import look

__all__ = ["look"]  # a fixture


@pytest.mark.parametrize("name", ["en", "zh"])
def test_it_fits_below_the_card_in_the_narrow_panel(look: QApplication, qtbot: QtBot, name: Language) -> None:
    language().switch_to(name)
    box = CommentBox()
    qtbot.addWidget(box)
    box.ask("SO-1")
    assert box.minimumSizeHint().width() < theme().size("context") * 2 // 3
    box.resize(theme().size("context"), 200)
    assert all(
        box.rect().contains(part.geometry()) for part in box.findChildren(QWidget) if part.parent() is box
    )
    language().switch_to("en")

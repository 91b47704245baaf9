"""What is rarely opened is not there until it is, and is then as if it had always been."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.language import language
from orderdesk.ui.later import Later
from orderdesk.ui.paper.preview import PaperPreview
from orderdesk.ui.theme import theme
from tests.support.windows import press
from tests.ui.entry.conftest import EntryDesk


def test_an_order_is_keyed_without_what_it_does_not_need(desk: EntryDesk, look: QApplication) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "48"))
    desk.idle()
    language().switch_to("zh")
    theme().apply(look, scale=125)
    desk.idle()
    screen = desk.screen
    places = screen.findChildren(Later)
    assert len(places) == 11
    assert [place.made for place in places if place.made is not None] == []
    assert screen.findChild(PaperPreview) is None
    # What is made now is made in this language and at this size.
    screen.run_action("notes.open")
    notes = screen.facts.notes.part
    assert notes.title.text() == "整单的备注"
    assert notes.grid.verticalHeader().defaultSectionSize() == theme().row_height
    screen.run_action("back")
    # The folded part of the header is walked into by Tab, from box to box and on to the lines.
    screen.title_row.button.setFocus(Qt.FocusReason.TabFocusReason)
    boxes = list(screen.more.part.boxes().values())
    seen: list[QWidget | None] = []
    while QApplication.focusWidget() is not desk.grid and len(seen) < 30:
        seen.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert seen == [box for box in boxes if box.isVisible() and box.isEnabled()]
    assert len(seen) > 12

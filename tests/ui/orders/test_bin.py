"""From the Orders list: a draft out of the bin, and a word to colleagues, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from orderdesk.wire.commands import DiscardDraft
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press, type_text
from tests.ui.desk.conftest import saved, straight
from tests.ui.orders.conftest import World

Open = Callable[..., World]


def test_a_draft_comes_out_of_the_bin_by_one_letter(sample: SampleDesk, open_world: Open) -> None:
    kept, gone = saved(sample), saved(sample)
    sample.do(DiscardDraft(order_id=gone), "lina")
    number = sample.number_of(gone)
    world = open_world()
    assert world.numbers == [sample.number_of(kept)], "the bin is a view of its own"
    world.screen.show_document("bin")
    world.settle()
    assert world.numbers == [number]
    assert "order.restore" in world.screen.actions()
    world.screen.list.view.setFocus()
    type_text("u")
    world.settle()
    assert world.said == f"{number} is a draft again."
    world.qtbot.waitUntil(lambda: world.numbers == [], timeout=5000)
    assert "No draft was thrown away" in world.screen.list.empty_text


def test_c_says_something_about_the_order_and_the_card_shows_it(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    world.screen.list.view.setFocus()
    type_text("c")
    box = world.screen.panel.comment
    world.qtbot.waitUntil(lambda: focused() is box.words, timeout=5000)
    assert world.screen.actions() == ("finish",)
    world.qtbot.waitUntil(lambda: box.words.visibleRegion().boundingRect().height() == box.words.height())
    type_text("customer wants it early")
    press(Qt.Key.Key_Return)
    world.settle()
    world.qtbot.waitUntil(
        lambda: "customer wants it early" in " ".join(world.screen.card.texts()), timeout=5000
    )
    assert focused() is world.screen.list.view
    type_text("c")
    type_text("never said")
    press(Qt.Key.Key_Escape)
    world.settle()
    assert focused() is world.screen.list.view
    assert "never said" not in " ".join(world.screen.card.texts())

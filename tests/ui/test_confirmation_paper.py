"""Confirmations on screen: shown and printed from the list and from entry; what came out is on record."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from orderdesk.models import ConfirmationPrint, NotePrint
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import PAPERS
from orderdesk.spool.choices import PaperChoice, PrinterChoices
from orderdesk.spool.jobs import PrintJob
from orderdesk.ui.language import language
from orderdesk.ui.paper.around import Asked
from orderdesk.ui.paper.sources import ConfirmationSource
from tests.printing.pages import texts_of
from tests.services.test_order_list import saved
from tests.services.test_reading_orders import ship, straight
from tests.support.desk import SampleDesk
from tests.support.windows import child, focused, press, type_text
from tests.ui.orders.conftest import World
from tests.ui.orders.conftest import open_world as open_world  # noqa: PLC0414 - the fixture
from tests.ui.orders.conftest import sample as sample  # noqa: PLC0414 - the fixture

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., World]


def recorded(sample: SampleDesk) -> list[tuple[UUID, int]]:
    with sample.store.reading() as connection:
        rows = connection.execute(select(ConfirmationPrint.order_id, ConfirmationPrint.copy_no))
        return [(row.order_id, row.copy_no) for row in rows]


def test_an_order_of_the_list_is_previewed_then_printed_to_the_last_printer_by_one_key(
    sample: SampleDesk, open_world: Open, sent: list[tuple[PrintJob, str]]
) -> None:
    order = straight(sample)
    world = open_world()
    press(Qt.Key.Key_P, CTRL | SHIFT)
    world.settle()
    papers = world.screen.papers
    assert papers.is_on_show
    assert papers.preview.shown is not None
    assert papers.preview.title.whole_text == f"Order confirmation {sample.number_of(order)}"
    assert papers.preview.chooser.papers.count() == 1  # it is drawn on A4 alone
    assert world.screen.actions() == ("print", "back")
    press(Qt.Key.Key_Escape)
    assert not papers.is_on_show
    assert focused() is world.screen.list.view
    assert recorded(sample) == []
    press(Qt.Key.Key_P, CTRL)
    world.settle()
    assert [(job.title, address) for job, address in sent] == [(sample.number_of(order), "lp:Office")]
    assert recorded(sample) == [(order, 1)]
    assert "Office" in world.said
    press(Qt.Key.Key_P, CTRL)
    world.settle()
    assert recorded(sample) == [(order, 1), (order, 2)]


def test_a_draft_of_the_list_carries_draft_and_is_on_no_record(
    sample: SampleDesk, open_world: Open, sent: list[tuple[PrintJob, str]]
) -> None:
    saved(sample)
    world = open_world()
    PrinterChoices(world.backend.data_dir / "printers.json").remember(
        "order_confirmation", PaperChoice("241x140", "lp:Office")
    )
    press(Qt.Key.Key_P, CTRL)
    world.settle()
    ((job, _address),) = sent
    assert job.paper.key == "a4"  # it is not drawn on a form
    assert "DRAFT" in "".join(texts_of(job.pdf))
    assert recorded(sample) == []


def test_a_delivery_note_comes_from_the_card_or_by_one_letter(
    sample: SampleDesk, open_world: Open, sent: list[tuple[PrintJob, str]]
) -> None:
    order = straight(sample, ("A105", "4"))
    ship(sample, order, "3")
    world = open_world()
    world.settle()
    type_text("n")
    world.settle()
    papers = world.screen.papers
    assert papers.is_on_show
    assert papers.preview.title.whole_text.startswith("Delivery note DN-")
    press(Qt.Key.Key_P, CTRL)
    world.settle()
    assert len(sent) == 1
    with sample.store.reading() as connection:
        assert connection.scalars(select(NotePrint.copy_no)).all() == [1]
    child(world.screen.card, QPushButton, "desk.card.print_note").click()
    world.settle()
    assert papers.preview.shown is not None
    assert papers.preview.shown.needs_reason


def test_an_order_without_figures_says_why_there_is_no_paper(sample: SampleDesk, open_world: Open) -> None:
    draft = sample.draft("C1001")
    assert not sample.save(draft).is_refused
    world = open_world()
    press(Qt.Key.Key_P, CTRL | SHIFT)
    world.settle()
    assert not world.screen.papers.is_on_show
    assert world.said.startswith("There is nothing to confirm yet")


def test_a_draft_without_a_number_yet_has_a_name_in_the_language_on_show(sample: SampleDesk) -> None:
    """Whoever prints before the first save of a draft has not given it a number."""
    typed = sample.draft("C1001", ("A105", "3"))
    asked = Asked("en", PAPERS["a4"], FormOptions(), None)
    source = ConfirmationSource(sample.desk, lambda: typed)
    with sample.store.reading() as connection:
        drawn = source.draw(connection, typed.id, asked)
    assert drawn is not None
    assert (drawn.number, drawn.file_name, drawn.title()) == ("draft", "draft", "Order confirmation draft")
    language().switch_to("zh")
    assert drawn.title() == "订单确认 草稿"

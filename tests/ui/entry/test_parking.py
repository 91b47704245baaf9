"""Shift+F8: parks what is being keyed, and on a blank order takes up what is parked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from orderdesk.errors import EnvironmentProblem
from orderdesk.services.journal import Journal, Journalled
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.wire.drafts import LeftAt
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import ENTER, SHIFT, EntryDesk
from tests.ui.entry.test_presenter import HUADONG, Services, View, key, view_of

F8 = Qt.Key.Key_F8


def park_key(desk: EntryDesk) -> None:
    press(F8, SHIFT)
    desk.idle()


def test_a_second_call_is_taken_and_the_first_one_goes_on_at_its_very_cell(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"))
    desk.go(0, "price")
    park_key(desk)
    [(number, state, _)] = desk.orders()
    assert state == "draft"
    assert desk.said == f"{number} parked. Shift+F8 on a blank order takes it up again."
    assert desk.place == "entry.customer"
    assert desk.screen.presenter.session.is_blank

    desk.choose_customer("C1002")  # the second call
    desk.key_lines(("C330", "2"))
    desk.submit()
    assert len(desk.orders()) == 2

    park_key(desk)
    panel = desk.screen.parked.part
    assert panel.isVisible()
    [row] = panel.view.rows_model.rows
    assert (row.number, row.line_count) == (number, 2)
    press(ENTER)
    desk.idle()
    assert not panel.isVisible()
    assert desk.screen.title() == number
    assert desk.place == (0, "price")
    assert len(desk.window.tabs.screens) == 1
    with desk.backend.store.reading() as connection:
        stored, _ = stored_draft(connection, row.id)
    assert stored is not None
    assert (stored.parked, stored.left_at) == (False, None)  # other desks see that it is taken


def test_the_list_is_put_away_by_esc_and_by_its_own_key(desk: EntryDesk) -> None:
    park_key(desk)
    assert desk.said == "No draft is parked."
    assert not desk.screen.parked.is_open
    desk.sample.save(desk.sample.draft("C1001", ("A105", "1"), parked=True))
    for way_back, modifiers in ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (F8, SHIFT)):
        park_key(desk)
        assert desk.screen.parked.is_open
        press(way_back, modifiers)
        desk.idle()
        assert not desk.screen.parked.is_open
        assert desk.place == "entry.customer"


def test_a_cell_that_cannot_be_read_keeps_the_order_on_the_screen(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    desk.go(0, "quantity")
    type_text("12**")
    park_key(desk)
    assert desk.grid.editor() is not None
    assert not desk.screen.presenter.session.is_blank
    press(Qt.Key.Key_Escape)
    park_key(desk)
    assert desk.screen.presenter.session.is_blank


def test_a_draft_that_is_open_in_another_tab_comes_to_the_front(desk: EntryDesk) -> None:
    draft = desk.sample.draft("C1001", ("A105", "1"), parked=True)
    desk.sample.save(draft)
    park_key(desk)
    desk.sample.save(draft, "wangfang", 1)  # the list is still the old one
    other = desk.window.open_document("entry", draft.id)
    desk.idle()
    blank = next(screen for screen in desk.window.tabs.screens if screen is not other)
    desk.window.tabs.go_to(blank)
    desk.screen.parked.part.view.setFocus()
    press(ENTER)
    desk.idle()
    assert desk.window.current_screen is other
    assert len(desk.window.tabs.screens) == 2


# the presenter alone


@pytest.fixture
def services(sample_here: SampleDesk) -> Iterator[Services]:
    yield Services(sample_here)
    sample_here.store.close()


@pytest.fixture
def keyed(services: Services) -> EntryPresenter:
    """An order with a customer and one line, the cursor in its discount."""
    presenter = EntryPresenter(services, View())
    presenter.start()
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "3"))
    presenter.row, presenter.column = 0, "discount"
    return presenter


def test_parking_saves_the_cell_and_forgets_the_journal(
    keyed: EntryPresenter, services: Services, sample_here: SampleDesk
) -> None:
    order_id = keyed.draft.id
    keyed.parking.park()
    with sample_here.store.reading() as connection:
        stored, _ = stored_draft(connection, order_id)
    assert stored is not None
    assert (stored.parked, stored.left_at) == (True, LeftAt(row=0, column="discount"))
    assert stored.lines[0].seen_price is not None
    assert services.forgotten[0] == order_id
    assert keyed.session.is_blank


def test_where_the_store_cannot_be_asked_the_draft_comes_back_whole(
    keyed: EntryPresenter, services: Services
) -> None:
    lines = [(line.id, line.quantity) for line in keyed.draft.lines]
    services.fault = EnvironmentProblem("error.store.locked", store="x", owner="y")
    keyed.parking.park()
    assert [(line.id, line.quantity) for line in keyed.draft.lines] == lines
    assert (keyed.draft.parked, keyed.draft.left_at) == (False, None)
    assert view_of(keyed).places[-1] == (0, "discount")
    assert view_of(keyed).said[-1] == "error.store.locked"
    assert services.forgotten == []


def test_where_the_next_caller_is_being_keyed_already_it_comes_back_in_a_tab_of_its_own(
    keyed: EntryPresenter, services: Services
) -> None:
    order_id, view_of(keyed).untouched = keyed.draft.id, False
    services.fault = EnvironmentProblem("error.store.locked", store="x", owner="y")
    keyed.parking.park()
    assert view_of(keyed).elsewhere == [order_id]


def test_what_somebody_changed_before_the_park_arrived_is_not_lost(
    keyed: EntryPresenter, services: Services, sample_here: SampleDesk
) -> None:
    session = keyed.session
    keyed.keeper.save()
    theirs = session.draft.model_copy(update={"po_number": "PO-1"})
    assert not sample_here.save(theirs, "wangfang", session.revision).is_refused
    keyed.change("po_number", keyed.draft.model_copy(update={"po_number": "PO-2"}))
    keyed.parking.park()
    assert keyed.draft.po_number == "PO-2"
    assert [problem.code for problem in view_of(keyed).listed] == ["problem.draft.conflict"]
    assert not keyed.draft.parked


def test_a_draft_that_somebody_took_meanwhile_is_shared_and_told(
    services: Services, sample_here: SampleDesk
) -> None:
    presenter = EntryPresenter(services, View())
    presenter.start()
    draft = sample_here.draft("C1001", ("A105", "1"), parked=True)
    sample_here.save(draft)
    presenter.parking.list_parked()
    [row] = view_of(presenter).parked
    sample_here.save(draft.model_copy(update={"parked": False}), "wangfang", 1)
    presenter.parking.resume(row.id)
    assert presenter.draft.id == draft.id
    assert view_of(presenter).said[-1] == "park.taken"

    presenter.open_blank()
    assert not sample_here.submit(draft, "wangfang").is_refused
    presenter.parking.resume(row.id)
    assert view_of(presenter).said[-2:] == ["park.gone", "park.none"]
    assert presenter.session.is_blank


def test_what_the_store_has_parked_is_not_brought_back_by_the_journal(desk: EntryDesk) -> None:
    """The desk ended between the save and the forgetting of the journal."""
    draft = desk.sample.draft("C1001", ("A105", "1"), parked=True)
    desk.sample.save(draft)
    entry = Journalled(draft, desk.sample.clock.now(), 0, "price", None)
    Journal(desk.data_dir / "drafts").append(entry)
    desk.window.open_document("entry", entry)
    desk.idle()
    assert len(desk.window.tabs.screens) == 1
    assert Journal(desk.data_dir / "drafts").read_all() == ()

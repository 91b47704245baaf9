"""The customer box by order and PO numbers: late answers join the list, and never decide for another text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.intake.sample import sample_id
from orderdesk.services.store import Reader
from orderdesk.ui.screens.entry.finding import CustomerFinder
from orderdesk.ui.screens.entry.old_orders import OldOrders
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import ENTER, EntryDesk
from tests.ui.entry.test_presenter import Services


class HeldServices(Services):
    """Reads wait until they are let through, and are counted."""

    def __init__(self, sample: SampleDesk) -> None:
        super().__init__(sample)
        self.waiting: list[tuple[Any, ...]] = []
        self.reads = 0

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self.reads += 1
        self.waiting.append((work, done, failed))

    def release(self) -> None:
        work, done, _failed = self.waiting.pop(0)
        super().read(work, done)


def placed(sample: SampleDesk, customer: str, po_number: str) -> str:
    draft = sample.draft(customer, ("A105", "1"), po_number=po_number)
    assert sample.submit(draft).outcome == "applied"
    return sample.number_of(draft.id)


def keys(finder: CustomerFinder, text: str) -> list[tuple[object, bool]]:
    return [(one.value, one.is_exact) for one in finder.search(text)]


def test_what_comes_late_joins_below_and_changes_nothing_that_memory_decides(sample_here: SampleDesk) -> None:
    placed(sample_here, "C1005", "C1001")  # its PO number is another customer's code
    services = HeldServices(sample_here)
    old = OldOrders(services)
    told: list[None] = []
    old.when_answered(lambda: told.append(None))
    finder = CustomerFinder(services, old.find)
    home, hongda = sample_id("customer", "C1001"), sample_id("customer", "C1005")
    assert keys(finder, "C1001") == [(home, True)]
    services.release()
    assert told == [None]
    assert keys(finder, "C1001") == [(home, True), (hongda, False)]


def test_answers_belong_to_their_text_and_one_is_asked_at_a_time(sample_here: SampleDesk) -> None:
    placed(sample_here, "C1005", "ZZ-77")
    services = HeldServices(sample_here)
    old = OldOrders(services)
    finder = CustomerFinder(services, old.find)
    for text in ("ZZ-7", "ZZ-77", "ZZ-777"):  # three keys while the first answer is on its way
        assert finder.search(text) == ()
    assert services.reads == 1
    services.release()
    assert services.reads == 2  # the one between was not asked for
    services.release()
    assert finder.search("ZZ-777") == ()
    finder.search("ZZ-77")
    services.release()
    assert keys(finder, "ZZ-77") == [(sample_id("customer", "C1005"), True)]
    assert finder.search("ZZ-777") == ()
    finder.search("hd")
    finder.search("huadong")  # no digit, nothing to ask for
    assert services.reads == 3


def test_a_store_that_does_not_answer_leaves_what_memory_finds(sample_here: SampleDesk) -> None:
    services = HeldServices(sample_here)
    old = OldOrders(services)
    finder = CustomerFinder(services, old.find)
    assert len(finder.search("C1001")) == 1
    _work, _done, failed = services.waiting.pop(0)
    failed(EnvironmentProblem("error.store.fault", store="", detail=""))
    assert len(finder.search("C1001")) == 1
    assert services.reads == 2  # it may answer the next time


def test_a_customer_is_taken_by_its_order_number_once_that_is_known(desk: EntryDesk) -> None:
    number = placed(desk.sample, "C1005", "HD-26-0311")
    type_text(number)
    desk.idle()
    QCoreApplication.processEvents()
    press(ENTER)
    desk.idle()
    assert desk.screen.presenter.draft.customer_id == sample_id("customer", "C1005")
    assert desk.place == (0, "code")

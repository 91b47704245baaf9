"""Lanes: order, the right thread, nothing swallowed, an orderly end."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject

from orderdesk.errors import Bug
from orderdesk.ui.tasks import Lane, Lanes
from tests.support.windows import wait_idle


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: list[threading.Thread] = []

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.append(threading.current_thread())


@pytest.fixture
def lanes(qapp) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def raising() -> None:
    raise ValueError("on purpose")


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot, lanes: Lanes) -> None:
    receiver = Receiver()
    lanes.reads.submit(threading.current_thread, receiver.take)
    wait_idle(qtbot, lanes)
    assert receiver.results[0] is not threading.main_thread()
    assert receiver.threads == [threading.main_thread()]


def test_a_lane_keeps_its_order(qtbot, lanes: Lanes) -> None:
    receiver = Receiver()
    for number in range(200):
        lanes.writes.submit(partial(int, number), receiver.take)
    wait_idle(qtbot, lanes)
    assert receiver.results == list(range(200))


def test_a_read_does_not_wait_for_a_write(qtbot, lanes: Lanes) -> None:
    receiver, gate = Receiver(), threading.Event()
    lanes.writes.submit(lambda: gate.wait(5), receiver.take)
    with qtbot.waitSignal(lanes.reads.idle, timeout=5000):
        lanes.reads.submit(lambda: "read", receiver.take)
    assert receiver.results == ["read"]
    assert not lanes.is_idle
    gate.set()
    wait_idle(qtbot, lanes)
    assert receiver.results == ["read", True]


def test_an_exception_goes_to_whoever_asked(qtbot, lanes: Lanes) -> None:
    receiver = Receiver()
    lanes.jobs.submit(raising, receiver.take, receiver.fail)
    wait_idle(qtbot, lanes)
    assert [str(error) for error in receiver.errors] == ["on purpose"]
    assert receiver.results == []
    assert receiver.threads == [threading.main_thread()]


@pytest.mark.expects_log("work on lane.reads failed")
def test_an_exception_that_nobody_asked_for_is_reported(qtbot, lanes: Lanes) -> None:
    with qtbot.waitSignal(lanes.failed, timeout=5000) as told:
        lanes.reads.submit(raising)
    assert str(told.args[0]) == "on purpose"


def test_a_lane_goes_on_after_an_exception(qtbot, lanes: Lanes) -> None:
    receiver = Receiver()
    lanes.reads.submit(raising, None, receiver.fail)
    lanes.reads.submit(lambda: "next", receiver.take)
    wait_idle(qtbot, lanes)
    assert receiver.results == ["next"]


def test_a_result_for_a_deleted_window_is_dropped(qtbot, lanes: Lanes) -> None:
    import shiboken6

    receiver, gate = Receiver(), threading.Event()
    lanes.reads.submit(lambda: gate.wait(5), receiver.take)
    shiboken6.delete(receiver)
    gate.set()
    wait_idle(qtbot, lanes)
    assert receiver.results == []


def test_a_plain_function_is_no_receiver(lanes: Lanes) -> None:
    with pytest.raises(TypeError):
        lanes.reads.submit(lambda: 1, lambda result: None)


def test_closing_waits_for_what_was_submitted(qapp) -> None:
    done: list[int] = []
    lane = Lane("test")
    for number in range(20):
        lane.submit(partial(done.append, number))
    lane.close()
    assert done == list(range(20))


def test_a_closed_lane_says_so(qapp) -> None:
    lane = Lane("test")
    lane.close()
    with pytest.raises(Bug) as caught:
        lane.submit(lambda: 1)
    assert caught.value.code == "ui.fault.lane_closed"


class Ring(QObject):
    """A widget's kind of garbage: it holds itself, so that only a collection takes it apart."""

    gone: list[threading.Thread]

    def __init__(self, gone: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


def test_a_lane_takes_nothing_of_the_windows_apart(qtbot, lanes: Lanes) -> None:
    gone: list[threading.Thread] = []
    gc.collect()
    for _ in range(1000):
        Ring(gone)
    receiver = Receiver()
    lanes.reads.submit(lambda: len([[at] for at in range(200_000)]), receiver.take)
    wait_idle(qtbot, lanes)
    qtbot.waitUntil(lambda: bool(gone), timeout=10_000)  # the timer's turn comes in the event loop
    assert set(gone) == {threading.main_thread()}


def test_python_collects_by_itself_again_after_the_last_lane(qapp) -> None:
    assert gc.isenabled()
    first, second = Lane("first"), Lane("second")
    assert not gc.isenabled()
    first.close()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()

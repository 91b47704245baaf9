"""What was committed on any thread is heard on the GUI thread."""

from __future__ import annotations

import threading
from uuid import UUID

from PySide6.QtCore import QObject

from orderdesk.ui.notifier import Notifier
from orderdesk.wire.outcomes import Changes


class View(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[Changes, threading.Thread]] = []

    def hear(self, changes: Changes) -> None:
        self.heard.append((changes, threading.current_thread()))


def test_changes_of_another_thread_are_heard_here_in_their_order(qtbot) -> None:
    notifier, view = Notifier(), View()
    notifier.changed.connect(view.hear)
    sent = [Changes(version=at, op_id=UUID(int=at)) for at in range(50)]

    def publish() -> None:
        for one in sent:
            notifier.publish(one)

    worker = threading.Thread(target=publish)
    worker.start()
    worker.join()
    assert view.heard == []
    qtbot.waitUntil(lambda: len(view.heard) == 50)
    assert [changes for changes, _ in view.heard] == sent
    assert {thread for _, thread in view.heard} == {threading.main_thread()}


def test_a_view_is_not_told_inside_its_own_write(qtbot) -> None:
    notifier, view = Notifier(), View()
    notifier.changed.connect(view.hear)
    with qtbot.waitSignal(notifier.changed):
        notifier.publish(Changes(version=1, op_id=UUID(int=1)))
        assert view.heard == []

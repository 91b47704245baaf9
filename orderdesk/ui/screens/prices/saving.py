"""Saving: one command for each changed list, against the revision that it was made on. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.whole_records import Standing
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.prices.editing import ListEdit, standing
from orderdesk.wire.commands import Command, PutPriceList
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import PriceListRecord

if TYPE_CHECKING:
    from orderdesk.ui.screens.prices.presenter import PricesPresenter


class Saving:
    """Sends changed lists one after the other; what was refused stays changed, with the reason."""

    def __init__(self, presenter: PricesPresenter) -> None:
        self._presenter = presenter
        self._waiting: list[ListEdit] = []
        self._sent: ListEdit | None = None
        self._saved = 0

    @property
    def is_saving(self) -> bool:
        """Whether a command is under way."""
        return self._sent is not None

    def save(self) -> bool:
        """Save everything that is changed; with any problem nothing is sent, and all are shown at once."""
        presenter = self._presenter
        if self.is_saving or not presenter.is_modified:
            return False
        problems = presenter.problems
        if problems:
            presenter.show()
            first = problems[0]
            jump: Callable[[], object] = lambda: presenter.jump(*first)  # noqa: E731 - a button's one line
            button = MessageButton("prices.problem.go", jump, key="Ctrl+F8")
            message = Message("prices.not_saved", {"n": len(problems)}, "error", (button,))
            presenter.view.show_message(message)
            return True
        self._waiting, self._saved = list(presenter.book.changed), 0
        self._send_next()
        return True

    def _send_next(self) -> None:
        presenter = self._presenter
        if not self._waiting:
            if self._saved:
                presenter.say("prices.saved", "done", n=self._saved)
            return
        self._sent = self._waiting.pop(0)
        command = Command(
            id=presenter.backend.ids.new(),
            data=PutPriceList(record=self._sent.record),
            base_revision=self._sent.revision,
        )
        presenter.backend.execute(command, self._done, self._failed)

    def _done(self, outcome: Outcome) -> None:
        presenter, sent = self._presenter, self._sent
        assert sent is not None  # an answer belongs to what was sent
        self._sent = None
        if outcome.is_refused:
            self._waiting.clear()
            line = outcome.problems[0]
            if line.code == "problem.revision.stale":
                presenter.say("prices.stale", "warn", code=sent.record.code)
                presenter.refresh()
            else:
                presenter.say(line.code, "error", **line.params)
            return
        revision = outcome.touched_one("price_list").revision if outcome.touched else sent.revision or 1
        now = presenter.book.lists.get(sent.record.id, sent)
        theirs = Standing(revision, sent.record)
        # What was typed while it was saved stands on what was saved.
        fresh = standing(theirs) if now.record == sent.record else _rebased(now, theirs)
        presenter.book.settle(fresh)
        self._saved += 1
        presenter.show()
        presenter.view.show_lists()
        self._send_next()

    def _failed(self, fault: OrderDeskError) -> None:
        self._sent = None
        self._waiting.clear()
        self._presenter.say(fault.code, "error", **fault.params)


def _rebased(now: ListEdit, theirs: Standing[PriceListRecord]) -> ListEdit:
    return ListEdit(now.record, theirs.record, theirs.revision, now.unpriced, now.clashing)

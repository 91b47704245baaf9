"""The part of those who are asked: the manager and the accountant decide, each on what he sees."""

from __future__ import annotations

from orderdesk.tour.entry_steps import LARGE_ORDER
from orderdesk.tour.playing import Step, Tour
from orderdesk.tour.read_back import card_of, order_facts
from orderdesk.tour.walking import said, sit_down


def manager(tour: Tour) -> None:
    """The manager looks, thinks of sending it back, and approves by one letter."""
    sit_down(tour, "zhangwei", "inbox", picture="people")
    tour.picture("inbox")
    tour.press("r")
    tour.settle()
    tour.picture("inbox-reason")
    tour.press("Esc")
    _approve(tour)
    tour.expect("still asked", card_of(tour.stage, tour.orders[LARGE_ORDER]).row.shown, "pending")
    tour.picture("inbox-approved")


def finance(tour: Tour) -> None:
    """The last approval releases the order: stock is reserved, deliveries are planned."""
    sit_down(tour, "chenjing", "inbox")
    tour.picture("inbox-finance")
    _approve(tour)
    card = card_of(tour.stage, tour.orders[LARGE_ORDER])
    tour.expect("state", card.row.state, "released")
    tour.note(LARGE_ORDER, approved=order_facts(card))


def _approve(tour: Tour) -> None:
    tour.press("a")
    tour.settle()
    tour.expect("number", said(tour, "inbox.said.approved"), tour.orders[LARGE_ORDER])


STEPS = (Step("manager", manager, minutes=5), Step("finance", finance, minutes=5))

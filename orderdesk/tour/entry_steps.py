"""The clerk's part of the story: a phone order by keys alone, and one that has to be asked about."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.tour.playing import Step, Tour
from orderdesk.tour.read_back import card_of, order_facts
from orderdesk.tour.walking import said, shown_total, switch_language
from orderdesk.ui.language import language

PHONE_ORDER = "phone_order"
LARGE_ORDER = "large_order"

# Five items of a regular customer, as read out on the phone.
PHONE_LINES = (("A105", "2"), ("B210", "8"), ("B235", "100"), ("C330", "6"), ("E510", "4"))
SPLIT_AT = 2  # the row of the hundred chairs, which go to three places on three days
SPLIT = "40@t+3,35@t+10,25@t+17"
SPLIT_PARTS = (Decimal(40), Decimal(35), Decimal(25))


def open_desk(tour: Tour) -> None:
    """The clerk's day begins with an empty order; all keys of the screen are one key away."""
    person = tour.stage.backend.person
    store = tour.stage.backend.store
    tour.note("desk", clerk=person.name if person is not None else "", store=store.store_code)
    tour.picture("blank-order")
    tour.picture("keys", opened_by="Ctrl+F1")


def choose_customer(tour: Tour) -> None:
    """Four letters of pinyin are the customer."""
    tour.press("Ctrl+N")
    tour.type("hdjj")
    _picture_of_list(tour, "customer-list")
    tour.press("Enter")
    tour.settle()
    tour.picture("customer")


def key_header(tour: Tour) -> None:
    """The customer's own number, and a date as people say it."""
    tour.press("Ctrl+Home", "Tab")
    tour.type("HD-26-0311")
    tour.press("Tab", "Tab")
    tour.type("t+3")
    tour.press("Enter", "Ctrl+End")
    tour.settle()
    tour.note("keyed", customer="hdjj", po_number="HD-26-0311", date="t+3")


def key_lines(tour: Tour) -> None:
    """Code, quantity, next line: the short path of Enter."""
    for at, (code, quantity) in enumerate(PHONE_LINES):
        if at == 1:
            tour.type(code[:2])
            _picture_of_list(tour, "item-list")
        tour.type(code)
        tour.press("Enter")
        tour.type(quantity)
        tour.press("Enter")
    tour.settle()
    tour.note("keyed", lines=[f"{code} {quantity}" for code, quantity in PHONE_LINES])
    tour.picture("lines")


def split_deliveries(tour: Tour) -> None:
    """One line, three dates, three addresses: an expression, and a digit for each address."""
    tour.press(*["Up"] * (len(PHONE_LINES) - SPLIT_AT), "Ctrl+L")
    tour.type(SPLIT)
    tour.press("Down", "Down", "Right", "Right")
    tour.type("2")
    tour.press("Enter")
    tour.type("3")
    tour.picture("deliveries")
    tour.press("Enter")
    tour.settle()
    tour.note("keyed", deliveries=SPLIT)
    tour.picture("deliveries-taken")


def ask_why(tour: Tour) -> None:
    """Each answer is one key away: why this price, what is in stock, which way the order goes."""
    tour.press("F9")
    tour.picture("price")
    tour.press("F12")
    tour.picture("stock")
    tour.press("Shift+F9")
    tour.picture("route")


def submit_phone_order(tour: Tour) -> None:
    """Number, total and dates can be said into the phone at once."""
    on_screen = shown_total(tour)
    tour.press("Ctrl+Enter")
    tour.settle()
    number = said(tour, "entry.sent.through")
    tour.orders[PHONE_ORDER] = number
    card = card_of(tour.stage, number)
    tour.expect("total", on_screen, card.row.total)
    tour.expect("state", card.row.state, "released")
    parts = tuple(part.quantity for part in card.lines[SPLIT_AT].schedule)
    tour.expect("deliveries", parts, SPLIT_PARTS)
    tour.expect("places", len({part.deliver_to.label for part in card.lines[SPLIT_AT].schedule}), 3)
    tour.note(PHONE_ORDER, submitted=order_facts(card), total_shown=on_screen)
    tour.picture("phone-order-sent")


def be_refused(tour: Tour) -> None:
    """Whatever is wrong is listed at once, and nothing that was typed is lost."""
    tour.press("Ctrl+N", "Ctrl+End")
    for key in ("A105", "24", "D420"):
        tour.type(key)
        tour.press("Enter")
    tour.press("Ctrl+Enter")
    tour.settle()
    number = said(tour, "entry.submit.refused", "n")
    tour.note("refused", problems=number)
    tour.picture("refused")


def mend(tour: Tour) -> None:
    """The customer is written in Chinese this time; then on to the next problem."""
    tour.press("Ctrl+Shift+H")
    tour.compose("qinghe", "青禾")
    _picture_of_list(tour, "customer-in-chinese")
    tour.press("Enter")
    tour.settle()
    tour.press("Ctrl+F8")
    tour.type("2")
    tour.press("Enter")
    tour.settle()
    tour.picture("mended")


def submit_large_order(tour: Tour) -> None:
    """Too much for this customer's tier to go through alone: two people will be asked."""
    switch_language(tour)
    tour.expect("language", language().current, "en")
    on_screen = shown_total(tour)
    tour.press("Ctrl+Enter")
    tour.settle()
    number = said(tour, "entry.sent.asked")
    tour.orders[LARGE_ORDER] = number
    card = card_of(tour.stage, number)
    tour.expect("total", on_screen, card.row.total)
    tour.expect("state", card.row.shown, "pending")
    tour.expect("roles", [task.role for task in card.tasks], ["manager", "finance"])
    tour.note(LARGE_ORDER, submitted=order_facts(card), total_shown=on_screen)
    tour.picture("large-order-sent")
    switch_language(tour)


def _picture_of_list(tour: Tour, name: str) -> None:
    """Take a picture of the list that opened while typing; F4 opens it anew in the other language."""
    tour.settle()
    tour.press("Esc")
    tour.picture(name, opened_by="F4")


STEPS = (
    Step("open", open_desk),
    Step("customer", choose_customer),
    Step("header", key_header),
    Step("lines", key_lines),
    Step("deliveries", split_deliveries),
    Step("why", ask_why),
    Step("phone_order", submit_phone_order),
    Step("refused", be_refused, minutes=3),
    Step("mended", mend),
    Step("large_order", submit_large_order),
)

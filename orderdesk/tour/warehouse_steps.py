"""The warehouse's part of the story: goods leave in parts, and each part has its note with what remains."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from orderdesk.services.notes import note_pdf
from orderdesk.tour.entry_steps import LARGE_ORDER, PHONE_LINES, PHONE_ORDER, SPLIT_AT, SPLIT_PARTS
from orderdesk.tour.folders import NOTES_FOLDER
from orderdesk.tour.playing import Step, Tour
from orderdesk.tour.read_back import card_of, delivery_of, note_facts, order_facts
from orderdesk.tour.walking import go_to_delivery, said, save_file, sit_down

FOUND = Decimal(16)  # of twenty-four ordered: the rest is not on the shelf
ORDERED = Decimal(24)


def see_work(tour: Tour) -> None:
    """What is to leave, the earliest day first."""
    sit_down(tour, "zhaoqiang", "warehouse")
    go_to_delivery(tour, tour.orders[LARGE_ORDER], 1)
    tour.picture("warehouse")


def pick_short(tour: Tour) -> None:
    """A quantity below the planned one needs its reason, by one key."""
    tour.press("Enter")
    tour.type(str(FOUND))
    tour.press("Enter")
    tour.settle()
    tour.picture("short")
    tour.type("2")  # missing
    tour.press("Enter")  # the next line is there as planned
    tour.settle()
    tour.picture("picked")


def ship_part(tour: Tour) -> None:
    """What was found leaves under a number of its own; what was not becomes the next part."""
    tour.press("+")
    tour.settle()
    tour.picture("ship-asked")
    _confirm_shipping(tour)
    _expect_note(tour, LARGE_ORDER, 1, "A105", (ORDERED, Decimal(0), FOUND, ORDERED - FOUND))
    tour.expect("state", card_of(tour.stage, tour.orders[LARGE_ORDER]).row.delivered, "partly_delivered")
    tour.picture("part-shipped")


def print_note(tour: Tour) -> None:
    """The preview shows the pages that the printer gets; a file is written where there is no printer."""
    tour.press("n")
    tour.settle()
    tour.picture("note")
    _save(tour, LARGE_ORDER, 1, 1)


def ship_rest(tour: Tour) -> None:
    """Found after all: the second note knows of the first."""
    go_to_delivery(tour, tour.orders[LARGE_ORDER], 2)
    _ship_as_planned(tour, 1)
    _expect_note(tour, LARGE_ORDER, 2, "A105", (ORDERED, FOUND, ORDERED - FOUND, Decimal(0)))
    tour.press("n")
    tour.settle()
    tour.picture("second-note")
    _save(tour, LARGE_ORDER, 2, 1)
    card = card_of(tour.stage, tour.orders[LARGE_ORDER])
    tour.expect("state", card.row.delivered, "delivered")
    tour.note(LARGE_ORDER, delivered=order_facts(card))


def ship_three_places(tour: Tour) -> None:
    """The hundred chairs of the phone order leave on three notes; what remains is right after each."""
    before = Decimal(0)
    ordered = sum(SPLIT_PARTS, Decimal(0))
    for part, quantity in enumerate(SPLIT_PARTS, start=1):
        go_to_delivery(tour, tour.orders[PHONE_ORDER], part)
        _ship_as_planned(tour, len(PHONE_LINES) if part == 1 else 1)
        code = PHONE_LINES[SPLIT_AT][0]
        left = ordered - before - quantity
        _expect_note(tour, PHONE_ORDER, part, code, (ordered, before, quantity, left))
        line = card_of(tour.stage, tour.orders[PHONE_ORDER]).lines[SPLIT_AT]
        tour.expect("open", line.quantities.open if line.quantities is not None else None, left)
        tour.press("n")
        tour.settle()
        _save(tour, PHONE_ORDER, part, 1)
        before += quantity
    card = card_of(tour.stage, tour.orders[PHONE_ORDER])
    tour.expect("state", card.row.delivered, "delivered")
    tour.note(PHONE_ORDER, delivered=order_facts(card))
    tour.picture("three-places")


def print_again(tour: Tour) -> None:
    """A second copy needs its reason, and says on its face that it is one."""
    tour.press("n")
    tour.settle()
    tour.compose("huidandiushi", "回单丢失")
    tour.picture("reprint")
    _save(tour, PHONE_ORDER, len(SPLIT_PARTS), 2)
    tour.picture("reprinted")


def _confirm_shipping(tour: Tour) -> None:
    tour.press("Enter")
    tour.settle()


def _ship_as_planned(tour: Tour, lines: int) -> None:
    """Confirm each line as it stands, then let the goods leave."""
    tour.press(*["Enter"] * (lines + 1), "+")
    tour.settle()
    _confirm_shipping(tour)


def _expect_note(tour: Tour, order: str, part: int, code: str, expected: tuple[Decimal, ...]) -> None:
    """Compare a line of a note with ordered, before, now and open as they should be, and keep the note."""
    delivery = delivery_of(card_of(tour.stage, tour.orders[order]), part)
    tour.expect("state", delivery.state, "shipped")
    tour.expect("number", said(tour, "warehouse.message.shipped"), delivery.number)
    facts = note_facts(tour.stage, delivery.id)
    line: dict[str, Any] = next(line for line in facts["lines"] if line["code"] == code)
    found = tuple(line[name] for name in ("ordered", "before", "now", "open"))
    tour.expect(f"{delivery.number} {code}", found, expected)
    tour.note("notes", **{delivery.number: facts})


def _save(tour: Tour, order: str, part: int, copy_no: int) -> None:
    """Save the note on show by keys, and compare the file with what the store says it is."""
    delivery = delivery_of(card_of(tour.stage, tour.orders[order]), part)
    name = delivery.number if copy_no == 1 else f"{delivery.number}-{copy_no}"
    file = tour.out / NOTES_FOLDER / f"{name}.pdf"
    save_file(tour, file)
    made = tour.stage.read(lambda connection: note_pdf(connection, delivery.id, "zh", copy_no=copy_no))
    tour.expect(f"{name}.pdf", file.read_bytes() == made.pdf, True)
    tour.paper(file)


STEPS = (
    Step("warehouse", see_work, minutes=30),
    Step("short", pick_short, minutes=10),
    Step("part_shipped", ship_part, minutes=10),
    Step("note", print_note),
    Step("rest_shipped", ship_rest, minutes=60),
    Step("three_places", ship_three_places, minutes=20),
    Step("reprint", print_again, minutes=30),
)

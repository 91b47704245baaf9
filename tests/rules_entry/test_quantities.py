from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.errors import UserError
from orderdesk.rules.entry import QuantityEntry, read_quantity
from tests.rules_entry.refusals import read_or_refused, refusal

PIECES = (("个", Decimal(1)), ("pc", Decimal(1)), ("箱", Decimal(12)), ("box", Decimal(12)))
BOXES = (("box", Decimal(12)), ("pc", Decimal(1)))
METRES = (("m", Decimal(1)), ("mm", Decimal("0.001")), ("m2", Decimal(3)))


@pytest.mark.parametrize(
    ("typed", "quantity", "text"),
    [
        ("12", "12", ""),
        ("12 pc", "12", ""),
        ("12*4", "48", ""),
        ("2 box", "24", "2 box"),
        ("2 boxes", "24", "2 boxes"),
        ("2BOX", "24", "2BOX"),
        ("2箱", "24", "2箱"),
        ("２箱", "24", "2箱"),
        ("3 box 5 pc", "41", "3 box 5 pc"),
        ("3箱5个", "41", "3箱5个"),
        ("3箱5", "41", "3箱5"),
        ("2*3箱", "72", "2*3箱"),
        ("0.5箱", "6", "0.5箱"),
        ("0", "0", ""),
    ],
)
def test_a_quantity_comes_in_the_unit_of_the_line(typed: str, quantity: str, text: str) -> None:
    assert read_quantity(typed, PIECES) == QuantityEntry(Decimal(quantity), "个", text)


def test_what_the_unit_of_the_line_cannot_hold_stays_in_the_smallest_typed() -> None:
    assert read_quantity("3 box 5 pc", BOXES) == QuantityEntry(Decimal(41), "pc", "3 box 5 pc")
    assert read_quantity("5 pc", BOXES) == QuantityEntry(Decimal(5), "pc", "")
    assert read_quantity("24 pc", BOXES) == QuantityEntry(Decimal(2), "box", "24 pc")


def test_a_unit_is_not_the_beginning_of_a_longer_word() -> None:
    assert read_quantity("500 mm", METRES).quantity == Decimal("0.5")
    assert read_quantity("2 m2", METRES).quantity == Decimal(6)
    assert refusal(lambda: read_quantity("2 mx", METRES)) == "error.quantity.unit"


@pytest.mark.parametrize(
    ("typed", "current", "quantity"),
    [
        ("+5", "24", "29"),
        ("+5", None, "5"),
        ("+1 box", "24", "36"),
        ("＋５", "24", "29"),
        ("5", "24", "5"),
        ("+5*2", "1", "11"),
    ],
)
def test_a_leading_plus_adds_to_what_is_there(typed: str, current: str | None, quantity: str) -> None:
    entry = read_quantity(typed, PIECES, None if current is None else Decimal(current))
    assert entry.quantity == Decimal(quantity)


def test_what_was_added_is_not_shown_as_the_whole() -> None:
    assert read_quantity("+1 box", PIECES, Decimal(24)).text == ""


def test_the_names_of_the_units_come_with_the_refusal() -> None:
    with pytest.raises(UserError) as caught:
        read_quantity("5 kg", BOXES)
    assert caught.value.params == {"unit": "kg", "units": ["box", "pc"]}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "error.number.empty"),
        ("box", "error.number.unreadable"),
        ("2 box extra", "error.number.unreadable"),
        ("5 kg", "error.quantity.unit"),
        ("-1", "error.quantity.negative"),
        ("3-5", "error.quantity.negative"),
        ("10000000", "error.quantity.too_large"),
        ("1000000 box", "error.quantity.too_large"),
        ("0.0001", "error.quantity.decimals"),
        ("10/3", "error.quantity.decimals"),
        ("1 " * 40, "error.number.too_long"),
    ],
)
def test_what_is_no_quantity_is_refused(typed: str, code: str) -> None:
    assert refusal(lambda: read_quantity(typed, PIECES)) == code


@given(
    st.text(alphabet="0123456789.,+-*/() 箱个boxpc＋１", max_size=70) | st.text(max_size=70),
    st.sampled_from([PIECES, BOXES, METRES]),
    st.none() | st.decimals(0, 9_999_999, places=3),
)
def test_any_text_is_read_or_refused(
    text: str, units: tuple[tuple[str, Decimal], ...], current: Decimal | None
) -> None:
    entry = read_or_refused(lambda: read_quantity(text, units, current), "error.number.", "error.quantity.")
    if entry is not None:
        assert 0 <= entry.quantity <= 9_999_999
        assert entry.quantity == entry.quantity.quantize(Decimal("0.001"))
        assert entry.unit in dict(units)


@given(st.integers(0, 9999), st.integers(0, 999))
def test_boxes_and_pieces_add_up(boxes: int, pieces: int) -> None:
    assert read_quantity(f"{boxes} box {pieces} pc", PIECES).quantity == 12 * boxes + pieces

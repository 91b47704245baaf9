"""The columns of the price screen: of the lists, of one list's prices, and of several side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from orderdesk.services.reading.prices import PriceListHead
from orderdesk.ui.language import tr
from orderdesk.ui.screens.prices import wording
from orderdesk.ui.screens.prices.rows import CompareRow, PriceRow
from orderdesk.ui.tables.columns import Column

CanType = Callable[[PriceRow, str], bool]
Takes = Callable[[PriceRow, str, str], bool]
TakesBeside = Callable[[CompareRow, int, str], bool]
NEW = ("new",)  # the identity of the row for a new entry


def list_columns(today: Callable[[], date], is_marked: Callable[[PriceListHead], bool]) -> tuple[Column, ...]:
    """Return the columns of the lists; a marked one has a sign at its code."""
    return (
        Column(
            "code", "prices.column.list", lambda head: head.code, "code", width=112, strong=True,
            icon=lambda head: "columns-3" if is_marked(head) else None,
            icon_word=lambda head: tr("prices.marked") if is_marked(head) else "",
            tooltip=lambda head: head.name,
        ),
        Column(
            "whom", "prices.column.whom", wording.for_whom, width=78, stretches=True, tooltip=wording.for_whom
        ),
        Column(
            "state", "prices.column.state", lambda head: wording.state_chip(head, today()).word, width=92,
            chip=lambda head: wording.state_chip(head, today()),
        ),
        Column("prices", "prices.column.prices", lambda head: str(head.prices), "number", width=56),
    )  # fmt: skip


def price_columns(can_type: CanType, takes: Takes) -> tuple[Column, ...]:
    """Return the columns of one list. ``takes`` says why a text cannot be taken."""

    def editable(key: str) -> Callable[[PriceRow], bool]:
        return lambda row: can_type(row, key)

    def check(key: str) -> Callable[[PriceRow, str], bool]:
        return lambda row, text: takes(row, key, text)

    return (
        Column(
            "code", "prices.column.code", _code, "code", width=76, strong=True, editable=editable("code"),
            icon=_sign, icon_tone=_sign_tone, icon_word=_sign_word, tooltip=_why,
        ),
        Column("item", "prices.column.item", _item, width=104, stretches=True, tooltip=_item),
        Column(
            "unit", "prices.column.unit", lambda row: wording.unit_word(row.item, row.unit), width=46,
            editable=editable("unit"), check=check("unit"),
        ),
        Column(
            "from_quantity", "prices.column.from", lambda row: wording.quantity_text(row.from_quantity),
            "number", width=54, editable=editable("from_quantity"), check=check("from_quantity"),
        ),
        Column(
            "discount", "prices.column.discount", _discount, "number", width=56,
            editable=editable("discount"), check=check("discount"), tooltip=_mode,
        ),
        Column(
            "price", "prices.column.price", lambda row: wording.price_text(row.price), "number", width=88,
            strong=True, editable=editable("price"), check=check("price"), enter_stop=True,
            edit_text=lambda row: wording.price_text(row.price).replace(",", ""),
            tone=_price_tone, icon=_floor_icon, icon_word=_floor_word,
        ),
        Column(
            "proposed", "prices.column.proposed", lambda row: wording.price_text(row.proposed), "number",
            width=104, tone=lambda row: "warn" if row.would_be_below_floor else None,
            icon=lambda row: "triangle-alert" if row.would_be_below_floor else None,
            icon_word=lambda row: tr("prices.below") if row.would_be_below_floor else "",
        ),
        Column(
            "floor", "prices.column.floor", lambda row: wording.price_text(row.beside.floor), "number",
            width=78,
        ),
        Column(
            "cost", "prices.column.cost", lambda row: wording.price_text(row.beside.cost), "number", width=78
        ),
        Column(
            "valid_from", "prices.column.valid_from", lambda row: wording.day_text(row.valid_from), "date",
            width=102, editable=editable("valid_from"), check=check("valid_from"),
        ),
        Column(
            "valid_to", "prices.column.valid_to", lambda row: wording.day_text(row.valid_to), "date",
            width=102, editable=editable("valid_to"), check=check("valid_to"),
        ),
        Column("below", "prices.column.note", column_note, width=96, tone=_note_tone, tooltip=_why),
    )  # fmt: skip


def compare_columns(
    heads: Sequence[PriceListHead], can_edit: Callable[[], bool], takes: TakesBeside
) -> tuple[Column, ...]:
    """Return the columns of several lists side by side; those of the lists are named by their codes."""
    return (
        Column("code", "prices.column.code", lambda row: row.item.code, "code", width=92, strong=True),
        Column("item", "prices.column.item", lambda row: wording.item_name(row.item), width=150,
               stretches=True, tooltip=lambda row: wording.item_name(row.item)),
        Column("unit", "prices.column.unit", lambda row: wording.unit_word(row.item, row.unit), width=56),
        Column("floor", "prices.column.floor", lambda row: wording.price_text(row.beside.floor), "number",
               width=84),
        Column("cost", "prices.column.cost", lambda row: wording.price_text(row.beside.cost), "number",
               width=84),
        *(_list_column(at, head, can_edit, takes) for at, head in enumerate(heads)),
    )  # fmt: skip


def _list_column(at: int, head: PriceListHead, can_edit: Callable[[], bool], takes: TakesBeside) -> Column:
    def price(row: CompareRow) -> str:
        entry = row.cells[at].entry
        return wording.price_text(entry.price) if entry is not None else ""

    def below(row: CompareRow) -> bool:
        return row.cells[at].is_below_floor

    def sign(row: CompareRow) -> str | None:
        return "triangle-alert" if below(row) else "pencil" if row.cells[at].is_changed else None

    def sign_word(row: CompareRow) -> str:
        return tr("prices.below") if below(row) else tr("prices.unsaved") if row.cells[at].is_changed else ""

    def why(row: CompareRow) -> str:
        return sign_word(row) or head.name

    return Column(
        f"list{at}", "", price, "number", width=112, strong=True, editable=lambda _row: can_edit(),
        edit_text=lambda row: price(row).replace(",", ""), check=lambda row, text: takes(row, at, text),
        enter_stop=True, tone=lambda row: "warn" if below(row) else None, icon=sign, icon_word=sign_word,
        tooltip=why, heading=lambda: head.code,
    )  # fmt: skip


def _code(row: PriceRow) -> str:
    return row.item.code if row.item is not None else ""


def _item(row: PriceRow) -> str:
    if row.kind == "new":
        return tr("prices.row.new")
    if row.kind == "break":
        return tr("prices.row.break", item=wording.item_name(row.item))
    return wording.item_name(row.item)


def _discount(row: PriceRow) -> str:
    shown = wording.percent_text(row.discount)
    return tr("prices.off.above", percent=shown) if row.mode == "above" else shown


def _mode(row: PriceRow) -> str:
    return tr(f"prices.mode.{row.mode}") if row.mode else ""


def _price_tone(row: PriceRow) -> str | None:
    return "warn" if row.is_below_floor else None


def _note_tone(row: PriceRow) -> str | None:
    return "warn" if row.is_below_floor or row.would_be_below_floor else None


def _floor_icon(row: PriceRow) -> str | None:
    return "triangle-alert" if row.is_below_floor else None


def _floor_word(row: PriceRow) -> str:
    return tr("prices.below") if row.is_below_floor else ""


def _sign(row: PriceRow) -> str | None:
    if row.problems:
        return "circle-alert"
    return "users" if row.is_clashing else "pencil" if row.is_changed else None


def _sign_tone(row: PriceRow) -> str | None:
    return "error" if row.problems else "warn" if row.is_clashing else None


def _sign_word(row: PriceRow) -> str:
    if row.problems:
        return wording.problem_text(row.problems[0])
    return tr("prices.clash") if row.is_clashing else tr("prices.unsaved") if row.is_changed else ""


def _why(row: PriceRow) -> str:
    return _sign_word(row) or column_note(row)


def column_note(row: PriceRow) -> str:
    """Return in a word what is to be known of an entry before it is saved or sold at."""
    if row.problems:
        return tr("prices.wrong")
    if row.is_below_floor or row.would_be_below_floor:
        return tr("prices.below")
    return tr("prices.clash") if row.is_clashing else tr("prices.unsaved") if row.is_changed else ""

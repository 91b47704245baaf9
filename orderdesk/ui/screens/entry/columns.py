"""The columns of the line grid and of the completion lists, as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from orderdesk import words
from orderdesk.ui.completion import SuggestionColumn
from orderdesk.ui.language import tr
from orderdesk.ui.note_words import notes_text
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.wording import amount_text, local_name, price_text, short_date
from orderdesk.ui.tables.columns import Column, always
from orderdesk.values import plain
from orderdesk.words import format_quantity

WAITING = "…"

ITEM_LIST = (
    SuggestionColumn(92, "code"),
    SuggestionColumn(244),
    SuggestionColumn(84, "number"),
    SuggestionColumn(100, "number", "text_quiet"),
    SuggestionColumn(244, tone="text_quiet"),
)
CUSTOMER_LIST = (
    SuggestionColumn(72, "code"),
    SuggestionColumn(190),
    SuggestionColumn(76, tone="text_quiet"),
    SuggestionColumn(70, tone="text_quiet"),
    SuggestionColumn(72, "code", "text_quiet"),
    SuggestionColumn(72),
    SuggestionColumn(104, tone="text_faint"),
)
UNIT_LIST = (SuggestionColumn(80), SuggestionColumn(110, tone="text_faint"))

Check = Callable[[Any, str, str], bool]


def line_columns(check: Check) -> tuple[Column, ...]:
    """Return the columns; ``check`` gets row, column key and text, and says whether it can be read."""

    def checked(key: str) -> Callable[[EntryRow, str], bool]:
        return lambda row, text: check(row, key, text)

    return (
        Column("code", "entry.column.code", lambda row: row.code, "code", 80, editable=always,
               enter_stop=True, icon=_line_icon, icon_tone=_line_tone, icon_word=_line_word,
               tone=_tone("code"), tooltip=_line_word),
        Column("item", "entry.column.item", _item, "text", 150, stretches=True, tooltip=_item_tip,
               icon=_note_icon, icon_tone=lambda _row: "text_quiet", icon_word=_note_word),
        Column("quantity", "entry.column.quantity", _quantity, "number", 56, editable=always, enter_stop=True,
               edit_text=_plain_quantity, check=checked("quantity"), tone=_tone("quantity")),
        Column("unit", "entry.column.unit", _unit, "code", 52, editable=_has_item, check=checked("unit"),
               tone=_tone("unit")),
        Column("price", "entry.column.price", _price, "number", 92, editable=_has_item,
               edit_text=_plain_price, check=checked("price"), tone=_price_tone, tooltip=_price_tip),
        Column("source", "entry.column.source", _source, "text", 60, tone=_source_tone),
        Column("discount", "entry.column.discount", _discount, "number", 48, editable=_has_item,
               edit_text=_plain_discount, check=checked("discount"), tone=_tone("discount")),
        Column("amount", "entry.column.amount", _amount, "number", 94, strong=True),
        Column("deliver", "entry.column.deliver", _deliver, "date", 102, editable=_has_item,
               edit_text=_plain_date, check=checked("deliver"), tone=_deliver_tone, tooltip=_deliver_tip),
        Column("stock", "entry.column.stock", _stock, "text", 100, icon=_stock_icon, tone=_stock_tone),
    )  # fmt: skip


def _has_item(row: EntryRow) -> bool:
    return not row.is_blank


def _tone(column: str) -> Callable[[EntryRow], str | None]:
    return lambda row: {"block": "error", "warn": "warn"}.get(row.mark(column))


_LINE_SIGNS = {  # what is wrong on a line: shape, colour and words, so that none of them says it alone
    "block": ("circle-alert", "error", "entry.line.blocked"),
    "warn": ("triangle-alert", "warn", "entry.line.warned"),
}


def _line_icon(row: EntryRow) -> str | None:
    return _LINE_SIGNS[row.worst][0] if row.worst else None


def _line_tone(row: EntryRow) -> str | None:
    return _LINE_SIGNS[row.worst][1] if row.worst else None


def _line_word(row: EntryRow) -> str:
    return tr(_LINE_SIGNS[row.worst][2]) if row.worst else ""


def _item(row: EntryRow) -> str:
    name = local_name(row.name, row.name_en)
    return f"{name} · {row.spec}" if row.spec else name


def _item_tip(row: EntryRow) -> str:
    return "\n".join(part for part in (_item(row), _note_word(row)) if part)


def _note_icon(row: EntryRow) -> str | None:
    return "message-square" if row.notes or row.when_short else None


def _note_word(row: EntryRow) -> str:
    """Return the notes of a line, each with where it shows, and its own wish when stock is short."""
    wish = tr("note.wish.said", wish=f"term.when_short.{row.when_short}") if row.when_short else ""
    return "\n".join(part for part in (notes_text(row.notes), wish) if part)


def _quantity(row: EntryRow) -> str:
    return "" if row.quantity is None else format_quantity(row.quantity)


def _plain_quantity(row: EntryRow) -> str:
    return "" if row.quantity is None else plain(row.quantity)


def _unit(row: EntryRow) -> str:
    return local_name(row.unit, row.unit_en)


def _price(row: EntryRow) -> str:
    if row.price is not None:
        text = price_text(row.price)
        return text if row.price_unit == 1 else f"{text}/{row.price_unit}"
    return _not_yet(row)


def _not_yet(row: EntryRow) -> str:
    """Return what stands for a figure that is not there: still to come, not known, or not asked for."""
    if row.waiting:
        return WAITING
    return "?" if row.price_source == "none" else ""


def _plain_price(row: EntryRow) -> str:
    return "" if row.price is None else plain(row.price)


def _price_tone(row: EntryRow) -> str | None:
    return _tone("price")(row) or ("accent" if row.price_source in ("manual", "gift") else None)


def _price_tip(row: EntryRow) -> str:
    return "" if not row.price_source else tr("entry.price.tip", source=f"term.source.{row.price_source}")


def _source(row: EntryRow) -> str:
    """Return where the price comes from, in a word short enough for the grid."""
    return tr(f"entry.source.{row.price_source}") if row.price_source and not row.waiting else ""


def _source_tone(row: EntryRow) -> str | None:
    if row.price_source in ("manual", "gift"):
        return "accent"
    return "error" if row.price_source == "none" else "text_faint"


def _discount(row: EntryRow) -> str:
    return "" if not row.discount else words.format_percent(row.discount)


def _plain_discount(row: EntryRow) -> str:
    return "" if not row.discount else plain(row.discount * 100)


def _amount(row: EntryRow) -> str:
    return _not_yet(row) if row.amount is None else amount_text(row.amount, row.currency)


def _deliver(row: EntryRow) -> str:
    if row.is_blank or not row.dates:
        return ""
    if row.scheduled is not None:
        return tr("entry.deliver.partly", scheduled=format_quantity(row.scheduled), quantity=_quantity(row))
    if len(row.dates) > 1:
        return tr("entry.deliver.dates", n=len(row.dates))
    day = row.dates[0]
    return tr("entry.undated") if day is None else short_date(day)


def _plain_date(row: EntryRow) -> str:
    day = row.dates[0] if len(row.dates) == 1 else None
    return "" if day is None else day.isoformat()


def _deliver_tone(row: EntryRow) -> str | None:
    found = _tone("deliver")(row)
    if found is not None:
        return found
    return "warn" if row.scheduled is not None else "text_faint" if row.dates == (None,) else None


def _deliver_tip(row: EntryRow) -> str:
    if len(row.dates) < 2:
        return ""
    days = [tr("entry.undated") if day is None else short_date(day) for day in row.dates]
    return tr("entry.dates.joint").join(days)


_STOCK_ICONS = {
    "ok": "circle-check",
    "part": "circle-dot",
    "none": "circle-x",
    "unknown": "circle-question-mark",
}
_STOCK_TONES = {"ok": "done", "part": "warn", "none": "error", "unknown": "text_faint"}


def _stock(row: EntryRow) -> str:
    if not row.stock:
        return ""
    word = tr(f"entry.stock.{row.stock}")
    shows_figure = row.stock in ("ok", "part") and row.available is not None
    return f"{word} {format_quantity(row.available)}" if shows_figure and row.available is not None else word


def _stock_icon(row: EntryRow) -> str | None:
    return _STOCK_ICONS.get(row.stock)


def _stock_tone(row: EntryRow) -> str | None:
    return _STOCK_TONES.get(row.stock)

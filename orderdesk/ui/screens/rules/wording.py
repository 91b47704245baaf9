"""What cells, columns and states of rulebooks are called on screen, and how a typed cell is read back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from orderdesk import words
from orderdesk.rules.cell_words import spoken, written
from orderdesk.rules.cells import CellError, FactType, quoted, read_cell
from orderdesk.services.reading.rules import VersionRow
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.screens.rules.sheet import ANY, SheetColumn
from orderdesk.words import LANGUAGES, Language
from orderdesk.words.catalogues import template

NAMED: frozenset[FactType] = frozenset({"choice", "set", "person", "text"})
# Facts and answers whose values have words of their own; all others are data of the company.
_FAMILIES: Mapping[str, str] = {
    "tier": "term.tier.", "customer_class": "term.class.", "order_kind": "term.kind.order.",
    "kinds": "term.kind.item.", "item_kind": "term.kind.item.", "channel": "term.channel.",
    "urgency": "term.urgency.", "role": "term.role.",
}  # fmt: skip
_PLACE = re.compile(r"\{\w+\}")
_STATE_TONES = {"live": "ok", "scheduled": "waiting", "superseded": "none"}


def heading(column: SheetColumn) -> str:
    """Return what stands above a column, with the currency or unit of its figures."""
    if column.part == "note":
        return tr("rules.column.note")
    code = f"rules.fact.{column.name}" if column.part == "when" else f"rules.output.{column.name}"
    name = tr(code) if words.has(code, language().current) else column.name
    return f"{name} ({column.measure})" if column.measure else name


def shown(column: SheetColumn, value: object) -> str:
    """Return a cell in the language on show; one that cannot be read as it stands."""
    if value is None:
        return ""
    if column.part == "when":
        return _condition(column, str(value))
    if isinstance(value, bool):
        return tr("rules.yes" if value else "rules.no")
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if column.part == "then" and column.type == "percent":
        return _percent(text)
    if column.type == "text" and words.has(text, language().current):
        return _PLACE.sub("…", template(text, language().current))  # what it is filled with, each order has
    return _worded(column, text)


def stored(column: SheetColumn, text: str, today: date, names: Collection[str] = ()) -> object:
    """Return what the file holds for a typed cell; ``CellError`` where it is none.

    Words of either language are the values that they stand for. What was a sentence of the program and was
    not changed stays one.
    """
    typed = text.strip()
    if column.part == "when":
        return _stored_condition(column, typed, today, names)
    if column.part == "note" or not typed:
        return typed or None
    if column.type == "yes_no":
        return {"= yes": True, "= no": False}[written(typed, "yes_no")]
    if column.type == "number" and typed.lstrip("-").isdecimal():
        return int(typed)
    if column.type == "percent" and not typed.startswith("="):
        read_cell(written(typed, "percent"), "percent")  # or it says why not
    if column.type == "set":
        return [_value_of(column, one.strip()) for one in typed.replace("、", ",").split(",") if one.strip()]
    return _value_of(column, typed) if column.type in NAMED else typed


def _condition(column: SheetColumn, cell: str) -> str:
    try:
        text = spoken(cell, language().current, column.type)
        if column.name not in _FAMILIES or column.type not in NAMED:
            return text
        found = read_cell(cell, column.type)
    except CellError:
        return cell
    if found.kind not in {"in", "not_in"}:
        return text
    sign = text.split(" ", 1)[0] if len(found.values) == 1 else text[: text.index(found.values[0])].strip()
    return f"{sign} {', '.join(_worded(column, one) for one in found.values)}"


def _stored_condition(column: SheetColumn, text: str, today: date, names: Collection[str]) -> str:
    cell = written(text, column.type, column.measure, today, names)
    found = read_cell(cell, column.type, measure=column.measure)
    if column.name in _FAMILIES and column.type in NAMED and found.kind in {"in", "not_in"}:
        values = [quoted(_value_of(column, one)) for one in found.values]
        if len(values) == 1:
            return f"{'=' if found.kind == 'in' else '<>'} {values[0]}"
        return f"{'in' if found.kind == 'in' else 'not in'} {', '.join(values)}"
    return ANY if found.kind == "any" else cell


def value_word(column: SheetColumn, value: str) -> str:
    """Return the word of a value in the language on show; data of the company is its own word."""
    return _worded(column, value)


def _worded(column: SheetColumn, value: str) -> str:
    code = f"{_FAMILIES[column.name]}{value}" if column.name in _FAMILIES else ""
    return tr(code) if code and words.has(code, language().current) else value


def _value_of(column: SheetColumn, text: str) -> str:
    """Return the value that a word in either language stands for; any other text is the value itself."""
    family = _FAMILIES.get(column.name)
    if family is None:
        return text
    for name in known_values(column):
        said: set[str] = {words.text(f"{family}{name}", one).casefold() for one in LANGUAGES}
        if text.casefold() in said | {name.casefold()}:
            return name
    return text


_VALUES: Mapping[str, tuple[str, ...]] = {
    "tier": ("vip", "a", "b", "standard"), "customer_class": ("end", "dealer", "shop", "export"),
    "order_kind": ("quotation", "order", "call_off", "sample"), "kinds": ("standard", "custom", "bundle"),
    "item_kind": ("standard", "custom", "bundle"),
    "channel": ("typed", "pasted", "file", "portal", "api"), "urgency": ("normal", "urgent"),
    "role": ("manager", "finance", "administrator", "clerk", "warehouse"),
}  # fmt: skip


def known_values(column: SheetColumn) -> tuple[str, ...]:
    """Return the values of a column that have words of their own."""
    return column.choices or _VALUES.get(column.name, ())


def _percent(text: str) -> str:
    try:
        share = Decimal(text)
    except ArithmeticError:
        return text
    figure = f"{share * 100:f}"
    return f"{figure.rstrip('0').rstrip('.') if '.' in figure else figure} %"


def policy_sentence(source: Mapping[str, object]) -> str:
    """Return how rows answer together, as a sentence."""
    policy = str(source.get("hit_policy", "")).strip().lower().replace(" ", "_")
    aggregation = str(source.get("aggregation") or "").strip().lower()
    code = f"rules.policy.{policy}.{aggregation}" if aggregation else f"rules.policy.{policy}"
    return tr(code) if words.has(code, language().current) else str(source.get("hit_policy", ""))


def state_chip(version: VersionRow) -> Chip:
    """Return the chip of a version: it decides, begins later, or did decide."""
    return Chip(_STATE_TONES[version.state], tr(f"rules.state.{version.state}"))


def local(name: str, name_en: str, of: Language | None = None) -> str:
    """Return a person's name in the language on show; the program itself where nobody is named."""
    chosen = name_en if (of or language().current) == "en" and name_en else name
    return chosen or tr("rules.author.program")

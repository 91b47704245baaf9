"""The rows of the search box: what each hit says of itself, in the language on show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerSummary, PersonFacts
from orderdesk.services.reading.order_search import FoundOrder
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card.wording import local, state_chip, term
from orderdesk.ui.shell.command_index import Command
from orderdesk.ui.shell.palette_presenter import Act, Hit
from orderdesk.ui.tables.columns import Column
from orderdesk.words import format_date

_ICONS = {
    "order": "file-text", "customer": "building-2", "item": "package", "person": "user",
    "help": "circle-question-mark",
}  # fmt: skip
_TAIL = 4  # of a phone: what tells twins apart without saying it all


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One line of the list; ``kind`` stands only in the first of its kind."""

    id: object
    kind: str
    icon: str
    title: str
    detail: str
    key: str


def palette_columns() -> tuple[Column, ...]:
    """Return the columns of the list."""
    return (
        Column("kind", "", lambda row: row.kind, width=92, tone=lambda _row: "text_faint"),
        Column("title", "", lambda row: row.title, width=320, icon=lambda row: row.icon),
        Column("detail", "", lambda row: row.detail, width=200, tone=lambda _row: "text_quiet"),
        Column("key", "", lambda row: row.key, kind="number", width=104, tone=lambda _row: "text_quiet"),
    )


def palette_row(hit: Hit, *, is_first: bool, today: date) -> PaletteRow:
    """Return the line of a hit."""
    title, detail, icon, key = _TEXTS[hit.kind](hit, today)
    heading = tr(f"palette.kind.{hit.kind}") if is_first else ""
    return PaletteRow(hit.id, heading, icon, title, detail, key)


def _command(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, Command)
    marked = tr("palette.marked", n=hit.about.marked) if hit.about.marked else ""
    return hit.about.title, marked, hit.about.icon, hit.about.key


def _order(hit: Hit, today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, FoundOrder)
    row = hit.about.row
    customer = local(row.customer, row.customer_en)
    said = [state_chip(row).word]
    if row.next_delivery is not None:
        day = row.next_delivery
        shown = format_date(day, language().current, with_year=day.year != today.year)
        said.append(tr("palette.order.next", day=shown))
    if hit.about.po_number:
        said.append(hit.about.po_number)
    return f"{row.number}  {customer}".rstrip(), " · ".join(said), _ICONS["order"], ""


def _customer(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, CustomerSummary)
    customer = hit.about
    said = [
        customer.city,
        f"…{customer.phone[-_TAIL:]}" if customer.phone else "",
        term("tier", customer.tier),
    ]
    name = local(customer.name, customer.name_en)
    return f"{customer.code}  {name}", " · ".join(one for one in said if one), _ICONS["customer"], ""


def _item(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, ItemFacts)
    item = hit.about
    return f"{item.code}  {local(item.name, item.name_en)}", item.spec, _ICONS["item"], ""


def _person(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, PersonFacts)
    roles = ", ".join(term("role", role) for role in sorted(hit.about.roles))
    return local(hit.about.name, hit.about.name_en), roles, _ICONS["person"], ""


def _help(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    title = tr("palette.help", area=tr(str(hit.about)))
    return title, "", _ICONS["help"], ""


def _act(hit: Hit, _today: date) -> tuple[str, str, str, str]:
    assert isinstance(hit.about, Act)
    return tr(hit.about.word), "", hit.about.icon, ""


_TEXTS: dict[str, Callable[[Hit, date], tuple[str, str, str, str]]] = {
    "recent": _command, "command": _command, "order": _order, "customer": _customer, "item": _item,
    "person": _person, "help": _help, "act": _act,
}  # fmt: skip

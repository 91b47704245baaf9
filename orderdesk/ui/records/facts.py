"""What record screens say of the desk as it is: day and zone, and the items that a text may mean."""

from __future__ import annotations

from uuid import UUID

from orderdesk.services.desk import Desk
from orderdesk.ui.asked import Facts
from orderdesk.ui.completion import MAX_SHOWN, Completion, Search, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Edit
from orderdesk.ui.order_card.wording import Here, local

_ITEMS = (SuggestionColumn(110, "code"), SuggestionColumn(240), SuggestionColumn(150, tone="text_faint"))


def here_of(desk: Desk) -> Here:
    """Return day, zone and currency of the desk's own site."""
    zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
    return Here(desk.today, zone, desk.settings["currency"])


def unit_text(desk: Desk, item_id: UUID, unit: str) -> str:
    """Return a unit of an item in the language on show."""
    item = desk.items.get(item_id)
    units = item.units if item is not None else ()
    return local(unit, next((one.name_en for one in units if one.unit == unit), ""))


def customer_search(facts: Facts) -> Search:
    """Return the search for customers below a box, as the customer box has it."""

    def search(text: str) -> tuple[Suggestion, ...]:
        customers = facts.desk().customers
        found = facts.indexes().customers.search(text, limit=MAX_SHOWN)
        return tuple(
            Suggestion(match.key, (one.code, local(one.name, one.name_en), one.phone), is_exact=match.exact)
            for match in found
            if (one := customers.get(match.key)) is not None
        )

    return search


def item_search(facts: Facts) -> Search:
    """Return the search for items below a box."""

    def search(text: str) -> tuple[Suggestion, ...]:
        items = facts.desk().items
        found = facts.indexes().items.search(text, limit=MAX_SHOWN)
        return tuple(
            Suggestion(match.key, (one.code, local(one.name, one.name_en), one.spec), is_exact=match.exact)
            for match in found
            if (one := items.get(match.key)) is not None
        )

    return search


def item_completion(editor: Edit, facts: Facts) -> Completion:
    """Return the list of items below a box; what it gives is the item's id."""
    return Completion(editor, item_search(facts), _ITEMS, takes_enter=False)

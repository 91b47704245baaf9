"""``list``, ``show`` and ``price``: questions to the store."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run, UsageError, day_of
from orderdesk.cli.tables import field_lines
from orderdesk.errors import Problem, UserError
from orderdesk.values import minor_digits

if TYPE_CHECKING:
    from orderdesk.services.pricing import Quote

_IN_A_LIST = 10  # columns a terminal shows; --json shows all


def list_rows(run: Run) -> int:
    """Print the rows of a kind."""
    from orderdesk.services.reading.listing import DAY_CHECK
    from orderdesk.services.reading.listing import list_rows as read

    where = [_condition(text) for text in run.arguments.where]
    with run.store("read").reading() as connection:
        rows = read(connection, run.arguments.kind, where, run.arguments.limit, run.now)
    columns = [name for name in (rows[0] if rows else ()) if name == "id" or not name.endswith("_id")]
    run.table(rows, columns[:_IN_A_LIST])
    if run.arguments.kind == DAY_CHECK and not rows and not where and not run.arguments.json:
        run.say("cli.daycheck.clear")
    return 0


def _condition(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UsageError("error.list", (Problem("problem.list.condition", "", {"text": text}),), kind="")
    return name.strip(), value


def show(run: Run) -> int:
    """Print one thing with all that belongs to it; several, where a number of two sources names both."""
    from orderdesk.services.reading.showing import show as read

    kind, key = run.arguments.kind, run.arguments.key
    with run.store("read").reading() as connection:
        found = read(connection, kind, key)
    if not found:
        raise UserError("error.show.unknown", kind=kind, key=key)
    if run.arguments.json:
        shown = [{**entry.head, **entry.parts} for entry in found]
        run.data(shown[0] if len(shown) == 1 else shown)
        return 0
    for entry in found:
        for line in field_lines(entry.head):
            run.line(line)
        for name, rows in entry.parts.items():
            if rows:
                run.line("")
                run.line(f"{name} ({len(rows)})")
                run.table(rows, [column for column in rows[0] if not column.endswith("id")][:_IN_A_LIST])
    return 0


def price(run: Run) -> int:
    """Print what a customer pays for a quantity of an item, and why; without a price the exit code is 1."""
    from orderdesk.services.pricing import price_one

    given = run.arguments
    day, quantity = day_of(given.date, "--date", "error.price"), _quantity(given.qty)
    with run.store("read").reading() as connection:
        quote = price_one(connection, given.customer, given.item, quantity, run.now, unit=given.unit, day=day)
    if given.json:
        run.data(_quote_data(quote))
    else:
        _print_quote(run, quote)
    return 0 if quote.has_price else REFUSED


def _quote_data(quote: Quote) -> dict[str, object]:
    from orderdesk.rules.receipts import line_json

    return {
        "customer": quote.customer.code, "item": quote.item.code, "quantity": quote.quantity,
        "unit": quote.unit, "date": quote.day, "currency": quote.customer.currency,
        "prices_include_tax": quote.customer.prices_include_tax, **line_json(quote.line),
    }  # fmt: skip


def _print_quote(run: Run, quote: Quote) -> None:
    from orderdesk.rules.receipts import near_words, step_words

    line, item = quote.line, quote.item
    name = item.name_en if run.language == "en" and item.name_en else item.name
    heading = {
        "item": f"{item.code} {name}", "quantity": quote.quantity, "unit": quote.unit,
        "customer": quote.customer.code, "day": quote.day,
    }  # fmt: skip
    run.say("cli.price.heading", **heading)
    for step in line.receipt:
        code, params = step_words(step)
        run.line("  " + words.text(code, run.language, **params))
    for miss in line.near:
        near, shown = near_words(miss)
        run.line("  ~ " + words.text(near, run.language, **shown))
    if not quote.has_price:
        run.say("cli.price.none")
        return
    figures: dict[str, object] = {
        "net_price": line.net_unit_price, "gross_price": line.gross_unit_price, "price_unit": item.price_unit,
        "rate": words.format_percent(line.tax_rate), "currency": quote.customer.currency,
    }  # fmt: skip
    digits = minor_digits(quote.customer.currency)
    for name, amount in (("net", line.amount_net), ("tax", line.tax), ("gross", line.amount_gross)):
        figures[name] = words.format_amount(amount, digits)
    run.say("cli.price.figures", **figures)


def _quantity(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal(0)
    if not found.is_finite() or found <= 0:
        problem = Problem("problem.list.value", "--qty", {"field": "--qty", "value": text})
        raise UsageError("error.price", (problem,))
    return found

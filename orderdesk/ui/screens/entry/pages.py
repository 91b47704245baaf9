"""What the context panel says of an order and of the line in focus: route, price, stock, customer."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.rules.approval import reason_words
from orderdesk.rules.facts import ApprovalReason, ItemFacts, PricedLine, PricedOrder, Route
from orderdesk.rules.receipts import near_words, step_words
from orderdesk.services.desk import Bought, CustomerDesk, Desk, StockFigure
from orderdesk.services.entry import Evaluation, sales_unit
from orderdesk.ui.fact_sheet import RULE, Fact, head, note
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import (
    amount_text,
    clock_time,
    data_word,
    local_name,
    price_text,
    problem_words,
    readable,
    receiver_line,
    short_date,
    terms_text,
    unit_word,
)
from orderdesk.values import plain, round_half_up
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.words import format_quantity

_MOST_NOTES = 6  # a long order may have one on every line


def route_facts(evaluation: Evaluation | None, draft: OrderDraft, desk: Desk) -> list[Fact]:
    """Return who would be asked if the order were sent now, why, and what nearly applied."""
    route = evaluation.route if evaluation is not None else None
    if evaluation is None or route is None:
        return [note(tr("entry.route.nothing"))]
    currency = draft.currency
    facts = [*_steps(route, currency), RULE]
    warnings = [problem for problem in evaluation.problems if problem.severity == "warn"]
    if warnings:
        facts.append(head(tr("entry.route.notes")))
        shown = warnings[:_MOST_NOTES]
        facts += [note(problem_words(one, draft, desk), "", "triangle-alert") for one in shown]
        if len(warnings) > len(shown):
            facts.append(note(tr("entry.route.more_notes", n=len(warnings) - len(shown))))
        facts.append(RULE)
    facts.append(head(tr("entry.route.table", version=route.table_version)))
    facts += [_fact_of_route(name, value, currency) for name, value in route.facts.items() if value]
    if route.near:
        facts += [RULE, head(tr("entry.near"))]
        facts += [note(_near(near_words(miss), currency)) for miss in route.near[:4]]
    return facts


def _steps(route: Route, currency: str) -> list[Fact]:
    if not route.steps:
        code, params = reason_words(ApprovalReason(route.through_row or 0, route.through_note), route.facts)
        return [
            note(
                tr("entry.route.through", row=route.through_row, why=tr(code, **readable(params, currency))),
                "done",
                "circle-check",
            )
        ]
    facts = [note(tr("entry.route.needs", n=len(route.steps)), "")]
    for step in route.steps:
        facts.append(Fact(tr("entry.route.place", n=step.step, role=f"term.role.{step.role}"), kind="total"))
        for reason in step.reasons:
            code, params = reason_words(reason, route.facts)
            text = tr("entry.route.reason", why=tr(code, **readable(params, currency)), row=reason.row)
            facts.append(note(text, "warn", "user-check"))
    return facts


def _fact_of_route(name: str, value: str, currency: str) -> Fact:
    """Return one fact as the approval table saw it, in words."""
    word = f"entry.fact.{name}"
    if name in ("amount", "credit_after"):
        return Fact(tr(word), amount_text(Decimal(value), currency))
    if name == "max_discount":
        return Fact(tr(word), f"{plain(round_half_up(Decimal(value) * 100, 2))} %")
    if name in ("tier", "customer_class"):
        return Fact(tr(word), data_word("tier" if name == "tier" else "class", value))
    if name == "order_kind":
        return Fact(tr(word), tr(f"term.kind.order.{value}"))
    if value in ("yes", "no"):
        return Fact(tr(word), tr(f"term.{value}"))
    return Fact(tr(word), value)


def price_facts(
    draft: OrderDraft, line: LineDraft | None, desk: Desk, priced: PricedOrder | None
) -> list[Fact]:
    """Return the receipt of a line: every step of its price, and what nearly applied."""
    figures = _priced(priced, line)
    item = _item(line, desk)
    if line is None or item is None:
        return [note(tr("entry.page.no_line"))]
    unit = unit_word(item, sales_unit(line, item))
    facts = [note(f"{item.code}  {local_name(item.name, item.name_en)}", "strong")]
    if figures is None:
        return [*facts, note(tr("entry.page.no_price"))]
    facts += _receipt(figures, draft.currency, item)
    facts += [
        RULE,
        Fact(tr("entry.price.net"), price_text(figures.net_unit_price)),
        Fact(tr("entry.price.gross"), price_text(figures.gross_unit_price)),
        Fact(
            tr("entry.price.tax", percent=plain(figures.tax_rate * 100)),
            amount_text(figures.tax, draft.currency),
        ),
        Fact(
            tr("entry.price.amount", quantity=format_quantity(line.quantity or Decimal(0)), unit=unit),
            amount_text(figures.amount_gross, draft.currency),
            kind="total",
        ),
    ]
    if figures.below_floor:
        facts.append(note(tr("entry.price.below_floor"), "warn", "triangle-alert"))
    if figures.near:
        facts += [RULE, head(tr("entry.near"))]
        facts += [
            note(_near(near_words(miss), draft.currency, item), "quiet", "info") for miss in figures.near
        ]
    return facts


def _receipt(figures: PricedLine, currency: str, item: ItemFacts) -> list[Fact]:
    facts = []
    for step in figures.receipt:
        code, params = step_words(step)
        value = price_text(step.after) if step.of == "price" else amount_text(step.after, currency)
        facts.append(Fact(tr(code, **readable(params, currency, item)), value))
    return facts


def _near(worded: tuple[str, dict[str, object]], currency: str, item: ItemFacts | None = None) -> str:
    code, params = worded
    return tr(code, **readable(params, currency, item))


def stock_facts(draft: OrderDraft, line: LineDraft | None, desk: Desk) -> list[Fact]:
    """Return what lies where of the line's item, in its stock unit, with the time of the figures."""
    item = _item(line, desk)
    if line is None or item is None:
        return [note(tr("entry.page.no_line"))]
    unit = unit_word(item, item.unit)
    facts = [note(f"{item.code}  {local_name(item.name, item.name_en)}", "strong")]
    site = draft.site_id or desk.default_site_id
    order = sorted(desk.sites.values(), key=lambda one: (one.id != site, one.code))
    for entry in order:
        figure = desk.stock.get((item.id, entry.id))
        facts.append(head(local_name(entry.name, entry.name_en)))
        facts += [note(tr("entry.stock.unknown"))] if figure is None else _figures(figure, unit)
    factor = item.factor(sales_unit(line, item))
    if line.quantity and factor is not None:
        wanted = line.quantity * factor
        figure = desk.stock.get((item.id, site)) if site is not None else None
        facts += [RULE, Fact(tr("entry.stock.wanted"), f"{format_quantity(wanted)} {unit}", kind="total")]
        if figure is not None and figure.available < wanted:
            short = format_quantity(wanted - max(figure.available, Decimal(0)))
            facts.append(note(tr("entry.stock.short", quantity=short, unit=unit), "warn", "triangle-alert"))
    facts += [RULE, note(tr("entry.as_of", when=clock_time(desk.as_of, desk)), "caption")]
    return facts


def _figures(figure: StockFigure, unit: str) -> list[Fact]:
    tone = "error" if figure.available <= 0 else "done"
    return [
        Fact(tr("term.quantity.on_hand"), f"{format_quantity(figure.on_hand)} {unit}"),
        Fact(tr("term.quantity.reserved"), f"{format_quantity(figure.reserved)} {unit}"),
        Fact(tr("term.quantity.available"), f"{format_quantity(figure.available)} {unit}", tone=tone),
    ]


def customer_facts(customer: CustomerDesk | None, total: Decimal, line: LineDraft | None) -> list[Fact]:
    """Return who calls: contact, terms, credit with the day of its figures, and what was bought before."""
    if customer is None:
        return [note(tr("entry.page.no_customer"))]
    facts = [
        note(f"{customer.code}  {local_name(customer.name, customer.name_en)}", "strong"),
        Fact(tr("term.field.contact"), customer.contact),
        Fact(tr("term.field.phone"), customer.phone),
        Fact(tr("term.field.terms"), terms_text(customer)),
        RULE,
        *_credit(customer, total),
    ]
    if customer.note:
        facts += [RULE, note(customer.note, "", "message-square")]
    bought = customer.bought.get(line.item_id) if line is not None and line.item_id is not None else None
    if bought is not None:
        facts += [
            RULE,
            head(tr("entry.bought.head", n=bought.times)),
            Fact(
                short_date(bought.last_date),
                _last_time(bought),
            ),
        ]
    if len(customer.addresses) > 1:
        facts += [RULE, head(tr("entry.addresses.head"))]
        facts += [
            Fact(f"{at}  {address.label or address.city}", receiver_line(address))
            for at, address in enumerate(customer.addresses, start=1)
        ]
    return facts


def _last_time(bought: Bought) -> str:
    quantity = format_quantity(bought.last_quantity)
    return f"{quantity} {bought.last_unit} × {price_text(bought.last_price)}"


def _credit(customer: CustomerDesk, total: Decimal) -> list[Fact]:
    if customer.credit_limit is None:
        return [Fact(tr("term.field.credit_limit"), tr("entry.credit.none"))]
    left = (customer.credit_left or Decimal(0)) - total
    facts = [
        Fact(tr("term.field.credit_limit"), amount_text(customer.credit_limit, customer.currency)),
        Fact(tr("entry.credit.open_orders"), amount_text(customer.exposure, customer.currency)),
        Fact(
            tr("entry.credit.receivable"), amount_text(customer.receivable or Decimal(0), customer.currency)
        ),
        Fact(tr("entry.credit.this_order"), amount_text(total, customer.currency)),
        Fact(
            tr("entry.credit.after"),
            amount_text(left, customer.currency),
            kind="total",
            tone="error" if left < 0 else "",
        ),
    ]
    if customer.receivable_as_of is not None:
        facts.append(note(tr("entry.credit.as_of", when=short_date(customer.receivable_as_of)), "caption"))
    return facts


def _item(line: LineDraft | None, desk: Desk) -> ItemFacts | None:
    return desk.items.get(line.item_id) if line is not None and line.item_id is not None else None


def _priced(priced: PricedOrder | None, line: LineDraft | None) -> PricedLine | None:
    if priced is None or line is None:
        return None
    return next((figures for figures in priced.lines if figures.line_id == line.id), None)

"""Receipts as evidence: plain JSON of a priced line, its price worked out again, and codes of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, localcontext
from typing import Any
from uuid import UUID

from orderdesk.errors import Bug
from orderdesk.rules.base_price import EXACT, ONE, ZERO
from orderdesk.rules.conditions import condition_codes, condition_words
from orderdesk.rules.fact_catalogue import FACTS
from orderdesk.rules.facts import NearMiss, PricedLine, PricedOrder, ReceiptStep
from orderdesk.values import PRICE_STEP, minor_digits, plain

FORMAT = 1

_TEXTS = frozenset({"source", "source_ref"})
_OWN_FORM = frozenset({"line_id", "below_floor", "receipt", "near"})
_FIGURES = tuple(
    field.name for field in fields(PricedLine) if field.name not in _TEXTS and field.name not in _OWN_FORM
)
_ORDER_FIGURES = tuple(field.name for field in fields(PricedOrder) if field.name not in {"currency", "lines"})


def line_json(line: PricedLine) -> dict[str, Any]:
    """Return a priced line as plain JSON for the store: amounts as strings, nothing lost."""
    return {
        "format": FORMAT,
        "line_id": str(line.line_id),
        "source": line.source,
        "source_ref": line.source_ref,
        "below_floor": line.below_floor,
        "figures": {name: plain(getattr(line, name)) for name in _FIGURES},
        "receipt": [_step_json(step) for step in line.receipt],
        "near": [{"reason": n.reason, "ref": n.ref, "params": dict(n.params)} for n in line.near],
    }


def line_from_json(stored: Mapping[str, Any]) -> PricedLine:
    """Return the priced line that ``line_json`` stored.

    Raises:
        Bug: the stored receipt has another format, or parts of it are missing.
    """
    if stored.get("format") != FORMAT:
        raise Bug("receipt.unreadable", format=str(stored.get("format")), line=str(stored.get("line_id")))
    try:
        figures = {name: Decimal(stored["figures"][name]) for name in _FIGURES}
        return PricedLine(
            line_id=UUID(stored["line_id"]),
            source=stored["source"],
            source_ref=stored["source_ref"],
            below_floor=stored["below_floor"],
            receipt=tuple(_step(entry) for entry in stored["receipt"]),
            near=tuple(NearMiss(n["reason"], n["ref"], dict(n["params"])) for n in stored["near"]),
            **figures,
        )
    except (KeyError, TypeError, ValueError, ArithmeticError) as broken:
        raise Bug("receipt.unreadable", format=str(FORMAT), line=str(stored.get("line_id"))) from broken


def order_json(order: PricedOrder) -> dict[str, Any]:
    """Return a priced order as plain JSON: its totals and every line."""
    return {
        "format": FORMAT,
        "currency": order.currency,
        "figures": {name: plain(getattr(order, name)) for name in _ORDER_FIGURES},
        "lines": [line_json(line) for line in order.lines],
    }


def order_from_json(stored: Mapping[str, Any]) -> PricedOrder:
    """Return the priced order that ``order_json`` stored; ``Bug`` where it is broken."""
    if stored.get("format") != FORMAT:
        raise Bug("receipt.unreadable", format=str(stored.get("format")), line="")
    figures = {name: Decimal(stored["figures"][name]) for name in _ORDER_FIGURES}
    lines = tuple(line_from_json(line) for line in stored["lines"])
    return PricedOrder(currency=stored["currency"], lines=lines, **figures)


def _step_json(step: ReceiptStep) -> dict[str, Any]:
    return {
        "component": step.component,
        "of": step.of,
        "before": None if step.before is None else plain(step.before),
        "after": plain(step.after),
        "ref": step.ref,
        "params": dict(step.params),
    }


def _step(stored: Mapping[str, Any]) -> ReceiptStep:
    before = None if stored["before"] is None else Decimal(stored["before"])
    after = Decimal(stored["after"])
    return ReceiptStep(
        stored["component"], stored["of"], before, after, stored["ref"], dict(stored["params"])
    )


@dataclass(frozen=True, slots=True)
class Replayed:
    """The figures of a line worked out again from its receipt alone.

    ``difference`` is the place (0, 1, …) of the first step whose stored result differs, else ``None``.
    """

    unit_price: Decimal
    amount: Decimal
    amount_net: Decimal
    tax: Decimal
    amount_gross: Decimal
    difference: int | None = None


def replay(stored: Mapping[str, Any]) -> Replayed:
    """Work the price of a stored line out again from the inputs of its receipt's steps.

    Taken as given are the base price, what was typed, and the line's shares of order discount and rounding
    (they depend on the other lines); every conversion, break, discount, amount and tax is computed anew.

    Raises:
        Bug: the stored receipt cannot be read.
    """
    line = line_from_json(stored)
    with localcontext(EXACT):
        again = _Replay()
        difference = None
        for place, step in enumerate(line.receipt):
            if again.take(step) != step.after and difference is None:
                difference = place
        return Replayed(again.unit_price, again.amount, again.net, again.tax, again.gross, difference)


class _Replay:
    """Takes the steps of a receipt in order; each ``take`` returns what the step comes to."""

    def __init__(self) -> None:
        self.price = self.unit_price = ZERO
        self.value: Decimal | None = None  # exact, where a break reduced only the part above
        self.keep = ONE
        self.minor = ONE
        self.rate = ZERO
        self.amount = self.typed = self.net = self.tax = self.gross = ZERO

    def take(self, step: ReceiptStep) -> Decimal:
        result: Decimal = getattr(self, f"_{step.component}")(step)
        if step.of == "price" and step.component != "line_discount":
            self.price = self.unit_price = result
        return result

    def _base(self, step: ReceiptStep) -> Decimal:
        return step.after

    def _conversion(self, step: ReceiptStep) -> Decimal:
        p = step.params
        if p["kind"] == "unit":
            return (self.price * Decimal(p["to_factor"]) / Decimal(p["from_factor"])).quantize(PRICE_STEP)
        gross = ONE + Decimal(p["rate"])
        return (self.price * gross if p["to"] == "gross" else self.price / gross).quantize(PRICE_STEP)

    def _break(self, step: ReceiptStep) -> Decimal:
        p = step.params
        cut = (self.price * (ONE - Decimal(p["discount"]))).quantize(PRICE_STEP)
        if p["mode"] == "whole":
            return cut
        line_factor = Decimal(p["line_factor"])
        stock = Decimal(p["quantity"]) * line_factor
        above = stock - Decimal(p["from_quantity"]) * Decimal(p["factor"])
        worth = self.price * stock - (self.price - cut) * above
        self.value = worth / line_factor
        return (worth / stock).quantize(PRICE_STEP) if stock else cut

    def _adjustment(self, step: ReceiptStep) -> Decimal:
        if step.params["kind"] == "price":
            self.value = None
            return step.after
        keep = ONE - Decimal(step.params["off"])
        if self.value is not None:
            self.value *= keep
        return (self.price * keep).quantize(PRICE_STEP)

    def _manual_price(self, step: ReceiptStep) -> Decimal:
        self.value = None
        return step.after

    def _gift(self, step: ReceiptStep) -> Decimal:
        self.value = None
        return ZERO

    def _line_discount(self, step: ReceiptStep) -> Decimal:
        self.keep = ONE - Decimal(step.params["discount"])
        return (self.price * self.keep).quantize(PRICE_STEP)

    def _amount(self, step: ReceiptStep) -> Decimal:
        p = step.params
        self.minor = ONE.scaleb(-minor_digits(p["currency"]))
        value = self.price * Decimal(p["quantity"]) if self.value is None else self.value
        self.amount = self.typed = (value * self.keep / Decimal(p["price_unit"])).quantize(self.minor)
        return self.amount

    def _order_discount(self, step: ReceiptStep) -> Decimal:
        self.typed = self.amount - Decimal(step.params["share"])
        return self.typed

    def _tax(self, step: ReceiptStep) -> Decimal:
        self.rate = Decimal(step.params["rate"])
        if step.params["includes_tax"] == "yes":
            self._from_gross(self.typed)
        else:
            self.net, self.tax = self.typed, (self.typed * self.rate).quantize(self.minor)
            self.gross = self.net + self.tax
        return self.gross

    def _rounding(self, step: ReceiptStep) -> Decimal:
        self._from_gross(self.gross - Decimal(step.params["share"]))
        return self.gross

    def _from_gross(self, gross: Decimal) -> None:
        self.tax = (gross * self.rate / (ONE + self.rate)).quantize(self.minor)
        self.net, self.gross = gross - self.tax, gross


# ── codes of sentences (domain ``receipt``) ─────────────────────────────────────────────────────────────────

_STEP_VARIANT = {"base": "source", "break": "mode", "rounding": "step"}


def step_words(step: ReceiptStep) -> tuple[str, dict[str, str]]:
    """Return the code of a receipt step's sentence, and its params (``ref``, ``before``, ``after`` too)."""
    params = dict(step.params)
    code = ".".join(part for part in ("receipt", step.component, _variant(step, params)) if part)
    params |= {"ref": step.ref, "after": plain(step.after)}
    params["before"] = plain(step.before) if step.before is not None else ""
    return code, params


def _variant(step: ReceiptStep, params: Mapping[str, str]) -> str:
    if step.component == "conversion":
        return params["to"] if params["kind"] == "tax" else "unit"
    if step.component == "tax":
        return "included" if params["includes_tax"] == "yes" else "added"
    if step.component == "adjustment":
        return "price" if params["kind"] == "price" else params["direction"]
    if step.component == "amount":
        return "one" if params["price_unit"] == "1" else "many"
    return params.get(_STEP_VARIANT.get(step.component, ""), "")


def near_words(miss: NearMiss) -> tuple[str, dict[str, object]]:
    """Return the code of the sentence of a near miss, and its params (of a row: see ``condition_words``)."""
    params: dict[str, object] = {**miss.params, "ref": miss.ref}
    if miss.reason == "column":
        worded = condition_words(miss.params["fact"], miss.params["cell"])
        if worded is not None:
            return worded[0], {"row": miss.params["row"], **worded[1]}
        if miss.params["fact"] in FACTS:
            params["fact"] = f"term.fact.{miss.params['fact']}"
    return f"receipt.near.{miss.reason}", params


def all_words() -> tuple[str, ...]:
    """Return every code that a price receipt can ask for, so that a test can look for the words."""
    steps = [f"base.{source}" for source in ("agreement", "last", "tier", "list", "none")]
    steps += ["conversion.unit", "conversion.gross", "conversion.net", "break.whole", "break.above"]
    steps += ["adjustment.less", "adjustment.more", "adjustment.price"]
    steps += ["manual_price", "gift", "line_discount", "amount.one", "amount.many", "order_discount"]
    steps += ["tax.included", "tax.added", "rounding.jiao", "rounding.yuan"]
    reasons = [
        "ended",
        "not_yet",
        "unit",
        "currency",
        "quantity",
        "excluded",
        "order_discount",
        "column",
        "stacks",
    ]
    codes = tuple(f"receipt.{code}" for code in (*steps, *(f"near.{reason}" for reason in reasons)))
    return codes + condition_codes()

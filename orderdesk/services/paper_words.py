"""How names, terms and prices of the store are said on papers: the same on each of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from orderdesk import words
from orderdesk.models import Setting
from orderdesk.printing.documents import CatalogueLanguage, CompanyBlock, DocumentLanguage
from orderdesk.services.writing import SETTING_DEFAULTS
from orderdesk.values import round_amount, round_price


@dataclass(frozen=True, slots=True)
class PaperWords:
    """How names are chosen: the paper's language decides between a name and its English twin."""

    language: DocumentLanguage

    @property
    def catalogue(self) -> CatalogueLanguage:
        """Return the catalogue that words the terms of the trade."""
        return "en" if self.language == "en" else "zh"

    def name(self, name: str | None, name_en: str | None) -> str:
        """Return the name that this paper shows; empty where there is none."""
        return (name_en or name or "") if self.language == "en" else (name or "")

    def term(self, family: str, key: str) -> str:
        """Return the word for a key of the trade; data that the catalogue does not know stays as it is."""
        code = f"term.{family}.{key}"
        return words.text(code, self.catalogue) if key and words.has(code, self.catalogue) else key


def company_settings(connection: Connection) -> dict[str, str]:
    """Return all settings of the company, by key."""
    found = {row.key: row.value for row in connection.execute(select(Setting.__table__))}
    return SETTING_DEFAULTS | found


def company_block(settings: Mapping[str, str], choose: PaperWords) -> CompanyBlock:
    """Return the sender at the head of a paper."""
    return CompanyBlock(
        name=choose.name(settings["company.name"], settings["company.name_en"]),
        address=settings["company.address"],
        phone=settings["company.phone"],
    )


def terms_text(text: str, choose: PaperWords) -> str:
    """Return payment terms 账期, stored as JSON, in words."""
    terms = json.loads(text) if text else {}
    kind = terms.get("kind") or ""
    if kind == "days":
        return words.text("term.terms.days", choose.catalogue, n=int(terms.get("days") or 0))
    return choose.term("terms", kind)


def instant_text(instant: datetime, zone: str, language: CatalogueLanguage) -> str:
    """Return an instant in the site's zone with its distance from UTC: clear wherever it is read."""
    place = ZoneInfo(zone)
    offset = instant.astimezone(place).strftime("%z")
    hours = f"{offset[:3]}:{offset[3:]}"
    return f"{words.format_datetime(instant, place, language)} (UTC{hours})"


def unit_text(row: Row[Any], choose: PaperWords) -> str:
    """Return an order line's unit; ``row`` has ``unit``, ``unit_en``, ``stock_unit``, ``stock_unit_en``."""
    english = row.stock_unit_en if row.unit == row.stock_unit else row.unit_en
    return english if choose.language == "en" and english else choose.term("unit", row.unit)


def unit_price_of(row: Row[Any], currency: str) -> Decimal:
    """Return the price of ``single_price`` for a row that has these figures under their names."""
    return single_price(row.gross_unit_price, row.price_unit, row.amount_gross, row.ordered, currency)


def single_price(
    gross_unit_price: Decimal, price_unit: int, amount_gross: Decimal, ordered: Decimal, currency: str
) -> Decimal:
    """Return the price with tax of one unit, or its share of an amount that the order's discount lowered.

    ``gross_unit_price`` is for ``price_unit`` units, ``amount_gross`` of what was ``ordered``.
    """
    plain_amount = round_amount(gross_unit_price * ordered / price_unit, currency)
    if plain_amount == amount_gross:
        return round_price(gross_unit_price / price_unit)
    return round_price(amount_gross / ordered)

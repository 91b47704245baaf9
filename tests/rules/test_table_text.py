"""A table written is the table that was read, and writing it again changes nothing."""

from __future__ import annotations

import json

import pytest

from orderdesk import paths
from orderdesk.rules.table_text import table_text
from orderdesk.rules.tables import read_table

RULES = sorted((paths.resources_dir() / "rules").glob("*.json"))

WHOLE = {
    "format": 1,
    "name": "all there is",
    "version": 7,
    "hit_policy": "output_order",
    "inputs": [
        {
            "fact": "amount",
            "type": "money",
            "measure": "CNY",
            "optional": True,
            "low": "0",
            "high": 1000000,
            "step": "0.01",
        },
        {"fact": "tier", "type": "choice", "choices": ["vip", "a"]},
        {"fact": "name", "type": "text"},
    ],
    "outputs": [
        {"name": "price", "type": "money", "measure": "CNY"},
        {"name": "level", "type": "text", "order": ["high", "low"]},
        {"name": "from", "type": "date"},
        {"name": "kinds", "type": "set"},
        {"name": "ok", "type": "yes_no"},
        {"name": "rate", "type": "percent"},
        {"name": "boxes", "type": "quantity", "measure": "box"},
    ],
    "uses": [{"fact": "list", "type": "money", "measure": "CNY"}],
    "rows": [
        {
            "when": {"amount": "> 20000 CNY", "name": 'in "Smith, Ltd", B'},
            "then": {
                "price": "= round(list * 0.95, 0.5)",
                "level": "high",
                "kinds": ["b", "a"],
                "rate": "4 %",
            },
            "note": "大单",
        },
        {
            "when": {"tier": "not in vip"},
            "then": {"price": "12.50", "from": "2026-03-31", "ok": "no", "boxes": 12},
        },
        {"when": {}, "then": {}},
    ],
    "examples": [
        {
            "facts": {"amount": {"amount": "30000", "currency": "CNY"}, "tier": None, "name": "B"},
            "rows": [1, 3],
            "outputs": [{"level": "high"}, {}],
            "note": "why",
        },
    ],
}


@pytest.mark.parametrize("source", [WHOLE, *(json.loads(path.read_text("utf-8")) for path in RULES)])
def test_what_is_written_is_what_was_read(source: dict[str, object]) -> None:
    table = read_table(source)
    text = table_text(table)
    assert read_table(json.loads(text)) == table
    assert table_text(read_table(json.loads(text))) == text
    assert sum(line.startswith('    {"when"') for line in text.splitlines()) == len(table.rows)

"""Every sentence that the entry screen can ask for stands in both catalogues."""

from __future__ import annotations

import ast

import pytest

from orderdesk.ui.screens.entry.columns import line_columns
from orderdesk.ui.screens.entry.context_page import PAGES
from orderdesk.words import LANGUAGES, Language, has
from tests.architecture.sources import ROOT, tree_of

FOLDER = ROOT / "orderdesk" / "ui" / "screens" / "entry"
SPEAKING = {"tr", "say", "say_with_undo", "Message", "MessageButton", "Field", "Figure"}
STEPS = {"customer", "insert", "delete", "copy", "gift", "reason", "schedule", "reload", "quick", "paste",
         "basket", "earlier", "twin"}  # fmt: skip
FIELDS = {
    "po_number", "deliver_to", "requested", "document_date", "salesperson_id", "delivery_method", "urgency",
    "when_short", "prices_include_tax", "order_discount", "rounding", "freight_terms", "freight", "note",
}  # fmt: skip


def asked_for() -> set[str]:
    """Return the codes that stand as first argument of a call that words them."""
    found = set()
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if name in SPEAKING and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_code_has_its_sentence(name: Language) -> None:
    codes = asked_for()
    assert len(codes) > 80
    assert sorted(code for code in codes if not has(code, name)) == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_step_can_be_named_undone_and_done_again(name: Language) -> None:
    columns = {column.key for column in line_columns(lambda *_: True) if column.editable is not None}
    steps = STEPS | FIELDS | columns
    codes = [f"entry.{verb}.{step}" for verb in ("step", "undo", "redo") for step in steps]
    assert [code for code in codes if not has(code, name)] == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_columns_pages_and_sources_have_their_words(name: Language) -> None:
    codes = [column.word for column in line_columns(lambda *_: True)]
    codes += [f"entry.page.{page}" for page, _ in PAGES] + [f"entry.page.{page}.short" for page, _ in PAGES]
    sources = ("agreement", "last", "tier", "list", "manual", "gift", "none")
    codes += [f"entry.source.{source}" for source in sources]
    codes += [f"entry.stock.{word}" for word in ("ok", "part", "none", "unknown")]
    codes += [f"entry.repriced.{cause}" for cause in ("customer", "date", "tax", "desk")]
    assert [code for code in codes if not has(code, name)] == []

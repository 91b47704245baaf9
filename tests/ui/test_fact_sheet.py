"""The short page of facts beside the work."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orderdesk.ui.fact_sheet import RULE, Fact, FactSheet, head, note
from orderdesk.ui.safety import Label


def shown(sheet: FactSheet) -> list[str]:
    labels = [label for label in sheet.findChildren(Label) if not label.isHidden() and label.text()]
    return [label.text() for label in sorted(labels, key=lambda label: (label.y(), label.x()))]


def test_a_sheet_that_changes_makes_only_what_is_of_another_kind(qtbot: QtBot) -> None:
    sheet = FactSheet(None, name="facts")
    qtbot.addWidget(sheet)
    sheet.show()
    first = [head("Price"), Fact("List", "10.00"), RULE, note("Waits", "warn", "triangle-alert")]
    sheet.show_facts(first)
    QApplication.processEvents()
    assert shown(sheet) == ["Price", "List", "10.00", "Waits"]
    kept = {label.text(): label for label in sheet.findChildren(Label)}
    sheet.show_facts([head("Price"), Fact("Tier", "9.50"), RULE, note("Goes", "warn", "triangle-alert")])
    QApplication.processEvents()
    assert shown(sheet) == ["Price", "Tier", "9.50", "Goes"]
    assert kept["10.00"].text() == "9.50", "the same label says it"
    sheet.show_facts([head("Price"), Fact("Tier", "9.50", kind="total"), note("Goes", "done", "check")])
    QApplication.processEvents()
    assert shown(sheet) == ["Price", "Tier", "9.50", "Goes"]
    assert kept["10.00"].isHidden(), "a total looks otherwise"
    assert sheet.text == "Price\nTier  9.50\nGoes"
    sheet.redraw()
    sheet.show_facts([])
    QApplication.processEvents()
    assert shown(sheet) == []

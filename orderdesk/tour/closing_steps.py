"""The end of the day: the clerk sees what became of his orders, and nothing is wrong with the store."""

from __future__ import annotations

from orderdesk.services.check import check_store
from orderdesk.tour.playing import Step, Tour
from orderdesk.tour.walking import sit_down


def see_orders(tour: Tour) -> None:
    """The desk lists what was entered today, with how far each order is."""
    sit_down(tour, "lina", "desk")
    tour.picture("desk")


def check(tour: Tour) -> None:
    """Everything that can be checked is: pages, audit chain, stock, credit, notes."""
    report = check_store(tour.stage.backend.store)
    tour.expect("check", [finding.code for finding in report.findings], [])
    # How often a draft was saved while it was keyed depends on the machine, and with it the audit trail.
    rows = {name: count for name, count in report.checked.items() if name != "audit_entry"}
    tour.note("check", findings=len(report.findings), rows=rows)


STEPS = (Step("desk", see_orders), Step("check", check))

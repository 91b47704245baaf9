"""Sends a paper to a printer, by the road its address names."""

from __future__ import annotations

from orderdesk.errors import UserError
from orderdesk.spool.jobs import Accepted, Address, PrintJob
from orderdesk.spool.lp import print_through_cups


def send(job: PrintJob, address: Address) -> Accepted:
    """Send ``job`` to the printer at ``address`` and return what the printer says; waits for it.

    Raises ``EnvironmentProblem`` (see ``print_over_ipp`` and ``print_through_cups``), and ``UserError``
    ``error.print.address`` for printers that only the desktop can draw on (``system:``).
    """
    if address.road in {"ipp", "ipps"}:
        from orderdesk.spool.ipp_printer import (
            print_over_ipp,
        )  # brings an HTTP client; a start has no use for it

        return print_over_ipp(job, str(address))
    if address.road == "lp":
        return print_through_cups(job, address.name)
    raise UserError("error.print.address", address=str(address))

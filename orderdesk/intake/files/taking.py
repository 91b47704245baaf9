"""Takes in one file: read, laid out, each row judged, what is good sent through the one door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orderdesk.intake.files.batch import Batch, Progress
from orderdesk.intake.files.columns import FAMILIES, Family
from orderdesk.intake.files.figures import take_prices, take_stock
from orderdesk.intake.files.mapping import Mapping, lay_out
from orderdesk.intake.files.masters import take_customers, take_items, take_receivables
from orderdesk.intake.files.open_orders import OpenOrderTaking
from orderdesk.intake.files.orders import OrderTaking
from orderdesk.intake.files.reading import FileTable, read_file
from orderdesk.intake.files.rows import FileRow
from orderdesk.intake.files.verdicts import FileImport
from orderdesk.services.context import SYSTEM, Actor
from orderdesk.services.door import Door
from orderdesk.services.store import Store


def take_file(
    path: Path,
    family: str,
    mapping: Mapping,
    store: Store,
    door: Door | None,
    progress: Progress = lambda done, of: True,
    actor: Actor | None = None,
) -> tuple[FileTable, FileImport]:
    """Take in a file of one family; without a door (dry run) nothing is written.

    ``progress`` is told before each row how many are done, and stops the import by returning False: the rows
    before stay, the same file may be taken in again for the others. ``actor`` is who does it, where it is
    not the store itself: its rights count for each row.

    Raises ``EnvironmentProblem`` or ``UserError`` as ``read_file`` and ``lay_out`` do: a file that cannot be
    read as a whole.
    """
    table = read_file(path, mapping.file_options)
    layout = lay_out(_family(family, mapping), table.header, mapping, table.file)
    rows = [FileRow(number, cells, table.header, layout, mapping.options) for number, cells in table.rows]
    for row in rows:
        if len(row.cells) > len(table.header):
            row.report("", "problem.import.cells", wanted=len(table.header), got=len(row.cells))
    batch = Batch(f"{family}:{table.digest}:{mapping.digest()}", store, door, progress, actor or SYSTEM)
    orders = _take(batch, family, rows, mapping, table.file)
    verdicts = tuple(batch.verdicts[number] for number in sorted(batch.verdicts))
    return table, FileImport(
        file=table.file,
        family=family,
        read_as=table.read_as,
        verdicts=verdicts,
        left=len(rows) - len(verdicts),
        orders=0 if orders is None else orders.orders,
        totals=() if orders is None else tuple(sorted(orders.totals.items())),
    )


def _family(name: str, mapping: Mapping) -> Family:
    """Return the fields of a kind of file; new orders need no date: they are of today."""
    family = FAMILIES[name]
    if name == "orders" and mapping.options.new_orders:
        return replace(family, required=tuple(one for one in family.required if one != "document_date"))
    return family


def _take(
    batch: Batch, family: str, rows: list[FileRow], mapping: Mapping, file: str
) -> OrderTaking | OpenOrderTaking | None:
    if family == "orders" and mapping.options.new_orders:
        fresh = OpenOrderTaking(batch, rows, mapping.options, file)
        fresh.take()
        return fresh
    if family == "orders":
        orders = OrderTaking(batch, rows, mapping.options)
        orders.take()
        return orders
    if family == "prices":
        take_prices(batch, rows, mapping.options)
    elif family == "stock":
        take_stock(batch, rows, mapping.options.source)
    else:
        {"customers": take_customers, "items": take_items, "receivables": take_receivables}[family](
            batch, rows
        )
    return None

"""Who changed a record, when and what: the last page of each record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from orderdesk.services.reading.record_history import HistoryRow, record_history
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.order_card.wording import local
from orderdesk.ui.records.list_page import ListPage
from orderdesk.ui.records.specs import FormSpec
from orderdesk.ui.records.wording import change_text
from orderdesk.ui.tables.columns import Column


class HistoryPage(ListPage):
    """The changes of a record, newest first."""

    def __init__(
        self, page_id: str, type_name: str, spec: FormSpec, lent: Lent, moment: Callable[[datetime], str]
    ) -> None:
        def what(row: HistoryRow) -> str:
            return what_text(row, spec)

        columns = (
            Column("at", "records.column.at", lambda row: moment(row.at), "date", 170),
            Column("who", "records.column.who", who_text, width=120),
            Column("revision", "records.column.revision", lambda row: str(row.revision), "number", 80),
            Column("what", "records.column.what", what, width=400, stretches=True, tooltip=what),
        )
        super().__init__(
            page_id, columns, lambda reader, record_id: record_history(reader, type_name, record_id), lent,
            heading="records.page.history", empty="records.empty.history", identity=lambda row: row.v,
        )  # fmt: skip


def who_text(row: HistoryRow) -> str:
    """Return who did it; without a person it was the store: an import, a job."""
    return local(row.who, row.who_en) or tr("records.history.store")


def what_text(row: HistoryRow, spec: FormSpec) -> str:
    """Return what changed, field by field, or what was done where the fields are not known."""
    said = tr(f"records.command.{row.command}")
    if row.reason:
        said = f"{said}: {row.reason}"
    if row.changes is None:
        return said
    return "  ·  ".join(change_text(one, spec) for one in row.changes) or said

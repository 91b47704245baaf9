"""Rows pasted into the lines from a spreadsheet or a message: one step, with a verdict for each. No Qt.

Source: ux.md 3.10. Good rows stay whatever the others are; a row that cannot be read becomes a provisional
line with the code as it was pasted, and the strip leads from one to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry import read_quantity
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.screens.entry.sending import UNDO_SECONDS
from orderdesk.ui.screens.entry.typed import Place, take_cell
from orderdesk.wire.drafts import MAX_LINES, LineDraft, OrderDraft, open_note

if TYPE_CHECKING:
    from orderdesk.rules.entry.pasting import PastedRow, PastedRows
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

_LONGEST_CODE: Final = 200  # of what a code box takes


@dataclass(frozen=True, slots=True)
class _Bad:
    """A line that a pasted row left for somebody, and why."""

    line_id: UUID
    problems: tuple[Problem, ...]


class PasteCommands:
    """Takes pasted rows into the order, each paste one step of undo."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._bad: list[_Bad] = []

    @property
    def needs_review(self) -> bool:
        """Whether a line of the last paste still waits for somebody."""
        return bool(self._bad) and any(self._is_open(bad) for bad in self._bad)

    def paste(self, text: str, row: int, columns: Sequence[str]) -> None:
        """Put the rows of ``text`` before line ``row``.

        ``columns`` are the grid's from the focused one on. Without a column of items the cells go into the
        lines that are there, from ``row`` down.
        """
        from orderdesk.rules.entry.pasting import paste_lines

        presenter = self._presenter
        found = paste_lines(
            text,
            presenter.quick.codes(),
            presenter.quick.context(),
            columns,
            prices_include_tax=presenter.draft.prices_include_tax,
        )
        if not found.has_items:
            self._fill(found, row)
            return
        if not found.rows:
            for problem in found.problems:
                presenter.say(problem.code, "warn", **problem.params)
            return
        self._bad = []
        kept = list(presenter.draft.lines)
        if row < len(kept) and _is_empty(kept[row]):
            del kept[row]
        rows = [one for one in found.rows if one.merged_into is None]
        if len(kept) + len(rows) > MAX_LINES:
            presenter.say("entry.paste.full", "warn", n=MAX_LINES, rows=len(rows))
            return
        lines = [self._line(one) for one in rows]
        kept[row:row] = lines
        came = {"lines": tuple(kept), "channel": "pasted"}  # where the order came from, undone with its rows
        presenter.change("paste", presenter.draft.model_copy(update=came))
        presenter.view.go_to_cell(min(row + len(lines), len(kept)), "code")
        self._tell(found)

    def review(self) -> None:
        """Go to the next line that a paste left for somebody, and say why."""
        presenter = self._presenter
        while self._bad:
            bad = self._bad.pop(0)
            row = presenter.row_of_line(bad.line_id)
            if row is None or not self._is_open(bad):
                continue
            problem = bad.problems[0]
            presenter.view.go_to_cell(row, "quantity" if problem.path == "quantity" else "code")
            sentence = " ".join(presenter.quick.problem_words(one) for one in bad.problems)
            params = {"line": row + 1, "why": sentence}
            presenter.view.show_message(Message("entry.paste.why", params, "warn", self._way_on()))
            presenter.view.show_state()
            return

    def _is_open(self, bad: _Bad) -> bool:
        """Whether nobody has put the line right or deleted it."""
        row = self._presenter.row_of_line(bad.line_id)
        line = None if row is None else self._presenter.draft.lines[row]
        return line is not None and (line.item_id is None or not line.quantity)

    def _tell(self, found: PastedRows) -> None:
        undo = MessageButton("entry.sent.undo", self._presenter.undo, key="Ctrl+Z", seconds=UNDO_SECONDS)
        severity: Severity = "warn" if found.bad else "done"
        for problem in found.problems:
            self._presenter.say(problem.code, "warn", **problem.params)
        summary = found.summary
        self._presenter.view.show_message(
            Message(summary.code, summary.params, severity, (*self._way_on(), undo))
        )

    def _way_on(self) -> tuple[MessageButton, ...]:
        return (MessageButton("entry.paste.review", self.review, key="Ctrl+F8"),) if self._bad else ()

    def _line(self, row: PastedRow) -> LineDraft:
        if row.line is not None:
            from orderdesk.services.quick_entry import draft_lines

            [made] = draft_lines((row.line,), self._presenter.services.ids, counts_one=False)
            return made.model_copy(update={"typed_code": row.line.code})
        line = self._provisional(row)
        self._bad.append(_Bad(line.id, row.problems))
        return line

    def _provisional(self, row: PastedRow) -> LineDraft:
        """Return a line with the code as pasted. Nothing of it counts until somebody has looked at it.

        An item that is named without doubt is taken, but then not the quantity: the line would be complete.
        """
        line_id = self._presenter.services.ids.new()
        text = (row.cells.get("code", "") or row.cells.get("customer_code", "")).strip()
        hits = self._presenter.quick.codes().find(text) if text else ()
        if len(hits) == 1:
            unit = hits[0].units[0][0] if hits[0].units else ""
            return LineDraft(id=line_id, item_id=hits[0].item_id, typed_code=hits[0].code, unit=unit)
        quantity = _plain_quantity(row.cells.get("quantity", ""))
        return LineDraft(id=line_id, typed_code=text[:_LONGEST_CODE], quantity=quantity)

    def _fill(self, found: PastedRows, first: int) -> None:
        """Put cells into the lines that are there; a cell that cannot be read leaves its line as it was."""
        presenter = self._presenter
        draft, bad, fault = presenter.draft, 0, None
        for at, row in enumerate(found.rows, start=first):
            try:
                if at >= len(draft.lines):
                    raise UserError("quick.item.missing")
                draft = self._filled(draft, at, row)
            except UserError as error:
                bad, fault = bad + 1, fault or error
        presenter.change("paste", draft)
        code = "quick.paste.need" if bad else "quick.paste.good"
        undo = MessageButton("entry.sent.undo", presenter.undo, key="Ctrl+Z", seconds=UNDO_SECONDS)
        if fault is not None:
            presenter.fault(fault)
        params = {"rows": len(found.rows), "bad": bad}
        way_back = (undo,) if bad < len(found.rows) else ()
        presenter.view.show_message(Message(code, params, "warn" if bad else "done", way_back))

    def _filled(self, draft: OrderDraft, at: int, row: PastedRow) -> OrderDraft:
        presenter = self._presenter
        for column, text in row.cells.items():
            if column == "note":
                lines = list(draft.lines)
                lines[at] = lines[at].model_copy(update={"notes": open_note(text.strip()[:2000])})
                draft = draft.model_copy(update={"lines": tuple(lines)})
                continue
            place = Place(draft, at, presenter.new_line_id, presenter.desk, presenter.services.ids)
            key = "price" if column.startswith("price") else column
            draft = take_cell(place, key, text) if text else draft
        return draft


def _is_empty(line: LineDraft) -> bool:
    return line.item_id is None and not line.typed_code and not line.quantity


def _plain_quantity(text: str) -> Decimal | None:
    """Return a pasted quantity of nothing known; ``None`` where it is no plain figure."""
    try:
        return read_quantity(text, (("", Decimal(1)),)).quantity if text else None
    except UserError:
        return None

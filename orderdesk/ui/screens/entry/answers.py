"""What the parts of the entry screen ask while they are looked at: sentences, suggestions, facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry import read_quantity
from orderdesk.services.entry import sales_unit
from orderdesk.ui.completion import Suggestion
from orderdesk.ui.fact_sheet import Fact
from orderdesk.ui.screens.entry.context_page import PageName
from orderdesk.ui.screens.entry.pages import customer_facts, price_facts, route_facts, stock_facts
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.typed import units_of
from orderdesk.ui.screens.entry.wording import problem_words, unit_word
from orderdesk.wire.drafts import LineDraft
from orderdesk.words import format_quantity


class Answers:
    """Answers from memory about the order on the screen and the line with the cursor."""

    def __init__(self, presenter: EntryPresenter, current_row: Callable[[], int]) -> None:
        self._presenter = presenter
        self._current_row = current_row

    def sentence_of(self, problem: Problem) -> str:
        """Return the sentence of a problem, about this order."""
        return problem_words(problem, self._presenter.draft, self._presenter.desk)

    def can_take(self, row: EntryRow, column: str, text: str) -> bool:
        """Return whether a cell can take what is typed into it."""
        return self._presenter.lines.can_take(row.position - 1, column, text)

    def search_units(self, text: str) -> tuple[Suggestion, ...]:
        """Return the units of the focused line's item that begin with the text."""
        line = self.focused_line()
        item = (
            self._presenter.desk.items.get(line.item_id)
            if line is not None and line.item_id is not None
            else None
        )
        if item is None:
            return ()
        wanted = text.strip().casefold()
        rows = [(entry.unit, entry.name_en) for entry in item.units]
        found = [row for row in rows if not wanted or any(word.casefold().startswith(wanted) for word in row)]
        return tuple(
            Suggestion(unit, (unit, name_en), is_exact=wanted in (unit.casefold(), name_en.casefold()))
            for unit, name_en in found
        )

    def quantity_reading(self, text: str) -> str:
        """Return what a typed quantity comes to, where that is not what was typed: ``= 24 pc``."""
        line = self.focused_line()
        item = self._presenter.desk.items.get(line.item_id) if line is not None and line.item_id else None
        if line is None or item is None or not text.strip() or text.strip().isdecimal():
            return ""
        unit = sales_unit(line, item)
        try:
            entry = read_quantity(text, units_of(item, unit), line.quantity)
        except UserError:
            return ""
        return f"= {format_quantity(entry.quantity)} {unit_word(item, entry.unit)}"

    def facts(self, page: PageName) -> Sequence[Fact]:
        """Return what a page of the context panel shows."""
        presenter, line = self._presenter, self.focused_line()
        draft, desk = presenter.draft, presenter.desk
        priced = presenter.evaluation.priced if presenter.evaluation is not None else None
        if page == "price":
            return price_facts(draft, line, desk, priced)
        if page == "stock":
            return stock_facts(draft, line, desk)
        if page == "history":
            return presenter.item_memory.facts(line)
        if page == "customer":
            return customer_facts(presenter.customer, self.total(), line)
        return route_facts(presenter.evaluation, draft, desk)

    def focused_line(self) -> LineDraft | None:
        """Return the line with the cursor; ``None`` below the last one."""
        row = self._current_row()
        lines = self._presenter.draft.lines
        return lines[row] if 0 <= row < len(lines) else None

    def total(self) -> Decimal:
        """Return the amount due as it was worked out last."""
        evaluation = self._presenter.evaluation
        return (
            evaluation.priced.total
            if evaluation is not None and evaluation.priced is not None
            else Decimal(0)
        )

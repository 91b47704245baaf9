"""What the parts of the entry screen ask while they are looked at: sentences, suggestions, facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from orderdesk.errors import Problem
from orderdesk.ui.completion import Suggestion
from orderdesk.ui.fact_sheet import Fact
from orderdesk.ui.screens.entry.context_page import PageName
from orderdesk.ui.screens.entry.pages import customer_facts, price_facts, route_facts, stock_facts
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.wording import problem_words
from orderdesk.wire.drafts import LineDraft


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

    def facts(self, page: PageName) -> Sequence[Fact]:
        """Return what a page of the context panel shows."""
        presenter, line = self._presenter, self.focused_line()
        draft, desk = presenter.draft, presenter.desk
        priced = presenter.evaluation.priced if presenter.evaluation is not None else None
        if page == "price":
            return price_facts(draft, line, desk, priced)
        if page == "stock":
            return stock_facts(draft, line, desk)
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

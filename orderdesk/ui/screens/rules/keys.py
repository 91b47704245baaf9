"""What the keys of the rules screen do, and which of them work now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from orderdesk.services.reading.rules import CheckedProblem, VersionRow
from orderdesk.ui.focus import holds_focus
from orderdesk.ui.language import language, tr
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.rules.sheet import example_of
from orderdesk.words import problem_text

if TYPE_CHECKING:
    from orderdesk.ui.screens.rules.screen import RulesScreen

_WORDS = {
    "finish": "rules.action.publish", "recalculate": "rules.action.rehearse",
    "line.insert": "rules.action.insert", "line.delete": "rules.action.delete",
    "desk.open": "rules.action.open", "copy.above": "rules.example.renew",
    "adjustments.roll_back": "rules.action.roll_back",
}  # fmt: skip


class RuleKeys:
    """The actions of one rules screen."""

    def __init__(self, screen: RulesScreen) -> None:
        self._screen = screen
        self._answer: Callable[[str], object] | None = None  # what the open question is for
        self._runs: dict[str, Callable[[], bool]] = {
            "desk.open": self._open,
            "refresh": self._refresh,
            "edit": self._edit,
            "list": self._list,
            "undo": lambda: screen.card.finish() and screen.presenter.drafting.undo(),
            "redo": lambda: screen.card.finish() and screen.presenter.drafting.redo(),
            "draft.save": lambda: screen.card.finish() and (screen.presenter.drafting.save() or True),
            "line.insert": self._insert,
            "line.delete": self._delete,
            "line.fill": self._fill,
            "rules.up": lambda: self._move(-1),
            "rules.down": lambda: self._move(1),
            "rules.column.drop": self._drop_column,
            "rules.take_over": screen.presenter.drafting.take_over,
            "rules.discard": screen.presenter.drafting.discard,
            "recalculate": lambda: screen.card.finish() and screen.presenter.publishing.rehearse(),
            "finish": self._finish,
            "adjustments.roll_back": self._ask_back,
            "problem.next": self._next_problem,
            "copy.above": self._renew,
            "back": self._back,
        }
        screen.ask.given.connect(self._answered)

    def offered(self) -> tuple[str, ...]:
        """Return what works now, in the order of the key bar."""
        screen, presenter = self._screen, self._screen.presenter
        drafts = presenter.draft is not None or presenter.drafting.is_dirty
        of_draft: tuple[str, ...] = ()
        if presenter.can_edit:
            of_draft = (
                "edit", "list", "line.insert", "line.delete", "line.fill", "rules.up", "rules.down",
                "rules.column.drop",
                *(("undo",) if presenter.steps.can_undo else ()),
                *(("redo",) if presenter.steps.can_redo else ()),
                *(("draft.save",) if presenter.drafting.is_dirty else ()),
                *(("recalculate", "finish", "rules.discard") if drafts else ()),
            )  # fmt: skip
        held = ("rules.take_over",) if presenter.is_held and presenter.may("take_over_rule_draft") else ()
        walks = ("problem.next",) if presenter.problems else ()
        renews = ("copy.above",) if presenter.can_edit and self._on_example() else ()
        backs = ("adjustments.roll_back",) if self._old_version() is not None else ()
        opens = ("desk.open",) if not holds_focus(screen.card) else ()
        return (*of_draft, *held, *walks, *renews, *backs, *opens, "refresh")

    def words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        running = self._screen.presenter.publishing.is_running
        return {**_WORDS, "recalculate": "rules.action.cancel"} if running else _WORDS

    def _on_example(self) -> bool:
        row = self._screen.problems.current()
        return isinstance(row, CheckedProblem) and example_of(row.problem.path) is not None

    def run(self, action_id: str) -> bool:
        """Do an action; return whether there was anything to do."""
        run = self._runs.get(action_id)
        return run() if run is not None else False

    def open_problem(self) -> None:
        """Go to the cell of the problem under the cursor; a warning asks why it may stay."""
        row = self._screen.problems.current()
        if not isinstance(row, CheckedProblem):
            return
        example = example_of(row.problem.path)
        if example is not None and self._screen.presenter.can_edit:
            self._offer_example(row, example)
            return
        self._screen.presenter.jump(row)
        if row.problem.severity == "warn" and not row.accepted and self._screen.presenter.can_edit:
            self._ask(
                lambda: problem_text(row.problem, language().current), "rules.action.accept",
                lambda reason: self._screen.presenter.drafting.accept(row, reason),
            )  # fmt: skip

    def _offer_example(self, problem: CheckedProblem, at: int) -> None:
        """Say what an example expects otherwise, and the two ways on: it was right until now, or is wrong."""
        drafting, word = self._screen.presenter.drafting, problem.problem
        renew = MessageButton("rules.example.renew", lambda: drafting.renew_example(at), key="F8")
        drop = MessageButton("rules.example.drop", lambda: drafting.drop_example(at))
        self._screen.show_message(Message(word.code, dict(word.params), "warn", (renew, drop)))

    def _renew(self) -> bool:
        """Take the new answer of the example that was asked about, or of the one under the cursor."""
        row = self._screen.problems.current()
        at = example_of(row.problem.path) if isinstance(row, CheckedProblem) else None
        return at is not None and self._screen.presenter.drafting.renew_example(at)

    def publish_given(self, reason: str, start: date | None, in_flight: str) -> None:
        """Publish with what was typed."""
        how = cast(Literal["keep", "reroute"], in_flight)
        self._screen.presenter.publishing.publish(reason, start, how)

    def close_bars(self) -> bool:
        """Put the bars away; the keys go back to the table."""
        screen = self._screen
        was_open = not (screen.publish.isHidden() and screen.ask.isHidden())
        had_focus = holds_focus(screen.publish) or holds_focus(screen.ask)
        screen.publish.hide()
        screen.ask.hide()
        self._answer = None
        if had_focus:
            screen.first_focus()
        return was_open

    def _ask(self, asked: Callable[[], str], take: str, answer: Callable[[str], object]) -> None:
        self.close_bars()
        self._answer = answer
        self._screen.ask.ask(asked, take)

    def _answered(self, reason: str) -> None:
        answer = self._answer
        self.close_bars()
        if answer is not None:
            answer(reason)

    def _refresh(self) -> bool:
        self._screen.presenter.refresh()
        return True

    def _open(self) -> bool:
        if self._screen.versions.view.hasFocus():
            row = self._screen.versions.current()
            if isinstance(row, VersionRow):
                self._screen.presenter.show_version(row.version)
        elif self._screen.problems.view.hasFocus():
            self.open_problem()
        else:
            self._screen.first_focus()
        return True

    def _edit(self) -> bool:
        grid = self._screen.card.grid
        return grid is not None and grid.hasFocus() and grid.open_editor() is not None

    def _list(self) -> bool:
        grid = self._screen.card.grid
        if grid is not None and holds_focus(grid):
            return grid.open_list()
        self._screen.card.policy.setFocus()
        self._screen.card.policy.showPopup()
        return True

    def _rows(self) -> list[int]:
        sheet = self._screen.presenter.sheet
        rows = self._screen.card.marked()[0]
        return [row for row in rows if sheet is not None and row <= len(sheet.rows)]

    def _insert(self) -> bool:
        rows = self._screen.card.marked()[0]
        return bool(rows) and self._screen.card.finish() and self._screen.presenter.drafting.insert(rows[0])

    def _delete(self) -> bool:
        grid, rows = self._screen.card.grid, self._rows()
        if grid is not None and grid.editor() is not None:
            grid.revert_editor()
        return bool(rows) and self._screen.presenter.drafting.delete(rows)

    def _fill(self) -> bool:
        columns = self._screen.card.marked()[1]
        rows = self._screen.card.marked()[0]
        return (
            bool(columns)
            and self._screen.card.finish()
            and self._screen.presenter.drafting.fill_down(rows, columns[0])
        )

    def _drop_column(self) -> bool:
        columns = self._screen.card.marked()[1]
        return (
            bool(columns)
            and self._screen.card.finish()
            and self._screen.presenter.drafting.drop_condition(columns[0])
        )

    def _move(self, by: int) -> bool:
        rows = self._rows()
        return bool(rows) and self._screen.card.finish() and self._screen.presenter.drafting.move(rows[0], by)

    def _finish(self) -> bool:
        """Open the sheet; a second time publish with what is typed there."""
        if not self._screen.card.finish():
            return True
        if self._screen.publish.isHidden():
            self._screen.ask.hide()
            self._screen.publish.ask()
        else:
            self._screen.publish.give()
        return True

    def _old_version(self) -> VersionRow | None:
        row = self._screen.versions.current()
        is_old = isinstance(row, VersionRow) and row.state == "superseded"
        return row if is_old and self._screen.presenter.may("roll_back_rules") else None

    def _ask_back(self) -> bool:
        row = self._old_version()
        if row is None:
            return False
        self._ask(
            lambda: tr("rules.roll_back.ask", version=row.version), "rules.action.roll_back",
            lambda reason: self._screen.presenter.publishing.roll_back(row.version, reason),
        )  # fmt: skip
        return True

    def _next_problem(self) -> bool:
        view, rows = self._screen.problems.view, self._screen.presenter.problems
        if not rows:
            return False
        at = (view.current_row() + 1) % len(rows) if self._walked else 0
        self._walked = True
        view.go_to(at)
        self._screen.presenter.jump(rows[at])
        self._screen.presenter.tell(rows[at].problem.code, rows[at].problem.params, "warn")
        return True

    _walked = False

    def _back(self) -> bool:
        """One step back: a bar, an older version, from anywhere to the table, from there to the books."""
        screen = self._screen
        if self.close_bars():
            return True
        if screen.presenter.publishing.is_running:
            return screen.presenter.publishing.rehearse()
        if screen.presenter.version is not None:
            screen.presenter.show_version(None)
            screen.first_focus()
            return True
        if not holds_focus(screen.card):
            screen.first_focus()
            return True
        screen.books.view.setFocus()
        return True

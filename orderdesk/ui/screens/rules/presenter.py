"""The rules screen without its window: which book and version is on show, and the draft under way. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.rules import BookRow, CheckedProblem, DraftView, VersionRow
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.screens.rules.contract import Key, RulesBackend, RulesView
from orderdesk.ui.screens.rules.drafting import Drafting
from orderdesk.ui.screens.rules.publishing import Publishing
from orderdesk.ui.screens.rules.reading import Loaded, ShownVersion, load, load_version
from orderdesk.ui.screens.rules.sheet import Sheet, Source, first_table, place_of, says_the_same, sheet_of
from orderdesk.ui.screens.rules.steps import Steps
from orderdesk.wire.outcomes import Changes

_TYPES = frozenset({"rule", "rule_draft"})


class RulesPresenter:
    """Keeps one rulebook on show: its draft where there is one, else what decides, or an older version."""

    def __init__(self, backend: RulesBackend, view: RulesView, key: Key = None) -> None:
        self.backend = backend
        self.view = view
        self.book = next(iter(BOOKS)) if key is None else key if isinstance(key, str) else key[0]
        self._wanted_row = key[1] if isinstance(key, tuple) else 0
        self.loaded: Loaded | None = None
        self.version: ShownVersion | None = None  # an older version on show in place of the draft
        self.steps = Steps()
        self.drafting = Drafting(self)
        self.publishing = Publishing(self)
        self._sheet: tuple[Source, Source | None, Sheet] | None = None
        self._is_closed = False

    # what is on show

    @property
    def books(self) -> tuple[BookRow, ...]:
        """The rulebooks."""
        return self.loaded.books if self.loaded is not None else ()

    @property
    def versions(self) -> tuple[VersionRow, ...]:
        """The versions of the book on show, the newest first."""
        return self.loaded.versions if self.loaded is not None else ()

    @property
    def draft(self) -> DraftView | None:
        """The draft of the book as the store has it."""
        return self.loaded.draft if self.loaded is not None else None

    @property
    def live(self) -> VersionRow | None:
        """The version that decides."""
        return next((one for one in self.versions if one.state == "live"), None)

    @property
    def source(self) -> Source | None:
        """The table on show: an older version, the draft as it is typed, or what decides."""
        if self.version is not None:
            return self.version.source
        return self.steps.source

    @property
    def sheet(self) -> Sheet | None:
        """The same as cells, marked where it differs from what decides."""
        source, live = self.source, self.loaded.live if self.loaded is not None else None
        if source is None:
            return None
        if self._sheet is None or self._sheet[0] is not source or self._sheet[1] is not live:
            self._sheet = source, live, sheet_of(source, live)
        return self._sheet[2]

    @property
    def problems(self) -> tuple[CheckedProblem, ...]:
        """What the checks say of the table on show, as it was saved last."""
        if self.version is not None:
            return self.version.problems
        return self.draft.problems if self.draft is not None else ()

    # who may do what

    def may(self, command: str) -> bool:
        """Whether who works here may do that."""
        person = self.backend.person
        return person is not None and allowing_row(person.roles, command, "any") is not None

    @property
    def is_held(self) -> bool:
        """Whether the draft is in somebody else's hands."""
        return self.draft is not None and self.draft.head.editor_id != self._person

    @property
    def can_edit(self) -> bool:
        """Whether cells can be typed into: the draft, or what decides, of which a draft then begins."""
        return self.version is None and not self.is_held and self.may("save_rule_draft")

    @property
    def _person(self) -> UUID | None:
        return self.backend.person.id if self.backend.person is not None else None

    # going about

    def refresh(self) -> None:
        """Read the books and the one on show again; what is typed and not saved stays."""
        book, now = self.book, self.backend.clock.now()
        self.backend.read(lambda connection: load(connection, book, now), self._take, self.fault)

    def show_book(self, book: str) -> None:
        """Show another rulebook; what was typed is saved first."""
        if book != self.book and self.drafting.save():
            self.book, self.loaded, self.version = book, None, None
            self.steps.begin(None)
            self.refresh()

    def show_version(self, version: int | None) -> None:
        """Show an older version, its differences from what decides marked; ``None``: the draft again."""
        if version is None or (self.draft is None and self.live is not None and version == self.live.version):
            self.version = None
            self.view.show_table()
            return
        book = self.book

        def taken(found: ShownVersion | None) -> None:
            if book == self.book and found is not None:
                self.version = found
                self.view.show_table()

        self.backend.read(lambda connection: load_version(connection, book, version), taken, self.fault)

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: rules may be among it."""
        if not self._is_closed and any(one.type in _TYPES for one in changes.touched):
            self.refresh()

    def jump(self, problem: CheckedProblem) -> None:
        """Go to the cell that a problem is about."""
        place = place_of(problem.problem.path)
        if place is not None:
            self.view.go_to_cell(*place)

    def close(self) -> None:
        """The tab is gone."""
        self._is_closed = True
        self.publishing.cancel()

    # telling

    def say(self, code: str, severity: Severity = "info", **params: object) -> None:
        """Show a sentence in the strip."""
        self.view.show_message(Message(code, params, severity))

    def tell(self, code: str, params: Mapping[str, object], severity: Severity) -> None:
        """Show the sentence of a problem."""
        self.view.show_message(Message(code, dict(params), severity))

    def fault(self, fault: OrderDeskError) -> None:
        """Say why something could not be read or written."""
        self.view.show_message(Message(fault.code, dict(fault.params), "error"))

    def _take(self, loaded: Loaded) -> None:
        if self._is_closed or loaded.book != self.book:
            return
        self.loaded = loaded
        if not self.drafting.is_dirty:
            stored = loaded.draft.source if loaded.draft is not None else loaded.live
            if stored is None and self.can_edit:
                stored = first_table(self.book, self.backend.desk().settings["currency"])
            if self.steps.source is None or stored is None or not says_the_same(stored, self.steps.source):
                self.steps.begin(stored)
        self.drafting.note_read()
        self.view.show_books()
        self.view.show_table()
        if self._wanted_row:
            row, self._wanted_row = self._wanted_row, 0
            self.view.go_to_cell(row, "")

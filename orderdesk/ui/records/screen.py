"""A record in its tab: who it is, its pages, what keeps it from being saved, and the way to save it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from orderdesk.errors import Problem
from orderdesk.ui.actions import action, shown_key
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.records.presenter import CopyOf, R, RecordKind, RecordPresenter
from orderdesk.ui.records.problem_list import ProblemList
from orderdesk.ui.records.specs import FieldSpec
from orderdesk.ui.records.wording import problem_line
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes

_MOST_CHIPS = 3


class RecordScreen(Screen, Generic[R]):
    """One record. Subclasses give its kind, its pages and what its head says."""

    def __init__(self, backend: Backend, kind: RecordKind[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backend: Backend = backend
        self.lent: Lent = Lent(backend, self)
        self.presenter: RecordPresenter[R] = RecordPresenter(_Desk(backend, self.lent), self, kind)
        self._pages: list[RecordPage] = []
        self._words: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._make_head()
        self._stack = QStackedWidget(self)
        self.problem_list = ProblemList(self)
        self.problem_list.chosen.connect(self.go_to)
        self.problem_list.answered.connect(self._answer)
        self._make_layout()
        backend.notifier.changed.connect(self._note_changes)
        backend.person_changed.connect(self._take_person)
        backend.desk_changed.connect(self._take_desk)

    # what subclasses say

    def add_page(self, page: RecordPage, word: str) -> None:
        """Add a page behind the others, under a word."""
        self._pages.append(page)
        self._words[page.page_id] = word
        self._stack.addWidget(page)
        page.typing.connect(self._note_typing)
        page.offers_changed.connect(self.actions_changed)
        button = QToolButton(self._bar)
        button.setObjectName(f"{page.page_id}.tab")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False, page=page: self.turn_to(page.page_id, land=False))
        self._group.addButton(button)
        self._buttons[page.page_id] = button
        self._bar.add(button, 0)

    def chips(self, record: R) -> Sequence[Chip]:
        """Return the chips beside the name."""
        return ()

    def headline(self, record: R) -> tuple[str, str]:
        """Return the name, and the quiet line behind it."""
        return record.name, record.code

    def new_title(self) -> str:
        """Return what the tab of a new record is called."""
        return tr("records.new")

    def own_actions(self) -> tuple[str, ...]:
        """Return what else can be done to a saved record by who may change it."""
        return ()

    # opening

    def open(self, key: object | None) -> None:
        """Open what the key says; called once, when all pages are there."""
        self.turn_to(self._pages[0].page_id if isinstance(key, UUID) else self._first_form(), land=False)
        self.retranslate()
        self.presenter.open(key)

    @property
    def page(self) -> RecordPage:
        """The page on top."""
        return self._pages[self._stack.currentIndex()]

    def pages_by_id(self) -> Mapping[str, RecordPage]:
        """Return all pages by their ids."""
        return {page.page_id: page for page in self._pages}

    def turn_to(self, page_id: str, *, land: bool = True) -> None:
        """Bring a page up; with ``land`` the focus goes to where its work starts."""
        self.page.commit()
        at = [page.page_id for page in self._pages].index(page_id)
        self._stack.setCurrentIndex(at)
        self._buttons[page_id].setChecked(True)
        if self.presenter.form is not None:
            self.page.come_up()
        if land:
            self.page.landing()
        self.context_changed.emit()
        self.actions_changed.emit()

    def go_to(self, path: str) -> bool:
        """Put the focus on a place of the record, on whichever page it is; return whether it was found."""
        for page in (self.page, *self._pages):
            if page.page_id == self.presenter.kind.spec.page_of(path) and self.presenter.form is not None:
                if page is not self.page:
                    self.turn_to(page.page_id, land=False)
                return page.go_to(path)
        return False

    # what the shell asks

    def title(self) -> str:
        """Return the name on the tab."""
        form = self.presenter.form
        if form is None or (form.is_new and not form.record.name):
            return self.new_title() if form is not None else tr("desk.loading")
        return self.headline(form.record)[0]

    def is_modified(self) -> bool:
        """Return whether anything typed is not in the store, what still stands in its box included."""
        return self.presenter.is_modified or (bool(self._pages) and self.page.is_typed_in)

    def document_key(self) -> object | None:
        """Return the id of the record; a new one has none yet."""
        return self.presenter.id

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        form = self.presenter.form
        turning: tuple[str, ...] = ("page.next", "page.previous")
        if form is None:
            return turning
        problems: tuple[str, ...] = ("problem.next", "problem.previous") if self.problem_list.lines else ()
        if not self.presenter.may_change:
            return (*self.page.actions(), *turning)
        saves: tuple[str, ...] = ("finish", "draft.save")
        discards: tuple[str, ...] = ("record.discard",) if self.is_modified() else ()
        of_saved: tuple[str, ...] = (
            ("record.copy", "record.stop", *self.own_actions()) if not form.is_new else ()
        )
        return (*saves, *discards, *self.page.actions(), *problems, *turning, "record.new", *of_saved)

    def action_words(self) -> Mapping[str, str]:
        """Return what a record calls its actions."""
        form = self.presenter.form
        used = form is None or self.presenter.kind.in_use(form.record)
        return {
            "finish": "records.action.save",
            "draft.save": "records.action.save",
            "line.insert": "records.action.row_new",
            "line.delete": "records.action.row_delete",
            "record.stop": "records.action.stop" if used else "records.action.use_again",
        }

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc puts back what was typed into one box."""
        if action_id == "back":
            return self.page.restore()
        if action_id in ("problem.next", "problem.previous"):
            return self.problem_list.step(1 if action_id == "problem.next" else -1)
        runs = {
            "finish": self.save,
            "draft.save": self.save,
            "record.discard": self.discard,
            "record.copy": self._copy,
            "record.stop": self.presenter.toggle_use,
            "record.new": lambda: self.open_requested.emit(self.screen_id, None),
            "page.next": lambda: self._turn(1),
            "page.previous": lambda: self._turn(-1),
        }
        if action_id in self.page.actions() and self.page.run_action(action_id):
            return True
        if action_id not in runs:
            return False
        runs[action_id]()
        return True

    def context_widget(self) -> QWidget | None:
        """Return what the page on top has to say beside it."""
        return self.page.context() if self._pages else None

    def summary(self) -> Summary:
        """Return whether what is on show is in the store."""
        form = self.presenter.form
        if form is None or not self.presenter.may_change:
            return Summary()
        return Summary(saved=self._state_text(), is_saved=not self.is_modified())

    def panes(self) -> tuple[QWidget, ...]:
        """Return the page, the problems and the row of pages."""
        problems: tuple[QWidget, ...] = (self.problem_list,) if self.problem_list.lines else ()
        return (self.page, *problems, self._bar)

    def can_close(self) -> bool:
        """Let go of a saved record; of another one ask once, with the list of what was changed."""
        self.page.commit()
        form = self.presenter.form
        if form is None or not form.is_modified:
            return True
        changed = tuple(form.changed_fields())
        self.message.emit(
            Message(
                "records.leave",
                {"fields": lambda: [tr(word) for word in changed]},
                "warn",
                (
                    MessageButton("records.leave.save", lambda: self.presenter.save(self.leave)),
                    MessageButton("records.leave.discard", self._discard_and_leave),
                ),
            )
        )
        return False

    def first_focus(self) -> None:
        """Go to the page on top."""
        self.page.landing()

    def retranslate(self) -> None:
        """Say the words of the head and the row of pages again; pages do so themselves."""
        self._save.setText(f"{tr('records.action.save')}  {shown_key(action('draft.save'))}")
        self._discard.setText(tr("ui.action.record.discard"))
        set_tooltip(self._discard, shown_key(action("record.discard")))
        self._show_head()
        self._show_bar()
        self.show_problems(self.presenter.problems, jump=False)

    def take_cell(self, path: str, spec: FieldSpec, value: object) -> bool:
        """Take what was typed into a cell, or what was chosen from its list."""
        if isinstance(value, str):
            return self.presenter.take(path, spec, value)
        self.presenter.set(path, value)
        return True

    def can_read(self, path: str, spec: FieldSpec, text: str) -> bool:
        """Return whether a typed text can be taken for a cell."""
        form = self.presenter.form
        return form is None or form.can_read(path, spec, text)

    # what the presenter asks

    def show_record(self) -> None:
        """Show the record everywhere."""
        form = self.presenter.form
        if form is None:
            return
        is_first = not self._save.property("shown")
        self._save.setProperty("shown", True)
        marks = {one.path: one.severity for one in self.presenter.problems}
        for page in self._pages:
            page.show_form(form, marks, may_change=self.presenter.may_change)
        self._show_head()
        self._show_bar()
        if is_first:
            self.page.come_up()
            if self.isVisible() and self.isAncestorOf(QApplication.focusWidget() or self):
                self.page.landing()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def show_problems(self, problems: tuple[Problem, ...], *, jump: bool) -> None:
        """List these problems; with ``jump`` the focus goes to the first one."""
        form = self.presenter.form
        lines = [problem_line(one, form, self.backend) for one in problems] if form is not None else []
        self.problem_list.show_lines(lines)
        if jump and lines:
            self.problem_list.begin()
            self.problem_list.step(1)
        self.actions_changed.emit()

    def tell(
        self, code: str, severity: Literal["info", "done", "warn", "error"], /, **params: object
    ) -> None:
        """Show a sentence in the message strip."""
        self.message.emit(Message(code, params, severity))

    def leave(self) -> None:
        """Close the tab."""
        self.close_requested.emit()

    # inside

    def save(self) -> None:
        """Save what is typed, the box with the focus included."""
        if self.page.commit():
            self.presenter.save()

    def discard(self) -> None:
        """Give up what was typed, what still stands in its box included."""
        self.page.commit()
        self.presenter.discard()

    def _note_typing(self) -> None:
        """Show at the first letter that there is something to save."""
        self._show_head()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def _make_head(self) -> None:
        self._head = QFrame(self)
        self._head.setProperty("role", "card")
        self._name = ElidedLabel(self._head, role="title", snug=True)
        self._behind = ElidedLabel(self._head, role="quiet")
        self._chips = [ChipLabel(self._head) for _ in range(_MOST_CHIPS)]
        self._state = Label(parent=self._head, role="caption")
        self._save = QPushButton(self._head)
        self._save.setObjectName("records.save")
        self._save.setProperty("role", "main")
        self._discard = QPushButton(self._head)
        self._discard.setObjectName("records.discard")
        self._save.clicked.connect(self.save)
        self._discard.clicked.connect(self.discard)
        self._bar = WrapRow(self, gap=4)
        row = QHBoxLayout()
        row.setSpacing(theme().space("near"))
        row.addWidget(self._name)
        for chip in self._chips:
            chip.show_chip(None)
            row.addWidget(chip)
        row.addWidget(self._behind, 1)
        row.addWidget(self._state)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(theme().space("near"))
        column.addLayout(row)
        column.addWidget(self._bar)

    def _make_layout(self) -> None:
        column = QVBoxLayout(self)
        apart = theme().space("apart")
        column.setContentsMargins(apart, apart, apart, apart)
        column.setSpacing(apart)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.problem_list)

    def _show_head(self) -> None:
        form = self.presenter.form
        if form is None:
            return
        name, behind = self.headline(form.record)
        self._name.show_text(name or self.new_title())
        self._behind.show_text(behind)
        chips = list(self.chips(form.record))[:_MOST_CHIPS]
        for at, label in enumerate(self._chips):
            label.show_chip(chips[at] if at < len(chips) else None)
        may = self.presenter.may_change
        self._state.setText(self._state_text())
        is_modified = self.is_modified()
        self._save.setVisible(may and (is_modified or form.is_new))
        self._save.setEnabled(not self.presenter.is_saving)
        self._discard.setVisible(may and is_modified)

    def _state_text(self) -> str:
        form = self.presenter.form
        if form is None:
            return ""
        if not self.presenter.may_change:
            return tr("records.state.read_only")
        if self.presenter.is_saving:
            return tr("records.state.saving")
        if form.is_new and not self.is_modified():
            return ""
        return tr("records.state.changed" if self.is_modified() else "records.state.saved")

    def _show_bar(self) -> None:
        for page in self._pages:
            count = page.count()
            word = tr(self._words[page.page_id])
            self._buttons[page.page_id].setText(word if count is None else f"{word}  {count}")
        self._bar.arrange()

    def _turn(self, by: int) -> None:
        at = (self._stack.currentIndex() + by) % len(self._pages)
        self.turn_to(self._pages[at].page_id)

    def _first_form(self) -> str:
        return next(page.page_id for page in self._pages if page.page_id in self.presenter.kind.spec.sections)

    def _copy(self) -> None:
        if self.presenter.id is not None:
            self.open_requested.emit(self.screen_id, CopyOf(self.presenter.id))

    def _answer(self, path: str, mine: bool) -> None:
        self.presenter.answer(path, mine=mine)

    def _discard_and_leave(self) -> None:
        self.presenter.discard()
        self.leave()

    def _note_changes(self, changes: Changes) -> None:
        self.presenter.note_changes(changes)

    def _take_person(self) -> None:
        self.show_record()

    def _take_desk(self) -> None:
        if self.presenter.form is not None:
            self.show_record()


class _Desk:
    """The desk's facts from the backend itself; reads and writes lent, for as long as the tab lives."""

    def __init__(self, backend: Backend, lent: Lent) -> None:
        self._backend = backend
        self.read = lent.read
        self.execute = lent.execute
        self.desk = backend.desk
        self.indexes = backend.indexes
        self.ids = backend.ids

    @property
    def person(self) -> Any:
        """Who works here."""
        return self._backend.person

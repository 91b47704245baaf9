"""The status bar: is it saved, where is the store, what does the screen hold, who works here, in which
language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from orderdesk.ui import icons
from orderdesk.ui.editors import ime_watch
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screen import Person, Summary
from orderdesk.ui.shell.notice_panel import NoticeBell
from orderdesk.ui.tables.marked import MarkedFigures
from orderdesk.ui.theme import theme


@dataclass(frozen=True, slots=True)
class StoreState:
    """What the status bar says of the store: the code of a sentence with its parameters, and an icon."""

    code: str = "ui.status.local_store"
    params: dict[str, object] = field(default_factory=dict)
    icon: str = "monitor"
    tone: str = "text_quiet"


class PersonChooser(QToolButton):
    """Who works at this desk. Choosing proves nothing, and the button says so until somebody signs in."""

    person_chosen = Signal(object)  # the person's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.person")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._people: tuple[Person, ...] = ()
        self._person: Person | None = None
        self.clicked.connect(self.open)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        self._people = tuple(people)

    def show_person(self, person: Person | None) -> None:
        """Show who works here now."""
        self._person = person
        self.retranslate()

    def open(self) -> QMenu:
        """Open the list above the button; arrows and Enter choose, Esc leaves everything as it was."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("status.people")
        for person in self._people:
            text = tr("ui.people.entry", name=person.name, roles=_roles(person))
            entry = menu.addAction(text.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(self._person is not None and person.id == self._person.id)
            entry.setData(person.id)
            if entry.isChecked():
                menu.setActiveAction(entry)
        menu.triggered.connect(lambda entry: self.person_chosen.emit(entry.data()))
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def retranslate(self) -> None:
        """Say who works here in the present language."""
        person = self._person
        self.setIcon(icons.icon("user-check" if person is not None and person.proven else "user"))
        self.setIconSize(QSize(theme().px(14), theme().px(14)))
        if person is None:
            text = tr("ui.people.nobody")
        elif person.proven:
            text = tr("ui.people.entry", name=person.name, roles=_roles(person))
        else:
            text = tr("ui.people.unproven", name=person.name, roles=_roles(person))
        self.setText(f" {text.replace('&', '&&')}")  # the blank keeps the icon off the name
        self.setAccessibleName(text)
        set_tooltip(self, tr("ui.people.choose"))


class StatusBar(QFrame):
    """One line at the bottom; everything in it can be read as text."""

    person_chosen = Signal(object)
    language_toggled = Signal()
    notices_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._summary = Summary()
        self._store = StoreState()
        self._busy = False
        self._saved_icon, self._store_icon = Label(parent=self), Label(parent=self)
        self._saved = Label(parent=self)
        self._saved.setObjectName("status.saved")
        self._store_text = Label(parent=self)
        self._store_text.setObjectName("status.store")
        self._sum = ElidedLabel(self)
        self._sum.setObjectName("status.summary")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._marked = MarkedFigures(self)
        self._marked.changed.connect(self._show_sum)
        self._ime = Label(parent=self)
        self._ime.setObjectName("status.ime")
        self.bell = NoticeBell(self)
        self.bell.clicked.connect(self.notices_wanted)
        self.people = PersonChooser(self)
        self.people.person_chosen.connect(self.person_chosen)
        self._language = QToolButton(self)
        self._language.setObjectName("status.language")
        self._language.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._language.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._language.clicked.connect(self.language_toggled)
        self._lay_out()
        ime_watch().changed.connect(self._show_ime)
        QApplication.instance().focusChanged.connect(self._show_ime)  # type: ignore[union-attr] # there is one while there is a window
        language().follow(self)
        theme().changed.connect(self.retranslate)

    def show_summary(self, summary: Summary) -> None:
        """Show what the screen on top holds and whether it is saved."""
        self._summary = summary
        self.retranslate()

    def show_store(self, state: StoreState) -> None:
        """Show where the store is and how it is."""
        self._store = state
        self.retranslate()

    def show_busy(self, busy: bool) -> None:
        """Show that the screen on top waits for something."""
        self._busy = busy
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        side = theme().px(14)
        saved = tr("ui.status.busy") if self._busy else self._summary.saved
        self._saved.setText(saved)
        self._saved_icon.setVisible(bool(saved))
        sign = "refresh-cw" if self._busy else "check" if self._summary.is_saved else "pencil"
        self._saved_icon.setPixmap(icons.pixmap(sign, "done" if sign == "check" else "text_quiet", side))
        self._store_icon.setPixmap(icons.pixmap(self._store.icon, self._store.tone, side))
        self._store_text.setText(tr(self._store.code, **self._store.params))
        self._show_sum()
        other = tr(f"ui.language.{language().other}")
        self._language.setText(f" {other}")
        self._language.setIcon(icons.icon("languages"))
        self._language.setIconSize(QSize(side, side))
        self._language.setAccessibleName(tr("ui.language.switch", name=other))
        set_tooltip(self._language, tr("ui.language.switch", name=other))
        self.bell.retranslate()
        self.people.retranslate()
        self._show_ime()
        self.setFixedHeight(max(28, theme().px(28)))

    def _show_sum(self) -> None:
        """Show what the marked cells come to; without marks, what the screen holds."""
        self._sum.show_text(self._marked.text or self._summary.text)

    def _show_ime(self) -> None:
        focus = QApplication.focusWidget()
        lets_in = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        watch = ime_watch()
        locks = (("ui.status.caps", watch.has_caps), ("ui.status.num", watch.has_num))
        words = [
            "ui.status.ime_in" if lets_in else "ui.status.ime_out",
            *(word for word, is_on in locks if is_on),
        ]
        self._ime.setText("  ".join(tr(word) for word in words))
        set_tooltip(self._ime, tr("ui.status.ime_in_tip" if lets_in else "ui.status.ime_out_tip"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addSpacing(10)
        row.addWidget(self._store_icon)
        row.addWidget(self._store_text)
        row.addWidget(self._sum, 1)
        row.addSpacing(10)
        row.addWidget(self._ime)
        row.addSpacing(4)
        row.addWidget(self.bell)
        row.addWidget(self.people)
        row.addWidget(self._language)


def _roles(person: Person) -> list[str]:
    return [f"term.role.{role}" for role in sorted(person.roles)]

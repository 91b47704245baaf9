"""Taking in a file, in a tab: kind, file and mapping above; what its columns mean; a verdict for each row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.columns import FAMILIES
from orderdesk.intake.files.rows import Finding
from orderdesk.ui.backend import Backend
from orderdesk.ui.editors import Choice, CodeEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.safety import Label
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.importing import columns
from orderdesk.ui.screens.importing.presenter import KINDS, ImportPresenter, Looked, Wish
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.words import error_text

TICK_MS = 150  # how often the window looks how far a file is
MOST_ROWS = 5_000  # on show; the counts are of all


class ImportScreen(Screen):
    """Where an administrator takes in customers, items, prices, stock, receivables and past orders."""

    screen_id = "importing"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = ImportPresenter(Lent(backend, self), self)
        self.kinds = Choice(self, name="importing.kind")
        self.path = CodeEdit(self, name="importing.path")
        self.browse = QPushButton(self)
        self.browse.setObjectName("importing.browse")
        self.mapping = CodeEdit(self, name="importing.mapping")
        self.browse_mapping = QPushButton(self)
        self.browse_mapping.setObjectName("importing.browse_mapping")
        self.labels = {name: Label(parent=self, role="caption") for name in ("kind", "path", "mapping")}
        self.meaning = Label(parent=self, role="quiet")
        self.meaning.setWordWrap(True)
        self.trouble = Label(parent=self, role="error")
        self.trouble.setObjectName("importing.trouble")
        self.trouble.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.progress = Label(parent=self, role="quiet")
        self.result = Label(parent=self, role="strong")
        self.result.setObjectName("importing.result")
        self.result.setWordWrap(True)
        self.open_rejects = QPushButton(self)
        self.open_rejects.setObjectName("importing.rejects")
        model = RowsModel(columns.verdict_columns(), self, identity=lambda row: row.row)
        self.list = ListCard(
            model,
            self,
            name="importing.rows",
            heading="importing.rows",
            empty="importing.empty",
            spare=("value",),
        )
        self._fault: OrderDeskError | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.list.show_rows((), "")
        self.show_stage()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.action.import.file")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        if self.presenter.is_busy:
            return ("back",)
        checks = ("refresh",) if self.path.text().strip() else ()
        return (*(("finish",) if self.presenter.can_write or checks else ()), "list", *checks)

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        main = "importing.action.write" if self.presenter.can_write else "importing.action.check"
        return {"finish": main, "list": "importing.action.browse", "refresh": "importing.action.check",
                "back": "importing.action.stop"}  # fmt: skip

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc stops what is under way."""
        if action_id == "back":
            return self.presenter.stop()
        if action_id == "finish":
            return self.presenter.write() if self.presenter.can_write else self.check()
        if action_id == "refresh":
            return self.check()
        if action_id == "list":
            self._ask_file(self.path)
            return True
        return False

    def summary(self) -> Summary:
        """Return what the rows of the file come to."""
        return Summary(self._counts()) if self.presenter.looked is not None else Summary()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the boxes and the rows."""
        return (self.path, self.list.view)

    def can_close(self) -> bool:
        """A file that is being taken in is stopped first: by whoever began it."""
        if self.presenter.is_busy:
            self.say("importing.busy", "warn")
            return False
        return True

    def first_focus(self) -> None:
        """Start at the kind."""
        self.kinds.setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        for at, kind in enumerate(KINDS):
            self.kinds.setItemText(at, tr(f"importing.kind.{kind}"))
        for name, label in self.labels.items():
            label.setText(tr(f"importing.{name}"))
        for box, name in ((self.kinds, "kind"), (self.path, "path"), (self.mapping, "mapping")):
            box.setAccessibleName(tr(f"importing.{name}"))
        self.path.setPlaceholderText(tr("importing.path.hint"))
        self.mapping.setPlaceholderText(tr("importing.mapping.hint"))
        for button in (self.browse, self.browse_mapping):
            button.setText(tr("importing.action.browse"))
        self.open_rejects.setText(tr("importing.action.rejects"))
        self.list.retranslate()
        self.show_fault(self._fault)
        if self.presenter.looked is not None:
            self.show_looked(self.presenter.looked)

    # what the presenter asks

    def show_stage(self) -> None:
        """Show whether something is under way, and what can be done now."""
        is_busy = self.presenter.is_busy
        for widget in (self.kinds, self.path, self.browse, self.mapping, self.browse_mapping):
            widget.setEnabled(not is_busy)
        self.bar.setVisible(is_busy)
        self.progress.setVisible(is_busy)
        if is_busy:
            self._tick.start()
            self._show_progress()
            self.list.view.setFocus()
        else:
            self._tick.stop()
        self.busy.emit(is_busy)
        self.actions_changed.emit()
        self.summary_changed.emit()

    def show_looked(self, looked: Looked | None) -> None:
        """Show columns and verdicts of a file, or that there are none any more."""
        rows = looked.rows[:MOST_ROWS] if looked is not None else ()
        self.list.show_rows(rows, self._counts() if rows else "")
        self.meaning.setText(_meaning(looked) if looked is not None else "")
        self.meaning.setVisible(looked is not None)
        self.result.setText(self._result(looked) if looked is not None else "")
        self.result.setVisible(looked is not None)
        self.open_rejects.setVisible(looked is not None and looked.rejects is not None)
        if looked is not None and not looked.is_dry:
            self._tell_result(looked)

    def show_fault(self, fault: OrderDeskError | None) -> None:
        """Say why the file as a whole cannot be taken in, or that nothing is wrong."""
        self._fault = fault
        self.trouble.setText(error_text(fault, language().current) if fault is not None else "")
        self.trouble.setVisible(fault is not None)

    def say_finding(self, finding: Finding) -> str:
        """Return a finding in words, for the file of rejects."""
        return columns.said(finding)

    def reason_column(self) -> str:
        """Return what the column of reasons is called in that file."""
        return tr("cli.import.reason")

    # keys

    def check(self) -> bool:
        """Look at the file in the box; return whether there is one."""
        text, mapping = self.path.text().strip(), self.mapping.text().strip()
        if not text:
            self.path.setFocus()
            self.say("importing.no_file", "warn")
            return True
        kind = KINDS[self.kinds.currentIndex()]
        return self.presenter.check(Wish(kind, Path(text), Path(mapping) if mapping else None))

    # inside

    def _lay_out(self) -> None:
        for kind in KINDS:
            self.kinds.addItem("", kind)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().space("near"))
        grid.setVerticalSpacing(theme().space("near"))
        for row, (name, box, button) in enumerate(
            (("kind", self.kinds, None), ("path", self.path, self.browse),
             ("mapping", self.mapping, self.browse_mapping))
        ):  # fmt: skip
            grid.addWidget(self.labels[name], row, 0)
            grid.addWidget(box, row, 1)
            if button is not None:
                grid.addWidget(button, row, 2)
        grid.setColumnStretch(1, 1)
        under_way = QHBoxLayout()
        under_way.addWidget(self.bar, 1)
        under_way.addWidget(self.progress)
        outcome = QHBoxLayout()
        outcome.addWidget(self.result, 1)
        outcome.addWidget(self.open_rejects)
        column = QVBoxLayout(self)
        apart = theme().space("apart")
        column.setContentsMargins(apart, apart, apart, apart)
        column.setSpacing(theme().space("near"))
        column.addLayout(grid)
        column.addWidget(self.trouble)
        column.addLayout(under_way)
        column.addWidget(self.meaning)
        column.addLayout(outcome)
        column.addWidget(self.list, 1)
        for widget in (self.meaning, self.result, self.open_rejects):
            widget.hide()

    def _connect(self) -> None:
        self.browse.clicked.connect(lambda: self._ask_file(self.path))
        self.browse_mapping.clicked.connect(lambda: self._ask_file(self.mapping))
        for box in (self.path, self.mapping):
            box.enter_pressed.connect(lambda _backwards: self.check())
            box.textEdited.connect(lambda _text: self._changed())
        self.kinds.activated.connect(lambda _at: self._changed())
        self.open_rejects.clicked.connect(self._open_rejects)
        self._tick.timeout.connect(self._show_progress)

    def _changed(self) -> None:
        self.show_fault(None)
        self.presenter.forget()
        self.actions_changed.emit()

    def _show_progress(self) -> None:
        watch = self.presenter.watch
        self.bar.setRange(0, watch.of)  # 0: the file is still being read
        self.bar.setValue(watch.done)
        code = "importing.stopping" if watch.is_stopped else f"importing.{self.presenter.stage}"
        self.progress.setText(tr(code, done=watch.done, of=watch.of))

    def _counts(self) -> str:
        looked = self.presenter.looked
        if looked is None:
            return ""
        counts = looked.done.counts()
        return "  ".join(f"{tr(f'importing.state.{state}')} {count}" for state, count in counts.items())

    def _result(self, looked: Looked) -> str:
        """Return what came of it, and what to do next."""
        rejected = len(looked.done.rejected)
        good = len(looked.done.verdicts) - rejected
        if looked.done.left:
            code = "importing.result.check_stopped" if looked.is_dry else "importing.result.stopped"
            return tr(code, n=looked.done.left, good=good)
        if looked.is_dry:
            return tr("importing.result.none" if not good else "importing.result.dry", good=good, n=rejected)
        code = "importing.result.rejects" if rejected else "importing.result.done"
        name = looked.rejects.name if looked.rejects is not None else ""
        return tr(code, good=good, n=rejected, file=name)

    def _tell_result(self, looked: Looked) -> None:
        severity: Severity = "warn" if looked.done.rejected or looked.done.left else "done"
        buttons = (MessageButton("importing.action.rejects", self._open_rejects),) if looked.rejects else ()
        self.message.emit(
            Message("importing.told", {"what": lambda: self._result(looked)}, severity, buttons)
        )

    def _open_rejects(self) -> None:
        looked = self.presenter.looked
        if looked is not None and looked.rejects is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(looked.rejects)))

    def _ask_file(self, box: CodeEdit) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("importing.action.browse"), str(Path(box.text()).parent) or folder)
        dialog.setObjectName("importing.file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = "TOML, JSON (*.toml *.json)" if box is self.mapping else "Excel, CSV (*.xlsx *.csv *.txt)"
        dialog.setNameFilters([kinds, "* (*)"])
        dialog.fileSelected.connect(lambda path: self._take_path(box, path))
        dialog.open()

    def _take_path(self, box: CodeEdit, path: str) -> None:
        box.setText(path)
        self._changed()
        if self.path.text().strip():
            self.check()


def _meaning(looked: Looked) -> str:
    """Return what each column was taken for, which ones were not, and how the file was read."""
    taken = [
        f"{field.column or field.fixed} → {_field_word(looked, field.name)}"
        for field in looked.fields
        if field.column or field.fixed
    ]
    texts = [tr("importing.read_as", file=looked.table.file, read_as=looked.table.read_as), "   ".join(taken)]
    if looked.unused:
        texts.append(tr("importing.unused", columns=list(looked.unused)))
    return "\n".join(texts)


def _field_word(looked: Looked, name: str) -> str:
    """Return what a field is called in the language on show: in Chinese as a column of it may be."""
    if language().current == "zh":
        names = FAMILIES[looked.wish.kind].fields[name]
        return next((one for one in names if not one.isascii()), name)
    return name.replace("_", " ")

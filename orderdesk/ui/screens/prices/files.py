"""Where a list is written to and an edited file is read from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from orderdesk.ui.language import tr

_FILTERS = ["Excel (*.xlsx)", "CSV (*.csv)"]


def ask_target(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Ask where a file of that name is to be written; ``then`` gets its path."""
    dialog = QFileDialog(parent, tr("ui.action.export"), str(_folder() / name))
    dialog.setObjectName("prices.file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(_FILTERS)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx"))
    _open(dialog, then)


def ask_source(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Ask which file is to be read; ``then`` gets its path."""
    dialog = QFileDialog(parent, tr("ui.action.prices.import"), str(_folder()))
    dialog.setObjectName("prices.file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Excel, CSV (*.xlsx *.csv)"])
    _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

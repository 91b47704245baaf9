"""A25: names and texts that look like HTML are shown letter for letter on every screen, and load nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import update

import orderdesk.ui
from orderdesk.models import Customer, CustomerAddress, Item, Person, PriceList, Setting, Site
from orderdesk.words import LANGUAGES, Language
from tests.services.approval_support import VIP, submitted
from tests.services.test_reading_orders import ship, straight
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.office import Office, open_office
from tests.support.windows import look
from tests.threats.outside import HOSTILE, watched

__all__ = ["look"]  # a fixture

UI = Path(orderdesk.ui.__file__).parent
# What makes rich text of a text, or shows one without asking; only safety.py and the tables' own may.
RICH = {
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "QTextDocument", "QTextBrowser",
    "QTextEdit", "QStaticText", "setWhatsThis", "setTabToolTip", "setTabWhatsThis", "RichText", "AutoText",
    "MarkdownText", "QErrorMessage", "QWhatsThis",
}  # fmt: skip
TIPS = {"ToolTipRole", "StatusTipRole", "WhatsThisRole"}
ALLOWED = {
    ("tables/copying.py", "setHtml"),  # to the clipboard, escaped
    ("screens/entry/read_back_page.py", "QTextEdit"),  # the class of a mark in a plain text
}
TIP_READERS = {"shell/helping.py"}


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }


def test_a25_nothing_but_the_safe_widgets_shows_text() -> None:
    found = {(path.relative_to(UI).as_posix(), name) for path in UI.rglob("*.py") for name in names_in(path)}
    assert {(path, name) for path, name in found if name in RICH} - ALLOWED == set()
    # A tip of a cell is made from plain_tooltip, wherever one is made; or it is only read.
    makers = {path for path, name in found if name in TIPS} - TIP_READERS
    assert {path for path in makers if "plain_tooltip" not in names_in(UI / path)} == set()


def spoil(sample: SampleDesk) -> None:
    """Give everything that people write in the store a hostile name, and have orders in every list."""
    due = straight(sample, ("A105", "5"), note=HOSTILE, po_number=HOSTILE[:60])
    ship(sample, due, "3")
    straight(sample, ("B210", "2"), note=HOSTILE)
    submitted(sample, VIP, note=HOSTILE)
    sample.save(sample.draft("C1001", ("A105", "1"), note=HOSTILE))
    with sample.store.writing() as session:
        for model, columns in (
            (Customer, ("name", "name_en", "contact", "note")),
            (CustomerAddress, ("label", "district", "rest", "receiver")),
            (Item, ("name", "name_en", "spec", "brand", "unit_en")),
            (Person, ("name", "name_en")),
            (Site, ("name", "name_en")),
            (PriceList, ("name",)),
        ):
            session.execute(update(model).values(dict.fromkeys(columns, HOSTILE)))
        session.execute(update(Setting).where(Setting.key == "company.name").values(value=HOSTILE))
        session.commit()


@pytest.fixture
def open_desk(
    look: QApplication, qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path
) -> Iterator[Callable[..., Office]]:
    with ExitStack() as stack:

        def opening(shown_in: Language, person: str) -> Office:
            sample = open_sample_desk(sample_sqlite_url)
            spoil(sample)
            return stack.enter_context(open_office(qtbot, sample, tmp_path, shown_in, person))

        yield opening


def dangerous(text: str) -> bool:
    """Whether Qt would make rich text of this, with something of ours in it that was not escaped."""
    return bool(text) and GuiQt.mightBeRichText(text) and ("<img" in text or "<b>" in text)


def faults_of(widget: QWidget) -> Iterator[str]:
    """Yield what of a widget would be taken for HTML, or would lose letters."""
    name = f"{type(widget).__name__} {widget.objectName()}"
    if dangerous(widget.toolTip()) or dangerous(widget.statusTip()) or widget.whatsThis():
        yield f"{name}: tip {widget.toolTip()[:60]}"
    is_plain = not isinstance(widget, QLabel) or widget.textFormat() == Qt.TextFormat.PlainText
    if not is_plain and dangerous(widget.property("text")):
        yield f"{name}: {widget.property('text')[:60]}"
    if isinstance(widget, QTextEdit) and "<img" in widget.toHtml():
        yield f"{name}: rich text"
    if isinstance(widget, (QAbstractItemView, QComboBox)):
        yield from (f"{name}: {fault}" for fault in faults_of_model(widget.model()))
    yield from faults_of_words(widget, name)


def faults_of_words(widget: QWidget, name: str) -> Iterator[str]:
    """Yield what of a button, a tab or a menu would lose its ``&`` or be taken for HTML in a tip."""
    if isinstance(widget, QAbstractButton) and "A & B" in widget.text():
        yield f"{name}: a lost sign in {widget.text()[:60]}"
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            if dangerous(widget.tabToolTip(at)) or "A & B" in widget.tabText(at):
                yield f"{name}: tab {widget.tabText(at)}"
    for action in QWidget.actions(widget):  # a screen has actions of its own by that name
        if dangerous(action.toolTip()) or "A & B" in action.text():
            yield f"{name}: action {action.text()}"


def faults_of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(model.rowCount(QModelIndex()), 20)):
        for column in range(columns_of(model)):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole):
                tip = index.data(role)
                if isinstance(tip, str) and dangerous(tip):
                    yield f"tip of cell {row}, {column}: {tip[:60]}"


def columns_of(model: QAbstractItemModel) -> int:
    """Return how many columns a model has; Qt keeps that of a list to itself."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def look_around(office: Office, shown: list[str]) -> list[str]:
    """Paint everything there is, and return what is wrong with it; what labels and cells show is noted."""
    found: list[str] = []
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        window.grab()  # every delegate paints
        for widget in (window, *window.findChildren(QWidget)):
            found.extend(faults_of(widget))
            if isinstance(widget, QLabel):
                shown.append(widget.text())
            if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                index = widget.model().index(0, 0)
                shown.extend(
                    str(widget.model().index(0, at, index.parent()).data())
                    for at in range(columns_of(widget.model()))
                )
    return found


@pytest.mark.slow
@pytest.mark.parametrize("shown_in", LANGUAGES)
@pytest.mark.parametrize("person", ["lina", "zhangwei", "zhaoqiang"])
def test_a25_hostile_names_are_shown_letter_for_letter_and_load_nothing(
    open_desk: Callable[..., Office], shown_in: Language, person: str
) -> None:
    office = open_desk(shown_in, person)
    shown: list[str] = []
    found: list[str] = []
    with watched() as seen:
        for at in range(len(office.window.rail.areas)):
            session = office.session()
            session.press(f"Ctrl+{at + 1}")
            office.settle()
            found += look_around(office, shown)
            session.press("Down")
            office.settle()
            found += look_around(office, shown)
            if office.window.current_screen is not None and office.window.current_screen.screen_id == "entry":
                _play_entry(office, found, shown)
        for chord in ("Ctrl+F1", "Ctrl+Shift+M", "Ctrl+K"):
            office.session().press(chord)
            office.settle()
            found += look_around(office, shown)
            office.session().press("Esc")
            office.come_back()
            office.settle()
    assert found == []
    assert seen.fetched == []
    assert any(text.startswith(HOSTILE) or HOSTILE in text for text in shown)


def _play_entry(office: Office, found: list[str], shown: list[str]) -> None:
    """Key an order: the lists of the boxes, the strip, the panels beside and below."""
    session = office.session()
    session.press("Ctrl+N")
    session.type("C100")
    found += look_around(office, shown)  # the list of customers stands open
    session.type("1")
    session.press("Return")
    office.settle()
    session.type("A1")
    found += look_around(office, shown)
    session.type("05")
    session.press("Return")
    session.type("2")
    session.press("Return", "Up")
    for chord in ("F9", "F12", "Shift+F9", "Ctrl+L", "Esc", "F7", "Esc", "Ctrl+J", "Esc"):
        session.press(chord)
        office.settle()
        found += look_around(office, shown)
    session.press("Ctrl+Return")
    office.settle()
    found += look_around(office, shown)

"""Notes with their marks (Shift+F2), a wish of one line, and what the second part of the header asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from orderdesk.ui.screens.entry.notes_panel import LONGEST_NOTE, MOST_NOTES
from orderdesk.wire.drafts import NoteDraft, open_note
from tests.support.windows import child, commit, focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk

TAB, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Space


def open_notes() -> None:
    press(Qt.Key.Key_F2, SHIFT)


def on(text: str, *flags: str) -> NoteDraft:
    return NoteDraft(text=text, **dict.fromkeys(flags, True))


def test_notes_of_a_line_are_keyed_with_their_marks(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"), ("B210", "4"))
    desk.go(1, "quantity")
    open_notes()
    panel = desk.screen.facts.notes.part
    assert panel.title.text() == "Notes on line 2"
    type_text("boxes upright")
    press(ENTER)
    type_text("bad payer")
    for _ in range(3):
        press(TAB)
        press(SPACE)
    press(TAB)
    press(ENTER)  # the empty row: that is all
    assert not panel.is_open
    assert desk.place == (1, "quantity")
    line = desk.screen.presenter.draft.lines[1]
    assert line.notes == (
        on("boxes upright", "on_delivery_note", "for_customer"),
        on("bad payer", "internal"),
    )
    model = desk.screen.lines.model
    tip = model.index(1, model.column_of("item")).data(Qt.ItemDataRole.ToolTipRole)
    assert "bad payer (internal)" in tip
    press(Qt.Key.Key_Z, CTRL)
    assert desk.screen.presenter.draft.lines[1].notes == ()


def test_a_line_gets_its_own_wish(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.go(0, "code")
    open_notes()
    press(TAB, SHIFT)  # from the text of the only row backwards round to the wish
    assert desk.place == "entry.notes.when_short"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    desk.screen.facts.notes.part.accept()
    assert desk.screen.presenter.draft.lines[0].when_short == "partial"


def test_notes_of_the_order_keep_what_escape_leaves(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.presenter.field_typed("note", "first")
    desk.screen.go_to_field("note")
    open_notes()
    assert desk.screen.facts.notes.part.title.text() == "Notes on the order"
    commit("第二条")
    QCoreApplication.processEvents()
    press(ENTER)
    press(Qt.Key.Key_Escape)
    assert desk.place == "entry.note"
    assert desk.screen.presenter.draft.notes == open_note("first")
    open_notes()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete, CTRL)
    press(ENTER)
    assert desk.screen.presenter.draft.notes == ()


def test_the_box_changes_the_first_note_and_leaves_its_marks(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.title_row.open_more()
    take = desk.screen.presenter.field_typed
    take("notes", (on("a", "internal"), on("b", "for_customer")))
    assert child(desk.screen, QLineEdit, "entry.note").text() == "a"
    take("note", "c")
    assert desk.screen.presenter.draft.notes == (on("c", "internal"), on("b", "for_customer"))
    take("note", "")
    assert [note.text for note in desk.screen.presenter.draft.notes] == ["b"]


def test_rubbish_in_the_notes_is_said_and_stays(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.presenter.field_typed("notes", tuple(on(str(at), "internal") for at in range(MOST_NOTES)))
    desk.screen.go_to_field("note")
    open_notes()
    panel = desk.screen.facts.notes.part
    assert panel.grid.rows_model.rowCount() == MOST_NOTES  # no room for another
    panel.grid.go_to(0, "text")
    editor = panel.grid.open_editor()
    assert editor is not None
    editor.setText("x" * (LONGEST_NOTE + 1))
    desk.submit()
    assert panel.is_open
    assert desk.said.startswith("The note has 2001 characters")
    panel.grid.revert_editor()
    press(TAB)
    press(SPACE)  # no mark is left: it is for the house, never for everybody
    panel.accept()
    assert desk.screen.presenter.draft.notes[0] == on("0", "internal")


def test_an_open_panel_is_taken_when_the_order_is_sent(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.go(0, "code")
    open_notes()
    type_text("careful")
    desk.submit()
    assert [state for _, state, _ in desk.orders()] == ["released"]
    assert not desk.screen.facts.notes.is_open


def test_the_customers_habits_fill_the_header_and_can_be_keyed_over(desk: EntryDesk) -> None:
    desk.choose_customer()
    draft = desk.screen.presenter.draft
    assert (draft.invoice_kind, draft.department, draft.freight_terms) == ("special", "华东销售部", "free")
    desk.screen.go_to_field("invoice_kind")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert desk.screen.presenter.draft.invoice_kind == "none"
    desk.screen.go_to_field("department")
    type_text("Export")
    press(TAB)
    assert desk.screen.presenter.draft.department == "Export"
    sender = child(desk.screen, QLineEdit, "entry.sender_name")
    assert not sender.isVisible()
    desk.screen.go_to_field("drop_order")
    press(Qt.Key.Key_Down)
    assert sender.isVisible()
    assert sender.placeholderText() == "华东家居"
    press(TAB)
    assert focused() is sender
    type_text("Zhou")
    press(TAB)
    type_text("13900001111")
    press(ENTER)
    QCoreApplication.processEvents()
    draft = desk.screen.presenter.draft
    assert (draft.drop_order, draft.sender_name, draft.sender_phone) == (True, "Zhou", "13900001111")
    assert child(desk.screen, QComboBox, "entry.invoice_kind").currentText() == "No invoice"

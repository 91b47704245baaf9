"""Every action once: its words, its keys, its icon. Menus, key bar, key sheet and tests are built from this
table.

Source of the keys: ux.md 3.1. ``keys`` work anywhere in the window while the screen on top offers the action.
``letters`` are single keys that act only while a list with the focus offers them (never in a text box): a
letter as typed (``R`` is Shift+R), a sign, or ``Enter``. A key that is ``passed_on`` reaches the focused
widget first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Place = Literal["window", "desk", "orders", "entry", "inbox", "warehouse", "prices", "records"]
Menu = Literal[
    "", "file", "edit", "view", "look", "rows", "order", "record", "warehouse", "approve", "window", "help"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; its words are ``ui.action.<id>``."""

    id: str
    keys: tuple[str, ...]
    place: Place
    menu: Menu = ""
    icon: str = ""
    letters: tuple[str, ...] = ()
    passed_on: bool = False

    @property
    def word(self) -> str:
        """The code of the action's words."""
        return f"ui.action.{self.id}"

    @property
    def is_single_letter(self) -> bool:
        """Whether the action has a key without a modifier that only a focused list hears."""
        return bool(self.letters)


_FINISH = ("Ctrl+Return", "Ctrl+Enter")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("order.new", ("Ctrl+N",), "window", "file", "file-plus"),
    ActionSpec("order.open", ("Ctrl+O",), "window", "file", "file-text"),
    ActionSpec("draft.save", ("Ctrl+S",), "entry", "file", "save"),
    ActionSpec("draft.park", ("Shift+F8",), "entry", "file", "clipboard-list"),
    ActionSpec("print", ("Ctrl+P",), "window", "file", "printer"),
    ActionSpec("preview", ("Ctrl+Shift+P",), "window", "file", "eye"),
    ActionSpec("export", ("Ctrl+Shift+E",), "window", "file", "download"),
    ActionSpec("tab.close", ("Ctrl+W",), "window", "file", "x"),
    ActionSpec("tab.reopen", ("Ctrl+Shift+T",), "window", "file", "history"),
    ActionSpec("quit", (), "window", "file"),
    ActionSpec("undo", ("Ctrl+Z",), "window", "edit", "undo-2", letters=("z",)),
    ActionSpec("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "window", "edit", "redo-2"),
    ActionSpec("back", ("Esc",), "window", "edit", passed_on=True),
    ActionSpec("copy", ("Ctrl+C",), "window", "edit", "copy", passed_on=True),
    ActionSpec("copy.headers", ("Ctrl+Shift+C",), "window", "edit", passed_on=True),
    ActionSpec("edit", ("F2",), "window", "edit", "pencil"),
    ActionSpec("palette", ("Ctrl+K",), "window", "edit", "search"),
    ActionSpec("find", ("F3", "Ctrl+F"), "window", "edit", "search"),
    ActionSpec("list", ("F4", "Alt+Down"), "window", "edit", "list"),
    ActionSpec("ime.allow", ("Ctrl+Shift+H",), "window", "edit", "languages"),
    ActionSpec("refresh", ("F5",), "window", "view", "refresh-cw"),
    ActionSpec("recalculate", ("Ctrl+R",), "window", "view", "refresh-cw"),
    ActionSpec("pane.next", ("F6",), "window", "view"),
    ActionSpec("pane.previous", ("Shift+F6",), "window", "view"),
    ActionSpec("panel.context", ("Alt+F2",), "window", "view", "panel-right"),
    ActionSpec("files.show", ("Alt+F3",), "window", "view", "files"),
    ActionSpec("maximise", ("F11",), "window", "view"),
    ActionSpec("orders.keep_view", ("Ctrl+Shift+S",), "orders", "view", "save"),
    ActionSpec("orders.rename_view", ("Ctrl+Shift+F2",), "orders", "view", "pencil"),
    ActionSpec("orders.drop_view", ("Ctrl+Shift+Del",), "orders", "view", "trash-2"),
    ActionSpec("columns", (), "window", "view", "columns-3"),
    ActionSpec("messages", ("Ctrl+Shift+M",), "window", "view", "message-square"),
    ActionSpec("notices", ("Ctrl+Shift+K",), "window", "view", "bell"),
    ActionSpec("text.larger", ("Ctrl++", "Ctrl+="), "window", "view", "zoom-in"),
    ActionSpec("text.smaller", ("Ctrl+-",), "window", "view", "zoom-out"),
    ActionSpec("text.normal", ("Ctrl+0",), "window", "view"),
    ActionSpec("view.key_bar", (), "window", "view", "keyboard"),
    *(ActionSpec(f"look.{one}", (), "window", "look") for one in ("system", "light", "dark")),
    *(ActionSpec(f"rows.{one}", (), "window", "rows") for one in ("compact", "normal", "comfortable")),
    ActionSpec("view.language", (), "window", "view", "languages"),
    ActionSpec("finish", _FINISH, "window", "order", "send"),
    ActionSpec("basket.open", ("F7",), "entry", "order", "repeat"),
    ActionSpec("twin.go", ("Ctrl+F7",), "entry", "order", "triangle-alert"),
    ActionSpec("earlier.open", ("Shift+F7",), "entry", "order", "files"),
    ActionSpec("copy.above", ("F8",), "entry", "order", "copy"),
    ActionSpec("line.fill", ("Ctrl+D",), "entry", "order", "arrow-down"),
    ActionSpec("line.merge", ("Ctrl+M",), "entry", "order"),
    ActionSpec("line.deliveries", ("Ctrl+L",), "entry", "order", "split"),
    ActionSpec("address.open", ("Ctrl+F2",), "entry", "order", "map-pin"),
    ActionSpec("notes.open", ("Shift+F2",), "entry", "order", "message-square"),
    ActionSpec("line.quick", ("Ctrl+J",), "entry", "order", "keyboard"),
    ActionSpec("line.insert", ("Ctrl+Ins",), "entry", "order", "plus"),
    ActionSpec("line.delete", ("Ctrl+Del",), "entry", "order", "trash-2"),
    ActionSpec("go.header", ("Ctrl+Home",), "entry", "order", "arrow-up"),
    ActionSpec("go.line", ("Ctrl+G",), "entry", "order"),
    ActionSpec("go.last_line", ("Ctrl+End",), "entry", "order", "arrow-down"),
    ActionSpec("files.add", (), "window", "order", "files"),
    ActionSpec("price.why", ("F9",), "entry", "order", "receipt-text"),
    ActionSpec("item.history", ("Ctrl+F9",), "entry", "order", "history"),
    ActionSpec("read.back", ("Shift+F12",), "entry", "order", "phone"),
    ActionSpec("route.why", ("Shift+F9",), "window", "order", "list-checks"),
    ActionSpec("stock.show", ("F12",), "entry", "order", "boxes"),
    ActionSpec("problem.next", ("Ctrl+F8",), "entry", "order"),
    ActionSpec("problem.previous", ("Ctrl+Shift+F8",), "entry", "order"),
    ActionSpec("order.restore", (), "orders", "order", "undo-2", letters=("u",)),
    ActionSpec("order.withdraw", (), "desk", "order", "undo-2", letters=("w",)),
    ActionSpec("hold.lift", ("Ctrl+H",), "desk", "order", "lock-open"),
    ActionSpec("record.new", ("Ins",), "records", "record", "plus"),
    ActionSpec("record.copy", (), "records", "record", "copy"),
    ActionSpec("record.stop", (), "records", "record", "ban"),
    ActionSpec("record.discard", ("Ctrl+Shift+U",), "records", "record", "undo-2"),
    ActionSpec("record.merge", (), "records", "record", "repeat"),
    ActionSpec("tier.change", (), "records", "record", "arrow-up-down"),
    ActionSpec("customers.matrix", (), "window", "record", "list-checks"),
    ActionSpec("page.next", ("Ctrl+PgDown",), "records", "record", "chevron-right"),
    ActionSpec("page.previous", ("Ctrl+PgUp",), "records", "record", "chevron-left"),
    ActionSpec("order.note", (), "orders", "order", "truck", letters=("n",)),
    ActionSpec("day.check", ("Ctrl+F12",), "window", "order", "clipboard-check"),
    ActionSpec("import.file", (), "window", "file", "download"),
    ActionSpec("desk.open", (), "desk", "order", "file-text", letters=("Enter", "o")),
    ActionSpec("warehouse.pick", (), "warehouse", "warehouse", "package-check", letters=("Enter",)),
    ActionSpec("warehouse.short", (), "warehouse", "warehouse", "package-x", letters=("-",)),
    ActionSpec("warehouse.split", (), "warehouse", "warehouse", "split", letters=("s",)),
    ActionSpec("warehouse.pick_list", (), "warehouse", "warehouse", "clipboard-list", letters=("p",)),
    ActionSpec("warehouse.note", (), "warehouse", "warehouse", "printer", letters=("n",)),
    ActionSpec("warehouse.ship_part", (), "warehouse", "warehouse", "package-open", letters=("+",)),
    ActionSpec("inbox.approve", ("Ctrl+Shift+A",), "inbox", "approve", "check", letters=("a",)),
    ActionSpec("inbox.send_back", ("Ctrl+Shift+R",), "inbox", "approve", "corner-up-left", letters=("r",)),
    ActionSpec("inbox.refuse", (), "inbox", "approve", "x", letters=("R",)),
    ActionSpec("comment", (), "window", "order", "message-square", letters=("c",)),
    ActionSpec("inbox.next", (), "inbox", "approve", "chevron-down", letters=("j",)),
    ActionSpec("inbox.previous", (), "inbox", "approve", "chevron-up", letters=("k",)),
    ActionSpec("inbox.mark", (), "inbox", "approve", "circle-check", letters=("x",)),
    ActionSpec("inbox.mark_next", (), "inbox", "approve", letters=("J",)),
    ActionSpec("inbox.mark_previous", (), "inbox", "approve", letters=("K",)),
    ActionSpec("inbox.mark_alike", ("Ctrl+A",), "inbox", "approve", "list-checks"),
    ActionSpec("inbox.open", (), "inbox", "approve", "file-text", letters=("Enter", "o")),
    ActionSpec("window.new", ("Ctrl+Shift+N",), "window", "window"),
    ActionSpec("tab.move", (), "window", "window"),
    ActionSpec("prices.adjustments", (), "window", "record", "calendar-clock"),
    ActionSpec("adjustments.roll_back", (), "prices", "record", "undo-2", letters=("b",)),
    ActionSpec("adjustments.cancel", (), "prices", "record", "trash-2"),
    ActionSpec("rules.up", ("Ctrl+Shift+Up",), "prices", "record", "arrow-up"),
    ActionSpec("rules.down", ("Ctrl+Shift+Down",), "prices", "record", "arrow-down"),
    ActionSpec("rules.column.drop", (), "prices", "record", "columns-3"),
    ActionSpec("rules.take_over", (), "prices", "record", "corner-up-left"),
    ActionSpec("rules.discard", (), "prices", "record", "trash-2"),
    ActionSpec("prices.change", ("Ctrl+Shift+B",), "prices", "record", "percent"),
    ActionSpec("prices.break", (), "prices", "record"),
    ActionSpec("prices.mark", (), "prices", "record", "columns-3", letters=("x",)),
    ActionSpec("prices.new", (), "prices", "record", "plus", letters=("n",)),
    ActionSpec("prices.copy", (), "prices", "record", "copy", letters=("c",)),
    ActionSpec("prices.import", (), "prices", "record", "files", letters=("i",)),
    ActionSpec("prices.end", (), "prices", "record", "calendar", letters=("e",)),
    ActionSpec("tab.next", ("Ctrl+Tab",), "window", "window"),
    *(ActionSpec(f"area.{n}", (f"Ctrl+{n}",), "window", "window") for n in range(1, 10)),
    ActionSpec("help", ("F1",), "window", "help", "circle-question-mark"),
    ActionSpec("help.field", ("Shift+F1",), "window", "help", "info"),
    ActionSpec("help.keys", ("Ctrl+F1",), "window", "help", "keyboard", letters=("?",)),
)

BY_ID = {spec.id: spec for spec in ACTIONS}


def action(action_id: str) -> ActionSpec:
    """Return the action of that id; ``KeyError`` for an id that is not in the table."""
    return BY_ID[action_id]


@cache
def key_text(key: str) -> str:
    """Return a key as the bar shows it: ``Ctrl+Return`` reads ``Ctrl+Enter``, macOS gets its own signs."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", "Enter")


def shown_key(spec: ActionSpec, *, letters: bool = True) -> str:
    """Return the key that stands beside an action's words: the single letter where it has one, else the
    first.
    """
    if spec.letters and (letters or not spec.keys):
        letter = spec.letters[0]
        return f"Shift+{letter}" if letter.isalpha() and letter.isupper() and len(letter) == 1 else letter
    return key_text(spec.keys[0]) if spec.keys else ""


def all_keys(spec: ActionSpec) -> tuple[str, ...]:
    """Return every key of an action as people read it, each once; single letters first."""
    letters = [f"Shift+{one}" if len(one) == 1 and one.isupper() else one for one in spec.letters]
    return tuple(dict.fromkeys([*letters, *(key_text(key) for key in spec.keys)]))


def is_enter(event: QKeyEvent) -> bool:
    """Return whether the key is Enter, on either side of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def action_of_letter(event: QKeyEvent, offered: Iterable[str]) -> str | None:
    """Return the offered action that a single key stands for in a focused list; ``None`` where there is none.

    Letters, signs and Enter count only without Ctrl, Alt or Meta.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    typed = "Enter" if is_enter(event) else event.text()
    if not typed or (typed == "Enter" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
        return None
    if len(typed) == 1 and typed.isalpha():  # Shift decides, not Caps Lock: r must not become R by it
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        typed = typed.upper() if shift else typed.lower()
    for action_id in offered:
        if typed in BY_ID[action_id].letters:
            return action_id
    return None

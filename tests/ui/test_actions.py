"""The one table of actions: no key twice in one place, words for all, keys of the design."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from orderdesk import words
from orderdesk.ui.actions import ACTIONS, BY_ID, action, action_of_letter, all_keys, key_text, shown_key
from orderdesk.words import LANGUAGES

PLAIN = Qt.KeyboardModifier.NoModifier
# These belong to the Chinese input method, and Ctrl+Q quits elsewhere (ux.md 3.1).
NEVER = {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Ctrl+Q"}


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert {key for key, count in keys.items() if count > 1} == set()


def test_every_key_is_one_that_qt_knows() -> None:
    unknown = {key for spec in ACTIONS for key in spec.keys if not QKeySequence(key).toString().strip()}
    assert unknown == set()


@pytest.mark.parametrize("place", ["inbox", "warehouse"])
def test_no_letter_means_two_things_in_one_place(place: str) -> None:
    letters = Counter(one for spec in ACTIONS if spec.place in (place, "window") for one in spec.letters)
    assert {letter for letter, count in letters.items() if count > 1} == set()


def test_keys_of_the_input_method_and_of_the_menus_are_left_alone() -> None:
    used = {key for spec in ACTIONS for key in spec.keys}
    assert used & NEVER == set()
    assert {key for key in used if key.startswith("Ctrl+Alt+")} == set()
    assert {key for key in used if key.startswith("Alt+") and len(key) == 5 and key[-1].isalpha()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words(language: words.Language) -> None:
    assert [spec.id for spec in ACTIONS if not words.has(spec.word, language)] == []


@pytest.mark.parametrize(
    ("action_id", "keys"),
    [
        ("order.new", ("Ctrl+N",)),
        ("draft.save", ("Ctrl+S",)),
        ("print", ("Ctrl+P",)),
        ("finish", ("Ctrl+Return", "Ctrl+Enter")),
        ("back", ("Esc",)),
        ("help", ("F1",)),
        ("help.keys", ("Ctrl+F1",)),
        ("edit", ("F2",)),
        ("find", ("F3", "Ctrl+F")),
        ("list", ("F4", "Alt+Down")),
        ("refresh", ("F5",)),
        ("pane.next", ("F6",)),
        ("pane.previous", ("Shift+F6",)),
        ("copy.above", ("F8",)),
        ("price.why", ("F9",)),
        ("route.why", ("Shift+F9",)),
        ("stock.show", ("F12",)),
        ("line.deliveries", ("Ctrl+L",)),
        ("line.insert", ("Ctrl+Ins",)),
        ("line.delete", ("Ctrl+Del",)),
        ("go.header", ("Ctrl+Home",)),
        ("go.last_line", ("Ctrl+End",)),
        ("hold.lift", ("Ctrl+H",)),
        ("undo", ("Ctrl+Z",)),
        ("redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
        ("area.1", ("Ctrl+1",)),
        ("area.9", ("Ctrl+9",)),
        ("tab.next", ("Ctrl+Tab",)),
        ("tab.close", ("Ctrl+W",)),
        ("ime.allow", ("Ctrl+Shift+H",)),
        ("panel.context", ("Alt+F2",)),
        ("maximise", ("F11",)),
        ("inbox.approve", ("Ctrl+Shift+A",)),
        ("inbox.send_back", ("Ctrl+Shift+R",)),
    ],
)
def test_keys_are_those_of_the_design(action_id: str, keys: tuple[str, ...]) -> None:
    assert action(action_id).keys == keys


@pytest.mark.parametrize(
    ("action_id", "shown"),
    [
        ("finish", "Ctrl+Enter"),
        ("inbox.refuse", "Shift+R"),
        ("inbox.approve", "a"),
        ("warehouse.ship_part", "+"),
    ],
)
def test_a_key_is_shown_as_people_say_it(action_id: str, shown: str) -> None:
    assert shown_key(action(action_id)) == shown


def test_the_two_enter_keys_are_shown_once() -> None:
    assert all_keys(action("finish")) == ("Ctrl+Enter",)
    assert key_text("Ctrl+Return") == "Ctrl+Enter"


def test_outside_a_list_the_key_with_a_modifier_is_shown() -> None:
    assert shown_key(action("undo"), letters=False) == "Ctrl+Z"


def test_a_letter_is_only_what_is_offered() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, PLAIN, "a")
    assert action_of_letter(event, ("inbox.approve",)) == "inbox.approve"
    assert action_of_letter(event, ("inbox.refuse",)) is None

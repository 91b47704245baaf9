"""Commands as people look for them: by their words in both languages, by pinyin, synonyms and keys.

Made anew for what works at the moment; nothing in it can be found that cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orderdesk.services.lookup import LookupEntry, LookupIndex, Match, Rank
from orderdesk.services.pinyin import quick_readings
from orderdesk.ui.actions import action, all_keys, shown_key
from orderdesk.ui.language import tr
from orderdesk.words import LANGUAGES, has, text


@dataclass(frozen=True, slots=True)
class Command:
    """An action that works now: ``word`` is the code of what it is called here.

    ``area`` is the code of the area's name for the actions that go to one; ``is_own`` says that the screen
    on top offers it, ``marked`` about how many of its rows it would be.
    """

    id: str
    word: str
    area: str = ""
    is_own: bool = False
    marked: int = 0

    @property
    def title(self) -> str:
        """What it is called, in the language on show."""
        return tr("palette.go", area=tr(self.area)) if self.area else tr(self.word)

    @property
    def key(self) -> str:
        """The key that does the same, as people read it."""
        return shown_key(action(self.id), letters=self.is_own)

    @property
    def icon(self) -> str:
        """The icon that stands before it."""
        return action(self.id).icon or "chevron-right"


class CommandIndex:
    """Finds commands; equals stand in the order they were given in."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self.commands = {command.id: command for command in commands}
        count = len(self.commands)
        self._index = LookupIndex(
            _entry(command, count - at) for at, command in enumerate(self.commands.values())
        )

    def search(self, typed: str) -> tuple[Match[str], ...]:
        """Return what is found for a text, best first; everything for none, as it was given."""
        if not typed.strip():
            return tuple(Match(command_id, Rank.INSIDE, exact=False) for command_id in self.commands)
        return self._index.search(typed, limit=len(self.commands))


def _entry(command: Command, weight: int) -> LookupEntry[str]:
    names = tuple(_names(command))
    readings = [reading for name in names for reading in quick_readings(name)]
    keys = all_keys(action(command.id))
    return LookupEntry(
        key=command.id, code=keys[0] if keys else "", names=names, readings=tuple(readings),
        numbers=keys[1:], weight=weight,
    )  # fmt: skip


def _names(command: Command) -> Iterable[str]:
    """Yield what a command is called in either language, and the other words that people have for it."""
    for language in LANGUAGES:
        yield text(command.area or command.word, language)
        also = f"palette.also.{command.area.rpartition('.')[2] if command.area else command.id}"
        if has(also, language):
            yield from (word.strip() for word in text(also, language).replace("、", ",").split(","))

"""Notes of orders and lines 备注 between their stored form and the places where they show.

Orders from before notes had flags have one text in ``note``: it stood on every paper, and still does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter

from orderdesk.values import canonical_json
from orderdesk.wire.drafts import NoteDraft, open_note

if TYPE_CHECKING:
    from orderdesk.printing.documents import DocumentLanguage

Notes = tuple[NoteDraft, ...]
Reader = Literal["on_delivery_note", "for_customer"]

_NOTES = TypeAdapter(Notes)
NO_NOTES = "[]"


def stored_notes(notes: Sequence[NoteDraft]) -> str:
    """Return notes as a column keeps them; those without text are left out."""
    return canonical_json([note.model_dump() for note in notes if note.text.strip()])


def read_notes(old: str, stored: str) -> Notes:
    """Return the notes that stand in a row: in its ``notes``, or in the ``note`` of an old one."""
    return open_note(old) if stored == NO_NOTES else _NOTES.validate_json(stored)


def notes_for(reader: Reader, notes: Sequence[NoteDraft]) -> Notes:
    """Return those notes that a paper may show."""
    return tuple(note for note in notes if getattr(note, reader))


def house_notes(notes: Sequence[NoteDraft]) -> Notes:
    """Return what whoever picks and packs should read: what is internal, and what goes with the goods."""
    return tuple(note for note in notes if note.is_internal or note.on_delivery_note)


def paper_text(reader: Reader, old: str, stored: str, language: DocumentLanguage) -> str:
    """Return the notes of a row that a paper shows, as one text."""
    return joined_text(reader, read_notes(old, stored), language)


def joined_text(reader: Reader, notes: Sequence[NoteDraft], language: DocumentLanguage) -> str:
    """Return those of the notes that a paper shows, as one text."""
    separator = "; " if language == "en" else "；"
    return separator.join(note.text.strip() for note in notes_for(reader, notes) if note.text.strip())

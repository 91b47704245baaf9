"""How notes of orders and lines are said: each with where it shows."""

from __future__ import annotations

from collections.abc import Sequence

from orderdesk.ui.language import tr
from orderdesk.wire.drafts import NoteDraft


def flags_text(note: NoteDraft) -> str:
    """Return where a note shows, in words."""
    flags = (
        ("internal", note.is_internal),
        ("on_delivery_note", note.on_delivery_note),
        ("for_customer", note.for_customer),
    )
    return tr("note.joint").join(tr(f"note.flag.{name}") for name, is_set in flags if is_set)


def note_text(note: NoteDraft) -> str:
    """Return a note with where it shows."""
    return tr("note.with_flags", text=note.text.strip(), flags=flags_text(note))


def notes_text(notes: Sequence[NoteDraft]) -> str:
    """Return all notes, each with where it shows; a line for each."""
    return "\n".join(note_text(note) for note in notes)

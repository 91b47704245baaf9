"""A delivery note on whichever paper is asked for."""

from __future__ import annotations

from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.delivery_note import RenderedDocument, render_delivery_note
from orderdesk.printing.documents import DeliveryNoteDocument
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import Paper


def render_note(
    document: DeliveryNoteDocument, paper: Paper, options: FormOptions | None = None
) -> RenderedDocument:
    """Return ``document`` on ``paper``: continuous forms have a layout of their own.

    ``options`` name the copies of a form and move its print; cut sheets have neither.
    """
    if paper.strip:
        return render_delivery_form(document, options, paper)
    return render_delivery_note(document, paper)

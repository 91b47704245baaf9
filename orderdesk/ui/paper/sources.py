"""The papers of an order that screens show and print: delivery notes, and the order's confirmation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar
from uuid import UUID

from orderdesk.printing.documents import DocumentLanguage
from orderdesk.printing.papers import PAPERS
from orderdesk.services.desk import Desk
from orderdesk.services.draft_confirmations import order_confirmation
from orderdesk.services.notes import note_pdf
from orderdesk.services.reading.warehouse import delivery_card
from orderdesk.services.store import Reader
from orderdesk.ui.language import tr
from orderdesk.ui.paper.around import Asked, Drawn
from orderdesk.wire.commands import CommandData, RecordConfirmation, RecordPrint
from orderdesk.wire.drafts import OrderDraft


def _nothing() -> None:
    """Return that nothing is being typed."""


class NoteSource:
    """Delivery notes 送货单, by the id of their delivery. Before the goods have left it is a draft."""

    kind: ClassVar[str] = "delivery_note"
    papers: ClassVar[tuple[str, ...]] = tuple(PAPERS)
    unknown: ClassVar[str] = "problem.delivery.unknown"

    def draw(self, connection: Reader, key: UUID, asked: Asked) -> Drawn | None:
        """Return the note as it would be printed now."""
        card = delivery_card(connection, key)
        if card is None:
            return None
        copy_no = len(card.prints) + 1
        printed = asked.printed if card.has_note else None
        rendered = note_pdf(connection, key, asked.language, asked.paper, copy_no, asked.form, printed)
        needs_reason = card.has_note and copy_no > 1
        number = card.row.number or card.row.label
        name = number.replace("/", "-")
        return Drawn(
            title=partial(tr, "warehouse.note.title", number=number), number=number,
            file_name=f"{name}-{copy_no}" if needs_reason else name, rendered=rendered, copy_no=copy_no,
            is_draft=card.row.number is None, needs_reason=needs_reason, is_recorded=card.has_note,
        )  # fmt: skip

    def record(self, key: UUID, _drawn: Drawn, _language: DocumentLanguage, reason: str) -> CommandData:
        """Return what is recorded: of two desks that print at the same moment the later one, too."""
        return RecordPrint(delivery_id=key, reason=reason or tr("paper.same_time"))

    def prints(self, connection: Reader, key: UUID) -> int:
        """Return how often it was printed."""
        card = delivery_card(connection, key)
        return len(card.prints) if card is not None else 0


@dataclass(frozen=True, slots=True)
class _Confirmation(Drawn):
    """A confirmation with the revision of the order that it shows."""

    order_revision: int = 0


def _confirmation_title(number: str) -> str:
    """Return what people call a confirmation, in the language of the moment; ``number`` is "" for a draft."""
    return tr("paper.confirmation.title", number=number or tr("paper.not_sent"))


class ConfirmationSource:
    """Confirmations 订单确认, by the id of their order; of a draft with DRAFT across its pages.

    ``desk`` gives the facts that drafts are priced by. ``typed`` gives the draft on a screen, which is newer
    than the store's; being frozen, it may be read on a lane.
    """

    kind: ClassVar[str] = "order_confirmation"
    papers: ClassVar[tuple[str, ...]] = ("a4",)
    unknown: ClassVar[str] = "problem.order.unknown"

    def __init__(self, desk: Callable[[], Desk], typed: Callable[[], OrderDraft | None] = _nothing) -> None:
        self._desk = desk
        self._typed = typed

    def draw(self, connection: Reader, key: UUID, asked: Asked) -> Drawn | None:
        """Return the confirmation as it would be printed now; raises ``UserError`` where there is none."""
        typed = self._typed()
        if typed is not None and typed.id != key:
            typed = None
        made = order_confirmation(connection, key, asked.language, self._desk(), asked.printed, typed)
        number = made.number or tr("paper.not_sent")
        return _Confirmation(
            title=partial(_confirmation_title, made.number), number=number, file_name=number,
            rendered=made.rendered, is_draft=made.is_draft, is_recorded=not made.is_draft,
            order_revision=made.order_revision,
        )  # fmt: skip

    def record(self, key: UUID, drawn: Drawn, language: DocumentLanguage, _reason: str) -> CommandData | None:
        """Return what is recorded: which revision the customer was given to check."""
        if not isinstance(drawn, _Confirmation):
            return None
        return RecordConfirmation(order_id=key, order_revision=drawn.order_revision, language=language)

    def prints(self, _connection: Reader, _key: UUID) -> int:
        """Return 0: a confirmation is no document of value, and no print of it is marked as a copy."""
        return 0

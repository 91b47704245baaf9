"""What stands on a card in short lines, each with a sign before it: signs and words first, colour after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from orderdesk.services.reading.inbox_card import CardStep, InboxCard, Similar
from orderdesk.services.reading.inbox_lines import CardLine
from orderdesk.ui.language import tr
from orderdesk.ui.screens.inbox import wording
from orderdesk.wire.outcomes import ProblemLine

Sign = Literal["!", "+", "-", "~", "", "approved", "active", "waiting", "refused", "sent_back", "history"]

Tone = Literal["", "warn", "error", "done", "quiet"]

_DISCOUNT = "receipt.approval.discount"
_STEP_SIGNS: dict[str, Sign] = {
    "approved": "approved",
    "active": "active",
    "waiting": "waiting",
    "refused": "refused",
    "sent_back": "sent_back",
    "skipped": "",
    "withdrawn": "",
}
SIMILAR_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Note:
    """One line of a section. ``is_limit``: it crossed a limit, and says so with ``!``."""

    sign: Sign
    text: str
    is_limit: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A key figure as it is shown."""

    caption: str
    value: str
    note: str = ""
    tone: Tone = ""


def why_notes(card: InboxCard) -> tuple[Note, ...]:
    """Return why this approver is asked, and which rows of which table say so."""
    reasons = [Note("!", wording.reason_text(reason), is_limit=True) for reason in card.reasons]
    return *reasons, Note("", wording.facts_text(card), is_quiet=True)


def change_notes(card: InboxCard) -> tuple[Note, ...]:
    """Return what differs from the baseline: the changes, or what goes beyond the rules."""
    if card.baseline.kind == "rules":
        return tuple(_beyond_rules(card))
    notes = [
        Note(entry.mark, wording.problem_sentence(entry.problem), _crosses(card, entry.position))
        for entry in card.changes
    ]
    if not notes:
        notes = [Note("", tr("inbox.changed.nothing"), is_quiet=True)]
    elif card.unchanged_lines:
        notes.append(Note("", tr("inbox.changed.unchanged", n=card.unchanged_lines), is_quiet=True))
    return tuple(notes)


def told_notes(told: tuple[ProblemLine, ...]) -> tuple[Note, ...]:
    """Return what changed after the card was shown."""
    return tuple(Note(_mark(problem), wording.problem_sentence(problem)) for problem in told)


def step_notes(card: InboxCard, now: datetime) -> tuple[Note, ...]:
    """Return the steps of the route with who decided them."""
    return tuple(Note(_STEP_SIGNS.get(step.state, ""), _step_text(step, card, now)) for step in card.steps)


def similar_notes(card: InboxCard, now: datetime) -> tuple[Note, ...]:
    """Return the newest similar decisions for this customer."""
    return tuple(Note("history", _similar_text(entry, card, now)) for entry in card.similar[:SIMILAR_SHOWN])


def file_notes(card: InboxCard) -> tuple[Note, ...]:
    """Return the names of the files on the order, on one line."""
    return (Note("", " · ".join(file.name for file in card.files)),) if card.files else ()


def comment_notes(card: InboxCard, now: datetime) -> tuple[Note, ...]:
    """Return what was said about the order, the newest first."""
    return tuple(
        Note(
            "history",
            tr(
                "inbox.comment",
                by=wording.local_name(comment.by, comment.by_en),
                when=wording.when_text(comment.at, now, card.zone),
                text=comment.text,
            ),
        )
        for comment in reversed(card.comments)
    )


def hold_notes(card: InboxCard) -> tuple[Note, ...]:
    """Return what holds the order, what it stops, and who may lift it."""
    return tuple(
        Note(
            "!",
            tr(
                "inbox.hold",
                hold=tr(f"term.hold.{hold.kind}"),
                stage=tr(f"term.stage.{hold.stops}"),
                roles=wording.joined(tr(f"term.role.{role}") for role in sorted(hold.lift_roles)),
            ),
            is_limit=True,
        )
        for hold in card.holds
    )


def margin_figure(card: InboxCard) -> Shown:
    """Return the order's margin, and what it was in the version compared with."""
    caption = tr("inbox.figure.margin")
    if card.margin is None:
        return Shown(caption, "–", tr("inbox.figure.no_cost", n=card.lines_without_cost))
    was = "" if card.margin_before is None else wording.margin_text(card.margin_before)
    note = tr("inbox.figure.was", was=was) if was else ""
    return Shown(caption, wording.margin_text(card.margin), note, "error" if card.margin < 0 else "")


def credit_figure(card: InboxCard) -> Shown:
    """Return what is left of the credit with this order taken."""
    caption = tr("inbox.figure.credit")
    if card.credit_after is None or card.credit_limit is None:
        return Shown(caption, "–", tr("inbox.figure.no_limit"))
    currency = card.row.currency
    is_over = card.credit_after < 0
    value = wording.amount_text(card.credit_after, currency) + ("  !" if is_over else "")
    note = tr("inbox.figure.limit", limit=wording.amount_text(card.credit_limit, currency))
    return Shown(caption, value, note, "error" if is_over else "")


def similar_figure(card: InboxCard) -> Shown:
    """Return how similar orders of the customer were decided."""
    value = str(len(card.similar)) if card.similar else "–"
    return Shown(tr("inbox.figure.similar"), value, wording.history_text(card))


def dates_figure(card: InboxCard) -> Shown:
    """Return when the goods are wanted, and how many lines are short."""
    short = sum(1 for line in card.lines if line.is_short)
    note = tr("inbox.figure.short", n=short) if short else tr("inbox.figure.in_stock")
    return Shown(tr("inbox.figure.date"), wording.date_text(card), note if card.lines else "")


def line_limits(card: InboxCard, line: CardLine) -> tuple[str, ...]:
    """Return what a line crosses, as sentences without the item's name."""
    codes = {reason.code for reason in card.reasons}
    found = []
    if line.below_floor and line.floor_price is not None:
        figures = {"price": wording.price_text(line.price), "floor": wording.price_text(line.floor_price)}
        found.append(tr("inbox.limit.floor", **figures))
    if _DISCOUNT in codes and line.discount > 0 and line.discount == deepest_discount(card):
        found.append(tr("inbox.limit.discount", percent=wording.discount_text(line.discount)))
    if line.source == "manual":
        figures = {"price": wording.price_text(line.price), "base": wording.price_text(line.base_price)}
        code = "inbox.limit.manual_why" if line.reason else "inbox.limit.manual"
        found.append(tr(code, **figures, reason=line.reason))
    return tuple(found)


def deepest_discount(card: InboxCard) -> Decimal:
    """Return the deepest discount of a line, the order's included."""
    return max((line.discount for line in card.lines), default=Decimal(0))


def _beyond_rules(card: InboxCard) -> Iterator[Note]:
    found = [(line, line_limits(card, line)) for line in card.lines]
    for line, limits in found:
        if limits:
            yield Note("!", tr("inbox.limit.line", item=line.code, limit=wording.joined(limits)), True)
    if not any(limits for _, limits in found):
        yield Note("", tr("inbox.limit.whole"), is_quiet=True)


def _crosses(card: InboxCard, position: int | None) -> bool:
    line = next((line for line in card.lines if line.position == position), None)
    return line is not None and bool(line_limits(card, line))


def _mark(problem: ProblemLine) -> Sign:
    mark = problem.params.get("mark")
    return mark if mark in ("+", "-", "~") else "~"


def _step_text(step: CardStep, card: InboxCard, now: datetime) -> str:
    role, state = tr(f"term.role.{step.role}"), tr(f"term.task.{step.state}")
    if step.at is None:
        return tr("inbox.step.open", role=role, state=state)
    by, at = wording.local_name(step.by, step.by_en), wording.when_text(step.at, now, card.zone)
    reason = given_reason(step.reason_code, step.reason)
    code = "inbox.step.decided_why" if reason else "inbox.step.decided"
    return tr(code, role=role, state=state, by=by, at=at, reason=reason)


def _similar_text(entry: Similar, card: InboxCard, now: datetime) -> str:
    reason = given_reason(entry.reason_code, entry.reason)
    return tr(
        "inbox.similar.one_why" if reason else "inbox.similar.one",
        number=entry.number,
        total=f"{entry.currency} {wording.amount_text(entry.total, entry.currency)}",
        state=tr(f"term.task.{entry.state}"),
        by=wording.local_name(entry.by, entry.by_en),
        at=wording.when_text(entry.at, now, card.zone),
        reason=reason,
    )


def given_reason(code: str, words: str) -> str:
    """Return a reason as it was given: the word of its code, what was written, or both."""
    parts = [tr(f"term.reason.{code}")] if code else []
    return wording.joined([*parts, words] if words else parts)

"""Quick add on the order on the screen: what its text means, and the lines it becomes. No Qt.

Source: ux.md 2.3, quick-add grammar. Everything is read from memory; the good tokens never wait for the bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import is_
from typing import TYPE_CHECKING, Final

from orderdesk import values
from orderdesk.errors import Problem
from orderdesk.rules.entry.codes import CodeHit, Codes
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import price_text, readable, short_date, unit_word
from orderdesk.values import plain
from orderdesk.wire.drafts import MAX_LINES, LineDraft, OrderDraft

if TYPE_CHECKING:
    from orderdesk.rules.entry.quick_add import QuickAdd, QuickContext, QuickLine, QuickToken
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

_MOST_KNOWN: Final = 20_000
# A code that is put in a token's place stands in quotes where it could be read as something else.
_SIGNS: Final = frozenset(' *xX@-%>#+/;,"()')


@dataclass(frozen=True, slots=True)
class Taken:
    """What Enter left: the text that stays in the box, the caret in it, and a line that lacks a reason."""

    text: str
    caret: int
    unexplained: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Texts for ``text[start:end]``: what a bad token may have meant."""

    start: int
    end: int
    texts: tuple[str, ...]


class _KnownCodes:
    """``Codes`` that puts each question once: with every key only the token that changed is looked up.

    What an unknown text may have meant costs a thousand look-ups.
    """

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._found: dict[str, tuple[CodeHit, ...]] = {}
        self._near: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> tuple[CodeHit, ...]:
        """Return what the whole of ``text`` names."""
        if text not in self._found:
            if len(self._found) >= _MOST_KNOWN:
                self._found.clear()
            self._found[text] = self._codes.find(text)
        return self._found[text]

    def near(self, text: str) -> tuple[str, ...]:
        """Return the codes that ``text`` may have been meant to be."""
        if text not in self._near:
            if len(self._near) >= _MOST_KNOWN:
                self._near.clear()
            self._near[text] = self._codes.near(text)
        return self._near[text]


class QuickCommands:
    """Reads the quick add box and takes its lines, each Enter one step of undo."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._facts: tuple[object, ...] = ()  # what the codes were made of
        self._known: Codes | None = None
        self._last: tuple[str, Codes, QuickContext, QuickAdd] | None = None

    def read(self, text: str) -> QuickAdd:
        """Return the tokens of ``text`` with a verdict each."""
        from orderdesk.rules.entry.quick_add import parse_quick_add

        codes, context = self.codes(), self.context()
        if self._last is None or self._last[0] != text or self._last[1:3] != (codes, context):
            self._last = text, codes, context, parse_quick_add(text, codes, context)
        return self._last[3]

    def take(self, text: str, *, is_scan: bool = False) -> Taken:
        """Put the good tokens below the lines, in one step; what is left is bad, or found no room.

        A scanner's burst is one whole code, counted on a line that has only been counted so far.
        """
        from orderdesk.rules.entry.quick_add import QuickAdd, parse_scan

        read = QuickAdd((parse_scan(text, self.codes()),)) if is_scan else self.read(text)
        good = [token for token in read.tokens if token.line is not None]
        first, presenter = len(self._presenter.draft.lines), self._presenter
        room = MAX_LINES - first
        lines = [token.line for token in good[:room] if token.line is not None]
        if lines:
            presenter.change("quick", self._with(lines, is_scan=is_scan))
        left = [token for token in read.tokens if token.line is None or token in good[room:]]
        self._tell(read, len(lines), len(left), is_full=len(good) > room)
        kept = " ".join(text[token.start : token.end] for token in left)
        rest = text[read.tokens[-1].end if read.tokens else 0 :] if read.problems else ""
        caret = left[0].problems[0].start - left[0].start if left and left[0].problems else 0
        return Taken(f"{kept}{rest}", caret, self._unexplained(first))

    def offer(self, text: str, caret: int) -> Offer | None:
        """Return what may stand in the place of the bad token at ``caret``; ``None`` where nothing may."""
        for token in self.read(text).tokens:
            if token.line is not None or not token.start <= caret <= token.end:
                continue
            if token.choices:
                return Offer(token.start, token.end, token.choices)
            for found in token.problems:
                if "near" in found.problem.params:
                    return Offer(found.start, found.end, (_safe(str(found.problem.params["near"])),))
        return None

    def words(self, token: QuickToken) -> str:
        """Return what a token says: its line in short, or what is wrong with it."""
        if token.line is not None:
            return self._line_words(token.line)
        return " ".join(self.problem_words(found.problem) for found in token.problems)

    def problem_words(self, problem: Problem) -> str:
        """Return the sentence of a problem of a text."""
        return tr(problem.code, **readable(problem.params, self._presenter.draft.currency))

    def context(self) -> QuickContext:
        """Return what texts are read against."""
        from orderdesk.rules.entry.quick_add import QuickContext

        return QuickContext(self._presenter.desk.today, self._presenter.draft.requested)

    def codes(self) -> Codes:
        """Return what texts name, with the customer's own numbers."""
        presenter = self._presenter
        desk, indexes, customer = presenter.desk, presenter.services.indexes(), presenter.customer
        facts = (desk, indexes, customer)
        is_same = len(self._facts) == len(facts) and all(map(is_, self._facts, facts))
        if self._known is None or not is_same:
            from orderdesk.services.quick_entry import DeskCodes

            self._facts, self._known = facts, _KnownCodes(DeskCodes(desk, indexes, customer))
        return self._known

    def _with(self, lines: Sequence[QuickLine], *, is_scan: bool) -> OrderDraft:
        draft = self._presenter.draft
        counted = _counted(draft, lines[0]) if is_scan else None
        if counted is not None:
            return counted
        from orderdesk.services.quick_entry import draft_lines

        made = draft_lines(lines, self._presenter.services.ids)
        named = [
            entry.model_copy(update={"typed_code": line.code})
            for entry, line in zip(made, lines, strict=True)
        ]
        return draft.model_copy(update={"lines": (*draft.lines, *named)})

    def _unexplained(self, first: int) -> int | None:
        """Return the first new line whose price was typed: the clerk is asked why, as in the grid."""
        lines = self._presenter.draft.lines
        return next((at for at in range(first, len(lines)) if lines[at].manual_price is not None), None)

    def _tell(self, read: QuickAdd, taken: int, left: int, *, is_full: bool) -> None:
        if is_full:
            self._presenter.say("entry.quick.full", "warn", n=MAX_LINES)
        elif read.problems:
            self._presenter.say(read.problems[0].code, "warn", **read.problems[0].params)
        elif left:
            self._presenter.say("entry.quick.left", "warn", n=taken, bad=left)
        elif taken:
            self._presenter.say_with_undo("entry.quick.added", n=taken)

    def _line_words(self, line: QuickLine) -> str:
        item = self._presenter.desk.items[line.item_id]
        count = f"{line.code} ×{plain(line.count)}"
        parts = [count if line.unit == line.usual_unit else f"{count} {unit_word(item, line.unit)}"]
        if line.price is not None:
            parts.append(tr("entry.quick.chip.price", price=price_text(line.price)))
        if line.discount is not None:
            parts.append(tr("entry.quick.chip.discount", percent=plain(line.discount * 100)))
        if line.requested is not None:
            parts.append(short_date(line.requested))
        if line.schedule:
            parts.append(tr("entry.quick.chip.dates", n=len(line.schedule)))
        if line.note:
            parts.append(f"#{line.note}")
        return tr("entry.quick.chip.joint").join(parts)


def is_in_note(text: str, caret: int) -> bool:
    """Return whether ``caret`` stands in a note: behind ``#``, until the next blank or the end of quotes."""
    in_note = in_quotes = False
    for at, sign in enumerate(text[:caret]):
        if sign == '"' and (in_quotes or not in_note or text[at - 1] == "#"):
            in_quotes = not in_quotes
            in_note = in_note and in_quotes
        elif not in_quotes and sign == "#":
            in_note = True
        elif not in_quotes and sign.isspace():
            in_note = False
    return in_note


def _safe(code: str) -> str:
    """Return a code so that a token reads it whole."""
    return '"' + code.replace('"', '""') + '"' if _SIGNS & set(code) else code


def _counted(draft: OrderDraft, scanned: QuickLine) -> OrderDraft | None:
    """Return the draft with one more of what was scanned, where a line of it has only been counted."""
    for at, line in enumerate(draft.lines):
        if line.item_id != scanned.item_id or line.unit != scanned.unit or not _is_plain(line):
            continue
        more = (line.quantity or Decimal(0)) + scanned.count
        if more <= values.MAX_QUANTITY:
            counted = line.model_copy(update={"quantity": more})
            return draft.model_copy(update={"lines": (*draft.lines[:at], counted, *draft.lines[at + 1 :])})
    return None


def _is_plain(line: LineDraft) -> bool:
    said = (line.manual_price, line.discount, line.notes, line.schedule, line.gift)
    return not any(value for value in said if value is not None)

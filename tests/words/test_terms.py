"""Each value that a record, a state or a rule can have has its word: nobody is shown a code."""

from __future__ import annotations

from typing import get_args

import pytest

from orderdesk import words
from orderdesk.rules import facts, holds, states
from orderdesk.services.policy import POLICY
from orderdesk.wire import commands, drafts, records

VALUES: dict[str, tuple[str, ...]] = {
    "term.state.order": get_args(states.OrderState),
    "term.state.line": get_args(states.LineState),
    "term.state.delivery": get_args(states.DeliveryState),
    "term.task": get_args(states.TaskState),
    "term.approval": get_args(states.ApprovalState),
    "term.decision": get_args(commands.DecideTask.model_fields["decision"].annotation),
    "term.reason": get_args(commands.DecideTask.model_fields["reason_code"].annotation),
    "term.short_reason": get_args(commands.PickedLine.model_fields["short_reason"].annotation),
    "term.hold": tuple(holds.HoldKind),
    "term.hold_level": tuple(holds.HoldLevel),
    "term.stage": tuple(holds.Stage),
    "term.kind.item": get_args(records.ItemKind),
    "term.kind.order": get_args(drafts.OrderKind),
    "term.kind.invoice": get_args(records.InvoiceRecord.model_fields["kind"].annotation),
    "term.source": (*get_args(facts.PriceSource), "manual", "gift", "none"),
    "term.break_mode": get_args(records.BreakRecord.model_fields["mode"].annotation),
    "term.terms": get_args(records.TermsRecord.model_fields["kind"].annotation),
    "term.status": get_args(records.CustomerStatus),
    "term.delivery_method": get_args(drafts.DeliveryMethod),
    "term.urgency": get_args(drafts.Urgency),
    "term.when_short": get_args(drafts.WhenShort),
    "term.freight": get_args(drafts.FreightTerms),
    "term.rounding": get_args(drafts.RoundingStep),
    "term.role": tuple({row.role for row in POLICY}),
}


@pytest.mark.parametrize("family", VALUES)
def test_each_value_of_a_family_has_its_word(family: str) -> None:
    values = [value for value in VALUES[family] if value]
    assert values
    missing = {
        f"{family}.{value}"
        for value in values
        for language in words.LANGUAGES
        if not words.has(f"{family}.{value}", language)
    }
    assert missing == set()

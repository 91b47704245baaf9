"""Who may do what: role × command × relation. What is not in the table is denied.

``relation`` is how the actor stands to the object of the command; each command says which relations it knows
(``any`` where the object makes no difference). A row's name stands in the audit entry of what it allowed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One permission."""

    role: str
    command: str
    relation: str = "any"

    @property
    def name(self) -> str:
        """The row as the audit names it."""
        return f"{self.role}/{self.command}/{self.relation}"


def _rows(role: str, *commands: str, relation: str = "any") -> tuple[PolicyRow, ...]:
    return tuple(PolicyRow(role, command, relation) for command in commands)


POLICY: tuple[PolicyRow, ...] = (
    *_rows("clerk", "save_draft", "discard_draft", "submit_order", "withdraw_submit"),
    *_rows("clerk", "change_order"),
    *_rows("manager", "change_order"),
    *_rows("clerk", "attach_file", "remove_file", "restore_file"),
    *_rows("manager", "attach_file", "remove_file", "restore_file"),
    *_rows("finance", "attach_file", "remove_file", "restore_file"),
    *_rows("clerk", "reserve_stock", "release_stock", "record_print", "record_confirmation"),
    *_rows("warehouse", "pick_delivery", "ship_delivery", "record_print", "move_stock"),
    *_rows("manager", "save_draft", "discard_draft", "submit_order", "withdraw_submit", "record_print"),
    *_rows("manager", "reserve_stock", "release_stock", "record_confirmation"),
    *_rows("manager", "decide_task", "withdraw_decision", relation="entitled"),
    *_rows("finance", "decide_task", "withdraw_decision", relation="entitled"),
    # Approver ≠ author. Where nobody else is entitled, the company's setting opens one of these two ways.
    *_rows("clerk", "decide_task", "withdraw_decision", relation="named_substitute"),
    *_rows("manager", "decide_task", "withdraw_decision", relation="named_substitute"),
    *_rows("finance", "decide_task", "withdraw_decision", relation="named_substitute"),
    *_rows("administrator", "decide_task", "withdraw_decision", relation="named_substitute"),
    *_rows("manager", "decide_task", "withdraw_decision", relation="author_alone"),
    *_rows("finance", "decide_task", "withdraw_decision", relation="author_alone"),
    *_rows("clerk", "comment_order", "restore_draft"),
    *_rows("warehouse", "comment_order"),
    *_rows("manager", "comment_order", "restore_draft"),
    *_rows("finance", "comment_order"),
    *_rows("administrator", "comment_order"),
    *_rows("clerk", "create_customer", "create_item"),
    *_rows("manager", "create_customer", "create_item"),
    *_rows("manager", "lift_hold", relation="entitled"),
    *_rows("finance", "lift_hold", relation="entitled"),
    *_rows("administrator", "put_customer", "put_item", "put_price_list", "move_stock", "record_past_order"),
    *_rows("manager", "put_customer", "put_item", "put_price_list"),
    *_rows("manager", "change_tier", "cancel_tier_change", "merge_customers", "merge_items"),
    *_rows("administrator", "change_tier", "cancel_tier_change", "merge_customers", "merge_items"),
    *_rows("store", "apply_tier_change"),
    *_rows("manager", "put_adjustment", "publish_adjustment", "roll_back_adjustment", "cancel_adjustment"),
    *_rows("administrator", "put_adjustment", "publish_adjustment", "roll_back_adjustment"),
    *_rows("administrator", "cancel_adjustment"),
    *_rows("administrator", "save_rule_draft", "take_over_rule_draft", "discard_rule_draft"),
    *_rows("administrator", "accept_rule_warning", "record_rehearsal", "publish_rules", "roll_back_rules"),
    *_rows("store", "reroute_order"),
    *_rows("store", "seed_store", "record_past_order", "put_customer", "put_item", "put_price_list"),
    *_rows("store", "move_stock"),  # what an imported item has in stock
    *_rows("store", "submit_order"),  # a new order that comes in a file
)

_ALLOWED = {(row.role, row.command, row.relation): row for row in POLICY}


def allowing_row(roles: frozenset[str], command: str, relation: str) -> PolicyRow | None:
    """Return the row that lets one of ``roles`` do ``command`` in this relation.

    ``None`` if there is none.
    """
    for role in sorted(roles):
        row = _ALLOWED.get((role, command, relation))
        if row is not None:
            return row
    return None

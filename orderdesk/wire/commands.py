"""Every command that the one door takes, by name. A command is renamed, never changed; its version grows."""

from datetime import date, datetime
from typing import ClassVar, Literal

from pydantic import Field

from orderdesk.wire.base import (
    UUID,
    Amount,
    Code,
    Currency,
    Frozen,
    Name,
    Quantity,
    Rate,
    SignedQuantity,
    Text,
    UnitPrice,
)
from orderdesk.wire.base import CommandData as CommandData  # noqa: PLC0414 - whoever knows commands finds it here
from orderdesk.wire.drafts import AddressDraft, OrderDraft
from orderdesk.wire.records import AdjustmentRecord, CustomerRecord, ItemRecord, PriceListRecord, SeedBatch
from orderdesk.wire.rule_commands import RULE_COMMANDS


class SaveDraft(CommandData):
    """Save a draft as it stands; nothing is refused but what cannot be stored."""

    name: ClassVar[str] = "save_draft"
    draft: OrderDraft


class DiscardDraft(CommandData):
    """Throw a draft away; it can be restored, its number is never another order's."""

    name: ClassVar[str] = "discard_draft"
    order_id: UUID


class RestoreDraft(CommandData):
    """Bring a draft back that was thrown away, under its number and with all that was typed."""

    name: ClassVar[str] = "restore_draft"
    order_id: UUID


class SubmitOrder(CommandData):
    """Submit an order into its approval route; all problems come back at once."""

    name: ClassVar[str] = "submit_order"
    draft: OrderDraft


class ChangeOrder(CommandData):
    """Change a submitted order that is not released: one transaction withdraws it and sends it again.

    Carries the whole order; its envelope must name the revision that was changed.
    """

    name: ClassVar[str] = "change_order"
    draft: OrderDraft


class WithdrawSubmit(CommandData):
    """Undo a submit: the order is a draft again, if nobody has acted meanwhile."""

    name: ClassVar[str] = "withdraw_submit"
    order_id: UUID


class DecideTask(CommandData):
    """Approve, send back or refuse an approval task, bound to the material that the approver saw."""

    name: ClassVar[str] = "decide_task"
    task_id: UUID
    decision: Literal["approve", "send_back", "refuse"]
    material: str = Field(pattern=r"^[0-9a-f]{64}$")  # SHA-256 of the material shown
    reason_code: Literal["", "price", "credit", "stock", "unclear", "other"] = ""
    reason: Text = ""


class WithdrawDecision(CommandData):
    """Undo a decision while nobody has acted on it."""

    name: ClassVar[str] = "withdraw_decision"
    task_id: UUID


class CommentOrder(CommandData):
    """Say something about an order to the others of the firm; it changes nothing of the order."""

    name: ClassVar[str] = "comment_order"
    order_id: UUID
    text: Text = Field(min_length=1)


class LiftHold(CommandData):
    """Lift a hold of an order, with a reason."""

    name: ClassVar[str] = "lift_hold"
    hold_id: UUID
    reason: Text = Field(min_length=1)


class AttachFile(CommandData):
    """Put a file on an order: by the hash of its content, which the store has already, or as a link."""

    name: ClassVar[str] = "attach_file"
    attachment_id: UUID
    order_id: UUID
    file_name: Name
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    size: int = Field(default=0, ge=0, le=2**53)  # of a linked file; of a kept one the content says it
    link: Text = ""


class RemoveFile(CommandData):
    """Take a file off its order; what it was stays in the trail."""

    name: ClassVar[str] = "remove_file"
    attachment_id: UUID


class RestoreFile(CommandData):
    """Put a removed file back on its order."""

    name: ClassVar[str] = "restore_file"
    attachment_id: UUID


class PickedLine(Frozen):
    """What was found of one delivery line, in the unit of its order line."""

    delivery_line_id: UUID
    picked: Quantity
    short_reason: Literal["", "damaged", "missing", "wait"] = ""


class PickDelivery(CommandData):
    """Record what was picked for a planned delivery; a shortage needs its reason."""

    name: ClassVar[str] = "pick_delivery"
    delivery_id: UUID
    lines: tuple[PickedLine, ...] = Field(min_length=1, max_length=2000)


class ShipDelivery(CommandData):
    """Goods issue of what was picked: stock leaves, the note is numbered.

    The rest stays open as the next part.
    """

    name: ClassVar[str] = "ship_delivery"
    delivery_id: UUID


class RecordPrint(CommandData):
    """Record that a delivery note was printed; from the second time on with a reason, as a marked copy."""

    name: ClassVar[str] = "record_print"
    delivery_id: UUID
    reason: Text = ""


class RecordConfirmation(CommandData):
    """Record that the confirmation of an order was printed, as it stood at ``order_revision``."""

    name: ClassVar[str] = "record_confirmation"
    order_id: UUID
    order_revision: int = Field(ge=1)
    language: Literal["zh", "en", "both"] = "zh"


class StockClaim(Frozen):
    """A quantity of an item at a site for a schedule line, in stock units."""

    schedule_line_id: UUID
    item_id: UUID
    site_id: UUID
    quantity: Quantity


class ReserveStock(CommandData):
    """Reserve stock for schedule lines, each whole or not at all; never below zero."""

    name: ClassVar[str] = "reserve_stock"
    claims: tuple[StockClaim, ...] = Field(min_length=1, max_length=2000)


class ReleaseStock(CommandData):
    """Give reserved stock of schedule lines back."""

    name: ClassVar[str] = "release_stock"
    schedule_line_ids: tuple[UUID, ...] = Field(min_length=1, max_length=2000)


class MoveStock(CommandData):
    """Record a movement: goods in, or a counted difference."""

    name: ClassVar[str] = "move_stock"
    item_id: UUID
    site_id: UUID
    quantity: SignedQuantity  # stock units, signed
    kind: Literal["goods_in", "count"]
    note: Text = ""


class PutCustomer(CommandData):
    """Create or change a customer's record."""

    name: ClassVar[str] = "put_customer"
    record: CustomerRecord


class CreateCustomer(CommandData):
    """Create a customer while its first order is keyed: what a clerk may say of one, and nothing else.

    Tier, terms, prices and credit are those of a customer of whom nothing is known yet.
    """

    name: ClassVar[str] = "create_customer"
    customer_id: UUID
    code: Code
    customer_name: Name = Field(min_length=1)
    phone: Name = ""
    contact: Name = ""
    note: Text = ""
    address: AddressDraft | None = None


class CreateItem(CommandData):
    """Create an item while it is ordered for the first time: its price is that of the list, with tax."""

    name: ClassVar[str] = "create_item"
    item_id: UUID
    code: Code
    item_name: Name = Field(min_length=1)
    unit: Code
    unit_en: Name = ""
    price: UnitPrice | None = None
    tax_rate: Rate


class PutItem(CommandData):
    """Create or change an item's record."""

    name: ClassVar[str] = "put_item"
    record: ItemRecord


class PutPriceList(CommandData):
    """Create or change a price list, tier list or agreement with all its prices."""

    name: ClassVar[str] = "put_price_list"
    record: PriceListRecord


class PutAdjustment(CommandData):
    """Create or change the draft of a price adjustment; the first one draws its number."""

    name: ClassVar[str] = "put_adjustment"
    record: AdjustmentRecord


class PublishAdjustment(CommandData):
    """Write the prices of an adjustment into their lists, to hold from its start on."""

    name: ClassVar[str] = "publish_adjustment"
    adjustment_id: UUID


class RollBackAdjustment(CommandData):
    """Put back what stood in the lists before an adjustment, with a reason."""

    name: ClassVar[str] = "roll_back_adjustment"
    adjustment_id: UUID
    reason: Text = Field(min_length=1)


class CancelAdjustment(CommandData):
    """Give the draft of an adjustment up."""

    name: ClassVar[str] = "cancel_adjustment"
    adjustment_id: UUID


class PastLine(Frozen):
    """A line of an order that happened elsewhere, with the source's own figures."""

    item_code: Code
    quantity: Quantity
    unit_price: UnitPrice
    discount: Rate
    amount: Amount | None = None  # None: what price, quantity and discount come to


class RecordPastOrder(CommandData):
    """Take in an order of another system: its number, its prices, its shipped state.

    Referential checks only.
    """

    name: ClassVar[str] = "record_past_order"
    order_id: UUID
    source: Code
    number: Code
    customer_code: Code
    currency: Currency
    document_date: date
    requested: date | None = None
    shipped: date | None = None
    freight: Amount
    ship_to_name: Name = ""
    ship_to_address: Name = ""
    ship_to_city: Name = ""
    ship_to_region: Name = ""
    salesperson: Name = ""
    lines: tuple[PastLine, ...] = Field(min_length=1, max_length=2000)


class SeedStore(CommandData):
    """Fill an empty store in bulk; one audit entry per batch with the digest of its rows."""

    name: ClassVar[str] = "seed_store"
    batch: SeedBatch


class ChangeTier(CommandData):
    """Change a customer's tier from a day on; a later day is waited for."""

    name: ClassVar[str] = "change_tier"
    change_id: UUID
    customer_id: UUID
    tier: Code
    reason: Text = Field(min_length=1)
    effective: date


class ApplyTierChange(CommandData):
    """Do a planned change on its day; the store's own jobs give it."""

    name: ClassVar[str] = "apply_tier_change"
    change_id: UUID


class CancelTierChange(CommandData):
    """Give a planned change up before its day."""

    name: ClassVar[str] = "cancel_tier_change"
    change_id: UUID


class MergeCustomers(CommandData):
    """Let one customer stay of two: the other's orders, agreements, addresses and numbers go over to it."""

    name: ClassVar[str] = "merge_customers"
    keep_id: UUID
    gone_id: UUID


class MergeItems(CommandData):
    """Let one item stay of two: the other's drafts, prices, barcodes and aliases go over to it."""

    name: ClassVar[str] = "merge_items"
    keep_id: UUID
    gone_id: UUID


_ALL: tuple[type[CommandData], ...] = (
    SaveDraft, DiscardDraft, RestoreDraft, SubmitOrder, WithdrawSubmit, DecideTask, WithdrawDecision,
    CommentOrder, LiftHold,
    PickDelivery, ShipDelivery, RecordPrint, RecordConfirmation, ReserveStock, ReleaseStock, MoveStock,
    PutCustomer,
    CreateCustomer,
    CreateItem, PutItem, PutPriceList, RecordPastOrder, SeedStore,
    AttachFile, RemoveFile, RestoreFile,
    PutAdjustment, PublishAdjustment, RollBackAdjustment, CancelAdjustment,
    ChangeOrder,
    ChangeTier, ApplyTierChange, CancelTierChange, MergeCustomers, MergeItems,
    *RULE_COMMANDS,
)  # fmt: skip

COMMANDS = {command.name: command for command in _ALL}


class Envelope(Frozen):
    """A command on the wire.

    ``id`` makes it safe to send twice; ``base_revision`` is the revision it was made on.
    """

    id: UUID
    command: str
    version: int = 1
    base_revision: int | None = None
    issued_at: datetime | None = None
    data: dict[str, object]


class Command(Frozen):
    """A command with its data checked: what the door executes."""

    id: UUID
    data: CommandData
    base_revision: int | None = None

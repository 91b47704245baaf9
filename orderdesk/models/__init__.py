"""What is remembered: typed tables, the engine, and the one tree of migrations.

No calculation, no decision. Annotations are not postponed here: SQLAlchemy evaluates all of them at the
import, and from texts that takes a fifth longer (ADR 0018).
"""

from orderdesk.models.adjustments import PriceAdjustment, PriceAdjustmentLine
from orderdesk.models.approvals import ApprovalTask
from orderdesk.models.base import Base, as_evidence
from orderdesk.models.catalogue import Item, ItemBarcode, ItemUnit
from orderdesk.models.deliveries import ConfirmationPrint, Delivery, DeliveryLine, NotePrint
from orderdesk.models.evidence import (
    AuditEntry,
    AuditText,
    ChangeLog,
    CommandLog,
    Job,
    JobHolder,
    NumberSeries,
    StoreClock,
)
from orderdesk.models.fields import FieldDefinition, FieldIndex
from orderdesk.models.files import Attachment, FileContent, FileContentPiece, FilePiece
from orderdesk.models.order_text import create_order_text
from orderdesk.models.orders import Hold, Order, OrderComment, OrderLine, OrderRevision, ScheduleLine
from orderdesk.models.organisation import Person, Setting, Site, StoreMeta
from orderdesk.models.parties import Customer, CustomerAddress, CustomerItem, TierChange
from orderdesk.models.prices import Price, PriceBreak, PriceList
from orderdesk.models.rules import RuleDraft, RuleTable
from orderdesk.models.stock import CreditAccount, Reservation, StockLevel, StockMovement

__all__ = [
    "ApprovalTask",
    "Attachment",
    "AuditEntry",
    "AuditText",
    "Base",
    "ChangeLog",
    "CommandLog",
    "ConfirmationPrint",
    "CreditAccount",
    "Customer",
    "CustomerAddress",
    "CustomerItem",
    "Delivery",
    "DeliveryLine",
    "FieldDefinition",
    "FieldIndex",
    "FileContent",
    "FileContentPiece",
    "FilePiece",
    "Hold",
    "Item",
    "ItemBarcode",
    "ItemUnit",
    "Job",
    "JobHolder",
    "NotePrint",
    "NumberSeries",
    "Order",
    "OrderComment",
    "OrderLine",
    "OrderRevision",
    "Person",
    "Price",
    "PriceAdjustment",
    "PriceAdjustmentLine",
    "PriceBreak",
    "PriceList",
    "Reservation",
    "RuleDraft",
    "RuleTable",
    "ScheduleLine",
    "Setting",
    "Site",
    "StockLevel",
    "StockMovement",
    "StoreClock",
    "StoreMeta",
    "TierChange",
    "as_evidence",
    "create_order_text",
]

"""First schema

Revision: 0001, the first
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("v", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("op_id", types.Guid, nullable=False),
        sa.Column("command", sa.String(length=64), nullable=False),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("actor_id", types.Guid, nullable=True),
        sa.Column("device", sa.String(length=200), server_default="", nullable=False),
        sa.Column("policy_row", sa.String(length=200), server_default="", nullable=False),
        sa.Column("objects", sa.Text(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("v", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("op_id", name=op.f("uq_audit_entry_op_id")),
    )
    op.create_table(
        "audit_text",
        sa.Column("v", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("v", name=op.f("pk_audit_text")),
    )
    op.create_table(
        "change_log",
        sa.Column("v", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", sa.String(length=64), nullable=False),
        sa.Column("object_id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("op_id", types.Guid, nullable=False),
        sa.Column("actor_id", types.Guid, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("v", "seq", name=op.f("pk_change_log")),
    )
    op.create_index("ix_change_log_object_id", "change_log", ["object_id"], unique=False)
    op.create_table(
        "command_log",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("command", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("v", sa.BigInteger(), nullable=False),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("actor_id", types.Guid, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command_log")),
    )
    op.create_table(
        "field_definition",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_definition")),
        sa.UniqueConstraint(
            "document", "key", "version", name=op.f("uq_field_definition_document_key_version")
        ),
    )
    op.create_table(
        "item",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("readings", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("spec", sa.String(length=200), server_default="", nullable=False),
        sa.Column("brand", sa.String(length=200), server_default="", nullable=False),
        sa.Column("item_group", sa.String(length=200), server_default="", nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("unit_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("sales_unit", sa.String(length=64), nullable=False),
        sa.Column("price_unit", sa.Integer(), nullable=False),
        sa.Column("order_multiple", types.Quantity(), nullable=True),
        sa.Column("tax_rate", types.Rate(), nullable=False),
        sa.Column("list_price", types.Money(), nullable=True),
        sa.Column("cost", types.Money(), nullable=True),
        sa.Column("floor_price", types.Money(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("custom", sa.Text(), nullable=False),
        sa.CheckConstraint("price_unit IN (1, 100, 1000)", name=op.f("ck_item_price_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
        sa.UniqueConstraint("code", name=op.f("uq_item_code")),
    )
    op.create_table(
        "job_holder",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("seen_at", types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job_holder")),
    )
    op.create_table(
        "number_series",
        sa.Column("series", sa.String(length=64), nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("series", name=op.f("pk_number_series")),
    )
    op.create_table(
        "person",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("roles", sa.String(length=200), server_default="", nullable=False),
        sa.Column("department", sa.String(length=200), server_default="", nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("code", name=op.f("uq_person_code")),
    )
    op.create_table(
        "rule_table",
        sa.Column("book", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("live_from", types.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("book", "version", name=op.f("pk_rule_table")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "site",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=200), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=200), server_default="", nullable=False),
        sa.Column("closed_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("code", name=op.f("uq_site_code")),
    )
    op.create_table(
        "store_clock",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", types.Guid, nullable=False),
        sa.Column("v", sa.BigInteger(), nullable=False),
        sa.Column("audit_head", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_store_clock_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_clock")),
    )
    op.create_table(
        "store_meta",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store_code", sa.String(length=3), nullable=False),
        sa.Column("replica_id", types.Guid, nullable=False),
        sa.Column("min_program", sa.String(length=64), nullable=False),
        sa.Column("created_at", types.Instant(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_store_meta_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_meta")),
    )
    op.create_table(
        "customer",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("readings", sa.Text(), server_default="", nullable=False),
        sa.Column("customer_class", sa.String(length=64), nullable=False),
        sa.Column("tier", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=200), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=200), server_default="", nullable=False),
        sa.Column("salesperson_id", types.Guid, nullable=True),
        sa.Column("department", sa.String(length=200), server_default="", nullable=False),
        sa.Column("bill_to_id", types.Guid, nullable=True),
        sa.Column("payer_id", types.Guid, nullable=True),
        sa.Column("terms_kind", sa.String(length=64), nullable=False),
        sa.Column("terms_days", sa.Integer(), nullable=False),
        sa.Column("terms_closing_day", sa.Integer(), nullable=True),
        sa.Column("terms_due_day", sa.Integer(), nullable=True),
        sa.Column("price_sources", sa.String(length=200), server_default="", nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("prices_include_tax", sa.Boolean(), nullable=False),
        sa.Column("credit_limit", types.Money(), nullable=True),
        sa.Column("receivable", types.Money(), nullable=True),
        sa.Column("receivable_as_of", sa.Date(), nullable=True),
        sa.Column("when_short", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("invoice", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bill_to_id"], ["customer.id"], name=op.f("fk_customer_bill_to_id_customer")
        ),
        sa.ForeignKeyConstraint(["payer_id"], ["customer.id"], name=op.f("fk_customer_payer_id_customer")),
        sa.ForeignKeyConstraint(
            ["salesperson_id"], ["person.id"], name=op.f("fk_customer_salesperson_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("code", name=op.f("uq_customer_code")),
    )
    op.create_table(
        "field_index",
        sa.Column("field_id", types.Guid, nullable=False),
        sa.Column("object_id", types.Guid, nullable=False),
        sa.Column("text_value", sa.String(length=200), nullable=True),
        sa.Column("number_value", types.Money(), nullable=True),
        sa.Column("date_value", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["field_id"], ["field_definition.id"], name=op.f("fk_field_index_field_id_field_definition")
        ),
        sa.PrimaryKeyConstraint("field_id", "object_id", name=op.f("pk_field_index")),
    )
    op.create_index("ix_field_index_date", "field_index", ["field_id", "date_value"], unique=False)
    op.create_index("ix_field_index_number", "field_index", ["field_id", "number_value"], unique=False)
    op.create_index("ix_field_index_text", "field_index", ["field_id", "text_value"], unique=False)
    op.create_table(
        "item_barcode",
        sa.Column("barcode", sa.String(length=64), nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name=op.f("fk_item_barcode_item_id_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("barcode", name=op.f("pk_item_barcode")),
    )
    op.create_index("ix_item_barcode_item_id", "item_barcode", ["item_id"], unique=False)
    op.create_table(
        "item_unit",
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("factor", types.Rate(), nullable=False),
        sa.Column("floating", sa.Boolean(), nullable=False),
        sa.CheckConstraint("factor > 0", name=op.f("ck_item_unit_factor_positive")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["item.id"], name=op.f("fk_item_unit_item_id_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("item_id", "unit", name=op.f("pk_item_unit")),
    )
    op.create_table(
        "job",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("payload", sa.Text(), server_default="", nullable=False),
        sa.Column("due", types.Instant(), nullable=False),
        sa.Column("lease_until", types.Instant(), nullable=True),
        sa.Column("leased_by", sa.String(length=200), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("done_at", types.Instant(), nullable=True),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["leased_by"], ["job_holder.name"], name=op.f("fk_job_leased_by_job_holder"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("key", name=op.f("uq_job_key")),
    )
    op.create_index("ix_job_due", "job", ["done_at", "due"], unique=False)
    op.create_table(
        "stock_level",
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("site_id", types.Guid, nullable=False),
        sa.Column("on_hand", types.Quantity(), nullable=False),
        sa.Column("reserved", types.Quantity(), nullable=False),
        sa.CheckConstraint(
            "reserved >= 0 AND reserved <= on_hand", name=op.f("ck_stock_level_reserved_within")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_stock_level_item_id_item")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_stock_level_site_id_site")),
        sa.PrimaryKeyConstraint("item_id", "site_id", name=op.f("pk_stock_level")),
    )
    op.create_table(
        "stock_movement",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("site_id", types.Guid, nullable=False),
        sa.Column("quantity", types.Quantity(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("object_id", types.Guid, nullable=True),
        sa.Column("at", types.Instant(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_stock_movement_item_id_item")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_stock_movement_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_movement")),
    )
    op.create_index(
        "ix_stock_movement_item_id_site_id", "stock_movement", ["item_id", "site_id"], unique=False
    )
    op.create_table(
        "credit_account",
        sa.Column("customer_id", types.Guid, nullable=False),
        sa.Column("exposure", types.Money(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_credit_account_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_credit_account")),
    )
    op.create_table(
        "customer_address",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("customer_id", types.Guid, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=200), server_default="", nullable=False),
        sa.Column("province", sa.String(length=200), server_default="", nullable=False),
        sa.Column("city", sa.String(length=200), server_default="", nullable=False),
        sa.Column("district", sa.String(length=200), server_default="", nullable=False),
        sa.Column("rest", sa.String(length=200), server_default="", nullable=False),
        sa.Column("receiver", sa.String(length=200), server_default="", nullable=False),
        sa.Column("phone", sa.String(length=200), server_default="", nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_address_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_address")),
    )
    op.create_index("ix_customer_address_customer_id", "customer_address", ["customer_id"], unique=False)
    op.create_table(
        "customer_item",
        sa.Column("customer_id", types.Guid, nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_item_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_customer_item_item_id_item")),
        sa.PrimaryKeyConstraint("customer_id", "number", name=op.f("pk_customer_item")),
    )
    op.create_table(
        "price_list",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("tier", sa.String(length=200), server_default="", nullable=False),
        sa.Column("customer_id", types.Guid, nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("prices_include_tax", sa.Boolean(), nullable=False),
        sa.Column("allows_breaks", sa.Boolean(), nullable=False),
        sa.Column("allows_promotion", sa.Boolean(), nullable=False),
        sa.Column("allows_order_discount", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(source = 'agreement') = (customer_id IS NOT NULL)",
            name=op.f("ck_price_list_agreement_has_customer"),
        ),
        sa.CheckConstraint("source IN ('list', 'tier', 'agreement')", name=op.f("ck_price_list_source")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_price_list_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_list")),
        sa.UniqueConstraint("code", name=op.f("uq_price_list_code")),
    )
    op.create_index("ix_price_list_customer_id", "price_list", ["customer_id"], unique=False)
    op.create_table(
        "sales_order",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), server_default="", nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("state_cause", sa.String(length=200), server_default="", nullable=False),
        sa.Column("state_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("customer_id", types.Guid, nullable=True),
        sa.Column("bill_to_id", types.Guid, nullable=True),
        sa.Column("payer_id", types.Guid, nullable=True),
        sa.Column("customer_class", sa.String(length=200), server_default="", nullable=False),
        sa.Column("tier", sa.String(length=200), server_default="", nullable=False),
        sa.Column("deliver_to", sa.Text(), nullable=False),
        sa.Column("site_id", types.Guid, nullable=True),
        sa.Column("po_number", sa.String(length=200), server_default="", nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("requested", sa.Date(), nullable=True),
        sa.Column("salesperson_id", types.Guid, nullable=True),
        sa.Column("department", sa.String(length=200), server_default="", nullable=False),
        sa.Column("entered_by", types.Guid, nullable=True),
        sa.Column("entered_at", types.Instant(), nullable=False),
        sa.Column("authors", sa.Text(), server_default="", nullable=False),
        sa.Column("submitted_at", types.Instant(), nullable=True),
        sa.Column("released_at", types.Instant(), nullable=True),
        sa.Column("approved_by", types.Guid, nullable=True),
        sa.Column("self_approved_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("delivery_method", sa.String(length=200), server_default="", nullable=False),
        sa.Column("urgency", sa.String(length=200), server_default="", nullable=False),
        sa.Column("when_short", sa.String(length=200), server_default="", nullable=False),
        sa.Column("terms", sa.Text(), server_default="", nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("rate", types.Rate(), nullable=False),
        sa.Column("prices_include_tax", sa.Boolean(), nullable=False),
        sa.Column("order_discount", types.Rate(), nullable=False),
        sa.Column("rounding_step", sa.String(length=200), server_default="", nullable=False),
        sa.Column("freight_terms", sa.String(length=200), server_default="", nullable=False),
        sa.Column("freight_gross", types.Money(), nullable=False),
        sa.Column("goods_net", types.Money(), nullable=False),
        sa.Column("tax", types.Money(), nullable=False),
        sa.Column("rounding", types.Money(), nullable=False),
        sa.Column("total", types.Money(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("exposure", types.Money(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("facts", sa.Text(), server_default="", nullable=False),
        sa.Column("route", sa.Text(), server_default="", nullable=False),
        sa.Column("custom", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'released', 'closed', 'cancelled')",
            name=op.f("ck_sales_order_state"),
        ),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["person.id"], name=op.f("fk_sales_order_approved_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["bill_to_id"], ["customer.id"], name=op.f("fk_sales_order_bill_to_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_sales_order_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["entered_by"], ["person.id"], name=op.f("fk_sales_order_entered_by_person")),
        sa.ForeignKeyConstraint(["payer_id"], ["customer.id"], name=op.f("fk_sales_order_payer_id_customer")),
        sa.ForeignKeyConstraint(
            ["salesperson_id"], ["person.id"], name=op.f("fk_sales_order_salesperson_id_person")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_sales_order_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales_order")),
        sa.UniqueConstraint("source", "number", name=op.f("uq_sales_order_source_number")),
    )
    op.create_index(
        "ix_sales_order_customer_id", "sales_order", ["customer_id", "document_date"], unique=False
    )
    op.create_index("ix_sales_order_entered_at", "sales_order", ["entered_at"], unique=False)
    op.create_index("ix_sales_order_po_number", "sales_order", ["customer_id", "po_number"], unique=False)
    op.create_index("ix_sales_order_state", "sales_order", ["state", "document_date"], unique=False)
    op.create_table(
        "approval_task",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("material", sa.Text(), nullable=False),
        sa.Column("material_sha256", sa.String(length=64), nullable=False),
        sa.Column("opened_at", types.Instant(), nullable=False),
        sa.Column("decided_at", types.Instant(), nullable=True),
        sa.Column("decided_by", types.Guid, nullable=True),
        sa.Column("reason_code", sa.String(length=200), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'active', 'approved', 'refused', 'sent_back', 'skipped', 'withdrawn')",
            name=op.f("ck_approval_task_state"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_approval_task_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["sales_order.id"],
            name=op.f("fk_approval_task_order_id_sales_order"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_task")),
    )
    op.create_index("ix_approval_task_order_id", "approval_task", ["order_id", "round", "step"], unique=False)
    op.create_index("ix_approval_task_state", "approval_task", ["state", "role"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("customer_id", types.Guid, nullable=False),
        sa.Column("site_id", types.Guid, nullable=False),
        sa.Column("planned", sa.Date(), nullable=True),
        sa.Column("deliver_to", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=200), server_default="", nullable=False),
        sa.Column("picked_by", types.Guid, nullable=True),
        sa.Column("shipped_by", types.Guid, nullable=True),
        sa.Column("shipped_at", types.Instant(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'released', 'picking', 'packed', 'at_dock', 'shipped', 'delivered', 'exception', 'cancelled')",
            name=op.f("ck_delivery_state"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_delivery_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_delivery_order_id_sales_order")
        ),
        sa.ForeignKeyConstraint(["picked_by"], ["person.id"], name=op.f("fk_delivery_picked_by_person")),
        sa.ForeignKeyConstraint(["shipped_by"], ["person.id"], name=op.f("fk_delivery_shipped_by_person")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_delivery_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("number", name=op.f("uq_delivery_number")),
    )
    op.create_index("ix_delivery_order_id", "delivery", ["order_id"], unique=False)
    op.create_index("ix_delivery_state", "delivery", ["state", "planned"], unique=False)
    op.create_table(
        "hold",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("object_id", types.Guid, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("cause", sa.Text(), server_default="", nullable=False),
        sa.Column("set_by", types.Guid, nullable=True),
        sa.Column("set_at", types.Instant(), nullable=False),
        sa.Column("lift_roles", sa.String(length=200), server_default="", nullable=False),
        sa.Column("lifted_by", types.Guid, nullable=True),
        sa.Column("lifted_at", types.Instant(), nullable=True),
        sa.Column("lift_reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"], name=op.f("fk_hold_order_id_sales_order"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index("ix_hold_order_id", "hold", ["order_id"], unique=False)
    op.create_table(
        "order_line",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("spec", sa.String(length=200), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("quantity", types.Quantity(), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("factor", types.Rate(), nullable=False),
        sa.Column("price_unit", sa.Integer(), nullable=False),
        sa.Column("unit_price", types.Money(), nullable=False),
        sa.Column("net_unit_price", types.Money(), nullable=False),
        sa.Column("gross_unit_price", types.Money(), nullable=False),
        sa.Column("price_source", sa.String(length=64), nullable=False),
        sa.Column("discount", types.Rate(), nullable=False),
        sa.Column("tax_rate", types.Rate(), nullable=False),
        sa.Column("amount_net", types.Money(), nullable=False),
        sa.Column("tax", types.Money(), nullable=False),
        sa.Column("amount_gross", types.Money(), nullable=False),
        sa.Column("gift", sa.Boolean(), nullable=False),
        sa.Column("list_value", types.Money(), nullable=False),
        sa.Column("cost", types.Money(), nullable=True),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("receipt", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("amount_net + tax = amount_gross", name=op.f("ck_order_line_amounts_agree")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_order_line_quantity_positive")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_order_line_item_id_item")),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["sales_order.id"],
            name=op.f("fk_order_line_order_id_sales_order"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_line")),
        sa.UniqueConstraint("order_id", "position", name=op.f("uq_order_line_order_id_position")),
    )
    op.create_index("ix_order_line_item_id", "order_line", ["item_id"], unique=False)
    op.create_table(
        "order_revision",
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("saved_by", types.Guid, nullable=True),
        sa.Column("saved_at", types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["sales_order.id"],
            name=op.f("fk_order_revision_order_id_sales_order"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("order_id", "revision", name=op.f("pk_order_revision")),
    )
    op.create_table(
        "price",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("price_list_id", types.Guid, nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("price", types.Money(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("price >= 0", name=op.f("ck_price_not_negative")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_price_item_id_item")),
        sa.ForeignKeyConstraint(
            ["price_list_id"],
            ["price_list.id"],
            name=op.f("fk_price_price_list_id_price_list"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price")),
    )
    op.create_index("ix_price_price_list_id_item_id", "price", ["price_list_id", "item_id"], unique=False)
    op.create_table(
        "price_break",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("price_list_id", types.Guid, nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("from_quantity", types.Quantity(), nullable=False),
        sa.Column("discount", types.Rate(), nullable=False),
        sa.Column("mode", sa.String(length=64), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("discount >= 0 AND discount <= 1000000", name=op.f("ck_price_break_fraction")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_price_break_item_id_item")),
        sa.ForeignKeyConstraint(
            ["price_list_id"],
            ["price_list.id"],
            name=op.f("fk_price_break_price_list_id_price_list"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_break")),
    )
    op.create_index(
        "ix_price_break_price_list_id_item_id", "price_break", ["price_list_id", "item_id"], unique=False
    )
    op.create_table(
        "note_print",
        sa.Column("delivery_id", types.Guid, nullable=False),
        sa.Column("copy_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("printed_at", types.Instant(), nullable=False),
        sa.Column("printed_by", types.Guid, nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name=op.f("fk_note_print_delivery_id_delivery")
        ),
        sa.ForeignKeyConstraint(["printed_by"], ["person.id"], name=op.f("fk_note_print_printed_by_person")),
        sa.PrimaryKeyConstraint("delivery_id", "copy_no", name=op.f("pk_note_print")),
    )
    op.create_table(
        "schedule_line",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("order_line_id", types.Guid, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quantity", types.Quantity(), nullable=False),
        sa.Column("shipped", types.Quantity(), nullable=False),
        sa.Column("cancelled", types.Quantity(), nullable=False),
        sa.Column("requested", sa.Date(), nullable=True),
        sa.Column("promised", sa.Date(), nullable=True),
        sa.Column("planned", sa.Date(), nullable=True),
        sa.Column("deliver_to", sa.Text(), nullable=False),
        sa.Column("site_id", types.Guid, nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_schedule_line_quantity_positive")),
        sa.CheckConstraint("shipped >= 0 AND cancelled >= 0", name=op.f("ck_schedule_line_not_negative")),
        sa.ForeignKeyConstraint(
            ["order_line_id"],
            ["order_line.id"],
            name=op.f("fk_schedule_line_order_line_id_order_line"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_schedule_line_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule_line")),
    )
    op.create_index("ix_schedule_line_order_line_id", "schedule_line", ["order_line_id"], unique=False)
    op.create_index("ix_schedule_line_requested", "schedule_line", ["requested"], unique=False)
    op.create_table(
        "delivery_line",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("delivery_id", types.Guid, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("schedule_line_id", types.Guid, nullable=False),
        sa.Column("order_line_id", types.Guid, nullable=False),
        sa.Column("quantity", types.Quantity(), nullable=False),
        sa.Column("picked", types.Quantity(), nullable=False),
        sa.Column("shipped", types.Quantity(), nullable=False),
        sa.Column("before", types.Quantity(), nullable=False),
        sa.Column("short_reason", sa.String(length=200), server_default="", nullable=False),
        sa.CheckConstraint("picked >= 0 AND picked <= quantity", name=op.f("ck_delivery_line_picked_within")),
        sa.CheckConstraint(
            "shipped >= 0 AND shipped <= quantity", name=op.f("ck_delivery_line_shipped_within")
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["delivery.id"],
            name=op.f("fk_delivery_line_delivery_id_delivery"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["order_line_id"], ["order_line.id"], name=op.f("fk_delivery_line_order_line_id_order_line")
        ),
        sa.ForeignKeyConstraint(
            ["schedule_line_id"],
            ["schedule_line.id"],
            name=op.f("fk_delivery_line_schedule_line_id_schedule_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_line")),
        sa.UniqueConstraint("delivery_id", "position", name=op.f("uq_delivery_line_delivery_id_position")),
    )
    op.create_index("ix_delivery_line_schedule_line_id", "delivery_line", ["schedule_line_id"], unique=False)
    op.create_table(
        "reservation",
        sa.Column("schedule_line_id", types.Guid, nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("site_id", types.Guid, nullable=False),
        sa.Column("quantity", types.Quantity(), nullable=False),
        sa.Column("reserved_at", types.Instant(), nullable=False),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_reservation_positive")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_reservation_item_id_item")),
        sa.ForeignKeyConstraint(
            ["schedule_line_id"],
            ["schedule_line.id"],
            name=op.f("fk_reservation_schedule_line_id_schedule_line"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reservation_site_id_site")),
        sa.PrimaryKeyConstraint("schedule_line_id", name=op.f("pk_reservation")),
    )
    op.create_index("ix_reservation_item_id_site_id", "reservation", ["item_id", "site_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")

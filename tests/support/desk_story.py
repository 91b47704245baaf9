"""A second day at the sample company: what the whole desk adds to a store, each by its own command."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from orderdesk.intake.sample import sample_id
from orderdesk.services.file_store import store_content
from orderdesk.services.reading.whole_records import customer_by_id
from orderdesk.wire.commands import (
    AttachFile,
    ChangeOrder,
    ChangeTier,
    CommandData,
    CommentOrder,
    DiscardDraft,
    MergeCustomers,
    PublishAdjustment,
    PutAdjustment,
    PutCustomer,
    RecordConfirmation,
    RestoreDraft,
)
from orderdesk.wire.drafts import AddressDraft, NoteDraft, OrderDraft
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")
PICTURE = b"\x89PNG\r\n\x1a\n a fax as it came"


def tell_of_the_desk(sample: SampleDesk) -> None:
    """Play the day: a parked draft with a file, a drop order, a changed order, records, a new price."""
    _keep_a_parked_draft_with_its_fax(sample)
    _ship_in_the_customers_name(sample)
    _change_what_was_submitted(sample)
    _keep_records(sample)
    _adjust_a_price(sample)


def _keep_a_parked_draft_with_its_fax(sample: SampleDesk) -> None:
    draft = sample.draft("C1002", ("A105", "2"), parked=True)
    draft = draft.model_copy(
        update={
            "notes": (
                NoteDraft(text="先不要催款", internal=True),
                NoteDraft(text="送货前打电话", on_delivery_note=True),
            )
        }
    )
    _done(sample.save(draft))
    stored = store_content(sample.store, PICTURE, sample.clock.now())
    file = AttachFile(
        attachment_id=sample.ports.ids.new(), order_id=draft.id, file_name="fax.png", sha256=stored.sha256
    )
    _do(sample, file, "lina")
    gone = sample.draft("C1004", ("B211", "4"))
    _done(sample.save(gone))
    _do(sample, DiscardDraft(order_id=gone.id), "lina")
    _do(sample, RestoreDraft(order_id=gone.id), "lina")


def _ship_in_the_customers_name(sample: SampleDesk) -> None:
    address = AddressDraft(
        province="浙江省",
        city="杭州市",
        district="西湖区",
        rest="文三路 1 号",
        receiver="张三",
        phone="13800138000",
    )
    order = sample.draft(
        "C1001", ("B211", "2"), requested=date(2026, 3, 13), drop_order=True, sender_name="华东家居旗舰店",
        invoice_kind="special", deliver_to=address,
    )  # fmt: skip
    outcome = _done(sample.submit(order))
    revision = outcome.touched_one("order").revision
    _do(sample, RecordConfirmation(order_id=order.id, order_revision=revision, language="zh"), "lina")


def _change_what_was_submitted(sample: SampleDesk) -> None:
    order = sample.draft("C2002", ("A107", "20"), po_number="QH-7")
    revision = _done(sample.submit(order)).touched_one("order").revision
    _do(sample, CommentOrder(order_id=order.id, text="客户改成 22 张"), "lina")
    changed = sample.with_seen_prices(_with_quantity(order, Decimal(22)))
    _done(sample.do(ChangeOrder(draft=changed), "lina", revision))


def _with_quantity(order: OrderDraft, quantity: Decimal) -> OrderDraft:
    (line,) = order.lines
    return order.model_copy(update={"lines": (line.model_copy(update={"quantity": quantity}),)})


def _keep_records(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
    assert found is not None
    twin = found.record.model_copy(
        update={
            "id": sample.ports.ids.new(), "code": "C9001", "addresses": (), "item_numbers": (),
            "receivable": Decimal(0), "bill_to_id": None, "payer_id": None,
        }
    )  # fmt: skip
    _do(sample, PutCustomer(record=twin), "zhoumin")
    _do(sample, MergeCustomers(keep_id=HUADONG, gone_id=twin.id), "zhoumin")
    tier = ChangeTier(
        change_id=sample.ports.ids.new(), customer_id=sample_id("customer", "C1002"), tier="vip",
        reason="全年 50 万", effective=date(2026, 4, 1),
    )  # fmt: skip
    _do(sample, tier, "zhangwei")


def _adjust_a_price(sample: SampleDesk) -> None:
    line = AdjustmentLineRecord(
        id=sample.ports.ids.new(), price_list_id=sample_id("price_list", "STD-2026"),
        item_id=sample_id("item", "A105"),
        unit=sample.desk().items[sample_id("item", "A105")].sales_unit, old_price=Decimal(880),
        new_price=Decimal(915),
    )  # fmt: skip
    record = AdjustmentRecord.model_validate(
        {"id": sample.ports.ids.new(), "start": date(2026, 4, 1), "reason": "橡木涨价", "lines": (line,)}
    )
    _do(sample, PutAdjustment(record=record), "zhangwei")
    _do(sample, PublishAdjustment(adjustment_id=record.id), "zhangwei")


def _done(outcome: Outcome) -> Outcome:
    assert not outcome.is_refused, outcome.problems
    return outcome


def _do(sample: SampleDesk, data: CommandData, person: str) -> Outcome:
    return _done(sample.do(data, person))

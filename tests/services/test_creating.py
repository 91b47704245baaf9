"""A clerk may create a customer or an item while an order is keyed, and change neither."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from orderdesk.services.check import check_store
from orderdesk.services.reading.desk import load_customer
from orderdesk.wire.commands import CreateCustomer, CreateItem
from orderdesk.wire.drafts import AddressDraft
from tests.support.desk import SampleDesk

WHERE = AddressDraft(
    receiver="张三", phone="13800138000", province="浙江省", city="杭州市", rest="文三路 90 号"
)


def customer(sample: SampleDesk, **fields: Any) -> CreateCustomer:
    told = {"customer_id": sample.ports.ids.new(), "code": "Q0001", "customer_name": "张三商行"} | fields
    return CreateCustomer.model_validate(told)


def test_a_new_caller_becomes_a_standard_customer_without_credit(sample: SampleDesk) -> None:
    data = customer(sample, phone="13800138000", contact="张三", note="新客户", address=WHERE)
    assert sample.do(data, "lina").outcome == "applied"
    with sample.store.reading() as connection:
        made = load_customer(connection, data.customer_id)
    assert made is not None
    assert (made.name, made.phone, made.contact, made.note) == ("张三商行", "13800138000", "张三", "新客户")
    assert (made.tier, made.credit_limit, made.terms_days) == ("standard", None, 0)
    assert [(one.receiver, one.city, one.rest) for one in made.addresses] == [
        ("张三", "杭州市", "文三路 90 号")
    ]
    assert check_store(sample.store).findings == ()


def test_a_clerk_changes_no_customer_that_is_there(sample: SampleDesk) -> None:
    there = sample.customer("C1001")
    outcome = sample.do(customer(sample, customer_id=there.id), "lina")
    assert [problem.code for problem in outcome.problems] == ["problem.record.id_taken"]
    outcome = sample.do(customer(sample, code="C1001"), "lina")
    assert [problem.code for problem in outcome.problems] == ["problem.record.code_taken"]
    assert sample.customer("C1001") == there


def test_a_new_item_can_be_ordered_at_its_price(sample: SampleDesk) -> None:
    data = CreateItem(
        item_id=sample.ports.ids.new(), code="Q900", item_name="样品桌", unit="张", price=Decimal("99.50"),
        tax_rate=Decimal("0.13"),
    )  # fmt: skip
    assert sample.do(data, "lina").outcome == "applied"
    item = sample.desk().items[data.item_id]
    assert (item.code, item.sales_unit, item.tax_rate) == ("Q900", "张", Decimal("0.13"))
    again = sample.do(data.model_copy(update={"code": "Q901"}), "lina")
    assert [problem.code for problem in again.problems] == ["problem.record.id_taken"]
    assert sample.do(data, "zhaoqiang").is_refused

"""The order confirmation as the customer gets it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from orderdesk.printing.confirmation import render_order_confirmation
from orderdesk.printing.confirmation_document import ConfirmedPart
from orderdesk.printing.papers import A4
from tests.printing.confirmations import DAY, confirmation, line
from tests.printing.marks import media_boxes
from tests.printing.pages import signs_of, texts_of


def text_of(document) -> str:
    return "\n".join(texts_of(render_order_confirmation(document).pdf))


def test_a_chinese_confirmation_reads_back_line_by_line():
    lines = text_of(confirmation("zh", 2)).splitlines()
    for expected in (
        "订单确认",
        "SO-K7M-000371",
        "客户 华东机电设备有限公司 (C0123)",
        "收货人 王建国 138 0013 8000",
        "客户订单号 PO-2026-1187",
        "单据日期 2026-11-22",
        "要货日 2026-12-03",
        "账期 月结",
        "交货方式 物流",
        "运费方式 寄付",
        "缺货处理 等货",
        "序号 编码 品名 规格 单位 数量 含税单价 税率 价税合计",
        "1 A105 不锈钢球阀 DN25 PN16 个 13 19.50 13% 253.50",
        "2 B211 六角螺栓 Hex bolt M12×60 8.8 级 盒 14 20.50 13% 287.00",
        "未税金额 ¥440.50",
        "税额 ¥100.00",
        "大写金额",
        "伍佰肆拾元伍角整",
        "价税合计 ¥540.50",
        "供方（盖章）",
        "需方确认（签字盖章）",
    ):
        assert expected in lines
    assert any("制单 李敏；业务员 张伟；审核 周敏" in text for text in lines)


def test_an_english_confirmation_has_english_labels_only():
    text = text_of(confirmation("en", 2))
    assert "Order confirmation" in text
    assert "Confirmed by the customer" in text
    for label in ("订单", "序号", "品名", "税率", "合计", "供方", "需方", "页"):
        assert label not in text


def test_freight_stands_apart_from_the_goods_and_rounding_is_told():
    text = text_of(confirmation("zh", 2, freight=Decimal("45.00"), rounding=Decimal("0.50")))
    for expected in ("货款（含税） ¥540.50", "运费（含税） ¥45.00", "已抹零 ¥0.50", "价税合计 ¥585.50"):
        assert expected in text


def test_without_freight_and_rounding_nothing_is_said_of_them():
    assert not [word for word in ("货款", "运费（含税）", "抹零") if word in text_of(confirmation("zh", 2))]


def test_each_part_of_a_line_says_when_how_much_and_where_else():
    parts = (
        ConfirmedPart(Decimal(6), DAY),
        ConfirmedPart(Decimal("6.5"), date(2026, 12, 10), "无锡市 孙丽"),
        ConfirmedPart(Decimal("0.5"), None),
    )
    text = text_of(confirmation(lines=(line(1, parts=parts),)))
    for expected in ("2026-12-03：6 个", "2026-12-10：6.5 个 无锡市 孙丽", "日期待定：0.5 个"):
        assert expected in text


def test_a_line_that_comes_as_the_order_says_repeats_no_date():
    assert "2026-12-03：" not in text_of(confirmation("zh", 2))
    other_day = line(1, parts=(ConfirmedPart(Decimal(13), date(2026, 12, 4)),))
    assert "2026-12-04：13 个" in text_of(confirmation(lines=(other_day,)))


def test_dimensions_stay_on_one_line():
    assert "1400×800×750" in text_of(confirmation("en", lines=(line(1, specification="1400×800×750"),)))


def test_gift_number_and_note_stand_under_the_name():
    text = text_of(confirmation(lines=(line(1, is_gift=True, customer_item="KH-7", note="红色"),)))
    assert [word for word in ("赠品", "客户料号 KH-7", "红色") if word in text] == [
        "赠品",
        "客户料号 KH-7",
        "红色",
    ]


def test_an_order_that_waits_for_approval_says_so_on_each_page():
    pages = texts_of(render_order_confirmation(confirmation("zh", 40, is_pending=True)).pdf)
    assert len(pages) == 3
    assert all("审批中" in page.replace("\n", "") for page in pages)
    assert "审批中" not in text_of(confirmation("zh", 2)).replace("\n", "")


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (7, 1), (30, 2), (140, 7)])
def test_totals_and_signatures_stand_on_the_last_page_only(rows, pages):
    found = texts_of(render_order_confirmation(confirmation("zh", rows)).pdf)
    assert len(found) == pages
    last = [False] * (pages - 1) + [True]
    assert ["未税金额" in page for page in found] == last
    assert ["需方确认" in page for page in found] == last
    assert ["续下页" in page for page in found] == [not one for one in last]
    assert all("SO-K7M-000371" in page for page in found)


def test_another_currency_has_no_capitals():
    text = text_of(confirmation("en", 1, currency="EUR"))
    assert "EUR 253.50" in text
    assert "capitals" not in text


def test_it_is_a4_and_nothing_leaves_the_margins():
    document = confirmation(
        "both",
        lines=tuple(line(number, name="超长品名" * 40, note="备注" * 90) for number in range(1, 12)),
        customer_name="M" * 300,
        ship_to="长地址" * 100,
        note="备注 note " * 80,
        terms="T" * 200,
        entered_by="业" * 60,
        approved_by="E" * 90,
    )
    rendered = render_order_confirmation(document)
    assert {problem.code for problem in rendered.warnings} == {"document.warning.shortened"}
    for box in media_boxes(rendered.pdf):
        assert box == pytest.approx((0, 0, A4.width, A4.height), abs=0.001)
    for page in signs_of(rendered.pdf):
        assert min(sign.left for sign in page) >= A4.margin_side - 1
        assert max(sign.right for sign in page) <= A4.width - A4.margin_side + 1


def test_figures_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="sum to the total"):
        replace(confirmation(), total=Decimal(1))


@pytest.mark.parametrize("changes", [{"lines": ()}, {"number": ""}])
def test_a_confirmation_of_nothing_is_refused(changes):
    with pytest.raises(ValueError, match="a number and at least one line"):
        replace(confirmation(), **changes)


def test_equal_confirmations_are_equal_bytes():
    assert (
        render_order_confirmation(confirmation("both", 5)).pdf
        == render_order_confirmation(confirmation("both", 5)).pdf
    )

"""The delivery note as its reader gets it: what stands on the paper, and that nothing is lost."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from orderdesk import words
from orderdesk.errors import Problem
from orderdesk.printing.delivery_note import render_delivery_note
from orderdesk.printing.documents import CompanyBlock
from orderdesk.printing.papers import A4
from tests.printing.notes import line, note
from tests.printing.pages import signs_of, texts_of


def text_of(document) -> str:
    return "\n".join(texts_of(render_delivery_note(document, A4).pdf))


def test_a_chinese_note_reads_back_line_by_line():
    lines = text_of(note("zh", 2)).splitlines()
    assert lines[:4] == [
        "宁波海曙恒通五金贸易有限公司",
        "浙江省宁波市海曙区机场路 988 号 3 幢",
        "电话 0574-8712 3456",
        "送货单",
    ]
    for expected in (
        "客户 华东机电设备有限公司 (C0123)",
        "收货人 王建国 138 0013 8000",
        "销售订单 SO-K7M-000371",
        "客户订单号 PO-2026-1187",
        "送货日期 2026-11-23",
        "账期 月结 30 天",
        "序号 编码 品名 规格 单位 数量",
        "1 A105 不锈钢球阀 DN25 PN16 个 13",
        "2 B211 六角螺栓 Hex bolt M12×60 8.8 级 盒 14",
        "合计 共 2 项",
        "打印：李敏，2026-11-22 09:41 (UTC+8) 第 1 页，共 1 页",
    ):
        assert expected in lines


def test_an_english_note_has_english_labels_only():
    text = text_of(note("en", 2))
    assert "No. Code Item Specification Unit Quantity" in text
    assert "Page 1 of 1" in text
    for label in ("送货单", "序号", "编码", "品名", "数量", "合计", "制单", "收货人签字", "页"):
        assert label not in text


def test_a_bilingual_note_has_each_label_twice():
    text = text_of(note("both", 2))
    for expected in ("收货地址 Deliver to", "收货人签字 Received by", "第 1 页，共 1 页 / Page 1 of 1"):
        assert expected in text
    assert re.search("品名\\s+Item", text)


def test_a_complete_delivery_shows_one_quantity():
    text = text_of(note("zh", 2))
    assert "数量" in text
    assert not re.search("订货|已发|本次|未发|第 1 批", text)


def test_a_partial_delivery_shows_ordered_before_now_and_open():
    text = text_of(note("zh", 1, before="8", remaining="6", part=2))
    assert "序号 编码 品名 规格 单位 订货 已发 本次 未发" in text
    assert "1 A105 不锈钢球阀 DN25 PN16 个 27 8 13 6" in text
    assert "第 2 批" in text


def test_prices_bring_the_total_and_its_capitals():
    text = text_of(note("zh", 2, shows_prices=True))
    assert "1 A105 不锈钢球阀 DN25 PN16 个 13 19.50 253.50" in text
    assert "¥540.50" in text
    assert "伍佰肆拾元伍角整" in text


def test_a_note_without_prices_shows_no_amount():
    text = text_of(note("zh", 2))
    assert not re.search("¥|大写|价税|单价|金额|253.50|540.50", text)


def test_an_amount_in_another_currency_has_no_capitals():
    text = text_of(note("en", 2, shows_prices=True, currency="EUR"))
    assert "EUR 540.50" in text
    assert "Amount in capitals" not in text


def test_quantities_of_one_unit_are_added_up():
    same = replace(note("zh"), lines=(line(1, unit="个"), line(2, unit="个")))
    assert "合计 共 2 项 27" in text_of(same)


def test_an_original_has_no_mark_of_a_reprint():
    assert "次打印" not in text_of(note("zh", 1))


def test_each_page_of_a_reprint_is_marked():
    pages = texts_of(render_delivery_note(note("zh", 40, copy_no=2), A4).pdf)
    assert len(pages) == 2
    assert all("第 2 次打印" in page for page in pages)


def test_each_page_of_a_draft_says_so():
    pages = texts_of(render_delivery_note(note("en", 40, is_draft=True, number="", barcode=""), A4).pdf)
    assert len(pages) == 2
    assert all("DRAFT" in page for page in pages)


def test_a_note_that_is_sent_is_no_draft():
    assert "草稿" not in text_of(note("zh", 1))


def test_hostile_text_is_printed_as_it_stands():
    text = text_of(note("en", 1, customer_name="<b>A & B</b>", customer_code="", note="a < b &amp; {page}"))
    assert "<b>A & B</b>" in text
    assert "a < b &amp; {page}" in text


def test_a_sign_without_glyph_is_replaced_and_reported():
    rendered = render_delivery_note(note("zh", 1, customer_name="茶杯😀公司", customer_code=""), A4)
    assert "茶杯□公司" in texts_of(rendered.pdf)[0]
    assert rendered.warnings == (
        Problem("document.warning.glyph_missing", params={"characters": "😀 (U+1F600)"}, severity="warn"),
    )


def test_a_shortened_text_is_reported():
    rendered = render_delivery_note(note("en", 1, terms="thirty days " * 60), A4)
    assert [problem.code for problem in rendered.warnings] == ["document.warning.shortened"]
    assert rendered.warnings[0].params == {"text": "thirty days thirty days "}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_warnings_have_sentences(language):
    assert words.has("document.warning.glyph_missing", language)
    assert words.has("document.warning.shortened", language)


def overfull():
    """Return a note in which every field is far too long for its place."""
    most = Decimal("9999999.999")
    long_lines = (
        replace(
            line(1, before="8", remaining="6"),
            name="<i>long</i> & name " * 20,
            code="X" * 200,
            note="注" * 90,
        ),
        replace(line(2), name="超长品名" * 60, specification="W" * 200, customer_item="9" * 80, is_gift=True),
        replace(line(3), name="שלום \u202e123 😀", unit="箱（每箱 12 个，木托盘）"),
        replace(
            line(4),
            ordered=most,
            before=most,
            now=most,
            open=most,
            unit_price=Decimal("99999999.9999"),
            amount=Decimal("100000000000000.00"),
        ),
    )
    return note(
        "both",
        shows_prices=True,
        lines=long_lines,
        number="DN-K7M-" + "1" * 60,
        barcode="DN-K7M-" + "1" * 60,
        company=CompanyBlock("公司名" * 40, "address " * 60, "9" * 100),
        customer_name="M" * 300,
        ship_to="长地址" * 120,
        receiver="R" * 150,
        note="备注 note " * 100,
        order_numbers=tuple(f"SO-K7M-{number:06}" for number in range(1, 30)),
        customer_po_numbers=("P" * 200,),
        site="S" * 200,
        terms="T" * 200,
        delivery_method="D" * 200,
        entered_by="E" * 90,
        salesperson="业" * 60,
        printed_by="{time}" * 40,
        copy_no=9999,
        part=9999,
        total=Decimal("99999999999999.99"),
    )


def test_nothing_leaves_the_margins_however_long_the_texts():
    for page in signs_of(render_delivery_note(overfull(), A4).pdf):
        assert min(sign.left for sign in page) >= A4.margin_side - 1
        assert max(sign.right for sign in page) <= A4.width - A4.margin_side + 1
        assert min(sign.bottom for sign in page) >= A4.margin_bottom - 4
        assert max(sign.top for sign in page) <= A4.height - A4.margin_top + 1


def test_no_two_signs_stand_on_each_other_however_long_the_texts():
    def meet(one, other):
        across = min(one.right, other.right) - max(one.left, other.left)
        along = min(one.top, other.top) - max(one.bottom, other.bottom)
        return across > 1.2 and along > 1.2

    for page in signs_of(render_delivery_note(overfull(), A4).pdf):
        page.sort(key=lambda sign: sign.bottom)
        for index, sign in enumerate(page):
            for other in page[index + 1 :]:
                if other.bottom > sign.top:
                    break
                assert not meet(sign, other), (sign, other)


def test_long_figures_are_printed_whole():
    text = text_of(overfull())
    for figure in ("9,999,999.999", "99,999,999.9999", "100,000,000,000,000.00", "¥99,999,999,999,999.99"):
        assert figure in text


def test_fonts_are_embedded_subsets():
    pdf = render_delivery_note(note("zh", 5), A4).pdf
    names = set(re.findall(rb"/BaseFont /(\S+)", pdf))
    assert {re.sub(rb"^[A-Z]{6}\+", b"", name) for name in names} == {
        b"Inter-Regular",
        b"Inter-SemiBold",
        b"NotoSansSC-Bold",
        b"NotoSansSC-Regular",
    }
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert pdf.count(b"/FontFile2") == len(names)
    assert len(pdf) < 100_000


def test_equal_notes_are_equal_bytes_whatever_was_drawn_between():
    first = render_delivery_note(note("zh", 5), A4).pdf
    render_delivery_note(note("both", 12, shows_prices=True), A4)
    assert render_delivery_note(note("zh", 5), A4).pdf == first

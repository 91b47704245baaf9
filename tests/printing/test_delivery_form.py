"""The delivery note on continuous forms: what needles and carbonless paper need, and factories expect."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.note import render_note
from orderdesk.printing.papers import A4, FORM_241, POINTS_PER_MM
from orderdesk.printing.preview import page_images
from tests.printing.marks import IMAGE, TEXT, marks_of, media_boxes
from tests.printing.notes import line, note
from tests.printing.pages import signs_of, texts_of
from tests.printing.test_delivery_note import overfull

BLACK = (0, 0, 0)
KINDS = {
    "priced": note("zh", 12, shows_prices=True),
    "without prices": note("zh", 12),
    "partial": note("zh", 12, before="8", remaining="6", part=2),
    "partial, priced": note("zh", 12, shows_prices=True, before="8", remaining="6", part=2),
    "English": note("en", 12, shows_prices=True),
    "English, partial": note("en", 12, shows_prices=True, before="8", remaining="1200", part=3),
    "bilingual": note("both", 12, shows_prices=True, before="8", remaining="6", copy_no=3),
    "draft": note("zh", 12, is_draft=True, number="", barcode=""),
    "overfull": overfull(),
}


def kinds(*, without: str = ""):
    """Run a test with each kind of note."""
    chosen = {name: document for name, document in KINDS.items() if name != without}
    return pytest.mark.parametrize("document", chosen.values(), ids=chosen)


KIND = kinds()


def form(document, **options) -> bytes:
    return render_delivery_form(document, FormOptions(**options)).pdf


def text_of(document, **options) -> str:
    return "\n".join(texts_of(form(document, **options)))


def of_one_unit(rows: int):
    """Return a priced note whose rows are known by their codes and have one unit."""
    lines = tuple(replace(line(number, unit="个"), code=f"R{number:04}") for number in range(1, rows + 1))
    total = sum((entry.amount or Decimal(0) for entry in lines), Decimal(0))
    return replace(note("zh", shows_prices=True), lines=lines, total=total)


@KIND
def test_each_page_is_241_by_140_millimetres(document):
    for left, bottom, right, top in media_boxes(form(document)):
        assert (left, bottom) == (0, 0)
        assert right / POINTS_PER_MM == pytest.approx(241, abs=0.001)
        assert top / POINTS_PER_MM == pytest.approx(140, abs=0.001)


@KIND
def test_nothing_stands_on_the_perforated_strips(document):
    pdf = form(document)
    strip = 12.7 * POINTS_PER_MM
    for page in marks_of(pdf):
        assert min(mark.box[0] for mark in page) >= strip
        assert max(mark.box[2] for mark in page) <= FORM_241.width - strip
        assert min(mark.box[1] for mark in page) >= 0
        assert max(mark.box[3] for mark in page) <= FORM_241.height
    for image in page_images(pdf, 180):
        columns = int(12.7 / 25.4 * 180)
        for row in range(image.height):
            start = row * image.width * 4
            end = start + image.width * 4
            assert set(image.rgba[start : start + columns * 4]) == {255}
            assert set(image.rgba[end - columns * 4 : end]) == {255}


@KIND
def test_everything_is_black_and_no_picture(document):
    for page in marks_of(form(document)):
        assert {mark.kind for mark in page} & {IMAGE} == set()
        assert {mark.fill for mark in page} | {mark.stroke for mark in page} <= {BLACK, None}


@KIND
def test_no_line_is_a_hairline(document):
    widths = {mark.line_width for page in marks_of(form(document)) for mark in page if mark.stroke}
    assert min(widths) >= 0.35


@KIND
def test_no_text_is_smaller_than_needles_can_draw(document):
    sizes = {mark.font_size for page in marks_of(form(document)) for mark in page if mark.kind == TEXT}
    assert min(sizes) >= 10.5


@kinds(without="draft")  # whose mark is drawn across the page on purpose
def test_texts_stand_within_the_form_and_not_on_each_other(document):
    def meet(one, other):
        across = min(one.right, other.right) - max(one.left, other.left)
        along = min(one.top, other.top) - max(one.bottom, other.bottom)
        return across > 1.2 and along > 1.2

    for page in signs_of(form(document)):
        assert min(sign.left for sign in page) >= FORM_241.margin_side - 1
        assert max(sign.right for sign in page) <= FORM_241.width - FORM_241.margin_side + 1
        page.sort(key=lambda sign: sign.bottom)
        for index, sign in enumerate(page):
            for other in page[index + 1 :]:
                if other.bottom > sign.top:
                    break
                assert not meet(sign, other), (sign, other)


def test_texts_are_of_the_chinese_face_in_its_one_weight_and_titles_in_the_strong_one():
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", form(note("zh", 5, shows_prices=True))))
    assert names == {b"NotoSansSC-Regular", b"NotoSansSC-Bold"}


def test_the_factory_columns_stand_in_their_order():
    text = text_of(note("zh", 2, shows_prices=True))
    assert "序号 编码 品名 规格 单位 数量 单价 金额 备注" in text
    assert "1 A105 不锈钢球阀 DN25 PN16 个 13 19.50 253.50" in text


def test_an_english_form_has_english_labels_only():
    text = text_of(note("en", 2, shows_prices=True))
    assert "No. Code Item Specification Unit Quantity Price Amount Remark" in text
    assert "①File copy ②Customer ③Signed copy ④Finance" in text
    for label in ("送货单", "序号", "编码", "品名", "数量", "合计", "制单", "签字", "存根", "页"):
        assert label not in text


def test_a_bilingual_form_heads_its_columns_twice():
    text = text_of(note("both", 2, shows_prices=True))
    for chinese, english in (("序号", "No."), ("品名", "Item"), ("单价", "Price"), ("备注", "Remark")):
        assert chinese in text
        assert english in text
    assert "收货地址 Ship to：" in text


def test_without_prices_there_is_no_amount_anywhere():
    text = text_of(note("zh", 12))
    assert "序号 编码 品名 规格 单位 数量 备注" in text
    assert not re.search("¥|大写|价税|单价|金额|账期|253.50", text)


def test_a_partial_delivery_without_prices_has_columns_for_it():
    text = text_of(note("zh", 1, before="8", remaining="6", part=2))
    assert "序号 编码 品名 规格 单位 订货 已发 本次 未发 备注" in text
    assert "1 A105 不锈钢球阀 DN25 PN16 个 27 8 13 6" in text
    assert "第 2 批" in text


def test_a_partial_delivery_with_prices_says_in_the_remark_what_is_open():
    text = text_of(note("zh", 1, shows_prices=True, before="8", remaining="6", part=2))
    assert "1 A105 不锈钢球阀 DN25 PN16 个 13 19.50 253.50 订 27，未发 6" in text


def test_an_english_remark_says_what_is_open_of_what_was_ordered():
    text = text_of(note("en", 1, shows_prices=True, before="8", remaining="1200", part=3))
    assert "1 A105 不锈钢球阀 DN25 PN16 个 13 19.50 253.50 1,200 of 1,221 open" in text


def test_gift_number_and_note_of_a_line_are_its_remark():
    marked = replace(line(1), is_gift=True, customer_item="KH-7", note="轻放")
    assert "赠品；KH-7；轻放" in text_of(note("zh", lines=(marked,))).replace("\n", "")


def test_all_copies_are_named_on_every_page_of_one_pass():
    pages = texts_of(form(note("zh", 12)))
    assert len(pages) == 2
    assert all("①存根联 ②客户联 ③回单联 ④财务联" in page for page in pages)


def test_a_three_part_form_names_three_copies_in_its_own_words():
    text = text_of(note("zh", 1), copies=("stub", "customer", "门卫联"))
    assert "①存根联 ②客户联 ③门卫联" in text
    assert "④" not in text


@pytest.mark.parametrize("copies", [(), ("stub",) * 7, ("stub", " ")])
def test_copies_without_a_name_are_refused(copies):
    with pytest.raises(ValueError, match="named copies"):
        FormOptions(copies=copies)


def test_the_signature_row_is_on_every_page():
    for page in texts_of(form(note("zh", 12))):
        for label in ("制单：李敏", "业务员：张伟", "发货人：", "送货人：", "收货人签字："):
            assert label in page


def test_amount_and_capitals_stand_on_the_last_page_only():
    pages = texts_of(form(note("zh", 12, shows_prices=True)))
    assert ["价税合计：¥4,154.00" in page for page in pages] == [False, True]
    assert ["大写金额：肆仟壹佰伍拾肆元整" in page for page in pages] == [False, True]


def test_another_currency_has_no_capitals():
    text = text_of(note("en", 2, shows_prices=True, currency="EUR"))
    assert "EUR 540.50" in text
    assert "capitals" not in text


def test_each_sheet_says_whose_it_is():
    for page in texts_of(form(note("zh", 35))):
        for expected in (
            "宁波海曙恒通五金贸易有限公司",
            "DN-K7M-17",
            "华东机电设备有限公司",
            "SO-K7M-000371",
        ):
            assert expected in page


def test_a_draft_says_so_in_outlines_across_every_page():
    pdf = form(note("en", 12, is_draft=True, number="", barcode=""))
    for page in marks_of(pdf):
        outlined = [mark for mark in page if mark.kind == TEXT and mark.stroke and not mark.fill]
        assert len(outlined) == 1
        assert outlined[0].font_size > 60
    assert all(page.count("DRAFT") == 2 for page in texts_of(pdf))


def test_long_figures_are_printed_whole():
    text = text_of(overfull())
    for figure in ("9,999,999.999", "99,999,999.9999", "100,000,000,000,000.00", "¥99,999,999,999,999.99"):
        assert figure in text


@kinds(without="overfull")  # whose rows are three steps high
def test_a_page_holds_eight_to_ten_ordinary_rows(document):
    first = texts_of(form(document))[0]
    rows = [number for number in range(1, 13) if re.search(rf"^{number} ", first, re.MULTILINE)]
    assert rows == list(range(1, len(rows) + 1))
    assert 8 <= len(rows) <= 10


@pytest.mark.parametrize(
    ("rows", "pages"), [(1, 1), (9, 1), (10, 1), (11, 2), (20, 2), (61, 7), (70, 7), (391, 40), (400, 40)]
)
def test_rows_and_sums_go_on_over_the_pages(rows, pages):
    document = of_one_unit(rows)
    found = texts_of(form(document))
    assert len(found) == pages
    codes = [[int(code) for code in re.findall(r"R(\d{4})", page)] for page in found]
    assert [code for page in codes for code in page] == list(range(1, rows + 1))
    so_far, count, pieces = Decimal(0), 0, Decimal(0)
    for number, (page, here) in enumerate(zip(found, codes, strict=True), 1):
        lines = [document.lines[code - 1] for code in here]
        amount = sum(entry.amount or Decimal(0) for entry in lines)
        own = sum(entry.now for entry in lines)
        so_far, count, pieces = so_far + amount, count + len(lines), pieces + own
        assert f"第 {number} 页，共 {pages} 页" in page
        assert f"{'合计' if pages == 1 else '本页小计'} {own:,} {amount:,.2f}" in page
        running = f"累计 {count} 项 数量：{pieces:,} 累计：¥{so_far:,.2f} 续下页"
        assert (running in page) == (number < pages)
    assert so_far == document.total
    assert f"价税合计：¥{so_far:,.2f}" in found[-1]
    assert all("价税合计" not in page for page in found[:-1])


def test_quantities_of_different_units_are_not_added_up():
    assert "合计\n" in text_of(note("zh", 3))
    assert "数量：" not in text_of(note("zh", 12))


def test_the_first_empty_row_says_that_nothing_follows():
    assert text_of(of_one_unit(9)).count("以下空白") == 1
    assert "以下空白" not in text_of(of_one_unit(10))


def test_a_long_name_takes_more_steps_and_stays_whole():
    lines = tuple(replace(line(number), name="加长型耐高温不锈钢法兰连接球阀" * 2) for number in range(1, 9))
    document = note("zh", shows_prices=True, lines=lines)
    rendered = render_delivery_form(document)
    assert rendered.warnings == ()
    assert rendered.pages == 2
    assert "".join(texts_of(rendered.pdf)).replace("\n", "").count("球阀") == 16


@pytest.mark.parametrize(("right", "down"), [("1.5", "-2"), ("-0.5", "0"), ("0", "10"), ("10", "10")])
def test_an_offset_moves_everything_by_exactly_that_much(right, down):
    document = note("zh", 12, shows_prices=True, before="8", remaining="6")
    still, moved = (
        marks_of(form(document)),
        marks_of(form(document, right=Decimal(right), down=Decimal(down))),
    )
    across, along = float(right) * POINTS_PER_MM, -float(down) * POINTS_PER_MM
    for before, after in zip(still, moved, strict=True):
        assert len(before) == len(after) > 100
        for one, other in zip(before, after, strict=True):
            expected = tuple(edge + by for edge, by in zip(one.box, (across, along) * 2, strict=True))
            assert other.box == pytest.approx(expected, abs=0.002)
            assert replace(other, box=one.box) == one


@pytest.mark.parametrize("offset", ["0.3", "10.5", "-11", "NaN", "Infinity"])
def test_an_offset_between_the_steps_or_off_the_paper_is_refused(offset):
    with pytest.raises(ValueError, match=r"0\.5 mm"):
        FormOptions(right=Decimal(offset))
    with pytest.raises(ValueError, match=r"0\.5 mm"):
        FormOptions(down=Decimal(offset))


def test_equal_notes_are_equal_bytes():
    document = note("both", 12, shows_prices=True)
    assert form(document) == form(document)


def test_the_paper_chooses_the_layout():
    assert media_boxes(render_note(note(), A4).pdf)[0][2:] == pytest.approx((A4.width, A4.height), abs=0.001)
    assert render_note(note(), FORM_241, FormOptions(down=Decimal(1))).pdf == form(note(), down=Decimal(1))


def test_the_form_is_known_to_printers_in_hundredths_of_a_millimetre():
    assert FORM_241.hundredths == (24_100, 14_000)
    assert A4.hundredths == (21_000, 29_700)

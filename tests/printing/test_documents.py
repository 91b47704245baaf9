"""The document itself: it cannot be made untruthful, and its words are all there."""

from dataclasses import replace

import pytest

from orderdesk import words
from orderdesk.printing.documents import LABEL_PARAMS, LABELS, labels_from
from tests.printing.notes import note


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lines": ()}, "at least one line"),
        ({"number": ""}, "only a draft has no number"),
        ({"copy_no": 0}, "counted from 1"),
        ({"part": 0}, "counted from 1"),
        ({"shows_prices": True, "total": None}, "needs the price"),
        ({"barcode": "送货单"}, "printable ASCII"),
        ({"qr": "x" * 81}, "printable ASCII"),
    ],
)
def test_a_note_that_could_not_be_true_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        note("zh", 2, **changes)


def test_a_line_without_price_is_refused_where_prices_show():
    unpriced = tuple(replace(entry, unit_price=None) for entry in note().lines)
    with pytest.raises(ValueError, match="needs the price"):
        note("zh", shows_prices=True, lines=unpriced)


def test_a_delivery_is_partial_when_something_went_before_or_stays_open():
    assert not note("zh", 2).is_partial
    assert note("zh", 2, before="1").is_partial
    assert note("zh", 2, remaining="1").is_partial


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("code", LABELS)
def test_every_label_has_text_and_keeps_its_parameters(code, language):
    assert words.has(code, language)
    label = labels_from(words.text, language).first[code]
    assert all(f"{{{name}}}" in label for name in LABEL_PARAMS[code])


def test_a_bilingual_paper_is_chinese_with_english_beside_it():
    labels = labels_from(words.text, "both")
    assert labels.first["document.column.name"] == "品名"
    assert labels.second is not None
    assert labels.second["document.column.name"] == "Item"

"""What a desk remembers of its printers, over a restart and over damage."""

import logging
from decimal import Decimal
from pathlib import Path

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.forms import FormOptions
from orderdesk.spool.choices import CHOICES_FILE, PaperChoice, PrinterChoices

NEEDLE = "lp:LQ630K"
FORM = '{"kinds": {}, "forms": [{"printer": "p", "paper": "a", "copies": ["x"], "right": "%s", "down": "0"}]}'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / CHOICES_FILE


def test_printer_and_paper_are_remembered_for_each_kind_of_document(file: Path):
    choices = PrinterChoices(file)
    choices.remember("delivery_note", PaperChoice("241x140", NEEDLE))
    choices.remember("order_confirmation", PaperChoice("a4", "ipp://office/ipp/print"))
    again = PrinterChoices(file)
    assert again.choice("delivery_note") == PaperChoice("241x140", NEEDLE)
    assert again.choice("order_confirmation") == PaperChoice("a4", "ipp://office/ipp/print")


def test_before_the_first_print_it_is_a4_on_no_printer(file: Path):
    assert PrinterChoices(file).choice("delivery_note") == PaperChoice("a4", "")
    assert not file.exists()


def test_an_offset_belongs_to_a_printer_and_a_paper(file: Path):
    choices = PrinterChoices(file)
    moved = choices.move(NEEDLE, "241x140", Decimal("1.5"), Decimal("-0.5"))
    assert moved == FormOptions(right=Decimal("1.5"), down=Decimal("-0.5"))
    again = PrinterChoices(file)
    assert again.form(NEEDLE, "241x140") == moved
    assert again.form("lp:other", "241x140") == FormOptions()


def test_copies_keep_their_names_when_the_offset_changes(file: Path):
    choices = PrinterChoices(file)
    choices.set_form(NEEDLE, "241x140", FormOptions(("stub", "门卫联")))
    choices.move(NEEDLE, "241x140", Decimal(2), Decimal(0))
    assert PrinterChoices(file).form(NEEDLE, "241x140") == FormOptions(("stub", "门卫联"), Decimal(2))


def test_an_offset_off_the_paper_changes_nothing(file: Path):
    choices = PrinterChoices(file)
    with pytest.raises(ValueError, match=r"0\.5 mm"):
        choices.move(NEEDLE, "241x140", Decimal(11), Decimal(0))
    assert choices.form(NEEDLE, "241x140") == FormOptions()
    assert not file.exists()


@pytest.mark.expects_log("remembered printers")
@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"kinds": {}}',
        '{"kinds": {"delivery_note": 3}, "forms": []}',
        FORM % "?",
        FORM % "99",
    ],
)
def test_a_damaged_file_is_forgotten_and_written_anew(file: Path, content: str, caplog):
    file.write_text(content, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        choices = PrinterChoices(file)
    assert len(caplog.records) == 1
    assert choices.choice("delivery_note") == PaperChoice()
    choices.remember("delivery_note", PaperChoice("a4", NEEDLE))
    assert PrinterChoices(file).choice("delivery_note") == PaperChoice("a4", NEEDLE)


def test_a_paper_that_is_no_longer_there_counts_as_not_chosen(file: Path):
    file.write_text('{"kinds": {"delivery_note": {"paper": "a7", "printer": "lp:x"}}, "forms": []}')
    assert PrinterChoices(file).choice("delivery_note") == PaperChoice()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    choices = PrinterChoices(tmp_path / "gone" / CHOICES_FILE)
    with pytest.raises(EnvironmentProblem, match=r"error\.file\.unwritable"):
        choices.remember("delivery_note", PaperChoice("a4", NEEDLE))

"""``orderdesk note`` on the papers that there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from orderdesk.models import Order
from orderdesk.printing.papers import PAPERS
from tests.cli.conftest import Cli
from tests.printing.marks import media_boxes
from tests.printing.pages import texts_of
from tests.support.desk import open_sample_desk


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_the_note_of_a_delivery_is_written_on_every_paper(
    cli: Cli, sample_sqlite_url: str, tmp_path: Path, paper: str
) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    draft = desk.draft("C1001", ("A105", "2"), requested=date(2026, 3, 12))
    assert desk.submit(draft).outcome == "applied"
    with desk.store.reading() as connection:
        number = connection.execute(select(Order.number).where(Order.id == draft.id)).scalar_one()
    desk.store.close()
    out = tmp_path / "note.pdf"
    said = cli("--store", sample_sqlite_url, "note", f"{number}/1", "--paper", paper, "--out", out)
    assert (said.code, said.err) == (0, "")
    width, height = PAPERS[paper].width, PAPERS[paper].height
    assert media_boxes(out.read_bytes()) == [pytest.approx((0, 0, width, height), abs=0.001)]
    assert number in texts_of(out.read_bytes())[0]

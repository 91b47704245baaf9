"""A24: papers with hostile text fetch nothing, run nothing, link nowhere, and show the text as it stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from orderdesk.printing.confirmation import render_order_confirmation
from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.delivery_note import render_delivery_note
from orderdesk.printing.documents import DocumentLanguage
from orderdesk.printing.papers import A4
from orderdesk.words import LANGUAGES
from tests.printing.confirmations import confirmation
from tests.printing.confirmations import line as confirmation_line
from tests.printing.notes import line, note
from tests.printing.pages import texts_of
from tests.threats.outside import watched

PAYLOADS = (
    '<b>A & B</b>',
    '<img src="file:///etc/orderdesk-canary.png"/>',
    '<link href="javascript:alert(1)">go</link>',
    '<a href="http://x.example">go</a>',
    "{{7*7}} ${7*7} {page}",
    "&lt;para&gt; &#169; %PDF-1.7",
    ") Tj ET /JS (app.alert(1))",
)  # fmt: skip
# What makes a PDF do something by itself, or on a click.
ACTIVE = re.compile(
    rb"/(?:JS|JavaScript|OpenAction|AA|Launch|URI|GoToR|GoToE|SubmitForm|ImportData|EmbeddedFile|RichMedia"
    rb"|Annots|XFA|AcroForm|Movie|Sound|Rendition)\b"
)

Paper = Callable[[str, DocumentLanguage], bytes]


def a4_note(text: str, language: DocumentLanguage) -> bytes:
    spoiled = replace(line(1), name=text, specification="")
    document = note(language, 1, customer_name=text, customer_code="", note=text, lines=(spoiled,))
    return render_delivery_note(document, A4).pdf


def form(text: str, language: DocumentLanguage) -> bytes:
    return render_delivery_form(note(language, 1, customer_name=text, customer_code="", note=text)).pdf


def order_confirmation(text: str, language: DocumentLanguage) -> bytes:
    spoiled = confirmation_line(1, name=text, specification="")
    document = confirmation(language, lines=(spoiled,), customer_name=text, customer_code="", note=text)
    return render_order_confirmation(document).pdf


PAPERS = (a4_note, form, order_confirmation)


def inflated(pdf: bytes) -> bytes:
    """Return a PDF with its streams unpacked, those of pages left out: there the text itself stands."""
    plain = re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    packed = re.findall(rb"<<[^>]*/ObjStm[^>]*>>\s*stream\r?\n(.*?)endstream", pdf, flags=re.DOTALL)
    return b"\n".join([plain, *map(zlib.decompress, packed)])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a24_hostile_text_on_a_paper_is_text_and_nothing_else(
    paper: Paper, language: DocumentLanguage
) -> None:
    for payload in PAYLOADS:
        with watched() as seen:
            pdf = paper(payload, language)
        assert seen.fetched == []
        assert seen.started == []
        assert ACTIVE.findall(inflated(pdf)) == []
        shown = "".join("".join(texts_of(pdf)).split())
        assert "".join(payload.split()) in shown


def test_a24_the_check_finds_a_link_in_a_pdf() -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("unused.pdf")
    canvas.linkURL("http://x.example", (0, 0, 10, 10))
    canvas.showPage()
    assert ACTIVE.findall(inflated(canvas.getpdfdata()))


def test_a24_the_watch_sees_a_file_and_a_connection() -> None:
    import socket

    with watched() as seen:
        with pytest.raises(OSError, match="canary"):
            Path("/etc/orderdesk-canary.png").read_bytes()
        with pytest.raises(OSError), socket.socket() as made:  # noqa: PT011 - refused, whatever the system says
            made.connect(("127.0.0.1", 1))
    assert seen.fetched == ["/etc/orderdesk-canary.png", "socket.connect"]

"""``dev.py prove print``: a form goes to a printer over IPP and through CUPS, and arrives at its exact size.

Nothing is played: CUPS' own software printer says what paper it was asked for, and keeps the file.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2

from devtools.findings import Finding, tell
from devtools.proof_printers import ProofPrinter, announcing, cups, look_for_programs, printing, wait_for
from devtools.running import SetupProblem
from orderdesk import words
from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.documents import CompanyBlock, DeliveryNoteDocument, DeliveryNoteLine, labels_from
from orderdesk.printing.papers import FORM_241, POINTS_PER_MM
from orderdesk.spool.jobs import PrintJob, read_address
from orderdesk.spool.sending import send

QUEUE = "OrderDeskProof"
_SIZE = re.compile(r"\{media-size=\{x-dimension=(\d+) y-dimension=(\d+)\}")
_SIZE_ANYWHERE = re.compile(r"x-dimension=(\d+) y-dimension=(\d+)")


def sample_note(rows: int) -> DeliveryNoteDocument:
    """Return a note with prices over some pages of the form."""
    line = DeliveryNoteLine(
        1, "BRG-6204", "深沟球轴承", "6204-2RS", "套",
        Decimal(20), Decimal(0), Decimal(20), Decimal(0), Decimal("18.5"), Decimal(370),
    )  # fmt: skip
    return DeliveryNoteDocument(
        number="DN-K7M-931",
        language="zh",
        labels=labels_from(words.text, "zh"),
        company=CompanyBlock("苏州恒达五金工业品有限公司", phone="0512-6688 1200"),
        customer_code="HT01",
        customer_name="苏州恒通机械有限公司",
        order_numbers=("SO-K7M-001187",),
        lines=tuple(replace(line, position=position) for position in range(1, rows + 1)),
        delivery_date=date(2026, 12, 3),
        ship_to="苏州市工业园区星湖街 88 号 3 号仓",
        shows_prices=True,
        total=Decimal(370) * rows,
        barcode="DN-K7M-931",
    )


def prove() -> list[Finding]:
    """Print by both roads and return what was found."""
    drawn = render_delivery_form(sample_note(25))
    job = PrintJob(drawn.pdf, "送货单 DN-K7M-931", FORM_241, "李娜")
    with tempfile.TemporaryDirectory(prefix="orderdesk-print-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # CUPS runs its filters as another user
        with announcing(folder) as variables, printing(folder, variables) as printer:
            findings = [*over_ipp(job, printer)]
            with cups(folder, printer, QUEUE) as cups_variables:
                findings += through_cups(job, printer, cups_variables["CUPS_SERVER"], folder, drawn.pages)
    return findings


def over_ipp(job: PrintJob, printer: ProofPrinter) -> list[Finding]:
    """Send straight to the printer: the very bytes must arrive."""
    seen = len(printer.log.read_text(errors="replace"))
    taken = send(job, read_address(printer.uri))
    wait_for(lambda: len(printer.documents()) == 1, "the page at the printer", printer.log)
    wait_for(lambda: printer.documents()[0].stat().st_size >= len(job.pdf), "the whole page", printer.log)
    asked = printer.log.read_text(errors="replace")[seen:]
    arrived = printer.documents()[0].read_bytes()
    return [
        Finding("IPP: number of the job", "1", str(taken.job_id)),
        Finding("IPP: bytes as drawn", "identical", "identical" if arrived == job.pdf else "different"),
        Finding("IPP: paper asked for, 1/100 mm", "24100 × 14000", _asked_size(asked)),
        Finding("IPP: copies asked for", "1", _asked(asked, "copies")),
        Finding("IPP: scaling asked for", "none", _asked(asked, "print-scaling")),
    ]


def through_cups(
    job: PrintJob, printer: ProofPrinter, server: str, folder: Path, pages: int
) -> list[Finding]:
    """Send through CUPS' ``lp``: its filters may write the file anew, size and place must stay."""
    seen = len(printer.log.read_text(errors="replace"))
    os.environ["CUPS_SERVER"] = server
    taken = send(job, read_address(f"lp:{QUEUE}"))
    log = folder / "cups" / "error.log"
    wait_for(lambda: len(printer.documents()) == 2, "the page behind CUPS", log)
    wait_for(lambda: printer.documents()[1].read_bytes().rstrip().endswith(b"%%EOF"), "the whole page", log)
    asked = printer.log.read_text(errors="replace")[seen:]
    arrived = printer.documents()[1].read_bytes()
    drawn, printed = ink_of(job.pdf), ink_of(arrived)
    shift = max(abs(one - other) for one, other in zip(drawn, printed, strict=True))
    return [
        Finding("CUPS: number of the job", "1", str(taken.job_id)),
        Finding("CUPS: paper asked for, 1/100 mm", "24100 × 14000", _asked_size(asked)),
        Finding("CUPS: pages in millimetres", "241.0 × 140.0 " * pages, _page_sizes(arrived)),
        Finding("CUPS: ink moved by", "under 0.1 mm", "under 0.1 mm" if shift < 0.1 else f"{shift:.2f} mm"),
    ]


def _asked_size(log: str) -> str:
    found = _SIZE.findall(log) or _SIZE_ANYWHERE.findall(log)
    return " ".join(dict.fromkeys(f"{width} × {height}" for width, height in found)) or "none"


def _asked(log: str, name: str) -> str:
    found = re.findall(rf"^ +{name} \([a-z]+\) (\S+)$", log, re.MULTILINE)
    return " ".join(dict.fromkeys(found)) or "not asked"


def _page_sizes(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [page.get_size() for page in document]
    finally:
        document.close()
    return "".join(f"{width / POINTS_PER_MM:.1f} × {height / POINTS_PER_MM:.1f} " for width, height in sizes)


def ink_of(pdf: bytes) -> tuple[float, float, float, float]:
    """Return where the ink of the first page begins and ends: left, top, right, bottom in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = (
            document[0].render(scale=600 / 72).to_pil().convert("L").point(lambda dot: 255 * (dot < 128))
        )
    finally:
        document.close()
    left, top, right, bottom = (edge / 600 * 25.4 for edge in picture.getbbox())
    return left, top, right, bottom


def main() -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where something is missing here."""
    try:
        look_for_programs()
        findings = prove()
    except (SetupProblem, EnvironmentProblem) as problem:
        print(problem, file=sys.stderr)
        return 3
    return tell(findings)


if __name__ == "__main__":
    sys.exit(main())

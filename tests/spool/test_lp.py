"""Printing through CUPS: what ``lp`` is told and given, by a program in its place that writes it down.

``dev.py prove print`` does the same with CUPS itself and a printer behind it.
"""

import json
import sys
from pathlib import Path

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.papers import A4, FORM_241
from orderdesk.spool import lp
from orderdesk.spool.jobs import Accepted, PrintJob, read_address
from orderdesk.spool.sending import send

PDF = b"%PDF-1.4 \x00\xff whatever"
STAND_IN = """#!{python}
import json, pathlib, sys
here = pathlib.Path({folder!r})
(here / "{name}.json").write_text(json.dumps(sys.argv[1:]))
(here / "{name}.in").write_bytes(sys.stdin.buffer.read())
sys.stderr.write({err!r})
sys.stdout.write({out!r}[sys.argv[1]])
sys.exit({code})
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that puts a program on the path, instead of everything that is there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name: str, out: dict[str, str] | None = None, err: str = "", code: int = 0) -> Path:
        out = out or {"-d": "", "-e": ""}  # by the first argument
        text = STAND_IN.format(
            python=sys.executable, folder=str(tmp_path), name=name, out=out, err=err, code=code
        )
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
        return tmp_path

    return put


def job(paper=FORM_241) -> PrintJob:
    return PrintJob(PDF, "送货单 DN-K7M-17", paper)


def test_lp_gets_the_pdf_the_exact_size_and_one_copy(programs):
    folder = programs("lp", out={"-d": "request id is LQ630K-42 (1 file(s))\n"})
    assert send(job(), read_address("lp:LQ630K")) == Accepted(42)
    assert (folder / "lp.in").read_bytes() == PDF
    told = json.loads((folder / "lp.json").read_text())
    assert told[:6] == ["-d", "LQ630K", "-t", "送货单 DN-K7M-17", "-n", "1"]
    assert told[6:-1:2] == ["-o"] * 7
    assert set(told[7:-1:2]) == {
        "media=Custom.241x140mm",
        "PageSize=Custom.241x140mm",
        "orientation-requested=3",
        "print-scaling=none",
        "fit-to-page=false",
        "sides=one-sided",
        "number-up=1",
    }
    assert told[-1] == "-"


def test_a4_is_told_in_millimetres_as_well():
    assert "media=Custom.210x297mm" in lp.options(job(A4), "Office")


def test_a_refusal_is_told_in_the_words_of_cups(programs):
    programs("lp", err="lp: The printer or class does not exist.\n", code=1)
    with pytest.raises(EnvironmentProblem) as caught:
        send(job(), read_address("lp:Gone"))
    assert caught.value.code == "error.print.refused"
    assert caught.value.params == {"printer": "Gone", "detail": "lp: The printer or class does not exist."}


def test_without_cups_that_is_what_is_said(programs):
    with pytest.raises(EnvironmentProblem, match=r"error\.print\.no_cups"):
        send(job(), read_address("lp:LQ630K"))
    assert not lp.has_lp()
    assert lp.queues() == ()


@pytest.mark.parametrize(
    ("default", "expected"),
    [
        ("system default destination: Zebra\n", ("Zebra", "Alpha", "Office")),
        ("no system default destination\n", ("Alpha", "Office", "Zebra")),
    ],
)
def test_the_default_queue_is_named_first(programs, default, expected):
    programs("lpstat", out={"-e": "Office\nAlpha\nZebra\n", "-d": default})
    assert lp.queues() == expected


def test_a_lpstat_that_fails_names_no_queues(programs):
    programs("lpstat", err="lpstat: Scheduler is not running.\n", code=1)
    assert lp.queues() == ()

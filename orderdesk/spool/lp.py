"""Prints through CUPS, where it is installed: ``lp`` takes the PDF and the exact size of its paper."""

from __future__ import annotations

import re
import shutil
import subprocess

from orderdesk.errors import EnvironmentProblem
from orderdesk.spool.jobs import Accepted, PrintJob

WAIT_S = 60
_JOB = re.compile(r"\S+-(\d+)\b")


def has_lp() -> bool:
    """Return whether this machine prints through CUPS."""
    return shutil.which("lp") is not None


def queues() -> tuple[str, ...]:
    """Return the names of CUPS' queues, the default one first; none without CUPS or while it is stopped."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return ()
    try:
        names = _run([lpstat, "-e"]).stdout.decode(errors="replace").split()
        default = _run([lpstat, "-d"]).stdout.decode(errors="replace").rpartition(":")[2].strip()
    except subprocess.TimeoutExpired:
        return ()
    return tuple(sorted(names, key=lambda name: (name != default, name)))


def print_through_cups(job: PrintJob, queue: str) -> Accepted:
    """Give ``job`` to CUPS for ``queue`` and return its number there; the queue sends it on by itself.

    Raises ``EnvironmentProblem`` ``error.print.no_cups`` or ``error.print.refused`` with CUPS' own words.
    """
    lp = shutil.which("lp")
    if lp is None:
        raise EnvironmentProblem("error.print.no_cups")
    try:
        done = _run([lp, *options(job, queue), "-"], job.pdf)
    except subprocess.TimeoutExpired as fault:
        raise EnvironmentProblem("error.print.unanswered", printer=queue, detail="") from fault
    if done.returncode != 0:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise EnvironmentProblem("error.print.refused", printer=queue, detail=said)
    found = _JOB.search(done.stdout.decode(errors="replace"))
    return Accepted(int(found[1]) if found else 0)


def options(job: PrintJob, queue: str) -> list[str]:
    """Return what ``lp`` is told: this queue, one copy, this size, upright, not scaled.

    A custom size is taken as it is given. The driver's list is not asked: its nearest paper would be another.
    It is said twice, as CUPS makes its own ``PageSize`` of ``media`` in whole points, 0.3 mm too short.
    """
    width, height = (f"{length / 100:g}" for length in job.paper.hundredths)
    told = [
        f"media=Custom.{width}x{height}mm",
        f"PageSize=Custom.{width}x{height}mm",
        "orientation-requested=3",
        "print-scaling=none",
        "fit-to-page=false",
        "sides=one-sided",
        "number-up=1",
    ]
    return [
        "-d", queue, "-t", job.title[:120], "-n", "1",
        *(part for option in told for part in ("-o", option)),
    ]  # fmt: skip


def _run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run one of CUPS' programs with its full path, without a shell."""
    return subprocess.run(command, input=data, capture_output=True, timeout=WAIT_S, check=False)  # noqa: S603 - lp by its full path, no shell

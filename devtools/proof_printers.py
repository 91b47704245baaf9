"""A printer and a CUPS of our own for the proof of printing: private daemons in one folder, ended with it.

CUPS brings ``ippeveprinter``, a printer made of software. It announces itself and gives up where nobody
listens to that, so it needs a bus and avahi; where the machine runs no avahi, private ones are started on the
loopback.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.running import SetupProblem, apt_install, can_install_packages, run_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PROGRAMS = {
    "cupsd": "cups",
    "lpadmin": "cups-client",
    "lp": "cups-client",
    "ippeveprinter": "cups-ipp-utils",
    "avahi-daemon": "avahi-daemon",
    "dbus-daemon": "dbus",
}
_FILTERS = Path("/usr/lib/cups/filter/pdftopdf")
_AVAHI_PID = Path("/run/avahi-daemon/pid")
_WAIT_S = 30.0

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>
"""
_AVAHI = """[server]
host-name=orderdesk-proof
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
publish-workstation=no
"""
# A needle printer as a print server shows it: black, one side, one copy, A4 and any form up to 300 mm wide.
_PRINTER = """ATTR boolean color-supported false
ATTR integer copies-default 1
ATTR rangeOfInteger copies-supported 1-1
ATTR mimeMediaType document-format-default application/pdf
ATTR mimeMediaType document-format-supported application/pdf,application/octet-stream
ATTR keyword job-creation-attributes-supported
 copies,media,media-col,orientation-requested,print-scaling,sides
ATTR keyword media-col-supported
 media-size,media-top-margin,media-bottom-margin,media-left-margin,media-right-margin
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm
ATTR keyword media-supported iso_a4_210x297mm,custom_min_76.2x76.2mm,custom_max_300x600mm
ATTR collection media-size-supported
 { MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700 },
 { MEMBER rangeOfInteger x-dimension 7620-30000 MEMBER rangeOfInteger y-dimension 7620-60000 }
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR integer media-top-margin-supported 0
ATTR enum orientation-requested-default 3
ATTR enum orientation-requested-supported 3,4
ATTR keyword print-scaling-default none
ATTR keyword print-scaling-supported none
ATTR keyword sides-default one-sided
ATTR keyword sides-supported one-sided
ATTR textWithoutLanguage printer-make-and-model "OrderDesk proof"
ATTR resolution printer-resolution-default 180dpi
ATTR resolution printer-resolution-supported 180dpi
"""
_CUPSD = """Listen {folder}/cups.sock
LogLevel debug
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_CUPS_FILES = """ServerRoot {folder}/cups
RequestRoot {folder}/cups/spool
CacheDir {folder}/cups/cache
StateDir {folder}/cups/state
TempDir {folder}/cups/spool/tmp
AccessLog {folder}/cups/access.log
ErrorLog {folder}/cups/error.log
PageLog {folder}/cups/page.log
Sandboxing relaxed
"""


@dataclass(frozen=True)
class ProofPrinter:
    """A running printer: where it listens, where it keeps what it got, and its log of every request."""

    uri: str
    kept: Path
    log: Path

    def documents(self) -> list[Path]:
        """Return the documents that came, in their order."""
        return sorted(self.kept.glob("*.pdf"))


def look_for_programs() -> None:
    """See that CUPS and its software printer are here; root on a Debian-like machine gets what is missing.

    Raises:
        SetupProblem: something is missing, or the machine's rules keep us from it.
    """
    missing = missing_programs()
    if missing and can_install_packages():
        apt_install([*sorted(set(missing.values())), "cups-filters"])
        missing = missing_programs()
    if missing:
        packages = " ".join(sorted(set(missing.values())))
        raise SetupProblem(
            f"prove print needs programs that are not here: {', '.join(missing)}.\n"
            f"To have them:\n    sudo apt-get install {packages}"
        )
    if os.geteuid() != 0:
        raise SetupProblem("prove print starts CUPS and avahi and must be run as root, best in a container.")


def missing_programs() -> dict[str, str]:
    """Return the programs that are not on this machine, with the Debian packages that bring them."""
    missing = {name: package for name, package in PROGRAMS.items() if shutil.which(name) is None}
    return missing if _FILTERS.exists() else missing | {str(_FILTERS): "cups-filters"}


@contextlib.contextmanager
def announcing(folder: Path) -> Iterator[Mapping[str, str]]:
    """Yield the environment in which printers can announce themselves; starts bus and avahi if none runs."""
    if _AVAHI_PID.exists() and Path(f"/proc/{_AVAHI_PID.read_text().strip()}").exists():
        yield dict(os.environ)
        return
    variables = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
    (folder / "bus.conf").write_text(_BUS.format(folder=folder))
    (folder / "avahi.conf").write_text(_AVAHI)
    _AVAHI_PID.parent.mkdir(exist_ok=True)
    bus = ["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"]
    avahi = ["avahi-daemon", "-f", f"{folder}/avahi.conf", "--no-drop-root", "--no-chroot", "--no-rlimits"]
    with running(bus, variables, folder / "bus.log"):
        wait_for((folder / "bus").exists, "the message bus", folder / "bus.log")
        log = folder / "avahi.log"
        with running(avahi, variables, log):
            wait_for(lambda: "startup complete" in log.read_text(errors="replace"), "avahi", log)
            yield variables


@contextlib.contextmanager
def printing(folder: Path, variables: Mapping[str, str]) -> Iterator[ProofPrinter]:
    """Yield a software printer that takes PDF on forms of any size and keeps it as it came."""
    port = _free_port()
    kept, log = folder / "printed", folder / "printer.log"
    kept.mkdir()
    (folder / "printer.conf").write_text(_PRINTER)
    words = ["ippeveprinter", "-vvv", "-k", "-d", str(kept), "-n", "localhost", "-p", str(port)]
    with running([*words, "-a", str(folder / "printer.conf"), "OrderDesk proof"], variables, log):
        wait_for(lambda: _listens(port), "the software printer", log)
        yield ProofPrinter(f"ipp://localhost:{port}/ipp/print", kept, log)


@contextlib.contextmanager
def cups(folder: Path, printer: ProofPrinter, queue: str) -> Iterator[Mapping[str, str]]:
    """Yield the environment in which ``lp`` speaks to a CUPS of our own, with ``queue`` for ``printer``."""
    for name in ("spool/tmp", "cache", "state"):
        (folder / "cups" / name).mkdir(parents=True)
    (folder / "cupsd.conf").write_text(_CUPSD.format(folder=folder))
    (folder / "cups-files.conf").write_text(_CUPS_FILES.format(folder=folder))
    variables = {**os.environ, "CUPS_SERVER": str(folder / "cups.sock")}
    log = folder / "cupsd.log"
    words = ["cupsd", "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"]
    with running(words, variables, log):
        wait_for((folder / "cups.sock").exists, "CUPS", log)
        words = ["lpadmin", "-p", queue, "-E", "-v", printer.uri, "-m", "everywhere"]
        made = run_quietly(words, variables)
        if made.returncode != 0:
            raise SetupProblem(
                f"CUPS did not take the printer: {made.stdout.decode(errors='replace').strip()}"
            )
        yield variables


@contextlib.contextmanager
def running(words: list[str], variables: Mapping[str, str], log: Path) -> Iterator[None]:
    """Run a daemon in the foreground while the body runs."""
    with log.open("wb") as output:
        daemon = subprocess.Popen(
            words, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield
        finally:
            daemon.terminate()
            try:
                daemon.wait(5)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()


def wait_for(holds: Callable[[], bool], what: str, log: Path) -> None:
    """Wait until ``holds``.

    Raises:
        SetupProblem: it does not within half a minute; the end of ``log`` says why.
    """
    end = time.monotonic() + _WAIT_S
    while not holds():
        if time.monotonic() > end:
            said = log.read_text(errors="replace")[-1500:] if log.exists() else ""
            raise SetupProblem(f"{what} did not come up. It said:\n{said}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("localhost", port), 1):
        return True
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""The Debian package: a folder laid out as it will lie on the disk, its control files, and dpkg-deb.

The same commit and the same requirements give the same bytes: every time in it is that of the commit,
everything belongs to root, and modes depend on nobody's umask. There are no maintainer scripts: a removed
package has taken along all it brought, and has never known where anybody's orders are.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.running import ROOT, SetupProblem, own_environment, run_quietly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM = Path("opt/orderdesk")  # one folder: no file of it is anybody else's
DOCUMENTS = Path("usr/share/doc/orderdesk")
DESCRIPTION = """\
order desk for people who take orders by phone and fax
 Orders are keyed without a mouse, approved from an inbox, picked and shipped
 in parts, and leave with a delivery note in English or Chinese. Prices, routes
 and rules are data that the business changes itself. Runs on a file or on a
 shared PostgreSQL.
"""


@dataclass(frozen=True)
class Package:
    """What a package says of itself."""

    version: str  # as Debian sorts it
    architecture: str
    depends: Sequence[str]
    recommends: Sequence[str]

    @property
    def file_name(self) -> str:
        """The name of the package's file."""
        return f"orderdesk_{self.version}_{self.architecture}.deb"

    def control(self, installed_kib: int) -> str:
        """Return the text of the control file. Source: Debian Policy 5.3."""
        fields = {
            "Package": "orderdesk",
            "Version": self.version,
            "Section": "misc",
            "Priority": "optional",
            "Architecture": self.architecture,
            "Maintainer": "OrderDesk maintainers <maintainers@orderdesk.invalid>",
            "Installed-Size": str(installed_kib),
            "Depends": ", ".join(self.depends),
            "Recommends": ", ".join(self.recommends),
        }
        lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
        return "".join(lines) + f"Description: {DESCRIPTION}"


def debian_version(version: str) -> str:
    """Return a version as Debian sorts it: what comes before a release sorts before it."""
    return re.sub(r"\.?(a|b|rc|dev)(?=\d)", r"~\1", version)


def lay_out(root: Path, program: Path, licences: Mapping[str, Sequence[Path]], copyright_text: str) -> None:
    """Fill the empty folder ``root`` with everything that the package puts on the disk."""
    shutil.copytree(program, root / PROGRAM, symlinks=True)
    link = root / "usr/bin/orderdesk"
    link.parent.mkdir(parents=True)
    link.symlink_to(Path("../..") / PROGRAM / "orderdesk")
    put(ROOT / "installer/orderdesk.desktop", root / "usr/share/applications/orderdesk.desktop")
    put(ROOT / "installer/orderdesk.svg", root / "usr/share/icons/hicolor/scalable/apps/orderdesk.svg")
    documents = root / DOCUMENTS
    put(ROOT / "LICENSE", documents / "licenses/orderdesk/LICENSE")
    (documents / "copyright").write_text(copyright_text, encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    for name, files in licences.items():
        for file in files:
            put(file, documents / "licenses" / name / file.name)


def put(source: Path, target: Path) -> None:
    """Copy one file's content to a place whose folder is made where needed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def settle(root: Path, epoch: int) -> None:
    """Give everything one time, and folders and what runs 755, all else 644, whatever the umask was."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o111
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def md5sums(root: Path) -> str:
    """Return the sums by which ``dpkg --verify`` finds a damaged file, sorted by path."""
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


def installed_kib(root: Path) -> int:
    """Return what the package takes on a disk, in KiB: files rounded up, 1 for all else (Policy 5.6.20)."""
    paths = list(root.rglob("*"))
    files = [path for path in paths if path.is_file() and not path.is_symlink()]
    return sum(-(-path.stat().st_size // 1024) for path in files) + len(paths) - len(files)


def write_deb(root: Path, package: Package, target: Path, epoch: int) -> None:
    """Add the control files to ``root`` and write the package; every time in it is ``epoch`` (s).

    Raises:
        SetupProblem: dpkg-deb refuses.
    """
    texts = {"control": package.control(installed_kib(root)), "md5sums": md5sums(root)}
    for name, text in texts.items():
        file = root / "DEBIAN" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settle(root, epoch)
    target.unlink(missing_ok=True)
    words: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target]
    done = run_quietly(words, own_environment() | {"SOURCE_DATE_EPOCH": str(epoch)})
    if done.returncode != 0:
        raise SetupProblem(f"dpkg-deb could not build the package:\n{done.stdout.decode(errors='replace')}")

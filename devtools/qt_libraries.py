"""What Qt needs of the system, beyond what its package brings."""

from __future__ import annotations

import ctypes
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devtools.running import SetupProblem, apt_install, can_install_packages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Library:
    """A shared library that Qt loads from the system, and the packages that bring it."""

    name: str
    debian: str
    fedora: str


QT_LIBRARIES = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
)
X11_LIBRARIES = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)


def can_load(name: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries(*, with_x11: bool, loads: Callable[[str], bool] = can_load) -> list[Library]:
    """Return the libraries that Qt would miss on this system; Windows and macOS bring theirs."""
    if not sys.platform.startswith("linux"):
        return []
    return [
        library for library in QT_LIBRARIES + (X11_LIBRARIES if with_x11 else ()) if not loads(library.name)
    ]


def install_line(missing: Sequence[Library], which: Callable[[str], str | None] = shutil.which) -> str:
    """Return the one line that installs what is missing, for the package tool of this system."""
    if which("apt-get"):
        return "sudo apt-get install " + " ".join(sorted({library.debian for library in missing}))
    if which("dnf"):
        return "sudo dnf install " + " ".join(sorted({library.fedora for library in missing}))
    return "install the packages that hold " + " ".join(library.name for library in missing)


def look_for_libraries(*, with_x11: bool) -> None:
    """See that Qt will start; root on a Debian-like machine gets what is missing, others a line to run.

    Raises:
        SetupProblem: libraries are missing without which no window can be drawn, not even offscreen.
    """
    missing = missing_libraries(with_x11=with_x11)
    if missing and can_install_packages():
        apt_install([library.debian for library in missing])
        missing = missing_libraries(with_x11=with_x11)
    if not missing:
        return
    names = ", ".join(library.name for library in missing)
    text = f"Qt needs system libraries that are not here: {names}. To have them:\n    {install_line(missing)}"
    if set(missing) & set(QT_LIBRARIES):
        raise SetupProblem(text)
    print(text, file=sys.stderr)

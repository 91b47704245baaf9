"""Which Debian packages the built program needs: what its files are linked to and do not bring along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from devtools.elf import needs_of
from devtools.qt_libraries import QT_LIBRARIES, X11_LIBRARIES
from devtools.running import SetupProblem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_GLIBC = re.compile(r"(libc|libm|libdl|libpthread|librt|libresolv|libutil|ld-linux[^.]*)\.so\.\d")
_GLIBC_VERSION = re.compile(r"GLIBC_(\d+(?:\.\d+)+)")

# Library -> package. Names are Debian 12's; later ones carry them on (libglib2.0-0t64 provides libglib2.0-0).
DEPENDS = {library.name: library.debian for library in (*QT_LIBRARIES, *X11_LIBRARIES)} | {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Without these the desk runs: on X11 instead of Wayland, and without the printers that CUPS knows.
RECOMMENDS = {
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def foreign_needs(program: Path) -> tuple[set[str], set[str]]:
    """Return the libraries that the files of a program need from outside, and all versions they ask for."""
    files = [path for path in program.rglob("*") if path.is_file()]
    brought = {path.name for path in files}
    libraries: set[str] = set()
    versions: set[str] = set()
    for path in files:
        needs = None if path.is_symlink() else needs_of(path)
        if needs is not None:
            libraries |= needs.libraries - brought
            versions |= needs.versions
    return libraries, versions


def debian_needs(libraries: Iterable[str], versions: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return what goes into ``Depends`` and ``Recommends``, sorted; the C library with its lowest version.

    Raises:
        SetupProblem: a library is needed for which no package is named here: the program would not start
            where it happens to be missing.
    """
    outside = {name for name in libraries if not _GLIBC.fullmatch(name)}
    unknown = sorted(outside - DEPENDS.keys() - RECOMMENDS.keys())
    if unknown:
        names = ", ".join(unknown)
        raise SetupProblem(f"The program needs {names}: devtools/package_needs.py names no package for it.")
    found = [match[1] for match in map(_GLIBC_VERSION.fullmatch, versions) if match]
    lowest = max(found, key=lambda version: [int(part) for part in version.split(".")])
    depends = {DEPENDS[name] for name in outside & DEPENDS.keys()} | {f"libc6 (>= {lowest})"}
    recommends = {RECOMMENDS[name] for name in outside & RECOMMENDS.keys()}
    return sorted(depends), sorted(recommends)

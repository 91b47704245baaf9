"""What goes into the built program, and what stays outside: read by ``orderdesk.spec`` and by the tests.

Standard library only. Paths are POSIX texts relative to the root of the checkout or of the program's folder.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

MIGRATIONS = "orderdesk/models/migrations"  # Alembic reads them as files

# Sources of what is read: catalogues are compiled, fonts are drawn; nobody reads a page of notes at run time.
_NOT_READ = {".po", ".py", ".md"}

# Loaded by name at run time, so no import statement tells of them.
LOADED_BY_NAME = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "logging.handlers",
    "psycopg_binary",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
)

LOADED_WHOLE = ("reportlab.graphics.barcode",)  # imports its parts from a list of texts

# Optional parts of libraries, which nothing of ours calls; a test sees that nothing of ours imports them.
NOT_WANTED = (
    "PIL.AvifImagePlugin",
    "PIL._avif",
    "PySide6.QtNetwork",
    "alembic.testing",
    "distutils",
    "pytest",
    "readline",
    "setuptools",
    "sqlalchemy.testing",
    "test",
    "tkinter",
)

_QT = "PySide6/Qt"
# Of Qt's plugins the desk uses these; the others would bring libraries that the package does not depend on.
_QT_PLUGINS = (
    "iconengines/",
    "imageformats/libqgif",
    "imageformats/libqico",
    "imageformats/libqjpeg",
    "imageformats/libqsvg",
    "imageformats/libqtiff",
    "imageformats/libqwebp",
    "platforminputcontexts/",  # ibus, and fcitx through it: Chinese is written with them
    "platforms/libqminimal",
    "platforms/libqoffscreen",
    "platforms/libqwayland",
    "platforms/libqxcb",
    "platformthemes/libqxdgdesktopportal",  # says whether the system is dark
    "printsupport/",
    "wayland-",
    "xcbglintegrations/",
)

_QT_LIBRARIES_OUT = (
    "libQt6Egl",
    "libQt6Network",
)  # drawing without a window system; not reached by any import

_SYSTEM_FOLDER = re.compile(r"/(usr/)?lib(64)?(/[^/]+-linux-[^/]+)?/[^/]+$")
_PYTHONS_LIBRARIES = (
    "libbz2.",
    "libcrypto.",
    "libffi.",
    "liblzma.",
    "libpython",
    "libsqlite3.",
    "libssl.",
    "libuuid.",
)


def resource_files(root: Path) -> list[tuple[str, str]]:
    """Return every file below ``resources/`` that the program reads, each with its folder in the program."""
    files = sorted(path for path in (root / "resources").rglob("*") if path.is_file())
    return [pair(root, path) for path in files if path.suffix not in _NOT_READ]


def migration_files(root: Path) -> list[tuple[str, str]]:
    """Return the migrations, each with its folder in the program: where ``models.migrate`` looks for them."""
    return [pair(root, path) for path in sorted((root / MIGRATIONS).rglob("*.py"))]


def pair(root: Path, path: Path) -> tuple[str, str]:
    """Return a file and the folder it goes to: in the program it lies where it lies in the checkout."""
    return str(path), path.relative_to(root).parent.as_posix()


def own_modules(root: Path) -> list[str]:
    """Return every module of the program, as the command line loads most of them by name."""
    names = []
    for path in sorted((root / "orderdesk").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if not PurePosixPath(*parts).is_relative_to(MIGRATIONS):
            names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def is_wanted(target: str, source: str) -> bool:
    """Tell whether a file that PyInstaller collected belongs into the program.

    ``target`` is its place in the program's folder, ``source`` where it was found. Libraries of the system
    stay outside, the few that Python itself is linked to excepted: graphics, fonts and settings work only
    with the system's own, and a package can depend on them.
    """
    path = target.replace("\\", "/")
    name = PurePosixPath(path).name
    if _SYSTEM_FOLDER.match(source) and not name.startswith(_PYTHONS_LIBRARIES):
        return False
    if path.startswith(f"{_QT}/plugins/"):
        return path.removeprefix(f"{_QT}/plugins/").startswith(_QT_PLUGINS)
    return not path.startswith(f"{_QT}/translations/") and not name.startswith(_QT_LIBRARIES_OUT)

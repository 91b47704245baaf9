"""What the built program is made of and under which terms: gathered from the packages that were built in."""

from __future__ import annotations

import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BUILD_ONLY = {"altgraph", "packaging", "pip", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools"}
_NAMES = ("licen", "copying", "notice", "authors")  # how files begin that state terms

_HEAD = """\
OrderDesk is under the Apache License 2.0; on Debian systems it lies in
/usr/share/common-licenses/Apache-2.0.

The package brings along, unchanged, what OrderDesk stands on. Where a part came
with files that state its terms, they are in /usr/share/doc/orderdesk/licenses.
Qt and Qt for Python are used under the LGPL 3
(/usr/share/common-licenses/LGPL-3): they are libraries of their own below
/opt/orderdesk/_internal/PySide6 and may be replaced there.

  fonts Inter and Noto Sans SC: OFL-1.1
  icons Lucide: ISC
  Python: PSF-2.0
"""


def built_in(site_packages: Path) -> list[Distribution]:
    """Return the packages of an environment that can be in the program, sorted by name."""
    found = distributions(path=[str(site_packages)])
    wanted = [one for one in found if one.metadata["Name"].lower() not in _BUILD_ONLY]
    return sorted(wanted, key=lambda one: one.metadata["Name"].lower())


def terms_of(distribution: Distribution) -> str:
    """Return under which licence a package says it is, in its own words, on one line."""
    metadata = distribution.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    stated = [*(metadata.get_all("License-Expression") or ()), ", ".join(classified)]
    said = next(filter(None, [*stated, *(metadata.get_all("License") or ())]), "")
    return said.strip().partition("\n")[0] or "see its licence file"


def copyright_text(parts: Iterable[Distribution]) -> str:
    """Return the text of the package's ``copyright`` file."""
    lines = [f"  {part.metadata['Name']} {part.version}: {terms_of(part)}\n" for part in parts]
    return _HEAD + "".join(lines)


def licence_files(parts: Iterable[Distribution]) -> Mapping[str, list[Path]]:
    """Return the files that state terms, by the name of the part that they belong to."""
    resources = ROOT / "resources"
    found = {
        "fonts": sorted((resources / "fonts").glob("OFL-*.txt")),
        "icons": [resources / "icons" / "LICENSE"],
    }
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():  # Debian's own Python keeps its terms elsewhere, where every Debian system has them
        found["python"] = [python]
    for part in parts:
        files = [Path(str(file.locate())) for file in part.files or () if states_terms(file.parts)]
        if files:
            found[part.metadata["Name"]] = sorted(files)
    return found


def states_terms(parts: tuple[str, ...]) -> bool:
    """Tell whether a file of a package, by its path, is one that states the package's terms."""
    return ".dist-info" in parts[0] and parts[-1].lower().startswith(_NAMES)

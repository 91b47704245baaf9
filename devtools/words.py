"""Compiled catalogues: ``python -m devtools.words [--check]``; in the virtual environment, where Babel is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"


def stale_words(translations: Path) -> dict[Path, bytes | None]:
    """Return each compiled catalogue that is not true, with the bytes it should hold.

    None stands for one that should not be there, as its source is gone.
    """
    stale: dict[Path, bytes | None] = {}
    sources = sorted(translations.rglob("*.po"))
    for source in sources:
        with source.open("rb") as stream:
            catalogue = read_po(stream, abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled.getvalue():
            stale[target] = compiled.getvalue()
    orphans = set(translations.rglob("*.mo")) - {source.with_suffix(".mo") for source in sources}
    return stale | dict.fromkeys(sorted(orphans))


def main(*, check: bool) -> int:
    """Compile what is not up to date; with ``check`` only tell, and return 1 if there is any."""
    stale = stale_words(TRANSLATIONS)
    for path, content in stale.items():
        name = path.relative_to(TRANSLATIONS).as_posix()
        if check:
            print(f"{name} is not what its .po says: run python3 dev.py words", file=sys.stderr)
        elif content is None:
            path.unlink()
            print(f"removed {name}: its .po is gone")
        else:
            path.write_bytes(content)
            print(f"compiled {name}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))

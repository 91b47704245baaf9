"""Compiled catalogues: ``python -m devtools.words [--check]``; in the virtual environment, where Babel is."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"


class PlainCatalog(Catalog):
    """A catalogue whose header tells only what reading it needs: no date, no version of a tool."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines, by name."""
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def compiled(source: Path) -> bytes:
    """Return the bytes of a compiled catalogue; the same source gives the same bytes on every day and system.

    Raises:
        babel.messages.pofile.PoFileError: the source is not well-formed.
        ValueError: it has a message without a text, or one that is marked as unsure (fuzzy).
    """
    with source.open("rb") as stream:
        read = read_po(stream, abort_invalid=True)
    plain = PlainCatalog(locale=source.parents[1].name)
    for message in read:
        if message.id and (message.fuzzy or not message.string):
            raise ValueError(f"{source.name}: {message.id} has no text that is sure")
        if message.id:
            plain.add(message.id, message.string)
    stream_out = io.BytesIO()
    write_mo(stream_out, plain)
    return stream_out.getvalue()


def stale_words(translations: Path) -> dict[Path, bytes | None]:
    """Return each compiled catalogue that is not true, with the bytes it should hold.

    None stands for one that should not be there, as its source is gone.
    """
    wanted = {source.with_suffix(".mo"): compiled(source) for source in sorted(translations.rglob("*.po"))}
    stale: dict[Path, bytes | None] = {
        path: content for path, content in wanted.items() if not path.exists() or path.read_bytes() != content
    }
    orphans = sorted(set(translations.rglob("*.mo")) - set(wanted))
    return stale | dict.fromkeys(orphans)


def main(*, check: bool) -> int:
    """Compile what is not up to date; with ``check`` only tell, and return 1 if there is any."""
    try:
        stale = stale_words(TRANSLATIONS)
    except (PoFileError, ValueError) as error:
        print(f"resources/translations: {error}", file=sys.stderr)
        return 1
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

"""What a Linux library or program needs of others, read from the file itself (64-bit, little-endian ELF)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"
_LOAD, _DYNAMIC = 1, 2  # kinds of segments
_NEEDED, _STRINGS, _VERSIONS, _VERSION_COUNT = 1, 5, 0x6FFFFFFE, 0x6FFFFFFF  # tags of the dynamic section


@dataclass(frozen=True)
class Needs:
    """What one file needs at its start: libraries by name, and versions of symbols such as ``GLIBC_2.34``."""

    libraries: frozenset[str]
    versions: frozenset[str]


def needs_of(path: Path) -> Needs | None:
    """Return what a file needs; ``None`` where it is no 64-bit ELF file, or one that is not linked.

    Source: System V ABI, "Dynamic Linking"; Linux Standard Base, "Symbol Versioning".
    """
    with path.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            return None
    image = _Image(path.read_bytes())
    tags = list(image.dynamic_tags())
    if not tags:
        return None
    single = dict(tags)
    strings = image.offset_of(single[_STRINGS])
    libraries = frozenset(image.text(strings + value) for tag, value in tags if tag == _NEEDED)
    return Needs(libraries, frozenset(image.versions(single, strings)))


class _Image:
    """The bytes of an ELF file, and where its segments lie in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        (table,) = struct.unpack_from("<Q", content, 0x20)
        size, count = struct.unpack_from("<HH", content, 0x36)
        self._segments: list[
            tuple[int, int, int, int]
        ] = [  # kind, offset in the file, address, size in the file
            (kind, offset, address, length)
            for kind, _, offset, address, _, length in (
                struct.unpack_from("<IIQQQQ", content, table + size * number) for number in range(count)
            )
        ]

    def offset_of(self, address: int) -> int:
        """Return where in the file lies what is loaded at ``address``."""
        for kind, offset, start, length in self._segments:
            if kind == _LOAD and start <= address < start + length:
                return offset + address - start
        raise ValueError(f"no segment holds {address:#x}")

    def text(self, offset: int) -> str:
        return self._content[offset : self._content.index(b"\0", offset)].decode()

    def dynamic_tags(self) -> Iterator[tuple[int, int]]:
        for kind, offset, _, length in self._segments:
            if kind == _DYNAMIC:
                for tag, value in struct.iter_unpack("<qQ", self._content[offset : offset + length]):
                    if tag == 0:
                        return
                    yield tag, value

    def versions(self, tags: dict[int, int], strings: int) -> Iterator[str]:
        """Yield the versions of symbols that other libraries must have."""
        if _VERSIONS not in tags:
            return
        entry = self.offset_of(tags[_VERSIONS])
        for _ in range(tags[_VERSION_COUNT]):
            _, count, _, first, following = struct.unpack_from("<HHIII", self._content, entry)
            version = entry + first
            for _ in range(count):
                _, _, _, name, step = struct.unpack_from("<IHHII", self._content, version)
                yield self.text(strings + name)
                version += step
            entry += following

"""IPP messages as bytes: requests that are sent, answers that are read. No network here.

Source: RFC 8010 (encoding and transport), RFC 8011 (operations, attributes, status codes), PWG 5100.7
(``media-col``). The libraries for it are asynchronous clients that cannot write the collection in which a
paper's size is said, so the few kinds of values that a print job needs are written here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

PRINT_JOB: Final = 0x0002
GET_PRINTER_ATTRIBUTES: Final = 0x000B

OPERATION_GROUP: Final = 0x01
JOB_GROUP: Final = 0x02
PRINTER_GROUP: Final = 0x04
UNSUPPORTED_GROUP: Final = 0x05
_END: Final = 0x03

INTEGER: Final = 0x21
BOOLEAN: Final = 0x22
ENUM: Final = 0x23
COLLECTION: Final = 0x34
NAME: Final = 0x42
KEYWORD: Final = 0x44
URI: Final = 0x45
CHARSET: Final = 0x47
LANGUAGE: Final = 0x48
MIME: Final = 0x49
_END_COLLECTION: Final = 0x37
_MEMBER: Final = 0x4A
_WITH_LANGUAGE: Final = frozenset({0x35, 0x36})  # a text or name that says its language
_TEXTS: Final = frozenset({0x41, NAME, KEYWORD, URI, 0x46, CHARSET, LANGUAGE, MIME, _MEMBER})
_RANGE: Final = 0x33

Value = int | bool | str | tuple[int, int] | bytes | dict[str, list["Value"]]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named value of a request; a collection's value is its members."""

    name: str
    tag: int
    value: int | bool | str | tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer answered: status code, and the attributes of each group by name."""

    status: int
    groups: Mapping[int, Mapping[str, list[Value]]] = field(default_factory=dict)

    @property
    def is_ok(self) -> bool:
        """Return whether the operation was carried out (RFC 8011, B.1.2)."""
        return self.status < 0x0100

    def texts(self, group: int, name: str) -> tuple[str, ...]:
        """Return the values of an attribute that are texts; none where it is not there."""
        found = self.groups.get(group, {}).get(name, [])
        return tuple(value for value in found if isinstance(value, str))

    def number(self, group: int, name: str) -> int | None:
        """Return a whole number, or ``None`` where it is not there."""
        found = self.groups.get(group, {}).get(name, [])
        return next((value for value in found if isinstance(value, int)), None)


def request(
    operation: int, uri: str, operation_attributes: Iterable[Attribute], job: Iterable[Attribute] = ()
) -> bytes:
    """Return an IPP/1.1 request to the printer at ``uri``; a document follows right behind it."""
    head = (
        Attribute("attributes-charset", CHARSET, "utf-8"),
        Attribute("attributes-natural-language", LANGUAGE, "en"),
        Attribute("printer-uri", URI, uri),
    )
    parts = [struct.pack(">bbhi", 1, 1, operation, 1), bytes([OPERATION_GROUP])]
    parts += [_written(attribute) for attribute in (*head, *operation_attributes)]
    job_parts = [_written(attribute) for attribute in job]
    if job_parts:
        parts += [bytes([JOB_GROUP]), *job_parts]
    return b"".join([*parts, bytes([_END])])


def _written(attribute: Attribute) -> bytes:
    return _entry(attribute.tag, attribute.name, _value(attribute)) + _members(attribute)


def _entry(tag: int, name: str, value: bytes) -> bytes:
    spelled = name.encode()
    return struct.pack(">Bh", tag, len(spelled)) + spelled + struct.pack(">h", len(value)) + value


def _value(attribute: Attribute) -> bytes:
    value = attribute.value
    if isinstance(value, tuple):
        return b""
    if attribute.tag == BOOLEAN:
        return bytes([bool(value)])
    return value.encode() if isinstance(value, str) else struct.pack(">i", value)


def _members(attribute: Attribute) -> bytes:
    """Return what follows the beginning of a collection: its members and its end."""
    if not isinstance(attribute.value, tuple):
        return b""
    parts: list[bytes] = []
    for member in attribute.value:
        parts.append(_entry(_MEMBER, "", member.name.encode()))
        parts.append(_entry(member.tag, "", _value(member)) + _members(member))
    return b"".join([*parts, _entry(_END_COLLECTION, "", b"")])


def read_answer(data: bytes) -> Answer:
    """Return what ``data`` says. Raises ``ValueError`` where it is no IPP answer."""
    try:
        return _Reader(data).answer()
    except (struct.error, IndexError, UnicodeDecodeError, RecursionError) as fault:
        raise ValueError("not an IPP answer") from fault


class _Reader:
    """Reads one message from its beginning to its end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 8

    def answer(self) -> Answer:
        major, _minor, status, _request = struct.unpack_from(">bbHi", self._data)
        if major not in {1, 2}:
            raise ValueError("not an IPP answer")
        groups: dict[int, dict[str, list[Value]]] = {}
        group: dict[str, list[Value]] = {}
        name = ""
        while (tag := self._byte()) != _END:
            if tag < 0x10:
                group = groups.setdefault(tag, {})
                continue
            spelled, value = self._next(tag)
            name = spelled or name  # a further value of the same attribute has no name
            group.setdefault(name, []).append(value)
        return Answer(status, groups)

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _chunk(self) -> bytes:
        (length,) = struct.unpack_from(">H", self._data, self._at)
        start = self._at + 2
        if start + length > len(self._data):
            raise IndexError(length)
        self._at = start + length
        return self._data[start : self._at]

    def _next(self, tag: int) -> tuple[str, Value]:
        name, raw = self._chunk().decode(), self._chunk()
        return name, self._collection() if tag == COLLECTION else _read(tag, raw)

    def _collection(self) -> dict[str, list[Value]]:
        members: dict[str, list[Value]] = {}
        name = ""
        while (tag := self._byte()) != _END_COLLECTION:
            _, value = self._next(tag)
            if tag == _MEMBER:
                name = str(value)
            else:
                members.setdefault(name, []).append(value)
        self._chunk(), self._chunk()
        return members


def _read(tag: int, raw: bytes) -> Value:
    if tag == BOOLEAN:
        return raw != b"\x00"
    if tag in {INTEGER, ENUM}:
        return int(struct.unpack(">i", raw)[0])
    if tag == _RANGE:
        low, high = struct.unpack(">ii", raw)
        return int(low), int(high)
    if tag in _WITH_LANGUAGE:
        (language,) = struct.unpack_from(">H", raw)
        return raw[language + 4 :].decode(errors="replace")
    return raw.decode(errors="replace") if tag in _TEXTS else raw

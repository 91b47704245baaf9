"""A printer for tests: it listens on a real socket, reads IPP by itself, and keeps what it was sent.

Written from RFC 8010 and apart from ``orderdesk.spool.ipp``, so that a mistake there does not agree with
itself.
"""

import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PRINT_JOB, GET_PRINTER_ATTRIBUTES = 0x0002, 0x000B


@dataclass
class Received:
    """One request: operation, attributes as name → values (collections as dictionaries), and the document."""

    operation: int
    version: tuple[int, int]
    attributes: dict[str, list]
    groups: list[int]
    document: bytes


@dataclass
class ListeningPrinter:
    """What the printer answers, and what it got. ``http_status`` is for answers that are no IPP at all."""

    uri: str = ""
    requests: list[Received] = field(default_factory=list)
    printer: list[bytes] = field(default_factory=list)  # attributes of the printer, ready to be sent
    look_status: int = 0
    job_status: int = 0
    message: str = ""
    http_status: int = 200
    body: bytes | None = None
    hangs_up_on_jobs: bool = False

    @property
    def jobs(self) -> list[Received]:
        return [request for request in self.requests if request.operation == PRINT_JOB]

    def answer_to(self, request: Received) -> bytes:
        is_job = request.operation == PRINT_JOB
        status = self.job_status if is_job else self.look_status
        parts = [struct.pack(">bbHi", 1, 1, status, 1), b"\x01"]
        parts += [text(0x47, "attributes-charset", "utf-8"), text(0x48, "attributes-natural-language", "en")]
        if self.message and status:
            parts.append(text(0x41, "status-message", self.message))
        if is_job and status < 0x100:
            parts += [b"\x02", number(0x21, "job-id", 731), number(0x23, "job-state", 3)]
        if not is_job:
            parts += [b"\x04", *self.printer]
        return b"".join([*parts, b"\x03"])


def text(tag: int, name: str, value: str) -> bytes:
    return _entry(tag, name, value.encode())


def number(tag: int, name: str, value: int) -> bytes:
    return _entry(tag, name, struct.pack(">i", value))


def flag(name: str, value: bool) -> bytes:
    return _entry(0x22, name, bytes([value]))


def keywords(name: str, *values: str) -> bytes:
    return b"".join(text(0x44, "" if at else name, value) for at, value in enumerate(values))


def _entry(tag: int, name: str, value: bytes) -> bytes:
    return bytes([tag]) + struct.pack(">H", len(name)) + name.encode() + struct.pack(">H", len(value)) + value


CAPABLE = [
    flag("printer-is-accepting-jobs", True),
    number(0x23, "printer-state", 3),
    keywords("printer-state-reasons", "none"),
    text(0x49, "document-format-supported", "application/octet-stream"),
    text(0x49, "", "application/pdf"),
    keywords("media-col-supported", "media-size", "media-top-margin"),
    keywords(
        "job-creation-attributes-supported", "copies", "media-col", "print-scaling", "orientation-requested"
    ),
]


@contextmanager
def listening() -> Iterator[ListeningPrinter]:
    """Run a printer while the body runs."""
    printer = ListeningPrinter(printer=list(CAPABLE))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_POST(self):
            assert self.headers["Content-Type"] == "application/ipp"
            data = self.rfile.read(int(self.headers["Content-Length"]))
            request = read_request(data)
            printer.requests.append(request)
            if printer.hangs_up_on_jobs and request.operation == PRINT_JOB:
                self.close_connection = True
                self.connection.close()
                return
            body = printer.answer_to(request) if printer.body is None else printer.body
            self.send_response(printer.http_status)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    printer.uri = f"ipp://127.0.0.1:{server.server_port}/ipp/print"
    try:
        yield printer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def read_request(data: bytes) -> Received:
    """Return what a client asked for; an ``AssertionError`` where it is not well-formed."""
    major, minor, operation, _ = struct.unpack(">bbHi", data[:8])
    at, name = 8, ""
    groups: list[int] = []
    attributes: dict[str, list] = {}
    while data[at] != 3:
        tag = data[at]
        at += 1
        if tag < 0x10:
            groups.append(tag)
            continue
        spelled, value, at = _read(data, tag, at)
        name = spelled or name
        assert name
        attributes.setdefault(name, []).append(value)
    return Received(operation, (major, minor), attributes, groups, data[at + 1 :])


def _read(data: bytes, tag: int, at: int):
    (length,) = struct.unpack_from(">H", data, at)
    name = data[at + 2 : at + 2 + length].decode()
    at += 2 + length
    (length,) = struct.unpack_from(">H", data, at)
    raw = data[at + 2 : at + 2 + length]
    assert len(raw) == length
    at += 2 + length
    if tag == 0x34:
        members = {}
        while data[at] != 0x37:
            assert data[at] == 0x4A
            _, member, at = _read(data, 0x4A, at + 1)
            inner = data[at]
            _, value, at = _read(data, inner, at + 1)
            members[member] = value
        _, _, at = _read(data, 0x37, at + 1)
        return name, members, at
    if tag in {0x21, 0x23}:
        return name, struct.unpack(">i", raw)[0], at
    if tag == 0x22:
        assert raw in {b"\x00", b"\x01"}
        return name, raw == b"\x01", at
    return name, raw.decode(), at

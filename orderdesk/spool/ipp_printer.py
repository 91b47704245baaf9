"""Prints over IPP: the PDF goes to the printer as it is, with the exact size of its paper.

A job is sent so that the printer takes it whole or not at all (``ipp-attribute-fidelity``): a delivery note
that comes out shrunk on A4, or over the perforation of a form, is worse than one that does not come out.
"""

from __future__ import annotations

from contextlib import closing
from urllib.parse import urlsplit

import requests

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.spool import ipp
from orderdesk.spool.ipp import Attribute
from orderdesk.spool.jobs import Accepted, PrintJob

CONNECT_S = 5
ANSWER_S = 60
_PDF = "application/pdf"
_MOST_ANSWER = 4_000_000  # bytes

_PORTRAIT = 3
# Asked for only where the printer knows them. Without them it prints the same, unless it is set to shrink.
_WISHES = (
    Attribute("orientation-requested", ipp.ENUM, _PORTRAIT),
    Attribute("print-scaling", ipp.KEYWORD, "none"),
    Attribute("sides", ipp.KEYWORD, "one-sided"),
)
_ASKED = (
    "printer-is-accepting-jobs", "printer-state", "printer-state-reasons", "printer-state-message",
    "document-format-supported", "job-creation-attributes-supported", "media-col-supported",
)  # fmt: skip

_BUSY = frozenset({0x0505, 0x0507})  # server-error-temporary-error, server-error-busy
_NOT_ACCEPTING = 0x0506
_UNFIT = 0x040B  # client-error-attributes-or-values-not-supported
_NOT_THIS_FORMAT = 0x040A


def print_over_ipp(job: PrintJob, uri: str) -> Accepted:
    """Send ``job`` to the printer at ``uri`` (``ipp://`` or ``ipps://``) and return its number there.

    Waits for the printer, up to a minute: call it on a lane. Raises ``EnvironmentProblem`` with the printer's
    own words as ``detail``: ``error.print.unreachable``, ``.busy``, ``.refused``, ``.paper`` (it has not this
    size), ``.format`` (it reads no PDF), ``.not_ipp``, ``.unanswered`` (the job was sent and may come out:
    look before printing again). Raises ``UserError`` ``error.print.address``.
    """
    printer = _Printer(uri)
    return printer.print(job, printer.look())


def _session() -> requests.Session:
    """Return a connection for one request: printers close theirs unasked, and a job cannot be sent twice."""
    session = requests.Session()
    session.trust_env = False  # a printer in the house is not reached through a proxy, nor given passwords
    return session


class _Printer:
    """One printer for the length of one job."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        parts = urlsplit(uri)
        try:
            port = parts.port or 631
        except ValueError:
            port = 0
        if parts.scheme not in {"ipp", "ipps"} or not parts.hostname or not port:
            raise UserError("error.print.address", address=uri)
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        self._url = f"{'https' if parts.scheme == 'ipps' else 'http'}://{host}:{port}{parts.path or '/'}"

    def look(self) -> ipp.Answer:
        """Return what the printer says of itself; raises where it cannot take a job now."""
        asked = tuple(Attribute("requested-attributes" if not at else "", ipp.KEYWORD, name)
                      for at, name in enumerate(_ASKED))  # fmt: skip
        answer = self._ask(ipp.request(ipp.GET_PRINTER_ATTRIBUTES, self._uri, asked), "unreachable")
        if not answer.is_ok:
            raise self._refusal(answer)
        if answer.number(ipp.PRINTER_GROUP, "printer-is-accepting-jobs") == 0:
            raise self._problem("refused", words_of(answer))
        formats = answer.texts(ipp.PRINTER_GROUP, "document-format-supported")
        if formats and _PDF not in formats:
            raise self._problem("format", "")
        return answer

    def print(self, job: PrintJob, known: ipp.Answer) -> Accepted:
        """Send the job; ``known`` is what ``look`` found."""
        operation = (
            Attribute("requesting-user-name", ipp.NAME, job.person or "OrderDesk"),
            Attribute("job-name", ipp.NAME, _short(job.title)),
            Attribute("ipp-attribute-fidelity", ipp.BOOLEAN, True),
            Attribute("document-format", ipp.MIME, _PDF),
        )
        supported = known.texts(ipp.PRINTER_GROUP, "job-creation-attributes-supported")
        wishes = tuple(wish for wish in _WISHES if wish.name in supported)
        attributes = (Attribute("copies", ipp.INTEGER, 1), _media(job, known), *wishes)
        answer = self._ask(
            ipp.request(ipp.PRINT_JOB, self._uri, operation, attributes) + job.pdf, "unanswered"
        )
        if answer.status == _UNFIT:
            width, height = (f"{length / 100:g}" for length in job.paper.hundredths)
            raise self._problem("paper", words_of(answer), paper=f"{width} × {height} mm")
        if not answer.is_ok:
            raise self._refusal(answer)
        return Accepted(answer.number(ipp.JOB_GROUP, "job-id") or 0, words_of(known))

    def _ask(self, data: bytes, lost: str) -> ipp.Answer:
        """Send a request and return the answer; ``lost`` names the problem where the answer does not come."""
        headers = {"Content-Type": "application/ipp", "Accept": "application/ipp", "Connection": "close"}
        try:
            with (
                closing(_session()) as session,
                closing(
                    session.post(
                        self._url,
                        data=data,
                        headers=headers,
                        timeout=(CONNECT_S, ANSWER_S),
                        allow_redirects=False,
                        stream=True,
                    )
                ) as answer,
            ):
                body = _body(answer)
        except requests.ConnectTimeout as fault:
            raise self._problem("unreachable", "") from fault
        except requests.ReadTimeout as fault:
            raise self._problem(lost, "") from fault
        except (requests.RequestException, OSError) as fault:
            raise self._problem("unreachable" if _never_connected(fault) else lost, _cause(fault)) from fault
        if answer.status_code == requests.codes.service_unavailable:
            raise self._problem("busy", _http_words(answer))
        if answer.status_code != requests.codes.ok:
            raise self._problem("refused", _http_words(answer))
        try:
            return ipp.read_answer(body)
        except ValueError as fault:
            raise self._problem("not_ipp", "") from fault

    def _refusal(self, answer: ipp.Answer) -> EnvironmentProblem:
        """Return the problem that a status code stands for."""
        if answer.status in _BUSY:
            return self._problem("busy", words_of(answer))
        if answer.status == _NOT_THIS_FORMAT:
            return self._problem("format", words_of(answer))
        return self._problem("refused", words_of(answer) or f"IPP {answer.status:#06x}")

    def _problem(self, kind: str, detail: str, **params: object) -> EnvironmentProblem:
        return EnvironmentProblem(f"error.print.{kind}", printer=self._uri, detail=detail, **params)


def _media(job: PrintJob, known: ipp.Answer) -> Attribute:
    """Return the paper's exact size: as a collection in 1/100 mm, for old printers as a name that says it."""
    width, height = job.paper.hundredths
    if known.texts(ipp.PRINTER_GROUP, "media-col-supported"):
        size = (
            Attribute("x-dimension", ipp.INTEGER, width),
            Attribute("y-dimension", ipp.INTEGER, height),
        )
        return Attribute("media-col", ipp.COLLECTION, (Attribute("media-size", ipp.COLLECTION, size),))
    return Attribute("media", ipp.KEYWORD, f"custom_orderdesk_{width / 100:g}x{height / 100:g}mm")


def words_of(answer: ipp.Answer) -> str:
    """Return what the printer says in its own words: of the request, else of its state, else its reasons."""
    said = (
        answer.texts(ipp.OPERATION_GROUP, "status-message") if not answer.is_ok else (),
        answer.texts(ipp.PRINTER_GROUP, "printer-state-message"),
        tuple(
            reason for reason in answer.texts(ipp.PRINTER_GROUP, "printer-state-reasons") if reason != "none"
        ),
    )
    return next((", ".join(texts) for texts in said if any(texts)), "")


def _short(title: str) -> str:
    """Return a job's name within the 255 bytes that IPP allows."""
    return title.encode()[:255].decode(errors="ignore")


def _never_connected(fault: Exception) -> bool:
    """Tell whether nothing was sent, so that nothing can come out of the printer."""
    reason = getattr(fault.args[0] if fault.args else None, "reason", None)
    return type(reason).__name__ in {
        "NewConnectionError",
        "NameResolutionError",
        "SSLError",
        "ConnectTimeoutError",
    }


def _cause(fault: Exception) -> str:
    """Return the system's own words for a fault, without addresses of objects and pools."""
    seen: BaseException | None = fault
    while seen is not None:
        if isinstance(seen, OSError) and seen.strerror:
            return seen.strerror
        seen = seen.__cause__ or seen.__context__
    return ""


def _body(answer: requests.Response) -> bytes:
    """Return what was answered, up to a size that no printer reaches."""
    parts: list[bytes] = []
    for part in answer.iter_content(65_536):
        parts.append(part)
        if sum(map(len, parts)) > _MOST_ANSWER:
            break
    return b"".join(parts)


def _http_words(answer: requests.Response) -> str:
    return f"HTTP {answer.status_code} {answer.reason or ''}".strip()

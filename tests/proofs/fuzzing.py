"""Proof P18: every parser is fed what nobody foresaw. It answers with a value or a typed error, in bounds.

Inputs are made from seeds by cutting, repeating, joining and swapping, and by pieces that have broken parsers
before. An input with an answer of a new kind joins the corpus. All of it follows from one seed number.
"""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import FrameType

from orderdesk.errors import Bug, OrderDeskError

CASES = Path(__file__).parent / "cases"
MOST_SECONDS = 5.0  # of processor time for one input
_CORPUS = 400
_MOST_BYTES = 20_000
_STEPS_DOWN = 600  # tries to make a failing input smaller

# What has broken parsers of others: signs that are almost digits, halves of signs, endless figures, nesting.
PIECES = tuple(
    piece.encode("utf-8", "surrogatepass")
    for piece in (
        "\0", "\ud800", "\udfff", "\ufeff", "\u202e", "\u200b", "\u00a0", "\u3000", "\u2028", "\x85", "\x1c",
        "²", "①", "Ⅷ", "½", "٣", "０", "９", "一", "百", "％", "．", "，", "－", "＋", "＠", "ß", "İ", "ﬀ",
        "e\u0301",
        "\U0001f6d2", "\U0010ffff", "9" * 40, "0." + "0" * 30 + "1", "1e999999", "-0", "NaN", "Infinity",
        "1_000",
        "((((((((", "[" * 500, '{"a":' * 300, '"', "'", "\\", "\\u0000", "\\ud800", "%", "@", "=", "=1+1",
        "+", "-",
        "*", "/", "×", ",", ";", "\t", "\r", "\n", "\r\n", "|", ".", "#", ">", "null", "true", "{}", "[]",
        "0000-00-00",
        "9999-12-31", "0001-01-01", "2024-02-30", "12/31/9999", "rest", "half", "1/0", "3x7d", "999x999d",
        "a" * 5000,
    )
)  # fmt: skip


class TooSlow(BaseException):
    """One input took more processor time than it may. Not an ``Exception``: no parser is to catch it."""


@dataclass(frozen=True)
class Target:
    """One parser: ``run`` returns what the input is, in a word or two, or raises what it may raise."""

    name: str
    seeds: tuple[bytes, ...]
    run: Callable[[bytes], object]
    cost: int = 1  # how much longer one takes than reading a number does
    mutate: Callable[[random.Random, bytes], bytes] | None = None  # for what has a form of its own
    wanted: int = 0  # how many inputs there are at full size, however long one takes


@dataclass(frozen=True)
class Fault:
    """An input that broke a parser, made as small as it could be made."""

    target: str
    data: bytes
    what: str  # the exception

    @property
    def name(self) -> str:
        """The name of its case file."""
        return sha256(self.data).hexdigest()[:12]


@dataclass
class Tally:
    """What was tried of one parser."""

    target: str
    executions: int = 0
    values: int = 0
    refusals: int = 0
    kinds: int = 0
    slowest: float = 0.0
    faults: list[Fault] = field(default_factory=list)


def text_of(data: bytes) -> str:
    """Return an input as text; halves of signs stay, as a clipboard may hold them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def fuzz(target: Target, executions: int, seed: int, most_faults: int = 3) -> Tally:
    """Feed a parser until ``executions`` or ``most_faults`` different faults."""
    chance = random.Random(f"{seed}/{target.name}")
    corpus, kinds, tally = list(target.seeds), set[str](), Tally(target.name)
    broken: set[str] = set()
    for number in range(executions):
        data = corpus[number] if number < len(target.seeds) else _made(chance, target, corpus)
        kind, seconds, fault = attempt(target, data)
        tally.executions += 1
        tally.slowest = max(tally.slowest, seconds)
        if fault is not None:
            if fault not in broken:
                broken.add(fault)
                tally.faults.append(Fault(target.name, smaller(target, data, fault), fault))
            if len(tally.faults) >= most_faults:
                break
            continue
        tally.refusals += kind.startswith("!")
        tally.values += not kind.startswith("!")
        if kind not in kinds:
            kinds.add(kind)
            corpus.append(data)
            if len(corpus) > _CORPUS:
                corpus.pop(chance.randrange(len(target.seeds), len(corpus)))
    tally.kinds = len(kinds)
    return tally


def attempt(target: Target, data: bytes) -> tuple[str, float, str | None]:
    """Return the kind of answer, the processor time, and the fault, if it is one."""
    begun = time.thread_time()
    try:
        with _bounded(MOST_SECONDS):
            kind = str(target.run(data))[:80]
    except Bug as fault:
        return "", time.thread_time() - begun, _told(fault)
    except OrderDeskError as refusal:
        inner = "".join(sorted({one.code for one in getattr(refusal, "problems", ())}))
        return f"!{refusal.code}{inner}"[:120], time.thread_time() - begun, None
    except (Exception, TooSlow) as fault:  # noqa: BLE001 - to find these is what this is for
        return "", time.thread_time() - begun, _told(fault)
    return kind, time.thread_time() - begun, None


def _told(fault: BaseException) -> str:
    """Return a fault by its kind and place, so that the same one is told once."""
    last = fault.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last is not None else "?"
    return f"{type(fault).__name__} at {place}"


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """End what takes longer than ``seconds`` of processor time; a busy machine is nobody's fault."""
    if not hasattr(signal, "setitimer"):  # Windows: the sum is looked at afterwards
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _made(chance: random.Random, target: Target, corpus: Sequence[bytes]) -> bytes:
    data = chance.choice(corpus)
    if target.mutate is not None:
        return target.mutate(chance, data)
    other = chance.choice(corpus)
    return mutated(chance, data, other)


def mutated(chance: random.Random, data: bytes, other: bytes = b"") -> bytes:
    """Return one to four changes of ``data``."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        _CHANGES[chance.randrange(len(_CHANGES))](chance, made, other)
    return bytes(made[:_MOST_BYTES])


def _span(chance: random.Random, made: bytearray) -> tuple[int, int]:
    start = chance.randint(0, len(made))
    return start, min(len(made), start + chance.choice((0, 1, 1, 2, 3, 5, 8, 30)))


def _put_piece(chance: random.Random, made: bytearray, _other: bytes) -> None:
    start, end = _span(chance, made)
    made[start:end] = chance.choice(PIECES)


def _cut(chance: random.Random, made: bytearray, _other: bytes) -> None:
    start, end = _span(chance, made)
    del made[start:end]


def _repeat(chance: random.Random, made: bytearray, _other: bytes) -> None:
    start, end = _span(chance, made)
    made[end:end] = bytes(made[start:end]) * chance.choice((1, 1, 2, 10, 200))


def _join(chance: random.Random, made: bytearray, other: bytes) -> None:
    at, start = chance.randint(0, len(made)), chance.randint(0, len(other))
    made[at:] = other[start:]


def _flip(chance: random.Random, made: bytearray, _other: bytes) -> None:
    if made:
        at = chance.randrange(len(made))
        made[at] ^= 1 << chance.randrange(8)


def _digit(chance: random.Random, made: bytearray, _other: bytes) -> None:
    places = [at for at, byte in enumerate(made) if 48 <= byte <= 57]
    if places:
        made[chance.choice(places)] = 48 + chance.randrange(10)


_CHANGES = (_put_piece, _put_piece, _cut, _repeat, _join, _flip, _digit)


def smaller(target: Target, data: bytes, fault: str) -> bytes:
    """Return a small part of ``data`` that still breaks the parser in the same way."""
    size, tries = max(1, len(data) // 2), 0
    while size >= 1 and tries < _STEPS_DOWN:
        at = 0
        while at < len(data) and tries < _STEPS_DOWN:
            tries += 1
            shorter = data[:at] + data[at + size :]
            if attempt(target, shorter)[2] == fault:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def cases_of(target: Target) -> dict[str, bytes]:
    """Return the inputs that have broken a parser once, by the names of their files."""
    return {path.name: read_case(path) for path in sorted((CASES / target.name).glob("*"))}


def read_case(path: Path) -> bytes:
    """Return the input of a case file: one line, what is not plain text in it written as escapes."""
    return path.read_bytes().rstrip(b"\n").decode("unicode_escape").encode("latin-1")


def keep_case(fault: Fault, folder: Path = CASES) -> Path:
    """Write a failing input to where the suite finds it, and return the file."""
    path = folder / fault.target / fault.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fault.data.decode("latin-1").encode("unicode_escape") + b"\n")
    return path

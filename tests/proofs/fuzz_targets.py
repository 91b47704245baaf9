"""What proof P18 feeds: parsers of typed and pasted text, of files, of messages, of what a desk remembers."""

from __future__ import annotations

import contextlib
import io
import json
import random
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from orderdesk import config
from orderdesk.errors import UserError
from orderdesk.intake.files import columns, mapping, price_sheets, reading, worker
from orderdesk.intake.files.exporting import write_table
from orderdesk.intake.files.mapping import Mapping as FileMapping
from orderdesk.intake.files.parsing import FileOptions
from orderdesk.intake.files.taking import take_file
from orderdesk.intake.sample import sample_id
from orderdesk.intake.tables import read_table
from orderdesk.rules import entry
from orderdesk.rules.entry.addresses import read_address
from orderdesk.rules.entry.pasting import paste_lines
from orderdesk.rules.entry.quick_add import parse_quick_add, parse_scan
from orderdesk.rules.entry.quick_lines import QuickContext, print_lines
from orderdesk.services.door import request_digest
from orderdesk.services.journal import Journal, Journalled
from orderdesk.services.preferences import Preferences
from orderdesk.services.quick_entry import DeskCodes, draft_lines
from orderdesk.services.reading.customer_by_order import customers_by_order
from orderdesk.services.reading.listing import KINDS, find_rows, list_rows
from orderdesk.services.reading.order_list import order_filter, order_list
from orderdesk.services.reading.order_search import OrderQuestion, find_orders
from orderdesk.services.reading.prices import standing_price_lists
from orderdesk.services.search import build_indexes
from orderdesk.spool import ipp
from orderdesk.spool.choices import PrinterChoices
from orderdesk.values import canonical_json, rfc3339
from orderdesk.wire.commands import COMMANDS, Command, Envelope
from tests.proofs.fuzz_messages import changed_message, json_or_bytes, seed_messages
from tests.proofs.fuzz_readers import read_as_screens_do, read_session_of
from tests.proofs.fuzz_rules import rule_targets
from tests.proofs.fuzzing import Target, mutated, text_of
from tests.support.desk import NOW, SampleDesk

TODAY = date(2026, 3, 9)
UNITS = (("箱", Decimal(12)), ("box", Decimal(12)), ("张", Decimal(1)), ("pc", Decimal(1)))
WAYS = "ymd", "mdy", "dmy"


def seeds(*texts: str) -> tuple[bytes, ...]:
    """Return texts as inputs."""
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


def _way(data: bytes, count: int) -> int:
    """Return one of ``count`` ways to read an input, always the same for the same input."""
    return zlib.crc32(data) % count


# ── typed text ─────────────────────────────────────────────────────────────────────────────────────


def _number(data: bytes) -> object:
    text, sign = text_of(data), (".", ",")[_way(data, 2)]
    read = (entry.read_number, entry.read_price, entry.read_percent)[_way(data, 3)]
    found = read(text, sign)  # type: ignore[arg-type] # one of the two signs
    assert found.is_finite()
    return f"{read.__name__} {found.as_tuple().exponent}"


def _quantity(data: bytes) -> object:
    current = (None, Decimal("7.5"))[_way(data, 2)]
    found = entry.read_quantity(text_of(data), UNITS, current)
    assert found.quantity >= 0
    assert found.quantity == round(found.quantity, 3)
    return f"{found.unit} {bool(found.text)}"


def _date(data: bytes) -> object:
    found = entry.read_date(text_of(data), TODAY, bool(_way(data, 2)), WAYS[_way(data, 3)])  # type: ignore[arg-type] # one of WAYS
    return f"{found.year} {found.month}"


def _schedule(data: bytes) -> object:
    quantity = Decimal(("48", "0.001", "9999999")[_way(data, 3)])
    parts = entry.read_schedule(text_of(data), quantity, TODAY, TODAY, Decimal("0.001"))
    assert sum(part.quantity for part in parts) == quantity
    return len(parts)


def _address(data: bytes) -> object:
    found = read_address(text_of(data))
    return f"{bool(found.province)}{bool(found.receiver)}{bool(found.phone)}{len(found.doubts)}"


def typed_targets() -> Iterator[Target]:
    """Yield what reads one cell."""
    yield Target(
        "number", seeds("12", "1,234.50", "¥12.5", "13%", "3*(4+5)", "12.5/4", "１２．５", "1e3"), _number
    )
    yield Target(
        "quantity",
        seeds("3", "3 箱", "3 box 5 pc", "+2", "1/3", "2*6张", "", "3x4 张", "0.5 box"),
        _quantity,
        2,
    )
    yield Target(
        "date",
        seeds(
            "t",
            "+3",
            "周五",
            "下周五",
            "15",
            "0315",
            "3/15",
            "3月15日",
            "2026-03-15",
            "eom",
            "+1m",
            "z5",
            "t+2",
        ),
        _date,
    )
    yield Target(
        "schedule",
        seeds(
            "3x7d+2",
            "3*1w@fri",
            "16@t+2,16@+9,16@fri",
            "half@t+2,rest@eom",
            "25%@fri,75%@eom",
            "1/3,1/3,rest",
        ),
        _schedule,
        2,
    )
    yield Target(
        "address",
        seeds(
            "张三 13800138000 浙江省杭州市西湖区文三路 90 号",
            "收货人：张三\n手机号码：+86 13800138000\n所在地区：浙江省杭州市西湖区\n详细地址：文三路 90 号",
            "上海市浦东新区张江路 1 号 021-55667788 转 12 王先生（前台）", "Unit 5, 12 King St, London",
        ),
        _address,
        10,
    )  # fmt: skip


# ── what is read with the facts of a desk ──────────────────────────────────────────────────────────


class DeskTargets:
    """Parsers that know the items, customers and orders of the sample company."""

    def __init__(self, desk: SampleDesk) -> None:
        self._sample, self._facts = desk, desk.keep_facts()
        self._indexes = build_indexes(self._facts)
        self._codes = DeskCodes(self._facts, self._indexes, desk.customer("C2001"))
        self._context = QuickContext(TODAY, TODAY)

    def targets(self) -> Iterator[Target]:
        """Yield them."""
        quick = seeds(
            "A105*2 B210*6@129.5", "A105 x 2 箱 @880 -5% >周五 #轻放", '"A105"*3, B211 2pc',
            "hty*2；A105*1箱+3张",
            "A105*48 >3x7d+2", "6901234567892", "A105*2@100/12 B210",
        )  # fmt: skip
        yield Target("quick_add", quick, self._quick_add, 30)
        pasted = seeds(
            "编码\t数量\t单位\t单价\nA105\t12\t张\t880\nB210\t2\t箱\t129.5", "A105 12\nB210 2箱\n",
            "1. A105 x 3\n2、B210*2",
            "Item code\tQty\tUOM\tUnit price\nA105\t12\tpc\t880",
            "序号;商品编码;品名;数量\n1;A105;橡木餐桌;12",
        )  # fmt: skip
        yield Target("pasted", pasted, self._pasted, 40)
        yield Target(
            "search",
            seeds(
                "A105",
                "蓝海",
                "lanhai",
                "SO-",
                "1001",
                "2026-03-09",
                "12.5",
                "2026-03-09T10:00:00Z",
                "true",
                "138 0013",
                ">",
                "@青禾",
            ),
            self._search,
            20,
        )

    def _quick_add(self, data: bytes) -> object:
        text = text_of(data)
        parse_scan(text, self._codes)
        found = parse_quick_add(text, self._codes, self._context)
        lines = draft_lines(found.lines, self._sample.ports.ids)
        again = parse_quick_add(print_lines(found.lines), self._codes, self._context)
        assert [line.count for line in again.lines] == [line.count for line in found.lines]
        codes = {problem.problem.code for token in found.tokens for problem in token.problems}
        return f"{min(len(lines), 4)} {sorted(codes)}"

    def _pasted(self, data: bytes) -> object:
        found = paste_lines(text_of(data), self._codes, self._context, prices_include_tax=bool(_way(data, 2)))
        draft_lines(found.lines, self._sample.ports.ids)
        codes = {problem.code for row in found.rows for problem in row.problems}
        return f"{found.columns} {sorted(codes)}"

    def _search(self, data: bytes) -> object:
        text = text_of(data)
        items, customers = self._indexes.items.search(text), self._indexes.customers.search(text)
        self._indexes.items.exact_or_unique(text)
        question = OrderQuestion(text, tuple(match.key for match in customers[:3]))
        with self._sample.store.reading() as connection:
            orders = find_orders(connection, question)
            customers_by_order(connection, text)
            order_list(connection, order_filter("all", text, self._indexes.customers), TODAY)
            kind = sorted(KINDS)[_way(data, len(KINDS))]
            find_rows(connection, kind, text)
            column = sorted(KINDS[kind]().columns)[_way(data, len(KINDS[kind]().columns))]
            with contextlib.suppress(UserError):  # a value that such a column cannot have
                list_rows(connection, kind, ((column, text),), 3)
        return f"{min(len(items), 3)} {min(len(customers), 3)} {min(len(orders), 3)}"


# ── files ──────────────────────────────────────────────────────────────────────────────────────────


@contextlib.contextmanager
def parsing_here() -> Iterator[None]:
    """Let files be parsed in this process: what the worker's own does for each file would take too long.

    Its bounds are those of the process that fuzzes; what it prints is read as what a worker printed.
    """

    def here(path: Path, kind: str, options: FileOptions, output: IO[bytes], seconds: float) -> int:
        said = io.TextIOWrapper(output, encoding="utf-8", newline="\n")
        named = [
            f"--encoding={options.encoding}",
            f"--delimiter={options.delimiter}",
            f"--sheet={options.sheet}",
        ]
        with contextlib.redirect_stdout(said):
            code = worker.main([kind, *named, "--", str(path)])
        said.flush()
        said.detach()
        return code

    apart, bound = reading._parse_apart, worker.bound_this_process
    reading._parse_apart, worker.bound_this_process = here, lambda: None
    try:
        yield
    finally:
        reading._parse_apart, worker.bound_this_process = apart, bound


HEADERS = {
    "customers": "编码,名称,客户等级,账期,信用额度,电话,税号,城市,地址",
    "items": "编码,名称,单位,税率,标准价,条码",
    "prices": "价格表,编码,单位,单价,生效日期,失效日期",
    "stock": "编码,仓库,库存",
    "receivables": "客户编码,应收余额,截至日期",
    "orders": "订单号,客户编码,订单日期,编码,数量,单价,折扣,金额,运费,币种",
}  # fmt: skip
ROWS = {
    "customers": "C9001,新客户,standard,30,50000,13800138000,91330100MA27XYZ,杭州,文三路 90 号",
    "items": "Z900,新桌,张,13%,880.00,6900000000017",
    "prices": "STD-2026,A105,张,880,2026-01-01,2026-12-31",
    "stock": "A105,SZ,120.5",
    "receivables": "C1001,1234.56,2026-03-01",
    "orders": "X-1,C1001,2026-01-05,A105,3,880,5%,2508,12.00,CNY",
}  # fmt: skip


class FileTargets:
    """Parsers of files; each input is written to a file and read from it, taken in without writing."""

    def __init__(self, desk: SampleDesk, folder: Path) -> None:
        self._sample, self._folder = desk, folder
        facts = desk.keep_facts()
        self._items = facts.items
        list_id = sample_id("price_list", "STD-2026")
        with desk.store.reading() as connection:
            self._list = standing_price_lists(connection, [list_id])[list_id].record

    def targets(self) -> Iterator[Target]:
        """Yield them."""
        tables = seeds(*(f"{HEADERS[name]}\n{ROWS[name]}\n{ROWS[name]}\n" for name in HEADERS))
        utf16 = tuple(data.decode().encode("utf-16") for data in tables[:1])
        chinese = tuple(data.decode().encode("gb18030") for data in tables[1:2])
        yield Target("csv", (*tables, *utf16, *chinese), self._csv, 60)
        yield Target("xlsx", self._workbooks(), self._xlsx, 300, changed_workbook)
        yield Target("mapping", seeds(*MAPPINGS), self._mapping, 20)
        yield Target("price_sheet", self._sheets(), self._price_sheet, 60)
        yield Target("northwind", seeds("orderID,quantity,notes\n1,2,3\n4,5,6, x\n"), self._northwind, 20)

    def _file(self, data: bytes, name: str) -> Path:
        path = self._folder / name
        path.write_bytes(data)
        return path

    def _family(self, data: bytes) -> str:
        header = data[:400].decode("utf-8", "replace")
        known = [name for name, words in HEADERS.items() if header.startswith(words.split(",", 1)[0] + ",")]
        names = known or list(columns.FAMILIES)
        return names[_way(data, len(names))]

    def _take(self, path: Path, data: bytes) -> object:
        options = mapping.Options(new_orders=bool(_way(data, 2)), create_missing=bool(_way(data, 3)))
        with parsing_here():
            _table, found = take_file(
                path, self._family(data), FileMapping(options=options), self._sample.store, None
            )
        codes = {finding.problem.code for verdict in found.verdicts for finding in verdict.findings}
        return f"{found.family} {sorted(codes)}"

    def _csv(self, data: bytes) -> object:
        return self._take(self._file(data, "fuzzed.csv"), data)

    def _xlsx(self, data: bytes) -> object:
        path = self._file(data, "fuzzed.xlsx")
        with parsing_here():
            header = ",".join(reading.read_file(path).header)
        return self._take(path, header.encode(errors="replace") + data)

    def _mapping(self, data: bytes) -> object:
        found = mapping.load_mapping(self._file(data, ("map.toml", "map.json")[_way(data, 2)]))
        found.digest()
        family = columns.FAMILIES["orders"]
        layout = mapping.lay_out(family, tuple(HEADERS["orders"].split(",")), found, "orders.csv")
        return len(layout.places)

    def _price_sheet(self, data: bytes) -> object:
        path = self._file(data, "sheet.csv")
        with parsing_here():
            found = price_sheets.read_sheet(
                path, self._list, self._items.values(), self._sample.ports.ids.new
            )
        codes = {problem.code for row in found.bad for problem in row.problems}
        return f"{bool(found.new)} {bool(found.changed)} {sorted(codes)}"

    def _northwind(self, data: bytes) -> object:
        rows = read_table(self._file(data, "table.csv"), ("orderID", "quantity", "notes"), free_text="notes")
        for row in rows:
            row.decimal("quantity")
            row.day("orderID")
            row.text("orderID", required=True)
        return min(len(rows), 4)

    def _workbooks(self) -> tuple[bytes, ...]:
        made = []
        for name in ("orders", "items", "stock"):
            path = self._folder / "seed.xlsx"
            write_table(path, HEADERS[name].split(","), [ROWS[name].split(","), ROWS[name].split(",")])
            made.append(path.read_bytes())
        return tuple(made)

    def _sheets(self) -> tuple[bytes, ...]:
        path = self._folder / "seed.csv"
        rows = price_sheets.sheet_rows(
            self._list, self._items, lambda item: item.name, lambda _item, unit: unit, str, TODAY
        )
        write_table(path, price_sheets.COLUMNS, list(rows)[:6])
        return (path.read_bytes(), "Code,Unit,From,Off,Applies to,Price\nA105,张,10,5%,whole,800\n".encode())


MAPPINGS = (
    '[columns]\nnumber = "Order ID"\n[fixed]\ncurrency = "USD"\n[options]\nsource = "superstore"\n',
    '{"columns": {"number": "订单号"}, "fixed": {"currency": "CNY"}, "options": {"date_order": "dmy"}}',
    '[options]\nencoding = "gb18030"\ndelimiter = ";"\nrates = "fraction"\ndecimal_sign = ","\n',
)


def changed_workbook(chance: random.Random, data: bytes) -> bytes:
    """Return a workbook with one of its parts changed and packed again, or changed as the zip it is."""
    if chance.random() < 0.25:
        return mutated(chance, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error, RuntimeError):
        return mutated(chance, data)
    likely = [name for name in parts if "sheet" in name or "shared" in name or "styles" in name] or list(
        parts
    )
    if likely:
        name = chance.choice(likely)
        parts[name] = mutated(chance, parts[name])
    if chance.random() < 0.05 and parts:
        parts.pop(chance.choice(list(parts)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


# ── messages ───────────────────────────────────────────────────────────────────────────────────────


class CommandTargets:
    """Commands as JSON: first as any bytes,
    then as messages of the right form that the real door executes."""

    def __init__(self, desk: SampleDesk) -> None:
        self._sample = desk

    def targets(self) -> Iterator[Target]:
        """Yield them."""
        made = tuple(json.dumps(one, ensure_ascii=False).encode() for one in seed_messages(self._sample))
        yield Target("command", made, self._command, 20)
        yield Target("door", made, self._door, 200, changed_message)

    @staticmethod
    def _command(data: bytes) -> object:
        try:
            envelope = Envelope.model_validate_json(data)
            model = COMMANDS.get(envelope.command)
            if model is None:
                return "unknown"
            command = Command(id=envelope.id, data=model.model_validate(envelope.data))
        except ValidationError as fault:
            return f"invalid {fault.errors(include_url=False, include_context=False)[0]['type']}"
        request_digest(command)
        return envelope.command

    def _door(self, data: bytes) -> object:
        try:
            envelope = Envelope.model_validate_json(data)
        except ValidationError:
            return "no envelope"
        person = ("lina", "zhangwei", "zhaoqiang", "chenjing", "zhoumin")[_way(data, 5)]
        fresh = envelope.model_copy(update={"id": self._sample.ports.ids.new()})
        outcome = self._sample.door.execute_envelope(fresh, self._sample.actor(person))
        outcome.model_dump_json()
        return f"{envelope.command} {outcome.outcome} {sorted({one.code for one in outcome.problems})}"


# ── what a desk keeps for itself ───────────────────────────────────────────────────────────────────


class DeskFileTargets:
    """The small files of a desk: damaged, they count as not there, and the desk starts."""

    def __init__(self, desk: SampleDesk, folder: Path) -> None:
        self._sample, self._folder = desk, folder

    def targets(self) -> Iterator[Target]:
        """Yield them."""
        draft = self._sample.draft("C2001", ("A105", "2"))
        kept = {
            "format": 1, "at": rfc3339(NOW), "row": 1, "column": "quantity", "base_revision": 3,
            "typed": "12",
            "draft": json.loads(draft.model_dump_json()),
        }  # fmt: skip
        yield Target("journal", (canonical_json(kept).encode(),), self._journal, 100, changed_message)
        views = [{"name": "mine", "view": "open", "text": "x", "columns": ["number", "total"]}]
        preferences = (
            {"notices.seen": rfc3339(NOW), "palette.recent": ["order.new"], "orders.views": views},
            {"orders.columns": ["number", "customer"], "any": {"a": [1, 2.5, None, True]}},
        )
        made = tuple(json.dumps(one).encode() for one in preferences)
        yield Target("preferences", made, self._preferences, 40, json_or_bytes)
        printers = {
            "kinds": {"delivery_note": {"paper": "a4", "printer": "ipp://10.0.0.8/ipp/print"}},
            "forms": [{"printer": "p", "paper": "form", "copies": ["stub"], "right": "0.5", "down": "-1"}],
        }
        yield Target("printers", (json.dumps(printers).encode(),), self._printers, 20, json_or_bytes)
        session = [
            {"geometry": "", "tabs": [{"area": "orders", "id": str(draft.id), "place": None}], "top": 0}
        ]
        sessions = (json.dumps(session).encode(), b"120", b"[]")
        yield Target("session", sessions, read_session_of, 3, json_or_bytes)
        settings = 'language = "zh"\ndevice = "desk-1"\nstore = "/tmp/x.sqlite"\n'
        yield Target("settings", seeds(settings), self._settings, 20)
        media = ipp.Attribute("media", ipp.COLLECTION, (ipp.Attribute("x", ipp.INTEGER, 24100),))
        asked = ipp.request(0x0002, "ipp://10.0.0.8/ipp/print", (media,))
        yield Target(
            "ipp", (asked, b"\x02\x00\x00\x00\x00\x00\x00\x01\x01G\x00\x01a\x00\x02zh\x03"), self._ipp, 1
        )

    def _journal(self, data: bytes) -> object:
        """A line with the right checksum: what any older or newer program, or a hand, may have written."""
        for old in self._folder.glob("*.jsonl"):
            old.unlink()
        body = data.replace(b"\n", b" ").replace(b"\r", b" ")
        lines = (f"{zlib.crc32(body):08x} ".encode() + body + b"\n", data, b"00000000 {}\n")
        whole = Journalled(self._sample.draft("C1001"), NOW, 0, "item", None)
        journal = Journal(self._folder)
        journal.append(whole)
        (self._folder / "fuzzed.jsonl").write_bytes(lines[0])
        (self._folder / "raw.jsonl").write_bytes(b"".join(lines[1:]))
        found = journal.read_all()
        assert whole in found  # what is whole beside it is found, whatever stands there
        for one in found:
            journal.append(one)
        return len(found)

    def _preferences(self, data: bytes) -> object:
        (self._folder / "anybody.json").write_bytes(data)
        kept = Preferences(self._folder)
        found = read_as_screens_do(kept)
        kept.keep(None, "palette.recent", ["order.new"])
        assert kept.read(None, "palette.recent") == ["order.new"]
        return found

    def _printers(self, data: bytes) -> object:
        file = self._folder / "printers.json"
        file.write_bytes(data)
        choices = PrinterChoices(file)
        return f"{choices.choice('delivery_note')} {choices.form('p', 'form') is not None}"

    def _settings(self, data: bytes) -> object:
        (self._folder / "settings.toml").write_bytes(data)
        return config.load_config({"data_dir": str(self._folder)}, {}).language

    @staticmethod
    def _ipp(data: bytes) -> object:
        try:
            return ipp.read_answer(data).is_ok
        except ValueError:
            return "no answer"


def all_targets(desk: SampleDesk, folder: Path) -> dict[str, Target]:
    """Return every target by its name; files are written into ``folder``."""
    made = (
        *typed_targets(),
        *DeskTargets(desk).targets(),
        *FileTargets(desk, folder).targets(),
        *CommandTargets(desk).targets(),
        *DeskFileTargets(desk, folder).targets(),
        *rule_targets(folder),
    )
    return {target.name: target for target in made}

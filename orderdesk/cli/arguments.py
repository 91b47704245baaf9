"""What can be typed after ``orderdesk``: commands, arguments and their help, in the user's language."""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from collections.abc import Callable, Sequence

from orderdesk import __version__, paths
from orderdesk.config import systems_language

# What can be taken in: a file of one family, or the folder of a whole system.
IMPORTS = ("customers", "items", "prices", "stock", "receivables", "orders", "northwind")


def parse(argv: Sequence[str]) -> argparse.Namespace | int:
    """Return what was typed; or the exit code, where it was typed wrongly or only help was asked."""
    _speak_utf8()
    plain = _without_command(argv)
    if plain is not None:
        return plain
    try:
        return _parser().parse_args(argv)
    except SystemExit as ended:
        return int(ended.code or 0)


def _without_command(argv: Sequence[str]) -> argparse.Namespace | None:
    """Return what was typed if it is nothing but global flags; else ``None``.

    So opens the desktop: making the parsers of all commands would take longer than reading this.
    """
    flags = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _add_global_flags(flags, lambda _name: "", default=None)
    try:
        typed, rest = flags.parse_known_args(argv, argparse.Namespace(command=None))
    except argparse.ArgumentError:
        return None
    return None if rest else typed


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's old encoding is, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class _Help:
    """The help texts, straight from their catalogue: ``words`` takes longer to import than help may take."""

    def __init__(self) -> None:
        language = os.environ.get("ORDERDESK_LANGUAGE") or systems_language(os.environ)
        file = paths.resources_dir() / "translations" / language / "LC_MESSAGES" / "cli.mo"
        self._texts = gettext.NullTranslations()
        if file.is_file():
            with file.open("rb") as stream:
                self._texts = gettext.GNUTranslations(stream)

    def __call__(self, name: str) -> str:
        return self._texts.gettext(f"cli.help.{name}").replace("%", "%%")


def _parser() -> argparse.ArgumentParser:
    text = _Help()
    parser = argparse.ArgumentParser(prog="orderdesk", description=text("program"), epilog=text("exit_codes"))
    parser.add_argument(
        "--version", action="version", version=f"orderdesk {__version__}", help=text("version")
    )
    _add_global_flags(parser, text, default=None)
    shared = argparse.ArgumentParser(add_help=False)
    _add_global_flags(shared, text, default=argparse.SUPPRESS)  # they may stand behind the command, too
    commands = _Commands(parser.add_subparsers(dest="command", metavar="COMMAND"), shared, text)
    _add_store_commands(commands)
    _add_reading_commands(commands)
    _add_writing_commands(commands)
    _add_rule_commands(commands)
    return parser


def _add_global_flags(
    parser: argparse.ArgumentParser, text: Callable[[str], str], *, default: object
) -> None:
    parser.add_argument("--store", metavar="URL", default=default, help=text("store"))
    parser.add_argument("--data-dir", metavar="DIR", default=default, help=text("data_dir"))
    off = False if default is None else default
    parser.add_argument("--json", action="store_true", default=off, help=text("json"))


class _Commands:
    """Adds commands, each with its help and the flags that all share."""

    def __init__(
        self,
        parsers: argparse._SubParsersAction[argparse.ArgumentParser],
        shared: argparse.ArgumentParser,
        text: Callable[[str], str],
    ) -> None:
        self._parsers = parsers
        self.shared = shared
        self.text = text

    def add(self, name: str) -> argparse.ArgumentParser:
        """Add a command and return its parser."""
        said = self.text(name)
        return self._parsers.add_parser(name, parents=[self.shared], help=said, description=said)

    def below(self, name: str) -> _Commands:
        """Add a command that has actions of its own; their help is in the catalogue below its name."""
        actions = self.add(name).add_subparsers(dest="action", metavar="ACTION", required=True)
        return _Commands(actions, self.shared, lambda action: self.text(f"{name}.{action}"))


def _add_store_commands(commands: _Commands) -> None:
    text = commands.text
    init = commands.add("init")
    sizes = ("empty", "small", "office", "large")
    init.add_argument("--size", choices=sizes, default="empty", help=text("init.size"))
    init.add_argument("--seed", metavar="N", type=_count, default=1, help=text("init.seed"))
    for counted in ("customers", "items", "orders"):
        init.add_argument(f"--{counted}", metavar="N", type=_count, default=None, help=text("init.counts"))
    commands.add("check")
    commands.add("upgrade")
    tour = commands.add("tour")
    tour.add_argument("--out", metavar="DIR", default="out/tour", help=text("tour.out"))
    tour.add_argument("--fixed", action="store_true", help=text("tour.fixed"))


def _add_reading_commands(commands: _Commands) -> None:
    text = commands.text
    listing = commands.add("list")
    listing.add_argument("kind", metavar="KIND", help=text("list.kind"))
    listing.add_argument("--where", metavar="F=V", action="append", default=[], help=text("list.where"))
    listing.add_argument("--limit", metavar="N", type=_count, default=None, help=text("list.limit"))
    show = commands.add("show")
    show.add_argument("kind", metavar="KIND", help=text("kind"))
    show.add_argument("key", metavar="KEY", help=text("show.key"))
    price = commands.add("price")
    price.add_argument("--customer", metavar="C", required=True, help=text("price.customer"))
    price.add_argument("--item", metavar="I", required=True, help=text("price.item"))
    price.add_argument("--qty", metavar="N", required=True, help=text("price.qty"))
    price.add_argument("--unit", metavar="U", default=None, help=text("price.unit"))
    price.add_argument("--date", metavar="D", default=None, help=text("price.date"))
    schema = commands.add("schema")
    schema.add_argument("name", metavar="NAME", nargs="?", help=text("schema.name"))


def _add_writing_commands(commands: _Commands) -> None:
    text = commands.text
    imports = commands.add("import")
    imports.add_argument("source", choices=IMPORTS, help=text("import.source"))
    imports.add_argument("path", metavar="FILE", help=text("import.path"))
    imports.add_argument("--map", metavar="FILE", default=None, help=text("import.map"))
    imports.add_argument("--dry-run", action="store_true", help=text("import.dry_run"))
    do = commands.add("do")
    do.add_argument("file", metavar="FILE", help=text("do.file"))
    do.add_argument("--as", metavar="USER", dest="user", default=None, help=text("do.as"))
    note = commands.add("note")
    note.add_argument("delivery", metavar="DELIVERY", help=text("note.delivery"))
    note.add_argument("--paper", choices=("a4", "241x140"), default="a4", help=text("note.paper"))
    note.add_argument("--out", metavar="FILE", required=True, help=text("note.out"))
    note.add_argument("--language", choices=("zh", "en", "both"), default=None, help=text("note.language"))


def _add_rule_commands(commands: _Commands) -> None:
    rules = commands.below("rules")
    text = rules.text
    evaluated = rules.add("eval")
    evaluated.add_argument("file", metavar="FILE", help=text("file"))
    evaluated.add_argument("--facts", metavar="FACTS.json", required=True, help=text("facts"))
    evaluated.add_argument("--decision", metavar="NAME", default=None, help=text("decision"))
    rules.add("list")
    named = {
        name: rules.add(name)
        for name in ("show", "check", "rehearse", "export", "import", "publish", "rollback")
    }
    for parser in named.values():
        parser.add_argument("book", metavar="BOOK", help=text("book"))
    for name in ("show", "export"):
        named[name].add_argument("--version", metavar="N", type=_count, default=None, help=text("version"))
        named[name].add_argument("--draft", action="store_true", help=text("of_draft"))
    named["show"].add_argument("--against", metavar="N", type=_count, default=None, help=text("against"))
    for name in ("check", "rehearse"):
        named[name].add_argument("--file", metavar="FILE", default=None, help=text("instead"))
    named["rehearse"].add_argument("--days", metavar="N", type=_count, default=None, help=text("days"))
    named["rehearse"].add_argument("--orders", metavar="N", type=_count, default=None, help=text("orders"))
    for name in ("export", "import"):
        named[name].add_argument("file", metavar="FILE", help=text("table_file"))
    named["rollback"].add_argument("version", metavar="VERSION", type=_count, help=text("version"))
    for name in ("publish", "rollback"):
        named[name].add_argument("--reason", metavar="TEXT", default="", help=text("reason"))
        named[name].add_argument("--start", metavar="D", default=None, help=text("start"))
        named[name].add_argument("--reroute", action="store_true", help=text("reroute"))
    named["publish"].add_argument("--accept", metavar="TEXT", default="", help=text("accept"))
    for name in ("rehearse", "import", "publish", "rollback"):
        named[name].add_argument(
            "--as", metavar="USER", dest="user", default=None, required=name != "rehearse", help=text("as")
        )


def _count(text: str) -> int:
    number = int(text)  # argparse turns the error of a wrong text into its own
    if number < 1:
        raise ValueError(text)
    return number

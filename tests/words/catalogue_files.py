"""The catalogues as their sources say, for the tests that read them."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

from orderdesk.ui.actions import BY_ID
from orderdesk.words import LANGUAGES, Language
from tests.architecture.sources import ROOT, modules, name_of, tree_of

TRANSLATIONS = ROOT / "resources" / "translations"
CODE = re.compile(r"(?:problem|error|term|ui|receipt|document)\.[a-z0-9_.]+")
WORDING = {"tr"}  # what words a code of the screens: there any literal is one, of whatever domain
PARAMETER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Text(NamedTuple):
    """One sentence of a catalogue; a plural has several with the same code."""

    code: str
    text: str


def source(domain: str, language: Language) -> Path:
    """Return the path of one catalogue's source."""
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{domain}.po"


def domains() -> list[str]:
    """Return the domains that any language has."""
    return sorted({path.stem for path in TRANSLATIONS.rglob("*.po")})


@cache
def texts(domain: str, language: Language) -> tuple[Text, ...]:
    """Return every sentence of a catalogue, in the order of its file."""
    found: list[Text] = []
    with source(domain, language).open("rb") as stream:
        for message in read_po(stream, locale=language, abort_invalid=True):
            if message.id:
                code = message.id if isinstance(message.id, str) else message.id[0]
                forms = (message.string,) if isinstance(message.string, str) else message.string
                found += [Text(code, form) for form in forms or ()]
    return tuple(found)


def all_texts(language: Language) -> list[Text]:
    """Return the sentences of all domains."""
    return [text for domain in domains() for text in texts(domain, language)]


def every_text() -> list[Text]:
    """Return the sentences of all domains in all languages."""
    return [text for language in LANGUAGES for text in all_texts(language)]


class Use(NamedTuple):
    """A code, or the beginning of one, written in the program."""

    code: str
    place: str
    is_whole: bool


def uses() -> Iterator[Use]:
    """Yield the codes that stand in the program's source; in an f-string only their beginning is known."""
    for path in modules():
        tree = tree_of(path)
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        not_codes = {id(argument) for argument in _ids_of_actions(tree)}
        asked = {id(argument) for argument in _asked_for(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in not_codes:
                continue
            if CODE.fullmatch(node.value) or id(node) in asked:
                is_whole = id(node) not in parts and not node.value.endswith(".")
                yield Use(node.value, f"{name_of(path)}:{node.lineno}", is_whole)


def _asked_for(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the codes that the module asks a text for, also by a ``partial`` of the asking."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = [node.func, *node.args]
            for function, code in itertools.pairwise(called):
                if isinstance(function, ast.Name | ast.Attribute) and _name(function) in WORDING:
                    yield from code.values[:1] if isinstance(code, ast.JoinedStr) else (code,)


def _name(function: ast.Name | ast.Attribute) -> str:
    return function.id if isinstance(function, ast.Name) else function.attr


def _ids_of_actions(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the ids of actions: ``problem.next`` goes to the next problem and is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in BY_ID:
            yield node

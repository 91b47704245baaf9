"""Reads a DMN model from its XML, within limits of size and depth, naming what is refused.

A decision whose logic is no decision table and no literal expression, or that uses what S-FEEL does not
have, is refused by its name when it is asked for; the others of the same file go on working.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError  # read through defusedxml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from orderdesk.errors import Problem
from orderdesk.rules.feel import values as v
from orderdesk.rules.feel.dmn import Convert, Decision, DmnModel, DmnTable, Input, OutputClause
from orderdesk.rules.feel.language import INPUT, Run, expression, unary_tests
from orderdesk.rules.foreign import LanguageError, fault_of, refused
from orderdesk.rules.hit_policies import RANKED, aggregation_named, policy_named

MAX_BYTES = 10 * 1024 * 1024
MAX_DEPTH = 60
MAX_ELEMENTS = 500_000
MAX_TYPES_DEEP = 20

_PLAIN: Mapping[str, type] = {"number": Decimal, "string": str, "boolean": bool}
_FROM_TEXT: Mapping[str, Callable[[str], object]] = {
    "date": v.date_of, "time": v.time_of, "dateTime": v.instant_of, "date and time": v.instant_of,
    "duration": v.duration_of, "dayTimeDuration": v.duration_of, "days and time duration": v.duration_of,
    "yearMonthDuration": v.duration_of, "years and months duration": v.duration_of,
}  # fmt: skip


def read_dmn(content: bytes) -> DmnModel:
    """Return the model that DMN's XML describes.

    Raises:
        UserError: ``problem.table.foreign`` where it is too large, no XML, or no DMN.
    """
    root = _parsed(content)
    if _tag(root) != "definitions":
        raise refused([Problem("problem.table.dmn.root", "", {"name": _tag(root)})], _tag(root))
    return _Reader(root).model()


def _parsed(content: bytes) -> Element:
    if len(content) > MAX_BYTES:
        raise refused([Problem("problem.table.dmn.size", "", {"limit": MAX_BYTES})], "DMN")
    depth = count = 0
    root: Element | None = None
    is_whole = False
    try:
        for event, element in iterparse(BytesIO(content), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            count += event == "start"
            if count == 1:
                root = element
            if depth > MAX_DEPTH or count > MAX_ELEMENTS:
                raise refused([Problem("problem.table.dmn.size", "", {"limit": MAX_DEPTH})], "DMN")
        is_whole = True
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        is_whole = False
    if root is None or not is_whole:
        raise refused([Problem("problem.table.dmn.xml")], "DMN")
    return root


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(element: Element, tag: str) -> list[Element]:
    return [one for one in element if _tag(one) == tag]


def _child(element: Element | None, tag: str) -> Element | None:
    return None if element is None else next((one for one in element if _tag(one) == tag), None)


def _text(element: Element | None) -> str:
    """Return the text of an expression; an element without one is empty."""
    inner = _child(element, "text")
    return (inner.text or "").strip() if inner is not None else ""


def _reference(element: Element | None) -> str:
    return element.get("href", "").rpartition("#")[2] if element is not None else ""


class _Reader:
    def __init__(self, root: Element) -> None:
        self.root = root
        self.types = {one.get("name", ""): one for one in _children(root, "itemDefinition")}
        self.problems: list[Problem] = []
        self.names: tuple[str, ...] = ()
        self.members = [
            one.get("name", "") for one in root.iter() if _tag(one) == "itemComponent" and one.get("name")
        ]

    def model(self) -> DmnModel:
        inputs = {
            one.get("name", ""): self.convert(self.type_of(one)) for one in _children(self.root, "inputData")
        }
        found = _children(self.root, "decision")
        decisions = [one.get("name", "") for one in found]
        self.names = (*inputs, *decisions)
        if not found:
            raise refused([Problem("problem.table.dmn.empty")], self.root.get("name", ""))
        read = (self.decision(one) for one in found)
        return DmnModel(self.root.get("name", ""), inputs, {one.id: one for one in read})

    def decision(self, element: Element) -> Decision:
        self.problems, name = [], element.get("name", "")
        requires = tuple(
            _reference(_child(one, "requiredDecision"))
            for one in _children(element, "informationRequirement")
            if _child(one, "requiredDecision") is not None
        )
        logic: DmnTable | Run | None = None
        table, literal = _child(element, "decisionTable"), _child(element, "literalExpression")
        if table is not None:
            logic = self.table(table, name, self.type_of(element))
        elif literal is not None:
            logic = self.run(_text(literal), name, literal)
        else:
            kinds = [_tag(one) for one in element if _tag(one) not in _NO_LOGIC]
            self.fault("dmn.logic", name, name=name, type=kinds[0] if kinds else "")
        convert = self.convert(self.type_of(element))
        return Decision(element.get("id") or name, name, requires, logic, convert, tuple(self.problems))

    def fault(self, reason: str, path: str, **params: object) -> None:
        self.problems.append(Problem(f"problem.table.{reason}", path, params))

    # ── tables ───────────────────────────────────────────────────────────────────────────────────────────

    def table(self, element: Element, name: str, type_name: str) -> DmnTable:
        policy = policy_named(element.get("hitPolicy", "UNIQUE"))
        aggregation = aggregation_named(element.get("aggregation")) if policy == "collect" else ""
        if policy is None or aggregation is None:
            self.fault("policy", name, value=element.get("hitPolicy" if policy is None else "aggregation"))
        inputs = _children(element, "input")
        outputs = _children(element, "output")
        clauses = tuple(
            self.output(one, f"{name}.output {at}", type_name, len(outputs))
            for at, one in enumerate(outputs, start=1)
        )
        rules = _children(element, "rule")
        if not outputs or not rules:
            self.fault("shape", name)
        if policy in RANKED and not any(one.order for one in clauses):
            self.fault("order", name, value=element.get("hitPolicy"))
        cells, entries, texts = [], [], []
        for number, rule in enumerate(rules, start=1):
            given, said = _children(rule, "inputEntry"), _children(rule, "outputEntry")
            path = f"{name}.{number}"
            if len(given) != len(inputs) or len(said) != len(outputs):
                self.fault("shape", path)
                continue
            texts.append(tuple(_text(one) or "-" for one in given))
            cells.append(tuple(self.tests(_text(one) or "-", path, one) for one in given))
            entries.append(tuple(self.run(_text(one), path, one) for one in said))
        return DmnTable(
            policy or "unique", aggregation or "",
            tuple(self.input(one, f"{name}.input {at}") for at, one in enumerate(inputs, start=1)),
            clauses, tuple(cells), tuple(texts), tuple(entries),
        )  # fmt: skip

    def input(self, element: Element, path: str) -> Input:
        asked = _child(element, "inputExpression")
        text = _text(asked)
        type_name = asked.get("typeRef", "") if asked is not None else ""
        allowed = _text(_child(element, "inputValues"))
        return Input(
            element.get("label") or text,
            self.run(text, path, asked),
            self.convert(type_name),
            self.tests(allowed, path, None) if allowed else None,
        )

    def output(self, element: Element, path: str, decision_type: str, count: int) -> OutputClause:
        name = element.get("name", "")
        values = _text(_child(element, "outputValues"))
        if not values:
            values = self.allowed(element.get("typeRef") or self.member_type(decision_type, name, count))
        default = _child(element, "defaultOutputEntry")
        order: tuple[object, ...] = ()
        if values:
            try:
                listed = expression(f"[{values}]")({})
                order = tuple(listed) if isinstance(listed, list) else ()
            except LanguageError:
                order = ()  # a range of values: an order of none of them
        text = _text(default)
        return OutputClause(name, order, self.run(text, path, default) if text else None)

    def member_type(self, type_name: str, member: str, count: int) -> str:
        """Return the type of an output from that of its decision: the type itself, or of its component."""
        if count == 1:
            return type_name
        definition = self.types.get(type_name)
        for one in [] if definition is None else _children(definition, "itemComponent"):
            if one.get("name") == member:
                inner = _child(one, "typeRef")
                return (inner.text or "").strip() if inner is not None else ""
        return ""

    def allowed(self, type_name: str) -> str:
        definition = self.types.get(type_name)
        return _text(_child(definition, "allowedValues")) if definition is not None else ""

    # ── expressions ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def scope_names(self) -> frozenset[str]:
        return frozenset(self.names)

    def run(self, text: str, path: str, element: Element | None) -> Run:
        if not text:
            return lambda _: None
        return self.read(text, path, element, expression)

    def tests(self, text: str, path: str, element: Element | None) -> Run:
        return self.read(text, path, element, unary_tests)

    def read(self, text: str, path: str, element: Element | None, how: Callable[..., Run]) -> Run:
        language = element.get("expressionLanguage", "") if element is not None else ""
        if language and "feel" not in language.lower():
            self.fault("expression.language", path, name=language, text=text)
        try:
            return how(text, self.scope_names, self.members)
        except LanguageError as error:
            self.problems.append(fault_of(error, path, text))
            return lambda _: None

    # ── types ────────────────────────────────────────────────────────────────────────────────────────────

    def type_of(self, element: Element) -> str:
        variable = _child(element, "variable")
        return variable.get("typeRef", "") if variable is not None else ""

    def convert(self, type_name: str, depth: int = 0) -> Convert:
        """Return what makes a value one of this type; null where it is none, or not allowed."""
        base = type_name.rpartition(":")[2].removeprefix("feel.")
        definition = self.types.get(type_name) or self.types.get(base)
        if definition is not None and depth < MAX_TYPES_DEEP:
            return self.defined(definition, depth + 1)
        if base in _FROM_TEXT:
            read = _FROM_TEXT[base]
            return lambda value: _timed(read(value) if isinstance(value, str) else value, base)
        kind = _PLAIN.get(base)
        if kind is None:
            return lambda value: value
        return lambda value: value if isinstance(value, kind) else None

    def defined(self, definition: Element, depth: int) -> Convert:
        inner = _child(definition, "typeRef")
        components = {
            one.get("name", ""): self.defined(one, depth) for one in _children(definition, "itemComponent")
        }
        own = self.convert((inner.text or "").strip(), depth) if inner is not None else lambda value: value
        allowed = _text(_child(definition, "allowedValues"))
        test: Run | None = None
        if allowed:
            try:
                test = unary_tests(allowed)
            except LanguageError:
                test = None  # what constrains nothing that can be read constrains nothing

        def one(value: object) -> object:
            if components:
                if not isinstance(value, dict):
                    return None
                value = {**value, **{name: convert(value.get(name)) for name, convert in components.items()}}
            value = own(value)
            return value if value is None or test is None or test({INPUT: value}) is True else None

        if definition.get("isCollection") == "true":
            return lambda value: [one(entry) for entry in value] if isinstance(value, list) else None
        return one


_NO_LOGIC = frozenset({
    "variable", "informationRequirement", "knowledgeRequirement", "authorityRequirement", "question",
    "allowedAnswers", "description", "extensionElements", "supportedObjective",
    "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
})  # fmt: skip


_KINDS: Mapping[str, tuple[type, ...]] = {
    "date": (date,), "time": (time,), "dateTime": (datetime,), "date and time": (datetime,),
    "duration": (v.Months, timedelta), "dayTimeDuration": (timedelta,),
    "days and time duration": (timedelta,), "yearMonthDuration": (v.Months,),
    "years and months duration": (v.Months,),
}  # fmt: skip


def _timed(value: object, base: str) -> object:
    """Return a value of date, time or duration; null for every other kind."""
    if base == "date" and isinstance(value, datetime):
        return None
    return value if isinstance(value, _KINDS[base]) else None

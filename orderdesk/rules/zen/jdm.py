"""JDM models of input, decision tables and output: read with every fault named, evaluated as GoRules does.

A cell that is empty or not there lets everything through. Of a *first* table the topmost row answers, null
where none does; a *collect* table answers with a list. An empty output is left out. Tables hand on what
they answer, with pass-through on top of what they were given. What several nodes give is merged; null takes
a field out.

Source: docs.gorules.io, "Decision tables"; data/jdm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from orderdesk.errors import Problem, UserError
from orderdesk.rules.foreign import Answer, Json, LanguageError, NearCell, fault_of, refused, scan
from orderdesk.rules.zen.functions import ZenFailure
from orderdesk.rules.zen.language import Run, standard, unary

MAX_NODES = 200
MAX_ROWS = 20_000
_KINDS = ("inputNode", "decisionTableNode", "outputNode")


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    value: Run | None  # None: its cells are whole expressions


@dataclass(frozen=True, slots=True)
class JdmTable:
    """A decision table of a model."""

    id: str
    name: str
    policy: Literal["first", "collect"]
    inputs: tuple[_Column, ...]
    cells: tuple[tuple[Run | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    outputs: tuple[tuple[tuple[str, Run], ...], ...]  # of each row: path and value
    input_field: Run | None
    output_path: str
    is_loop: bool
    passes_through: bool

    def run(self, given: Json) -> Answer:
        """Return what the table hands on for what it was given."""
        source = given if self.input_field is None else _evaluated(self.input_field, given)
        if self.is_loop:
            if not isinstance(source, list):
                raise UserError("problem.table.jdm.loop", name=self.name)
            answers = [self._decide(one) for one in source]
            output: Json = [
                merged(one, answer.output) if self.passes_through else answer.output
                for one, answer in zip(source, answers, strict=True)
            ]
        else:
            answers = [self._decide(source)]
            output = answers[0].output
        if self.output_path:
            output = placed({}, self.output_path, output)
        if self.passes_through:
            output = merged(given, output)
        near = tuple(miss for answer in answers for miss in answer.near)
        return Answer(output, tuple(row for answer in answers for row in answer.rows), near[:5])

    def _decide(self, given: Json) -> Answer:
        values = [_Value(given, column.value) for column in self.inputs]

        def lets_through(row: int, place: int) -> bool:
            cell = self.cells[row][place]
            return cell is None or values[place].satisfies(cell)

        hits, near = scan(len(self.cells), len(self.inputs), lets_through, False)
        found = []
        for row in hits:
            try:
                found.append((row, self._outputs(row, given)))
            except ZenFailure:
                continue  # as ZEN has it: a row whose output has no value does not count
            if self.policy == "first":
                near = [miss for miss in near if miss[0] < row]
                break
        misses = tuple(
            NearCell(row + 1, self.inputs[at].name, self.texts[row][at], values[at].shown) for row, at in near
        )
        rows = tuple(row + 1 for row, _ in found)
        if self.policy == "first":
            return Answer(found[0][1] if found else None, rows, misses)
        return Answer([output for _, output in found], rows, misses)

    def _outputs(self, row: int, given: Json) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for path, run in self.outputs[row]:
            placed(found, path, run((given, None)))
        return found


class _Value:
    """The value of a column for one set of facts, worked out once."""

    def __init__(self, given: Json, run: Run | None) -> None:
        self._given, self._fails, self.shown = given, False, None
        self._is_test = run is None
        if run is not None:
            try:
                self.shown = run((given, None))
            except ZenFailure:
                self._fails = True

    def satisfies(self, cell: Run) -> bool:
        if self._fails:
            return False
        try:
            return cell((self._given, self.shown)) is True
        except ZenFailure:
            return False


@dataclass(frozen=True, slots=True)
class JdmModel:
    """A model of input, decision tables and output."""

    order: tuple[str, ...]  # ids, each after those that it takes from
    sources: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, JdmTable]
    ends: tuple[str, ...]

    def decide(self, facts: Json, decision: str = "") -> Answer:
        """Return what the model answers; with ``decision`` what the table of that name hands on.

        Raises:
            UserError: there is no table of that name, or a table that loops was given no list.
        """
        wanted = self._named(decision) if decision else None
        said: dict[str, Json] = {}
        last = Answer(None, ())
        for node in self.order:
            given = self._given(node, said) if self.sources[node] else facts
            table = self.tables.get(node)
            if table is None:
                said[node] = given
                continue
            last = table.run(given)
            said[node] = last.output
            if node == wanted:
                return last
        output: Json = {}
        for node in self.ends:
            output = merged(output, said[node])
        return Answer(output, last.rows, last.near)

    def _given(self, node: str, said: Mapping[str, Json]) -> Json:
        sources = [said[one] for one in self.sources[node]]
        output: Json = sources[0] if isinstance(sources[0], (dict, list)) else {}
        for one in sources[1:]:
            output = merged(output, one)
        return output

    def _named(self, decision: str) -> str:
        for node, table in self.tables.items():
            if decision in {table.name, node}:
                return node
        names = ", ".join(table.name for table in self.tables.values())
        raise UserError("problem.table.decision", name=decision, names=names)


def merged(base: Json, patch: Json) -> Json:
    """Return ``patch`` laid over ``base``: field by field; null takes a field out, a list replaces."""
    if isinstance(patch, list):
        return patch
    return _merged(base, patch) if isinstance(patch, dict) else base


def _merged(base: Json, patch: Json) -> Json:
    if not isinstance(patch, dict):
        return patch
    if not isinstance(base, dict):
        return patch
    found = dict(base)
    for key, value in patch.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = _merged(found[key], value) if key in found else value
    return found


def placed(holder: dict[str, Json], path: str, value: Json) -> dict[str, Json]:
    """Put a value at a path with dots, making the objects on the way; return the holder."""
    *way, last = path.split(".")
    at = holder
    for name in way:
        inner = at.get(name)
        if not isinstance(inner, dict):
            inner = at[name] = {}
        at = inner
    at[last] = value
    return holder


def _evaluated(run: Run, given: Json) -> Json:
    try:
        return run((given, None))
    except ZenFailure:
        return None


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────


def is_jdm(source: object) -> bool:
    """Return whether parsed JSON looks like a JDM model."""
    return isinstance(source, Mapping) and isinstance(source.get("nodes"), list)


def read_jdm(source: Mapping[str, object]) -> JdmModel:
    """Return the model that parsed JSON describes.

    Raises:
        UserError: ``problem.table.foreign`` with a problem for each node and expression that is refused.
    """
    reader = _Reader()
    model = reader.model(source)
    if reader.problems:
        raise refused(reader.problems, str(source.get("name") or "JDM"))
    return model


class _Reader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fault(self, reason: str, path: str, **params: object) -> None:
        self.problems.append(Problem(f"problem.table.{reason}", path, params))

    def model(self, source: Mapping[str, object]) -> JdmModel:
        nodes: dict[str, Mapping[str, object]] = {}
        for number, node in enumerate(self.entries(source, "nodes", "nodes", MAX_NODES)):
            key = node.get("id")
            if not isinstance(key, str) or key in nodes:
                self.fault("shape", f"nodes[{number}].id")
                continue
            nodes[key] = node
            if node.get("type") not in _KINDS:
                name = str(node.get("name") or key)
                self.fault("jdm.node", f"nodes[{number}]", name=name, type=str(node.get("type")))
        begins = [key for key, node in nodes.items() if node.get("type") == "inputNode"]
        if not begins:
            self.fault("jdm.input", "nodes")
        tables = {
            key: self.table(key, node)
            for key, node in nodes.items()
            if node.get("type") == "decisionTableNode"
        }
        edges = self.edges(source, nodes)
        reached = _reached(begins, edges)
        sources = {
            key: tuple(start for start, end in reversed(edges) if end == key and start in reached)
            for key in reached
        }
        order = _ordered([key for key in nodes if key in reached], sources)
        if len(order) < len(reached):
            self.fault("jdm.circle", "edges")
        starts = {start for start, _ in edges}
        ends = tuple(key for key in nodes if key in reached and key not in starts)
        return JdmModel(
            tuple(order), sources, {key: one for key, one in tables.items() if key in reached}, ends
        )

    def entries(
        self, source: Mapping[str, object], key: str, path: str, most: int
    ) -> Sequence[Mapping[str, object]]:
        listed = source.get(key)
        if (
            not isinstance(listed, list)
            or len(listed) > most
            or not all(isinstance(one, dict) for one in listed)
        ):
            self.fault("shape", path)
            return []
        return listed

    def edges(self, source: Mapping[str, object], nodes: Mapping[str, object]) -> list[tuple[str, str]]:
        found = []
        for number, edge in enumerate(self.entries(source, "edges", "edges", MAX_NODES * 10)):
            start, end = edge.get("sourceId"), edge.get("targetId")
            if isinstance(start, str) and isinstance(end, str) and start in nodes and end in nodes:
                found.append((start, end))
            else:
                self.fault("shape", f"edges[{number}]")
        return found

    def table(self, key: str, node: Mapping[str, object]) -> JdmTable:
        name = str(node.get("name") or key)
        content = node.get("content")
        if not isinstance(content, Mapping):
            self.fault("shape", f"{name}.content")
            content = {"rules": [], "inputs": [], "outputs": []}
        policy: object = content.get("hitPolicy", "first")
        mode: object = content.get("executionMode") or "single"
        if policy not in ("first", "collect"):
            self.fault("policy", f"{name}.hitPolicy", value=str(policy))
        if mode not in ("single", "loop"):
            self.fault("jdm.mode", f"{name}.executionMode", value=str(mode), name=name)
        inputs = self.entries(content, "inputs", f"{name}.inputs", 500)
        outputs = self.entries(content, "outputs", f"{name}.outputs", 500)
        rules = self.entries(content, "rules", f"{name}.rules", MAX_ROWS)
        columns = tuple(
            _Column(
                str(one.get("name") or one.get("field") or ""),
                self.read(one.get("field"), f"{name}.inputs[{at}]", standard),
            )
            for at, one in enumerate(inputs)
        )
        for at, one in enumerate(outputs):
            field = one.get("field")
            if isinstance(field, str) and not all(part.isidentifier() for part in field.split(".") if field):
                self.fault("jdm.output", f"{name}.outputs[{at}]", value=field, name=name)
        path: object = content.get("outputPath")
        return JdmTable(
            key, name, "collect" if policy == "collect" else "first", columns,
            tuple(
                tuple(
                    self.read(rule.get(str(one.get("id"))), f"{name}.rules[{row}].{at}",
                              standard if columns[at].value is None else unary)
                    for at, one in enumerate(inputs)
                )
                for row, rule in enumerate(rules)
            ),
            tuple(tuple(str(rule.get(str(one.get("id")), "")) for one in inputs) for rule in rules),
            tuple(self.outputs(rule, outputs, f"{name}.rules[{row}]") for row, rule in enumerate(rules)),
            self.read(content.get("inputField"), f"{name}.inputField", standard),
            path.strip() if isinstance(path, str) else "", mode == "loop", content.get("passThrough") is True,
        )  # fmt: skip

    def outputs(
        self, rule: Mapping[str, object], outputs: Sequence[Mapping[str, object]], path: str
    ) -> tuple[tuple[str, Run], ...]:
        found = []
        for one in outputs:
            field, run = one.get("field"), self.read(rule.get(str(one.get("id"))), path, standard)
            if run is not None and isinstance(field, str) and field:
                found.append((field, run))
        return tuple(found)

    def read(self, text: object, path: str, how: object) -> Run | None:
        if text is None or (isinstance(text, str) and not text.strip()):
            return None
        if not isinstance(text, str):
            self.fault("shape", path)
            return None
        try:
            return unary(text) if how is unary else standard(text)
        except LanguageError as error:
            self.problems.append(fault_of(error, path, text))
            return None


def _reached(begins: Sequence[str], edges: Sequence[tuple[str, str]]) -> set[str]:
    found, waiting = set(begins), list(begins)
    following: dict[str, list[str]] = {}
    for start, end in edges:
        following.setdefault(start, []).append(end)
    while waiting:
        for end in following.get(waiting.pop(), ()):
            if end not in found:
                found.add(end)
                waiting.append(end)
    return found


def _ordered(nodes: Sequence[str], sources: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the nodes so that each comes after its sources; those on a circle are missing."""
    done: list[str] = []
    left, known = list(nodes), set[str]()
    while left:
        ready = [node for node in left if known.issuperset(sources[node])]
        if not ready:
            break
        done += ready
        known.update(ready)
        left = [node for node in left if node not in known]
    return done


__all__ = ["JdmModel", "JdmTable", "is_jdm", "merged", "placed", "read_jdm"]

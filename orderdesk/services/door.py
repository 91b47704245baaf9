"""The one door: every write, whoever asks for it, is executed here, in one transaction.

Replay by id → authorise by the policy → lock in a fixed order → handler → rows → the store's clock row,
last, and under it change log, audit entry and the recorded outcome. Only this module begins and commits.

The order of locks, on PostgreSQL: orders by id → stock rows by (item, site) → customer credit row → number
series → clock row. On SQLite the writer holds the whole file from its first statement.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from sqlalchemy import bindparam, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from orderdesk.clock import Clock
from orderdesk.errors import Bug, EnvironmentProblem, Problem
from orderdesk.models import Base, ChangeLog, CommandLog, Person
from orderdesk.models.faults import TRANSIENT, as_environment_problem
from orderdesk.models.order_text import put_order_text
from orderdesk.ports import Ports
from orderdesk.services.audit import Entry, append_entry
from orderdesk.services.context import Actor, Context, Handler, Result, TouchedRow
from orderdesk.services.policy import PolicyRow, allowing_row
from orderdesk.services.store import Store
from orderdesk.services.writing import add_rows
from orderdesk.values import canonical_json, digest
from orderdesk.wire.commands import COMMANDS, Command, Envelope
from orderdesk.wire.outcomes import Changes, Outcome, ProblemLine, Touched

log = logging.getLogger(__name__)

_TRIES = 4  # a deadlock or a lost race for an id is tried again at once; then it is the caller's turn to wait


# Every command asks these: they are built once, on tables, because a session has nothing to keep of them.
_CLOCK = Base.metadata.tables["store_clock"]
_KNOWN = select(CommandLog.request_hash, CommandLog.outcome).where(CommandLog.id == bindparam("command"))
_ADVANCE = (
    update(_CLOCK).values(v=_CLOCK.c.v + 1).where(_CLOCK.c.id == 1).returning(_CLOCK.c.v, _CLOCK.c.audit_head)
)
_NEW_HEAD = update(_CLOCK).values(audit_head=bindparam("head"))
_ROLES = select(Person.roles, Person.active).where(Person.id == bindparam("person"))


class Door:
    """Executes commands on one store and tells its listeners what changed."""

    def __init__(self, store: Store, ports: Ports, handlers: Callable[[], Mapping[str, Handler]]) -> None:
        self._store = store
        self._ports = ports
        self._handlers = handlers
        self._listeners: list[Callable[[Changes], None]] = []

    @property
    def clock(self) -> Clock:
        """The clock by which commands are dated."""
        return self._ports.clock

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call ``listener`` after each commit, in the thread that committed."""
        self._listeners.append(listener)

    def execute_envelope(self, envelope: Envelope, actor: Actor) -> Outcome:
        """Check the data of a command from outside and execute it.

        What does not fit comes back as problems.
        """
        model = COMMANDS.get(envelope.command)
        if model is None or envelope.command not in self._handlers():
            return _refused(
                envelope, Problem("problem.command.unknown", "command", {"command": envelope.command})
            )
        if envelope.version != model.version:
            params = {"command": envelope.command, "version": envelope.version}
            return _refused(envelope, Problem("problem.command.version", "version", params))
        try:
            data = model.model_validate(envelope.data)
        except ValidationError as fault:
            return _refused(envelope, *problems_of(fault))
        return self.execute(Command(id=envelope.id, data=data, base_revision=envelope.base_revision), actor)

    def execute(self, command: Command, actor: Actor) -> Outcome:
        """Execute a command once, whatever happens: a repeated id returns the recorded outcome.

        Raises ``EnvironmentProblem`` when the store cannot do it now, and ``Bug`` for a fault of a handler.
        Nothing was written then; only where the connection was lost during the commit itself nobody knows,
        and sending the same command again tells.
        """
        for attempt in range(_TRIES):
            try:
                outcome, changes = self._attempt(command, actor)
            except IntegrityError as fault:
                # Another desk recorded this id, or drew this number, between our look and our write.
                if attempt == _TRIES - 1:
                    # The first line names the rule, the following ones the values: these may name people.
                    raise Bug("error.bug.integrity", detail=str(fault.orig).splitlines()[0]) from fault
            except DBAPIError as fault:
                problem = as_environment_problem(fault, self._store.engine.url)
                if attempt == _TRIES - 1 or problem.code not in TRANSIENT - {"error.store.unreachable"}:
                    raise problem from fault
            else:
                if changes is not None:
                    self._tell(changes)
                return outcome
            log.info("command %s is tried again", command.id)
        raise Bug("error.bug.integrity", detail="")  # pragma: no cover - the last try returns or raises

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                # What is committed is committed: whoever asked must get the outcome, the others their turn.
                log.exception("a listener failed after command %s", changes.op_id)

    def _attempt(self, command: Command, actor: Actor) -> tuple[Outcome, Changes | None]:
        handler = self._handlers()[command.data.name]
        text_of_data = canonical_json(command.data.model_dump())
        request = request_digest(command)
        with self._store.writing() as session:
            known = session.connection().execute(_KNOWN, {"command": command.id}).one_or_none()
            if known is not None:
                return _replayed(command, request, known.request_hash, known.outcome), None
            outcome, changes = self._run(session, command, actor, handler, request, text_of_data)
            session.commit()
        return outcome, changes

    def _run(
        self,
        session: Session,
        command: Command,
        actor: Actor,
        handler: Handler,
        request: str,
        text_of_data: str,
    ) -> tuple[Outcome, Changes | None]:
        now = self._ports.clock.now()
        row, context = self._authorise(session, command, actor, handler, now)
        if row is None:
            params = {"command": command.data.name, "relation": context.relation}
            result = Result(problems=(Problem("problem.policy.denied", "", params),), outcome="refused")
        else:
            result = _handled(session, handler, command, context)
        # Amounts in a problem's params become text here, as they are in the log.
        outcome = Outcome.model_validate_json(_as_recorded(_outcome(command, result)))
        if outcome.is_refused:
            self._record(session, command, request, outcome, actor, now, v=0)
            return outcome, None
        put_order_text(session.connection(), [one.id for one in result.touched if one.type == "order"])
        v, head = self._advance_clock(session)
        self._log_changes(session, v, command, actor, result.touched)
        assert row is not None  # a denied command is refused above
        entry = Entry(
            v, command.id, command.data.name, now, actor.person_id, actor.device, row.name, result.touched
        )
        head = append_entry(session, entry, head, text_of_data, self._ports.ids.random_bytes(16))
        session.connection().execute(_NEW_HEAD, {"head": head})
        self._record(session, command, request, outcome, actor, now, v)
        self._wake_desks(session, v)
        return outcome, Changes(
            version=v, op_id=command.id, actor_id=actor.person_id, touched=outcome.touched
        )

    def _authorise(
        self, session: Session, command: Command, actor: Actor, handler: Handler, now: Any
    ) -> tuple[PolicyRow | None, Context]:
        roles = roles_of(session, actor)
        relation = handler.relate(session, command.data, actor)
        row = allowing_row(roles, command.data.name, relation)
        return row, Context(actor, roles, relation, now, self._ports.ids, command.id, command.base_revision)

    def _advance_clock(self, session: Session) -> tuple[int, str]:
        clock = session.connection().execute(_ADVANCE).one()
        return int(clock.v), str(clock.audit_head)

    def _log_changes(
        self, session: Session, v: int, command: Command, actor: Actor, touched: tuple[TouchedRow, ...]
    ) -> None:
        rows = [
            {
                "v": v, "seq": seq, "type": entry.type, "object_id": entry.id, "revision": entry.revision,
                "op_id": command.id, "actor_id": actor.person_id, "kind": entry.kind,
            }
            for seq, entry in enumerate(touched)
        ]  # fmt: skip
        add_rows(session, ChangeLog, rows)

    def _record(
        self,
        session: Session,
        command: Command,
        request: str,
        outcome: Outcome,
        actor: Actor,
        now: Any,
        v: int,
    ) -> None:
        row = {
            "id": command.id,
            "command": command.data.name,
            "version": command.data.version,
            "request_hash": request,
            "outcome": _as_recorded(outcome),
            "v": v,
            "at": now,
            "actor_id": actor.person_id,
        }
        add_rows(session, CommandLog, [row])

    def _wake_desks(self, session: Session, v: int) -> None:
        if self._store.engine.dialect.name == "postgresql":
            session.execute(text("SELECT pg_notify('orderdesk', :v)"), {"v": str(v)})


def _handled(session: Session, handler: Handler, command: Command, context: Context) -> Result:
    """Let the handler do its work; of a refused command nothing is kept. A fault of its own is a ``Bug``."""
    savepoint = session.begin_nested()
    try:
        result = handler.handle(session, command.data, context)
        if result.is_refused:
            savepoint.rollback()
        else:
            session.flush()
            savepoint.commit()
    except (DBAPIError, EnvironmentProblem, Bug):
        raise
    except Exception as fault:
        detail = (
            f"{command.data.name}: {type(fault).__name__}"  # its words may name people: the cause has them
        )
        raise Bug("error.bug.handler", detail=detail) from fault
    return result


def request_digest(command: Command) -> str:
    """Return the SHA-256 by which a repeated command is known to be the same one.

    Fields at their default are left out: a later program that knows one field more still recognises what an
    earlier one recorded.
    """
    return digest(
        {
            "command": command.data.name,
            "version": command.data.version,
            "base": command.base_revision,
            "data": command.data.model_dump(exclude_defaults=True),
        }
    )


def roles_of(session: Session, actor: Actor) -> frozenset[str]:
    """Return the actor's roles as the store knows them now; the store itself has the role ``store``.

    A desk at which nobody was chosen is not the store: it may do nothing.
    """
    if actor.person_id is None:
        return frozenset({"store"}) if actor.proof == "none" else frozenset()
    found = session.connection().execute(_ROLES, {"person": actor.person_id}).one_or_none()
    return frozenset(found.roles.split()) if found is not None and found.active else frozenset()


def problems_of(fault: ValidationError) -> tuple[Problem, ...]:
    """Return every place where a message does not fit its form, as problems with paths."""
    return tuple(
        Problem("problem.command.field", _path(error["loc"]), {"kind": error["type"], "detail": error["msg"]})
        for error in fault.errors(include_url=False, include_context=False, include_input=False)
    )


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path


def _refused(envelope: Envelope, *problems: Problem) -> Outcome:
    return Outcome(id=envelope.id, outcome="refused", problems=_lines(problems))


def _lines(problems: tuple[Problem, ...]) -> tuple[ProblemLine, ...]:
    return tuple(
        ProblemLine(code=entry.code, path=entry.path, params=dict(entry.params), severity=entry.severity)
        for entry in problems
    )


def _outcome(command: Command, result: Result) -> Outcome:
    if result.is_refused:
        return Outcome(id=command.id, outcome="refused", problems=_lines(result.problems))
    touched = tuple(
        Touched(type=row.type, id=row.id, revision=row.revision, number=row.number) for row in result.touched
    )
    return Outcome(id=command.id, outcome=result.outcome, touched=touched, problems=_lines(result.problems))


def _as_recorded(outcome: Outcome) -> str:
    """Return the one text of an outcome: a first answer and a repeated one are read from the same bytes."""
    return canonical_json(outcome.model_dump())


def _replayed(command: Command, request: str, known_request: str, known_outcome: str) -> Outcome:
    if known_request != request:
        return Outcome(
            id=command.id,
            outcome="refused",
            problems=(
                ProblemLine(code="problem.command.id_reused", path="id", params={"id": str(command.id)}),
            ),
        )
    return Outcome.model_validate_json(known_outcome)

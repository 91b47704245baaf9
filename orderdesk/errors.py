"""What can go wrong, sorted by who must act.

    OrderDeskError
    ├── UserError            the person at the desk can mend it; carries problems with path and code
    ├── EnvironmentProblem   disk, lock, network, settings: somebody mends the surroundings, then tries again
    ├── ConflictError        somebody else was faster; carries both versions
    └── Bug                  nobody at the desk can help; report it

Business refusals of a command are never raised: they come back as problems in its outcome. Errors carry
codes and named parameters; sentences are made in ``orderdesk.words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Severity = Literal["block", "warn"]

_NO_PARAMS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a command, a row or a file.

    ``code`` names the sentence in ``words`` (it begins with ``problem.``), ``path`` the field it belongs to
    (``lines[3].quantity``, empty for the whole), ``params`` the values the sentence shows (JSON-safe).
    ``block`` keeps the command from happening; ``warn`` is shown and may be passed.
    """

    code: str
    path: str = ""
    params: Mapping[str, object] = field(default_factory=lambda: _NO_PARAMS)
    severity: Severity = "block"


class OrderDeskError(Exception):
    """Root of all errors that OrderDesk raises on purpose; ``code`` names the sentence in ``words``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value}" for key, value in self.params.items())
        return f"{self.code} ({shown})" if shown else self.code


class UserError(OrderDeskError):
    """Something typed or given cannot be taken; ``problems`` lists all of it at once."""

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **params: object) -> None:
        super().__init__(code, **params)
        self.problems = problems


class EnvironmentProblem(OrderDeskError):
    """The surroundings (store, disk, lock, network, settings) keep the work from being done."""


class ConflictError(OrderDeskError):
    """Somebody else changed the same thing first."""


class Bug(OrderDeskError):
    """A fault of the program itself."""

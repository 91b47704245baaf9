"""One thing that is wrong with a store, as ``check`` reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: ``code`` names the sentence (``check.…``), ``params`` what stands in it."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

"""``schema``: the commands that the one door takes, as JSON Schema, from a file made of ``wire/``.

Printing it needs nothing but the file; ``make_schema`` makes it, and a test compares the two.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from orderdesk import paths

USAGE = 2


def print_schema(name: str | None) -> int:
    """Print the schema of one command, or of all with the envelope and the outcome around them."""
    schema = json.loads((paths.resources_dir() / "schema.json").read_text(encoding="utf-8"))
    if name is None:
        sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
        return 0
    if name not in schema["commands"]:
        sys.stderr.write(f"orderdesk: {name}? {', '.join(schema['commands'])}\n")
        return USAGE
    sys.stdout.write(json.dumps(schema["commands"][name], ensure_ascii=False, indent=2) + "\n")
    return 0


def make_schema() -> dict[str, Any]:
    """Return envelope, outcome and every command with its version, as JSON Schema (draft 2020-12)."""
    from orderdesk.wire.base import PROTOCOL_VERSION
    from orderdesk.wire.commands import COMMANDS, Envelope
    from orderdesk.wire.outcomes import Outcome

    return {
        "protocol": PROTOCOL_VERSION,
        "envelope": Envelope.model_json_schema(),
        "outcome": Outcome.model_json_schema(),
        "commands": {
            name: {"version": command.version, "data": command.model_json_schema()}
            for name, command in sorted(COMMANDS.items())
        },
    }


def schema_text() -> str:
    """Return the text of ``resources/schema.json``."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":  # after a change of ``wire/``: python -m orderdesk.cli.schema
    (paths.resources_dir() / "schema.json").write_text(schema_text(), encoding="utf-8", newline="\n")

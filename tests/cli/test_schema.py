"""``schema`` prints a file; the file says what ``wire`` says."""

from __future__ import annotations

import json

from orderdesk import paths
from orderdesk.cli.schema import schema_text
from orderdesk.wire.commands import COMMANDS
from tests.cli.conftest import Cli


def test_the_file_is_what_the_wire_says() -> None:
    stored = (paths.resources_dir() / "schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run: python -m orderdesk.cli.schema"


def test_all_commands_are_printed_with_envelope_and_outcome(cli: Cli) -> None:
    printed = json.loads(cli("schema").out)
    assert set(printed) == {"protocol", "envelope", "outcome", "commands"}
    assert set(printed["commands"]) == set(COMMANDS)


def test_one_command_is_printed_alone(cli: Cli) -> None:
    printed = json.loads(cli("schema", "ship_delivery").out)
    assert printed["version"] == 1
    assert list(printed["data"]["properties"]) == ["delivery_id"]


def test_an_unknown_command_names_those_there_are(cli: Cli) -> None:
    said = cli("schema", "paint")
    assert (said.code, said.out) == (2, "")
    assert "submit_order" in said.err

"""The tests' PostgreSQL runs for everyone, also for root and below a closed home, and ends with its run."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.support.postgres import PostgresUnavailable, connect_to
from tests.support.postgres_files import (
    copy_for_all,
    find_programs,
    open_to_all,
    server_user,
    shared_temp_root,
)

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import os, sys
from tests.support.postgres import Keeper, connect_to
keeper = Keeper()
server = connect_to(keeper.folder)
print(keeper.folder, server.port, flush=True)
sys.stdin.read()
"""
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="about POSIX users, modes and signals")


def accepts(port: int) -> bool:
    """Tell whether somebody listens on a local port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@posix_only
@pytest.mark.slow
def test_the_server_ends_with_its_run_even_if_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        folder, port = run.stdout.readline().split()
        assert accepts(int(port))
        run.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while (accepts(int(port)) or Path(folder).exists()) and time.monotonic() < deadline:
        time.sleep(0.05)  # the keeper is no child of ours any more: there is nothing to wait on
    assert not accepts(int(port))
    assert not Path(folder).exists()


@posix_only
def test_programs_in_a_closed_folder_run_for_others_from_a_copy(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "program").touch(mode=0o755)
    assert not open_to_all(closed / "program")
    programs = copy_for_all(find_programs(), tmp_path / "copy")
    done = subprocess.run([programs / "initdb", "--version"], capture_output=True, text=True, check=True)
    assert "PostgreSQL" in done.stdout


@posix_only
def test_a_program_is_open_to_all_only_if_every_folder_above_it_is() -> None:
    with tempfile.TemporaryDirectory(dir=shared_temp_root()) as name:
        folder = Path(name)
        folder.chmod(0o755)
        program = folder / "program"
        program.touch()
        program.chmod(0o755)
        assert open_to_all(program)
        program.chmod(0o750)
        assert not open_to_all(program)
        program.chmod(0o755)
        folder.chmod(0o750)
        assert not open_to_all(program)


@posix_only
def test_root_lets_somebody_else_run_the_server() -> None:
    user = server_user()
    assert (user is not None) == (os.geteuid() == 0)
    assert user is None or user.uid != 0


def test_a_server_that_failed_says_why(tmp_path: Path) -> None:
    (tmp_path / "failed.txt").write_text("initdb ended with 1", encoding="utf-8")
    with pytest.raises(PostgresUnavailable, match="initdb ended with 1"):
        connect_to(tmp_path)

"""Opening a store says plainly what is wrong with it, and a desk that died leaves it ready for the next."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update

from orderdesk import __version__
from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Setting, StoreMeta
from orderdesk.models.engine import open_engine
from orderdesk.models.schema import SCHEMA_HEAD
from orderdesk.ports import Ports
from orderdesk.services import store as store_module
from orderdesk.services.store import Store, create_store, open_store, release_lock, take_lock
from tests.support.postgres_files import server_user, shared_temp_root

ROOT = Path(__file__).parents[2]


def opening(url: str, mode: store_module.Mode = "write") -> EnvironmentProblem:
    """Return why a store does not open."""
    with pytest.raises(EnvironmentProblem) as caught:
        open_store(url, mode=mode)
    return caught.value


def creating(url: str) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        create_store(url, Ports())
    return caught.value.code


def change(url: str, statement: str) -> None:
    """Do something to a store past the program."""
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def keys(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.scalars(select(Setting.key).order_by(Setting.key)))


def put(store: Store, key: str) -> None:
    with store.writing() as session, session.begin():
        session.execute(insert(Setting), [{"key": key, "value": ""}])


@pytest.fixture
def url(database_url: str) -> str:
    """A store that was just created."""
    create_store(database_url, Ports())
    return database_url


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """The file of a store that was just created."""
    create_store(sqlite_url, Ports())
    path = store_module.sqlite_path(sqlite_url)
    assert path is not None
    return path


# What opens


def test_a_new_store_has_its_code_and_opens_for_writing(url: str) -> None:
    store = open_store(url)
    assert (len(store.store_code), store.mode, store.why_read_only) == (3, "write", None)
    assert set(store.store_code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789")
    put(store, "a")
    assert keys(store) == ["a"]
    store.close()


def test_only_a_database_server_is_shared(url: str) -> None:
    store = open_store(url)
    assert store.is_shared == url.startswith("postgresql")
    store.close()


def test_a_closed_store_is_one_plain_file(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    put(store, "a")
    assert file.with_name(file.name + "-wal").exists()
    store.close()
    # The lock's own file may stay: removing it would let two processes lock two different files.
    assert {path.name for path in file.parent.iterdir()} - {f"{file.name}.lock"} == {file.name}
    again = open_store(f"sqlite:///{file}")
    assert keys(again) == ["a"]
    again.close()


def test_a_store_that_another_thread_closes_gives_its_lock_back(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    with ThreadPoolExecutor(1) as lane:
        lane.submit(store.close).result()
    open_store(f"sqlite:///{file}").close()


def test_a_folder_is_made_for_a_new_store(tmp_path: Path) -> None:
    path = tmp_path / "our company" / "订单" / "store.sqlite"
    create_store(f"sqlite:///{path}", Ports())
    open_store(f"sqlite:///{path}").close()


def test_a_store_opened_for_reading_refuses_to_write(url: str) -> None:
    store = open_store(url, mode="read")
    assert store.mode == "read"
    with pytest.raises(EnvironmentProblem) as caught, store.writing():
        pass
    assert caught.value.code == "error.store.opened_for_reading"
    store.close()


# What does not


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    problem = opening(f"sqlite:///{tmp_path}/nowhere.sqlite")
    assert (problem.code, problem.params) == (
        "error.store.missing",
        {"store": f"{tmp_path}/nowhere.sqlite"},
    )
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_not_ours(pg_url: str) -> None:
    assert opening(pg_url).code == "error.store.not_ours"


def test_an_empty_file_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite").touch()
    assert opening(f"sqlite:///{tmp_path}/empty.sqlite").code == "error.store.not_ours"


def test_an_older_store_asks_for_its_upgrade(url: str) -> None:
    change(url, "UPDATE alembic_version SET version_num = '0000'")
    problem = opening(url)
    assert (problem.code, problem.params["schema"]) == ("error.store.older", "0000")


def test_a_store_with_a_newer_schema_can_only_be_read(url: str) -> None:
    change(url, "UPDATE alembic_version SET version_num = '9999'")
    change(url, "ALTER TABLE store_meta ADD COLUMN colour TEXT")
    store = open_store(url)
    assert store.mode == "read"
    assert store.why_read_only is not None
    assert store.why_read_only.code == "error.store.newer"
    assert store.why_read_only.params == {"schema": "9999", "program": "0.1.0"}
    with pytest.raises(EnvironmentProblem), store.writing():
        pass
    store.close()


@pytest.mark.parametrize(("program", "mode"), [("999.0.0", "read"), ("0.10.0", "read"), ("0.0.9", "write")])
def test_a_store_that_asks_for_a_newer_program_can_only_be_read(url: str, program: str, mode: str) -> None:
    assert __version__ == "0.1.0"  # 0.10.0 is newer, though it sorts before 0.2.0 as a text
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(update(StoreMeta).values(min_program=program))
    engine.dispose()
    store = open_store(url)
    assert store.mode == mode
    if mode == "read":
        assert store.why_read_only is not None
        assert store.why_read_only.params == {"schema": SCHEMA_HEAD, "program": program}
    store.close()


def test_a_schema_that_is_no_text_any_more_is_damage(file: Path) -> None:
    change(f"sqlite:///{file}", "UPDATE alembic_version SET version_num = x'00ff'")
    assert opening(f"sqlite:///{file}").code == "error.store.damaged"


def test_a_truncated_file_is_damage(file: Path) -> None:
    with file.open("rb+") as opened:
        opened.truncate(file.stat().st_size // 2)
    assert opening(f"sqlite:///{file}").code == "error.store.damaged"


def test_a_damaged_page_deep_inside_is_found_at_the_start(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    with store.writing() as session, session.begin():
        session.execute(insert(Setting), [{"key": f"key {n:05}", "value": "v" * 100} for n in range(2000)])
    store.close()
    with file.open("rb+") as opened:
        opened.seek(file.stat().st_size - 3 * 4096)
        opened.write(b"\x0d\xff\xff\xff" * 64)
    assert opening(f"sqlite:///{file}").code == "error.store.damaged"


def test_a_large_file_is_searched_for_damage_only_after_a_bad_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_SMALL_STORE_BYTES", 0)
    asked: list[str] = []

    def opened_with() -> list[str]:
        asked.clear()
        store = open_store(f"sqlite:///{file}")
        store.close()
        return list(asked)

    real = store_module._quick_check

    def check(connection: Any, path: Path | None, *, stopped_unclean: bool) -> None:
        asked.append("unclean" if stopped_unclean else "clean")
        real(connection, path, stopped_unclean=stopped_unclean)

    monkeypatch.setattr(store_module, "_quick_check", check)
    assert opened_with() == ["clean"]
    file.with_name(file.name + ".owner").write_text("4242", encoding="utf-8")
    assert opened_with() == ["unclean"]
    assert opened_with() == ["clean"]


def test_after_a_bad_end_a_damaged_large_file_stays_suspect(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first start finds the damage; the second must not trust the file because nobody died since."""
    store = open_store(f"sqlite:///{file}")
    with store.writing() as session, session.begin():
        session.execute(insert(Setting), [{"key": f"key {n:05}", "value": "v" * 100} for n in range(2000)])
    store.close()
    with file.open("rb+") as opened:
        opened.seek(file.stat().st_size - 3 * 4096)
        opened.write(b"\x0d\xff\xff\xff" * 64)
    monkeypatch.setattr(store_module, "_SMALL_STORE_BYTES", 0)
    file.with_name(file.name + ".owner").write_text("4242", encoding="utf-8")
    assert [opening(f"sqlite:///{file}").code for _start in range(2)] == ["error.store.damaged"] * 2


# Creating


def test_a_store_is_never_made_over_another(url: str) -> None:
    store = open_store(url)
    put(store, "kept")
    code = store.store_code
    store.close()
    assert creating(url) == "error.store.exists"
    again = open_store(url)
    assert (again.store_code, keys(again)) == (code, ["kept"])
    again.close()


def test_two_that_create_the_same_store_at_once_make_one(database_url: str) -> None:
    barrier = Barrier(2)

    def create(_desk: int) -> str:
        barrier.wait(timeout=10)
        try:
            create_store(database_url, Ports())
        except EnvironmentProblem as problem:
            return problem.code
        return "made"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(create, range(2)))
    assert answers[1] == "made"
    assert answers[0] in {"error.store.exists", "error.store.in_use"}
    open_store(database_url).close()


def test_a_database_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "recipes.sqlite"
    change(f"sqlite:///{path}", "CREATE TABLE recipes (name TEXT)")
    assert creating(f"sqlite:///{path}") == "error.store.not_ours"


# Other processes

HOLD = """
import sys
from orderdesk.services.store import open_store
store = open_store(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@contextmanager
def another_desk(url: str) -> Iterator[subprocess.Popen[str]]:
    """Run another process that holds the store open for writing."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, url], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.stdin.close()
        process.wait(timeout=20)
        process.stdout.close()


def test_a_file_that_another_process_writes_to_is_in_use_by_it(file: Path) -> None:
    with another_desk(f"sqlite:///{file}") as desk:
        problem = opening(f"sqlite:///{file}")
        assert problem.code == "error.store.in_use"
        assert problem.params == {"store": str(file), "owner": str(desk.pid)}
    open_store(f"sqlite:///{file}").close()


def test_a_file_that_another_process_writes_to_can_be_read(file: Path) -> None:
    with another_desk(f"sqlite:///{file}"):
        reader = open_store(f"sqlite:///{file}", mode="read")
        assert keys(reader) == []
        reader.close()


def test_several_desks_write_to_one_database_server(pg_url: str) -> None:
    create_store(pg_url, Ports())
    with another_desk(pg_url):
        store = open_store(pg_url)
        put(store, "from here")
        store.close()


def test_a_desk_that_was_killed_leaves_the_store_open_to_the_next(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another_desk(f"sqlite:///{file}") as desk:
        desk.send_signal(signal.SIGKILL)
        assert desk.wait(timeout=20) == -signal.SIGKILL
    left = {path.name for path in file.parent.iterdir()}
    assert f"{file.name}.owner" in left
    assert f"{file.name}.lock" in left
    monkeypatch.setattr(store_module, "_SMALL_STORE_BYTES", 0)
    checked: list[bool] = []
    monkeypatch.setattr(
        store_module,
        "_quick_check",
        lambda _connection, _path, *, stopped_unclean: checked.append(stopped_unclean),
    )
    store = open_store(f"sqlite:///{file}")
    put(store, "alive")
    store.close()
    assert checked == [True]
    assert not file.with_name(file.name + ".owner").exists()


def test_a_file_system_without_locks_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_arguments: object, **_more: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("filelock.FileLock.acquire", no_locks)
    with pytest.raises(EnvironmentProblem) as caught:
        take_lock(file)
    assert (caught.value.code, caught.value.params["detail"]) == (
        "error.store.cannot_open",
        "[Errno 37] No locks available",
    )


def test_a_disk_without_room_for_the_note_of_who_holds_the_store_is_full(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", no_room)
    with pytest.raises(EnvironmentProblem) as caught:
        take_lock(file)
    assert caught.value.code == "error.store.disk_full"
    monkeypatch.undo()
    release_lock(take_lock(file))  # the lock was given back


# Without the right to write: tried as somebody who is not root, for whom rights mean something

LOOK = """
import json, os, sqlite3, sys
from sqlalchemy import create_engine
create_engine("sqlite:///:memory:").connect().close()  # its parts may lie where others cannot read
if len(sys.argv) > 2:
    os.setgroups([]); os.setgid(int(sys.argv[3])); os.setuid(int(sys.argv[2]))
from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Setting
from orderdesk.services.store import open_store
from sqlalchemy import select
try:
    store = open_store(sys.argv[1])
except EnvironmentProblem as problem:
    print(json.dumps([problem.code]))
    sys.exit()
with store.reading() as connection:
    rows = list(connection.scalars(select(Setting.key)))
print(json.dumps([store.mode, store.why_read_only and store.why_read_only.code, rows]))
store.close()
"""


def as_a_person_without_rights(url: str) -> str:
    """Open the store in a process of an ordinary user; return what that says."""
    user = server_user()
    arguments = [] if user is None else [str(user.uid), str(user.gid)]
    done = subprocess.run(
        [sys.executable, "-c", "import orderdesk.services.store\n" + LOOK, url, *arguments],
        cwd=ROOT, text=True, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def shared_file() -> Iterator[Path]:
    """A store's file in a folder that everybody may look into, but nobody but its owner write to."""
    folder = Path(tempfile.mkdtemp(prefix="orderdesk-shared-", dir=shared_temp_root()))
    file = folder / "store.sqlite"
    create_store(f"sqlite:///{file}", Ports())
    store = open_store(f"sqlite:///{file}")
    put(store, "a")
    store.close()
    file.with_name(file.name + ".lock").unlink()
    file.chmod(0o444)
    folder.chmod(0o555)
    yield file
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="rights work differently there")
def test_a_store_in_a_folder_without_rights_opens_for_reading(shared_file: Path) -> None:
    assert as_a_person_without_rights(f"sqlite:///{shared_file}") == (
        '["read", "error.store.read_only", ["a"]]'
    )
    assert [path.name for path in shared_file.parent.iterdir()] == [shared_file.name]


@pytest.mark.skipif(sys.platform == "win32", reason="rights work differently there")
def test_a_file_that_may_not_even_be_read_cannot_be_opened(shared_file: Path) -> None:
    shared_file.chmod(0o000)
    assert as_a_person_without_rights(f"sqlite:///{shared_file}") == '["error.store.cannot_open"]'

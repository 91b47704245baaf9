"""The locks: every requirement pinned with its hashes, for all systems and Pythons at once."""

from __future__ import annotations

import ast
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.environment import LOCKS, Environment, make_environment
from devtools.running import SetupProblem, own_environment, run_quietly, run_visibly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OLDEST_PYTHON = "3.11"


def write_locks(*, upgrade: bool) -> None:
    """Write all locks from pyproject.toml; uv resolves them, from a virtual environment that is thrown away.

    Raises:
        SetupProblem: uv cannot be installed, or finds no solution, or the result would not hold elsewhere.
    """
    with tempfile.TemporaryDirectory(prefix="orderdesk-lock-") as folder:
        tool = Environment(Path(folder) / "venv")
        make_environment(tool.folder)
        options = ["-qq", "--disable-pip-version-check", "--only-binary=:all:"]
        if run_visibly([tool.python, "-m", "pip", "install", *options, "uv>=0.9"], own_environment()) != 0:
            raise SetupProblem("uv, which resolves for all systems at once, could not be installed.")
        config = run_quietly([tool.python, "-m", "pip", "config", "list"]).stdout
        variables = own_environment() | index_variables(config)
        write_lock(tool, "runtime", [], variables, upgrade=upgrade)
        for lock in ("dev", "package"):
            group = ["--group", lock, "--constraints", LOCKS["runtime"]]
            write_lock(tool, lock, group, variables, upgrade=upgrade)


def write_lock(
    tool: Environment, lock: str, group: Sequence[str | Path], variables: Mapping[str, str], *, upgrade: bool
) -> None:
    """Resolve one lock and put it in place; what is locked stays where it fits, unless ``upgrade``."""
    draft = LOCKS[lock].with_suffix(".part")
    if LOCKS[lock].exists() and not upgrade:
        shutil.copyfile(LOCKS[lock], draft)
    options = [
        "--universal",
        "--python-version",
        OLDEST_PYTHON,
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--quiet",
    ]
    plain: list[str | Path] = ["--no-emit-index-url", "--no-emit-find-links", "--output-file", draft]
    words: list[str | Path] = ["-m", "uv", "pip", "compile", *options, *plain, *group, "pyproject.toml"]
    try:
        if run_visibly([tool.python, *words], variables) != 0:
            raise SetupProblem(f"requirements/{lock}.lock could not be resolved: uv's words stand above.")
        faults = faults_of_lock(draft.read_text(encoding="utf-8"))
        if faults:
            raise SetupProblem(f"requirements/{lock}.lock is left as it was: " + "; ".join(faults))
        draft.replace(LOCKS[lock])
    finally:
        draft.unlink(missing_ok=True)
    print(f"wrote requirements/{lock}.lock")


def index_variables(pip_config: bytes) -> dict[str, str]:
    """Return what uv must know of pip's configuration: the index and its certificates; written nowhere.

    This machine's extra indexes, link folders and constraints are left out: the lock must hold everywhere.
    """
    names = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}
    found: dict[str, str] = {}
    for line in pip_config.decode(errors="replace").splitlines():
        key, separator, value = line.partition("=")
        name = names.get(key.rpartition(".")[2])
        if separator and name and (name not in found or key.startswith(":env:")):
            found[name] = str(ast.literal_eval(value))
    return found


def faults_of_lock(text: str) -> list[str]:
    """Return what keeps a lock from holding elsewhere: addresses, paths, options, unhashed requirements."""
    faults = []
    for requirement in text.replace("\\\n", " ").splitlines():
        content = requirement.partition("#")[0].strip()
        if not content:
            continue
        if content.startswith("-") or "://" in content or " @ " in content:
            faults.append(f"an address or an option: {content[:80]}")
        elif "==" not in content or "--hash=sha256:" not in content:
            faults.append(f"not pinned with hashes: {content[:80]}")
    return faults

"""Who may import whom: the contracts of pyproject.toml, and the rules that they cannot state."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.architecture.sources import PACKAGE, ROOT, imports_of, modules, name_of, tree_of

# What only some packages may import, wherever it stands. import-linter refuses contracts about packages that
# nobody imports yet; here its place is kept from the first day.
DOORS = {
    "PySide6": {"ui", "app", "tour"},
    "shiboken6": {"ui", "app"},
    "alembic": {"models"},
    "psycopg": {"models", "services"},
    "sqlalchemy": {"models", "services"},
    "sqlite3": {"models", "services"},
    "http": {"server", "sync"},
    "requests": {"notify", "spool", "sync"},
    "urllib3": {"notify", "sync"},
    "keyring": {"config", "services", "sync"},
    "reportlab": {"printing"},
    "segno": {"printing"},
    "orderdesk.server": {"cli", "server"},  # a desk talks to a server through sync, never directly
}


def package_of(path: Path) -> str:
    """Return the first part below ``orderdesk``: ``ui`` for ``orderdesk/ui/theme.py``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def wrong_doors(tree: ast.AST, package: str) -> list[tuple[str, int]]:
    """Return what a module of ``package`` imports although only others may, with the lines."""
    return [
        (name, line)
        for name, line in imports_of(tree)
        for door, allowed in DOORS.items()
        if (name == door or name.startswith(f"{door}.")) and package not in allowed
    ]


def test_the_import_contracts_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The linter sets logging up for itself and silences all loggers there are: ours are listened to by tests.
    monkeypatch.setattr("logging.config.dictConfig", lambda _settings: None)
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_each_door_to_the_outside_is_used_by_its_packages_only() -> None:
    found = {name_of(path): wrong_doors(tree_of(path), package_of(path)) for path in modules()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_wrong_door_is_found_also_inside_a_function() -> None:
    tree = ast.parse(
        "import sqlalchemy.orm\ndef f():\n    from PySide6 import QtCore\n    import sqlalchemyx"
    )
    assert wrong_doors(tree, "rules") == [("sqlalchemy.orm", 1), ("PySide6.QtCore", 3)]
    assert wrong_doors(tree, "services") == [("PySide6.QtCore", 3)]


def test_a_screen_knows_no_other_screen() -> None:
    screens = PACKAGE / "ui" / "screens"
    wrong = [
        f"{name_of(path)}:{line} imports {name}"
        for path in sorted(screens.glob("*/**/*.py"))
        for name, line in imports_of(tree_of(path))
        if name.startswith("orderdesk.ui.screens.")
        and (screens / name.split(".")[3]).is_dir()
        and name.split(".")[3] != path.relative_to(screens).parts[0]
    ]
    assert wrong == []

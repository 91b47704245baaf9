"""Where the program looks for its own files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from orderdesk import paths
from tests.architecture.sources import ROOT


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert paths.resources_dir() == ROOT / "resources"


def test_a_built_program_has_them_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_dir() == tmp_path / "resources"


def test_an_installed_package_has_them_below_the_prefix(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "site-packages" / "orderdesk" / "paths.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert paths.resources_dir() == tmp_path / "share" / "orderdesk" / "resources"

"""Where a setting comes from, what cannot be taken, and that passwords stay hidden."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from orderdesk import config, words
from orderdesk.config import SETTINGS, load_config, masked, with_password
from orderdesk.errors import UserError


def write(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def load(folder: Path, environ: dict[str, str] | None = None, **flags: str) -> config.Config:
    return load_config({"data_dir": str(folder), **flags}, environ or {})


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert found.store == f"sqlite:///{tmp_path / 'orderdesk.sqlite'}"
    assert (found.language, found.log_level, found.poll_interval, found.draft_idle) == ("en", "info", 1, 30)


def test_a_flag_beats_a_variable_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    write(tmp_path, 'store = "/from/file"\nlanguage = "zh"\npoll_interval = 5\n')
    variables = {"ORDERDESK_STORE": "/from/variable", "ORDERDESK_LANGUAGE": "en"}
    assert load(tmp_path).store == "sqlite:////from/file"
    assert load(tmp_path, variables).store == "sqlite:////from/variable"
    assert load(tmp_path, variables, store="/from/flag").store == "sqlite:////from/flag"
    found = load(tmp_path, variables)
    assert (found.language, found.poll_interval) == ("en", 5)


def test_the_data_folder_is_asked_for_before_the_file_in_it(tmp_path: Path) -> None:
    write(tmp_path / "b", 'language = "zh"\n')
    found = load_config({"data_dir": None}, {"ORDERDESK_DATA_DIR": str(tmp_path / "b")})
    assert (found.data_dir, found.language) == (tmp_path / "b", "zh")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_language_follows_the_system(tmp_path: Path, variables: dict[str, str], language: str) -> None:
    assert load(tmp_path, variables).language == language


def test_all_wrong_settings_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, 'colour = "red"\nlanguage = "fr"\npoll_interval = 0\ndraft_idle = true\n')
    with pytest.raises(UserError) as raised:
        load(tmp_path, {"ORDERDESK_LOG_LEVEL": "loud"})
    assert [(problem.code, problem.path) for problem in raised.value.problems] == [
        ("problem.setting.unknown", "colour"),
        ("problem.setting.value", "language"),
        ("problem.setting.value", "log_level"),
        ("problem.setting.value", "poll_interval"),
        ("problem.setting.value", "draft_idle"),
    ]


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    write(tmp_path, "language = zh\n")
    with pytest.raises(UserError) as raised:
        load(tmp_path)
    assert [problem.code for problem in raised.value.problems] == ["problem.setting.unreadable"]


def test_every_setting_is_explained_in_both_languages() -> None:
    for spec in SETTINGS:
        for language in words.LANGUAGES:
            assert words.has(spec.help_code, language), spec.help_code


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://li:p%40ss@db/od", "postgresql://li:***@db/od"),
        (
            "postgresql+psycopg://li:x@db:5433/od?sslmode=require",
            "postgresql+psycopg://li:***@db:5433/od?sslmode=require",
        ),
        ("postgresql://li@db/od", "postgresql://li@db/od"),
        ("sqlite:////data/orderdesk.sqlite", "sqlite:////data/orderdesk.sqlite"),
    ],
)
def test_a_password_is_masked(url: str, shown: str) -> None:
    assert masked(url) == shown


def test_a_password_comes_from_the_variable(tmp_path: Path) -> None:
    found = with_password("postgresql://li@db:5433/od", {"ORDERDESK_DB_PASSWORD": "p@ss/1"})
    assert found == "postgresql://li:p%40ss%2F1@db:5433/od"
    assert with_password(f"sqlite:///{tmp_path}", {"ORDERDESK_DB_PASSWORD": "x"}) == f"sqlite:///{tmp_path}"
    typed = "postgresql://li:typed@db/od"
    assert with_password(typed, {"ORDERDESK_DB_PASSWORD": "x"}) == typed


@pytest.mark.parametrize("name", ["PGPASSWORD", "PGPASSFILE"])
def test_the_driver_reads_its_own_variables_itself(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", pytest.fail)
    assert with_password("postgresql://li@db/od", {name: "x"}) == "postgresql://li@db/od"


class Ring(KeyringBackend):
    """A keyring that knows one password."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return {("orderdesk", "li@db/od"): "kept"}.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


def test_a_password_comes_from_a_keyring_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    monkeypatch.setattr(Ring, "__module__", "keyring.backends.SecretService")
    keyring.set_keyring(Ring())
    try:
        assert with_password("postgresql://li@db/od", {}) == "postgresql://li:kept@db/od"
        assert with_password("postgresql://wang@db/od", {}) == "postgresql://wang@db/od"
    finally:
        keyring.set_keyring(before)


def test_a_keyring_that_keeps_plain_text_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    monkeypatch.setattr(Ring, "__module__", "keyrings.alt.file")
    keyring.set_keyring(Ring())
    try:
        assert with_password("postgresql://li@db/od", {}) == "postgresql://li@db/od"
    finally:
        keyring.set_keyring(before)

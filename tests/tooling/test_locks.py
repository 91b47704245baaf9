"""A lock holds on every machine, and compiled words are the same on every day."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from devtools.locks import faults_of_lock, index_variables
from devtools.words import compiled, stale_words

HASH = "--hash=sha256:" + "0" * 64
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "term.yes"\nmsgstr "是"\n'


@pytest.mark.parametrize(
    "text",
    [
        "six==1.17.0",
        f"six>=1 {HASH}",
        f"--pre\nsix==1.17.0 {HASH}",
        f"six @ file:///wheels/six.whl {HASH}",
        f"six==1.17.0 {HASH} https://example.org",
    ],
)
def test_a_lock_that_would_not_hold_elsewhere_is_refused(text: str) -> None:
    assert len(faults_of_lock(text)) == 1


def test_a_sound_lock_has_no_faults() -> None:
    assert (
        faults_of_lock(
            f"# made by dev.py\nsix==1.17.0 ; python_version < '3.12' \\\n    {HASH} \\\n    {HASH}\n"
        )
        == []
    )


def test_of_pips_settings_only_index_and_certificate_are_used() -> None:
    config = b"""global.index-url='https://one.example/simple'
:env:.index-url='https://two.example/simple'
global.extra-index-url='file:///local'
global.find-links='/wheels'
global.constraint='/constraints.txt'
global.cert='/certificate.crt'
"""
    assert index_variables(config) == {
        "UV_DEFAULT_INDEX": "https://two.example/simple",
        "SSL_CERT_FILE": "/certificate.crt",
    }
    assert index_variables(b"") == {}


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """The source of a small Chinese catalogue."""
    source = tmp_path / "zh" / "LC_MESSAGES" / "term.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO, encoding="utf-8")
    return source


def test_a_catalogue_is_compiled_once_and_then_true(catalogue: Path, tmp_path: Path) -> None:
    target = catalogue.with_suffix(".mo")
    assert stale_words(tmp_path) == {target: compiled(catalogue)}
    target.write_bytes(compiled(catalogue))
    assert stale_words(tmp_path) == {}
    with target.open("rb") as stream:
        words = gettext.GNUTranslations(stream)
    assert words.gettext("term.yes") == "是"
    assert set(words.info()) == {
        "content-transfer-encoding", "content-type", "language", "mime-version", "plural-forms",
    }  # fmt: skip


def test_a_changed_source_and_a_gone_source_are_found(catalogue: Path, tmp_path: Path) -> None:
    target = catalogue.with_suffix(".mo")
    target.write_bytes(compiled(catalogue))
    catalogue.write_text(PO.replace("是", "对"), encoding="utf-8")
    assert list(stale_words(tmp_path)) == [target]
    catalogue.unlink()
    assert stale_words(tmp_path) == {target: None}


@pytest.mark.parametrize("bad", ['msgid "term.no"\nmsgstr ""\n', '#, fuzzy\nmsgid "term.no"\nmsgstr "否"\n'])
def test_a_message_without_a_sure_text_is_refused(catalogue: Path, bad: str) -> None:
    catalogue.write_text(f"{PO}\n{bad}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"term\.no"):
        compiled(catalogue)

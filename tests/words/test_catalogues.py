"""Both languages say everything, say it with the same parameters, and write it as their readers do."""

from __future__ import annotations

import re

import pytest

from orderdesk.words import LANGUAGES, Language
from tests.architecture.sources import name_of, tracked_files
from tests.words.catalogue_files import PARAMETER, Text, all_texts, domains, every_text, source, texts, uses

HAN = "\u4e00-\u9fff"
ACCESS_KEY = re.compile(r"\(&?[A-Z0-9]\)")  # 提交(S): the way keys stand in Chinese menus
HALF_WIDTH = re.compile(rf"[{HAN}][,;:!?()]|[,;:!?()][{HAN}]|[{HAN}]\.(?![{HAN}\w])")
TOUCHING = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]")
DATE = re.compile(r"[0-9]+[年月日]|[年月](?=[0-9])")  # 3月12日 is written without blanks
UNWANTED = ("...", '"', "'", "  ", "!", "！")
NAME_OF_CHINESE = "ui.language.zh"  # who looks for his language reads no other
RETIRED = "\u9a73\u56de"  # means refuse in one system and send back in the next


@pytest.mark.parametrize("domain", domains())
def test_both_languages_have_the_same_codes(domain: str) -> None:
    english, chinese = ({text.code for text in texts(domain, language)} for language in LANGUAGES)
    assert english ^ chinese == set()


@pytest.mark.parametrize("domain", domains())
def test_both_languages_use_the_same_parameters(domain: str) -> None:
    def parameters(language: Language) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for code, text in texts(domain, language):
            found.setdefault(code, set()).update(PARAMETER.findall(text))
        return found

    english, chinese = parameters("en"), parameters("zh")
    assert {code for code in english if english[code] != chinese.get(code)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", domains())
def test_codes_stand_in_order_once_and_in_their_domain(domain: str, language: Language) -> None:
    content = source(domain, language).read_text(encoding="utf-8")
    codes = re.findall(r'^msgid "(.+)"$', content, re.MULTILINE)
    assert codes == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(rf"{domain}(\.[a-z0-9_]+)+", code)] == []


def test_braces_hold_nothing_but_names() -> None:
    wrong = [text for text in every_text() if re.search(r"[{}]", PARAMETER.sub("", text.text))]
    assert wrong == []


def test_sentences_begin_and_end_without_blanks_and_shout_at_nobody() -> None:
    wrong = [text for text in every_text() if any(part in text.text for part in UNWANTED)]
    assert wrong == []
    # A joint stands between two texts and brings its own blanks; so does a comma between names.
    sentences = [
        text
        for text in every_text()
        if re.search(r"\w", text.text) and not text.code.endswith((".then", ".joint"))
    ]
    assert [text for text in sentences if text.text != text.text.strip()] == []


def test_chinese_is_written_with_full_width_punctuation() -> None:
    def is_wrong(text: Text) -> bool:
        return HALF_WIDTH.search(ACCESS_KEY.sub("", text.text)) is not None

    assert [text for text in all_texts("zh") if is_wrong(text)] == []


def test_chinese_keeps_a_space_from_latin_letters_and_figures() -> None:
    def is_wrong(text: Text) -> bool:
        return TOUCHING.search(DATE.sub(" ", PARAMETER.sub(" ", text.text))) is not None

    assert [text for text in all_texts("zh") if is_wrong(text)] == []


def test_chinese_has_chinese_and_english_has_none() -> None:
    english_only = [text for text in all_texts("en") if text.code != NAME_OF_CHINESE]
    assert [text for text in english_only if re.search(f"[{HAN}]", text.text)] == []
    # A sentence of several words that is the same in both languages was forgotten.
    english = set(all_texts("en"))
    assert [text for text in all_texts("zh") if text in english and len(text.text.split()) > 2] == []


def test_every_code_in_the_program_has_text() -> None:
    codes = {text.code for text in all_texts("en")}
    found = list(uses())
    assert found
    missing = [
        f"{use.place}: {use.code}"
        for use in found
        if (use.code not in codes if use.is_whole else not any(code.startswith(use.code) for code in codes))
    ]
    assert missing == []


def test_the_retired_word_for_refusing_is_nowhere() -> None:
    read = {".py", ".po", ".md", ".json", ".toml"}
    files = [path for path in tracked_files() if path.suffix in read]
    assert files
    assert [name_of(path) for path in files if RETIRED in path.read_text(encoding="utf-8")] == []

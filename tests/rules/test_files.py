"""Files by their first bytes, and names that are data and never paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.files import is_picture, may_run, media_of, safe_name, shown_name


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", ""),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"<svg xmlns=", ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)
def test_the_kind_comes_from_the_bytes(head: bytes, media: str) -> None:
    assert media_of(head) == media
    assert is_picture(media) == media.startswith("image/")


@pytest.mark.parametrize(
    ("name", "shown", "safe"),
    [
        ("订单 3月.pdf", "订单 3月.pdf", "订单 3月.pdf"),
        ("../../etc/passwd", "passwd", "passwd"),
        ("C:\\Users\\x\\fax.TIF", "fax.TIF", "fax.tif"),
        ("con.txt", "con.txt", "_con.txt"),
        ("COM¹.log", "COM¹.log", "_COM¹.log"),
        ("a\u202egpj.exe", "agpj.exe", "agpj.exe"),
        ("order.pdf.exe", "order.pdf.exe", "order_pdf.exe"),
        ("..", "..", "file"),
        (" .hidden", ".hidden", "hidden"),
        ("a:b|c?.png", "a:b|c?.png", "a_b_c.png"),
        ("x" * 300 + ".png", "x" * 200, "x" * 60),
        ("", "", "file"),
    ],
)
def test_a_name_is_shown_as_it_is_and_never_leads_anywhere(name: str, shown: str, safe: str) -> None:
    assert shown_name(name) == shown
    assert safe_name(name) == safe


def test_a_name_without_an_ending_gets_that_of_its_kind() -> None:
    assert safe_name("scan", "image/png") == "scan.png"
    assert safe_name("scan.jpeg", "image/png") == "scan.jpeg"


@given(st.text(max_size=260))
def test_no_name_becomes_a_path(name: str) -> None:
    made = safe_name(name)
    assert 0 < len(made) <= 80
    assert not set(made) & set('/\\:*?"<>|\0\n\r\t')
    assert not made.startswith((".", " "))
    assert not made.endswith((".", " "))
    assert made.count(".") <= 1


@pytest.mark.parametrize(
    "name", ["a.exe", "a.EXE ", "a.exe.", "b.pdf.exe", "x.exe.pdf", "run.sh", "x.desktop", "p.svg", "q.html"]
)
def test_what_may_run_is_known_by_either_ending(name: str) -> None:
    assert may_run(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "report.2026.xlsx", "图.png", "", "com"])
def test_what_only_shows_something_may_be_opened(name: str) -> None:
    assert not may_run(name)

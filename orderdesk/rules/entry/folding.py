"""Full-width input folded to what it stands for (ux, 3.2 point 8)."""

from __future__ import annotations

import unicodedata

_MINUS_LIKE = "\N{MINUS SIGN}\N{EN DASH}\N{SMALL HYPHEN-MINUS}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_BLANK_LIKE = "\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\t\r\n"


def _table() -> dict[int, str]:
    """Map each wide form to its normal one.

    Only wide forms: the whole of NFKC would also make ``½`` three characters and ``m²`` an ``m2``, which
    are other codes and other units.
    """
    wide = {
        code: unicodedata.normalize("NFKC", chr(code))
        for code in range(0xFF01, 0xFFE7)
        if unicodedata.decomposition(chr(code)).startswith("<wide>")
    }
    wide.update({ord("、"): ",", ord("。"): ".", ord("【"): "[", ord("】"): "]"})
    wide.update({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})
    wide.update(dict.fromkeys(map(ord, _MINUS_LIKE), "-"))
    wide.update(dict.fromkeys(map(ord, _BLANK_LIKE), " "))
    return wide


_FOLDED = _table()


def fold(text: str) -> str:
    """Return ``text`` with full-width digits, letters and signs, ideographic stops and space in ASCII."""
    return text if text.isascii() and text.isprintable() else text.translate(_FOLDED)


def searchable(text: str) -> str:
    """Return a text without what no database can look for: NUL, and halves of signs."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def fold_key(text: str) -> str:
    """Return ``text`` as look-up compares it: folded, without case, with single blanks between words."""
    return " ".join(fold(text).casefold().split())

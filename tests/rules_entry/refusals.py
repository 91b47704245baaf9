"""How the tests of typed input ask for a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from orderdesk import words
from orderdesk.errors import UserError

T = TypeVar("T")


def refusal(read: Callable[[], object]) -> str:
    """Return the code with which ``read`` is refused; both languages word it with all it needs."""
    with pytest.raises(UserError) as caught:
        read()
    error = caught.value
    for language in words.LANGUAGES:
        assert words.has(error.code, language)
        assert "?" not in words.text(error.code, language, **error.params)
    return error.code


def read_or_refused(read: Callable[[], T], *families: str) -> T | None:
    """Return what ``read`` returns, or None where it is refused; any other fault, or another code, fails."""
    try:
        return read()
    except UserError as error:
        code = error.code
    assert code.startswith(families)
    return None

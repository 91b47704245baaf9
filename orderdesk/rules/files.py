"""What may be said of a file before anybody opens it: its kind by its first bytes, and a harmless name.

Names are data and never paths: what a customer or a colleague called a file is shown as it is, and a copy on
disk gets a name made here. Source: sync-and-security.md, section 2.5 and threat A26.
"""

from __future__ import annotations

import re
import unicodedata

HEAD_BYTES = 32  # of a file, enough to tell its kind
MAX_BYTES = 25 * 1024 * 1024  # of a file that is kept

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),  # also what office programs write
)
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"})

# Endings that a system may run, or that lead it somewhere else. The last one counts, and the one before it:
# some systems hide the last.
_RUNS = frozenset(
    {
        "app", "appimage", "bat", "cmd", "com", "cpl", "deb", "desktop", "dll", "dmg", "docm", "exe",
        "gadget", "hta", "htm", "html", "inf", "ins", "jar", "js", "jse", "lnk", "mht", "mhtml", "msc",
        "msi", "msp", "mst", "pif", "pptm", "ps1", "psm1", "py", "pyw", "reg", "rpm", "run", "scf", "scr",
        "settingcontent-ms", "sh", "svg", "url", "vb", "vbe", "vbs", "website", "ws", "wsc", "wsf", "wsh",
        "xhtml", "xll", "xlsm", "xpi",
    }
)  # fmt: skip
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{name}{number}" for name in ("com", "lpt") for number in (*range(10), "¹", "²", "³")]
)
_LONGEST_STEM = 60
_LONGEST_NAME = 200
_UNSAFE = re.compile(r"[^\w.()+,=@ -]")
_ENDING = re.compile(r"[a-z0-9]{1,10}")


def media_of(head: bytes) -> str:
    """Return the kind of a file from its first bytes, as a media type; empty where they say nothing."""
    for signature, media in _SIGNATURES:
        if head.startswith(signature):
            return media
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return ""


def is_picture(media: str) -> bool:
    """Return whether a kind is a picture that can be shown small."""
    return media in _PICTURES


def shown_name(name: str) -> str:
    """Return the name of a file as it is kept: without folders, and without signs that nobody can see."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return unicodedata.normalize("NFC", seen).strip()[:_LONGEST_NAME]


def safe_name(name: str, media: str = "") -> str:
    """Return a file name that is safe on every system: no folder, no device, no hidden or doubled ending.

    The ending is the name's own where it is a plain one, else that of the kind.
    """
    stem, _, ending = shown_name(name).rpartition(".")
    if not stem or not _ENDING.fullmatch(ending.casefold()):
        stem, ending = shown_name(name), _ENDINGS.get(media, "")
    stem = _UNSAFE.sub("_", stem).replace(".", "_").strip(" _-")[:_LONGEST_STEM].strip(" _-") or "file"
    if stem.casefold() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}.{ending.casefold()}" if ending else stem


def may_run(name: str) -> bool:
    """Return whether a system could run a file of that name, or be led away by it; it is not opened then."""
    parts = shown_name(name).casefold().rstrip(". ").split(".")
    return any(part.strip() in _RUNS for part in parts[-2:]) and len(parts) > 1


_ENDINGS = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/bmp": "bmp", "image/webp": "webp",
    "application/pdf": "pdf", "application/zip": "zip",
}  # fmt: skip

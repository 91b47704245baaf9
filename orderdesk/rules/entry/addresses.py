"""An address as customers send it, taken apart: ``张三 13800138000 浙江省杭州市西湖区文三路 90 号``.

Receiver, phone and address may come in any order, with any separators or with labels (收货人：). What the
text does not say stays empty and is told as a doubt, so is what it says only perhaps; a province that
follows from its city is filled in. Nothing is raised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from orderdesk.errors import Problem
from orderdesk.rules.entry.folding import fold
from orderdesk.rules.entry.phones import take_phones
from orderdesk.rules.entry.places import Place, begins_district, begins_region, place_after, read_place
from orderdesk.rules.entry.receivers import is_certain_name, is_possible_name, name_at_end

MAX_LENGTH: Final = 500

_LABELS: Final = {
    "receiver": "收货人姓名|收件人姓名|收货人|收件人|联系人|姓名|receiver|recipient|contact|name|attn",
    "other": (
        "收货人电话|联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|phone|mobile|tel|"
        "所在地区|所在地|地区|收货地址|收件地址|详细地址|送货地址|地址|delivery address|address|邮编|邮政编码"
    ),
}
_LABEL = re.compile(rf"({_LABELS['receiver']})\s*:\s*|(?:{_LABELS['other']})\s*:\s*", re.IGNORECASE)
_BREAK: Final = "\n"
_WORDS = re.compile(r"[^\s,;|]+")
_POSTCODE = re.compile(r"[0-9]{6}")
_COMPANY = re.compile(r"(?:公司|集团|商行|经营部|事务所|工作室|超市|Ltd\.?|Inc\.?|LLC|GmbH)$", re.IGNORECASE)
_STREET = re.compile(r"[\u4e00-\u9fff]{2,}(?:路|街|大道|巷|弄|胡同|镇|乡|村|号|小区|花园|大厦)")


@dataclass(frozen=True, slots=True)
class PastedAddress:
    """An address taken apart. ``left_over`` is what found no place.

    ``doubts`` name the field in their path: what is missing, or was taken without being sure of it.
    """

    receiver: str = ""
    phone: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    rest: str = ""
    left_over: str = ""
    doubts: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Found:
    receiver: str = ""
    phone: str = ""
    place: Place = field(default_factory=Place)
    left: list[str] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    def doubt(self, code: str, path: str, **params: object) -> None:
        self.doubts.append(Problem(code, path, params, "warn"))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    is_last: bool  # before a phone, a label or the end


def read_address(text: str) -> PastedAddress:
    """Return the parts of a pasted address, and what is doubtful about them. Time is bounded."""
    found = _Found()
    if len(text) > MAX_LENGTH:
        found.doubt("quick.address.too_long", "rest", n=MAX_LENGTH)
    shown = _without_labels(fold(text[:MAX_LENGTH].replace("\r", "\n").replace("\n", " , ")), found)
    shown = _without_phones(shown, found)
    words = _words(shown)
    anchor = _anchor(words, found)
    before, after = words[:anchor], words[anchor:]
    address = _take_names(before, after, found)
    found.place = read_place(_joined(shown, address))
    _name_glued_to_the_end(found)
    _tell_missing(found)
    place = found.place
    return PastedAddress(
        found.receiver, found.phone, place.province, place.city, place.district, place.rest,
        " ".join(found.left), tuple(found.doubts),
    )  # fmt: skip


def _without_labels(text: str, found: _Found) -> str:
    """Take the receiver that has a label; other labels only part what stands around them."""
    pieces: list[str] = []
    at = 0
    labels = list(_LABEL.finditer(text))
    for index, label in enumerate(labels):
        pieces.append(text[at : label.start()])
        at = label.end()
        if label[1] and not found.receiver:
            stop = labels[index + 1].start() if index + 1 < len(labels) else len(text)
            value = _WORDS.search(text, at, stop)
            if value is not None and not any(sign.isdigit() for sign in value[0]):
                found.receiver, at = value[0], value.end()
    pieces.append(text[at:])
    return _BREAK.join(pieces)


def _without_phones(text: str, found: _Found) -> str:
    phones, text = take_phones(text, _BREAK)
    if phones:
        found.phone = phones[0].number
        if not phones[0].is_certain:
            found.doubt("quick.address.phone_odd", "phone", phone=found.phone)
    if len(phones) > 1:
        others = [phone.number for phone in phones[1:]]
        found.left += others
        found.doubt("quick.address.several_phones", "phone", phones=others)
    return text


def _words(text: str) -> list[_Word]:
    words = []
    for line in re.finditer(r"[^\n]+", text):
        matches = list(_WORDS.finditer(text, line.start(), line.end()))
        words += [_Word(match[0], match.start(), match.end(), match is matches[-1]) for match in matches]
    return words


def _anchor(words: list[_Word], found: _Found) -> int:
    """Return the place of the word that the address begins with; behind the last if there is none."""
    for begins in (_begins_with_region, begins_district, _STREET.search):
        for index, word in enumerate(words):
            if begins(word.text):
                glued = _glued_anchor(words, found) if begins is not _begins_with_region else None
                return index if glued is None else glued
    glued = _glued_anchor(words, found)
    return len(words) if glued is None else glued


def _begins_with_region(word: str) -> bool:
    return begins_region(word) and not (_COMPANY.search(word) and not _STREET.search(word))


def _glued_anchor(words: list[_Word], found: _Found) -> int | None:
    """Part a name from the region that follows it without a blank, and return the place of the region."""
    for index, word in enumerate(words):
        for length in (2, 3, 4):
            name = word.text[:length]
            if is_certain_name(name) and place_after(word.text[length:]):
                words[index : index + 1] = [
                    _Word(name, word.start, word.start + length, False),
                    _Word(word.text[length:], word.start + length, word.end, word.is_last),
                ]
                found.doubt("quick.address.receiver_unsure", "receiver", receiver=name)
                return index + 1
    return None


def _take_names(before: list[_Word], after: list[_Word], found: _Found) -> list[_Word]:
    """Take the receiver from the words around the address, and return the words of the address."""
    address: list[_Word] = []
    candidates: list[str] = []
    for word in before:
        (candidates if is_possible_name(word.text) else found.left).append(word.text)
    for index, word in enumerate(after):
        if index and word.is_last and is_certain_name(word.text) and not found.receiver:
            candidates.append(word.text)
        elif _POSTCODE.fullmatch(word.text) and (word.is_last or not index):
            found.left.append(word.text)
        else:
            address.append(word)
    _choose_receiver(candidates, found)
    return address


def _choose_receiver(candidates: list[str], found: _Found) -> None:
    if not candidates:
        return
    if found.receiver:
        found.left += candidates
        return
    if all(candidate.isascii() for candidate in candidates):  # a name of several Latin words
        candidates = [" ".join(candidates)]
    certain = [candidate for candidate in candidates if is_certain_name(candidate)]
    found.receiver = (certain or candidates)[0]
    found.left += [candidate for candidate in candidates if candidate != found.receiver]
    is_told = any(doubt.path == "receiver" for doubt in found.doubts)
    if (len(certain) != 1 or len(candidates) > 1) and not is_told:
        found.doubt("quick.address.receiver_unsure", "receiver", receiver=found.receiver)


def _joined(text: str, words: list[_Word]) -> str:
    """Return the words of the address with what stood between them, where nothing was taken out."""
    parts: list[str] = []
    for index, word in enumerate(words):
        if index:
            between = text[words[index - 1].end : word.start]
            parts.append(" " if between.strip(" ,;|") or "," in between or between.isspace() else between)
        parts.append(word.text)
    return "".join(parts)


def _name_glued_to_the_end(found: _Found) -> None:
    if found.receiver:
        return
    rest, name = name_at_end(found.place.rest)
    if name:
        found.place.rest, found.receiver = rest, name
        found.doubt("quick.address.receiver_unsure", "receiver", receiver=name)


def _tell_missing(found: _Found) -> None:
    place = found.place
    if place.other_province:
        found.doubt("quick.address.city_elsewhere", "city", city=place.city, province=place.other_province)
    for name, value in (
        ("receiver", found.receiver), ("phone", found.phone), ("province", place.province),
        ("city", place.city), ("district", place.district), ("rest", place.rest),
    ):  # fmt: skip
        if not value and not (name in {"city", "district"} and place.has_none_of(name)):
            found.doubt(f"quick.address.missing.{name}", name)
    if found.left:
        found.doubt("quick.address.left_over", "rest", text=" ".join(found.left))

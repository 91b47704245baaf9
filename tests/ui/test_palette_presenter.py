"""The search box without a window: what is found, in which order, and what Enter opens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

import pytest

from orderdesk import words
from orderdesk.clock import Clock
from orderdesk.intake.sample import sample_id
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.pinyin import quick_readings
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.search import SearchIndexes, build_indexes
from orderdesk.ui.actions import ACTIONS
from orderdesk.ui.language import language
from orderdesk.ui.screen import FindText, NewFor
from orderdesk.ui.shell.command_index import Command, CommandIndex
from orderdesk.ui.shell.palette_presenter import Act, Hit, Offer, PalettePresenter, parted
from orderdesk.wire.outcomes import Changes, Touched
from tests.support.desk import SampleDesk, open_sample_desk

EVERYTHING = Offer(
    tuple(Command(spec.id, spec.word) for spec in ACTIONS),
    frozenset({"entry", "orders", "customers", "items"}),
    (("orders", "ui.area.orders"), ("inbox", "ui.area.inbox")),
)


class ByHand:
    """A desk whose reads are answered when the test says so."""

    def __init__(self, sample: SampleDesk, person: str = "lina") -> None:
        self._sample, self._desk = sample, sample.desk()
        self._indexes = build_indexes(self._desk)
        self._person = self._desk.people[sample_id("person", person)]
        self.waiting: deque[Callable[[], None]] = deque()
        self.kept: dict[str, object] = {}

    @property
    def clock(self) -> Clock:
        return self._sample.clock

    @property
    def person(self) -> PersonFacts | None:
        return self._person

    def desk(self) -> Desk:
        return self._desk

    def indexes(self) -> SearchIndexes:
        return self._indexes

    def read(self, work: Any, done: Any, failed: Any = None) -> None:
        def answer() -> None:
            with self._sample.store.reading() as connection:
                found = work(connection)
            done(found)

        self.waiting.append(answer)

    def answer(self) -> None:
        while self.waiting:
            self.waiting.popleft()()

    def read_preference(self, name: str, done: Callable[[object], None]) -> None:
        done(self.kept.get(name))

    def keep_preference(self, name: str, value: object) -> None:
        self.kept[name] = value


class Shown:
    def __init__(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self.mark: int | None = None
        self.chosen: list[tuple[Hit, bool]] = []
        self.card: OrderCard | None = None
        self.nothing = 0

    def show_hits(self, hits: Sequence[Hit], *, mark: int | None) -> None:
        self.hits = tuple(hits)
        self.mark = mark if mark is not None else self.mark

    def show_card(self, card: OrderCard | None) -> None:
        self.card = card

    def choose(self, hit: Hit, *, new_tab: bool) -> None:
        self.chosen.append((hit, new_tab))

    def say_nothing_found(self) -> None:
        self.nothing += 1

    def of(self, kind: str) -> list[object]:
        return [hit.value for hit in self.hits if hit.kind == kind]


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


Made = tuple[PalettePresenter, ByHand, Shown]


@pytest.fixture
def made(sample: SampleDesk) -> Made:
    backend, view = ByHand(sample), Shown()
    presenter = PalettePresenter(backend, view)
    presenter.open(EVERYTHING)
    return presenter, backend, view


def order_of(sample: SampleDesk, customer: str = "C1001", **fields: object) -> tuple[UUID, str]:
    draft = sample.draft(customer, ("A105", "2"), **fields)
    assert not sample.submit(draft).is_refused
    return draft.id, sample.number_of(draft.id)


@pytest.mark.parametrize("shown", ["en", "zh"])
@pytest.mark.parametrize("typed", ["fahuo", "delivery", "发货", "fh", "ship", "ＦＡＨＵＯ"])
def test_a_command_is_found_by_words_of_both_languages_whatever_is_on_show(
    made: Made, shown: words.Language, typed: str
) -> None:
    presenter, _, view = made
    language().switch_to(shown)
    try:
        presenter.type(typed)
    finally:
        language().switch_to("en")
    assert "warehouse.ship_part" in view.of("command")


def test_every_command_is_found_by_its_words_and_its_pinyin(made: Made) -> None:
    index = CommandIndex(EVERYTHING.commands)
    for spec in ACTIONS:
        english, chinese = words.text(spec.word, "en"), words.text(spec.word, "zh")
        for typed in (english, chinese, quick_readings(chinese)[0]):
            assert spec.id in {match.key for match in index.search(typed)}, (spec.id, typed)


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [
        (">fa", "command", "fa"), ("＞ fa", "command", "fa"),
        ("@hd", "customer", "hd"), ("＠hd", "customer", "hd"),
        ("#37", "order", "37"), ("＃３７", "order", "37"), ("$a1", "item", "a1"), ("￥a1", "item", "a1"),
        ("＄a1", "item", "a1"), ("!li", "person", "li"), ("！李", "person", "李"), ("?in", "help", "in"),
        ("？", "help", ""), ("hd", None, "hd"), ("", None, ""), ("a > b", None, "a > b"),
    ],
)  # fmt: skip
def test_the_first_sign_says_what_is_meant_in_both_widths(typed: str, kind: str | None, rest: str) -> None:
    assert parted(typed) == (kind, rest)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("@", "customer"),
        ("$", "item"),
        ("!", "person"),
        ("?", "help"),
        (">", "command"),
        ("@c1001", "customer"),
    ],
)
def test_a_prefix_finds_nothing_else(made: Made, typed: str, kind: str) -> None:
    presenter, backend, view = made
    presenter.type(typed)
    backend.answer()
    assert {hit.kind for hit in view.hits} == {kind}


def test_the_kind_with_the_best_match_stands_first(made: Made) -> None:
    presenter, _, view = made
    for typed, kind, value in (
        ("A105", "item", sample_id("item", "A105")), ("8812", "customer", sample_id("customer", "C1001")),
        ("hdjj", "customer", sample_id("customer", "C1001")), ("lina", "person", sample_id("person", "lina")),
        ("submit", "command", "finish"),
    ):  # fmt: skip
        presenter.type(typed)
        first = next(hit for hit in view.hits if hit.kind == kind)
        assert view.hits[0].kind == kind, typed
        assert first.value == value or typed == "submit"


def test_only_what_works_now_is_found(sample: SampleDesk) -> None:
    backend, view = ByHand(sample, "zhaoqiang"), Shown()
    presenter = PalettePresenter(backend, view)
    presenter.open(Offer((Command("print", "ui.action.print"),), frozenset({"warehouse"})))
    for typed in ("", "submit", "hdjj", "A105", "#", "@", "$"):
        presenter.type(typed)
        assert {hit.value for hit in view.hits if hit.kind != "person"} <= {"print"}, typed
    assert not backend.waiting  # nobody reads orders who may not open one


def test_orders_join_below_and_move_nothing(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    order_id, _ = order_of(sample)
    presenter.type("hdjj")
    before, mark = view.hits, view.mark
    assert (before[0].kind, mark) == ("customer", 0)
    backend.answer()
    assert view.hits[: len(before)] == before
    assert view.mark == 0
    assert order_id in view.of("order")


def test_an_answer_to_an_older_text_is_passed_over(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    _, first = order_of(sample)
    second_id, second = order_of(sample, "C1002")
    presenter.type(f"#{first}")
    presenter.type(f"#{second}")
    assert len(backend.waiting) == 1  # one read at a time
    backend.answer()
    assert view.of("order") == [second_id]


def test_enter_waits_for_the_orders_of_a_number_and_takes_no_other(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    order_id, number = order_of(sample)
    digits = number.rpartition("-")[2]
    presenter.type(digits)
    assert view.mark in (-1, None)  # nothing is promised before the orders are there
    presenter.enter(digits, -1)
    assert view.chosen == []
    backend.answer()
    [(hit, new_tab)] = view.chosen
    assert (hit.value, new_tab) == (order_id, False)


def test_a_key_after_the_early_enter_takes_it_back(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    _, number = order_of(sample)
    presenter.enter(f"#{number}", -1)
    presenter.type(f"#{number}9")
    backend.answer()
    assert view.chosen == []


def test_enter_means_the_text_typed_now_and_not_the_list_on_show(made: Made) -> None:
    presenter, _, view = made
    presenter.type("hdjj")
    presenter.mark(1, by_hand=True)
    presenter.enter("$A105", 1)
    [(hit, _)] = view.chosen
    assert (hit.kind, hit.value) == ("item", sample_id("item", "A105"))


def test_nothing_found_is_said_and_nothing_opens(made: Made) -> None:
    presenter, backend, view = made
    presenter.enter("zzqqxx", -1)
    backend.answer()
    assert (view.chosen, view.nothing) == ([], 1)
    presenter.enter("#zzqqxx", -1)
    backend.answer()
    assert (view.chosen, view.nothing) == ([], 2)
    presenter.enter("   ", -1)
    assert view.nothing == 2


def test_the_last_ten_commands_stand_first_and_each_once(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    used = [spec.id for spec in ACTIONS[:12]]
    for action_id in [*used, used[3]]:
        presenter.enter(f">{words.text(f'ui.action.{action_id}', 'en')}", -1)
    again = Shown()
    later = PalettePresenter(backend, again)
    later.open(EVERYTHING)
    ran = [hit.value for hit, _ in view.chosen]
    newest = list(dict.fromkeys(reversed(ran)))[:10]
    assert again.of("recent") == newest
    assert len(newest) == 10
    assert set(again.of("command")).isdisjoint(newest)
    later.open(Offer((Command(str(newest[2]), f"ui.action.{newest[2]}"),)))
    assert [hit.value for hit in again.hits] == [newest[2]]


@pytest.mark.parametrize("kept", [None, "x", [1, None], {"a": 1}, ["no.such.action"]])
def test_rubbish_in_the_preferences_is_nothing_recent(sample: SampleDesk, kept: object) -> None:
    backend, view = ByHand(sample), Shown()
    backend.kept["palette.recent"] = kept
    PalettePresenter(backend, view).open(EVERYTHING)
    assert view.of("recent") == []
    assert len(view.of("command")) > 10


def test_the_card_of_the_marked_order_is_read_and_goes_with_the_mark(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    order_id, number = order_of(sample)
    presenter.type(f"#{number}")
    backend.answer()
    presenter.mark(0, by_hand=False)
    backend.answer()
    assert view.card is not None
    assert view.card.row.id == order_id
    presenter.mark(-1, by_hand=False)
    assert view.card is None


def test_what_another_desk_submits_is_read_again(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    presenter.type("#")
    backend.answer()
    order_id, _ = order_of(sample)
    assert order_id not in view.of("order")
    touched = (Touched(type="order", id=order_id, revision=1),)
    presenter.note_changes(Changes(version=9, op_id=UUID(int=1), touched=touched))
    backend.answer()
    assert order_id in view.of("order")


def test_a_draft_opens_in_entry_for_who_may_enter_orders(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    draft = sample.draft("C1001", ("A105", "1"))
    sample.save(draft)
    presenter.type(f"#{sample.number_of(draft.id)}")
    backend.answer()
    assert [presenter.opens_draft(hit) for hit in view.hits] == [True]
    presenter.open(Offer(areas=frozenset({"orders"})), f"#{sample.number_of(draft.id)}")
    backend.answer()
    assert [presenter.opens_draft(hit) for hit in view.hits] == [False]


def test_tab_lists_what_can_be_done_with_a_record_and_esc_goes_back(sample: SampleDesk, made: Made) -> None:
    presenter, backend, view = made
    order_id, number = order_of(sample)
    customer_id = sample_id("customer", "C1001")
    presenter.type(f"#{number}")
    backend.answer()
    found = view.hits
    presenter.act_on(0)
    acts = [hit.about for hit in view.hits if isinstance(hit.about, Act)]
    assert [(act.area, act.key) for act in acts] == [
        ("orders", order_id), ("customers", customer_id), ("entry", NewFor(customer_id)),
        ("orders", FindText("C1001")),
    ]  # fmt: skip
    assert presenter.back()
    backend.answer()
    assert view.hits == found
    assert not presenter.back()
    presenter.act_on(0)
    presenter.mark(2, by_hand=True)
    presenter.enter(f"#{number}", 2)
    [(hit, _)] = view.chosen
    assert isinstance(hit.about, Act)
    assert hit.about.key == NewFor(customer_id)


def test_what_can_be_done_with_a_record_is_what_the_role_can_do(sample: SampleDesk) -> None:
    presenter = PalettePresenter(ByHand(sample), view := Shown())
    presenter.open(Offer(areas=frozenset({"customer"})), "@hdjj")
    presenter.act_on(0)
    assert [hit.about.area for hit in view.hits if isinstance(hit.about, Act)] == ["customer"]
    presenter.open(Offer((Command("print", "ui.action.print"),)), "")
    before = view.hits
    presenter.act_on(0)  # a command is done, not acted on
    assert view.hits == before


def test_typing_goes_on_from_what_can_be_done(made: Made) -> None:
    presenter, _, view = made
    presenter.type("@hdjj")
    presenter.act_on(0)
    presenter.enter("$A105", 0)
    [(hit, _)] = view.chosen
    assert hit.kind == "item"

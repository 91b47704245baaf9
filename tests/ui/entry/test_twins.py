"""Orders that may be one keyed twice: told at once, with three answers, one of them remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import update

from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order
from orderdesk.services.journal import Journalled
from orderdesk.services.merging import merge
from orderdesk.services.reading.customer_history import source_order
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.twin_compare import compare
from orderdesk.wire.commands import WithdrawSubmit
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk
from tests.ui.entry.past import past_order
from tests.ui.entry.test_presenter import Services, View

LINES = (("B210", "24"), ("C330", "12"), ("A105", "2"), ("B211", "5"))
F7 = Qt.Key.Key_F7


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


def earlier(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> OrderDraft:
    """Let a colleague submit an order of the customer."""
    draft = sample.draft("C1001", *(lines or LINES), **fields)
    outcome = sample.submit(draft, "wangfang")
    assert not outcome.is_refused, outcome.problems
    return draft


def on_screen(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> EntryPresenter:
    made = EntryPresenter(Services(sample), View())
    made.start()
    made.customer_chosen(sample_id("customer", "C1001"))
    typed = sample.draft("C1001", *(lines or LINES))
    made.change("paste", made.draft.model_copy(update={"lines": typed.lines, **fields}))
    made.evaluate_now()
    made.twins.look()
    return made


def told(presenter: EntryPresenter) -> str:
    first = presenter.twins.first
    return presenter.twins.words(first) if first is not None else ""


# ── when it is told ────────────────────────────────────────────────────────────────────────────────


def test_equal_lines_within_a_day_are_told_with_who_and_when(sample_here: SampleDesk) -> None:
    twin = earlier(sample_here)
    number = sample_here.number_of(twin.id)
    sample_here.clock.advance(timedelta(hours=2))
    made = on_screen(sample_here, *LINES[:3], ("B211", "6"), ("K920", "1"))
    assert told(made) == ""  # 3 of 5
    made.lines.typed(3, "quantity", "5")
    made.twins.look()
    assert told(made) == f"4 of 5 lines are the same on {number} (10:00, Wang Fang)."
    language().switch_to("zh")
    assert told(made) == f"与 {number}（10:00，王芳）有 4 / 5 行相同。"


def test_after_a_day_only_the_number_of_the_customer_counts(sample_here: SampleDesk) -> None:
    twin = earlier(sample_here, po_number="HD-26-0311")
    number = sample_here.number_of(twin.id)
    sample_here.clock.advance(timedelta(hours=25))
    made = on_screen(sample_here)
    assert told(made) == ""
    made.field_typed("po_number", " hd-26-0311 ")
    made.twins.look()
    assert told(made) == f"Same PO number HD-26-0311 on {number} (Mon 9 Mar 10:00, Wang Fang)."
    made.field_typed("po_number", "HD-26-0312")
    made.twins.look()
    assert told(made) == ""


def test_the_most_alike_is_told_first_and_the_others_are_counted(sample_here: SampleDesk) -> None:
    earlier(sample_here)
    twin = earlier(sample_here, po_number="HD-1")
    sample_here.save(sample_here.draft("C1001", *LINES), "wangfang")
    made = on_screen(sample_here, po_number="HD-1")
    assert told(made) == (
        f"Same PO number HD-1 on {sample_here.number_of(twin.id)} (10:00, Wang Fang), "
        "and 4 of 4 lines are the same. 2 more orders look like it."
    )


def test_a_draft_of_another_desk_is_told_as_a_draft(sample_here: SampleDesk) -> None:
    sample_here.save(sample_here.draft("C1001", *LINES), "wangfang")
    assert told(on_screen(sample_here)).endswith("(10:00, Wang Fang, Draft).")


def test_other_customers_cancelled_and_taken_over_orders_are_no_twins(sample_here: SampleDesk) -> None:
    lines = [(code, quantity, "1") for code, quantity in LINES]
    past_order(sample_here, "X1", "C1001", date(2026, 3, 9), *lines)
    sample_here.submit(sample_here.draft("C1002", *LINES), "wangfang")
    gone = earlier(sample_here, po_number="HD-1")
    with sample_here.store.writing() as session:
        session.execute(update(Order).where(Order.id == gone.id).values(state="cancelled"))
        session.commit()
    assert told(on_screen(sample_here, po_number="HD-1")) == ""


def test_without_customer_or_lines_or_number_nothing_is_read(sample_here: SampleDesk) -> None:
    earlier(sample_here)
    services = CountedServices(sample_here)
    made = EntryPresenter(services, View())
    made.twins.look()
    made.customer_chosen(sample_id("customer", "C1001"))
    made.twins.look()
    assert services.reads == 0


class CountedServices(Services):
    """Counts the reads, and can fail them."""

    reads = 0
    broken = False

    def read(self, work: Any, done: Any, failed: Any = None) -> None:
        self.reads += 1
        if self.broken:
            failed(EnvironmentProblem("error.store.busy"))
        else:
            super().read(work, done, failed)


def test_lines_are_compared_in_memory_and_the_store_is_asked_again_after_a_while(
    sample_here: SampleDesk,
) -> None:
    services = CountedServices(sample_here)
    made = EntryPresenter(services, View())
    made.customer_chosen(sample_id("customer", "C1001"))
    for row, (code, quantity) in enumerate(LINES):
        made.change("paste", _with(made.draft, sample_here, code, quantity))
        made.twins.look()
        made.twins.look()
        assert len(made.draft.lines) == row + 1
    assert services.reads == 1
    earlier(sample_here)  # a colleague is quicker
    made.change("quantity", _with(made.draft, sample_here, "K920", "1"))
    made.twins.look()
    assert told(made) == ""
    sample_here.clock.advance(timedelta(seconds=21))
    made.undo()
    made.twins.look()
    assert services.reads == 2
    assert told(made).startswith("4 of 4 lines are the same")


def _with(draft: OrderDraft, sample: SampleDesk, code: str, quantity: str) -> OrderDraft:
    line = LineDraft(
        id=sample.ports.ids.new(), item_id=sample_id("item", code), quantity=Decimal(quantity)
    )  # fmt: skip
    return draft.model_copy(update={"lines": (*draft.lines, line)})


def test_a_read_that_fails_warns_of_nothing_and_is_tried_again(sample_here: SampleDesk) -> None:
    earlier(sample_here)
    services, view = CountedServices(sample_here), View()
    services.broken = True
    made = EntryPresenter(services, view)
    made.customer_chosen(sample_id("customer", "C1001"))
    said = list(view.said)
    for code, quantity in LINES:
        made.change("paste", _with(made.draft, sample_here, code, quantity))
        made.twins.look()
    assert (told(made), view.said) == ("", said)
    services.broken = False
    sample_here.clock.advance(timedelta(seconds=21))
    made.undo()
    made.redo()
    made.twins.look()
    assert told(made) != ""


def test_two_thousand_lines_are_looked_through(sample_here: SampleDesk) -> None:
    for at in range(30):
        sample_here.save(sample_here.draft("C1001", ("C330", str(at + 1))), "wangfang")
    item = sample_id("item", "C330")
    ids = sample_here.ports.ids
    lines = tuple(LineDraft(id=ids.new(), item_id=item, quantity=Decimal(at)) for at in range(1, 2_001))
    made = on_screen(sample_here, lines=lines)
    made.lines.typed(0, "quantity", "7")
    made.twins.look()
    assert told(made) == ""


# ── what is answered ───────────────────────────────────────────────────────────────────────────────


def test_the_answer_is_one_step_and_stays_with_the_draft(sample_here: SampleDesk) -> None:
    twin, other = earlier(sample_here), earlier(sample_here)
    made = on_screen(sample_here)
    first = made.twins.first
    assert first is not None
    made.twins.is_new(first)
    assert made.undo_code == "entry.undo.twin"
    rest = {one.other.order_id for one in made.twins.suspects}
    assert {first.other.order_id} | rest == {twin.id, other.id}
    assert len(rest) == 1
    made.undo()
    made.twins.look()
    assert len(made.twins.suspects) == 2
    made.redo()
    made.keeper.save()
    with sample_here.store.reading() as connection:
        stored, revision = stored_draft(connection, made.draft.id)
    assert stored is not None
    assert stored.not_twins == (first.other.order_id,)
    again = EntryPresenter(Services(sample_here), View())
    again.open(DraftSession(stored, again.services, revision))
    again.twins.look()
    assert {one.other.order_id for one in again.twins.suspects} == rest


def test_an_answered_number_is_not_warned_of_again_but_another_order_is(sample_here: SampleDesk) -> None:
    twin = earlier(sample_here, ("A105", "1"), po_number="HD-1")
    made = on_screen(sample_here)
    view = made.view
    assert isinstance(view, View)
    used = "problem.order.po_number.used"

    def warned_of() -> list[object]:
        assert made.evaluation is not None
        return [one.params["orders"] for one in made.evaluation.problems if one.code == used]

    made.field_typed("po_number", "HD-1")
    made.twins.look()
    assert (view.said[-1], warned_of()) == (used, [[sample_here.number_of(twin.id)]])
    assert made.twins.first is not None
    made.twins.is_new(made.twins.first)
    made.evaluate_now()
    assert warned_of() == []
    view.said.clear()
    made.field_typed("po_number", "")
    made.field_typed("po_number", "HD-1")
    assert used not in view.said
    other = earlier(sample_here, ("A105", "1"), po_number="HD-1")
    made.read_customer(fill=False)
    assert warned_of() == [[sample_here.number_of(other.id)]]


def test_the_answer_survives_the_journal_and_old_drafts_have_none(sample_here: SampleDesk) -> None:
    earlier(sample_here)
    made = on_screen(sample_here)
    assert made.twins.first is not None
    made.twins.is_new(made.twins.first)
    made.keeper.journal_now()
    services = made.services
    assert isinstance(services, Services)
    entry: Journalled = services.journalled[-1]
    back = OrderDraft.model_validate_json(entry.draft.model_dump_json())
    assert back.not_twins == made.draft.not_twins != ()
    old = entry.draft.model_dump(mode="json")
    del old["not_twins"]
    assert OrderDraft.model_validate(old).not_twins == ()


def test_answers_of_two_desks_are_kept_together(sample_here: SampleDesk) -> None:
    ids = sample_here.ports.ids
    base = sample_here.draft("C1001", ("C330", "1"))
    one, two = ids.new(), ids.new()
    mine = base.model_copy(update={"not_twins": (one,)})
    theirs = base.model_copy(update={"not_twins": (two,)})
    merged = merge(base, mine, theirs)
    assert (merged.draft.not_twins, merged.conflicts) == ((two, one), ())


def test_an_order_that_was_taken_back_is_no_twin_of_itself(sample_here: SampleDesk) -> None:
    made = on_screen(sample_here)
    draft = made.draft
    assert sample_here.submit(sample_here.with_seen_prices(draft)).outcome == "applied"
    assert not sample_here.do(WithdrawSubmit(order_id=draft.id), "lina").is_refused
    again = EntryPresenter(Services(sample_here), View())
    again.open(DraftSession(draft, again.services, 2))
    again.twins.look()
    assert told(again) == ""


# ── side by side ───────────────────────────────────────────────────────────────────────────────────


def rows(presenter: EntryPresenter, other: Any, po: str = "") -> list[tuple[str, ...]]:
    facets = compare(presenter.draft, presenter.evaluation, other, po, presenter.desk)
    return [(one.verdict, one.code or one.name, one.here, one.there) for one in facets]


def test_heads_and_lines_stand_side_by_side(sample_here: SampleDesk) -> None:
    twin = earlier(
        sample_here, ("C330", "12"), ("B210", "24"), ("B210", "8"), ("K920", "1"),
        po_number="HD-1", requested=date(2026, 3, 12),
    )  # fmt: skip
    made = on_screen(
        sample_here, ("B210", "8"), ("B210", "20"), ("C330", "12"), ("A105", "2"), po_number="hd-1"
    )
    with sample_here.store.reading() as connection:
        other = source_order(connection, twin.id)
    assert rows(made, other, "HD-1") == [
        ("same", "Customer PO", "hd-1", "HD-1"),
        ("other", "Requested date", "undated", "Thu 12 Mar"),
        ("same", "Deliver to", "浦东仓库 · 上海市浦东新区川沙路 1188 号 3 号门",
         "浦东仓库 · 上海市浦东新区川沙路 1188 号 3 号门"),
        ("same", "B210", "8 pc × 133.50", "8 pc × 133.50"),
        ("other", "B210", "20 pc × 133.50", "24 pc × 133.50"),
        ("same", "C330", "12 bottle × 48.88", "12 bottle × 48.88"),
        ("here", "A105", "2 pc × 827.00", ""),
        ("there", "K920", "", "1 set × 120.50"),
    ]  # fmt: skip


def test_a_draft_is_compared_as_it_is_typed(sample_here: SampleDesk) -> None:
    made = on_screen(sample_here, ("B210", "8"))
    other = sample_here.draft("C1001", ("B210", "8"), ("C330", "1"), po_number="X")
    other = other.model_copy(update={"lines": (*other.lines, LineDraft(id=sample_here.ports.ids.new()))})
    assert rows(made, other)[0] == ("other", "Customer PO", "", "X")
    assert rows(made, other)[3:] == [
        ("same", "B210", "8 pc × 133.50", "8 pc"), ("there", "C330", "", "1 bottle"),
    ]  # fmt: skip


# ── in the window ──────────────────────────────────────────────────────────────────────────────────


def key_the_same(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(*LINES)
    desk.qtbot.waitUntil(lambda: desk.screen.memory.twins.is_telling, timeout=5000)


def test_the_strip_takes_no_focus_and_is_answered_by_keys(desk: EntryDesk) -> None:
    twin = earlier(desk.sample)
    number = desk.sample.number_of(twin.id)
    key_the_same(desk)
    strip = desk.screen.memory.twins.strip
    assert desk.place == (4, "code")
    assert strip.text == f"4 of 4 lines are the same on {number} (10:00, Wang Fang)."
    assert "twin.go" in desk.screen.actions()
    language().switch_to("zh")
    assert strip.text.startswith(f"与 {number}")
    language().switch_to("en")
    press(F7, CTRL)
    assert focused().objectName() == "entry.twin.compare"
    press(Qt.Key.Key_Escape)
    assert desk.place == (4, "code")
    press(F7, CTRL)
    press(Qt.Key.Key_Right)
    assert focused().objectName() == "entry.twin.open"
    press(Qt.Key.Key_Tab)
    press(ENTER)
    desk.idle()
    assert desk.place == (4, "code")
    assert not strip.isVisible()
    assert desk.said == f"Kept as a new order. {number} is not asked about again."
    assert "twin.go" not in desk.screen.actions()
    press(Qt.Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(strip.isVisible, timeout=5000)
    desk.submit()
    assert [state for _, state, _ in desk.orders()] == ["released", "released"]  # a warning bans nothing
    assert not strip.isVisible()


def test_the_two_are_compared_below_the_lines(desk: EntryDesk) -> None:
    earlier(desk.sample, *LINES[:3], ("B211", "6"), po_number="HD-1")
    desk.choose_customer()
    desk.key_lines(*LINES)
    desk.screen.go_to_field("po_number")
    type_text("HD-1")
    press(ENTER)
    desk.qtbot.waitUntil(lambda: desk.screen.memory.twins.is_telling, timeout=5000)
    press(F7, CTRL)
    press(ENTER)
    desk.idle()
    panel = desk.screen.memory.twins.panel.part
    assert (panel.is_open, desk.place) == (True, "entry.twin.rows")
    assert panel.rows.current_row() == 6
    assert panel.sum.text() == "1 of 7 rows differs"
    model = panel.rows.rows_model
    assert [model.index(6, at).data() for at in (0, 1, 3, 4)] == [
        "different", "B211", "5 pc × 133.50", "6 pc × 133.50",
    ]  # fmt: skip
    language().switch_to("zh")
    assert model.index(6, 0).data() == "不同"
    press(Qt.Key.Key_Escape)
    assert desk.place == (4, "code")
    assert not panel.is_open


def test_the_other_order_is_opened_where_it_belongs(desk: EntryDesk) -> None:
    twin = earlier(desk.sample)
    key_the_same(desk)
    asked: list[tuple[str, object]] = []
    desk.screen.open_requested.connect(lambda area, key: asked.append((area, key)))
    press(F7, CTRL)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    desk.idle()
    assert asked == [("orders", twin.id)]
    assert desk.place == (4, "code")

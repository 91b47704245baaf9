"""The window around the screens: keys reach the right one, nothing takes the focus, all is in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton

from orderdesk.ui.actions import ACTIONS
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screen import Area
from orderdesk.ui.shell.key_sheet import KeySheet
from orderdesk.ui.shell.rail import RailButton
from orderdesk.ui.shell.strip import HistoryPopup
from orderdesk.ui.theme import theme
from tests.support.windows import child, focused, press, show, type_text
from tests.ui.dummies import ADMINISTRATOR, CLERK, MANAGER, Inbox, Order, areas, open_desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(qtbot) -> MainWindow:
    return open_desk(qtbot)


def top(window: MainWindow) -> Order:
    screen = window.current_screen
    assert isinstance(screen, Order)
    return screen


@pytest.fixture
def order(desk: MainWindow) -> Order:
    return top(desk)


# people, areas, tabs


def test_a_role_starts_with_its_own_tab(qtbot) -> None:
    assert isinstance(open_desk(qtbot, CLERK).current_screen, Order)
    assert isinstance(open_desk(qtbot, MANAGER).current_screen, Inbox)


def test_areas_of_other_roles_are_not_there(desk: MainWindow) -> None:
    assert [area.id for area in desk.rail.areas] == ["orders", "warehouse"]
    assert desk.open_area("inbox") is None
    assert not desk.commands.made("area.3").isVisible()


def test_another_person_gets_his_areas_and_loses_the_others_tabs(desk: MainWindow) -> None:
    desk.set_person(ADMINISTRATOR)
    assert desk.tabs.screens == ()
    assert not desk.rail.areas
    desk.set_person(MANAGER)
    assert [area.id for area in desk.rail.areas] == ["orders", "inbox", "warehouse"]
    assert isinstance(desk.current_screen, Inbox)


def test_an_area_outside_the_rail_is_opened_by_its_action(qtbot) -> None:
    check = Area(
        "check",
        "ui.area.desk",
        "list",
        lambda key, parent: Inbox(parent),
        CLERK.roles,
        in_rail=False,
        opened_by="refresh",
    )
    window = open_desk(qtbot, CLERK, more=(check,))
    assert "check" not in [area.id for area in window.rail.areas]
    press(Qt.Key.Key_F5)
    assert isinstance(window.current_screen, Inbox)
    press(Qt.Key.Key_F5)
    assert len(window.tabs.screens) == 2, "the tab that is open is gone to"
    window.set_person(MANAGER)
    assert not window.run_action("refresh")


def test_choosing_a_person_asks_the_application(qtbot, desk: MainWindow) -> None:
    menu = desk.status.people.open()
    assert [entry.text() for entry in menu.actions()] == [
        "李娜, Clerk",
        "Chen && Sons <b>, Manager",
        "Zhang Wei, Administrator, Finance",
    ]
    with qtbot.waitSignal(desk.person_chosen) as told:
        menu.actions()[1].trigger()
    menu.close()
    assert told.args == [MANAGER.id]
    assert desk.person == CLERK


def test_a_person_without_proof_is_marked(desk: MainWindow) -> None:
    assert "not signed in" in desk.status.people.text()
    desk.set_person(ADMINISTRATOR)
    assert "not signed in" not in desk.status.people.text()


def test_ctrl_2_goes_to_the_second_area_and_ctrl_1_back(desk: MainWindow, order: Order) -> None:
    press(Qt.Key.Key_2, CTRL)
    assert [screen.screen_id for screen in desk.tabs.screens] == ["order", "inbox"]
    assert order.isHidden()
    press(Qt.Key.Key_1, CTRL)
    assert desk.current_screen is order


def test_ctrl_n_opens_a_new_document_in_a_tab_of_its_own(desk: MainWindow, order: Order) -> None:
    press(Qt.Key.Key_N, CTRL)
    assert desk.current_screen is not order
    assert len(desk.tabs.screens) == 2
    assert top(desk).box.hasFocus()


def test_tabs_that_find_no_room_keep_words_and_scroll(desk: MainWindow) -> None:
    for at in range(20):
        desk.open_document("orders", f"SO-{at}")
    bar = desk.tabs.bar
    widths = [bar.tabRect(at).width() for at in range(bar.count())]
    wished = [bar.tabSizeHint(at).width() for at in range(bar.count())]
    assert all(width >= min(wish, theme().px(100)) for width, wish in zip(widths, wished, strict=True))
    assert bar.tabRect(bar.currentIndex()).right() <= bar.width(), "the one on top is in sight"


def test_a_screen_may_take_ctrl_n_itself(desk: MainWindow, order: Order) -> None:
    order.offered = ("order.new",)
    order.actions_changed.emit()
    press(Qt.Key.Key_N, CTRL)
    assert order.ran == ["order.new"]
    assert desk.tabs.screens == (order,)


def test_a_document_is_opened_once(desk: MainWindow) -> None:
    first = desk.open_document("orders", "SO-1")
    desk.open_document("orders", "SO-2")
    assert desk.open_document("orders", "SO-1") is first
    assert len(desk.tabs.screens) == 3


def test_a_screen_can_ask_for_a_document_of_another_area(desk: MainWindow, order: Order) -> None:
    order.open_requested.emit("warehouse", None)
    assert isinstance(desk.current_screen, Inbox)


def test_ctrl_tab_goes_through_the_tabs_by_recent_use_while_ctrl_is_down(
    qtbot, desk: MainWindow, order: Order
) -> None:
    second = desk.open_document("orders", "SO-2")
    third = desk.open_document("orders", "SO-3")
    seen = []
    for _ in range(3):
        qtbot.keyPress(focused(), Qt.Key.Key_Tab, CTRL)  # and Ctrl stays down
        seen.append(desk.current_screen)
    assert seen == [second, order, third]


def test_letting_go_of_ctrl_ends_the_walk(desk: MainWindow, order: Order) -> None:
    second = desk.open_document("orders", "SO-2")
    press(Qt.Key.Key_Tab, CTRL)
    assert desk.current_screen is order
    press(Qt.Key.Key_Tab, CTRL)
    assert desk.current_screen is second


def test_a_star_marks_what_is_not_saved(desk: MainWindow, order: Order) -> None:
    assert desk.tabs.bar.tabText(0) == "New order *"
    order.modified = False
    order.title_changed.emit()
    assert desk.tabs.bar.tabText(0) == "New order"


def test_ctrl_w_closes_a_tab_and_the_recent_one_comes_up(desk: MainWindow, order: Order) -> None:
    desk.open_document("orders", "SO-2")
    press(Qt.Key.Key_W, CTRL)
    assert desk.current_screen is order
    assert desk.tabs.screens == (order,)


def test_a_tab_that_does_not_let_go_stays(desk: MainWindow, order: Order) -> None:
    order.closable = False
    press(Qt.Key.Key_W, CTRL)
    assert desk.tabs.screens == (order,)
    assert not desk.close()
    order.closable = True


def test_the_last_tab_closed_leaves_words_and_keys(qtbot, desk: MainWindow) -> None:
    press(Qt.Key.Key_W, CTRL)
    assert desk.current_screen is None
    assert desk._empty.isVisible()
    assert desk.key_bar.action_ids == ("help", "order.new")


# keys


def test_a_key_reaches_the_screen_on_top(desk: MainWindow, order: Order) -> None:
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Enter, CTRL)
    assert order.ran == ["price.why", "finish", "finish"]


def test_a_key_that_the_screen_does_not_offer_does_nothing(desk: MainWindow, order: Order) -> None:
    press(Qt.Key.Key_F12)
    assert order.ran == []
    order.offered = ("stock.show",)
    order.actions_changed.emit()
    press(Qt.Key.Key_F12)
    assert order.ran == ["stock.show"]


def test_the_key_bar_shows_what_works_now_in_the_screens_words(desk: MainWindow, order: Order) -> None:
    assert desk.key_bar.action_ids == ("help", "edit", "price.why", "finish", "undo", "order.new")
    buttons = {button.spec.id: (button.key, button.text()) for button in desk.key_bar._buttons}
    assert buttons["finish"] == ("Ctrl+Enter", "Approve")
    assert buttons["undo"] == ("Ctrl+Z", "Undo")


def test_a_click_on_the_key_bar_is_the_key_and_leaves_the_focus(
    qtbot, desk: MainWindow, order: Order
) -> None:
    button = next(one for one in desk.key_bar._buttons if one.spec.id == "price.why")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert order.ran == ["price.why"]
    assert order.box.hasFocus()


def test_a_menu_has_its_icons_when_it_opens(desk: MainWindow) -> None:
    for name in {spec.menu for spec in ACTIONS if spec.menu}:
        desk.commands.menu(name).aboutToShow.emit()
    drawn = {spec.id for spec in ACTIONS if spec.menu and not desk.commands.made(spec.id).icon().isNull()}
    assert drawn == {spec.id for spec in ACTIONS if spec.menu and spec.icon}


def test_menus_hold_every_action_of_the_table_that_has_one(desk: MainWindow) -> None:
    names = {spec.menu for spec in ACTIONS if spec.menu}
    listed = {one.objectName() for name in names for one in desk.commands.menu(name).actions()}
    assert listed - {""} == {spec.id for spec in ACTIONS if spec.menu}


def test_f6_walks_the_panes_and_shift_f6_back(desk: MainWindow, order: Order) -> None:
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_F6)
        seen.append(focused())
    assert seen[:2] == [order.second, order.page_box]
    assert seen[2] is desk.rail.landing()
    assert seen[2].objectName() == "rail.orders"
    press(Qt.Key.Key_F6, SHIFT)
    assert focused() is order.page_box


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_focus(desk: MainWindow, key: Qt.Key) -> None:
    child(desk.rail, RailButton, "rail.warehouse").setFocus()
    press(key)
    assert desk.rail.landing() is child(desk.rail, RailButton, "rail.warehouse")


def test_a_held_enter_presses_a_button_once(desk: MainWindow) -> None:
    folds = child(desk.rail, RailButton, "rail.fold")
    folds.setFocus()
    was = desk.rail.is_folded
    press(Qt.Key.Key_Return)
    for _ in range(2):
        again = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
        )
        QCoreApplication.sendEvent(folds, again)
    assert desk.rail.is_folded is not was


def test_tab_walks_the_rail_from_top_to_bottom(desk: MainWindow) -> None:
    child(desk.rail, RailButton, "rail.orders").setFocus()
    walked = []
    for _ in range(2):
        press(Qt.Key.Key_Tab)
        walked.append(focused().objectName())
    assert walked == ["rail.warehouse", "rail.fold"]


def test_the_context_panel_never_takes_the_focus(desk: MainWindow, order: Order) -> None:
    assert desk.context.isVisible()
    press(Qt.Key.Key_F2, ALT)
    assert not desk.context.isVisible()
    press(Qt.Key.Key_F2, ALT)
    assert desk.context.isVisible()
    assert order.box.hasFocus()


def test_the_context_panel_shows_the_page_of_the_screen_on_top(desk: MainWindow, order: Order) -> None:
    assert desk.context.page is order.page
    desk.open_area("warehouse")
    assert not desk.context.isVisible()
    desk.open_area("orders")
    assert desk.context.page is order.page
    assert order.page.isVisible()


def test_ctrl_shift_h_lets_the_input_method_into_the_focused_box(desk: MainWindow, order: Order) -> None:
    press(Qt.Key.Key_H, CTRL | SHIFT)
    assert order.box.lets_ime_in
    assert desk.status._ime.text() == "Han"
    press(Qt.Key.Key_H, CTRL | SHIFT)
    assert not order.box.lets_ime_in
    assert desk.status._ime.text() == "ABC"


def test_f11_gives_the_room_to_the_work_and_back(desk: MainWindow, order: Order) -> None:
    width = order.width()
    press(Qt.Key.Key_F11)
    QApplication.processEvents()
    assert order.width() == desk.width()
    press(Qt.Key.Key_F11)
    QApplication.processEvents()
    assert order.width() == width


def test_ctrl_plus_makes_the_text_larger(desk: MainWindow) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    assert theme().scale == 110
    press(Qt.Key.Key_0, CTRL)
    assert theme().scale == 100


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F1, CTRL)]
)
def test_the_key_sheet_lists_the_keys_and_narrows(
    qtbot, desk: MainWindow, order: Order, key, modifiers
) -> None:
    press(key, modifiers)
    sheet = child(desk, KeySheet)
    qtbot.waitUntil(sheet.box.hasFocus)
    keys = {row.id: row.keys for row in sheet.table.rows_model.rows}
    assert keys["finish"] == "Ctrl+Enter"
    assert keys["area.2"] == "Ctrl+2"
    assert "stock.show" not in keys
    type_text("ctrl+ent")
    assert [row.id for row in sheet.table.rows_model.rows] == ["finish"]
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


# messages


def test_a_message_shows_icon_word_and_sentence(desk: MainWindow, order: Order) -> None:
    order.say("ui.rail.spoken", "warn", area="<b>Line 4</b>", n=3)
    assert desk.strip._word.text() == "Check"
    assert desk.strip._text.whole_text == "<b>Line 4</b>, 3 waiting"
    assert order.box.hasFocus()


def test_escape_steps_back_in_the_screen_first_and_then_dismisses(desk: MainWindow, order: Order) -> None:
    order.say("ui.strip.nothing")
    order.handles_back = True
    press(Qt.Key.Key_Escape)
    assert desk.strip.message is not None
    order.handles_back = False
    press(Qt.Key.Key_Escape)
    assert desk.strip.message is None
    assert order.ran == ["back", "back"]


def test_a_way_on_is_a_button(qtbot, desk: MainWindow) -> None:
    undone: list[int] = []
    desk.say(
        Message("ui.strip.nothing", buttons=(MessageButton("ui.strip.undo", lambda: undone.append(1), "z"),))
    )
    button = desk.strip.buttons[0]
    assert button.text() == "Undo  z"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [1]


def test_a_way_on_closes_in_time(qtbot, desk: MainWindow) -> None:
    desk.say(Message("ui.strip.nothing", buttons=(MessageButton("ui.strip.undo", lambda: None, seconds=0),)))
    qtbot.waitUntil(lambda: [one.objectName() for one in desk.strip.buttons] == ["strip.ui.strip.dismiss"])
    assert desk.strip.message is not None


def test_the_newest_message_is_on_top_and_the_others_are_kept(qtbot, desk: MainWindow, order: Order) -> None:
    order.say("ui.strip.nothing")
    order.say("ui.status.busy", "error")
    press(Qt.Key.Key_M, CTRL | SHIFT)
    popup = child(desk.strip, HistoryPopup)
    texts = [popup.list.item(at).text() for at in range(popup.list.count())]
    assert texts == ["Stopped  Working", "Note  No messages yet"]
    popup.close()


def test_the_room_of_the_strip_is_always_kept(desk: MainWindow, order: Order) -> None:
    before = order.geometry()
    order.say("ui.strip.nothing", "error")
    QApplication.processEvents()
    assert order.geometry() == before


def test_many_problems_of_a_screen_are_heard_after_its_tab_closed(desk: MainWindow, order: Order) -> None:
    order.say("ui.strip.nothing", "warn")
    desk.tabs.close_screen(order)
    assert [one.code for one in desk.strip.history] == ["ui.strip.nothing"]


# language, status


def test_everything_changes_its_language_at_once(qtbot, desk: MainWindow, order: Order) -> None:
    order.say("ui.strip.nothing", "warn")
    toggle = child(desk.status, QToolButton, "status.language")
    assert toggle.text().strip() == "中文"
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert language().current == "zh"
    assert toggle.text().strip() == "English"
    assert desk.tabs.bar.tabText(0) == "新建订单 *"
    assert desk.windowTitle() == "新建订单 - 订单台"
    assert desk.commands.menu("file").title() == "文件(&F)"
    assert desk.commands.made("draft.save").text() == "保存草稿\tCtrl+S"
    assert desk.strip._text.whole_text == "还没有消息"
    assert desk.status._store_text.text() == "本地存储"
    assert {button.text() for button in desk.key_bar._buttons} >= {"编辑", "价格", "撤销"}
    assert desk.rail._buttons["orders"].text() == "新建订单"


def test_no_text_of_the_window_lacks_its_words(desk: MainWindow) -> None:
    for name in ("zh", "en"):
        language().switch_to(name)
        shown = [made.text() for made in desk.findChildren(QToolButton)]
        shown += [desk.commands.made(spec).text() for spec in ("finish", "help.keys", "area.1")]
        assert not [text for text in shown if "‹" in text]


def test_a_screen_says_what_it_holds(desk: MainWindow) -> None:
    assert desk.status._saved.text() == "Saved 10:42:07"
    assert desk.status._sum.whole_text == "14 lines CNY 18,240.00"


def test_a_busy_screen_says_so(desk: MainWindow, order: Order) -> None:
    order.busy.emit(True)
    assert desk.status._saved.text() == "Working"
    order.busy.emit(False)
    assert desk.status._saved.text() == "Saved 10:42:07"


def test_a_badge_counts_what_waits(desk: MainWindow) -> None:
    desk.set_badge("warehouse", 7)
    assert desk.rail._buttons["warehouse"].badge == 7
    assert desk.rail._buttons["warehouse"].accessibleName() == "Pick, 7 waiting"
    desk.set_person(MANAGER)
    assert desk.rail._buttons["warehouse"].badge == 7


def test_closing_the_window_is_told(qtbot, desk: MainWindow) -> None:
    with qtbot.waitSignal(desk.closed):
        desk.close()


def test_a_window_without_a_person_can_be_shown(qtbot) -> None:
    window = MainWindow(areas())
    show(qtbot, window)
    assert window.current_screen is None
    assert window.status.people.text().strip() == "Choose a person"


# room


def clipped(window: MainWindow) -> list[str]:
    """Return the widgets of the shell with words that are smaller than their words need."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    from orderdesk.ui.labels import ElidedLabel

    found = []
    worded: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel)]
    worded.extend(window.findChildren(QAbstractButton))
    for widget in worded:
        if not widget.isVisible() or isinstance(widget, ElidedLabel) or not widget.text():
            continue
        needed = widget.sizeHint()
        if widget.width() < needed.width() or widget.height() < needed.height():
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.size()} < {needed}")
        inside = window.rect().contains(window.mapFromGlobal(widget.mapToGlobal(widget.rect().bottomRight())))
        if not inside:
            found.append(f"{type(widget).__name__} {widget.objectName()} stands outside")
    return found


@pytest.mark.parametrize("name", ["en", "zh"])
@pytest.mark.parametrize("scale", [90, 100, 125, 150, 175, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_no_words_are_cut_at_any_size_and_scale(qtbot, qapp, size, scale: int, name) -> None:
    language().switch_to(name)
    theme().apply(qapp, "light", scale)
    window = open_desk(qtbot, MANAGER, size)
    window.open_area("orders")
    window.set_badge("inbox", 120)
    window.say(
        Message(
            "ui.shell.empty", severity="warn", buttons=(MessageButton("ui.strip.undo", lambda: None, "z"),)
        )
    )
    qapp.processEvents()
    assert (window.width(), window.height()) == size
    assert clipped(window) == []


def test_the_tabs_take_the_height_of_their_text_and_give_it_back(desk: MainWindow, qapp) -> None:
    def height_at(scale: int) -> int:
        theme().apply(qapp, "light", scale)
        qapp.processEvents()
        bar = desk.tabs.bar
        assert bar.height() == bar.tabRect(0).height()
        return bar.height()

    usual = height_at(100)
    assert height_at(200) > usual
    assert height_at(100) == usual


def test_at_200_percent_the_work_keeps_the_greater_part(qtbot, qapp) -> None:
    theme().apply(qapp, "light", 200)
    window = open_desk(qtbot)
    assert window.rail.is_folded
    assert not window.context.isVisible()
    assert top(window).width() > window.width() * 0.9
    top(window).context_requested.emit()
    assert window.context.isVisible()
    assert top(window).width() > window.width() * 0.5


def test_a_low_window_spends_one_row_on_keys(qtbot, qapp) -> None:
    window = open_desk(qtbot, CLERK, (1366, 768))
    top(window).offered = tuple(spec.id for spec in ACTIONS if spec.place == "entry" and spec.keys)
    top(window).actions_changed.emit()
    qapp.processEvents()
    row = window.key_bar.height() // 2
    theme().apply(qapp, "light", 200)
    qapp.processEvents()
    assert window.key_bar.height() < row * 3
    theme().apply(qapp, "light", 100)
    qapp.processEvents()
    assert window.key_bar.height() == row * 2

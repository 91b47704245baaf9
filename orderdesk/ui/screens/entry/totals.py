"""The foot of an order: what it comes to, which way it would go if sent now, and its buttons."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from orderdesk.rules.approval import reason_words
from orderdesk.rules.facts import ApprovalReason, PricedOrder, Route
from orderdesk.services.entry import Evaluation
from orderdesk.ui import icons
from orderdesk.ui.actions import action, key_text
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.labels import TwoLineLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, repolish, set_tooltip
from orderdesk.ui.screens.entry.wording import amount_text, readable
from orderdesk.ui.theme import theme
from orderdesk.wire.drafts import OrderDraft

_FIGURES = ("lines", "goods", "discount", "freight", "tax", "rounding")
_NOTHING = "–"


class Figure(QWidget):
    """A figure under its word."""

    def __init__(self, word: str, parent: QWidget, role: str = "strong") -> None:
        super().__init__(parent)
        self._word = word
        self.caption = Label(parent=self, role="caption")
        self.value = Label(parent=self, role=role)
        self.value.setObjectName(f"{word}.value")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.caption)
        column.addStretch(1)
        column.addWidget(self.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str) -> None:
        """Show the figure."""
        self.value.setText(text)
        self.setAccessibleName(f"{self.caption.text()} {text}")

    def retranslate(self, **params: object) -> None:
        """Say the word in the present language."""
        self.caption.setText(tr(self._word, **params))


class TotalsCard(QFrame):
    """Totals, route preview, buttons."""

    action_clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.totals")
        self.setProperty("role", "card")
        self._figures = {name: Figure(f"entry.total.{name}", self) for name in _FIGURES}
        self._total = Figure("entry.total.total", self, role="total")
        self._total.setObjectName("entry.total")
        self._route_icon = Label(parent=self)
        self._route = TwoLineLabel(self)
        self._route.setObjectName("entry.route")
        self._save = self._button("draft.save")
        self._submit = self._button("finish", main=True)
        self._draft: OrderDraft | None = None
        self._evaluation: Evaluation | None = None
        self._waiting = False
        self._sends = "entry.action.submit"
        self._lay_out()
        language().follow(self)
        theme().changed.connect(self.retranslate)

    @property
    def submit_button(self) -> QPushButton:
        """The last stop of the Tab path."""
        return self._submit

    @property
    def route_text(self) -> str:
        """The approval preview in words."""
        return self._route.whole_text

    @property
    def total_text(self) -> str:
        """The amount due as shown."""
        return self._total.value.text()

    def show_evaluation(self, draft: OrderDraft, evaluation: Evaluation | None, *, waiting: bool) -> None:
        """Show what the draft comes to."""
        self._draft, self._evaluation, self._waiting = draft, evaluation, waiting
        self._show_figures()
        self._show_route()

    def show_change(self, changes: bool) -> None:
        """Name the main action of a sent order that is being changed; nothing of it is saved on the way."""
        self._sends = "change.send" if changes else "entry.action.submit"
        self._save.setVisible(not changes)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the present language."""
        currency = self._draft.currency if self._draft is not None else ""
        for figure in self._figures.values():
            figure.retranslate()
        self._total.retranslate(currency=currency)
        self._dress(self._save, "ui.action.draft.save", "save", "text_quiet")
        self._dress(self._submit, self._sends, "send", "on_accent")
        self._bottom.arrange()
        self._show_figures()
        self._show_route()

    def _show_figures(self) -> None:
        draft, priced = self._draft, self._evaluation.priced if self._evaluation is not None else None
        if draft is None:
            return
        self._total.retranslate(currency=draft.currency)
        values = _figures(draft, priced)
        self._figures["lines"].show_value(str(_complete_lines(draft)))
        for name, value in values.items():
            shown = _NOTHING if not value and name in ("discount", "rounding", "freight") else None
            sign = "−" if name in ("discount", "rounding") and value else ""
            text = shown or sign + amount_text(value, draft.currency)
            self._figures[name].show_value("…" if self._waiting else text)
        total = priced.total if priced is not None else Decimal(0)
        self._total.show_value("…" if self._waiting else amount_text(total, draft.currency))

    def _show_route(self) -> None:
        evaluation = self._evaluation
        route = evaluation.route if evaluation is not None else None
        if self._waiting or route is None:
            self._route_icon.setPixmap(icons.pixmap("clock" if self._waiting else "info", "text_faint"))
            self._route.show_text(tr("entry.waiting" if self._waiting else "entry.route.nothing"))
            return
        asks = bool(route.steps)
        self._route_icon.setPixmap(
            icons.pixmap("user-check" if asks else "circle-check", "warn" if asks else "done")
        )
        self._route.show_text(route_text(route, self._draft.currency if self._draft else ""))

    def _button(self, action_id: str, *, main: bool = False) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"entry.button.{action_id}")
        button.setAutoDefault(False)
        if main:
            button.setProperty("role", "main")
        button.clicked.connect(lambda: self.action_clicked.emit(action_id))
        return button

    def _dress(self, button: QPushButton, word: str, picture: str, tone: str) -> None:
        key = key_text(action(button.objectName().removeprefix("entry.button.")).keys[0])
        button.setText(f" {tr(word)}  {key}")
        button.setIcon(icons.icon(picture, tone))
        button.setIconSize(QSize(theme().size("icon"), theme().size("icon")))
        set_tooltip(button, f"{tr(word)}  {key}")
        repolish(button)

    def _lay_out(self) -> None:
        figures = WrapRow(self, gap=20)
        for name in _FIGURES:
            figures.add(self._figures[name], 44 if name == "lines" else 76, 0 if name == "lines" else 1)
        figures.add(self._total, 168, 2)
        self._total.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._total.caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        way = QWidget(self)
        beside = QHBoxLayout(way)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._route_icon)
        beside.addWidget(self._route, 1)
        self._bottom = WrapRow(self, gap=8)
        self._bottom.add(way, 260, 1)
        self._bottom.add(self._save, 0)
        self._bottom.add(self._submit, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(8)
        column.addWidget(figures)
        column.addWidget(self._bottom)


def _complete_lines(draft: OrderDraft) -> int:
    return sum(1 for line in draft.lines if line.item_id is not None and line.quantity)


def _figures(draft: OrderDraft, priced: PricedOrder | None) -> dict[str, Decimal]:
    """Return the figures in the order's typed basis; goods are before the order's discount."""
    zero = Decimal(0)
    if priced is None:
        return dict.fromkeys(("goods", "discount", "freight", "tax", "rounding"), zero)
    gross = draft.prices_include_tax
    goods = priced.goods_gross + priced.rounding if gross else priced.goods_net
    return {
        "goods": goods + priced.order_discount,
        "discount": priced.order_discount,
        "freight": priced.freight_gross if gross else priced.freight_net,
        "tax": priced.total_tax,
        "rounding": priced.rounding,
    }


def route_text(route: Route, currency: str) -> str:
    """Return the way of an order in one line: who is asked and why, or which row lets it through."""
    if not route.steps:
        code, params = reason_words(_through(route), route.facts)
        return tr("entry.route.through", row=route.through_row, why=tr(code, **readable(params, currency)))
    steps = []
    for step in route.steps:
        code, params = reason_words(step.reasons[0], route.facts)
        why = tr(code, **readable(params, currency))
        steps.append(tr("entry.route.step", role=f"term.role.{step.role}", why=why))
    return tr("entry.route.asks", steps=tr("entry.route.then").join(steps))


def _through(route: Route) -> ApprovalReason:
    return ApprovalReason(route.through_row or 0, route.through_note)

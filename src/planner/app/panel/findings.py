"""The list of findings: most points first, at most one open, steady while a change is previewed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from planner.advice.fixes import RankedFix
from planner.app.controls.labels import label, show_text
from planner.app.controls.shapes import PaintsMarks
from planner.app.panel.details import FindingDetails
from planner.app.panel.finding_card import FindingCard
from planner.app.panel.rows import Fate, FindingRow
from planner.app.panel.wishes import Answers, Wishes
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_16
from planner.guidance import Finding
from planner.guidance.shown import sum_shown
from planner.messages import Format
from planner.typography.scale import SMALL

MOST_SHOWN = 60
"""Cards that are made; what lies beyond costs a fraction of a point and is counted in a line."""


class FindingList(QWidget):
    """Cards for the findings, in a scrolled column."""

    def __init__(
        self, look: Look, paints: PaintsMarks, form: Format, *, answers: Answers, wishes: Wishes
    ) -> None:
        super().__init__()
        self._look, self._paints, self._form = look, paints, form
        self._answers, self._wishes = answers, wishes
        self._cards: list[FindingCard] = []
        self._open_key: tuple[str, ...] | None = None
        self._is_fix_awaited = False
        self._place: int | None = None
        self._is_held = False
        self._column = QVBoxLayout()
        self._column.setContentsMargins(SPACE_8, 0, SPACE_8, SPACE_8)
        self._column.setSpacing(SPACE_4 // 2)
        self._beyond = label(look, style=SMALL, tone="second", wraps=True)
        self._beyond.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        self._beyond.hide()
        self._head = QVBoxLayout()
        self._tail = QVBoxLayout()
        self._scroll = self._scrolled()

    @property
    def open_key(self) -> tuple[str, ...] | None:
        """The key of the open finding, None when all are closed."""
        return self._open_key

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """The cards that show, in order."""
        return tuple(card for card in self._cards if card.isVisibleTo(self))

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the findings, inside the same scrolled column."""
        self._tail.addWidget(widget)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget over the findings, inside the same scrolled column."""
        self._head.addWidget(widget)
        self._fit_edge(beside=False)

    def show_rows(self, rows: Sequence[FindingRow], *, is_preview: bool) -> None:
        """Show findings; while previewing, the open one stays as it is.

        The details of the open finding keep their words until ``renew_open``.
        """
        shown = rows[:MOST_SHOWN]
        self._is_fix_awaited = False
        while len(self._cards) < len(shown):
            self._add_card()
        details = self._released(shown)
        for card, row in zip(self._cards, shown, strict=False):
            if card.is_open and (row.finding.key != self._open_key or row.fate is Fate.NEW):
                card.close_details()
            card.show_row(row)
            if details is not None and row.finding.key == self._open_key:
                card.take(details)
                details = None
            card.setVisible(True)
        for card in self._cards[len(shown) :]:
            card.close_details()
            if card.hasFocus() and shown:
                self._cards[len(shown) - 1].setFocus()
            card.setVisible(False)
        self._count_beyond(rows[MOST_SHOWN:])
        if not is_preview and all(row.finding.key != self._open_key for row in shown):
            self._open_key = None

    def renew_open(self) -> None:
        """Bring evidence and fixes of the open finding up to the document as it is."""
        for card in self.cards:
            if card.is_open and card.finding is not None:
                fixes = self._answers.fixes_for(card.finding)
                if fixes is not None:
                    card.renew(fixes)

    def take_fixes(self, finding: Finding, fixes: Sequence[RankedFix]) -> None:
        """Show the fixes that were looked for, when their finding is still open."""
        for card in self.cards:
            if card.is_open and card.finding is finding:
                card.renew(fixes)
                if self._is_fix_awaited:
                    self._is_fix_awaited = False
                    card.apply_first_fix()

    def open(self, key: tuple[str, ...] | None) -> None:
        """Open the finding with a key and close the others; None closes all."""
        self._answers.settle()
        self._open_key = key
        self._is_fix_awaited, self._place = False, None
        for card in self._cards:
            finding = card.finding
            if finding is not None and finding.key == key and card.isVisibleTo(self):
                card.open(self._answers.fixes_for(finding))
                QTimer.singleShot(0, card, lambda card=card: self._scroll_to(card))
            else:
                card.close_details()

    def step(self, by: int) -> None:
        """Open the next or the previous finding, and show its place; the focus follows inside the list."""
        self._answers.settle()
        cards = self.cards
        if not cards:
            return
        at = next((place for place, card in enumerate(cards) if card.is_open), -1 if by > 0 else 0)
        card = cards[(at + by) % len(cards)]
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            card.setFocus()
        self._open_card(card)

    def keep_focus(self) -> None:
        """Let the open finding's card have the focus before its button goes, so that the list keeps it."""
        for card in self.cards:
            if card.is_open:
                card.setFocus()

    def apply_first_fix(self) -> None:
        """Apply the best fix of the open finding, once it is found; when none is open, open the first."""
        self._answers.settle()
        is_open = [card for card in self.cards if card.is_open]
        if not is_open:
            self.step(1)
        for card in is_open:
            fixes = self._answers.fixes_for(card.finding) if card.finding is not None else ()
            self._is_fix_awaited = fixes is None
            if fixes is not None:
                card.renew(fixes)
                card.apply_first_fix()

    def _released(self, shown: Sequence[FindingRow]) -> FindingDetails | None:
        """The details of the open finding, when another card tells it from now on."""
        for place, card in enumerate(self._cards):
            is_told_here = place < len(shown) and shown[place].finding.key == self._open_key
            if card.is_open and not is_told_here:
                is_told = any(row.finding.key == self._open_key for row in shown)
                return card.release() if is_told else None
        return None

    def _count_beyond(self, rows: Sequence[FindingRow]) -> None:
        """Say how many findings have no card, and what they cost, so that the points add up."""
        lost = sum_shown(row.points for row in rows if row.fate is not Fate.RESOLVED)
        words = f"and {self._form.integer(len(rows))} more, {self._form.loss(lost)}"
        show_text(self._beyond, words if rows else "")

    def _add_card(self) -> None:
        card = FindingCard(self._look, self._paints, self._form, answers=self._answers, wishes=self._wishes)
        card.clicked.connect(lambda: self._toggle(card))
        card.entered.connect(lambda: self._open_card(card))
        card.stepped.connect(lambda by: self._focus_beside(card, by))
        card.installEventFilter(self)
        self._column.insertWidget(len(self._cards), card)
        self._cards.append(card)

    def _toggle(self, card: FindingCard) -> None:
        if card.is_open:
            self.open(None)
        else:
            self._open_card(card)

    def _open_card(self, told: FindingCard) -> None:
        """Open a card's finding, which another card may tell once the list is settled, or none any more."""
        key = told.finding.key if told.finding is not None else None
        self._answers.settle()
        card = next((each for each in self.cards if each.finding and each.finding.key == key), None)
        finding = card.finding if card is not None else None
        if card is None or finding is None:
            return
        if not card.is_open:
            self.open(finding.key)
        self._wishes.place_wanted.emit(finding.subjects, finding.severity.value)

    def _focus_beside(self, card: FindingCard, by: int) -> None:
        cards = self.cards
        place = min(max(cards.index(card) + by, 0), len(cards) - 1)
        cards[place].setFocus()
        self._scroll_to(cards[place])

    def _scroll_to(self, card: FindingCard) -> None:
        """Bring a card into view; of one that is higher than the view, its beginning."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what opened has its height
        if card.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(card.y())
        else:
            self._scroll.ensureWidgetVisible(card, 0, SPACE_8)
        self._remember_place()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head)
        column.addLayout(self._column)
        column.addWidget(self._beyond)
        column.addLayout(self._tail)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        area.verticalScrollBar().installEventFilter(self)
        area.verticalScrollBar().valueChanged.connect(self._remember_place)
        area.verticalScrollBar().rangeChanged.connect(self._hold_place)
        return area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the scroll bar room beside the cards, so that points end where they end without it.

        The open card stays where it is read when what stands above it grows, such as the best next move.
        """
        if isinstance(watched, FindingCard):
            if event.type() is QEvent.Type.Move and watched.is_open:
                self._hold_place()
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._fit_edge(beside=event.type() is QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _remember_place(self) -> None:
        """Know how high the open card stands, once it or its reader has come to rest."""
        card = next((card for card in self._cards if card.is_open), None)
        at = self._scroll.verticalScrollBar().value()
        if not self._is_held:
            self._place = card.y() - at if card is not None and at > 0 else None

    def _hold_place(self) -> None:
        """Scroll by as much as the open card moved; the length of the column may follow only after that."""
        card = next((card for card in self._cards if card.is_open), None)
        if card is None or self._place is None:
            return
        self._is_held = True
        self._scroll.verticalScrollBar().setValue(card.y() - self._place)
        self._is_held = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stood above the findings may have left with another height."""
        super().resizeEvent(event)
        self._fit_edge(beside=self._scroll.verticalScrollBar().isVisible())

    def _fit_edge(self, *, beside: bool) -> None:
        room = self._scroll.verticalScrollBar().sizeHint().width() if beside and not self._head.count() else 0
        margins = self._column.contentsMargins()
        margins.setRight(max(0, SPACE_8 - room))
        self._column.setContentsMargins(margins)

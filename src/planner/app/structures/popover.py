"""The comparison of structures: four rows, the chosen one at length, and its preview in the score panel.

Each row costs about a review of the layout. As many are worked out before the popover is seen as take no
longer than a blink, the others one by one while it is open, so that the window never stands still.
"""

from collections.abc import Callable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.advice.structures import StructureScore, by_fit, ranked, scored
from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.labels import show_text
from planner.app.controls.popover import Popover
from planner.app.document import Document, Preview
from planner.app.structures.details import StructureDetails
from planner.app.structures.row import FIGURE_WIDTH, StructureRow
from planner.app.structures.wording import company, plain, recommends
from planner.app.theme import Look
from planner.app.theme.growing import keep_width
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, STATUS_BAR_HEIGHT
from planner.domain import Structure
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY, LABEL, PANEL_TITLE, SMALL

WIDTH: Final = 560
DETAILS_LEAST: Final = 96
AT_ONCE: Final = 0.05
"""Seconds that may go by before the popover is seen."""


class StructuresPopover(Popover):
    """What the layout would be worth in each structure.

    Signals:
        previewed(object): the Preview of the chosen structure, None when there is none.
        applied(object): the StructureScore whose edit the user wants done; the popover is closed by then.
    """

    previewed = Signal(object)
    applied = Signal(object)

    def __init__(
        self,
        look: Look,
        ink: Ink,
        window: QWidget,
        document: Document,
        *,
        new_id: Callable[[], str],
        form: Format = ENGLISH,
    ) -> None:
        super().__init__(look, window, width=WIDTH)
        self._document, self._new_id, self._form = document, new_id, form
        self._scores: dict[Structure, StructureScore] = {}
        self._waiting: list[Structure] = []
        self._chosen: Structure | None = None
        self._was_chosen = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._score_next)
        self._company = label(look, style=SMALL, tone="second")
        self._why = label(look, style=BODY, wraps=True)
        self._recommended = self._reason = ""
        self._now = [label(look, style=LABEL, tone="second") for _ in range(2)]
        self._list = QWidget()
        self._list_place = 0
        self._rows = [StructureRow(look, ink, document.pack, form) for _ in Structure]
        self._group = QButtonGroup(self)
        self.details = StructureDetails(look, ink, document.pack, form)
        self._scroll = _scrolling(self.details)
        self._note = label(look, style=SMALL, tone="second", wraps=True)
        self._apply = make_button(look, "Apply", Kind.PRIMARY, on_click=self.apply)
        self.setAccessibleName("Structures: what this layout would score in each")
        self._lay_out(look)
        self._connect(document)

    @property
    def rows(self) -> tuple[StructureRow, ...]:
        """The rows as they stand, from above."""
        return tuple(self._rows)

    @property
    def chosen(self) -> StructureScore | None:
        """The chosen structure with what it would score, None while that is being worked out."""
        return self._scores.get(self._chosen) if self._chosen is not None else None

    @property
    def is_complete(self) -> bool:
        """Whether all structures are scored."""
        return not self._waiting

    @property
    def apply_button(self) -> QWidget:
        """The button that applies the chosen structure."""
        return self._apply

    def open_beside(self, anchor: QWidget, panel: QWidget) -> None:
        """Open under an anchor, clear of the panel that shows the preview where there is room."""
        self._begin()
        top = anchor.mapTo(self._host, QPoint(0, anchor.height())).y() - SPACE_4
        room = self._host.height() - STATUS_BAR_HEIGHT - top
        self._stand_rows(scrolling=False)
        natural = self._natural_height()
        self._explain(at_length=natural <= room)
        self._stand_rows(scrolling=self._height_of_the_rest() + DETAILS_LEAST > room)
        self.setFixedHeight(min(natural, room))
        self.open_below(anchor)
        edge = panel.mapTo(self._host, QPoint(0, 0)).x() if panel.isVisible() else self._host.width()
        self.move(max(0, edge - self.width()), top)
        row = next(row for row in self._rows if row.structure is self._chosen)
        row.setFocus(Qt.FocusReason.PopupFocusReason)
        self._preview()

    def choose(self, structure: Structure) -> None:
        """Choose a structure as a click on its row does."""
        next(row for row in self._rows if row.structure is structure).click()

    def apply(self) -> None:
        """Close, and have the chosen structure applied, where it changes anything."""
        chosen = self.chosen
        if chosen is not None and chosen.changes:
            self.close_it()
            self.applied.emit(chosen)

    def close_it(self) -> None:
        """Close, take the preview back, and stop working."""
        was_open = not self.isHidden()
        self._timer.stop()
        super().close_it()
        if was_open:
            self.previewed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply on Enter, wherever in the popover the focus is; close on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _begin(self) -> None:
        """Start over with the shown scenario, and score what takes no time."""
        scenario, pack = self._document.scenario, self._document.pack
        self._scores.clear()
        self._was_chosen = False
        order = by_fit(pack, scenario)
        self._waiting = list(order)
        self._chosen = order[0]
        self._company.setText(company(scenario, self._form))
        self._recommended, self._reason = recommends(pack, scenario, self._form)
        self._explain(at_length=True)
        score = self._document.review.score
        for text, figure in zip(self._now, (score.as_drawn, score.total), strict=True):
            text.setText(self._form.decimals(figure) if figure is not None else "–")
        for row, structure in zip(self._rows, order, strict=True):
            row.show_waiting(structure)
        began = perf_counter()
        while self._waiting and perf_counter() - began < AT_ONCE:
            self._score_one()
        self._show_chosen()
        if self._waiting:
            self._timer.start()

    def _score_next(self) -> None:
        self._score_one()
        if self._chosen in self._scores and not self.isHidden():
            self._show_chosen()
            self._preview()
        if self._waiting:
            self._timer.start()

    def _score_one(self) -> None:
        structure = self._waiting.pop(0)
        self._scores[structure] = scored(self._document.review, structure, new_id=self._new_id)
        if self._waiting or self._was_chosen:
            row = next(row for row in self._rows if row.structure is structure)
            row.show_score(self._scores[structure])
            return
        for row, score in zip(self._rows, ranked(tuple(self._scores.values())), strict=True):
            row.show_score(score)

    def _show_chosen(self) -> None:
        for row in self._rows:
            row.setChecked(row.structure is self._chosen)
        chosen = self.chosen
        structure = self._chosen or Structure.CENTRALIZED
        self._apply.setText(f"Apply {plain(structure)}")
        self._apply.setEnabled(chosen is not None and chosen.changes)
        self._note.setText(_note(chosen))
        if chosen is not None:
            self.details.show_structure(chosen)
            self._scroll.verticalScrollBar().setValue(0)
        if self._scroll.isAncestorOf(self._list):
            self._scroll.ensureWidgetVisible(next(row for row in self._rows if row.structure is structure))

    def _explain(self, *, at_length: bool) -> None:
        """Give the reason above the rows, or in a low window among the details."""
        whole = f"{self._recommended} {self._reason}"
        self._why.setText(whole if at_length else self._recommended)
        show_text(self.details.reason, "" if at_length else whole)

    def _preview(self) -> None:
        chosen = self.chosen
        if chosen is None or chosen.edited is None or chosen.converted is None or not chosen.changes:
            self.previewed.emit(None)
        else:
            self.previewed.emit(Preview(chosen.edited, chosen.converted))

    def _pick(self, row: StructureRow) -> None:
        self._was_chosen = True
        if row.structure is not self._chosen:
            self._chosen = row.structure
            self._show_chosen()
            self._preview()

    def _follow(self) -> None:
        if not self.isHidden():
            self._timer.stop()
            is_low = not self.details.reason.isHidden()
            self._begin()
            self._explain(at_length=not is_low)
            self._preview()

    # How it is laid out

    def _natural_height(self) -> int:
        """High enough for the longest of the structures, all of it seen."""
        width, rest = self.width(), self._height_of_the_rest()
        inside = width - self.content.contentsMargins().left() - self.content.contentsMargins().right()
        longest = DETAILS_LEAST
        for score in self._scores.values():
            self.details.show_structure(score)
            longest = max(longest, self.details.height_at(inside))
        self._show_chosen()
        return rest + longest + self.content.spacing() + 2 * SPACE_4

    def _height_of_the_rest(self) -> int:
        """How high all but the details stands."""
        self._scroll.hide()
        rest = self.content.totalHeightForWidth(self.width())
        self._scroll.show()
        return rest

    def _stand_rows(self, *, scrolling: bool) -> None:
        """Let the rows stand above the details, or scroll with them where a window is too low for both."""
        if scrolling:
            self.details.begin_with(self._list)
        else:
            self.content.insertWidget(self._list_place, self._list)

    def _connect(self, document: Document) -> None:
        for row in self._rows:
            self._group.addButton(row)
            row.clicked.connect(lambda _checked=False, row=row: self._pick(row))
            row.enter_pressed.connect(self.apply)
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._follow)

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.addWidget(label(look, "Structures", PANEL_TITLE), 1)
        head.addWidget(self._company)
        self.content.addLayout(head)
        self.content.addWidget(self._why)
        self.content.addLayout(self._heading(look))
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_4 + 2)
        for row in self._rows:
            rows.addWidget(row)
        self._list_place = self.content.count()
        self.content.addWidget(self._list)
        self.content.addSpacing(SPACE_4)
        self.content.addWidget(self._scroll, 1)
        self.content.addWidget(divider())
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_12)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._apply)
        self.content.addLayout(foot)

    def _heading(self, look: Look) -> QHBoxLayout:
        """The names of the two columns above what the layout is worth as it is."""
        heading = QHBoxLayout()
        heading.setContentsMargins(SPACE_8, 0, SPACE_12, 0)
        heading.setSpacing(0)
        words = label(look, "As it is now", LABEL, tone="second")
        heading.addWidget(words, 1, Qt.AlignmentFlag.AlignBottom)
        for name, figure in zip(("As drawn", "Total"), self._now, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            for text in (label(look, name, SMALL, tone="second"), figure):
                keep_width(look, text, FIGURE_WIDTH)
                text.setAlignment(Qt.AlignmentFlag.AlignRight)
                column.addWidget(text)
            heading.addLayout(column)
        return heading


def _note(chosen: StructureScore | None) -> str:
    if chosen is None:
        return ""
    if chosen.refusal is not None:
        return f"{chosen.refusal} Unlock it to apply this."
    if not chosen.changes:
        return "The layout has this structure already."
    return "Teams change shape. People keep their seats."


def _scrolling(inside: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    made.setProperty("part", "read")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName("Benefits and challenges of the chosen structure")
    return made

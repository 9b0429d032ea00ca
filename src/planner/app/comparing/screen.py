"""The comparison screen: scenarios beside each other, what differs between them, and who would move."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.advice.comparing import MOST, Comparison, SeverityCounts, compared, counting, first_choice
from planner.app.canvas.ink import Ink
from planner.app.comparing.choosing import ChooseScenarios
from planner.app.comparing.table import ComparisonTable
from planner.app.comparing.who_moves import WhoMoves
from planner.app.controls import Kind, label, make_button
from planner.app.controls.buttons import press
from planner.app.document import Document
from planner.app.moving.hints import Hint
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_16, SPACE_24
from planner.app.turns import Turns
from planner.guidance import Review
from planner.messages import ENGLISH, Format, message
from planner.typography.scale import BODY, PAGE_HEADING, PANEL_TITLE, SMALL

_HEADING: Final = "Compare scenarios"
NAME_MOST: Final = 220
"""What the name of a scenario takes of the status bar, in px at 100% text: the keys stand behind it."""


class ComparisonScreen(QWidget):
    """Follows the document while it is shown.

    Signals:
        opened(str): a scenario is to be shown on the canvas.
        left(): the user wants back to the chart.
        export_wanted(tuple): these scenarios, by their ids, are to be written as PDF.
        told(Hint, str): what the keys do now, and what is counted at the right of the status bar.
    """

    opened = Signal(str)
    left = Signal()
    export_wanted = Signal(object)
    told = Signal(object, str)

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        duplicate: Callable[[], object],
        form: Format = ENGLISH,
    ) -> None:
        super().__init__()
        self._document, self._fonts = document, look.fonts
        self._chosen: tuple[str, ...] = ()
        self._counts: dict[str, SeverityCounts] = {}
        self.setProperty("part", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_HEADING)
        self.table = ComparisonTable(document, look, ink, form)
        self.table.opened.connect(self.opened)
        self.table.moves_wanted.connect(self._list_moves)
        self.who_moves = WhoMoves(look, window)
        self.choosing = ChooseScenarios(look, window)
        self.choosing.chosen.connect(self._choose)
        self.differences = make_button(look, "Differences only", icon="filter")
        self.differences.setCheckable(True)
        self.differences.setToolTip("Hide rows that read the same in all scenarios (D)")
        self.differences.toggled.connect(lambda on: self.hide_equal(hides=on))
        self.choose = make_button(look, "", icon="chevron-down", on_click=self._offer)
        self.export = make_button(look, "Export comparison", icon="file-export")
        self.export.clicked.connect(lambda: self.export_wanted.emit(self._chosen))
        self.empty = _Empty(look, duplicate)
        self._lay_out(look)
        self._turns = Turns(self)
        self._turns.ended.connect(self._take_counts)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._renew)
        document.changed.connect(self._follow)

    @property
    def comparison(self) -> Comparison | None:
        """What is compared now."""
        return self.table.compared.comparison

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be counted."""
        comparison = self.comparison
        return not self._has_others or (
            comparison is not None and all(column.findings is not None for column in comparison.columns)
        )

    def show_all(self) -> None:
        """Show the scenarios as they are now, the focus on the one that is shown on the canvas."""
        self._chosen = first_choice(self._document.project, self._document.scenario_id)
        self._renew()
        target = self.table if self._has_others else self.empty.duplicate
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()  # now: what had the focus before takes its own hint away when it goes

    def stop(self) -> None:
        """Do nothing more until it is shown again."""
        self._turns.stop()
        self._soon.stop()
        for popover in (self.who_moves, self.choosing):
            popover.close_it()

    def hide_equal(self, *, hides: bool) -> None:
        """Show only rows that differ, or all of them."""
        self.differences.setChecked(hides)
        press(self.differences, pressed=hides, look=Kind.CHOSEN)
        self.table.hide_equal(hides=hides)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D shows differences only, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self._has_others:
                self.hide_equal(hides=not self.table.hides_equal)
        else:
            super().keyPressEvent(event)

    @property
    def _has_others(self) -> bool:
        return len(self._document.project.scenarios) > 1

    def _follow(self) -> None:
        """Compare anew, once for all that changes before the window comes to rest."""
        if self.isVisible():
            self._soon.start()

    def _renew(self) -> None:
        self._stack.setCurrentIndex(0 if self._has_others else 1)
        for button in (self.differences, self.choose, self.export):
            button.setVisible(self._has_others)
        if not self._has_others:
            self._turns.stop()
            self._tell()
            return
        scenarios = self._document.project.scenarios
        is_for_all = len(scenarios) <= MOST
        kept = tuple(each.id for each in scenarios if is_for_all or each.id in self._chosen)
        self._chosen = kept or first_choice(self._document.project, self._document.scenario_id)
        self._compare()
        self._turns.start(counting(self._reviews()))

    def _reviews(self) -> list[Review]:
        return [self._document.review_of(each) for each in self._chosen]

    def _compare(self) -> None:
        self.table.show_comparison(compared(self._reviews(), self._counts))
        count = len(self._document.project.scenarios)
        self.choose.setText(f"{len(self._chosen)} of {count} scenarios")
        self.choose.setVisible(count > MOST)
        self._tell()

    def _take_counts(self, counts: dict[str, SeverityCounts]) -> None:
        if self.isVisible() and counts != self._counts:
            self._counts = counts
            self._compare()

    def _choose(self, scenarios: tuple[str, ...]) -> None:
        self._chosen = scenarios
        self._renew()

    def _offer(self) -> None:
        self.choosing.open_for(self._document.project, self._chosen, self.choose)

    def _list_moves(self, scenario: str) -> None:
        comparison = self.comparison
        if comparison is not None:
            column = next(each for each in comparison.columns if each.scenario.id == scenario)
            self.who_moves.open_for(comparison, column, self.table.anchor)

    def _tell(self) -> None:
        comparison = self.comparison
        if not self._has_others or comparison is None:
            self.told.emit(
                Hint(message("Nothing to compare yet."), (("Esc", message("back to the chart")),)), ""
            )
            return
        last = min(len(self._document.project.scenarios), 9)
        name = " ".join(comparison.reference.scenario.name.split())
        name = self._fonts.elided(name, SMALL, NAME_MOST)
        keys = (
            (f"Alt 1–{last}", message("open scenario")),
            ("D", message("all rows") if self.table.hides_equal else message("differences only")),
            ("Esc", message("back to the chart")),
        )
        context = "same" if comparison.has_one_context else "not the same"
        counts = f"{len(comparison.columns)} scenarios · {context} company context"
        self.told.emit(Hint(message("Black tick on a bar = {scenario}.", scenario=name), keys), counts)

    def _lay_out(self, look: Look) -> None:
        heading = QHBoxLayout()
        heading.setContentsMargins(SPACE_24, 0, SPACE_24, 0)
        heading.setSpacing(SPACE_8)
        heading.addWidget(label(look, _HEADING, PAGE_HEADING))
        heading.addStretch(1)
        for button in (self.choose, self.differences, self.export):
            heading.addWidget(button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_16, 0, 0)
        column.setSpacing(SPACE_16)
        column.addLayout(heading)
        column.addWidget(self._stack, 1)


class _Empty(QWidget):
    """What stands there while a plan has one scenario alone, and the one thing to do."""

    def __init__(self, look: Look, duplicate: Callable[[], object]) -> None:
        super().__init__()
        self.words = label(look, "Duplicate this scenario to compare.", PANEL_TITLE)
        more = "The copy has the same people and teams. Change it, and see here what it gains and costs."
        about = label(look, more, BODY, tone="second", wraps=True)
        about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.duplicate = make_button(
            look, "Duplicate scenario", Kind.PRIMARY, icon="copy", on_click=duplicate
        )
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_8)
        column.addStretch(1)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(about)
        column.addSpacing(SPACE_8)
        column.addWidget(self.duplicate, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

"""Scenario tabs name the layouts of a plan, each with its rounded score, and show the one that is clicked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from planner.app.controls import ScorePill
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT, RADIUS_CONTROL, SPACE_12
from planner.domain import Difference, Scenario, Table
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG

_GAP = 10
_NAME_MOST = 180
_NUMBERED = 9


class ScenarioTab(QAbstractButton):
    """One scenario: its name and score; framed while its layout is shown."""

    def __init__(self, look: Look, scenario_id: str) -> None:
        super().__init__()
        self.scenario_id = scenario_id
        self._look = look
        self._name = ""
        self._pill = ScorePill(look)
        self._pill.setParent(self)
        self.setCheckable(True)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def show_scenario(self, name: str, total: float | None, judgement: str | None, words: str) -> None:
        """Show a name and a score; ``words`` is the band, for those who hear it."""
        self._name = name
        self._pill.show_score(total, judgement)
        score = "nothing to score yet" if total is None else f"score {round(total)}, {words}"
        self.setAccessibleName(f"Scenario {name}, {score}")
        self._pill.adjustSize()
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Name and score side by side; a long name is cut and told by the tool tip."""
        return QSize(SPACE_12 + self._name_width() + _GAP + self._pill.sizeHint().width() + SPACE_12, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row of tabs."""
        if Qt.Key(event.key()) in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: object) -> None:
        """Keep the score at the right."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of the shown one, the name, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setBrush(self._look.colour("surface"))
            painter.setPen(QPen(self._look.colour("line-2"), 1))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        elif self.underMouse():
            painter.setBrush(self._look.colour("sunken"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        font = self._look.font(BODY_STRONG if self.isChecked() else BODY_MEDIUM)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink" if self.isChecked() else "ink-2"))
        room = self._name_width()
        name = QFontMetricsF(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(SPACE_12, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _name_width(self) -> int:
        width = QFontMetricsF(self._look.font(BODY_STRONG)).horizontalAdvance(self._name)
        return min(_NAME_MOST, round(width) + 1)

    def _place(self) -> None:
        size = self._pill.sizeHint()
        left = self.width() - SPACE_12 - size.width()
        self._pill.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())


class ScenarioTabs(QScrollArea):
    """The tabs of a document's scenarios, in the plan's order; one tab stop, arrows go from tab to tab.

    Where there is no room for all of them they scroll, and the shown one is always in sight.
    """

    def __init__(self, look: Look, document: Document, *, on_rename: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._document, self._on_rename = look, document, on_rename
        self._tabs: list[ScenarioTab] = []
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)
        self.setWidget(self._strip)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for number in range(1, _NUMBERED + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(partial(self._choose_at, number - 1))
        document.changed.connect(self._follow)
        document.scenario_switched.connect(lambda _scenario: self._check())
        self._rebuild()

    @property
    def tabs(self) -> tuple[ScenarioTab, ...]:
        """The tabs from left to right."""
        return tuple(self._tabs)

    def sizeHint(self) -> QSize:
        """Room for all tabs."""
        return self._strip.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the shown tab at least."""
        shown = [tab.sizeHint().width() for tab in self._tabs if tab.isChecked()]
        return QSize(min([*shown, self._strip.sizeHint().width()]), CONTROL_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shown tab in sight."""
        super().resizeEvent(event)
        self._bring_into_sight()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()) // 2)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the tab beside with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        shown = next(place for place, tab in enumerate(self._tabs) if tab.isChecked())
        tab = self._tabs[(shown + step) % len(self._tabs)]
        tab.setFocus()
        self._document.show_scenario(tab.scenario_id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Rename the shown scenario."""
        self._on_rename()

    def _follow(self, difference: Difference) -> None:
        if any(change.table is Table.SCENARIOS for change in difference.changes):
            self._rebuild()
        else:
            self._show()

    def _rebuild(self) -> None:
        ids = [scenario.id for scenario in self._document.project.scenarios]
        if ids != [tab.scenario_id for tab in self._tabs]:
            for tab in self._tabs:
                self._row.removeWidget(tab)
                tab.hide()
                tab.deleteLater()
            self._tabs = [self._made(scenario_id) for scenario_id in ids]
        self._show()

    def _made(self, scenario_id: str) -> ScenarioTab:
        tab = ScenarioTab(self._look, scenario_id)
        tab.clicked.connect(lambda: self._choose(scenario_id))
        self._row.addWidget(tab)
        return tab

    def _choose_at(self, place: int) -> None:
        if place < len(self._tabs):
            self._choose(self._tabs[place].scenario_id)

    def _choose(self, scenario_id: str) -> None:
        self._document.show_scenario(scenario_id)
        self._check()

    def _show(self) -> None:
        for place, tab in enumerate(self._tabs, start=1):
            scenario = self._document.project.scenarios[tab.scenario_id]
            self._show_tab(tab, scenario)
            keys = f" (Alt+{place})" if place <= _NUMBERED else ""
            tab.setToolTip(f"{scenario.name}{keys}")
        self._check()

    def _show_tab(self, tab: ScenarioTab, scenario: Scenario) -> None:
        review = self._document.review_of(scenario.id)
        band = review.band
        judgement, words = (band.judgement, str(band.label).lower()) if band is not None else (None, "")
        tab.show_scenario(scenario.name, review.score.total, judgement, words)

    def _check(self) -> None:
        for tab in self._tabs:
            is_shown = tab.scenario_id == self._document.scenario_id
            tab.setChecked(is_shown)
            policy = Qt.FocusPolicy.StrongFocus if is_shown else Qt.FocusPolicy.ClickFocus
            tab.setFocusPolicy(policy)
        self.updateGeometry()
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        for tab in self._tabs:
            if tab.isChecked():
                self.ensureWidgetVisible(tab, 0, 0)

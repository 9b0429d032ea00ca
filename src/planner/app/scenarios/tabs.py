"""Scenario tabs name the layouts of a plan, each with its rounded score, and show the one that is clicked."""

from functools import cached_property, partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from planner.app.controls import make_tool_button
from planner.app.controls.labels import plain_tip
from planner.app.controls.sparing import give_viewport
from planner.app.document import Document
from planner.app.scenarios.name_field import TabName
from planner.app.scenarios.tab import ScenarioTab
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import CONTROL_HEIGHT, TARGET_LEAST
from planner.domain import Difference, Scenario, Table

_NUMBERED = 9
_SPACING = 4


class ScenarioTabs(QWidget):
    """The tabs of a document's scenarios, in the plan's order; one tab stop, arrows go from tab to tab.

    Where there is no room for all of them they scroll, with an arrow at both ends, and the shown one is in
    sight.

    Signals:
        chosen(str): a scenario was chosen by its tab, also the one that is shown.
        named(str, str): a scenario is to have this name.
        moved(str, int): a scenario is to stand at this place in the order.
        removal_asked(str): a scenario is to be removed.
        menu_asked(str, QPoint): a scenario's menu is wanted at a place on the screen.
    """

    chosen = Signal(str)
    named = Signal(str, str)
    moved = Signal(str, int)
    removal_asked = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, look: Look, document: Document) -> None:
        super().__init__()
        self._look, self._document = look, document
        self._tabs: list[ScenarioTab] = []
        self._dragged: ScenarioTab | None = None
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetFixedSize)
        self._area = _Area(self, self._strip)
        self._gap = _Gap(self._strip, look)
        self.earlier = make_tool_button(
            look, icon="arrow-left", name="Scenarios further left", side=TARGET_LEAST
        )
        self.later = make_tool_button(
            look, icon="arrow-right", name="Scenarios further right", side=TARGET_LEAST
        )
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._scroll, by))
            button.hide()
        keep_height(look, self, CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._area.horizontalScrollBar().valueChanged.connect(self._show_ends)
        for number in range(1, _NUMBERED + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(partial(self._choose_at, number - 1))
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._check)
        self._rebuild()

    @cached_property
    def name_field(self) -> TabName:
        """Where a name is typed, made when the first one is."""
        field = TabName(self)
        field.named.connect(self.named)
        return field

    @property
    def tabs(self) -> tuple[ScenarioTab, ...]:
        """The tabs from left to right."""
        return tuple(self._tabs)

    def tab_at(self, at: QPoint) -> str | None:
        """The scenario whose tab is at a point of the screen, None where there is none."""
        if not self.isVisible() or not self._area.rect().contains(self._area.mapFromGlobal(at)):
            return None
        held = (tab.scenario_id for tab in self._tabs if tab.rect().contains(tab.mapFromGlobal(at)))
        return next(held, None)

    def rename(self, scenario_id: str) -> None:
        """Let a scenario's name be typed on its tab."""
        tab = self._tab_of(scenario_id)
        self._area.ensureWidgetVisible(tab, 0, 0)
        place = QRect(tab.mapTo(self, QPoint(0, 0)), tab.size())
        self.name_field.open(scenario_id, self._document.project.scenarios[scenario_id].name, place)

    def keeps_arrow(self, widget: QWidget, step: int) -> bool:
        """Whether an arrow in a widget leads to the tab beside it, not out of the row at its end."""
        here = next((place for place, tab in enumerate(self._tabs) if tab is widget), None)
        return here is not None and 0 <= here + step < len(self._tabs)

    def sizeHint(self) -> QSize:
        """Room for all tabs."""
        return self._strip.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the shown tab at least, and for the arrows."""
        shown = [tab.sizeHint().width() + 2 * TARGET_LEAST for tab in self._tabs if tab.isChecked()]
        return QSize(min([*shown, self._strip.sizeHint().width()]), self._look.grown(CONTROL_HEIGHT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the shown tab in sight."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the tab beside, with Alt they move the shown one; F2 renames, Delete removes it."""
        key, held = Qt.Key(event.key()), event.modifiers()
        here = self._place_of(self._document.scenario_id)
        if key in _STEPS and held & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._document.scenario_id, here + _STEPS[key])
        elif key in _STEPS:
            self._go_to((here + _STEPS[key]) % len(self._tabs))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key is Qt.Key.Key_Home else len(self._tabs) - 1)
        elif key is Qt.Key.Key_F2:
            self.rename(self._document.scenario_id)
        elif key is Qt.Key.Key_Delete:
            self.removal_asked.emit(self._document.scenario_id)
        elif key is Qt.Key.Key_Escape and self._dragged is not None:
            self._stop_drag()
        else:
            super().keyPressEvent(event)

    def _follow(self, difference: Difference) -> None:
        if any(change.table is Table.SCENARIOS for change in difference.changes):
            self._rebuild()
        else:
            self._show()

    def _rebuild(self) -> None:
        """Make tabs for what is new; those that stay keep the focus and only change places."""
        ids = [scenario.id for scenario in self._document.project.scenarios]
        if ids != [tab.scenario_id for tab in self._tabs]:
            self._stop_drag()
            known = {tab.scenario_id: tab for tab in self._tabs}
            for tab in self._tabs:
                self._row.removeWidget(tab)
            for gone in known.keys() - set(ids):
                known[gone].hide()
                known[gone].deleteLater()
            self._tabs = [known.get(scenario_id) or self._made(scenario_id) for scenario_id in ids]
            for tab in self._tabs:
                self._row.addWidget(tab)
                tab.show()
            for before, after in zip(self._tabs, self._tabs[1:], strict=False):
                QWidget.setTabOrder(before, after)
        self._show()

    def _made(self, scenario_id: str) -> ScenarioTab:
        tab = ScenarioTab(self._look, scenario_id)
        tab.clicked.connect(lambda: self._click(tab))
        tab.rename_asked.connect(lambda: self.rename(scenario_id))
        tab.menu_asked.connect(lambda at: self.menu_asked.emit(scenario_id, at))
        tab.dragged.connect(lambda at: self._drag(tab, at))
        tab.dropped.connect(lambda at: self._drop(tab, at))
        return tab

    def _tab_of(self, scenario_id: str) -> ScenarioTab:
        return self._tabs[self._place_of(scenario_id)]

    def _place_of(self, scenario_id: str) -> int:
        return next(place for place, tab in enumerate(self._tabs) if tab.scenario_id == scenario_id)

    def _choose_at(self, place: int) -> None:
        if place < len(self._tabs):
            self._choose(self._tabs[place].scenario_id)

    def _choose(self, scenario_id: str) -> None:
        self._document.show_scenario(scenario_id)
        self._check()
        self.chosen.emit(scenario_id)

    def _click(self, tab: ScenarioTab) -> None:
        self._choose(tab.scenario_id)
        tab.setFocus(Qt.FocusReason.MouseFocusReason)

    def _go_to(self, place: int) -> None:
        tab = self._tabs[place]
        tab.setFocus(Qt.FocusReason.TabFocusReason)
        self._document.show_scenario(tab.scenario_id)
        self.chosen.emit(tab.scenario_id)

    def _show(self) -> None:
        for place, tab in enumerate(self._tabs, start=1):
            scenario = self._document.project.scenarios[tab.scenario_id]
            self._show_tab(tab, scenario)
            keys = f" (Alt+{place})" if place <= _NUMBERED else ""
            baseline = ", baseline" if scenario.baseline else ""
            tab.setToolTip(plain_tip(f"{scenario.name}{baseline}{keys}"))
        self._check()

    def _show_tab(self, tab: ScenarioTab, scenario: Scenario) -> None:
        review = self._document.review_of(scenario.id)
        band = review.band
        judgement, words = (band.judgement, str(band.label).lower()) if band is not None else (None, "")
        name = " ".join(scenario.name.split())  # a plan from elsewhere may have names of several lines
        tab.show_scenario(name, review.score.total, judgement, words, is_baseline=scenario.baseline)

    def _check(self) -> None:
        had_focus = any(tab.hasFocus() for tab in self._tabs)
        for tab in self._tabs:
            is_shown = tab.scenario_id == self._document.scenario_id
            tab.setChecked(is_shown)
            # Keys act on the scenario that is shown: no other tab has the focus.
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_shown else Qt.FocusPolicy.NoFocus)
            if is_shown and had_focus and not tab.hasFocus():
                tab.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self._arrange()

    # Room

    def _arrange(self) -> None:
        """Give the tabs all the room, less the arrows where they do not fit into it."""
        self._strip.adjustSize()
        overflows = self._strip.sizeHint().width() > self.width()
        side = TARGET_LEAST + _SPACING if overflows else 0
        self._area.setGeometry(side, 0, max(0, self.width() - 2 * side), self.height())
        top = (self.height() - TARGET_LEAST) // 2
        self.earlier.move(0, top)
        self.later.move(self.width() - TARGET_LEAST, top)
        for button in (self.earlier, self.later):
            button.setVisible(overflows)
        self._show_ends()
        for tab in self._tabs:
            if tab.isChecked():
                self._area.ensureWidgetVisible(tab, 0, 0)

    def _scroll(self, by: int) -> None:
        """Bring the next tab that is cut off or out of sight into it."""
        bar, width = self._area.horizontalScrollBar(), self._area.viewport().width()
        if by > 0:
            ends = [tab.geometry().right() + 1 - width for tab in self._tabs]
            bar.setValue(next((end for end in ends if end > bar.value()), bar.maximum()))
        else:
            starts = [tab.x() for tab in reversed(self._tabs)]
            bar.setValue(next((start for start in starts if start < bar.value()), 0))

    def _show_ends(self) -> None:
        bar = self._area.horizontalScrollBar()
        self.earlier.setEnabled(bar.value() > bar.minimum())
        self.later.setEnabled(bar.value() < bar.maximum())

    # Dragging

    def _drag(self, tab: ScenarioTab, at: QPoint) -> None:
        self._dragged = tab
        x = self._strip.mapFromGlobal(at).x()
        self._area.ensureVisible(x, 0, 24, 0)
        before = self._place_before(x)
        edge = self._tabs[before].x() - _SPACING if before < len(self._tabs) else self._strip.width() - 2
        self._gap.show_at(max(0, edge + 1), self._strip.height())

    def _drop(self, tab: ScenarioTab, at: QPoint) -> None:
        if self._dragged is not tab:
            return
        here, before = self._tabs.index(tab), self._place_before(self._strip.mapFromGlobal(at).x())
        self._stop_drag()
        to = before - 1 if before > here else before
        if to != here:
            self.moved.emit(tab.scenario_id, to)

    def _place_before(self, x: int) -> int:
        """The place of the tab in whose front a pointer stands."""
        return sum(tab.geometry().center().x() < x for tab in self._tabs)

    def _stop_drag(self) -> None:
        if self._dragged is not None:
            self._dragged.stop_drag()
        self._dragged = None
        self._gap.hide()


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Area(QScrollArea):
    """The part of the strip of tabs that is seen; it scrolls without bars."""

    def __init__(self, parent: QWidget, strip: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setWidget(strip)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the tabs."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()) // 2)
        event.accept()


class _Gap(QWidget):
    """The line between two tabs where the one that is dragged would stand."""

    def __init__(self, strip: QWidget, look: Look) -> None:
        super().__init__(strip)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, x: int, height: int) -> None:
        self.setGeometry(x, 2, 2, height - 4)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("accent"))
        painter.end()

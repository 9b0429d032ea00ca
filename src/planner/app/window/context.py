"""The context popover asks what the guidance depends on: stage, aim, structure, use cases, who chooses.

Every answer is one undoable edit; what an import assumed is marked until it is confirmed.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QScrollArea, QWidget

from planner.app.controls import Kind, label, make_button
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.fields import NumberField
from planner.app.controls.popover import Popover
from planner.app.controls.refusals import Refusal
from planner.app.document import Document
from planner.app.popovers.fields import Line, Paragraph, Tick
from planner.app.popovers.form import give
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_8, TARGET_LEAST
from planner.domain import Aim, Assumption, Chooser, Stage, Structure
from planner.domain.edits import confirm_context, edit_context, mark_baseline
from planner.domain.edits.scenarios import USE_CASES_MOST
from planner.typography.scale import PANEL_TITLE, SMALL

_CHOOSERS: Final[dict[Chooser | None, str]] = {
    None: "Not decided",
    Chooser.COMPANY: "The whole company",
    Chooser.FUNCTIONS: "Each business function",
}
_WIDTH: Final = 360
_FIELD_HEIGHT: Final = 32


class ContextPopover(Popover):
    """Edits the context of the shown scenario.

    Signals:
        structures_wanted(): compare the structures; it is closed by then.
    """

    structures_wanted = Signal()

    def __init__(self, look: Look, window: QWidget, document: Document) -> None:
        super().__init__(look, window, width=_WIDTH)
        self.setAccessibleName("Company context")
        self._document = document
        self._filling = False
        self.name = Line(look, "Name of the scenario")
        self.notes = Paragraph(look, "Notes on the scenario", lines=2)
        self.baseline = Tick(look, "Others are compared with it", "Baseline: others are compared with it")
        self.refusal = Refusal(look)
        self.stage = ChoiceBox(look, {stage: stage.label for stage in Stage}, "Company")
        self.aim = ChoiceBox(look, {aim: aim.label for aim in Aim}, "Aim")
        self.structure = ChoiceBox(look, {structure: structure.label for structure in Structure}, "Structure")
        self.chooser = ChoiceBox(look, _CHOOSERS, "Next ML project is chosen by")
        self._use_cases = NumberField(look, least=0, most=USE_CASES_MOST, value=0, name="Use cases waiting")
        self._use_cases.setKeyboardTracking(False)
        self._assumed = label(look, style=SMALL, tone="warning", wraps=True)
        self._confirm = make_button(look, "Confirm assumptions", Kind.PLAIN, on_click=self._confirm_all)
        self._lay_out(look)
        self._connect()
        document.changed.connect(self.fill)
        document.scenario_switched.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the answers of the scenario that is shown."""
        scenario = self._document.scenario
        self._filling = True
        self.name.show_value(scenario.name)
        self.notes.show_value(scenario.notes)
        self.baseline.show_value(scenario.baseline)
        self.stage.show_value(scenario.stage)
        self.aim.show_value(scenario.aim)
        self.structure.show_value(scenario.structure)
        self.chooser.show_value(scenario.chooser)
        self._use_cases.setValue(scenario.use_cases)
        self._filling = False
        is_enterprise = scenario.stage is Stage.ENTERPRISE
        self.chooser.setVisible(is_enterprise)
        self._chooser_label.setVisible(is_enterprise)
        names = [name for name in Assumption if name in scenario.assumed]
        self._assumed.setText(f"Assumed on import: {', '.join(names)}." if names else "")
        self._assumed.setVisible(bool(names))
        self._confirm.setVisible(bool(names))
        self.adjustSize()

    def adjustSize(self) -> None:
        """Let the answers scroll where the window is too low for all of them."""
        needed = self._inside.heightForWidth(self.inner_width)
        self._scroll.setFixedHeight(needed)
        beyond = self.content.totalHeightForWidth(self.width()) - self._host.height()
        if beyond > 0:
            self._scroll.setFixedHeight(max(3 * _FIELD_HEIGHT, needed - beyond))
        super().adjustSize()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt's own name)
        """Bring the field that the keys are at into sight."""
        went = super().focusNextPrevChild(next)
        focus = QApplication.focusWidget()
        if focus is not None and self._inside.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, SPACE_8)
        return went

    def _lay_out(self, look: Look) -> None:
        self.content.addWidget(label(look, "Company context", PANEL_TITLE))
        words = "Stage and aim decide which structure fits; all can be changed at any time."
        self.content.addWidget(label(look, words, SMALL, tone="second", wraps=True))
        form = QFormLayout()
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._chooser_label = QLabel("Next ML project is chosen by")
        self._chooser_label.setWordWrap(True)
        for words, field in (
            ("Scenario", self.name),
            ("Company", self.stage),
            ("Aim", self.aim),
            ("Structure", self.structure),
            ("Use cases waiting", self._use_cases),
        ):
            caption = label(look, words)
            keep_height(look, caption, _FIELD_HEIGHT)
            form.addRow(caption, field)
        form.addRow(self._chooser_label, self.chooser)
        form.addRow(label(look, "Baseline"), self.baseline)
        form.addRow(label(look, "Notes"), self.notes)
        self.content.addWidget(self.refusal)
        self._inside = QWidget()
        self._inside.setProperty("part", "scrolled")
        self._inside.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(self._scroll)
        compare = make_button(look, "Compare structures…", Kind.LINK, on_click=self._compare)
        compare.setMinimumHeight(TARGET_LEAST)
        self.content.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._assumed)
        self.content.addWidget(self._confirm)

    def _connect(self) -> None:
        self.name.committed.connect(self._rename)
        self.notes.committed.connect(lambda: self._set("notes", self.notes.read()))
        self.baseline.committed.connect(self._mark)
        self.stage.activated.connect(lambda: self._set("stage", self.stage.value))
        self.aim.activated.connect(lambda: self._set("aim", self.aim.value))
        self.structure.activated.connect(lambda: self._set("structure", self.structure.value))
        self.chooser.activated.connect(lambda: self._set("chooser", self.chooser.value))
        self._use_cases.valueChanged.connect(lambda number: self._set("use_cases", number))

    def _set(self, name: str, value: object) -> None:
        if not self._filling:
            scenario = self._document.scenario_id
            self._document.apply(lambda project: edit_context(project, scenario, **{name: value}))

    def _rename(self) -> None:
        self.refusal.show_reason(give(self.name, lambda name: self._set("name", name)))
        self.adjustSize()

    def _mark(self) -> None:
        scenario, baseline = self._document.scenario_id, self.baseline.read()
        self._document.apply(lambda project: mark_baseline(project, scenario, baseline=baseline))

    def _compare(self) -> None:
        self.close_it()
        self.structures_wanted.emit()

    def _confirm_all(self) -> None:
        scenario = self._document.scenario_id
        self._document.apply(lambda project: confirm_context(project, scenario))

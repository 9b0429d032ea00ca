"""The start screen: what was open lately, and a new plan with the structure that suits it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner import resources
from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.buttons import press_by_enter
from planner.app.controls.labels import picture, plain_tip
from planner.app.files.opening import PROJECT_ENDING, OpenedFile, clean_name, with_ending
from planner.app.start.sidebar import Sample, Sidebar
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_8, SPACE_12, SPACE_24, SPACE_32, SPACE_48, TARGET_LEAST
from planner.app.window.focus_order import go_on
from planner.app.window.notices import Notices
from planner.messages import counted
from planner.typography.scale import DISPLAY_TITLE, LABEL, LEAD, STEP

if TYPE_CHECKING:
    from planner.app.start.form import NewPlanForm
    from planner.app.start.proposals import Proposals
    from planner.app.surroundings import OpenWindow, RunningProgram
    from planner.domain import Aim, Person, Project, Stage, Structure

_MARGIN = SPACE_48
_FOOT = 66
_BESIDE_FROM = 1180
_WHILE_OPENING = 200
"""Ms after which to look again whether a file is still being opened."""


class StartPage(QWidget):
    """The window before a plan is open."""

    def __init__(self, program: "RunningProgram", window: "OpenWindow") -> None:
        super().__init__()
        self._program, self._window, self._look = program, window, program.look
        self.notices = Notices(program.look)
        self._proposals: Proposals | None = None
        self._people: tuple[Person, ...] = ()
        self._place: Path | None = None
        self._saved_as = label(self._look, tone="second", wraps=self._look.factor > 1)
        self._right = QVBoxLayout()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._is_painted = False

    @cached_property
    def form(self) -> "NewPlanForm":
        """The questions; made after the first paint, or when first asked for."""
        from planner.app.start.form import NewPlanForm

        form = NewPlanForm(self._look, on_import=self._window.files.import_people)
        form.drop.file_dropped.connect(lambda path: self._window.files.import_path(Path(path)))
        form.drop.text_pasted.connect(self._import_text)
        form.changed.connect(self.show_proposals)
        return form

    @property
    def is_ready(self) -> bool:
        """Whether the questions are shown, which come after the first paint."""
        return self._proposals is not None

    @property
    def people(self) -> "tuple[Person, ...]":
        """People of an imported list, who wait on the bench of the plan that is created."""
        return self._people

    @property
    def answered(self) -> "tuple[Stage | None, Aim | None]":
        """Stage and aim as they were answered, None where nobody has yet."""
        return (None, None) if self._proposals is None else self.form.answered

    def show_proposals(self) -> None:
        """Show the questions and what suits the answers; after the first paint, for it reads the guidance."""
        if self._proposals is None:
            from planner.app.start.proposals import Proposals

            self._halves.insertWidget(0, self.form, 528)
            self._proposals = Proposals(self._look, self._program.ink, self._program.pack)
            self._right.addWidget(self._proposals)
            self._right.addStretch(1)
        self._proposals.show_answers(self.form.answers)
        self._show_place()

    def propose(self, structure: "Structure") -> None:
        """Propose a structure in place of the best one."""
        self.show_proposals()
        if self._proposals is not None:
            self._proposals.choose(structure)

    def take_people(
        self,
        people: "tuple[Person, ...]",
        source: str,
        *,
        stage: "Stage | None" = None,
        aim: "Aim | None" = None,
    ) -> None:
        """Take people in for the plan that will be created, and what was answered with them."""
        self._people = people
        self.form.choose(stage=stage, aim=aim)
        roles = sum(any(function.is_role for function in person.roles) for person in people)
        said = counted(
            "{count} person from {source}", "{count} people from {source}", len(people), source=source
        )
        self.form.drop.show_people(str(said), "They wait on the bench of the new plan.")
        if roles:
            self.form.count(people=roles)

    def create_plan(self) -> None:
        """Create the proposed layout, show it, and save it where the foot says."""
        self.show_proposals()
        if self._proposals is not None:
            self._begin(self._proposals.project(new_id=self._program.tools.new_id))

    def start_empty(self) -> None:
        """Create a plan with the answers' context and no teams."""
        self.show_proposals()
        if self._proposals is not None:
            self._begin(self._proposals.empty_project(new_id=self._program.tools.new_id))

    def open_sample(self, sample: Sample) -> None:
        """Open a copy of a sample plan, which has no file yet."""
        from planner.exchange import plan

        project = plan.read(resources.read_bytes(sample.file))
        self._window.files.show_project(OpenedFile(project, None), is_saved=True)  # nothing to lose yet

    def change_place(self) -> None:
        """Ask where the new plan is saved."""
        path = self._window.files.asking.place_to_save(self.place)
        if path is not None:
            self._place = with_ending(path, PROJECT_ENDING)
            self._show_place()

    @property
    def place(self) -> Path:
        """Where the new plan is saved: what was chosen, else a free name in the documents folder."""
        if self._place is not None:
            return self._place
        stem = clean_name(self.form.answers.name)
        path = self._program.documents / f"{stem}{PROJECT_ENDING}"
        number = 2
        while path.exists():
            path = self._program.documents / f"{stem} {number}{PROJECT_ENDING}"
            number += 1
        return path

    def paintEvent(self, event: QPaintEvent) -> None:
        """Read the guidance once the first paint is over."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._show_when_free)

    def _show_when_free(self) -> None:
        """Show the proposals unless a file is being opened, which nobody should wait for longer."""
        if self._program.opening:
            QTimer.singleShot(_WHILE_OPENING, self, self._show_when_free)
        elif self._window.document is None:
            self.show_proposals()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  (Qt's own signature)
        """Lead Tab from the sidebar to the questions, the proposals and, last, the buttons that begin."""
        if self._proposals is None:
            return super().focusNextPrevChild(forward)
        parts = (self._sidebar, self.notices, self.form, self._proposals, self._end)
        return go_on(parts, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or choose by Enter what has the focus."""
        if not press_by_enter(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the proposal below the questions where there is no room beside them."""
        directions = QBoxLayout.Direction
        beside = event.size().width() >= self._look.px(_BESIDE_FROM)
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        super().resizeEvent(event)

    def _import_text(self, text: str) -> None:
        from planner.app.importing import import_text

        import_text(text, self._window, self._program)

    def _ask_name(self) -> None:
        self.form.plan_name.setFocus()
        self.form.plan_name.selectAll()

    def _begin(self, project: "Project") -> None:
        place = self.place
        with_people = _with_people(project, self._people)
        self._window.files.show_project(OpenedFile(with_people, None), is_saved=False)
        self._window.files.save_at(place)

    def _show_place(self) -> None:
        place = self.place
        self._saved_as.setText(f"Saved as {place.parent.name}/{place.name}")
        self._saved_as.setToolTip(plain_tip(str(place)))

    def _lay_out(self) -> None:
        self._sidebar = Sidebar(
            self._look,
            self._program.recent,
            new=self._ask_name,
            open_file=self._window.files.open,
            open_path=self._window.files.open_path,
            open_sample=self.open_sample,
        )
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices)
        right.addWidget(self._scrolled(), 1)
        self._end = self._foot()
        right.addWidget(self._end)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(divider())
        column.addLayout(row)

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("part", "canvas")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, SPACE_32 + 1, _MARGIN, SPACE_24)
        column.setSpacing(0)
        column.addWidget(label(self._look, "New plan", DISPLAY_TITLE))
        column.addSpacing(SPACE_8 - 3)
        words = "Three answers give you a starting structure. You can change everything later."
        column.addWidget(label(self._look, words, LEAD, tone="second", wraps=True))
        column.addSpacing(SPACE_24)
        self._halves.setSpacing(SPACE_32)
        self._halves.addLayout(self._right, 496)
        column.addLayout(self._halves)
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("part", "footer")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        keep_height(self._look, foot, _FOOT, lines=2)
        change = make_button(self._look, "Change…", Kind.LINK, on_click=self.change_place)
        change.setMinimumHeight(TARGET_LEAST)
        empty = make_button(self._look, "Start empty", height=36, on_click=self.start_empty)
        create = make_button(self._look, "Create plan", Kind.PRIMARY, height=36, on_click=self.create_plan)
        for button in (empty, create):
            button.setFont(self._look.font(STEP))
            if self._look.factor == 1:  # larger words need what they need
                button.setMinimumWidth(115)
        change.setFont(self._look.font(LABEL))
        row = QHBoxLayout(foot)
        margin = _MARGIN if self._look.factor == 1 else SPACE_24
        row.setContentsMargins(margin, 0, margin, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(picture(self._look, "folder"))
        row.addWidget(self._saved_as, 1 if self._look.factor > 1 else 0)
        row.addSpacing(SPACE_12 // 2)
        row.addWidget(change)
        row.addStretch(0 if self._look.factor > 1 else 1)
        row.addWidget(empty)
        row.addWidget(create)
        return foot


def _with_people(project: "Project", people: "tuple[Person, ...]") -> "Project":
    from planner.domain.edits import add_people

    return add_people(project, people=people).project if people else project

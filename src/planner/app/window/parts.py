"""The parts of an open plan, made together: bench, canvas and score panel meet only here."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from planner.app.actions import Actions, Where
from planner.app.agreements.drawer import Agreements
from planner.app.agreements.places import AgreementPlace
from planner.app.canvas.accessible import AccessibleTrees
from planner.app.canvas.commands import kind_for
from planner.app.canvas.ink import Ink
from planner.app.canvas.motion import Motion
from planner.app.commands.declining import Declining
from planner.app.document import Document
from planner.app.moving.workbench import Workbench
from planner.app.outline.side import LeftSide
from planner.app.popovers.named import first_naming
from planner.app.theme import Look
from planner.app.window.right_side import RightSide
from planner.app.window.status_bar import StatusBar
from planner.guidance import Subject
from planner.messages import message

if TYPE_CHECKING:
    from planner.app.document import Preview
    from planner.app.outline.outline import Outline
    from planner.app.panel import ScorePanel


class Tools(Struct, frozen=True):
    """What painting and moving need, shared by all windows."""

    look: Look
    ink: Ink
    motion: Motion
    trees: AccessibleTrees
    new_id: Callable[[], str]


class Parts:
    """The widgets from left to right, joined with each other and with the status bar."""

    def __init__(
        self, document: Document, window: QWidget, tools: Tools, *, body: QWidget, area: QWidget
    ) -> None:
        """``area`` is where the canvas will stand, ``body`` the sides."""
        self.side = LeftSide(lambda: self._make_outline(tools), body)
        self.workbench = Workbench(
            document,
            window,
            look=tools.look,
            ink=tools.ink,
            motion=tools.motion,
            trees=tools.trees,
            new_id=tools.new_id,
            canvas_in=area,
            bench_in=self.side,
        )
        self.bench = self.workbench.bench
        self.side.hold(self.bench)
        self.canvas = self.workbench.canvas
        self.right = RightSide(lambda side: self._make_panel(document, tools, side), body)
        self.agreements = Agreements(document, window, look=tools.look, ink=tools.ink, new_id=tools.new_id)
        self.agreements.team_asked.connect(self._add_team)
        self.workbench.previewed.connect(self.show_preview)
        self.workbench.findings_wanted.connect(self._find_in_findings)

    @property
    def panel(self) -> "ScorePanel":
        """The score panel, made when it is first asked for."""
        return self.right.panel

    def show_preview(self, preview: "Preview | None") -> None:
        """Show in the score panel what a change would do; None goes back to how things are."""
        self.panel.show_preview(preview)

    def speak_through(self, status: StatusBar) -> None:
        """Say hints and what happened in the status bar."""
        bench = self.workbench
        bench.hint_changed.connect(status.show_hint)
        bench.resting_hint_changed.connect(status.show_resting_hint)
        for speaker in (bench, self.agreements.agreeing):
            speaker.said.connect(lambda words: status.say(words, undoable=True))
            speaker.refused.connect(status.say)
        bench.told.connect(status.say)
        self.agreements.hint_changed.connect(status.show_hint)
        bench.selection.changed.emit()  # the hint of an empty selection, said before anybody listened

    def act_through(self, actions: Actions) -> None:
        """Let the keys of the canvas act here, and keep what can be done up to date."""
        for part in (self.canvas, self.side):
            actions.attach(part, Where.CANVAS)
            Declining(part, actions, lambda why: self.workbench.commands.refused.emit(message(why)))
        self.workbench.selection_changed.connect(actions.refresh)

    def show_agreement(self, place: AgreementPlace) -> None:
        """Open the Agreements drawer where a finding is mended."""
        self.agreements.open_at(place)

    def _make_panel(self, document: Document, tools: Tools, side: QWidget) -> "ScorePanel":
        from planner.app.panel import ScorePanel

        panel = ScorePanel(document, tools.look, tools.ink, parent=side)
        panel.setAccessibleName("Guidance score")
        panel.place_wanted.connect(self._show_place)
        panel.agreement_wanted.connect(self.show_agreement)
        panel.team_wanted.connect(self.workbench.edit_team)
        return panel

    def _make_outline(self, tools: Tools) -> "Outline":
        from planner.app.outline.joining import outline_of

        return outline_of(self.workbench, look=tools.look, ink=tools.ink)

    def _add_team(self) -> None:
        self.workbench.commands.add_team(kind_for(self.workbench.document.scenario.structure))

    def _find_in_findings(self, person: str) -> None:
        document = self.workbench.document
        found = first_naming(document.review.findings, document.scenario, person)
        if found is None:
            name = document.project.people[person].name
            self.workbench.refused.emit(message("No finding names {person}.", person=name))
            return
        self.panel.open_finding(found)
        self._show_place(found.subjects, found.severity.value)

    def _show_place(self, subjects: Iterable[Subject], severity: str) -> None:
        self.workbench.show_subjects(((subject.kind, subject.id) for subject in subjects), severity)

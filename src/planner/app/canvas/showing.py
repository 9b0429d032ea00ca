"""How the chart is shown: layout, colours, density and collapsed teams, chosen in the View menu.

It belongs to this machine, file and scenario: never to the plan, never to undo.
"""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.showing_place import ShowingPlace
from planner.app.canvas.shown import COMFORTABLE_CARDS, SHOWN, Shown, card_height, shown_before
from planner.app.settings import Settings
from planner.drawing.colouring import ColourBy
from planner.placement import Layout

_FILES: Final = 50
"""So many files are remembered, those used last."""


class Showing(QObject):
    """What the rows under View ▸ Layout, Colour by, Density and Collapse name."""

    def __init__(self, canvas: Canvas, settings: Settings) -> None:
        super().__init__(canvas)
        self._canvas, self._settings = canvas, settings
        self._known: dict[str, Shown] = {}
        document = canvas.document
        document.scenario_switched.connect(self._restore)
        document.state_changed.connect(self._follow_file)
        canvas.folded.connect(self._note_folded)
        self._path = document.path
        self._read_file()
        self._restore()
        self.place = ShowingPlace(canvas, settings)

    # Teams or people

    @property
    def tells_teams(self) -> bool:
        """Whether the chart is of teams with their seats."""
        return not self._now.people

    @property
    def tells_people(self) -> bool:
        """Whether the chart is of who stands under whom."""
        return self._now.people

    def show_teams(self) -> None:
        """Show teams with their seats."""
        self._show(people=False)

    def show_people(self) -> None:
        """Show people under who leads them."""
        self._show(people=True)

    def _show(self, *, people: bool) -> None:
        self._keep(replace(self._now, people=people))
        self._canvas.arrange(replace(self._canvas.scene.settings, people=people))
        self._canvas.fit_at_once()  # with whole names, as after opening

    # Layout

    @property
    def is_tree(self) -> bool:
        """Whether teams stand in a tree from top to bottom."""
        return self._now.layout is Layout.TREE

    @property
    def is_sideways(self) -> bool:
        """Whether teams stand in a tree from left to right."""
        return self._now.layout is Layout.SIDEWAYS

    @property
    def is_compact(self) -> bool:
        """Whether teams stand as near to each other as may be."""
        return self._now.layout is Layout.COMPACT

    def lay_out_tree(self) -> None:
        """Lay teams out in a tree from top to bottom."""
        self._lay_out(Layout.TREE)

    def lay_out_sideways(self) -> None:
        """Lay teams out in a tree from left to right."""
        self._lay_out(Layout.SIDEWAYS)

    def lay_out_compactly(self) -> None:
        """Lay teams out as near to each other as may be."""
        self._lay_out(Layout.COMPACT)

    def _lay_out(self, layout: Layout) -> None:
        self._keep(replace(self._now, layout=layout))
        self._canvas.arrange(replace(self._canvas.scene.settings, layout=layout))
        self._canvas.zoom_to_fit()

    # Colours

    @property
    def tells_roles(self) -> bool:
        """Whether colours tell roles."""
        return self._now.colour is ColourBy.ROLE

    @property
    def tells_findings(self) -> bool:
        """Whether colours tell findings."""
        return self._now.colour is ColourBy.FINDINGS

    @property
    def tells_load(self) -> bool:
        """Whether colours tell who has time left and who is planned beyond their capacity."""
        return self._now.colour is ColourBy.LOAD

    @property
    def tells_vacancies(self) -> bool:
        """Whether colours tell vacant seats."""
        return self._now.colour is ColourBy.VACANCIES

    def colour_by_role(self) -> None:
        """Let colours tell roles."""
        self.colour_by(ColourBy.ROLE)

    def colour_by_findings(self) -> None:
        """Let colours tell findings."""
        self.colour_by(ColourBy.FINDINGS)

    def colour_by_load(self) -> None:
        """Let colours tell load."""
        self.colour_by(ColourBy.LOAD)

    def colour_by_vacancies(self) -> None:
        """Let colours tell vacant seats."""
        self.colour_by(ColourBy.VACANCIES)

    def colour_by(self, by: ColourBy) -> None:
        """Let colours tell something, and remember it."""
        self._keep(replace(self._now, colour=by))
        self._canvas.colour(by)

    # Density

    @property
    def is_dense(self) -> bool:
        """Whether cards are as low as may be."""
        return not self.is_comfortable

    @property
    def is_comfortable(self) -> bool:
        """Whether cards have more room."""
        return self._settings.get(COMFORTABLE_CARDS)

    def make_dense(self) -> None:
        """Make cards as low as may be."""
        self._make(comfortable=False)

    def make_comfortable(self) -> None:
        """Give cards more room."""
        self._make(comfortable=True)

    def _make(self, *, comfortable: bool) -> None:
        self._settings.set(COMFORTABLE_CARDS, comfortable)
        self._canvas.arrange(replace(self._canvas.scene.settings, card_height=card_height(self._settings)))

    # Collapsed teams

    @property
    def has_teams(self) -> bool:
        """Whether there is a team."""
        return not self._canvas.scene.is_empty

    @property
    def has_collapsed(self) -> bool:
        """Whether any team is collapsed."""
        return bool(self._canvas.scene.placement.hierarchy.folded)

    @property
    def can_collapse(self) -> bool:
        """Whether the team in focus has something to hide."""
        team = self._team
        return team is not None and team not in self._folded and self._canvas.scene.chart.folds(team)

    @property
    def can_expand(self) -> bool:
        """Whether the team in focus is collapsed."""
        return self._team in self._folded

    def collapse(self) -> None:
        """Collapse the team in focus, or that of the seat in focus."""
        team = self._team
        if team is not None and self.can_collapse:
            self._canvas.selection.select(("team", team))
            self._canvas.fold(self._canvas.scene.collapsed | {team})

    def expand(self) -> None:
        """Expand the team in focus."""
        team = self._team
        if team is not None and self.can_expand:
            self._canvas.fold(self._canvas.scene.collapsed - {team})

    def collapse_all(self) -> None:
        """Collapse every team that holds seats or other teams, but not what only leads to all others."""
        scene = self._canvas.scene
        tree = scene.placement.hierarchy
        heads = {team for team in tree.roots if scene.placement.shapes[team].head and len(tree.roots) == 1}
        self._canvas.fold(scene.collapsed | {team for team in tree.above if scene.chart.folds(team)} - heads)

    def expand_all(self) -> None:
        """Expand every team."""
        self._canvas.fold(frozenset())

    @property
    def _folded(self) -> Mapping[str, object]:
        return self._canvas.scene.placement.hierarchy.folded

    @property
    def _team(self) -> str | None:
        selection = self._canvas.selection
        key = selection.focus if selection.focus is not None else selection.single
        if key is None or key not in self._canvas.scene or key[0] == "person":
            return None
        return key[1] if key[0] == "team" else self._canvas.document.scenario.seats[key[1]].team

    # What is remembered

    @property
    def _now(self) -> Shown:
        return self._known.get(self._canvas.document.scenario_id, Shown())

    def _keep(self, shown: Shown) -> None:
        if shown != self._now:
            self._known[self._canvas.document.scenario_id] = shown
            self._write_file()

    def _note_folded(self) -> None:
        self._keep(replace(self._now, collapsed=self._canvas.scene.collapsed))

    def _restore(self) -> None:
        now = self._now
        self._canvas.show_as(now.placing(self._settings), now.colour, now.collapsed)

    def _follow_file(self) -> None:
        """Remember under the name that the plan is saved as."""
        path = self._canvas.document.path
        if path != self._path:
            self._path = path
            self._write_file()

    def _read_file(self) -> None:
        self._known.update(shown_before(self._settings, self._path))

    def _write_file(self) -> None:
        if self._path is None:
            return
        files = {path: shown for path, shown in self._settings.get(SHOWN).items() if path != str(self._path)}
        told = {scenario: shown.written() for scenario, shown in self._known.items() if shown != Shown()}
        if told:
            files[str(self._path)] = told
        self._settings.set(SHOWN, dict(list(files.items())[-_FILES:]))

"""Opens the palette of a window, made when it is first asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planner.app.actions import Actions

if TYPE_CHECKING:
    from planner.app.palette.entries import Entry
    from planner.app.palette.palette import Palette
    from planner.app.palette.plan import PlanEntries
    from planner.app.surroundings import OpenWindow, RunningProgram
    from planner.app.window.plan_page import PlanPage

ACTION = "edit.palette"


class OpensPalette:
    """What Edit ▸ Palette… names."""

    def __init__(self, window: "OpenWindow", program: "RunningProgram", actions: Actions) -> None:
        self._window, self._program, self._actions = window, program, actions
        self._palette: Palette | None = None
        self._plan: tuple[PlanPage, PlanEntries] | None = None

    def show(self) -> None:
        """Open the palette, or close it where it is open."""
        if self._palette is None:
            self._palette = self._made()
        self._actions.refresh()  # while the focus is where the commands would act
        self._palette.open()

    @property
    def palette(self) -> "Palette | None":
        """The palette, None until it was first opened."""
        return self._palette

    def _made(self) -> "Palette":
        from planner.app.palette.palette import Palette
        from planner.app.palette.recent import Recent

        made = Palette(
            self._window.window(),
            tools=self._program.tools,
            commands=self._command_entries,
            plan=self._plan_entries,
            recent=Recent(self._program.settings),
        )
        made.taken.connect(self._make_way)
        return made

    def _make_way(self, entry: "Entry") -> None:
        """Bring the chart back for what is shown there, where scenarios are compared instead."""
        from planner.app.palette.entries import Kind

        page = self._window.page
        if page is not None and entry.kind is not Kind.COMMAND:
            page.show_body()

    def _command_entries(self) -> "Sequence[Entry]":
        from planner.app.palette.commands import command_entries

        return command_entries(self._actions, but=ACTION)

    def _plan_entries(self) -> "Sequence[Entry]":
        from planner.app.palette.plan import PlanEntries

        page = self._window.page
        if page is None:
            return ()
        if self._plan is None or self._plan[0] is not page:
            made = PlanEntries(
                page.parts.workbench,
                open_finding=page.open_finding,
                show_bench=page.body.show_bench,
                say=page.status.say,
            )
            self._plan = (page, made)
        return self._plan[1].entries()

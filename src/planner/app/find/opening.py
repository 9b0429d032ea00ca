"""Opens the search on the chart, made when it is first asked for."""

from typing import TYPE_CHECKING

from planner.app.window.body import Body
from planner.app.window.parts import Parts, Tools

if TYPE_CHECKING:
    from planner.app.find.find import Find


class OpensFind:
    """What Edit ▸ Find on the chart names."""

    def __init__(self, parts: Parts, tools: Tools, *, body: Body) -> None:
        self._parts, self._tools, self._body = parts, tools, body
        self.find: Find | None = None

    def open(self) -> None:
        """Open the field over the chart."""
        if self.find is None:
            self.find = self._made()
        self.find.open()

    def _made(self) -> "Find":
        from planner.app.find.find import Find

        return Find(
            self._parts.workbench,
            tools=self._tools,
            show_bench=self._show_bench,
            add_person=self._add_person,
        )

    def _show_bench(self) -> None:
        """Show who matches on the bench; where the chart is presented it stays alone."""
        if not self._body.is_alone:
            self._body.show_bench()

    def _add_person(self, name: str) -> None:
        self._body.show_bench()
        self._parts.bench.add.open(name)

"""The rows of how the chart is shown, for the View menu; ``showing`` is the owner."""

from functools import partial
from typing import Final

from planner.app.actions import ActionRow, Where

_chart = partial(ActionRow, menu="View/Chart of", section=2)
_layout = partial(ActionRow, menu="View/Layout", section=2)
_colour = partial(ActionRow, menu="View/Colour by", section=2)
_density = partial(ActionRow, menu="View/Density", section=2)
_fold = partial(ActionRow, menu="View/Collapse and expand", section=2)

# fmt: off
SHOWING_ROWS: Final = (
    _chart(id="view.teams", text="Teams", handler="showing.show_teams", shortcuts=("Ctrl+1",),
           checked_when="showing.tells_teams"),
    _chart(id="view.people", text="People", handler="showing.show_people", shortcuts=("Ctrl+2",),
           checked_when="showing.tells_people"),
    _layout(id="view.layout-tree", text="Tree from top to bottom", handler="showing.lay_out_tree",
            checked_when="showing.is_tree"),
    _layout(id="view.layout-sideways", text="Tree from left to right", handler="showing.lay_out_sideways",
            checked_when="showing.is_sideways"),
    _layout(id="view.layout-compact", text="Compact", handler="showing.lay_out_compactly",
            checked_when="showing.is_compact"),
    _colour(id="view.colour-role", text="Role", handler="showing.colour_by_role",
            checked_when="showing.tells_roles"),
    _colour(id="view.colour-findings", text="Findings", handler="showing.colour_by_findings",
            checked_when="showing.tells_findings"),
    _colour(id="view.colour-load", text="Load", handler="showing.colour_by_load",
            checked_when="showing.tells_load"),
    _colour(id="view.colour-vacancies", text="Vacancies", handler="showing.colour_by_vacancies",
            checked_when="showing.tells_vacancies"),
    _density(id="view.density-dense", text="Dense", handler="showing.make_dense",
             checked_when="showing.is_dense"),
    _density(id="view.density-comfortable", text="Comfortable", handler="showing.make_comfortable",
             checked_when="showing.is_comfortable"),
    _fold(id="view.collapse", text="Collapse team", handler="showing.collapse", shortcuts=("-",),
          where=Where.CANVAS, enabled_when="showing.can_collapse"),
    _fold(id="view.expand", text="Expand team", handler="showing.expand", shortcuts=("+", "="),
          where=Where.CANVAS, enabled_when="showing.can_expand"),
    _fold(id="view.collapse-all", text="Collapse all", handler="showing.collapse_all",
          enabled_when="showing.has_teams"),
    _fold(id="view.expand-all", text="Expand all", handler="showing.expand_all",
          enabled_when="showing.has_collapsed"),
)

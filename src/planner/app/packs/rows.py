"""The rows under Plan ▸ Guidance; their owner ``packs`` comes with a plan."""

from functools import partial
from typing import Final

from planner.app.actions import ActionRow

_row = partial(ActionRow, menu="Plan/Guidance", section=3)

PACK_ROWS: Final = (
    _row(id="plan.use-weights", text="Use weights from a file…", handler="packs.use_weights"),
    _row(id="plan.save-weights", text="Save the weights as a file…", handler="packs.save_weights"),
    _row(
        id="plan.default-weights",
        text="Use the default weights",
        handler="packs.use_default_weights",
        enabled_when="packs.has_own_weights",
    ),
    _row(
        id="plan.basics",
        text="Org design basics",
        handler="packs.toggle_basics",
        checked_when="packs.has_basics",
    ),
)

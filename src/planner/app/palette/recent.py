"""What was used last in the palette: commands on this machine, names of a plan only while it is open."""

from typing import Final

from planner.app.settings import PALETTE_RECENT, Settings

MOST: Final = 6
_COMMAND: Final = "command "


class Recent:
    """Keys of entries, the one used last first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        kept = settings.get(PALETTE_RECENT)
        self.keys: tuple[str, ...] = tuple(key for key in kept if isinstance(key, str))[:MOST]

    def __contains__(self, key: object) -> bool:
        return key in self.keys

    @property
    def names_other_than_commands(self) -> bool:
        """Whether a person, team or other part of a plan is among them."""
        return any(not key.startswith(_COMMAND) for key in self.keys)

    def note(self, key: str) -> None:
        """Put a key first; the settings keep those of commands alone, since names belong to the plan."""
        self.keys = (key, *(other for other in self.keys if other != key))[:MOST]
        self._settings.set(PALETTE_RECENT, [each for each in self.keys if each.startswith(_COMMAND)])

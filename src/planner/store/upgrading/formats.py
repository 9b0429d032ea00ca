"""Lists which versions of the project file can be read, and how each becomes the next."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from planner.store import schema
from planner.store.digest import TableRows

Step = Callable[[TableRows], TableRows]
"""Makes the rows of a version from those of the version before; both are typed, and hold every table."""


class Formats(Struct, frozen=True, kw_only=True):
    """The versions that can be read: the step from each earlier one to the next, and the DDL of each."""

    steps: Mapping[int, Step]
    newest: int = schema.VERSION
    ddl: Callable[[int], str] = schema.ddl

    def __post_init__(self) -> None:
        if sorted(self.steps) != list(range(self.oldest, self.newest)):
            raise ValueError(f"a version is left out between {self.oldest} and {self.newest}")

    @property
    def oldest(self) -> int:
        """The first version that can be read."""
        return min(self.steps, default=self.newest)

    def objects(self, version: int) -> schema.Objects:
        """The schema objects that a file of a version has."""
        return schema.objects_made_by(self.ddl(version))

    def upgraded(self, rows: TableRows, version: int) -> TableRows:
        """The rows of a version as the newest tables hold them."""
        for each in range(version, self.newest):
            rows = self.steps[each](rows)
        return rows


FORMATS = Formats(steps={})
"""All that were ever released: there has been one."""

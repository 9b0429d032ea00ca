"""A project is what one file holds: people, scenarios, and the settings of the plan."""

from msgspec import Struct, field
from msgspec.structs import replace

from planner.domain.people import Person
from planner.domain.rows import Rows
from planner.domain.scenarios import Scenario


class OwnWeights(Struct, frozen=True, kw_only=True):
    """Weights of the user's own that travel with the plan: a name and (rule, weight) by rule."""

    name: str
    weights: tuple[tuple[str, float], ...] = ()


class Project(Struct, frozen=True, kw_only=True):
    """Everything that one file holds. Scenarios share the people, not the layouts."""

    name: str
    currency: str = ""
    notes: str = ""
    rule_pack: OwnWeights | None = None
    extra_packs: tuple[str, ...] = ()
    people: Rows[Person] = field(default_factory=Rows)
    scenarios: Rows[Scenario] = field(default_factory=Rows)

    @property
    def key(self) -> str:
        """Nothing tells projects apart inside one file; the key of its one row is empty."""
        return ""

    def without_rows(self) -> "Project":
        """The project's own fields, without people and scenarios."""
        return replace(self, people=Rows(), scenarios=Rows())

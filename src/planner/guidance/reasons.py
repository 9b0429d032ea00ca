"""Says why a finding has no fix, also where it is only that teams are locked."""

from msgspec.structs import replace

from planner.domain import Rows
from planner.domain.pausing import Pausing, finished
from planner.guidance.findings import Finding
from planner.guidance.reviews import Review, review
from planner.messages import Message, counted, listed


class Reasons:
    """The reasons for one review; what unlocked teams would allow is looked into when first asked for."""

    def __init__(self, reviewed: Review) -> None:
        self._review = reviewed
        self._unlocked: dict[tuple[str, ...], Finding] | None = None

    def why(self, finding: Finding) -> Message:
        """Why a finding of the review has no fix."""
        return finished(self.explaining(finding))

    def explaining(self, finding: Finding) -> Pausing[Message]:
        """The same, worked out with pauses."""
        locked = [team for team in self._review.scenario.teams if team.locked]
        if not locked:
            return finding.reason_for_no_fix
        if self._unlocked is None:
            self._unlocked = yield from self._looking()
        unlocked = self._unlocked.get(finding.key)
        if unlocked is None or not (yield from unlocked.mending()):
            return finding.reason_for_no_fix
        near = self._teams_of(finding)
        names = [team.name for team in locked if team.id in near] or [team.name for team in locked]
        return counted(
            "{teams} is locked; unlock it to mend this.",
            "{teams} are locked; unlock them to mend this.",
            len(names),
            teams=listed(names),
        )

    def _teams_of(self, finding: Finding) -> set[str]:
        """The teams that a finding is about, itself or by their seats."""
        seats = self._review.scenario.seats
        teams = {each.id for each in finding.subjects if each.kind == "team"}
        return teams | {seats[each.id].team for each in finding.subjects if each.kind == "seat"}

    def _looking(self) -> Pausing[dict[tuple[str, ...], Finding]]:
        """The findings of the same layout with every team unlocked."""
        project, scenario = self._review.project, self._review.scenario
        opened = replace(scenario, teams=Rows(replace(team, locked=False) for team in scenario.teams))
        scenarios = Rows(opened if each.id == scenario.id else each for each in project.scenarios)
        seen = review(replace(project, scenarios=scenarios), scenario.id, self._review.pack)
        yield
        return {each.key: each for each in (yield from seen.explaining())}

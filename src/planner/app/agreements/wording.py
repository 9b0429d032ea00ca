"""What activities, levels, practices and links are called and are for, wherever the window names them."""

from typing import Final

from planner.domain import Activity, Level, Link, LinkKind, PracticeKind, Scenario

LETTERS: Final = {level: level.value[0].upper() for level in Level}
"""The key and the letter of each level."""

PRACTICES: Final = {
    PracticeKind.PRIORITISATION: "Prioritisation",
    PracticeKind.KNOWLEDGE_SHARING: "Knowledge sharing",
    PracticeKind.SHARED_STANDARDS: "Shared standards",
    PracticeKind.ON_CALL: "On call",
}
PURPOSES: Final = {
    PracticeKind.PRIORITISATION: "An open order of what teams ask of each other.",
    PracticeKind.KNOWLEDGE_SHARING: "A regular exchange of what teams have learned.",
    PracticeKind.SHARED_STANDARDS: "Common tools and ways of working that teams agree on.",
    PracticeKind.ON_CALL: "Who is called when a running model goes wrong.",
}
LINKS: Final = {
    LinkKind.SERVES: "serves",
    LinkKind.COLLABORATES: "collaborates with",
    LinkKind.DOTTED: "dotted line to",
}
"""A link as its source says it, before the name of its target."""
_LINKS_FROM: Final = {
    **LINKS,
    LinkKind.SERVES: "is served by",
    LinkKind.DOTTED: "dotted line from",
}
"""The same as the target says it, before the name of the source."""
LINK_MEANINGS: Final = {
    LinkKind.SERVES: "The first team provides platform, data or expertise to the second.",
    LinkKind.COLLABORATES: "Both teams share responsibility, either way round.",
    LinkKind.DOTTED: "A second reporting line beside the chart's own.",
}


def practice_name(kind: PracticeKind) -> str:
    """``knowledge sharing``, inside a sentence."""
    return "on-call" if kind is PracticeKind.ON_CALL else PRACTICES[kind].lower()


def link_words(scenario: Scenario, link: Link, team: str) -> str:
    """A link as one of its two teams says it: ``is served by ML Platform``."""
    if link.source == team:
        return f"{LINKS[link.kind]} {scenario.teams[link.target].name}"
    return f"{_LINKS_FROM[link.kind]} {scenario.teams[link.source].name}"


def sentence_case(words: str) -> str:
    """The same words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def named(activity: Activity) -> str:
    """The name of an activity in sentence case."""
    return sentence_case(activity.phrase)


def counted_teams(count: int) -> str:
    """``2 teams``."""
    return "1 team" if count == 1 else f"{count:,} teams"


def joined(names: list[str], at_most: int = 3) -> str:
    """``ML Platform, Churn Radar and 2 more``."""
    if len(names) > at_most:
        return f"{', '.join(names[:at_most])} and {len(names) - at_most} more"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last

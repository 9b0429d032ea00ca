"""The drawer's words: what activities, levels, practices and links are called, and what they are for."""

from typing import Final

from planner.domain import Activity, Level, LinkKind, PracticeKind

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
LINK_MEANINGS: Final = {
    LinkKind.SERVES: "The first team provides platform, data or expertise to the second.",
    LinkKind.COLLABORATES: "Both teams share responsibility, either way round.",
    LinkKind.DOTTED: "A second reporting line beside the chart's own.",
}


def named(activity: Activity) -> str:
    """The name of an activity in sentence case."""
    return activity.phrase.capitalize()


def counted_teams(count: int) -> str:
    """``2 teams``."""
    return "1 team" if count == 1 else f"{count:,} teams"


def joined(names: list[str], at_most: int = 3) -> str:
    """``ML Platform, Churn Radar and 2 more``."""
    if len(names) > at_most:
        return f"{', '.join(names[:at_most])} and {len(names) - at_most} more"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last

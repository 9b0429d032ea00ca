"""Says what a session that no document holds is of: whose, from when, and how much."""

from datetime import datetime
from typing import TYPE_CHECKING

from planner.app.files.recent import when_in_words
from planner.messages import counted, message

if TYPE_CHECKING:
    from planner.store.recovery import LostSession


def name_of(lost: "LostSession") -> str:
    """The document's name, or the plan's when it never had one."""
    return lost.document.name if lost.document is not None else lost.plan or "A plan"


def offer_words(lost: "LostSession", further: int) -> str:
    """The sentence that offers a session; ``further`` more wait behind it."""
    name = name_of(lost)
    if lost.steps is not None and lost.steps > 0:
        text = counted(
            "{name} had {count} change that was not saved.",
            "{name} had {count} changes that were not saved.",
            lost.steps,
            name=name,
        )
    elif lost.steps == 0:
        text = message("{name} is no longer in its folder. This computer still has it.", name=name)
    elif lost.document is None:
        text = message("{name} was not saved to a file.", name=name)
    else:
        text = message("{name} had changes that were not saved.", name=name)
    if not further:
        return str(text)
    more = counted("Another one waits as well.", "{count} others wait as well.", further)
    return f"{text} {more}"


def line(lost: "LostSession", now: datetime) -> str:
    """The line of a session in a menu: name, when, how many changes."""
    when = when_in_words(lost.changed.astimezone(now.tzinfo), now)
    parts = [name_of(lost), when]
    if lost.steps is not None and lost.steps > 0:
        parts.append(str(counted("{count} change", "{count} changes", lost.steps)))
    return ", ".join(part for part in parts if part)

"""The one error of the user's world: what happened, why, and what would be right, in one sentence."""

from planner.messages import Message, Value, message


class PlannerError(Exception):
    """Something the user can understand and mend; everything else that is raised is a bug."""

    def __init__(self, text: Message | str, *, detail: str = "", **values: Value) -> None:
        self.message = message(text, **values) if isinstance(text, str) else text
        self.detail = detail
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)

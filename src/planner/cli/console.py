"""What a command says: results on standard output, messages on standard error, each fit for its stream."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from msgspec import Struct

from planner.errors import PlannerError
from planner.messages import Format, Message, render
from planner.store.publishing import reason_of

DONE, NO, WRONG = 0, 1, 2
"""Exit codes: done; the answer is no; the call, or what it names, is wrong."""

PLAIN = Format(group="")
"""How numbers stand in texts that machines read."""
_HARMLESS = frozenset("\n\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}")
_BOX = "\N{REPLACEMENT CHARACTER}"


class OutputError(PlannerError):
    """The answer could not be handed over: where it was to go takes nothing."""


class Console(Struct, frozen=True):
    """The two streams of a command. ``quiet`` keeps messages back, never results, warnings or refusals."""

    results: TextIO
    messages: TextIO
    quiet: bool = False

    @classmethod
    def of_process(cls, *, quiet: bool) -> "Console":
        """The process's own streams as they are now."""
        return cls(sys.stdout, sys.stderr, quiet)

    def result(self, text: Message | str) -> None:
        """Print a line, or several, of the answer."""
        _print(self.results, _line(text))

    def result_as_json(self, value: Any) -> None:
        """Print a value on one line for a machine."""
        text = json.dumps(value, ensure_ascii=not _is_unicode(self.results), allow_nan=False)
        with _handing_over():
            self.results.write(text.encode("utf-8", "backslashreplace").decode() + "\n")

    def note(self, text: Message | str) -> None:
        """Print a line of what is being done, or was understood."""
        if not self.quiet:
            _print(self.messages, _line(text))

    def warn(self, text: Message | str) -> None:
        """Print a line that changes what the answer is worth."""
        _print(self.messages, f"planner: {_line(text)}")

    def refuse(self, text: Message | str) -> None:
        """Print the one line that says why there is no answer."""
        _print(self.messages, f"planner: {_line(text)}")

    def flush(self) -> None:
        """Hand over what was printed; BrokenPipeError when nobody reads it any more."""
        with _handing_over():
            self.results.flush()
            self.messages.flush()


def plain(texts: Iterable[Message]) -> list[str]:
    """Messages as texts for a machine."""
    return [render(text, PLAIN) for text in texts]


def _line(text: Message | str) -> str:
    """One line of a message, whatever stands in its values; a text of our own keeps its lines."""
    return text if isinstance(text, str) else " ".join(render(text).splitlines())


def _print(stream: TextIO, text: str) -> None:
    """Print text whose names come from files: nothing in it commands the terminal or turns lines about."""
    shown = "".join(mark if mark.isprintable() or mark in _HARMLESS else _BOX for mark in text)
    encoding = stream.encoding or "utf-8"
    with _handing_over():
        stream.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")


@contextmanager
def _handing_over() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            "The answer could not be written: {reason}.", reason=reason_of(error), detail=str(error)
        ) from None


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().replace("-", "") == "utf8"

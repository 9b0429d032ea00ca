"""Says in one sentence what the system answered to a save."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.faults import HeldElsewhere

_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EISDIR})
_UNKNOWN = ("the disk does not take it", "save elsewhere")
_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space, or save elsewhere"),
    errno.EDQUOT: ("your share of the disk is full", "free some space, or save elsewhere"),
    errno.EFBIG: ("the disk takes no file of this size", "save elsewhere"),
    errno.EACCES: ("you may not write there", "save elsewhere, or ask for permission"),
    errno.EPERM: ("you may not write there", "save elsewhere, or ask for permission"),
    errno.EROFS: ("the disk is read-only", "save elsewhere"),
    errno.ENOENT: ("its folder is gone", "save elsewhere"),
    errno.ENOTDIR: ("its folder is gone", "save elsewhere"),
    errno.ENAMETOOLONG: ("the name is too long", "use a shorter name"),
    errno.ELOOP: ("it is a link that leads back to itself", "use another name"),
    errno.EISDIR: ("a folder has this name", "use another name"),
    errno.EBUSY: ("another program holds it", "close that program, or save elsewhere"),
    errno.EIO: ("the disk does not answer as it should", "save elsewhere"),
}


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn what the system answers inside the block into the sentence for whoever saves ``name``."""
    try:
        yield
    except OSError as error:
        raise _in_words_of(name, error) from None
    except ValueError as error:  # a path with a NUL in it
        raise _in_words_of(name, OSError(errno.ENOENT, str(error))) from None


def held(name: str, error: OSError) -> HeldElsewhere:
    """The refusal of a save for which a file was not let go in time."""
    return HeldElsewhere(
        "Could not save {name}: another program holds it. The file is as it was; "
        "try again when that program is done, or save elsewhere.",
        detail=str(error),
        name=name,
    )


def reason_of(error: OSError) -> Message:
    """Why something cannot be written, as a part of a sentence."""
    return message(_REASONS.get(error.errno or 0, _UNKNOWN)[0])


def _in_words_of(name: str, error: OSError) -> PlannerError:
    text = "Could not save {name}: {reason}. The file is as it was; {advice}."
    if error.errno in _NO_FILE:
        text = "Could not save {name}: {reason}; {advice}."
    _, advice = _REASONS.get(error.errno or 0, _UNKNOWN)
    return PlannerError(text, detail=str(error), name=name, reason=reason_of(error), advice=message(advice))

"""Gives a new file what belonged to the one that it follows: owner, group, mode and what else is attached."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

_NONE_HERE = frozenset({errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a file system answers that keeps no modes, as those of cameras and some shares."""


def take_over(descriptor: int, old: Path, status: os.stat_result) -> None:
    """Owner, group, extended attributes and mode of ``old``, as far as we may give them."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(old):
                with suppress(OSError):
                    os.setxattr(descriptor, attribute, os.getxattr(old, attribute))
    if hasattr(os, "fchmod"):
        try:
            os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
        except OSError as error:
            if error.errno not in _NONE_HERE:
                raise

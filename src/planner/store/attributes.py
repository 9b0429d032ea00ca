"""Gives a new file what belonged to the one that it follows: owner, group, mode and what else is attached.

On Windows ReplaceFileW does all this by itself.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

_NONE_HERE = frozenset({errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a file system answers that keeps no modes, as those of cameras and some shares."""
_MAC_ACL, _MAC_XATTR = 1, 4
"""Of copyfile.h: access lists; extended attributes, which hold tags and comments."""


def take_over(descriptor: int, old: Path, status: os.stat_result) -> None:
    """Owner, group, extended attributes and mode of ``old``, as far as we may give them."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
    with suppress(OSError):
        if sys.platform == "darwin":
            import ctypes

            attach_by(ctypes.CDLL(None).fcopyfile, descriptor, old)
        elif hasattr(os, "listxattr"):
            for attribute in os.listxattr(old):
                with suppress(OSError):
                    os.setxattr(descriptor, attribute, os.getxattr(old, attribute))
    if hasattr(os, "fchmod"):
        try:
            os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
        except OSError as error:
            if error.errno not in _NONE_HERE:
                raise


def attach_by(fcopyfile: Any, descriptor: int, old: Path) -> None:
    """What macOS attaches to a file, copied by its own call; what it cannot copy is left."""
    import ctypes

    fcopyfile.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    source = os.open(old, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcopyfile(source, descriptor, None, _MAC_ACL | _MAC_XATTR)
    finally:
        os.close(source)

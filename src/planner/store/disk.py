"""Tells what SQLite says of the folder it works in as the system would say it."""

import errno
import sqlite3

_CODES = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
}


def as_system_error(error: sqlite3.Error) -> OSError | None:
    """The same as an OSError; None when it is not about the disk."""
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return None if code is None else OSError(code, str(error))

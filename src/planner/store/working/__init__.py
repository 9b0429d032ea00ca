"""The database at work: every edit is on the disk before anything else counts on it."""

from planner.store.working.writer import NotKeptError, Troubled, Writer

__all__ = ["NotKeptError", "Troubled", "Writer"]

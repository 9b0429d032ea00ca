"""Versions: what was saved before, to look at and to open as a copy."""

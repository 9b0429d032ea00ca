"""Brings the rows of a file of an earlier version to the present tables, in memory and one version at a time.

A step is a pure function in a module of its own, named for its versions; ``formats`` lists them all. The file
changes only when it is saved, and then the old one is kept beside it.
"""

from planner.store.upgrading.formats import FORMATS, Formats, Step

__all__ = ["FORMATS", "Formats", "Step"]

"""Agree the basics: one sheet of plain questions that fills, for all teams, what a roster cannot say."""

from planner.app.agreeing.agreeing import AgreeTheBasics

__all__ = ["AgreeTheBasics"]

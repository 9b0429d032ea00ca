"""Preferences are what a person sets once on this computer: how the planner looks, moves, and answers keys."""

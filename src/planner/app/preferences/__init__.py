"""Preferences are what a person sets once on this computer: how it looks, moves, and answers keys."""

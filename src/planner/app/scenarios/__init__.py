"""Scenarios of a plan: their tabs in the toolbar, and everything that is done to them as a whole."""

"""Draws a comparison of scenarios cell by cell, the same for the screen and for paper."""

"""Presentation: chart, legend and score alone on the whole screen, for those who look at it together."""

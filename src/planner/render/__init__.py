"""Renderers put drawings on devices: the screen, PDF files, pictures."""

"""The history of a plan as a list: every step by its name, and one click to be at any of them."""

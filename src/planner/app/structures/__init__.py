"""Structures: what the layout would be worth in each of the four, and the change to one in one step."""

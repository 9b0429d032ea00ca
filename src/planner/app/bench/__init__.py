"""The bench: the people of the plan, first those with capacity left, and where everybody else sits."""

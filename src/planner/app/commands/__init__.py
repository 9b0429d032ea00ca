"""Commands of the window: the rows of its actions, and the objects that do what the rows name."""

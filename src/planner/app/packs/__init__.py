"""What a plan is scored by: weights of its own from a file, and the second pack."""

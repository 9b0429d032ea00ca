"""Popovers edit what a person, a team, a seat or the plan is, beside the thing itself."""

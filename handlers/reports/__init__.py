"""A unit's reports: into them, what became of them, and what can still be done."""
